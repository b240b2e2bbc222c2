"""What each type of exercise must be like, apart from what only the data can tell."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from swteach.exercises import fields
from swteach.exercises.computed import NEEDS
from swteach.exercises.fields import check_fields, check_list, problem
from swteach.exercises.models import VERDICTS
from swteach.yamlfile import Mapping, Problem

Found = Iterator[Problem]


def check_choice(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with a question that has one right option."""
    yield from _parts(exercise, item, "options", fields.OPTION, fields.OPTION_EXTRAS)
    yield from _distinct(exercise, item, "options", "text", least=2)
    right = _right(exercise)
    if right is not None and right != 1:
        message = f"{right or 'no'} options are marked correct."
        remedy = 'Write "correct: true" under exactly one.'
        yield problem(exercise.line_of("options"), item, message, remedy)


def check_several(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with a question that has several right options."""
    yield from _feedback(exercise, item)
    yield from _parts(exercise, item, "options", fields.OPTION, fields.OPTION_EXTRAS)
    yield from _distinct(exercise, item, "options", "text", least=3)
    right = _right(exercise)
    if right in (0, len(_mappings(exercise, "options"))):
        message = f"{'all' if right else 'no'} options are marked correct."
        remedy = "Have at least one that is, and one that is not."
        yield problem(exercise.line_of("options"), item, message, remedy)


def check_numeric(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with a question answered by a number."""
    yield from _numbered_feedback(exercise, item)
    yield from _computed(exercise, item, "answer")
    yield from _parts(exercise, item, "slips", fields.SLIP, {})
    for number, slip in enumerate(_mappings(exercise, "slips"), 1):
        yield from _computed(slip, f"{item}, slip {number}", "answer")
    for key, least in (("tolerance", 0), ("answer", float("-inf"))):
        value = exercise.get(key)
        if fields.fits(value, fields.NUMBER) and not least <= value < float("inf"):
            message = f'"{key}" cannot be {value}.'
            yield problem(exercise.line_of(key), item, message, "Write another number.")


def check_order(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with things to put in order."""
    yield from _feedback(exercise, item)
    items, notes = exercise.get("items"), exercise.get("notes")
    if not isinstance(items, list):
        return
    dated = _mappings(exercise, "items")
    if dated:
        yield from _parts(exercise, item, "items", fields.ITEM, {})
        yield from _distinct(exercise, item, "items", "text", least=3)
    else:
        yield from check_list(exercise, item, "items")
        yield from _enough(exercise, item, "items", least=3)
    yield from check_list(exercise, item, "notes", distinct=False)
    if isinstance(notes, list) and len(notes) != len(items):
        message = f"{len(items)} items, but {len(notes)} notes."
        yield problem(exercise.line_of("notes"), item, message, "Give each item one note.")


def check_match(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with things to pair off."""
    yield from _feedback(exercise, item)
    yield from _parts(exercise, item, "pairs", fields.PAIR, {})
    yield from _distinct(exercise, item, "pairs", "left", least=2)
    yield from check_list(exercise, item, "distractors")
    rights = {str(pair.get("right")) for pair in _mappings(exercise, "pairs")}
    distractors = exercise.get("distractors")
    for text in distractors if isinstance(distractors, list) else ():
        if str(text) in rights:
            message = f'the distractor "{text}" is the partner of a pair.'
            yield problem(exercise.line_of("distractors"), item, message, "Delete or change it.")
    if len(rights) == 1 and not distractors:
        message = "all pairs have the same right side, so there is nothing to choose."
        yield problem(exercise.line_of("pairs"), item, message, "Add distractors, or other pairs.")


def check_verdict(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with a claim to be judged."""
    if isinstance(exercise.get("feedback"), Mapping):
        needed = dict.fromkeys(VERDICTS, str)
        yield from check_fields(exercise["feedback"], f"{item}, feedback", needed, {})
    if isinstance(exercise.get("answer"), str) and exercise["answer"] not in VERDICTS:
        yield fields.unknown_value(exercise, item, "answer", VERDICTS)


def check_reflection(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with something to write."""
    if fields.fits(exercise.get("words"), int) and exercise["words"] < 1:
        message = "the number of words is below 1."
        yield problem(exercise.line_of("words"), item, message, "Say about how many to write.")


def check_prediction(exercise: Mapping, item: str) -> Found:
    """Yield what is wrong with an answer to commit to."""
    asked = [key for key in ("options", "unit", "words") if exercise.get(key)]
    if len(asked) != 1:
        message = f"a prediction asks for one thing, not {' and '.join(asked) or 'nothing'}."
        remedy = 'Give it "options:", or "unit:" for a number, or "words:" for a few words.'
        yield problem(exercise.line_of(asked[-1] if asked else "stem"), item, message, remedy)
    if exercise.get("options"):
        yield from _parts(exercise, item, "options", {"text": str}, {})
        yield from _distinct(exercise, item, "options", "text", least=2)
    yield from _computed(exercise, item, "answer")


FORMS: dict[str, Callable[[Mapping, str], Found]] = {
    "choice": check_choice,
    "several": check_several,
    "numeric": check_numeric,
    "order": check_order,
    "match": check_match,
    "verdict": check_verdict,
    "reflection": check_reflection,
    "prediction": check_prediction,
}


def _mappings(exercise: Mapping, key: str) -> list[Mapping]:
    parts = exercise.get(key)
    return [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []


def _parts(exercise: Mapping, item: str, key: str, needed: dict, extra: dict) -> Found:
    parts = exercise.get(key)
    for number, part in enumerate(parts if isinstance(parts, list) else (), 1):
        name = f"{key.removesuffix('s')} {number}"
        if isinstance(part, Mapping):
            yield from check_fields(part, f"{item}, {name}", needed, extra)
        else:
            remedy = "Give it " + " and ".join(f'"{field}:"' for field in needed) + "."
            yield problem(exercise.line_of(key), item, f"{name} has no fields.", remedy)


def _distinct(exercise: Mapping, item: str, key: str, field: str, least: int) -> Found:
    yield from _enough(exercise, item, key, least)
    texts: dict[str, int] = {}
    for part in _mappings(exercise, key):
        line, text = part.line_of(field), str(part.get(field))
        if text in texts and field in part:
            message = f"two {key} say the same."
            remedy = f"Change this one, or that on line {texts[text]}."
            yield problem(line, item, message, remedy)
        texts.setdefault(text, line)


def _enough(exercise: Mapping, item: str, key: str, least: int) -> Found:
    parts = exercise.get(key)
    if isinstance(parts, list) and 0 < len(parts) < least:
        message = f"{len(parts)} of {key} is too few to choose among."
        yield problem(exercise.line_of(key), item, message, f"Have at least {least}.")


def _right(exercise: Mapping) -> int | None:
    options = _mappings(exercise, "options")
    return sum(option.get("correct") is True for option in options) if options else None


def _feedback(exercise: Mapping, item: str) -> Found:
    if isinstance(exercise.get("feedback"), Mapping):
        yield from check_fields(exercise["feedback"], f"{item}, feedback", fields.FEEDBACK, {})


def _numbered_feedback(exercise: Mapping, item: str) -> Found:
    feedback = exercise.get("feedback")
    if not isinstance(feedback, Mapping):
        return
    slips = {key: str for key in feedback if is_slip(key)}
    yield from check_fields(feedback, f"{item}, feedback", fields.FEEDBACK, slips)


def is_slip(key: str) -> bool:
    """Return whether a key of a feedback is a wrong number, rather than a word."""
    try:
        return abs(float(key)) < float("inf")
    except ValueError:
        return False


def _computed(parent: Mapping, item: str, key: str) -> Found:
    answer = parent.get(key)
    if not isinstance(answer, Mapping):
        return
    where = f"{item}, {key}"
    yield from check_fields(answer, where, fields.COMPUTED, fields.COMPUTED_EXTRAS)
    if isinstance(answer.get("of"), Mapping):
        yield from check_fields(answer["of"], f"{where}, of", fields.WHOLE, fields.WHOLE_EXTRAS)
    needs = NEEDS.get(str(answer.get("calc")))
    for field in ("at", "from", "to", "of") if needs else ():
        if field in needs and answer.get(field) in (None, ""):
            message = f'calc "{answer["calc"]}" needs "{field}".'
            yield problem(answer.line, where, message, f'Add a line "{field}:".')
        if field not in needs and field in answer:
            message = f'calc "{answer["calc"]}" has no use for "{field}".'
            remedy = f"Delete it: this calc needs {' and '.join(needs)}."
            yield problem(answer.line_of(field), where, message, remedy)
