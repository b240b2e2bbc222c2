"""What the rules make of a set of grades, in words."""

from __future__ import annotations

from itertools import product

import pytest

from swteach.inspection_account import chance_of_one, decide, name_grade, say_account, say_chance
from swteach.inspection_rules import load_rules

RULES = load_rules()
SHORT = {"o": "outstanding", "g": "good", "r": "requires_improvement", "i": "inadequate"}


def _profile(structure: str, letters: str) -> dict[str, str]:
    areas = RULES.structures[structure].counting
    return {area.id: SHORT[letter] for area, letter in zip(areas, letters, strict=True)}


def _account(structure: str, letters: str) -> str:
    return say_account(RULES, RULES.structures[structure], _profile(structure, letters))


@pytest.mark.parametrize(
    ("structure", "letters", "words"),
    [
        (
            "sif",
            "ggi",
            "Two of three areas are good, but two of five rules let the third decide: the whole "
            "is then inadequate.",
        ),
        (
            "ilacs_2018",
            "ggg",
            "All three areas are good, and every rule that gives an overall grade makes the whole "
            "good.",
        ),
        (
            "ilacs_2018",
            "ogi",
            "One area is outstanding, one is good and one is inadequate, and the rules disagree: "
            "the whole is good under two and inadequate under three.",
        ),
        (
            "ilacs_2023",
            "ggii",
            "Two areas are good and two are inadequate, and the rules disagree: the whole is "
            "requires improvement under one and inadequate under four.",
        ),
        (
            "ilacs_2026",
            "gggr",
            "Three of four areas are good, but one of five rules lets the fourth decide: the whole "
            "is then requires improvement. This framework itself gives no overall grade.",
        ),
    ],
)
def test_accounts(structure: str, letters: str, words: str) -> None:
    """Agreement, one area that decides, and division are each told in a sentence."""
    assert _account(structure, letters) == words


@pytest.mark.parametrize("structure", list(RULES.structures))
def test_every_account_is_true_of_the_outcomes(structure: str) -> None:
    """For all combinations the account names only grades that some rule or area has."""
    one = RULES.structures[structure]
    for letters in product("ogri", repeat=len(one.counting)):
        profile = _profile(structure, "".join(letters))
        given = [found for found in decide(RULES, one, profile).values() if found]
        said = say_account(RULES, one, profile).lower()
        assert said.startswith(("all ", "one ", "two ", "three "))
        there = {name_grade(RULES, grade).lower() for grade in [*profile.values(), *given]}
        named = {grade.name.lower() for grade in RULES.grades if grade.name.lower() in said}
        assert named <= there
        assert ("every rule" in said) == (len(set(given)) == 1)


def test_nothing_is_decided_before_every_area_is_graded() -> None:
    """The account says which areas are missing; sub-judgements that no rule looks at are not."""
    sif = RULES.structures["sif"]
    half = {"help_protection": "good", "adoption": "inadequate"}
    assert decide(RULES, sif, half) == {}
    said = say_account(RULES, sif, half)
    assert said.endswith("Still to grade: Looked after and permanence; Leadership.")
    whole = {**half, "looked_after": "good", "leadership": "good"}
    assert set(decide(RULES, sif, whole).values()) == {"good", None}


def test_the_chance_of_at_least_one() -> None:
    """One in ten each, independently: 27.1% with three areas, 34.4% with four, 41.0% with five."""
    assert [round(chance_of_one(areas), 1) for areas in (3, 4, 5)] == [27.1, 34.4, 41.0]
    assert say_chance(4).endswith("The chance of at least one would be 34.4%.")
