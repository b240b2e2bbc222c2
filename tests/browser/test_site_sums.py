"""The simulator and the calculator in the page say and keep what their Python does."""

from __future__ import annotations

import random
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from site_memory import TYPED, flatten, keep_in_memory
from site_play import Entries, compare, open_scripts

from swteach import journal
from swteach.datapackage import find_data
from swteach.editions.site_sums_data import write_calculator_data, write_simulator_data
from swteach.widgets.agency_calculator import agency_calculator
from swteach.widgets.inspection_simulator import inspection_simulator

pytestmark = pytest.mark.browser

SCRIPTS = ("spaces", "typed", "numbers", "formula", "boxes", "listing", "inspection_rules")
SCRIPTS += ("mappings", "keeping")
SCRIPTS += ("inspection_account", "inspection_simulator", "agency_sums", "agency_calculator")
SIMULATOR = ("inspection_simulator", inspection_simulator, write_simulator_data)
CALCULATOR = ("agency_calculator", agency_calculator, write_calculator_data)
MOST = 3000
ODD_VALUES = (None, "x", ["x"], {}, {"framework": 7, "grades": "good"}, {"numbers": ["40"]})


@pytest.fixture(scope="module")
def scripts(browser: Any) -> Iterator[Any]:
    """Open a page that has the tools' scripts and a journal, and nothing else."""
    yield from open_scripts(browser, *SCRIPTS)


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Give each test an empty journal; return what is recorded in it."""
    return keep_in_memory(monkeypatch)


def _play(scripts: Any, kept: Entries, tool: Any, messages: list[Any]) -> list[dict[str, Any]]:
    """Let both answer the messages, and open the tool again; return what is shown."""
    views = flatten(compare(scripts, kept, tool, [([], {}, messages), ([], {}, [])]))
    for name in ("grades", "structure", "texts"):
        assert views[-1].get(name) == views[-2].get(name)
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
def test_every_set_of_grades(scripts: Any, kept: Entries, place: int) -> None:
    """Account, outcomes and entries are Python's for all combinations of a framework's areas."""
    data = write_simulator_data()
    assert len(data["structures"]) == 4
    views = _play(scripts, kept, SIMULATOR, _grade_all(data, data["structures"][place]))
    assert len({view["sentence"] for view in views}) > 20


def test_wrong_grades(scripts: Any, kept: Entries) -> None:
    """What no page sends changes nothing and is not recorded."""
    good = {"structure": "ilacs_2023", "grades": {"leaders": "good", "help_protection": "good"}}
    wrong = [{}, {"structure": 7}, {"structure": ["sif"], "grades": ["good"]}, {"grades": None}]
    wrong += [{"structure": "constructor", "grades": {"roof": "good", "leaders": 1}}]
    wrong += [{"grades": {"help_protection": "best", "constructor": "good"}}]
    views = _play(scripts, kept, SIMULATOR, [*wrong, good, good, *wrong[:4]])
    assert len(kept) == 1
    assert views[-1]["grades"] == good["grades"]


@pytest.mark.parametrize("value", ODD_VALUES, ids=str)
@pytest.mark.parametrize("tool", [SIMULATOR, CALCULATOR], ids=["simulator", "calculator"])
def test_an_odd_journal(scripts: Any, kept: Entries, tool: Any, value: Any) -> None:
    """What an imported journal may hold is passed over."""
    kinds = {"inspection-simulator": "simulation", "agency-calculator": "calculation"}
    for id, kind in kinds.items():
        journal.record(kind, id, value)
    assert "trouble" not in compare(scripts, kept, tool, [([], {}, [])])[0][0]


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


MORE = [f"\n      - {{id: more_{n}, name: More {n}, counts: true}}" for n in range(4)]
OWN_RULES = {
    "points: 4": "points: 4.7",
    "name: Good": "name: Good enough",
    "formula: average": "formula: min(average, lowest + 1) - count_good / (areas x 3)",
    "formula: most_common": "formula: max(total / areas, middle, 1.1) x highest / 4\n"
    "    limits:\n"
    "      - {grade: good, at_least: 2, no_better_than: requires_improvement}",
    # Two areas that count in one framework, and four more in others.
    "name: Looked after and permanence\n        counts: true": "name: Care\n        counts: false",
    "name: Impact of leaders\n        counts: true": f"name: Leaders\n        counts: true{MORE[0]}"
    f"{MORE[1]}{MORE[2]}{MORE[3]}",
}


def test_a_lecturers_own_rules(
    scripts: Any, kept: Entries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other names, areas, points, sums and limits of the file are followed without new scripts."""
    _change_data(tmp_path, monkeypatch, "inspection_rules.yaml", OWN_RULES)
    data = write_simulator_data()
    two, seven = data["structures"][:2]
    assert [sum(area["counts"] for area in one["areas"]) for one in (two, seven)] == [2, 7]
    alike = {area["id"]: "outstanding" for area in seven["areas"]}
    odd = [{"structure": seven["id"], "grades": {**alike, area: "inadequate"}} for area in alike]
    messages = [*_grade_all(data, two)[:600], *_grade_all(data, seven)[:600], *odd]
    said = " ".join(view["sentence"] for view in _play(scripts, kept, SIMULATOR, messages))
    assert "good enough" in said and "the other one decide" in said


