"""The words in which tables and widgets name a claim's speaker and what the record does to it."""

from __future__ import annotations

HEADINGS = {
    "supports": "The record supports it",
    "complicates": "The record makes it less simple",
    "contradicts": "The record contradicts it",
    "overtaken": "Later events overtook it",
    "not testable": "No record tests it",
}
SUPPORTS, OPEN = "What this supports", "What it does not settle"
# In the order of ``swteach.exercises.VERDICTS``.
SAID = (
    "The record supports it",
    "The record supports part of it",
    "The record contradicts it",
    "The record cannot tell",
)

COMMENT = "comment"


def say_who(speaker: str, date: str, kind: str, publisher: str) -> str:
    """Return who made a claim, when, in what kind of text and where; each thing once.

    Examples
    --------
    >>> say_who("Reader D (comment)", "26 May 2014", "reader comment", "Care (comment thread)")
    'Reader D, 26 May 2014, reader comment (Care)'
    >>> say_who("Labour Social Work Group", "2024", "manifesto", "Labour Social Work Group")
    'Labour Social Work Group, 2024, manifesto'
    """
    name = name_speaker(speaker, kind)
    place = publisher.removesuffix(f" ({COMMENT} thread)") if COMMENT in kind else publisher
    where = "" if place in name else f" ({place})"
    return f"{name}, {date}, {kind}{where}"


def say_source(speaker: str, title: str, date: str, kind: str) -> str:
    """Return who made a claim, in which text, when and in what kind of text; each thing once.

    Examples
    --------
    >>> say_source("Reader D (comment)", "Reader comment D", "26 May 2014", "reader comment")
    'Reader D, “Reader comment D”, 26 May 2014'
    """
    said = "" if COMMENT in kind and kind.lower() in title.lower() else f" ({kind})"
    return f"{name_speaker(speaker, kind)}, “{title}”, {date}{said}"


def name_speaker(speaker: str, kind: str) -> str:
    """Return a speaker without what the kind of text says already."""
    return speaker.removesuffix(f" ({COMMENT})") if COMMENT in kind else speaker
