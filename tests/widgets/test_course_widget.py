"""One class for the widgets of one kind, a state of its own for each, a layout when asked for."""

from __future__ import annotations

from typing import Any

import pytest
import traitlets as t
from ipywidgets import Layout, VBox
from question_cases import show

CARRIED = ("_esm", "_css", "_anywidget_id")


def test_widgets_of_one_kind_share_a_class_and_no_state() -> None:
    """Two questions of a kind carry the same script to the page, and each its own answer."""
    first, second = show("choice"), show("choice")
    assert type(first) is type(second)
    assert [first.get_state()[name] for name in CARRIED] == [
        second.get_state()[name] for name in CARRIED
    ]
    first.answer(0)
    assert (first.given, second.given) == (0, None)


def test_each_kind_carries_its_own_script() -> None:
    """The class of one kind never stands in for that of another."""
    kinds = ("choice", "numeric", "order", "verdict")
    states = [show(kind).get_state() for kind in kinds]
    assert len({state["_anywidget_id"] for state in states}) == len(kinds)
    assert len({state["_esm"] for state in states}) == len(kinds)
    assert all(set(CARRIED) <= state.keys() for state in states)


def test_a_trait_given_to_one_widget_is_not_given_to_the_next() -> None:
    """What a reader adds to one widget stays with that widget."""
    first, second = show("choice"), show("choice")
    first.add_traits(mine=t.Unicode("x").tag(sync=True))
    assert first.get_state()["mine"] == "x"
    assert not second.has_trait("mine")
    assert not show("choice").has_trait("mine")


def test_no_layout_goes_to_the_page_until_one_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question is sent without a layout; the first look at it makes one and tells the page."""
    question = show("choice")
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(question, "_send", lambda message, buffers=None: sent.append(message))
    assert "layout" not in question.get_state()
    assert question.stem == question.get_state()["stem"]
    question.layout.width = "50%"
    told = [message["state"] for message in sent]
    assert told == [{"layout": f"IPY_MODEL_{question.layout.model_id}"}]
    assert question.get_state()["layout"] == told[0]["layout"]
    assert question.layout.width == "50%"


def test_a_layout_can_be_given_as_ever() -> None:
    """One written as a dict, one made before, and a question within a box are all as usual."""
    question, other = show("choice"), show("choice")
    question.layout = {"border": "1px solid"}
    other.layout = Layout(width="10em")
    states = [one.get_state()["layout"] for one in (question, other)]
    assert states == [f"IPY_MODEL_{one.layout.model_id}" for one in (question, other)]
    assert (question.layout.border_top, other.layout.width) == ("1px solid", "10em")
    assert VBox([question, other]).children == (question, other)
