"""What a post costs by two routes, agency and permanent, with the whole working in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from swteach.agency_file import Calculator, Input, Output
from swteach.exercises.typed import read_number

Results = dict[str, float | None]


@dataclass(frozen=True)
class Reading:
    """One box as it was read: a number or an error, and what to say about how it was read."""

    value: float | None
    error: str = ""
    said: str = ""


def read_inputs(calculator: Calculator, texts: Mapping[str, str]) -> dict[str, Reading]:
    """
    Read what a student typed.

    Parameters
    ----------
    calculator
        From :func:`swteach.agency_file.load_calculator`.
    texts
        Input ids and the text in their boxes; a missing one counts as empty.
    """
    return {one.id: _read_input(one, texts.get(one.id, "")) for one in calculator.inputs}


def _read_input(one: Input, text: str) -> Reading:
    typed = read_number(text, one.unit)
    if typed.value is None:
        return Reading(None, typed.said)
    if not one.minimum <= typed.value <= one.maximum:
        low, high = (show(number, one.unit) for number in (one.minimum, one.maximum))
        you = show(typed.value, one.unit)
        return Reading(None, f"You typed {you}. Type a number from {low} to {high}.")
    return Reading(typed.value, said=typed.said)


def work_out(calculator: Calculator, values: Mapping[str, float]) -> Results:
    """
    Return every result, in order; None where there is none.

    Parameters
    ----------
    calculator
        From :func:`swteach.agency_file.load_calculator`.
    values
        A number for each input, in the input's unit.
    """
    known: dict[str, float] = dict(values)
    results: Results = {}
    for output in calculator.outputs:
        results[output.id] = found = _work_out_one(output, known)
        if found is not None:
            known[output.id] = found
    return results


def _work_out_one(output: Output, known: Mapping[str, float]) -> float | None:
    if any(name not in known for name in output.formula.names):
        return None
    try:
        found = output.formula.work_out(known)
    except ZeroDivisionError:
        return None
    # Nothing divided by a loss is minus nothing: it never comes about either.
    never = output.none_when and math.copysign(1, found) < 0
    return None if never else found


def show(value: float, unit: str) -> str:
    """Return a number with its unit's sign: £34.50, 1,800, 30%, 7.4."""
    places = _places(value, unit)
    number = f"{abs(value):,.{places}f}"
    sign = "−" if float(number.replace(",", "")) and value < 0 else ""
    if unit.startswith("pound"):
        return f"{sign}£{number}"
    return f"{sign}{number}%" if unit.startswith("percent") else sign + number


def _places(value: float, unit: str) -> int:
    if unit.startswith("pound"):
        return 0 if value == round(value) or abs(value) >= 1000 else 2
    return min(2, max(0, len(f"{value:.2f}".rstrip("0").partition(".")[2])))


def count(months: float) -> str:
    """Return a number of months in words."""
    return f"{show(months, 'months')} {'month' if months == 1 else 'months'}"


def show_result(output: Output, value: float | None) -> str:
    """Return a result in words; where there is none, why."""
    if value is None:
        return output.none_when or "This cannot be worked out with these numbers."
    if output.unit == "months":
        return count(round(value, 1))
    return show(round(value), output.unit) if output.unit == "pounds" else show(value, output.unit)


def say_result(values: Mapping[str, float], results: Results) -> str:
    """Return the two routes, their difference and the months of stay, in sentences."""
    agency, permanent = results["agency_year"], results["permanent_year"]
    if agency is None or permanent is None:
        return "With these numbers the two routes cannot be compared."
    pounds = [show(round(cost), "pounds") for cost in (agency, permanent)]
    first = f"For a year in post, the agency route costs {pounds[0]} and the permanent {pounds[1]}"
    return f"{first}: {_say_difference(agency - permanent)} {_say_stay(values, results)}"


def _say_difference(difference: float) -> str:
    if not round(difference):
        return "the same."
    which = "agency" if difference > 0 else "permanent"
    return f"the {which} route costs {show(abs(round(difference)), 'pounds')} more."


def _say_stay(values: Mapping[str, float], results: Results) -> str:
    months, stay = results["break_even_months"], values["months_of_stay"]
    after = f"With a stay of {count(stay)}"
    if months is None:
        return "So the permanent hire never earns back its cost at the start."
    if stay > months:
        kept = "the permanent hire has cost less in the end"
    else:
        kept = "it has not yet cost less when the person leaves"
    turn = f"A permanent hire costs less once the person has stayed {count(round(months, 1))}."
    return f"{turn} {after}, {kept}."


def print_working(
    calculator: Calculator, values: Mapping[str, float], results: Results
) -> list[dict[str, str]]:
    """
    Return each step of the sum.

    Returns
    -------
    list of dict
        For each output: label, formula (in names), sum (in numbers) and result; ``sum`` is empty
        where a step needs a result that is not there.
    """
    units = {one.id: one.unit for one in (*calculator.inputs, *calculator.outputs)}
    numbers = {**values, **results}
    words = {i: show(n, units[i]) for i, n in numbers.items() if n is not None}
    return [_print_step(output, results[output.id], words) for output in calculator.outputs]


def _print_step(output: Output, result: float | None, words: Mapping[str, str]) -> dict[str, str]:
    names = {name: name.replace("_", " ") for name in output.formula.names}
    there = all(name in words for name in names)
    return {
        "label": output.label,
        "formula": output.formula.fill(names),
        "sum": output.formula.fill({n: words[n].strip("%") for n in names}) if there else "",
        "result": show_result(output, result),
        "note": output.note,
    }
