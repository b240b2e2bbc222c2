"""The rules that make one grade of several, against counts made by other means."""

from __future__ import annotations

from itertools import product
from math import comb
from pathlib import Path

import pytest

from swteach.datapackage import find_data
from swteach.inspection_rules import FILE, apply_rule, count_combinations, load_rules
from swteach.tables import load_regimes, load_sources
from swteach.yamlfile import CourseFileError

RULES = load_rules()
LOWEST = "inadequate"


@pytest.mark.parametrize(("structure", "areas"), [("ilacs_2018", 3), ("sif", 3), ("ilacs_2023", 4)])
def test_counts_follow_from_counting_by_formula(structure: str, areas: int) -> None:
    """At least one lowest grade: all less those without; middle grade lowest: half or more."""
    counts = count_combinations(RULES, structure)
    some = 4**areas - 3**areas
    half = areas - areas // 2
    middle = sum(comb(areas, n) * 3 ** (areas - n) for n in range(half, areas + 1))
    assert counts["worst_if_inadequate"][LOWEST] == counts["weakest_link"][LOWEST] == some
    assert counts["median"][LOWEST] == middle
    assert {sum(count.values()) for count in counts.values()} == {4**areas}


def test_the_course_design_gives_37_and_10_of_64() -> None:
    """The two counts that the course's text names, and the averages the file states."""
    counts = count_combinations(RULES, "ilacs_2018")
    assert (counts["worst_if_inadequate"][LOWEST], counts["median"][LOWEST]) == (37, 10)
    assert (counts["mean_rounded"][LOWEST], counts["majority"][LOWEST]) == (4, 28)
    assert counts["profile_only"] == {None: 64}


@pytest.mark.parametrize(
    ("rule", "profile", "overall"),
    [
        ("worst_if_inadequate", "good good inadequate", "inadequate"),
        ("worst_if_inadequate", "outstanding good requires_improvement", "good"),
        ("median", "good inadequate good", "good"),
        ("median", "outstanding good requires_improvement inadequate", "requires_improvement"),
        ("mean_rounded", "outstanding inadequate", "requires_improvement"),
        ("mean_rounded", "good good inadequate", "requires_improvement"),
        ("majority", "good good inadequate", "good"),
        ("majority", "outstanding good inadequate", "inadequate"),
        ("weakest_link", "outstanding outstanding good", "good"),
        ("profile_only", "good", None),
    ],
)
def test_each_rule_decides_as_it_says(rule: str, profile: str, overall: str | None) -> None:
    """A hand-worked case of each rule and of each tie that the file describes."""
    assert apply_rule(RULES, rule, profile.split()) == overall


def test_order_of_areas_and_better_grades() -> None:
    """No rule looks at the order; a better area never makes the whole worse, but by majority."""
    grades = [grade.id for grade in RULES.grades]
    for rule in RULES.rules:
        for profile in product(grades, repeat=3):
            assert apply_rule(RULES, rule, profile) == apply_rule(RULES, rule, profile[::-1])
    for rule in ("worst_if_inadequate", "median", "mean_rounded", "weakest_link"):
        for first, *rest in product(grades, repeat=3):
            better = grades[max(grades.index(first) - 1, 0)]
            one, other = (apply_rule(RULES, rule, [area, *rest]) for area in (first, better))
            assert grades.index(other) <= grades.index(one)


def test_structures_name_regimes_and_sources_that_exist() -> None:
    """What the file says of the record is in the record."""
    structures = RULES.structures.values()
    assert {s.regime for s in structures} <= set(load_regimes()["regime_id"])
    assert {s.source_id for s in structures} <= set(load_sources()["source_id"])
    assert [len(s.counting) for s in structures] == [3, 3, 4, 4]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  - id: median", "  - id: middle", 'line 160, rules: no rule with the id "middle"'),
        ("    name: The middle grade decides\n", "", 'line 160, median: "name" is missing.'),
        ("under: looked_after", "under: nowhere", 'line 59, sif: "nowhere" is no area here.'),
        ("\nstructures:", "\nstructure:", 'line 1: there is no list "structures".'),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    """A lecturer who breaks the file is told the line, what is wrong and what to do."""
    text = (find_data() / FILE).read_text(encoding="utf-8")
    path = tmp_path / FILE
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseFileError) as raised:
        load_rules(path)
    lines = [str(problem) for problem in raised.value.problems]
    assert any(line.startswith(f"{FILE}, {said}") for line in lines), lines


def test_unknown_names_are_refused() -> None:
    """A rule, grade or structure that does not exist is refused, with those that do."""
    with pytest.raises(ValueError, match="weakest_link"):
        apply_rule(RULES, "best", ["good"])
    with pytest.raises(ValueError, match="requires_improvement"):
        apply_rule(RULES, "median", ["adequate"])
    with pytest.raises(ValueError, match="ilacs_2018"):
        count_combinations(RULES, "ssi")
