"""The tools that work something out, with all that they could say printed: grades, costs, lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape
from itertools import combinations_with_replacement
from typing import Any

from swteach.agency_cost import print_working, say_result, show, work_out
from swteach.agency_file import Calculator, Input, load_calculator
from swteach.charts.rows import find_sources
from swteach.datapackage import find_data
from swteach.drawing import Drawing, load_drawing
from swteach.editions.site_field import box, group
from swteach.editions.site_html import Names, bullets, fold, link, say, tabulate_words
from swteach.inspection_account import NONE, name_grade, number, say_chance
from swteach.inspection_rules import (
    FILE,
    Rules,
    Structure,
    apply_rule,
    count_combinations,
    load_rules,
)
from swteach.inspection_words import read_words
from swteach.tables import load_observations, load_series

WHAT_IF = "This framework itself gives no overall grade: each one here is a “what if”."
LIKELY = "The counts take every combination once. In real life combinations are not equally likely."
FIND = (
    "Choose grades for the areas on paper. Then open the table of all combinations, and find the "
    "row with as many areas of each grade: it says what each rule makes of them."
)
RECALL = "Put your numbers in and work the sum out by the lines below, with a calculator."
ILLUSTRATIVE = "Illustrative."
NUMBERS = "Agency cost calculator: what is your assumption?"
YEARS = "Your line, year by year"
DRAW = "Type the numbers that you expect before you open the record."


def simulate(names: Names) -> str:
    """Return the rules, how often each gives each grade, and every combination of grades."""
    folder = find_data()
    rules, words = load_rules(folder / FILE), read_words(folder)
    listed = bullets(
        f"<b>{escape(rule.name)}</b> ({escape(words.labels[rule.id])}). "
        f"{escape(rule.description.strip())} {escape(rule.ties.strip())} "
        f"{escape(words.parts[rule.id])}"
        for rule in rules.rules.values()
    )
    frameworks = "".join(_write_structure(rules, one) for one in rules.structures.values())
    return f"{say(words.note)}{say(FIND)}<p><b>The rules</b></p>{listed}{frameworks}"


def _write_structure(rules: Rules, one: Structure) -> str:
    areas = (
        area.name if area.counts else f"{area.name} (no rule looks at it)" for area in one.areas
    )
    note = say(one.note.strip()) + ("" if one.overall else say(WHAT_IF))
    said = say(f"{'; '.join(areas)}.", "Areas:") + note
    tables = _count(rules, one) + say(LIKELY) + say(say_chance(len(one.counting)))
    every = fold(_list_all(rules, one), f"All combinations of grades: {one.name}")
    return f"<p><b>{escape(one.name)}</b></p>{said}{tables}{every}"


def _count(rules: Rules, one: Structure) -> str:
    counts = count_combinations(rules, one.id)
    total, areas = sum(next(iter(counts.values())).values()), number(len(one.counting))
    keys = [*(grade.id for grade in rules.grades), None]
    rows = [
        [rules.rules[rule].name, *(str(found[key]) for key in keys)]
        for rule, found in counts.items()
    ]
    caption = f"{one.name}: how many of {total} combinations of {areas} areas get which grade"
    return tabulate_words(caption, ["Rule", *(g.name for g in rules.grades), NONE], rows)


def _list_all(rules: Rules, one: Structure) -> str:
    grades = [grade.id for grade in rules.grades]
    profiles = combinations_with_replacement(grades, len(one.counting))
    rows = [
        [_say_profile(rules, profile), *_decide(rules, profile)] for profile in map(list, profiles)
    ]
    heads = ["Areas", *(rule.name for rule in rules.rules.values())]
    return tabulate_words(f"{one.name}: what each rule makes of each combination", heads, rows)


def _say_profile(rules: Rules, profile: Sequence[str]) -> str:
    return ", ".join(
        f"{count} {name_grade(rules, grade).lower()}" for grade, count in Counter(profile).items()
    )


def _decide(rules: Rules, profile: Sequence[str]) -> list[str]:
    return [name_grade(rules, apply_rule(rules, rule, profile)) for rule in rules.rules]


def calculate(names: Names) -> str:
    """Return the calculator's boxes with their defaults, and the sum worked out with them."""
    known = load_calculator(find_data())
    start = {one.id: one.default for one in known.inputs}
    boxes = group(NUMBERS, "".join(_ask(names, one) for one in known.inputs))
    results = work_out(known, start)
    outside = "<p><b>What is not in the sum</b></p>" + bullets(map(escape, known.outside))
    said = say(say_result(start, results), "With the numbers as they stand.")
    parts = [say(known.note), say(RECALL), boxes, said, _print(known, start, results)]
    return "".join([*parts, outside, _compare(known)])


def _ask(names: Names, one: Input) -> str:
    help = " ".join(filter(None, [one.help, ILLUSTRATIVE if one.illustrative else "", one.note]))
    value = show(one.default, one.unit).strip("£%")
    return box(names, f"{one.label} ({one.unit})", value, number=True) + say(help, kind="note")


def _print(known: Calculator, start: dict[str, float], results: dict[str, Any]) -> str:
    steps = print_working(known, start, results)
    rows = [[s["label"], s["formula"], s["sum"], s["result"], s["note"]] for s in steps]
    heads = ("What", "How", "With these numbers", "Result", "Note")
    return tabulate_words("The working, line by line", heads, rows)


def _compare(known: Calculator) -> str:
    """Return one published sum to set beside the result, where the file names one."""
    if not known.point:
        return ""
    rows = load_observations(**{key: known.point[key] for key in ("series", "breakdown", "period")})
    title = load_series(series=known.point["series"])["title"].iloc[0]
    values = rows.loc[rows["display"] != "hide", "value"]
    caveat = known.point["caveat"].strip()
    return "".join(say(f"{title}: £{value:,.0f}. {caveat}") for value in values)


def draw_line(
    names: Names,
    series: str = "dm_s47",
    geography: str = "England",
    breakdown: str = "all",
    given: Sequence[str] | None = None,
    ask: Sequence[str] | None = None,
) -> str:
    """Return a box for each year that is asked, and the record folded."""
    drawing = load_drawing(series, geography, breakdown, given, ask)
    known = "; ".join(f"{point.period}: {point.shown}" for point in drawing.given)
    asked = say(f"{drawing.title}, {geography}.", "Say how the line goes:")
    asked += say(f"{drawing.definition} Unit: {drawing.words}. Given: {known}. {DRAW}")
    boxes = "".join(box(names, point.period, number=True) for point in drawing.asked)
    return (
        asked
        + group(f"{YEARS} ({drawing.words})", boxes)
        + fold(_show_record(drawing), f"The record: {drawing.title}")
    )


def _show_record(drawing: Drawing) -> str:
    rows = [[point.period, point.shown, point.caveat] for point in drawing.points]
    table = tabulate_words(f"{drawing.title} ({drawing.words})", ("Year", "Record", "Note"), rows)
    breaks = (f"From {one['at'][:4]}: {one['why']}" for one in drawing.breaks)
    notes = bullets(map(escape, [*breaks, *drawing.notes]))
    cited = find_sources(point.source_id for point in drawing.points).to_dict("records")
    sources = "; ".join(f"{escape(s['publisher'])}, {link(s['title'], s['url'])}" for s in cited)
    return f"{table}{say(drawing.misreading, 'Take care.')}{notes}<p>Source: {sources}.</p>"