def _type_boxes(data: dict[str, Any], dice: random.Random) -> dict[str, str]:
    """Return texts for the calculator's boxes: most within the limits, some odd."""
    return {one["id"]: _type_box(one, dice) for one in data["inputs"]}


def _type_box(one: dict[str, Any], dice: random.Random) -> str:
    number = dice.uniform(one["minimum"], one["maximum"])
    forms = ["{:.0f}", "{:,.2f}", "{:.1f}", "{:.3f}", "£{:,.0f}", " {:.2f} "]
    forms.append("{:.0f} " + one["unit"])
    near = [f"{one['minimum']}", f"{one['maximum']}", f"{one['maximum'] + 1}", one["start"]]
    usual = [*(form.format(number) for form in forms), *near]
    return dice.choice([*usual * 9, *dice.sample(TYPED, 2)])


def test_five_hundred_ways_to_fill_in_the_calculator(scripts: Any, kept: Entries) -> None:
    """Rows, working, remarks and sentences are Python's, for right and for wrong boxes."""
    dice, data = random.Random(42), write_calculator_data()
    messages: list[Any] = [{"texts": _type_boxes(data, dice)} for _ in range(500)]
    start = {one["id"]: one["start"] for one in data["inputs"]}
    messages += [{"texts": {**start, one["id"]: odd}} for odd in TYPED for one in data["inputs"]]
    messages += [{"texts": None}, {"texts": ["40"]}, {"texts": {"salary": 7, "x": "1"}}, {}]
    messages += [{"do": "reset"}, {"do": "reset"}, {"do": 1, "texts": {"salary": "30000"}}]
    views = _play(scripts, kept, CALCULATOR, messages)
    assert 100 < sum(1 for view in views if view["rows"]) < 700
    assert len(kept) > 600


def test_sums_near_their_edges(scripts: Any, kept: Entries) -> None:
    """Costs that are alike, halves of a pound, no cost at the start, stays as long as needed."""
    dice, messages = random.Random(7), []
    for _ in range(600):
        weeks, hours, rate = dice.randint(1, 52), dice.randint(1, 60), dice.randint(20, 300) / 2
        salary = weeks * hours * rate + dice.choice([0, 0.25, 0.5, -0.5, 1.5, 2.5, 100, -1200])
        texts = {"charge_per_hour": f"{rate}", "hours_per_week": f"{hours}", "salary": f"{salary}"}
        texts |= {"weeks_per_year": f"{weeks}", "on_cost_percent": "0"}
        texts["months_of_stay"] = dice.choice(["1", "2", "50"])
        texts["recruitment_cost"] = dice.choice(["0", "0.5", "100", "5000"])
        texts["induction_weeks"] = dice.choice(["0", "0", "4"])
        messages.append({"texts": texts})
    views = _play(scripts, kept, CALCULATOR, messages)
    said = " ".join(view["sentence"] for view in views)
    assert all(words in said for words in ("the same.", "never earns back", "1 month, it has not"))


def test_a_lecturers_own_sums(
    scripts: Any, kept: Entries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another default, limit and sum of the calculator's file change the page's results too."""
    changes = {
        "default: 42000": "default: 35000.5",
        "max: 150": "max: 99",
        "formula: agency_year - permanent_year": "formula: max(agency_year, 10) - "
        "min(permanent_year, 90000, salary x 2) / (hours_per_week - 37)",
    }
    _change_data(tmp_path, monkeypatch, "agency_defaults.yaml", changes)
    dice, data = random.Random(3), write_calculator_data()
    messages = [{"texts": _type_boxes(data, dice)} for _ in range(100)]
    first = _play(scripts, kept, CALCULATOR, messages)[0]
    assert first["texts"]["salary"] == "35,000"
    assert "This cannot be worked out with these numbers." in {said for _, said in first["rows"]}
