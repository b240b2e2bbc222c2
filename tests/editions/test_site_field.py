"""Each field of a page has a name of its own, by which a browser that goes back finds it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from swteach.editions.site_field import ask_sure, box, choose, choose_in_cell, paper, tick
from swteach.editions.site_html import Names
from swteach.editions.site_words import brief, map_argument

FIELD = re.compile(r"<(input|textarea|select)([^>]*)>")
ATTRIBUTE = re.compile(r'(\S+)="([^"]*)"')


def _list_fields(html: str) -> list[dict[str, str]]:
    return [dict(ATTRIBUTE.findall(inner)) for _, inner in FIELD.findall(html)]


def test_no_two_fields_share_a_name() -> None:
    """Boxes and menus of the same label, twice; only the options of one group have one name."""
    names, html = Names(), ""
    for _ in range(2):
        html += box(names, "Which?") + paper(names, "Which?") + choose(names, "Which?", "ab")
        html += choose_in_cell(names, "Which?", "ab") + ask_sure(names, "n1-mcq-1")
        html += tick(names, "n1-mcq-1", "ab", many=True)
    fields = _list_fields(html)
    single = [one for one in fields if one.get("type") not in ("radio", "checkbox")]
    assert [one["name"] for one in single] == [one["id"] for one in single]
    assert len({one["name"] for one in single}) == len(single) == 8
    groups = [one["name"] for one in fields if one not in single]
    assert len(groups) == 14 and len(set(groups)) == 4


@pytest.mark.parametrize("tool", [brief, map_argument])
def test_what_the_page_keeps_the_browser_does_not(tool: Any) -> None:
    """A browser would bring back what was removed; the page brings back what is kept."""
    fields = _list_fields(tool(Names()))
    assert fields and {one["autocomplete"] for one in fields} == {"off"}
