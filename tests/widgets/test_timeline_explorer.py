"""The timeline explorer's controls, without a browser."""

from __future__ import annotations

import json

import ipywidgets
import pytest

import swteach as sw
from swteach.widgets.timeline_explorer import TimelineExplorer


@pytest.fixture
def explorer() -> TimelineExplorer:
    """The explorer over the real events."""
    return sw.timeline_explorer()


def test_controls_change_the_result(explorer: TimelineExplorer) -> None:
    """Years, lanes, a word and the order each change the sentence and the rows."""
    whole = explorer.result.view
    assert whole["sentence"].startswith(f"Showing {len(whole['rows'])} of {len(whole['rows'])} ")
    explorer.first.value, explorer.last.value = 2016, 2017
    explorer.lanes["workforce"].value = False
    explorer.word.value = "clause"
    explorer.order.value = "Newest first"
    view = explorer.result.view
    assert "2016 to 2017" in view["sentence"]
    assert "in 4 lanes" in view["sentence"]
    assert "with the word “clause”" in view["sentence"]
    assert len(view["rows"]) < len(whole["rows"])
    assert {row["lane"] for row in view["rows"]} <= {"law and policy", "texts", "inspection"}


def test_nonsense_is_said_and_mended(explorer: TimelineExplorer) -> None:
    """A first year after the last breaks nothing, and putting it right brings the rows back."""
    explorer.first.value, explorer.last.value = 2020, 2015
    assert explorer.result.view["rows"] == []
    assert "is after the last year" in explorer.result.view["sentence"]
    explorer.first.value = 2015
    assert explorer.result.view["rows"]


def test_no_lane(explorer: TimelineExplorer) -> None:
    """With no lane ticked the explorer says so."""
    for box in explorer.lanes.values():
        box.value = False
    assert explorer.result.view["sentence"].startswith("No lane is ticked")
    assert explorer.result.view["drawing"] is None


def test_every_control_has_a_visible_name(explorer: TimelineExplorer) -> None:
    """Each control carries its name; there is no Output widget and no bare slider."""
    controls = [part for group in explorer.children[:2] for part in group.children]
    assert len(controls) == 9
    assert all(control.description for control in controls)
    kinds = (ipywidgets.Checkbox, ipywidgets.BoundedIntText, ipywidgets.Text, ipywidgets.Dropdown)
    assert all(isinstance(control, kinds) for control in controls)


def test_view_is_plain_data(explorer: TimelineExplorer) -> None:
    """What goes to the page is JSON, tells of the undated text and stays under 200 kB."""
    sent = json.dumps(explorer.result.view)
    assert "Left out, for want of a date: 1 text." in sent
    assert len(sent) < 200_000


def test_text_form_is_stable(explorer: TimelineExplorer) -> None:
    """The text form says what it is and changes with neither run nor data."""
    data, _ = explorer._repr_mimebundle_()
    assert data["text/plain"] == sw.timeline_explorer()._repr_mimebundle_()[0]["text/plain"]
    assert data["text/plain"].startswith("Timeline explorer:")


def test_it_opens_with_the_years_asked_for() -> None:
    """A notebook may begin where its story does; a year outside the data is brought inside."""
    explorer = sw.timeline_explorer(start=2008, end=2026)
    assert (explorer.first.value, explorer.last.value) == (2008, 2026)
    assert "2008 to 2026" in explorer.result.view["sentence"]
    assert sw.timeline_explorer(start=1066).first.value == explorer.first.min
