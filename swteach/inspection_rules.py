"""The inspection simulator's rules at work: how the grades of areas could make one grade.

The structures (what was graded) and rules, their arithmetic included, are read from
``inspection_rules.yaml``, which a lecturer may change.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations_with_replacement

from swteach.inspection_file import FILE, load_rules
from swteach.inspection_models import Area, Grade, Rule, Rules, Structure
from swteach.inspection_sums import count_ways, work_out

__all__ = [
    "FILE",
    "Area",
    "Grade",
    "Rule",
    "Rules",
    "Structure",
    "apply_rule",
    "count_combinations",
    "load_rules",
]


def apply_rule(rules: Rules, rule: str, profile: Sequence[str]) -> str | None:
    """Return the overall grade that a rule makes of the grades of the areas that count.

    Parameters
    ----------
    rules
        What :func:`load_rules` returned.
    rule
        The id of a rule.
    profile
        The id of a grade for each area, in any order.

    Returns
    -------
    str or None
        The id of a grade; None where the rule gives no overall grade.

    Raises
    ------
    ValueError
        If the rule or a grade is unknown, or there is no grade at all.

    Examples
    --------
    >>> apply_rule(load_rules(), "median", ["good", "inadequate", "good"])
    'good'
    """
    places = {grade.id: place for place, grade in enumerate(rules.grades)}
    unknown = [grade for grade in profile if grade not in places]
    if rule not in rules.rules or unknown or not profile:
        raise ValueError(
            f"Rule {rule!r} or grades {list(profile)!r} not known. Rules: "
            f"{', '.join(rules.rules)}. Grades: {', '.join(places)}."
        )
    found = work_out(rules.rules[rule].sum, rules.grades, [places[grade] for grade in profile])
    return None if found is None else rules.grades[found].id


def count_combinations(rules: Rules, structure: str) -> dict[str, Counter[str | None]]:
    """Return how many of all combinations of area grades each rule turns into each grade.

    Parameters
    ----------
    rules
        What :func:`load_rules` returned.
    structure
        The id of a structure.

    Returns
    -------
    dict
        For each rule a count by grade id; None counts combinations without an overall grade.

    Raises
    ------
    ValueError
        If the structure is unknown; the message says which there are.

    Examples
    --------
    >>> count_combinations(load_rules(), "ilacs_2018")["median"]["inadequate"]
    10
    """
    if structure not in rules.structures:
        known = ", ".join(rules.structures)
        raise ValueError(f"Structure {structure!r} is not one of: {known}.")
    areas = len(rules.structures[structure].counting)
    return {rule: _count(rules, rule, areas) for rule in rules.rules}


def _count(rules: Rules, rule: str, areas: int) -> Counter[str | None]:
    counts: Counter[str | None] = Counter()
    for places in combinations_with_replacement(range(len(rules.grades)), areas):
        grades = [rules.grades[place].id for place in places]
        counts[apply_rule(rules, rule, grades)] += count_ways(places)
    return counts
