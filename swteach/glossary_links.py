"""Glossary terms of a notebook: each linked, where it first stands, to its meaning below."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from swteach.tables import load_glossary

if TYPE_CHECKING:
    from nbformat import NotebookNode

HEADING = "### Words used here"
LEAD = "Each is linked from the place where it first stands on this page."
# Cells that are lists of names or are written anew from other files.
SKIPPED = ("title", "outcomes", "next-words")
# What a link may not reach into: headings, other links, code, emphasis that names a speaker.
_KEPT = re.compile(r"^#+ .*$|!?\[[^\]]*\]\([^)]*\)|`[^`]*`|https?://\S+", re.MULTILINE)


@dataclass(frozen=True)
class Term:
    """A word of the field; ``forms`` are the ways in which it is written."""

    name: str
    forms: tuple[str, ...]
    meaning: str

    @property
    def anchor(self) -> str:
        """The name that a notebook gives to the heading of this term."""
        return self.name.replace(" ", "-")

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds the term in running text: whole words, also in the plural."""
        forms = sorted(self.forms, key=len, reverse=True)
        words = "|".join(_allow_case(form) for form in forms)
        return re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])")


def load_terms_of_art() -> list[Term]:
    """Return the terms of ``glossary.csv``, longest first, so that no shorter one cuts them."""
    glossary = load_glossary()
    shared = set(glossary.loc[glossary["expansion"].duplicated(keep=False), "expansion"].dropna())
    terms = [
        Term(row.term, _find_forms(row.term, row.expansion, shared), _explain(row))
        for row in glossary.itertuples()
    ]
    return sorted(terms, key=lambda term: (-max(map(len, term.forms)), term.name))


def link_terms(notebook: NotebookNode, plain: Collection[str] = ()) -> str:
    """Link the first use of each term in a notebook's text, in place, and return the meanings.

    Parameters
    ----------
    notebook
        Its Markdown cells are changed; links from an earlier run are taken out first.
    plain
        Terms that this notebook uses as everyday words, which are not linked.

    Returns
    -------
    str
        Markdown of the terms used, each under a heading that the links lead to.
    """
    terms = load_terms_of_art()
    cells = [
        cell for cell in notebook.cells if cell.cell_type == "markdown" and cell.id not in SKIPPED
    ]
    for cell in cells:
        cell.source = unlink(cell.source, terms)
    used = [term for term in terms if term.name not in plain and _link_first(cells, term)]
    return write_meanings(used)


def unlink(text: str, terms: Collection[Term]) -> str:
    """Take out the links that lead to a term's meaning, and keep their words."""
    anchors = "|".join(re.escape(term.anchor) for term in terms)
    return re.sub(rf"\[([^\]]*)\]\(#(?:{anchors})\)", r"\1", text)


def write_meanings(terms: Collection[Term]) -> str:
    """Return Markdown of terms and their meanings, in the order of the alphabet."""
    lines = [HEADING, LEAD]
    for term in sorted(terms, key=lambda term: term.name.casefold()):
        lines += [f"#### {term.name}", term.meaning]
    return "\n\n".join(lines)


def _link_first(cells: list[NotebookNode], term: Term) -> bool:
    for cell in cells:
        for start, end in _find_free(cell.source):
            found = term.pattern.search(cell.source, start, end)
            if found:
                before, after = cell.source[: found.start()], cell.source[found.end() :]
                cell.source = f"{before}[{found.group()}](#{term.anchor}){after}"
                return True
    return False


def _find_free(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for kept in _KEPT.finditer(text):
        yield start, kept.start()
        start = kept.end()
    yield start, len(text)


def _allow_case(form: str) -> str:
    # CIN is a term and "cin" is not; "Care leaver" may open a sentence.
    first = form[0]
    head = f"[{first.upper()}{first.lower()}]" if not form[:2].isupper() else re.escape(first)
    return f"{head}{re.escape(form[1:])}(?:e?s)?"


def _find_forms(term: str, expansion: object, shared: set[str]) -> tuple[str, ...]:
    """Return the ways to write a term; "trust" and the like are everyday words besides."""
    if pd.isna(expansion) or expansion in shared or str(expansion).startswith("includes "):
        return (term,)
    others = [form.strip() for form in str(expansion).split(";")]
    return (term, *(form for form in others if " " in form or form[:2].isupper()))


def _explain(row: object) -> str:
    expansion, meaning = row.expansion, row.definition
    return meaning if pd.isna(expansion) else f"Also: {expansion}. {meaning}"
