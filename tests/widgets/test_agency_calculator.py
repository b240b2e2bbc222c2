"""The agency cost calculator, without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from live_examples import needs_network, send, told

import swteach as sw
from swteach import journal


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal for this test alone."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))
    return tmp_path / "journal.json"


def test_a_change_brings_costs_working_and_assumptions() -> None:
    """One box changed: the account, the results, the working and the assumption say so."""
    tool = sw.agency_calculator()
    view = send(tool, texts={"charge_per_hour": "£34.50"})
    assert "the agency route costs £59,996 and the permanent £54,600" in " ".join(
        view["sentence"].split()
    )
    assert view["rows"][0] == ["Agency route, cost for a year", "£59,996"]
    assert view["working"][0]["sum"] == "£34.50 × 37 × 47"
    assumed = {row[0]: row[1:] for row in view["assumed"]}
    assert assumed["What the agency charges the council for an hour"] == ["£34.50", "Yours."]
    assert assumed["Yearly salary of a permanent worker"] == ["£42,000", "Illustrative."]
    assert len(assumed) == 9


def test_a_wrong_box_is_named_and_no_result_is_left_standing() -> None:
    """Out of range: the box's remark, its name in the status, and neither table nor working."""
    tool = sw.agency_calculator()
    view = send(tool, texts={"hours_per_week": "80"})
    assert view["remarks"]["hours_per_week"]["error"].startswith("You typed 80. Type a number")
    assert "Look at: Hours in a week." in view["sentence"]
    assert (view["rows"], view["working"], view["assumed"]) == ([], [], [])
    assert send(tool, texts={"hours_per_week": "37"})["rows"]


def test_the_starting_numbers_come_back() -> None:
    """The button puts back every starting number and its result."""
    tool = sw.agency_calculator()
    before = {key: tool.view[key] for key in ("texts", "rows")}
    send(tool, texts={"salary": "50000"})
    view = send(tool, do="reset")
    assert {key: view[key] for key in before} == before


def test_it_is_kept_and_brought_back(own_journal: Path) -> None:
    """What was typed is in the journal with its result, and in the next calculator's boxes."""
    assert not own_journal.exists()
    send(sw.agency_calculator(), texts={"salary": "45,000"})
    kept = journal.latest("agency-calculator", "calculation")
    assert kept.value["numbers"]["salary"] == "45,000"
    assert "£58,500" in kept.value["result"]
    assert sw.agency_calculator().view["texts"]["salary"] == "45,000"


@pytest.mark.parametrize(
    "value", [5, {"numbers": [1]}, {"numbers": {"salary": 7, "hours_per_week": None, "odd": "1"}}]
)
def test_a_foreign_journal_entry_does_no_harm(value: object) -> None:
    """An entry of the same name but another shape leaves the starting numbers."""
    journal.record("calculation", "agency-calculator", value)
    assert sw.agency_calculator().view["texts"]["salary"] == "42,000"


@pytest.mark.parametrize("content", [{}, [], "x", {"turn": "1"}, {"texts": {"salary": "1"}}])
def test_odd_messages_change_nothing(content: object) -> None:
    """A message without a turn is not answered."""
    tool = sw.agency_calculator()
    before = dict(tool.view)
    tool._handle_custom_msg(content, [])
    assert tool.view == before


def test_a_box_full_of_nonsense_is_cut() -> None:
    """A megabyte in a box, a number or nothing in its place: a remark, no crash."""
    tool = sw.agency_calculator()
    view = send(tool, texts={"salary": "9" * 1_000_000, "hours_per_week": 5})
    assert len(view["texts"]["salary"]) <= 60
    assert view["remarks"]["salary"]["error"]
    assert view["texts"]["hours_per_week"] == "37"


def test_what_could_not_be_saved_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the journal cannot be written the result comes all the same, and the reason."""
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path / "file" / "journal.json"))
    view = send(sw.agency_calculator(), texts={"salary": "45,000"})
    assert view["trouble"].startswith("Not saved:")
    assert view["rows"]


def test_it_says_what_it_is() -> None:
    """Every input has help and its mark; what is left out is listed; no network is needed."""
    tool = sw.agency_calculator()
    assert all(one["help"].endswith("Illustrative.") for one in tool.sheet["inputs"])
    assert "not national figures" in tool.sheet["note"][0]
    assert len(tool.sheet["outside"]) == 5
    assert "£6,000" in tool.sheet["below"][0]
    assert needs_network(tool) == []
    assert len(told(tool)) < 40_000


def test_text_form_is_the_whole_sum_on_paper() -> None:
    """Without a kernel a reader sees each input, the working and what is left out, each time."""
    first = sw.agency_calculator()._repr_mimebundle_()[0]["text/plain"]
    send(sw.agency_calculator(), texts={"salary": "45,000"})
    assert sw.agency_calculator()._repr_mimebundle_()[0]["text/plain"] == first
    for words in ("£40 × 37 × 47 = £69,560", "What is not in the sum", "Hours in a week: 37."):
        assert words in first
