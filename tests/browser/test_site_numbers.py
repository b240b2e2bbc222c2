"""Numbers and sums in the page: written, rounded and worked out as Python does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from site_play import open_scripts

from swteach.editions.site_sums_data import lay_print, lay_tree
from swteach.formula import read_formula

pytestmark = pytest.mark.browser

FORMATS = """(numbers) => numbers.map(([value, places]) => [
  formatFixed(value, places), formatFixed(value, places, ""), formatShare(value),
  formatFigures(value, 10), formatFigures(value, places + 1, ""), roundTo(value, places),
])"""
SOLVE = """(sums) => sums.map(([tree, parts, values, words]) => {
  const printed = fillFormula(parts, words);
  try {
    return [workOutFormula(tree, values), printed];
  } catch (error) {
    if (!(error instanceof DividedByNothing)) throw error;
    return [null, printed];
  }
})"""
EDGES = [0.0, -0.0, 0.005, 2.675, 1.005, 999.995, 999999.5, 1e21, 1e22, float(2**53 + 1)]
EDGES += [5e-324, 1.7e308, 1e-5, 0.0001, 9.9999999999, 99999999995.0, 12345678905.0]
NAMES = ("hours", "rate_2", "on_cost", "min_pay")


@pytest.fixture(scope="module")
def scripts(browser: Any) -> Iterator[Any]:
    """Open a page that has the scripts for numbers and sums."""
    yield from open_scripts(browser, "numbers", "formula")


def _write(x: float, places: int) -> list[Any]:
    figures = [f"{x:,.10g}", f"{x:.{places + 1}g}"]
    return [f"{x:,.{places}f}", f"{x:.{places}f}", f"{x:.0%}", *figures, round(x, places)]


def test_numbers_are_written_as_python_writes_them(scripts: Any) -> None:
    """Halves, tiny and huge numbers: marks, decimals, percents and rounding are Python's own."""
    dice = random.Random(5)
    halves = [sign * (n + 0.5) / 10**p for n in range(60) for p in range(4) for sign in (1, -1)]
    drawn = [dice.uniform(-1, 1) * 10 ** dice.randint(-6, 22) for _ in range(3000)]
    all_of_them = (*halves, *(n / 8 for n in range(-40, 40)), *drawn, *EDGES)
    numbers = [[x, dice.choice([0, 1, 2, 9])] for x in all_of_them]
    found = scripts.evaluate(FORMATS, numbers)
    for one, (x, places) in zip(found, numbers, strict=True):
        # Playwright brings a large number back as an int of its shortest figures.
        assert [*one[:-1], float(one[-1])] == _write(x, places), (x, places)


def _make_sum(dice: random.Random, depth: int) -> str:
    if depth == 0 or dice.random() < 0.2:
        return dice.choice([*NAMES, *NAMES, "0", "1.50", "100", ".5", "12"])
    one, other = (_make_sum(dice, depth - 1) for _ in range(2))
    signs = ["+", "-", "x", "/", "*", "×", "÷", "−"]
    forms = [f"({one} {sign} {other})" for sign in signs] + [f"{one} {dice.choice('+-x/')} {other}"]
    return dice.choice([*forms, f"min({one}, {other}, 7)", f"max({one},{other})"])


def test_sums_worked_out_and_printed(scripts: Any) -> None:
    """Four hundred sums made by chance have Python's value, its fault, and its printed form."""
    dice, sums, wanted = random.Random(11), [], []
    for _ in range(400):
        formula = read_formula(_make_sum(dice, 3))
        values = {name: dice.choice([0, -0.0, 1, 0.1, -3, dice.uniform(-9, 9)]) for name in NAMES}
        words = {name: f"£{value:,.2f}" for name, value in values.items()}
        sums.append([lay_tree(formula), lay_print(formula), values, words])
        try:
            found = formula.work_out(values)
        except ZeroDivisionError:
            found = None
        wanted.append([found, formula.fill(words)])
    assert scripts.evaluate(SOLVE, sums) == wanted
    assert 20 < sum(1 for found, _ in wanted if found is None) < 200
