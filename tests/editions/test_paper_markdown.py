"""Markdown of the notebooks as parts of a document."""

from __future__ import annotations

import json
import re
from pathlib import Path

from swteach.editions.paper import Bullets, Grid, Heading, Run, Text, read_plain
from swteach.editions.paper_markdown import read_markdown
from swteach.editions.paper_notebook import read_source

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def test_words_keep_their_look_and_links_lead_outside_only() -> None:
    """Bold, italics and addresses stay; a link to a notebook or a term is only its words."""
    (text,) = read_markdown("**Read** *this* [page](https://gov.uk/a), [term](#x), [07](07.ipynb).")
    assert Run("Read", bold=True) in text.words and Run("this", italic=True) in text.words
    assert Run("page", url="https://gov.uk/a") in text.words
    assert [run.text for run in text.words if not run.url][-4:] == ["term", ", ", "07", "."]


def test_a_picture_is_told_by_its_words() -> None:
    """Paper has no picture of a lecturer's own, and says that there was one."""
    (text,) = read_markdown("See ![a *grey* line](attachment:line.png) here.")
    assert read_plain(text.words) == "See [Picture: a grey line] here."


def test_headings_go_deeper_and_lists_keep_their_depth() -> None:
    """A heading goes down by as many levels as asked; a list within a list is one deeper."""
    parts = read_markdown("## Talk\n\n1. one\n   - two\n2. three\n\n> said", deeper=1)
    assert parts[0] == Heading(3, "Talk")
    assert isinstance(parts[1], Bullets) and parts[1].numbered
    assert [depth for depth, _ in parts[1].items] == [0, 1, 0]
    assert parts[2] == Text((Run("said"),), "set in")


def test_a_table_keeps_its_cells() -> None:
    """A pipe table becomes a table with its headings."""
    (grid,) = read_markdown("| a | b |\n| --- | --- |\n| 1 | **2** |")
    assert grid == Grid("", ("a", "b"), (("1", "2"),))


def test_no_word_of_any_notebook_is_lost() -> None:
    """Every word of every Markdown cell is in the parts, but for marks, addresses and HTML."""
    for path in sorted(NOTEBOOKS.glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "markdown":
                source = re.sub(r"\]\([^)\s]*\)|<[^>]+>", " ", read_source(cell))
                held = set(re.findall(r"\w+", " ".join(map(flatten, read_markdown(source)))))
                assert set(re.findall(r"[^\W\d_]{2,}", source)) - held == set(), cell["id"]


def flatten(part: object) -> str:
    if isinstance(part, Heading):
        return part.text
    if isinstance(part, Text):
        return read_plain(part.words)
    if isinstance(part, Bullets):
        return " ".join(read_plain(words) for _, words in part.items)
    return " ".join(cell for row in (part.columns, *part.rows) for cell in row)
