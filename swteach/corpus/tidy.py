"""The rules by which a page's characters become plain lines, and a line a paragraph.

`RULES` is written into build.json: change it whenever a rule here, in `cutting` or in `counting`
changes what the tables say.
"""

from __future__ import annotations

import re
import unicodedata

RULES = "1"

_SPACES = "\t\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\xad"
_QUOTES = {"'": "\u2018\u2019\u201a\u201b", '"': "\u201c\u201d\u201e\u201f"}
_FOLDS = (
    [(space, " ") for space in _SPACES]
    + [(mark, "") for mark in _INVISIBLE]
    + [(old, new) for new, olds in _QUOTES.items() for old in olds]
)
_ASCII_FOLDS = [fold for fold in _FOLDS if fold[0].isascii()]
_BULLET = re.compile(r"(?:[•‣◦▪●·*-]|\d{1,3}[.)]|\(?[a-z]\))\s+", re.IGNORECASE)


def tidy(text: str) -> str:
    """Make white space, quotation marks and Unicode the same whoever saved the page.

    Any space becomes one plain space, curly quotes become straight, invisible marks go, characters
    are composed (NFC) and every line ending becomes a newline.  Lines stay where they were.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    for old, new in _ASCII_FOLDS if text.isascii() else _FOLDS:
        if old in text:
            text = text.replace(old, new)
    return _squeeze(text)


def _squeeze(text: str) -> str:
    # Chained replaces run in C over the whole block; a regular expression is ten times slower.
    while "  " in text:
        text = text.replace("  ", " ")
    return text.replace(" \n", "\n").replace("\n ", "\n").strip(" ")


def bullet_end(line: str) -> int:
    """Return where a tidied line's own words begin after the number or bullet that opens it."""
    found = _BULLET.match(line)
    return found.end() if found else 0
