"""A question as its tutor needs it: the answer, what slips are likely, and what to say to them."""

from __future__ import annotations

from collections.abc import Callable

from swteach.claim_words import HEADINGS, OPEN, SUPPORTS
from swteach.editions.items import is_answered, list_options, say_source
from swteach.editions.paper import Bullets, Heading, Part, Run, Text, lead, lead_bullets, say
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
from swteach.exercises.computed import format_number

NEVER = "Students are not shown this answer. It is yours to go through."
NO_MODEL = "There is no model answer. Complete from half the words on; what it says is not marked."
SLIPS = "Likely slips, and what students are told"


def write_answer(exercise: Exercise) -> list[Part]:
    """Return a question with its answer and every slip that has a reply of its own."""
    parts: list[Part] = [Heading(4, exercise.id), say(exercise.stem)]
    if isinstance(exercise, Verdict):
        parts.append(lead("The claim", exercise.statement.text, "set in"))
        parts.append(say(say_source(exercise.statement), "note"))
    parts += _WRITERS[type(exercise)](exercise)
    if not is_answered(exercise) and not isinstance(exercise, Reflection | Prediction):
        parts.append(say(NEVER, "note"))
    caveats = getattr(exercise, "caveats", ())
    return [*parts, *(lead("A caution about the figures", text, "note") for text in caveats)]


def _options(exercise: Choice | Several | Verdict) -> list[Part]:
    options = list_options(exercise)
    right = [(one.text, one.feedback) for one in options if one.correct]
    wrong = [(one.text, one.feedback) for one in options if not one.correct]
    answer = lead_bullets([(_end(text), said) for text, said in right])
    slips = [lead_bullets([(_end(text), said) for text, said in wrong])]
    return [_name("Answer"), answer, _name(SLIPS), *slips]


def _several(exercise: Several) -> list[Part]:
    return [*_options(exercise), *_overall(exercise)]


def _verdict(exercise: Verdict) -> list[Part]:
    parts = _options(exercise)
    for row in exercise.rows:
        parts.append(_name(HEADINGS[row.verdict]))
        parts.append(lead(SUPPORTS, row.supports, "set in"))
        parts.append(lead(OPEN, row.does_not_settle, "set in"))
    return parts


def _numeric(exercise: Numeric) -> list[Part]:
    number = format_number(exercise.answer, exercise.places)
    near = f"; anything within {exercise.tolerance:g} of it" if exercise.tolerance else ""
    said = f"{number} ({exercise.unit}){near}. {exercise.feedback.correct}"
    slips = [(_say(slip.answer), slip.feedback) for slip in exercise.slips]
    other = [("Anything else", exercise.feedback.other)]
    return [lead("Answer", said), _name(SLIPS), lead_bullets([*slips, *other])]


def _order(exercise: Order) -> list[Part]:
    items = tuple((0, (Run(f"{one.text} "), Run(one.note, italic=True))) for one in exercise.items)
    return [_name("Answer"), Bullets(items, numbered=True), *_overall(exercise)]


def _match(exercise: Match) -> list[Part]:
    pairs = [(f"{pair.left} = {pair.right}", pair.feedback) for pair in exercise.pairs]
    left = ", ".join(exercise.distractors)
    spare = [lead("Fits nothing", left, "note")] if left else []
    return [_name("Answer"), lead_bullets(pairs), *spare, *_overall(exercise)]


def _reflection(exercise: Reflection) -> list[Part]:
    kept = "private at first; you do not read it" if exercise.private else "handed in"
    about = f"About {exercise.words} words, {kept}."
    model = lead("Model answer", exercise.model) if exercise.model else say(NO_MODEL)
    return [say(about, "note"), model]


def _prediction(exercise: Prediction) -> list[Part]:
    options = [say("; ".join(exercise.options), "set in")] if exercise.options else []
    return [*options, lead("Said once they have committed", exercise.reveal)]


def _overall(exercise: Several | Order | Match) -> list[Part]:
    said = exercise.feedback
    return [lead_bullets([("If all is right", said.correct), ("If not", said.other)])]


def _name(text: str) -> Text:
    return Text((Run(f"{text}:", bold=True),))


def _end(text: str) -> str:
    return text.rstrip(".")


def _say(number: float) -> str:
    return f"{number:,.10g}" if number == round(number, 2) else f"{number:,.2f}"


_WRITERS: dict[type[Exercise], Callable[..., list[Part]]] = {
    Choice: _options,
    Several: _several,
    Numeric: _numeric,
    Order: _order,
    Match: _match,
    Verdict: _verdict,
    Reflection: _reflection,
    Prediction: _prediction,
}
