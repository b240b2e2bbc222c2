"""A briefing as the bytes of one file."""

from __future__ import annotations

from swteach.briefing_draft import Draft
from swteach.briefing_markdown import write_briefing_markdown
from swteach.briefing_outline import lay_briefing
from swteach.briefing_page import write_briefing_page
from swteach.briefing_word import write_briefing_word

_WRITERS = {
    "html": write_briefing_page,
    "docx": write_briefing_word,
    "md": write_briefing_markdown,
}
FORMS = tuple(_WRITERS)


def render(draft: Draft, form: str, *, name: str = "", account: bool = False) -> bytes:
    """
    Return a briefing as the bytes of a file, complete or not.

    Parameters
    ----------
    draft
        What was filled in.
    form
        "html", "docx" or "md".
    name
        The student's name; none by default.
    account
        Whether the private account of the student's own position is in it.

    Raises
    ------
    ValueError
        For another form; the message lists those there are.
    """
    if form not in FORMS:
        raise ValueError(f'There is no export as "{form}". Choose one of: {", ".join(FORMS)}.')
    return _WRITERS[form](lay_briefing(draft, name=name, account=account))
