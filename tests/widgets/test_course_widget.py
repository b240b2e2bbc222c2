"""One class for the widgets of one kind, and a state of its own for each of them."""

from __future__ import annotations

import traitlets as t
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
