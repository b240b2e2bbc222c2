"""One inadequate area: what reports show, and what rules make of every combination."""

from __future__ import annotations

import re

import pytest

import swteach as sw
from swteach.inspection_rules import count_combinations, load_rules


def test_40_of_40_and_34_of_37() -> None:
    """No single framework report escaped; three ILACS reports did."""
    data = sw.charts.one_inadequate_area().data
    table = data.pivot(index="period", columns="group", values="value")
    assert table.loc["Single inspection framework"].to_dict() == {
        "Inadequate": 40,
        "Better than inadequate": 0,
    }
    assert table.loc["ILACS"].to_dict() == {"Inadequate": 34, "Better than inadequate": 3}


def test_the_parts_by_number_of_areas_make_the_40() -> None:
    """3, 21 and 16 reports had one, two and three inadequate areas: they are the 40."""
    said = sw.charts.one_inadequate_area().usermeta["caveats"][0]
    parts = [int(n) for n in re.findall(r"(\d+) in \d of 3", said)]
    assert parts == [3, 21, 16]
    assert sum(parts) == 40


@pytest.mark.parametrize("structure", ["ilacs_2018", "ilacs_2023"])
def test_the_bars_are_the_rules_own_counts(structure: str) -> None:
    """Each rule has one bar with all combinations, cut as the rules decide."""
    rules = load_rules()
    data = sw.charts.all_combinations(structure).data
    drawn = data.set_index(["period", "group"])["value"]
    for rule, counts in count_combinations(rules, structure).items():
        name = rules.rules[rule].name
        grades = {grade.id: grade.name for grade in rules.grades} | {None: "No overall grade"}
        assert drawn[name].to_dict() == {grades[grade]: n for grade, n in counts.items()}
    assert data.groupby("period")["value"].sum().nunique() == 1


def test_no_council_is_named() -> None:
    """Combinations are not those of real councils, and the chart warns of that."""
    chart = sw.charts.all_combinations()
    assert "Not all combinations are equally likely in real life" in chart.usermeta["misreading"]
