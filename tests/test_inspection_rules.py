"""The rules that make one grade of several, against counts made by other means."""

from __future__ import annotations

from collections import Counter
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


def _write(folder: Path, *changes: tuple[str, str]) -> Path:
    """Write the course's file with changes into a folder, and return its path."""
    path, text = folder / FILE, (find_data() / FILE).read_text(encoding="utf-8")
    start = text.index("\nnote:")  # the comments above it name the same things
    for old, new in changes:
        assert old in text[start:]
        text = text[:start] + text[start:].replace(old, new, 1)
    path.write_text(text, encoding="utf-8")
    return path


MEDIAN = "    formula: middle\n  - id: mean_rounded"
LIMIT = """    formula: {}
    limits:
      - grade: inadequate
        at_least: 2
        no_better_than: requires_improvement
  - id: mean_rounded"""


@pytest.mark.parametrize(
    ("formula", "profile", "overall"),
    [
        ("min(average, lowest + 1)", "outstanding outstanding inadequate", "requires_improvement"),
        ("(average + lowest) / 2", "outstanding good inadequate", "requires_improvement"),
        ("4 - count_inadequate - count_good / areas", "good good good", "good"),
        ("max(2, lowest)", "inadequate good good", "requires_improvement"),
        ("highest", "outstanding inadequate inadequate", "requires_improvement"),
        (
            "2.2 + 0.1 + 0.1 + 0.1",
            "good good inadequate",
            "requires_improvement",
        ),
        ("areas x 100", "inadequate good good", "outstanding"),
    ],
)
def test_a_lecturers_new_sum_decides(
    tmp_path: Path, formula: str, profile: str, overall: str
) -> None:
    """Arithmetic that is in no module of the course is read from the file and obeyed."""
    rules = load_rules(_write(tmp_path, (MEDIAN, LIMIT.format(formula)), ("id: median", "id: own")))
    assert apply_rule(rules, "own", profile.split()) == overall
    counts = count_combinations(rules, "ilacs_2023")["own"]
    profiles = product([grade.id for grade in rules.grades], repeat=4)
    assert counts == Counter(apply_rule(rules, "own", one) for one in profiles)


SLIPS = [
    ("    name: The middle grade decides\n", "", "- id: median", 'median: "name" is missing.'),
    ("under: looked_after", "under: nowhere", "nowhere", 'sif: "nowhere" is no area here.'),
    ("\nstructures:", "\nstructure:", "# The", 'there is no list "structures".'),
    (MEDIAN, "  - id: mean_rounded", "- id: median", 'median: "formula" is missing.'),
    ("formula: average", "formula: best", "formula: best", 'mean_rounded: the formula uses "best"'),
    ("formula: average", "formula: lowest ** 2", "** 2", 'mean_rounded: formula: "lowest ** 2"'),
    ("formula: average", "formula: open('y')", "open(", "mean_rounded: formula: \"open('y')\""),
    (
        "formula: average",
        "formula: total / count_good",
        "/ count",
        "the formula divides by nothing",
    ),
    ("formula: average", "formula: 1" + " x 9" * 150 + "e9", "x 9e9", "formula: the sum is longer"),
    ("formula: average", "formula: 1e300 x 1e300", "e300", "the formula makes no number where"),
    ("- grade: inadequate", "- grade: poor", "- grade: poor", 'worst_if_inadequate: "poor" is no'),
    ("at_least: 1", "at_least: one", "least: one", 'worst_if_inadequate: at_least is "one".'),
    ("no_better_than: inad", "no_better_than: bad", "than: bad", '"badequate" is no grade here.'),
    ("points: 3", "points: 4", "points: 4", "good: it has no fewer points than outstanding"),
    ("points: 3", "points: three", "three", 'good: "points: three" is not a number.'),
    ("counts: true", 'counts: "no"', 'counts: "no"', '"counts: no" is not true or false.'),
    ("id: median", "id: majority", "formula: most", "majority: this id stands twice."),
]


@pytest.mark.parametrize(("old", "new", "where", "said"), SLIPS, ids=[slip[3] for slip in SLIPS])
def test_a_broken_file_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, where: str, said: str
) -> None:
    """A lecturer who breaks the file is told the line, what is wrong and what to do."""
    path = _write(tmp_path, (old, new))
    with pytest.raises(CourseFileError) as raised:
        load_rules(path)
    (problem,) = [one for one in raised.value.problems if said in str(one)]
    lines = path.read_text(encoding="utf-8").splitlines()
    near = lines[problem.line - 1 : problem.line + 12 if "twice" in said else problem.line]
    assert where in "\n".join(near), (problem.line, lines[problem.line - 1])
    assert problem.remedy.endswith(".")


def test_a_framework_with_too_many_areas_is_told(tmp_path: Path) -> None:
    """Counting would take too long, so the file says how many there may be."""
    areas = "".join(f"      - {{id: a{n}, name: A {n}, counts: true}}\n" for n in range(11))
    path = _write(tmp_path, ("    areas:\n", f"    areas:\n{areas}"))
    with pytest.raises(CourseFileError, match=r"sif: 14 areas count. Let at most 10 count."):
        load_rules(path)


def test_unknown_names_are_refused() -> None:
    """A rule, grade or structure that does not exist is refused, with those that do."""
    with pytest.raises(ValueError, match="weakest_link"):
        apply_rule(RULES, "best", ["good"])
    with pytest.raises(ValueError, match="requires_improvement"):
        apply_rule(RULES, "median", ["adequate"])
    with pytest.raises(ValueError, match="ilacs_2018"):
        count_combinations(RULES, "ssi")
