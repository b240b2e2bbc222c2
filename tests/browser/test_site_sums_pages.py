"""Simulator, calculator and drawn line in the built pages: by keys and pointer, kept for later."""

from __future__ import annotations

from typing import Any

import pytest
from site_pages import open_page

from swteach.agency_cost import say_result, work_out
from swteach.agency_file import load_calculator
from swteach.drawing import load_drawing
from swteach.inspection_account import say_account
from swteach.inspection_rules import load_rules

pytestmark = pytest.mark.browser

GRADES = "05_one_word_for_a_whole_service"
COSTS = "06_who_stays_who_leaves"
ENQUIRIES = "07_more_investigations_less_help"
ASKED = ("2012-13", "2014-15", "2017-18", "2020-21", "2022-23")


def _open(keeping: Any, address: str, notebook: str, tool: str) -> Any:
    return open_page(keeping, address, notebook).locator(f".swteach-{tool}")


def _hear(tool: Any) -> str:
    return " ".join(tool.get_by_role("status").inner_text().split())


def test_simulator_by_keys(keeping: Any, site_address: str) -> None:
    """Arrows choose a framework and its grades; the account is Python's, and is there next time."""
    tool = _open(keeping, site_address, GRADES, "simulator")
    frame = tool.get_by_role("group", name="Which framework?")
    frame.get_by_role("radio").first.focus()
    for _ in range(2):
        tool.page.keyboard.press("ArrowDown")
    areas = tool.locator(".swteach-areas fieldset")
    for steps, area in enumerate(areas.all()):
        area.get_by_role("radio").first.focus()
        tool.page.keyboard.press("Space")
        for _ in range(steps):
            tool.page.keyboard.press("ArrowDown")
    rules = load_rules()
    structure = list(rules.structures.values())[2]
    given = {a.id: g.id for a, g in zip(structure.areas, rules.grades, strict=True)}
    assert _hear(tool) == say_account(rules, structure, given)
    tool.page.close()
    again = _open(keeping, site_address, GRADES, "simulator")
    assert _hear(again) == say_account(rules, structure, given)
    chosen = again.locator("input:checked").evaluate_all("(all) => all.map((one) => one.value)")
    assert chosen == [structure.id, *given.values()]


def test_calculator_says_what_is_wrong_and_works_out(keeping: Any, site_address: str) -> None:
    """A wrong box is named and tied to its error; Enter works the sum out; the start comes back."""
    tool = _open(keeping, site_address, COSTS, "agency")
    known = load_calculator()
    start = {one.id: one.default for one in known.inputs}
    assert _hear(tool) == say_result(start, work_out(known, start))
    box = tool.get_by_role("textbox", name=known.inputs[0].label)
    box.fill("lots")
    box.press("Enter")
    assert f"Look at: {known.inputs[0].label}." in _hear(tool)
    assert box.get_attribute("aria-invalid") == "true"
    box.fill("£52.50")
    box.press("Enter")
    values = {**start, known.inputs[0].id: 52.5}
    assert _hear(tool) == say_result(values, work_out(known, values))
    tool.page.close()
    again = _open(keeping, site_address, COSTS, "agency")
    box = again.get_by_role("textbox", name=known.inputs[0].label)
    assert box.input_value() == "£52.50"
    again.get_by_role("button", name="Put the starting numbers back").click()
    assert (box.input_value(), _hear(again)) == ("40", say_result(start, work_out(known, start)))


def test_line_by_pointer_and_boxes(keeping: Any, site_address: str) -> None:
    """A stroke fills boxes; the record is nowhere in the tool until it is asked for, then stays."""
    drawing = load_drawing(given=["2009-10", "2010-11"], ask=ASKED)
    tool = _open(keeping, site_address, ENQUIRIES, "draw")
    tool.get_by_role("button", name="Show the record").click()
    assert "Say at least one year first." in _hear(tool)
    paper = tool.get_by_role("img")
    paper.scroll_into_view_if_needed()
    box = paper.bounding_box()
    mouse = tool.page.mouse
    mouse.move(box["x"] + box["width"] * 0.3, box["y"] + box["height"] * 0.5)
    mouse.down()
    mouse.move(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.4, steps=8)
    mouse.up()
    tool.get_by_role("textbox", name=ASKED[-1]).fill("180,000")
    tool.get_by_role("button", name="Fill the years").click()
    assert "You have drawn" in _hear(tool) and "0 of 5" not in _hear(tool)
    assert [one.shown for one in drawing.asked if one.shown in tool.text_content()] == []
    tool.get_by_role("button", name="Show the record").click()
    told = f"you drew 180,000 and the record says {drawing.asked[-1].shown}"
    assert told in _hear(tool)
    tool.page.close()
    again = _open(keeping, site_address, ENQUIRIES, "draw")
    assert told in _hear(again)
    assert all(one.shown in again.get_by_role("table").inner_text() for one in drawing.asked)
    again.get_by_role("button", name="Hide the record").click()
    assert again.get_by_role("table").count() == 0
