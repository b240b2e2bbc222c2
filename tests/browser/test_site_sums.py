"""The simulator, the calculator and "you draw it" of the site, beside the Python they stand for."""

from __future__ import annotations

import ast
import json
import random
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest

import swteach as sw
from swteach.datapackage import find_data
from swteach.editions.site_scripts import read_page_scripts
from swteach.editions.site_sums_data import (
    lay_print,
    lay_tree,
    write_calculator_data,
    write_drawing_data,
    write_simulator_data,
)
from swteach.formula import read_formula
from swteach.widgets import agency_calculator, inspection_simulator, live, you_draw_it

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
SHARED = ("spaces", "typed", "numbers", "formula", "boxes")
SCRIPTS = ("inspection_rules", "inspection_account", "inspection_simulator", "agency_sums")
SCRIPTS = (*SHARED, *SCRIPTS, "agency_calculator", "drawing_line", "drawing_gap", "you_draw_it")
MOST = 3000
# A tool of the page with a journal that holds `kept`: its views, and what it records.
RUN = """([name, told, contents, kept]) => {
  const entries = kept.map((value) => ({ value }));
  const journal = {
    latest: () => entries.at(-1),
    record: (entry) => {
      entries.push(JSON.parse(JSON.stringify(entry)));
      return { saved: true, message: "" };
    },
  };
  const tool = new TOOLS[name](told, journal);
  const copy = (view) => JSON.parse(JSON.stringify(view));
  const views = [{}, ...contents].map((content) => copy(tool.respond(content)));
  return [views, entries.slice(kept.length)];
}"""
SOLVE = """(sums) => sums.map(([tree, parts, values, words]) => {
  const printed = fillFormula(parts, words);
  try {
    return [workOutFormula(tree, values), printed];
  } catch (error) {
    if (!(error instanceof DividedByNothing)) throw error;
    return [null, printed];
  }
})"""
FORMATS = """(numbers) => numbers.map(([value, places]) => [
  formatFixed(value, places), formatFixed(value, places, ""), formatShare(value),
  formatFigures(value, 10), formatFigures(value, places + 1, ""), roundTo(value, places),
])"""
# What stands in boxes: numbers right and wrong in many ways, and what is no number.
ODD = ["", " ", "abc", "£", "1,5", "1.234", "£1.2 million", "−3", "-0", "1e3", "١٢", "4 2", "1/2"]
ODD += ["12 per cent", "30%", "37 hours", "£40 an hour", "0.005", "2.675", "1'000", "9" * 45]
ODD += ["about 40", "1,234,567", "1.234.567", "😀" * 70, "\ufeff", "\x85", "0", "1e400", "∞"]


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    """Return a blank page with the scripts of this file's tools."""
    page = browser.new_page()
    page.add_script_tag(content=read_page_scripts(*SCRIPTS))
    yield page
    page.close()


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what the tools of Python record, from an empty journal on."""
    entries: list[dict[str, Any]] = []

    def keep(kind: str, id: str, value: Any, prompt: str) -> str:
        told = {"kind": kind, "id": id, "value": value, "prompt": prompt}
        entries.append(json.loads(json.dumps(told)))
        return ""

    for tool in (agency_calculator, inspection_simulator, you_draw_it):
        monkeypatch.setattr(tool, "keep", keep)
        monkeypatch.setattr(tool, "bring_back", lambda *_: entries[-1]["value"] if entries else {})
    return entries


def _compare(
    page: Any, tool: live.LiveTool, data: dict[str, Any], contents: list[Any], kept: list[Any]
) -> list[dict[str, Any]]:
    """Send all to both, compare what they show and record, and return what they show."""
    before = [one["value"] for one in kept]
    name = type(tool).__module__.rpartition(".")[2]
    sheet = {key: value for key, value in tool.sheet.items() if key != "news"}
    views = [json.loads(json.dumps(tool.respond(one))) for one in [{}, *contents]]
    shown, recorded = page.evaluate(RUN, [name, {"sheet": sheet, "data": data}, contents, before])
    assert len(shown) == len(views)
    for content, found, wanted in zip([{}, *contents], shown, views, strict=True):
        assert found == wanted, content
    assert recorded == kept[len(before) :]
    return views


def _grade_all(rules: dict[str, Any], one: dict[str, Any]) -> list[dict[str, Any]]:
    """Return every way to grade a framework's areas, or to leave them, or a sample of these."""
    grades = [None, *(grade["id"] for grade in rules["grades"])]
    areas = [area["id"] for area in one["areas"]]
    ways = [
        {area: grade for area, grade in zip(areas, way, strict=True) if grade}
        for way in product(grades, repeat=len(areas))
    ]
    ways = random.Random(8).sample(ways, MOST) if len(ways) > MOST else ways
    return [{"structure": one["id"], "grades": way} for way in ways]


