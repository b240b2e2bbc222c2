"""A series prepared for "you draw it", on the real figures."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swteach.datapackage import find_data
from swteach.drawing import load_drawing
from swteach.tables import load_breaks


def test_section_47_enquiries() -> None:
    """Two years are given, fourteen asked; the record's values; a break after the first year."""
    drawing = load_drawing()
    assert [(one.period, one.value) for one in drawing.given] == [
        ("2009-10", 89_300),
        ("2010-11", 111_700),
    ]
    assert len(drawing.asked) == 14
    assert (drawing.asked[-1].period, drawing.asked[-1].shown) == ("2024-25", "230,590")
    assert [one.segment for one in drawing.points] == [0] + [1] * 15
    assert drawing.given[0].caveat.startswith("Restated figure for 2009-10.")
    assert drawing.words == "section 47 enquiries"


def test_a_lecturers_choice_of_years() -> None:
    """Other years may be given and asked; what is neither is left out, in order of time."""
    drawing = load_drawing(given=["2012-13"], ask=["2022-23", "2014-15"])
    assert [one.period for one in drawing.points] == ["2012-13", "2014-15", "2022-23"]
    assert [one.period for one in drawing.asked] == ["2014-15", "2022-23"]
    # Figures eight years apart are not joined: nothing is known between them.
    assert [one.segment for one in drawing.points] == [0, 1, 2]
    assert [one.cut for one in drawing.points] == [False] * 3


@pytest.mark.parametrize(
    ("series", "breakdown"), [("dm_s47", "all"), ("cla_outside_share", "All children")]
)
def test_a_cut_stands_at_each_break_and_nowhere_else(series: str, breakdown: str) -> None:
    """Each row of breaks.csv between two figures cuts before the later one; no gap in time does."""
    drawing = load_drawing(series, breakdown=breakdown)
    dates = [one.date for one in drawing.points]
    at = load_breaks(series=series)["at"].dt.strftime("%Y-%m-%d")
    wanted = {min(d for d in dates if d >= day) for day in at if dates[0] < day <= dates[-1]}
    assert {one.date for one in drawing.points if one.cut} == wanted
    assert wanted


def test_hidden_rows_never_come(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A row marked hide is neither asked nor shown, and no line is drawn across its place."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    text = (folder / "observations.csv").read_text("utf-8")
    row = next(line for line in text.splitlines() if line.startswith("dm_s47,England,all,2014-15"))
    hidden = row.replace(",plain,", ",hide,")
    assert hidden != row
    (folder / "observations.csv").write_text(text.replace(row, hidden), encoding="utf-8")
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    points = {one.period: one for one in load_drawing().points}
    assert "2014-15" not in points
    assert points["2013-14"].segment < points["2015-16"].segment


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        ({"series": "dm_s74"}, "dm_s47"),
        ({"geography": "Wales"}, "It has: East Midlands"),
        ({"breakdown": "girls"}, "It has: all, as first published"),
        ({"given": ["2009"]}, "given: dm_s47 has no figure for '2009'. It has: 2009-10, 2010-11"),
        ({"given": ["2010-11"], "ask": ["2010-11"]}, "2010-11 is both given and asked"),
        ({"ask": []}, "Nothing is left to draw"),
    ],
)
def test_what_is_not_there_is_said(wanted: dict, words: str) -> None:
    """A wrong series, place, part or period is answered with those there are."""
    with pytest.raises(ValueError, match=r".") as error:
        load_drawing(**wanted)
    assert words in str(error.value)
