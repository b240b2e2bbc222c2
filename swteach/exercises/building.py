"""One exercise of good form, as read from its file, made into the question it describes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from swteach.exercises import models as m
from swteach.exercises.computed import Result, compute, format_number
from swteach.exercises.facts import read_computed
from swteach.exercises.forms import is_slip
from swteach.exercises.record import Record
from swteach.exercises.sealed_form import KEY, build_sealed
from swteach.exercises.words import VALUE
from swteach.yamlfile import Mapping


def build_exercise(item: Mapping, notebook: int, record: Record) -> m.Exercise:
    """Return the question that one exercise of a file describes.

    Parameters
    ----------
    item
        The exercise, which must have passed :class:`swteach.exercises.rules.Rules`.
    notebook
        Its notebook's number.
    record
        The data that its computed answers and its evidence come from.
    """
    kind, build = BUILDERS[item["type"]]
    own = build_sealed(item, record) if KEY in item else build(item, record)
    return kind(**_common(item, notebook), **own)


def _common(item: Mapping, notebook: int) -> dict[str, Any]:
    texts = ("stem", "bloom", "show_answers", "hint", "working")
    found = {key: item[key].strip() for key in texts if item.get(key)}
    lists = {key: tuple(item.get(key) or ()) for key in ("claims", "evidence")}
    outcome = str(item.get("outcome", ""))
    return {"id": item["id"], "notebook": notebook, "outcome": outcome, **found, **lists}


def _choice(item: Mapping, record: Record) -> dict[str, Any]:
    return {"options": _options(item), "predict": bool(item.get("predict"))}


def _several(item: Mapping, record: Record) -> dict[str, Any]:
    return {"options": _options(item), "feedback": _feedback(item)}


def _numeric(item: Mapping, record: Record) -> dict[str, Any]:
    result = _result(item["answer"], record)
    return {
        "answer": result.value,
        "tolerance": float(item["tolerance"]),
        "unit": item["unit"].strip(),
        "feedback": _feedback(item, result),
        "slips": (*_named_slips(item, result), *_computed_slips(item, result, record)),
        **_source(item["answer"], result),
    }


def _order(item: Mapping, record: Record) -> dict[str, Any]:
    notes = item.get("notes") or [""] * len(item["items"])
    parts = list(zip(item["items"], notes, strict=True))
    if all(isinstance(part, Mapping) for part, _ in parts):
        parts.sort(key=lambda pair: record.events[pair[0]["event"]].start)
    texts = (part["text"] if isinstance(part, Mapping) else part for part, _ in parts)
    items = (m.Item(text.strip(), note) for text, (_, note) in zip(texts, parts, strict=True))
    return {"items": tuple(items), "feedback": _feedback(item)}


def _match(item: Mapping, record: Record) -> dict[str, Any]:
    pairs = (
        m.Pair(*(pair[key].strip() for key in ("left", "right", "feedback")))
        for pair in item["pairs"]
    )
    distractors = tuple(text.strip() for text in item.get("distractors") or ())
    return {"pairs": tuple(pairs), "distractors": distractors, "feedback": _feedback(item)}


def _verdict(item: Mapping, record: Record) -> dict[str, Any]:
    said = item["feedback"]
    options = (m.Option(text, said[text].strip(), text == item["answer"]) for text in m.VERDICTS)
    return {
        "claim": item["claim"],
        "statement": record.claims[item["claim"]],
        "options": tuple(options),
        "rows": tuple(record.evidence[name] for name in item.get("evidence") or ()),
    }


def _reflection(item: Mapping, record: Record) -> dict[str, Any]:
    model = (item.get("model") or "").strip()
    return {"words": item["words"], "private": bool(item.get("private")), "model": model}


def _prediction(item: Mapping, record: Record) -> dict[str, Any]:
    asked = {
        "options": tuple(option["text"].strip() for option in item.get("options") or ()),
        "unit": (item.get("unit") or "").strip(),
        "words": item.get("words") or 0,
    }
    if not item.get("answer"):
        return {"reveal": item["reveal"].strip(), **asked}
    result = _result(item["answer"], record)
    reveal = _fill(item["reveal"], result)
    return {"reveal": reveal, "answer": result.value, **_source(item["answer"], result), **asked}


BUILDERS: dict[str, tuple[type[m.Exercise], Callable[[Mapping, Record], dict[str, Any]]]] = {
    "choice": (m.Choice, _choice),
    "several": (m.Several, _several),
    "numeric": (m.Numeric, _numeric),
    "order": (m.Order, _order),
    "match": (m.Match, _match),
    "verdict": (m.Verdict, _verdict),
    "reflection": (m.Reflection, _reflection),
    "prediction": (m.Prediction, _prediction),
}


def _options(item: Mapping) -> tuple[m.Option, ...]:
    return tuple(
        m.Option(option["text"].strip(), option["feedback"].strip(), bool(option.get("correct")))
        for option in item["options"]
    )


def _feedback(item: Mapping, result: Result | None = None) -> m.Feedback:
    return m.Feedback(*(_fill(item["feedback"][key], result) for key in ("correct", "other")))


def _fill(text: str, result: Result | None) -> str:
    if result is None:
        return text.strip()
    return text.strip().replace(VALUE, format_number(result.value, result.places))


def _result(answer: Mapping | float, record: Record) -> Result:
    if isinstance(answer, Mapping):
        return compute(read_computed(answer), record)
    return Result(float(answer), _places(f"{Decimal(repr(answer)).normalize():f}"), ())


def _source(answer: Mapping | float, result: Result) -> dict[str, Any]:
    computed = read_computed(answer) if isinstance(answer, Mapping) else None
    return {"places": result.places, "computed": computed, "caveats": result.caveats}


def _named_slips(item: Mapping, result: Result) -> list[m.Slip]:
    texts = {key: text for key, text in item["feedback"].items() if is_slip(key)}
    return [_slip(item, float(key), _places(key), texts[key], result) for key in texts]


def _computed_slips(item: Mapping, result: Result, record: Record) -> list[m.Slip]:
    found = []
    for slip in item.get("slips") or ():
        wrong = compute(read_computed(slip["answer"]), record)
        found.append(_slip(item, wrong.value, wrong.places, slip["feedback"], result))
    return found


def _slip(item: Mapping, value: float, places: int, text: str, result: Result) -> m.Slip:
    # A slip written as 252 stands for all that rounds to it, however small the tolerance.
    margin = max(float(item["tolerance"]), 0.5 * 10.0**-places)
    return m.Slip(value, margin, _fill(text, result))


def _places(number: str) -> int:
    return max(-int(Decimal(number).as_tuple().exponent), 0)
