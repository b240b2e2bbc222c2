"""Signs that a line is not its author's running words, each with the reason it gives a person.

The rules are about pages in general.  A rule that knows one page's lines would look good on the
five pages of the course and help nobody with a sixth.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from swteach.corpus.stamps import DATE, STAMP
from swteach.corpus.tidy import bullet_end

SHORT, SHORT_QUESTION, STAMP_LENGTH, CREDIT_WORDS = 16, 7, 15, 30
SENTENCE_WORDS, QUOTE_WORDS = 6, 40
LARGEST_SEARCHED = 300_000
_CLOSED = re.compile(r"[.!?…:;][\"')\]]*$")
_SENTENCE = re.compile(r"(?<=[.!?])[\"')\]]*\s+")
_WORDS = re.compile(r"[^\W_]+(?:'[^\W_]+)*")

_FURNITURE = re.compile(
    r"\b(?:cookies?|consent|skip to|(?:top|bottom|back to top) of (?:the )?page|connecting to|"
    r"share (?:this|on)|follow us|log ?in|sign ?in|privacy policy|all rights reserved|"
    r"more from|read more|related (?:articles|posts|stories)|most (?:popular|read)|what's new|"
    r"you may also like|leave a (?:reply|comment)|previous post|next post|tags?:|categor(?:y|ies):|"
    r"\d+ (?:responses?|comments?|replies))\b",
    re.IGNORECASE,
)
_ADVERT = re.compile(
    r"\b(?:advert(?:isement)?s?|sponsored|promoted|featured|job of the week|apply now|sign up|"
    r"subscribe|newsletter|instant access|free trial|book (?:now|your place)|join our|"
    r"limited offer)\b|[£$€]\d[\d,.]*(?:k|,\d{3})?\s?(?:-|–|to)\s?[£$€]?\d",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"\W*(?:photo(?:graph)?s?|images?|pictures?|illustration|source|credit|copyright|©|"
    r"original(?:ly)? (?:post(?:ed)?|published)|reblogged|first published|"
    r"shutterstock|getty|alamy|posted (?:on|by|in)|published (?:on|by))\b",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\W*by [A-Z][\w'-]+ [A-Z]|\W*By [A-Z][\w'-]+ [A-Z]")
_BIOGRAPHY = re.compile(
    r"(?:Dr |Prof(?:essor)? |Mrs? |Ms )?[A-Z][\w'-]+ (?:[A-Z][\w'-]* )?[A-Z][\w'-]+ "
    r"(?:is|was|has|writes|works|teaches)\b.*\b(?:professor|author|director|chair|editor|manager|"
    r"worker|lecturer|journalist|consultant|writer|researcher|student|based in)\b"
)
_DATE_LINE = re.compile(rf"\W*(?:[A-Z][a-z]+day,? )?(?:{DATE}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}})\W*")
_CAPITALS = re.compile(r"[A-Z][A-Z' -]{3,}[A-Z]\b")


class Sign(NamedTuple):
    """Why a line may be clutter: its kind, as omit.csv has it, and the reason."""

    kind: str
    reason: str


class Surroundings:
    """What a page's other lines say about one line: which sentences and lines come again."""

    def __init__(self, lines: Iterable[str]) -> None:
        lines = list(lines)
        self.lines = Counter(map(_plain, lines))
        self.longest: dict[str, int] = {}
        for line in lines:
            for sentence in _sentences(line):
                self.longest[sentence] = max(self.longest.get(sentence, 0), len(line))
        whole = "\n".join(f" {_plain(line)} " for line in lines)
        self.whole = whole if len(whole) < LARGEST_SEARCHED else ""

    def hold_most_of(self, line: str) -> bool:
        """Say whether four fifths of a line's words stand in a row in another line."""
        words = _plain(line).split()
        size = -(-4 * len(words) // 5)
        if not SENTENCE_WORDS < len(words) <= QUOTE_WORDS:
            return False
        runs = [" ".join(words[at : at + size]) for at in range(len(words) - size + 1)]
        return any(self.whole.count(f" {run} ") > 1 for run in runs)


def find_sign(line: str, page: Surroundings) -> Sign | None:
    """Say why a tidied line may not be its author's running words; None for plain text."""
    own = line[bullet_end(line) :]
    listed = own != line
    for sign in (_by_phrase(own), _by_repeat(own, page), None if listed else _by_shape(own)):
        if sign:
            return sign
    return None


def _by_phrase(line: str) -> Sign | None:
    count = len(line.split())
    if len(line) < 120 and STAMP.match(line):
        return Sign("comment stamp", "a name with a date and a time")
    if _DATE_LINE.fullmatch(line):
        return Sign("date", "a date alone")
    if count <= CREDIT_WORDS and _CREDIT.match(line):
        return Sign("credit", "opens like a credit or source line")
    if count <= CREDIT_WORDS and _BYLINE.match(line):
        return Sign("byline", "opens with 'by' and a name")
    if count <= SHORT and _FURNITURE.search(line) and not line.endswith("."):
        return Sign("page furniture", "a phrase of menus, cookie banners or links")
    if count <= SHORT and _ADVERT.search(line):
        return Sign("advert", "a phrase of adverts")
    if _BIOGRAPHY.match(line):
        return Sign("biography", "a name, then what the person is or was")
    return None


def _by_repeat(line: str, page: Surroundings) -> Sign | None:
    if page.lines[_plain(line)] > 1:
        return Sign("repeat", "the same line stands on the page again")
    for sentence in _sentences(line):
        if page.longest[sentence] > len(line):
            return Sign("pull quote", "a sentence of it stands in a longer paragraph")
    if page.hold_most_of(line):
        return Sign("pull quote", "most of its words stand in a row in another paragraph")
    return None


def _by_shape(line: str) -> Sign | None:
    count = len(line.split())
    if count <= SHORT and not _CLOSED.search(line):
        return Sign("subheading", "short, with no closing stop")
    if count <= SHORT_QUESTION and line.rstrip("\"')").endswith("?"):
        return Sign("subheading", "a short question standing alone")
    if count <= SHORT and _CAPITALS.match(line):
        return Sign("subheading", "opens in capitals")
    if SHORT_QUESTION < count <= SHORT and _is_title(line):
        return Sign("subheading", "most of its words have capitals, like a title")
    return None


def _is_title(line: str) -> bool:
    long_words = [word for word in _WORDS.findall(line) if len(word) > 3]
    return sum(word[0].isupper() for word in long_words) > 0.7 * len(long_words)


def is_open(line: str) -> bool:
    """Say whether a line ends without a closing stop and is no longer than a standfirst."""
    return len(line.split()) <= CREDIT_WORDS and not _CLOSED.search(line)


def _plain(line: str) -> str:
    return " ".join(_WORDS.findall(line.lower()))


def _sentences(line: str) -> list[str]:
    plain = map(_plain, _SENTENCE.split(line))
    return [sentence for sentence in plain if sentence.count(" ") >= SENTENCE_WORDS - 1]