@pytest.mark.parametrize("place", range(4))
def test_every_set_of_grades(page: Any, kept: list[Any], place: int) -> None:
    """Account, outcomes and entries are Python's for all combinations of a framework's areas."""
    data = write_simulator_data()
    assert len(data["structures"]) == 4
    contents = _grade_all(data, data["structures"][place])
    views = _compare(page, sw.inspection_simulator(), data, contents, kept)
    assert len({view["sentence"] for view in views}) > 20


def test_wrong_grades_and_a_return(page: Any, kept: list[Any]) -> None:
    """What no page sends changes nothing, and a new tool begins where the journal stopped."""
    good = {"structure": "ilacs_2023", "grades": {"leaders": "good", "help_protection": "good"}}
    wrong = [{}, {"structure": 7}, {"structure": ["sif"], "grades": ["good"]}, {"grades": None}]
    wrong += [{"grades": {"leaders": "best", "roof": "good", "help_protection": 1}}, {"grades": {}}]
    data = write_simulator_data()
    _compare(page, sw.inspection_simulator(), data, [*wrong, good, good, *wrong[:4]], kept)
    assert len(kept) == 1
    again = _compare(page, sw.inspection_simulator(), data, [], kept)[0]
    assert (again["structure"], again["grades"]) == (good["structure"], good["grades"])


