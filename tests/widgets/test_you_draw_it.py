"""You draw it, without a browser."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from live_examples import needs_network, send, told

import swteach as sw
from swteach import journal
from swteach.drawing import load_drawing
from swteach.widgets.you_draw_it import APART

ASKED = load_drawing().asked
FLAT = {point.period: "111,700" for point in ASKED}
ID = "you-draw-it:dm_s47:England:all"


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal for this test alone."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))
    return tmp_path / "journal.json"


def _secrets() -> list[str]:
    """The record's figures as shown, as numbers and as short numbers."""
    numbers = [f"{point.value:.0f}" for point in ASKED]
    return [*(point.shown for point in ASKED), *numbers, *(f"{n}.0" for n in numbers)]


def test_the_record_is_nowhere_before_it_is_asked_for() -> None:
    """Neither state, text form nor journal hold a figure asked, while a line is drawn."""
    tool = sw.you_draw_it()
    send(tool, texts=FLAT)
    send(tool, do="fill")
    everything = told(tool) + tool.plain_text() + str(journal.history(ID))
    assert [secret for secret in _secrets() if secret in everything] == []
    assert tool.view["record"] is None


@pytest.mark.parametrize("texts", [{}, {"2014-15": "many"}, {**FLAT, "2014-15": "many"}])
def test_asking_without_a_line_shows_nothing(texts: dict[str, str]) -> None:
    """No year said, or a box that cannot be read: what to do is said and nothing is shown."""
    tool = sw.you_draw_it()
    view = send(tool, texts=texts, do="show")
    assert view["record"] is None
    assert view["sentence"][0].endswith("The record comes after that.")
    assert [secret for secret in _secrets() if secret in told(tool)] == []


def test_the_record_comes_with_the_gap_its_care_and_its_sources() -> None:
    """Asked for: figures, the gap in words, the misreading, breaks, caveats and sources."""
    view = send(sw.you_draw_it(), texts=FLAT, do="show")
    record = view["record"]
    assert record["values"]["2024-25"] == 230_590
    assert "118,890 too low (52% of the record)" in view["sentence"][1]
    rows = {row[0]: row[1:] for row in record["rows"]}
    assert rows["2009-10"] == ["given", "89,300", ""]
    assert rows["2024-25"] == ["111,700", "230,590", "118,890 too low (52%)"]
    assert record["care"].startswith("Enquiries are not children")
    assert any("experimental first year" in note for note in record["notes"])
    assert any(note.startswith("2009-10: Restated figure") for note in record["notes"])
    assert all(source["url"].startswith("http") for source in record["sources"])
    assert view["scale"]["top"] >= 230_590


def test_the_line_stands_while_the_record_is_shown() -> None:
    """Nothing sent then changes the line; hiding takes the record out of the state again."""
    tool = sw.you_draw_it()
    send(tool, texts=FLAT, do="show")
    for wish in ("fill", "clear", "keep"):
        assert send(tool, texts={**FLAT, "2024-25": "230,590"}, do=wish)["texts"] == FLAT
    assert send(tool, texts=FLAT, do="hide")["record"] is None
    assert [secret for secret in _secrets() if secret in told(tool)] == []
    assert send(tool, texts={**FLAT, "2024-25": "1"})["texts"]["2024-25"] == "1"


def test_years_between_are_filled_without_a_pointer() -> None:
    """One number for the last year and the button give a whole line; what was typed stays."""
    view = send(sw.you_draw_it(), texts={"2024-25": "150000"}, do="fill")
    assert view["texts"]["2024-25"] == "150000"
    assert len(view["values"]) == 14
    assert sorted(view["values"].values()) == list(view["values"].values())
    assert view["sentence"] == ["You have drawn 14 of 14 years."]


def test_a_break_between_given_figures_is_explained_at_once() -> None:
    """The paper knows where lines may not go, and why where both sides are given."""
    sheet = sw.you_draw_it().sheet
    assert [point["segment"] for point in sheet["points"]] == [0] + [1] * 15
    assert [point.get("value") for point in sheet["points"]] == [89_300, 111_700] + [None] * 14
    assert any("experimental first year" in line for line in sheet["intro"])
    hidden = sw.you_draw_it(given=["2009-10"]).sheet
    assert not any("experimental first year" in line for line in hidden["intro"])


def test_years_left_out_are_no_break() -> None:
    """Of seven figures years apart, one has a break before it: its place and why are told."""
    ask = ["2012-13", "2014-15", "2017-18", "2020-21", "2022-23"]
    sheet = sw.you_draw_it(given=["2009-10", "2010-11"], ask=ask).sheet
    assert [point["cut"] for point in sheet["points"]] == [False, True] + [False] * 5
    said = " ".join(sheet["intro"])
    assert "do not compare: between 2009-10 and 2010-11. No line" in said
    assert "experimental first year" in said and APART in said
    assert APART not in sw.you_draw_it().sheet["intro"]


def test_every_break_is_told_in_words() -> None:
    """Before the record, each place; with the record, each reason as well."""
    tool = sw.you_draw_it("cla_outside_share", breakdown="All children")
    points = tool.sheet["points"]
    pairs = [(one["period"], two["period"]) for one, two in pairwise(points) if two["cut"]]
    said = " ".join(tool.sheet["intro"])
    assert len(pairs) > 1
    assert all(f"between {one} and {two}" in said for one, two in pairs)
    record = send(tool, texts={points[-1]["period"]: "10"}, do="show")["record"]
    whys = load_drawing("cla_outside_share", breakdown="All children").breaks
    assert [one["why"] for one in whys if one["why"] not in record["notes"]] == []


def test_it_is_kept_and_brought_back(own_journal: Path) -> None:
    """The line, and whether the record was seen, come back; the first line stays in the past."""
    assert not own_journal.exists()
    tool = sw.you_draw_it()
    send(tool, texts=FLAT)
    assert sw.you_draw_it().view["texts"] == FLAT
    assert sw.you_draw_it().view["record"] is None
    send(tool, texts=FLAT, do="show")
    assert sw.you_draw_it().view["record"]["values"]["2024-25"] == 230_590
    assert [entry.value["record shown"] for entry in journal.history(ID)] == [False, True]
    assert sw.you_draw_it("dm_icpc").view["values"] == {}


@pytest.mark.parametrize(
    "value", [7, {"line": 5, "record shown": True}, {"line": {}, "record shown": True}]
)
def test_a_foreign_journal_entry_shows_nothing(value: object) -> None:
    """An entry that says the record was seen, but holds no line, does not show it."""
    journal.record("drawing", ID, value)
    assert sw.you_draw_it().view["record"] is None


def test_a_lecturers_other_series() -> None:
    """Another series, place and years need no other change; percentages are told in points."""
    tool = sw.you_draw_it("dm_s47_to_icpc_pct", given=["2010-11"], ask=["2014-15", "2024-25"])
    view = send(tool, texts={"2014-15": "45%", "2024-25": "45"}, do="show")
    assert "13.7 percentage points too high" in " ".join(view["sentence"])


def test_text_form_asks_and_does_not_tell() -> None:
    """The text form has the question, the figures given and a place for each year."""
    text = sw.you_draw_it()._repr_mimebundle_()[0]["text/plain"]
    assert text.startswith("Draw the line you expect: Section 47 enquiries in the year, England.")
    assert text.count(": ______") == 14
    assert "press" not in text
    assert needs_network(sw.you_draw_it()) == []
