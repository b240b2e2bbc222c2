"""The words in which tables and widgets say what the record does to a claim."""

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
