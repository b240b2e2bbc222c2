"""The texts that a notebook uses, each with where it comes from."""

from __future__ import annotations

from swteach.course import load_course
from swteach.page import Page, table
from swteach.tables import load_documents

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
        was read on and its address, as HTML and as plain text.

    Raises
    ------
    ValueError
        If there is no notebook of that number.

    Notes
    -----
    Source: ``course.yaml`` names the texts, ``documents.csv`` describes them.
    """
    used = load_course().find(notebook).texts
    rows = load_documents(doc=list(used)).sort_values(["date_start", "doc_id"])
    frame = rows[list(COLUMNS)].rename(columns=COLUMNS)
    return table(frame, "The texts used in this notebook")
