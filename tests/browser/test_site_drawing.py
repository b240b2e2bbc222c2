"""Drawing a line in the page says and keeps what its Python does, and keeps the record back."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from site_memory import TYPED, flatten, keep_in_memory
from site_play import Entries, compare, find_uses, open_scripts

from swteach import journal
from swteach.editions.site_sums_data import write_drawing_data
from swteach.widgets.you_draw_it import you_draw_it

pytestmark = pytest.mark.browser

SCRIPTS = ("spaces", "typed", "numbers", "boxes", "mappings", "listing", "drawing_line")
SCRIPTS += ("keeping", "drawing_gap", "you_draw_it")
TOOL = ("you_draw_it", you_draw_it, write_drawing_data)
USES = find_uses("you_draw_it")
OTHERS: list[dict[str, Any]] = [
    {},
    {"series": "dm_s47", "given": ["2009-10"]},
    {"series": "cla_outside_share", "breakdown": "All children"},
    {"series": "dm_s47_to_icpc_pct", "given": ["2010-11"], "ask": ["2014-15", "2024-25"]},
    {"series": "dm_icpc", "given": [], "ask": ["2011-12", "2012-13", "2013-14", "2024-25"]},
]


@pytest.fixture(scope="module")
def scripts(browser: Any) -> Iterator[Any]:
    """Open a page that has the tool's scripts and a journal, and nothing else."""
    yield from open_scripts(browser, *SCRIPTS)


@pytest.fixture(autouse=True)
def kept(monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Give each test an empty journal; return what is recorded in it."""
    return keep_in_memory(monkeypatch)


def _find_asked(data: dict[str, Any]) -> list[dict[str, Any]]:
    return [point for point in data["points"] if point["asked"]]


def _draw(data: dict[str, Any], dice: random.Random) -> list[dict[str, Any]]:
    """Return one drawing: boxes filled, and buttons pressed in any order."""
    full, is_wild = dice.choice([1, 0.7, 0.3]), dice.random() < 0.3
    texts = {
        point["period"]: _type_value(point["value"], dice, is_wild)
        for point in _find_asked(data)
        if dice.random() < full
    }
    texts = {**{point["period"]: "" for point in _find_asked(data)}, **texts}
    wishes = [None, "fill", "show", "hide", "clear", "jump", 3]
    pressed = dice.choices(wishes, [4, 3, 6, 3, 1, 1, 1], k=4)
    return [{"texts": texts, "do": wish} for wish in ("hide", *pressed, "show")]


def _type_value(value: float, dice: random.Random, is_wild: bool) -> str:
    if is_wild and dice.random() < 0.3:
        return dice.choice(TYPED)
    drawn = value * dice.choice([1, 1.005, 0.99, 0.5, 2, dice.uniform(0.2, 3), dice.uniform(0, 40)])
    return dice.choice(["{:.0f}", "{:,.0f}", "{:.1f}", "{:.3f}", " {:.2f}"]).format(drawn)


@pytest.mark.parametrize("use", [*USES, *(([], named) for named in OTHERS)], ids=str)
def test_two_hundred_drawings(scripts: Any, kept: Entries, use: Any) -> None:
    """Scale, record, remarks and the gap in words are Python's, whatever is drawn and pressed."""
    assert len(USES) == 1
    dice, data = random.Random(9), write_drawing_data(*use[0], **use[1])
    messages = [one for _ in range(200) for one in _draw(data, dice)]
    messages += [{"texts": []}, {"texts": {"2030-31": "5"}}, {"do": ["show"]}, {}]
    views = flatten(compare(scripts, kept, TOOL, [(*use, messages), (*use, [])]))
    assert 100 < sum(1 for view in views if view["record"]) < len(views) - 100
    assert views[-1]["texts"] == views[-2]["texts"]


@pytest.mark.parametrize("shown", [True, False, 1, "yes"])
@pytest.mark.parametrize("line", [{"2024-25": "5"}, {"2024-25": "5", "2023-24": "x"}, {}, None, []])
def test_an_odd_journal(scripts: Any, kept: Entries, line: Any, shown: Any) -> None:
    """The record comes back only beside a line that could be shown."""
    value = {"line": line, "record shown": shown}
    journal.record("drawing", "you-draw-it:dm_s47:England:all", value)
    view = compare(scripts, kept, TOOL, [([], {}, [])])[0][0]
    assert bool(view["record"]) == (shown is True and line == {"2024-25": "5"})


def test_the_record_waits_for_a_line(scripts: Any, kept: Entries) -> None:
    """No figure asked is in what the page shows or keeps until a line is drawn and it is wanted."""
    asked = _find_asked(write_drawing_data())
    flat = {point["period"]: "111,700" for point in asked}
    messages = [{"do": "show"}, {"texts": {"2024-25": "111,700"}, "do": "fill"}, {"texts": flat}]
    everything = json.dumps([compare(scripts, kept, TOOL, [([], {}, messages)]), kept])
    secrets = [point["shown"] for point in asked] + [f"{point['value']:.0f}" for point in asked]
    assert [secret for secret in secrets if secret in everything] == []
    shown = compare(scripts, kept, TOOL, [([], {}, [{"do": "show"}])])[0][-1]
    assert shown["record"]["values"]["2024-25"] == asked[-1]["value"]
