"""Comment stamps: the line that says who wrote a reader's comment, and when."""

from __future__ import annotations

import re

from swteach.corpus.readers import Page
from swteach.corpus.tidy import bullet_end

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_DAY_FIRST = rf"\d{{1,2}} {_MONTH} \d{{4}}"
_MONTH_FIRST = rf"{_MONTH} \d{{1,2}},? \d{{4}}"
DATE = rf"(?:{_MONTH_FIRST}|{_DAY_FIRST}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
_NAME = r"(?P<name>[^\W\d_][\w .'-]{0,60}?)"
STAMP = re.compile(rf"{_NAME},? (?:says |wrote )?(?:on )?{DATE},?(?: at)? \d{{1,2}}[:.]\d{{2}}")
_LONGEST = 120


def find_names(page: Page) -> frozenset[str]:
    """Give the names in a page's comment stamps, word by word, in lower case.

    Readers who commented are private people: their names are left out of terms.csv.
    """
    stamps = (
        STAMP.match(line, bullet_end(line)) for _, line in page.lines() if len(line) < _LONGEST
    )
    words = " ".join(stamp["name"].lower() for stamp in stamps if stamp).split()
    return frozenset(word for word in words if len(word) > 1)
