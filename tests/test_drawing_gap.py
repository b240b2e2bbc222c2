"""The gap between a drawn line and the record, in words."""

from __future__ import annotations

import re

from swteach.drawing import load_drawing
from swteach.drawing_gap import describe_gap

S47 = load_drawing()
RATIO = load_drawing("dm_s47_to_icpc_pct")
RECORD = {one.period: one.value for one in S47.asked}


def test_a_flat_line_is_too_low_and_widest_at_the_end() -> None:
    """111,700 throughout misses 230,590 by 118,890; the record rises 106%, the line stays."""
    said = describe_gap(S47, dict.fromkeys(RECORD, 111_700))
    assert said == [
        "Your line is too low in every year you drew.",
        "The gap is widest at the end, in 2024-25: you drew 111,700 and the record says 230,590, "
        "which is 118,890 too low (52% of the record).",
        "From 2010-11 to 2024-25 the record rises by 118,890 (106%). Your line stays about the "
        "same.",
    ]


def test_years_are_told_in_runs_and_the_widest_point_apart_from_the_end() -> None:
    """Too high early, within 1% in one year, too low late; the widest point is not the end."""
    drawn = {**RECORD, "2011-12": 150_000, "2012-13": 150_000, "2014-15": 200_000}
    drawn |= {"2022-23": 100_000, "2023-24": 200_000, "2024-25": 220_000}
    said = describe_gap(S47, drawn)
    assert said[0] == (
        "Your line is too low from 2022-23 to 2024-25, too high from 2011-12 to 2012-13 and in "
        "2014-15 and within 1% of the record in 2013-14 and from 2015-16 to 2021-22."
    )
    assert said[1].startswith("The gap is widest in 2022-23: you drew 100,000 and the record says")
    assert said[2].startswith("At the end, in 2024-25: you drew 220,000")
    assert "10,590 too low (5% of the record)" in said[2]


def test_the_record_itself() -> None:
    """A line on the record has no widest gap, and is never called right."""
    said = describe_gap(S47, RECORD)
    assert said[0] == "Your line is within 1% of the record in every year you drew."
    assert not any("widest" in line for line in said)


def test_percentages_are_compared_in_points() -> None:
    """A gap between two percentages is told in percentage points, not as a share of a share."""
    said = describe_gap(RATIO, {"2024-25": 45.0})
    assert "13.7 percentage points too high" in said[1]
    assert said[2] == (
        "From 2010-11 to 2024-25 the record falls by 16.1 percentage points. Your line falls by "
        "2.4 percentage points."
    )
    assert said[-1] == "You left 13 years empty; they are not compared."


def test_no_rise_is_worked_out_across_a_break() -> None:
    """With only the first year given, which lies before the break, the line starts after it."""
    drawing = load_drawing(given=["2009-10"])
    whole = describe_gap(drawing, {**RECORD, "2010-11": 100_000})
    assert any(line.startswith("From 2010-11 to 2024-25") for line in whole)
    only_end = describe_gap(drawing, {"2024-25": 100_000})
    assert "The figures change or stop on the way, so no rise or fall is worked out." in only_end


def test_an_empty_end_is_said() -> None:
    """Where the last year is empty, its figure is told and no direction is made up."""
    said = describe_gap(S47, {"2014-15": 160_490})
    assert "You left the end, 2024-25, empty. The record says 230,590 there." in said
    assert not any(line.startswith("From ") for line in said)


def test_no_mark_is_given() -> None:
    """No sentence praises, blames or scores."""
    words = re.compile(r"right|wrong|correct|score|mark|well done|good|bad|%\s*accurate", re.I)
    for drawn in (RECORD, dict.fromkeys(RECORD, 0.0), {"2014-15": 1e9}):
        assert [line for line in describe_gap(S47, drawn) if words.search(line)] == []
