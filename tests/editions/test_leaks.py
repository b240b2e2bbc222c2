"""Finding a text in files that fold, quote and escape it."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from swteach.editions.leaks import FEWEST_WORDS, find_leaks

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


PLACES = {
    "note.md": (f"One.\n\n{SECRET}\n", (3, "")),
    "folded.yaml": (f"a: 1\nb:\n  c: >-\n    {SECRET[:44]}\n    {SECRET[44:]}\nd: 2", (4, "")),
    "table.csv": ("id,note\n" + "0,\n" * 500 + f'1,"{SECRET}"\n2,\n', (502, "")),
    # As JSON writes it, no line of the file holds the words.
    "data.json": (json.dumps({"deep": "a\n" + SECRET.replace(" as", "\nas")}), (0, "")),
}


@pytest.mark.parametrize("name", PLACES)
def test_the_line_where_it_begins_is_told(name: str, tmp_path: Path) -> None:
    """In a text over two lines, and far down in a table; 0 where no line can be told."""
    text, place = PLACES[name]
    (tmp_path / name).write_text(text, encoding="utf-8")
    [leak] = find_leaks(tmp_path, {"n7-num-1": [SECRET]})
    assert (leak.line, leak.cell) == place


@pytest.mark.parametrize("part", ["source", "outputs"])
def test_the_cell_of_a_notebook_is_told(part: str, tmp_path: Path) -> None:
    """The second of two cells, by its name and the line at which it begins in the file."""
    lines = [SECRET[:30], SECRET[30:]]
    held = {"source": lines} if part == "source" else {"outputs": [{"text": lines}]}
    blank = {"cell_type": "code", "metadata": {}, "source": [], "outputs": []}
    cells = [{**blank, "id": "look-1"}, {**blank, "id": "look-2", **held}]
    text = json.dumps({"cells": cells}, indent=1)
    (tmp_path / "page.ipynb").write_text(text, encoding="utf-8")
    [leak] = find_leaks(tmp_path, {"n7-num-1": [SECRET]})
    second = text.split("\n").index('   "cell_type": "code",', 3 + 1) + 1
    assert (leak.line, leak.cell) == (second, "cell look-2")


def test_short_words_and_other_texts_are_no_leak(tmp_path: Path) -> None:
    """Three words stand anywhere by chance; a text that is not there is not found."""
    (tmp_path / "note.md").write_text("Yes, it can. And more.", encoding="utf-8")
    assert find_leaks(tmp_path, {"n7-num-1": ["Yes, it can.", SECRET]}) == []


def test_the_page_says_from_how_many_words_on_texts_are_searched_for() -> None:
    """A lecturer who keeps a short answer back is told to look for it."""
    page = Path(__file__).resolve().parents[2] / "docs" / "handing_out.md"
    said = " ".join(page.read_text(encoding="utf-8").split())
    number = ("no", "one", "two", "three", "four", "five")[FEWEST_WORDS]
    assert f"A text of fewer than {number} words is not searched for" in said
