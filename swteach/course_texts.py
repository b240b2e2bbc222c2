"""The texts that a notebook uses, each with where it comes from."""

from __future__ import annotations

from collections.abc import Hashable
from html import escape
from typing import Any

from swteach.course import load_course
from swteach.page import Page, link, scroll, table, tabulate
from swteach.tables import load_documents

CAPTION = "The texts used in this notebook"
COLUMNS = {
    "title": "Text",
    "author": "Author",
    "author_role": "Who that is",
    "date_text": "Date",
    "date_how_known": "How the date is known",
    "genre": "Kind of text",
    "original_publisher": "Publisher",
    "host_site": "Read on",
    "url": "Address",
}
# On a page nine columns do not fit beside each other: each of these holds one or two of them.
HEADS = (
    "Text",
    "Author and role",
    "Date and how it is known",
    "Kind of text",
    "Publisher and where it was read",
)
LEAST = 680  # px: narrower than this, words of five columns would break


def texts(notebook: int) -> Page:
    """Return a table of the texts that a notebook uses, oldest first.

    Parameters
    ----------
    notebook
        The notebook's number, such as 7.

    Returns
    -------
    Page
        Title, author and role, date and how it is known, kind of text, publisher, the page it
        was read on and its address: in HTML as five columns, where the title links to the
        address, and in plain text each under its own name.

    Raises
    ------
    ValueError
        If there is no notebook of that number.

    Notes
    -----
    Source: ``course.yaml`` names the texts, ``documents.csv`` describes them.
    """
    used = load_course(exercises=False).find(notebook).texts
    rows = load_documents(doc=list(used)).sort_values(["date_start", "doc_id"])[list(COLUMNS)]
    plain = table(rows.rename(columns=COLUMNS), CAPTION)
    known = rows.astype("object").where(rows.notna(), "").to_dict("records")
    shown = tabulate(CAPTION, HEADS, [_mark_up(text) for text in known])
    return Page(scroll(shown, f"{CAPTION}, a table that scrolls", LEAST), plain.text)


def _mark_up(text: dict[Hashable, Any]) -> list[str]:
    """Return the cells of one text; a text without an address of its own says so."""
    title, url = text["title"], text["url"]
    read = [f"Publisher: {text['original_publisher']}", f"Read on: {text['host_site']}"]
    return [
        link(title, url) if url else escape(title),
        _break([text["author"], text["author_role"]]),
        _break([text["date_text"], f"How known: {text['date_how_known']}"]),
        escape(text["genre"]),
        _break(read if url else [*read, "Address of this text: not known"]),
    ]


def _break(lines: list[str]) -> str:
    return "<br>".join(escape(line) for line in lines)
