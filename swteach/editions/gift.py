"""Questions as GIFT, which people can read and change in any text editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any

from swteach.editions import afterwards as after
from swteach.editions.items import Sheet, list_lines
from swteach.editions.moodle import format_html
from swteach.exercises import models as m

_SIGNS = re.compile(r"[\\~=#{}:]")
_ENDS = re.compile(r"[~={}]")


def write_gift(sheet: Sheet) -> str:
    """Return one notebook's questions as a GIFT file, in a category of their own."""
    # A single slash would start a category within the category.
    category = "$CATEGORY: $course$/top/" + sheet.title.replace("/", "//")
    return "\n\n".join([category, *(_write(one) for one in sheet.exercises)]) + "\n"


def _write(exercise: m.Exercise) -> str:
    opening, answers = WRITERS[type(exercise)](exercise)
    answers = list(answers)
    lines = list_lines(exercise)
    if isinstance(exercise, m.Prediction):
        lines += [f"- {text}" for text in exercise.options]
    text = f"::{exercise.id}::[html]{_escape(format_html(lines))}{opening}"
    if not answers:
        return text + "}"
    general = format_html(after.list_afterwards(exercise))
    told = [f"\t####{_escape_feedback(general)}"] if general else []
    return "\n".join([text, *(f"\t{answer}" for answer in answers), *told, "}"])


def _choose(exercise: m.Choice | m.Verdict) -> tuple[str, Iterable[str]]:
    signs = ("=" if option.correct else "~" for option in exercise.options)
    return "{", _options(signs, after.list_told(exercise))


def _choose_several(exercise: m.Several) -> tuple[str, Iterable[str]]:
    signs = (f"~%{percent:.7g}%" for percent in after.weigh(exercise))
    return "{", _options(signs, after.list_told(exercise))


def _options(signs: Iterable[str], options: Sequence[m.Option]) -> Iterable[str]:
    for sign, option in zip(signs, options, strict=True):
        yield _answer(sign + _escape(escape(option.text, quote=False)), option.feedback)


def _ask_number(exercise: m.Numeric) -> tuple[str, Iterable[str]]:
    said = after.find_feedback(exercise)
    slips = [(f"=%0%{_near(s.answer, s.margin)}", s.feedback) for s in after.list_slips(exercise)]
    right = f"={_near(exercise.answer, exercise.tolerance)}"
    # Moodle reads no further than the "~" of any other answer; other readers want a number there.
    told = [(right, said.correct), *slips, ("~%0%0", said.other)]
    return "{#", [
        _answer(answer, feedback) for answer, feedback in told if feedback or "~" not in answer
    ]


def _near(value: float, margin: float) -> str:
    return f"{after.format_plain(value)}:{after.format_plain(margin)}"


def _put_in_order(exercise: m.Order) -> tuple[str, Iterable[str]]:
    places = (str(place + 1) for place in exercise.mixed)
    return "{", [_pair(text, place) for text, place in zip(exercise.shown, places, strict=True)]


def _pair_off(exercise: m.Match) -> tuple[str, Iterable[str]]:
    pairs = [_pair(pair.left, pair.right) for pair in exercise.pairs]
    return "{", [*pairs, *(_pair("", text) for text in exercise.distractors)]


def _pair(left: str, right: str) -> str:
    # What is paired with is shown as it stands; the other side is HTML.
    return f"={_escape(escape(left, quote=False))} -> {_escape(right)}"


def _ask_words(exercise: m.Reflection | m.Prediction) -> tuple[str, Iterable[str]]:
    return "{", ()


WRITERS: dict[type[m.Exercise], Callable[[Any], tuple[str, Iterable[str]]]] = {
    m.Choice: _choose,
    m.Verdict: _choose,
    m.Several: _choose_several,
    m.Numeric: _ask_number,
    m.Order: _put_in_order,
    m.Match: _pair_off,
    m.Reflection: _ask_words,
    m.Prediction: _ask_words,
}


def _answer(answer: str, feedback: str) -> str:
    if not feedback:
        return answer
    return f"{answer}#{_escape_feedback(escape(feedback, quote=False))}"


def _escape(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))


def _escape_feedback(html: str) -> str:
    """Return feedback in which some readers would take even an escaped sign for its end."""
    return _escape(_ENDS.sub(lambda found: f"&#{ord(found[0])};", html))
