"""The texts of a notebook: five columns on a page, and all nine in plain text."""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path

import pytest

from swteach.course import load_course
from swteach.course_texts import CAPTION, COLUMNS, HEADS, texts
from swteach.datapackage import find_data
from swteach.tables import load_documents
from swteach.yamlfile import CourseFileError

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


def test_the_texts_do_not_wait_for_the_exercises(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A wrong exercise in the course file is for `swteach check`; a wrong text stops the table."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    file = folder / "course.yaml"
    sound = file.read_text(encoding="utf-8")
    file.write_text(sound.replace("- n3-date-1\n", "- n3-dates-1\n", 1), encoding="utf-8")
    assert CAPTION in texts(3).text
    with pytest.raises(CourseFileError, match=r"course\.yaml, line \d+.*n3-date-1"):
        load_course()
    wrong = sound.replace("- jones-2014-cavalry\n", "- jones-2014-cavalary\n", 1)
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(CourseFileError, match=r"course\.yaml, line \d+.*jones-2014-cavalry"):
        texts(3)
