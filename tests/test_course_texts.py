"""The texts of a notebook: five columns on a page, and all nine in plain text."""

from __future__ import annotations

import re
from html import escape

from swteach.course import load_course
from swteach.course_texts import COLUMNS, HEADS, texts
from swteach.tables import load_documents

NUMBERS = [one.number for one in load_course().notebooks if one.texts]


def test_nothing_of_a_text_is_left_out() -> None:
    """All that the nine columns hold of each text stands on the page and in plain text."""
    for number in NUMBERS:
        shown = texts(number)
        rows = load_documents(doc=list(load_course().find(number).texts))
        assert shown.html.count('scope="col"') == len(HEADS) == 5
        for _, row in rows.iterrows():
            known = [row[name] for name in COLUMNS if row.notna()[name]]
            assert [part for part in known if escape(part) not in shown.html] == []
            assert [part for part in known if part not in shown.text] == []
        assert all(f"{name}: " in shown.text for name in COLUMNS.values())


def test_a_title_leads_to_its_text() -> None:
    """Each title is a link to its own address; a text without one has no link, and says so."""
    without = 0
    for number in NUMBERS:
        heads = re.findall(r'<th scope="row"[^>]*>(.*?)</th>', texts(number).html)
        rows = load_documents(doc=list(load_course().find(number).texts))
        rows = rows.sort_values(["date_start", "doc_id"])
        for head, (_, row) in zip(heads, rows.iterrows(), strict=True):
            url = row["url"] if row.notna()["url"] else ""
            assert head.startswith(f'<a href="{escape(url)}">') == bool(url)
            without += not url
        gaps = texts(number).html.count("Address of this text: not known")
        assert gaps == rows["url"].isna().sum()
    assert without
