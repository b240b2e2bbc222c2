"""The journal as a file to take away, and back again."""

from __future__ import annotations

from pathlib import Path

from swteach.journal.exports.markdown import write_markdown
from swteach.journal.exports.outline import outline
from swteach.journal.exports.page import write_page
from swteach.journal.exports.word import write_word
from swteach.journal.fileformat import write_pages
from swteach.journal.opening import open_journal
from swteach.journal.outcome import Outcome, explain
from swteach.journal.pages import Pages
from swteach.journal.privacy import leave_out_private

FILE_STEM = "journal-export"
_WRITERS = {"md": write_markdown, "html": write_page, "docx": write_word}
FORMS = ("docx", "html", "md", "json")


def render(pages: Pages, form: str, *, private: bool = True) -> bytes:
    """
    Return a journal as the bytes of a file to download.

    Parameters
    ----------
    pages
        The journal.
    form
        "docx", "html" or "md" to read; "json" to import again, which is exact.
    private
        Whether private entries are in it; see ``swteach.journal.privacy`` for which those are.

    Raises
    ------
    ValueError
        For another form; the message lists those there are.
    """
    if form not in FORMS:
        raise ValueError(f'There is no export as "{form}". Choose one of: {", ".join(FORMS)}.')
    if form == "json":
        return write_pages(pages if private else leave_out_private(pages))
    return _WRITERS[form](outline(pages, private=private))


def export_journal(form: str = "docx", *, private: bool = True) -> Outcome:
    """
    Write this notebook's journal as a file beside it, for the student to download.

    Returns
    -------
    Outcome
        ``path`` is the file, journal-export.docx for example; where it could not be written,
        ``message`` says why. An export of that name from before is replaced.
    """
    journal = open_journal()
    try:
        data = render(journal.pages, form, private=private)
        path = journal.write_beside(f"{FILE_STEM}.{form}", data)
    except Exception as error:  # a student's page must not break over it
        return Outcome(False, f"Not exported: {explain(error, journal.path.parent)}")
    return Outcome(True, f"Exported as {path.name}, beside this notebook.", path=path)


def import_journal(source: Path | str | bytes) -> Outcome:
    """Join a downloaded journal.json (its path or its bytes) with this notebook's journal."""
    given = Path(source) if isinstance(source, str) else source
    return open_journal().merge(given)
