"""What a tutor is given from a notebook: the talk, and the pages of the other side."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.editions.notebook_sections import find_other_side, find_talk, read_cells
from swteach.editions.paper import Bullets, Heading, read_plain

NOTEBOOKS = sorted((Path(__file__).resolve().parents[2] / "notebooks").glob("*.ipynb"))


@pytest.mark.parametrize("path", NOTEBOOKS[1:], ids=lambda path: path.stem[:2])
def test_every_notebook_lists_pages_outside_the_course(path: Path) -> None:
    """At least three links, each to an address, and nothing of the headings after them."""
    parts = find_other_side(read_cells(path))
    items = [words for part in parts if isinstance(part, Bullets) for _, words in part.items]
    links = [run.url for words in items for run in words if run.url]
    assert len(links) >= 3 and not any(isinstance(part, Heading) for part in parts)
    assert "**" not in " ".join(read_plain(words) for words in items)


def test_the_talk_ends_where_write_begins() -> None:
    """Prompts and the questions asked there are in it; its own heading and Write are not."""
    parts = find_talk(read_cells(NOTEBOOKS[7]))
    said = " ".join(read_plain(part.words) for part in parts if hasattr(part, "words"))
    assert "Question n7-group-1: see below." in said and "n7-ref-1" not in said
    assert not [part for part in parts if isinstance(part, Heading)]


def test_a_notebook_that_is_not_there_has_no_cells(tmp_path: Path) -> None:
    """A course with fewer notebooks still gets a pack."""
    assert read_cells(tmp_path / "12_none.ipynb") == []
