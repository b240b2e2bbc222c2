"""Glossary terms: the first use is linked, once, and nothing else is touched."""

from __future__ import annotations

import nbformat
import pytest

from swteach.glossary_links import HEADING, link_terms, load_terms_of_art

TEXT = """### Ofsted in a heading stays

[Ofsted on the web](https://example.org) and `Ofsted` stay too. The OFSTED of capitals stays.
In 2007 Ofsted took over, and Ofsted still inspects. Section 47 enquiries rose. Thresholds matter.
The Competition and Markets Authority reported. In whom do you trust?"""


@pytest.fixture
def notebook() -> nbformat.NotebookNode:
    """Return a notebook of two cells."""
    new = nbformat.v4.new_markdown_cell
    return nbformat.v4.new_notebook(
        cells=[new("# 5. Ofsted", id="title"), new(TEXT, id="read"), new("Ofsted.", id="talk")]
    )


def test_only_the_first_use_is_linked(notebook):
    """The word in a heading, a link or code is passed over; the next uses stay plain."""
    words = link_terms(notebook)
    text = notebook.cells[1].source
    assert "In 2007 [Ofsted](#Ofsted) took over, and Ofsted still" in text
    assert text.startswith("### Ofsted in a heading stays\n\n[Ofsted on the web](https://")
    assert "[Section 47](#section-47) enquiries" in text and "[Thresholds](#threshold)" in text
    assert "[Competition and Markets Authority](#CMA)" in text and "you trust?" in text
    assert notebook.cells[0].source == "# 5. Ofsted" and notebook.cells[2].source == "Ofsted."
    assert words.startswith(HEADING) and "#### section 47\n\nAlso: s47" in words


def test_a_second_run_changes_nothing(notebook):
    """Linking what is linked already gives the same text and the same meanings."""
    words = link_terms(notebook)
    before = notebook.cells[1].source
    assert link_terms(notebook) == words
    assert notebook.cells[1].source == before


def test_everyday_words_are_left_alone(notebook):
    """A term that a notebook uses in its everyday sense is neither linked nor explained."""
    words = link_terms(notebook, plain=["threshold"])
    assert "Thresholds matter" in notebook.cells[1].source and "#### threshold" not in words


def test_anchors_differ():
    """No two terms of the glossary would lead to the same heading."""
    anchors = [term.anchor.casefold() for term in load_terms_of_art()]
    assert len(set(anchors)) == len(anchors)
