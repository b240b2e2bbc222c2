"""A question as a form on paper: what a student reads and where they write, and no answer."""

from __future__ import annotations

from collections.abc import Callable
from string import ascii_uppercase as LETTERS

from swteach.editions.items import list_options, say_source
from swteach.editions.paper import Grid, Part, Run, Space, Text, bullet, lead, say
from swteach.exercises import (
    Choice,
    Exercise,
    Match,
    Numeric,
    Order,
    Prediction,
    Reflection,
    Several,
    Verdict,
)

BOX = "☐"
SURE = f"How sure are you? Not at all  1 {BOX}   2 {BOX}   3 {BOX}   4 {BOX}   5 {BOX}  very"
BLANK = "______"
NUMBER = "Your answer: __________________"
WORDS_A_LINE = 12
FEWEST_LINES, MOST_LINES = 3, 16


def write_question(exercise: Exercise) -> list[Part]:
    """Return a question, what helps with it, and room for the answer."""
    parts: list[Part] = [Text((Run(f"Question {exercise.id}. ", bold=True), Run(exercise.stem)))]
    if isinstance(exercise, Verdict):
        parts.append(lead("The claim", exercise.statement.text, "set in"))
        parts.append(say(say_source(exercise.statement), "note"))
    if exercise.working:
        parts.append(lead("An example with other numbers", exercise.working, "note"))
    if exercise.hint:
        parts.append(lead("Hint", exercise.hint, "note"))
    return [*parts, *FORMS[type(exercise)](exercise)]


def _list_partners(exercise: Match) -> list[str]:
    """Return the texts to choose partners from, each with its letter."""
    return [f"{letter}. {text}" for letter, text in zip(LETTERS, exercise.shown, strict=False)]


def _choice(exercise: Choice) -> list[Part]:
    return [say("Tick one."), _tick(exercise)]


def _several(exercise: Several) -> list[Part]:
    return [say("Tick all that apply."), _tick(exercise)]


def _tick(exercise: Exercise) -> Part:
    options = zip(LETTERS, list_options(exercise), strict=False)
    lines = (f"{BOX} {letter}. {option.text}" for letter, option in options)
    return Text((Run("\n".join(lines)),), "set in")


def _numeric(exercise: Numeric) -> list[Part]:
    return [say(f"{NUMBER} ({exercise.unit})"), Space(2)]


def _order(exercise: Order) -> list[Part]:
    lines = "\n".join(f"{BLANK} {text}" for text in exercise.shown)
    asked = "Write 1 before what comes first, 2 before what comes next, and so on."
    return [say(asked), Text((Run(lines),), "set in")]


def _match(exercise: Match) -> list[Part]:
    rows = tuple((left, BLANK) for left in exercise.lefts)
    asked = "Write the letter of the partner that fits."
    return [Grid(asked, ("Find a partner for", "Letter"), rows), bullet(_list_partners(exercise))]


def _verdict(exercise: Verdict) -> list[Part]:
    return [say("What does the record do to this claim? Tick one."), _tick(exercise), say(SURE)]


def _reflection(exercise: Reflection) -> list[Part]:
    kept = " This sheet is yours: you need not hand it in." if exercise.private else ""
    asked = f"About {exercise.words} words. What you think is not marked.{kept}"
    return [say(asked, "note"), _room(exercise.words)]


def _prediction(exercise: Prediction) -> list[Part]:
    if exercise.options:
        return [say("Tick one. Nothing is right or wrong."), _tick(exercise), say(SURE)]
    if exercise.unit:
        return [say(f"{NUMBER} ({exercise.unit})"), say(SURE)]
    return [_room(exercise.words), say(SURE)]


def _room(words: int) -> Space:
    return Space(max(FEWEST_LINES, min(MOST_LINES, -(-words // WORDS_A_LINE))))


FORMS: dict[type[Exercise], Callable[..., list[Part]]] = {
    Choice: _choice,
    Several: _several,
    Numeric: _numeric,
    Order: _order,
    Match: _match,
    Verdict: _verdict,
    Reflection: _reflection,
    Prediction: _prediction,
}
