"""The arithmetic of the inspection simulator's rules: a sum over points, and what limits it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations_with_replacement

from swteach.inspection_models import Grade, Sum

COUNT = "count_"
MEASURES = ("lowest", "highest", "middle", "average", "most_common", "total", "areas")


def name_measures(grades: Iterable[Grade]) -> list[str]:
    """Return every name that a rule's formula may use."""
    return [*MEASURES, *(f"{COUNT}{grade.id}" for grade in grades)]


def measure(grades: Sequence[Grade], places: Sequence[int]) -> dict[str, float]:
    """
    Return what a formula may use, for one set of area grades.

    Parameters
    ----------
    grades
        Best first.
    places
        For each area the place of its grade in ``grades``, in any order.
    """
    ordered, counts = sorted(places), Counter(places)
    points = [grades[place].points for place in ordered]
    common = max(counts, key=lambda place: (counts[place], place))
    whole = {"lowest": points[-1], "highest": points[0], "middle": points[len(points) // 2]}
    whole |= {"average": sum(points) / len(points), "most_common": grades[common].points}
    whole |= {"total": sum(points), "areas": len(points)}
    return whole | {f"{COUNT}{one.id}": counts[place] for place, one in enumerate(grades)}


def work_out(rule: Sum, grades: Sequence[Grade], places: Sequence[int]) -> int | None:
    """
    Return the place of the overall grade; None where the rule gives none.

    The grade nearest to the formula's points; halfway between two, the weaker one.

    Raises
    ------
    ZeroDivisionError
        Where the formula divides by nothing.
    OverflowError
        Where it makes no number.
    """
    if rule.formula is None:
        return None
    points = rule.formula.work_out(measure(grades, places))
    if not math.isfinite(points):
        raise OverflowError("the formula makes no number")
    # Rounded, for 0.1 added up ten times must not decide between two grades.
    gaps = [round(abs(grade.points - points), 9) for grade in grades]
    nearest = min(range(len(grades)), key=lambda place: (gaps[place], -place))
    return max([nearest, *_find_limits(rule, grades, places)])


def _find_limits(rule: Sum, grades: Sequence[Grade], places: Sequence[int]) -> list[int]:
    at = {grade.id: place for place, grade in enumerate(grades)}
    counts = Counter(places)
    kept = [limit for limit in rule.limits if counts[at[limit.grade]] >= limit.at_least]
    return [at[limit.no_better_than] for limit in kept]


def find_fault(rule: Sum, grades: Sequence[Grade], areas: int) -> str:
    """Return what goes wrong with a rule for some grades of so many areas; "" where nothing."""
    for places in combinations_with_replacement(range(len(grades)), areas):
        shown = ", ".join(grades[place].name for place in places)
        try:
            work_out(rule, grades, places)
        except ZeroDivisionError:
            return f"the formula divides by nothing where the areas are: {shown}."
        except OverflowError:
            return f"the formula makes no number where the areas are: {shown}."
    return ""


def count_ways(places: Sequence[int]) -> int:
    """Return in how many orders the same grades can be given to the areas."""
    repeats = math.prod(math.factorial(count) for count in Counter(places).values())
    return math.factorial(len(places)) // repeats
