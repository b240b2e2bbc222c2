"""Finding a text in files that fold, quote and escape it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from swteach.editions.leaks import find_leaks

SECRET = "It’s the new level, as a “percentage” of the old one: take 100 away."
STRAIGHT = SECRET.translate(str.maketrans("’“”", '\'""'))
FORMS = {
    "note.md": SECRET.replace(" as", "\n  as").upper(),
    "exercises.yaml": f"a: '{SECRET[:44]}\n  {SECRET[44:]}'",
    "page.ipynb": json.dumps({"cells": [{"source": ["It’s the new level, as a\n", SECRET[24:]]}]}),
    "data.json": json.dumps({"deep": [{SECRET: 1}]}),
    "table.csv": f'id,note\n1,"{SECRET}"\n',
    "straight.csv": f'id,note\n1,"{STRAIGHT.replace(chr(34), chr(34) * 2)}"\n',
    "shown.ipynb": json.dumps({"cells": [{"outputs": [{"text/html": [escape(STRAIGHT)]}]}]}),
    "emphasis.md": STRAIGHT.replace("new level", "*new* **level**"),
}


@pytest.mark.parametrize("name", FORMS)
def test_a_text_is_found_however_it_is_written(name: str, tmp_path: Path) -> None:
    """Over two lines, in capitals, quoted, escaped, with stars, or split as a notebook does."""
    (tmp_path / name).write_text(FORMS[name], encoding="utf-8")
    assert [leak.file for leak in find_leaks(tmp_path, {"n7-num-1": [SECRET]})] == [name]


def test_short_words_and_other_texts_are_no_leak(tmp_path: Path) -> None:
    """Three words stand anywhere by chance; a text that is not there is not found."""
    (tmp_path / "note.md").write_text("Yes, it can. And more.", encoding="utf-8")
    assert find_leaks(tmp_path, {"n7-num-1": ["Yes, it can.", SECRET]}) == []
