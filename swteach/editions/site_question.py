"""A question as fields of a browser, with what helps and what is said to each answer folded."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from swteach.editions.items import list_options, say_source
from swteach.editions.site_answer import write_answer
from swteach.editions.site_field import ask_sure, box, choose, group, letter, paper, tick
from swteach.editions.site_html import Names, bullets, fold, quote, say
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

PRIVATE = "Nobody needs to see what you write here."


def write_question(exercise: Exercise, names: Names) -> str:
    """
    Return a question as HTML.

    Parameters
    ----------
    exercise
        Of any type. Where students may never see its answer, or its answer is not in this copy
        of the course, nothing is said to any option.
    names
        Those of the page.
    """
    name = names.make(exercise.id)
    inner = say(f"Question {exercise.id}. {_ASKED[type(exercise)]}", kind="note")
    fields = group(exercise.stem, inner + _FIELDS[type(exercise)](exercise, names), name)
    helps = [
        fold(say(text), f"{title} ({exercise.id})")
        for title, text in (("An example", exercise.working), ("Hint", exercise.hint))
        if text
    ]
    start = f'<div class="question" data-question="{quote(exercise.id)}">'
    return f"{start}{fields}{''.join(helps)}{write_answer(exercise)}</div>"


def _options(exercise: Choice, names: Names) -> str:
    return tick(names, exercise.id, letter([one.text for one in list_options(exercise)]))


def _several(exercise: Several, names: Names) -> str:
    texts = letter([one.text for one in list_options(exercise)])
    return tick(names, exercise.id, texts, many=True)


def _numeric(exercise: Numeric, names: Names) -> str:
    return box(names, f"Your answer ({exercise.unit})", number=True)


def _order(exercise: Order, names: Names) -> str:
    return "".join(box(names, text, number=True) for text in exercise.shown)


def _match(exercise: Match, names: Names) -> str:
    partners = letter(exercise.shown)
    marks = [one.partition(".")[0] for one in partners]
    menus = "".join(choose(names, left, marks) for left in exercise.lefts)
    listed = bullets(map(escape, partners)).replace("<ul>", '<ul class="plain">', 1)
    return listed + menus


def _verdict(exercise: Verdict, names: Names) -> str:
    claim = f"<blockquote>{say(exercise.statement.text)}</blockquote>"
    claim += say(say_source(exercise.statement), kind="note")
    return claim + _options(exercise, names) + ask_sure(names, exercise.id)


def _reflection(exercise: Reflection, names: Names) -> str:
    kept = say(PRIVATE, kind="note") if exercise.private else ""
    return kept + paper(names, f"Your words, about {exercise.words}")


def _prediction(exercise: Prediction, names: Names) -> str:
    sure = ask_sure(names, exercise.id)
    if exercise.options:
        return tick(names, exercise.id, letter(exercise.options)) + sure
    if exercise.unit:
        return box(names, f"Your answer ({exercise.unit})", number=True) + sure
    return paper(names, f"Your words, about {exercise.words}", 3) + sure


_ASKED: dict[type[Exercise], str] = {
    Choice: "Choose one.",
    Several: "Choose all that apply.",
    Numeric: "Type a number.",
    Order: "Type 1 for what comes first, 2 for what comes next, and so on.",
    Match: "Choose the letter of the partner that fits.",
    Verdict: "What does the record do to this claim? Choose one, and say how sure you are.",
    Reflection: "What you think is not marked.",
    Prediction: "Nothing is right or wrong here. Commit to an answer before you read on.",
}
_FIELDS: dict[type[Exercise], Callable[..., str]] = {
    Choice: _options,
    Several: _several,
    Numeric: _numeric,
    Order: _order,
    Match: _match,
    Verdict: _verdict,
    Reflection: _reflection,
    Prediction: _prediction,
}