def test_a_lecturers_own_rules(
    page: Any, kept: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other names, points, sums and limits of the rules' file are followed without new scripts."""
    _change_data(
        tmp_path,
        monkeypatch,
        "inspection_rules.yaml",
        {
            "points: 4": "points: 4.7",
            "name: Good": "name: Good enough",
            "formula: average": "formula: min(average, lowest + 1) - count_good / (areas x 3)",
            "formula: most_common": "formula: max(total / areas, middle, 1.1) x highest / 4\n"
            "    limits:\n"
            "      - {grade: good, at_least: 2, no_better_than: requires_improvement}",
        },
    )
    data = write_simulator_data()
    contents = [one for each in data["structures"][1:3] for one in _grade_all(data, each)]
    views = _compare(page, sw.inspection_simulator(), data, contents, kept)
    assert any("good enough" in view["sentence"] for view in views)


def _change_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, changes: dict[str, str]
) -> None:
    data = Path(shutil.copytree(find_data(), folder / "data"))
    text = (data / name).read_text("utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    (data / name).write_text(text, encoding="utf-8")
    monkeypatch.setenv("SWTEACH_DATA", str(data))


def _type_boxes(data: dict[str, Any], dice: random.Random) -> dict[str, str]:
    """Return texts for the calculator's boxes: most within the limits, some odd."""
    return {one["id"]: _type_box(one, dice) for one in data["inputs"]}


def _type_box(one: dict[str, Any], dice: random.Random) -> str:
    number = dice.uniform(one["minimum"], one["maximum"])
    forms = ["{:.0f}", "{:,.2f}", "{:.1f}", "{:.3f}", "£{:,.0f}", " {:.2f} "]
    forms.append("{:.0f} " + one["unit"])
    near = [f"{one['minimum']}", f"{one['maximum']}", f"{one['maximum'] + 1}", one["start"]]
    return dice.choice(
        [*[form.format(number) for form in forms] * 9, *near * 3, *dice.sample(ODD, 2)]
    )


def test_five_hundred_ways_to_fill_in_the_calculator(page: Any, kept: list[Any]) -> None:
    """Rows, working, remarks and sentences are Python's, for right and for wrong boxes."""
    dice, data = random.Random(42), write_calculator_data()
    contents: list[Any] = [{"texts": _type_boxes(data, dice)} for _ in range(500)]
    start = {one["id"]: one["start"] for one in data["inputs"]}
    contents += [{"texts": {**start, one["id"]: odd}} for odd in ODD for one in data["inputs"]]
    contents += [{"texts": None}, {"texts": ["40"]}, {"texts": {"salary": 7, "x": "1"}}, {}]
    contents += [{"do": "reset"}, {"do": "reset"}, {"do": 1, "texts": {"salary": "30000"}}]
    views = _compare(page, sw.agency_calculator(), data, contents, kept)
    assert 150 < sum(1 for view in views if view["rows"]) < 700
    assert len(kept) > 600
    again = _compare(page, sw.agency_calculator(), data, [], kept)[0]
    assert again["texts"]["salary"] == "30000"


def test_sums_of_the_calculator_near_their_edges(page: Any, kept: list[Any]) -> None:
    """Costs that are alike, that leave halves, and posts that never pay back: Python's words."""
    dice, data = random.Random(7), write_calculator_data()
    contents = []
    for _ in range(500):
        weeks, hours, rate = dice.randint(1, 52), dice.randint(1, 60), dice.randint(20, 300) / 2
        salary = weeks * hours * rate + dice.choice([0, 0.25, 0.5, -0.5, 1.5, 2.5, 100])
        texts = {"charge_per_hour": f"{rate}", "hours_per_week": f"{hours}", "salary": f"{salary}"}
        texts |= {"weeks_per_year": f"{weeks}", "on_cost_percent": "0", "months_of_stay": "1"}
        contents.append({"texts": texts | {"recruitment_cost": dice.choice(["0", "0.5", "5000"])}})
    views = _compare(page, sw.agency_calculator(), data, contents, kept)
    said = " ".join(view["sentence"] for view in views)
    assert all(words in said for words in ("the same.", "never earns back", "1 month"))


def test_a_lecturers_own_sums(
    page: Any, kept: list[Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another default, limit and sum of the calculator's file change the page's results too."""
    _change_data(
        tmp_path,
        monkeypatch,
        "agency_defaults.yaml",
        {
            "default: 42000": "default: 35000.5",
            "max: 150": "max: 99",
            "formula: agency_year - permanent_year": "formula: max(agency_year, 10) - "
            "min(permanent_year, 90000, salary x 2) / (hours_per_week - 37)",
        },
    )
    dice, data = random.Random(3), write_calculator_data()
    contents = [{"texts": _type_boxes(data, dice)} for _ in range(100)]
    views = _compare(page, sw.agency_calculator(), data, contents, kept)
    start = next(one for one in views if one["rows"])
    assert start["texts"]["salary"] == "35,000"
    assert "This cannot be worked out with these numbers." in {said for _, said in start["rows"]}


NAMES = ("hours", "rate_2", "on_cost", "min_pay")


def _make_sum(dice: random.Random, depth: int) -> str:
    if depth == 0 or dice.random() < 0.2:
        return dice.choice([*NAMES, *NAMES, "0", "1.50", "100", ".5", "12"])
    one, other = (_make_sum(dice, depth - 1) for _ in range(2))
    signs = ["+", "-", "x", "/", "*", "×", "÷", "−"]
    forms = [f"({one} {sign} {other})" for sign in signs] + [f"{one} {dice.choice('+-x/')} {other}"]
    return dice.choice([*forms, f"min({one}, {other}, 7)", f"max({one},{other})"])


def test_sums_worked_out_and_printed(page: Any) -> None:
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
    assert page.evaluate(SOLVE, sums) == wanted
    assert 20 < sum(1 for found, _ in wanted if found is None) < 200


def test_numbers_are_written_as_python_writes_them(page: Any) -> None:
    """Halves, tiny and huge numbers: marks, decimals, percents and rounding are Python's own."""
    dice = random.Random(5)
    halves = [sign * (n + 0.5) / 10**p for n in range(60) for p in range(4) for sign in (1, -1)]
    eighths = [n / 8 for n in range(-40, 40)]
    drawn = [dice.uniform(-1, 1) * 10 ** dice.randint(-6, 22) for _ in range(3000)]
    edges = [0.0, -0.0, 0.005, 2.675, 1.005, 999.995, 999999.5, 1e21, 1e22, 2**53 + 1]
    edges += [5e-324, 1.7e308, 1e-5, 0.0001, 9.9999999999, 99999999995, 12345678905]
    numbers = [[x, dice.choice([0, 1, 2, 9])] for x in (*halves, *eighths, *drawn, *edges)]
    found = page.evaluate(FORMATS, numbers)
    wanted = [_write(float(x), places) for x, places in numbers]
    for one, other, number in zip(found, wanted, numbers, strict=True):
        # Playwright brings a large number back as an int of its shortest figures.
        assert [*one[:-1], float(one[-1])] == other, number


def _write(x: float, places: int) -> list[Any]:
    figures = [f"{x:,.10g}", f"{x:.{places + 1}g}"]
    return [f"{x:,.{places}f}", f"{x:.{places}f}", f"{x:.0%}", *figures, round(x, places)]


def _find_drawings() -> list[dict[str, Any]]:
    """Return the arguments with which the notebooks call "you draw it"."""
    calls = []
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            source = "".join(cell["source"])
            if cell["cell_type"] == "code" and "you_draw_it(" in source:
                nodes = ast.walk(ast.parse(source))
                calls += [one for one in nodes if isinstance(one, ast.Call)]
    named = [one for one in calls if getattr(one.func, "attr", "") == "you_draw_it"]
    assert not any(one.args for one in named)
    return [{key.arg: ast.literal_eval(key.value) for key in one.keywords} for one in named]


OTHERS = [
    {},
    {"series": "dm_s47", "given": ["2009-10"]},
    {"series": "cla_outside_share", "breakdown": "All children"},
    {"series": "dm_s47_to_icpc_pct", "given": ["2010-11"], "ask": ["2014-15", "2024-25"]},
    {"series": "dm_icpc", "given": [], "ask": ["2011-12", "2012-13", "2013-14", "2024-25"]},
]


def _draw(data: dict[str, Any], dice: random.Random) -> list[dict[str, Any]]:
    """Return one drawing: boxes filled, and buttons pressed in any order."""
    asked = [point for point in data["points"] if point["asked"]]
    wild = dice.random() < 0.3
    full = dice.choice([1, 0.7, 0.3])
    texts = {
        point["period"]: _type_value(point["value"], dice, wild) if dice.random() < full else ""
        for point in asked
    }
    wishes = [None, "fill", "show", "hide", "clear", "jump", 3]
    pressed = dice.choices(wishes, [4, 3, 6, 3, 1, 1, 1], k=4)
    return [{"texts": texts, "do": wish} for wish in ("hide", *pressed, "show")]


def _type_value(value: float, dice: random.Random, wild: bool) -> str:
    if wild and dice.random() < 0.3:
        return dice.choice(ODD)
    drawn = value * dice.choice([1, 1.005, 0.99, 0.5, 2, dice.uniform(0.2, 3), dice.uniform(0, 40)])
    return dice.choice(["{:.0f}", "{:,.0f}", "{:.1f}", "{:.3f}", " {:.2f}"]).format(drawn)


@pytest.mark.parametrize("named", [*_find_drawings(), *OTHERS], ids=str)
def test_two_hundred_drawings(page: Any, kept: list[Any], named: dict[str, Any]) -> None:
    """Scale, record, remarks and the gap in words are Python's, whatever is drawn and pressed."""
    dice, data = random.Random(9), write_drawing_data(**named)
    contents = [one for _ in range(200) for one in _draw(data, dice)]
    contents += [{"texts": []}, {"texts": {"2030-31": "5"}}, {"do": ["show"]}, {}]
    views = _compare(page, sw.you_draw_it(**named), data, contents, kept)
    assert 100 < sum(1 for view in views if view["record"]) < len(views) - 100
    assert _compare(page, sw.you_draw_it(**named), data, [], kept)[0]["texts"] == views[-1]["texts"]


def test_the_record_waits_for_a_line(page: Any, kept: list[Any]) -> None:
    """No figure asked is in what the page shows or keeps until a line is drawn and it is wanted."""
    data = write_drawing_data()
    asked = [point for point in data["points"] if point["asked"]]
    flat = {point["period"]: "111,700" for point in asked}
    contents = [{"do": "show"}, {"texts": {"2024-25": "111,700"}, "do": "fill"}, {"texts": flat}]
    views = _compare(page, sw.you_draw_it(), data, contents, kept)
    everything = json.dumps([views, kept])
    secrets = [point["shown"] for point in asked] + [f"{point['value']:.0f}" for point in asked]
    assert [secret for secret in secrets if secret in everything] == []
    shown = _compare(page, sw.you_draw_it(), data, [{"do": "show"}], kept)[-1]
    assert shown["record"]["values"]["2024-25"] == asked[-1]["value"]
