"""The accessibility statement of the site: nothing in it that is not so, and its blanks told."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from swteach.editions.site_html import Names
from swteach.editions.site_prose import write_prose

STATEMENT = "accessibility.md"
BLANK = "______"
# How an item of its lists begins that is not so in a site without a part, and what is so there.
WITHOUT: dict[str, dict[str, str]] = {
    "scripts": {
        "With scripts on, questions are marked": "These pages have no scripts. Questions are not "
        "marked, nothing is kept, and tools are boxes, lists and tables that work nothing out.",
        "When you press the button of a question": "",
        "What is said to single options": "",
        "A button below a chart": "",
        "**Presses.**": "",
        "The values that a chart shows when you point": "",
        "With scripts off the pages keep nothing": "",
        "When scripts run": "",
    },
    "answers": {
        "What is said to each answer": "The right answers, and what is said to each option, are "
        "not in these pages.",
        "When you press the button of a question": "When you press the button of a question, "
        "whether your answer is right is put in a region that screen readers speak.",
        "What is said to single options": "",
    },
}


def read_statement(course: Path) -> str:
    """Return the statement in Markdown: the course's own, or the one that came with swteach."""
    here = Path(__file__).resolve().parents[1]
    places = [place / "docs" / STATEMENT for place in (course, here, here.parent)]
    return next(place for place in places if place.is_file()).read_text(encoding="utf-8")


def write_statement(text: str, leave_out: Iterable[str] = ()) -> str:
    """
    Return a statement as the body of a page.

    Parameters
    ----------
    text
        In Markdown.
    leave_out
        What the site is without, as ``swteach.editions.site_plan.Plan`` has it: what the
        statement says of it is left out too, or replaced by what is so.
    """
    names = Names()
    html = write_prose(leave_items(text, leave_out), names)
    return html.replace("</h1>", f"</h1>{names.list_parts()}", 1)


def leave_items(text: str, leave_out: Iterable[str]) -> str:
    """Return Markdown without the items of its lists that are not so where parts are left out."""
    # Scripts first: what needs them is gone before answers are looked for.
    for part in sorted(leave_out, reverse=True):
        for start, instead in WITHOUT.get(part, {}).items():
            told = f"- {instead}\n" if instead else ""
            text = find_item(start).sub(told.replace("\\", r"\\"), text)
    return text


def find_item(start: str) -> re.Pattern[str]:
    """Return what finds an item of a list, with its further lines, by its first words."""
    return re.compile(rf"^- {re.escape(start)}.*\n(?:  .*\n)*", re.MULTILINE)


def list_blanks(text: str) -> list[str]:
    """Return what is still to be filled in, by the words before each blank."""
    lines = (line.lstrip("- ").partition(":") for line in text.splitlines())
    return [head for head, _, rest in lines if rest.strip() == BLANK]


def say_blanks(text: str) -> list[str]:
    """Return what to tell of a statement that is not filled in; nothing of one that is."""
    blanks = list_blanks(text)
    told = f"The accessibility statement has blanks: {'; '.join(blanks)}. Fill them in, in the "
    told += f"course's docs/{STATEMENT}, and build again before you publish."
    return [told] if blanks else []
