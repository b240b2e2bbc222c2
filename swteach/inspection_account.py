"""What the rules make of one set of area grades, in words: the simulator's account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from swteach.inspection_rules import Rules, Structure, apply_rule
from swteach.listing import list_with_and

NONE = "No overall grade"
NOT_YET = "Not yet"
NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
PLACES = {3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}
CHANCE = 0.1

Profile = Mapping[str, str]
Outcomes = dict[str, str | None]


def decide(rules: Rules, structure: Structure, profile: Profile) -> Outcomes:
    """
    Return the overall grade under every rule.

    Parameters
    ----------
    rules
        From :func:`swteach.inspection_rules.load_rules`.
    structure
        One of ``rules.structures``.
    profile
        Area ids and grade ids.

    Returns
    -------
    dict
        Rule id to grade id, None where a rule gives none; empty until every area is graded.
    """
    grades = [profile.get(area.id) for area in structure.counting]
    if None in grades:
        return {}
    return {rule: apply_rule(rules, rule, [g for g in grades if g]) for rule in rules.rules}


def say_account(rules: Rules, structure: Structure, profile: Profile) -> str:
    """Return what the areas have, and what the rules make of it, in a sentence or two."""
    outcomes = decide(rules, structure, profile)
    if not outcomes:
        return _say_missing(structure, profile)
    graded = [found for found in outcomes.values() if found]
    grades = Counter(profile[area.id] for area in structure.counting)
    end = "" if structure.overall else " This framework itself gives no overall grade."
    if not graded:
        return f"{_say_grades(rules, grades)}. No rule here gives an overall grade."
    return f"{_say_grades(rules, grades)}, {_say_split(rules, grades, graded)}.{end}"


def _say_missing(structure: Structure, profile: Profile) -> str:
    left = [area.name for area in structure.counting if area.id not in profile]
    return f"Choose a grade for each area that counts. Still to grade: {'; '.join(left)}."


def _say_grades(rules: Rules, grades: Counter[str]) -> str:
    areas = sum(grades.values())
    if len(grades) == 1:
        return f"All {number(areas)} areas are {_lower(rules, next(iter(grades)))}"
    lead, most = grades.most_common(1)[0]
    if most * 2 > areas:
        return f"{number(most).capitalize()} of {number(areas)} areas are {_lower(rules, lead)}"
    order = [grade.id for grade in rules.grades if grade.id in grades]
    first, *rest = (f"{_say_some(grades[one])} {_lower(rules, one)}" for one in order)
    noun = "area" if grades[order[0]] == 1 else "areas"
    return list_with_and([first.replace(" ", f" {noun} ", 1), *rest]).capitalize()


def _say_some(count: int) -> str:
    return f"{number(count)} {'is' if count == 1 else 'are'}"


def _say_split(rules: Rules, grades: Counter[str], graded: list[str]) -> str:
    """Say whether the rules agree, whether one area decides, or how they divide."""
    found = Counter(graded)
    if len(found) == 1:
        return (
            f"and every rule that gives an overall grade makes the whole {_lower(rules, graded[0])}"
        )
    lead, areas = grades.most_common(1)[0][0], sum(grades.values())
    odd = [grade for grade in grades if grade != lead]
    if len(grades) == 2 and grades[odd[0]] == 1 and areas > 2 and odd[0] in found:
        which = f"the {PLACES.get(areas, 'other one')}"
        verb = "lets" if found[odd[0]] == 1 else "let"
        some = f"{number(found[odd[0]])} of {number(len(graded))} rules {verb} {which} decide"
        return f"but {some}: the whole is then {_lower(rules, odd[0])}"
    order = [grade.id for grade in rules.grades if grade.id in found]
    parts = [f"{_lower(rules, one)} under {number(found[one])}" for one in order]
    return f"and the rules disagree: the whole is {list_with_and(parts)}"


def number(count: int) -> str:
    """Return a small number in words."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count}"


def name_grade(rules: Rules, grade: str | None) -> str:
    """Return a grade's name, or that there is none."""
    return next((one.name for one in rules.grades if one.id == grade), NONE)


def _lower(rules: Rules, grade: str) -> str:
    return name_grade(rules, grade).lower()


def chance_of_one(areas: int, chance: float = CHANCE) -> float:
    """
    Return the chance that at least one area of several is inadequate, in percent.

    Every area has the same chance, and none depends on another.

    Examples
    --------
    >>> [round(chance_of_one(areas), 1) for areas in (3, 4, 5)]
    [27.1, 34.4, 41.0]
    """
    return 100 * (1 - (1 - chance) ** areas)


def say_chance(areas: int) -> str:
    """Return that chance in words, with what it takes for granted."""
    return (
        f"Suppose each of {number(areas)} areas had a one in ten chance of the lowest grade, and "
        "none depended on another. The chance of at least one would be "
        f"{chance_of_one(areas):.1f}%."
    )
