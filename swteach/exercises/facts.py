"""What only the data can tell of an exercise: whether what it names is there and serves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise
from typing import Any

from swteach.checks.problem import Nearest
from swteach.exercises.computed import Computed, Whole, compute
from swteach.exercises.fields import problem
from swteach.exercises.forms import is_slip
from swteach.exercises.record import UNREAD, NotInRecordError, Record
from swteach.yamlfile import Mapping, Problem

Found = Iterator[Problem]


def check_facts(exercise: Mapping, item: str, record: Record) -> Found:
    """Yield what an exercise of good form names or asks that the data do not hold.

    Parameters
    ----------
    exercise
        One exercise whose form has no problems.
    item
        Its id.
    record
        The data to hold it against.
    """
    yield from _check_claims(exercise, item, record)
    yield from _check_evidence(exercise, item, record)
    if "sealed" in exercise:
        return
    if exercise["type"] == "order":
        yield from _check_events(exercise, item, record)
    if exercise["type"] in ("numeric", "prediction"):
        yield from _check_numbers(exercise, item, record)


def read_computed(answer: Mapping) -> Computed:
    """Return a computed answer as an exercise file writes it."""
    of = answer.get("of")
    names = ("series", "geography", "breakdown", "at", "calc", "round")
    renamed = {"start": answer.get("from"), "end": answer.get("to"), "of": of and Whole(**of)}
    given = {**{name: answer.get(name) for name in names}, **renamed}
    return Computed(**{name: value for name, value in given.items() if value is not None})


def _check_claims(exercise: Mapping, item: str, record: Record) -> Found:
    named = [("claims", claim) for claim in exercise.get("claims") or ()]
    named += [("claim", exercise["claim"])] if "claim" in exercise else []
    for key, claim in named:
        if claim not in record.claims:
            yield _absent(exercise, item, key, claim, record.claims)


def _check_evidence(exercise: Mapping, item: str, record: Record) -> Found:
    named = [exercise["claim"]] if "claim" in exercise else exercise.get("claims") or ()
    claims = {claim for claim in named if claim in record.claims}
    for name in exercise.get("evidence") or ():
        piece = record.evidence.get(name)
        if piece is None:
            yield _absent(exercise, item, "evidence", name, record.evidence)
        elif claims and piece.claim not in claims:
            message = f'evidence "{name}" is about another claim, {piece.claim}.'
            remedy = "Take evidence of a claim that the exercise names, or name that claim too."
            yield problem(exercise.line_of("evidence"), item, message, remedy)


def _check_events(exercise: Mapping, item: str, record: Record) -> Found:
    parts = [part for part in exercise["items"] if isinstance(part, Mapping)]
    known = [part for part in parts if part["event"] in record.events]
    for part in parts:
        if part not in known:
            yield _absent(part, item, "event", part["event"], record.events)
    known.sort(key=lambda part: record.events[part["event"]].start)
    for first, second in pairwise(known):
        before, after = record.events[first["event"]], record.events[second["event"]]
        if after.start <= before.end:
            message = f"{after.id} may have come before {before.id}: their dates overlap."
            remedy = "Ask for events whose order the record settles."
            yield problem(second.line_of("event"), item, message, remedy)


def _check_numbers(exercise: Mapping, item: str, record: Record) -> Found:
    answer, problems = _work_out(exercise, item, record)
    yield from problems
    slips = []
    for number, slip in enumerate(exercise.get("slips") or (), 1):
        value, problems = _work_out(slip, f"{item}, slip {number}", record)
        yield from problems
        slips.append((slip.line_of("answer"), f"slip {number}", value))
    if exercise["type"] == "numeric":
        feedback = exercise["feedback"]
        slips += [
            (feedback.line_of(key), f'"{key}"', float(key)) for key in feedback if is_slip(key)
        ]
        yield from _check_slips(slips, answer, exercise, item)


def _work_out(parent: Mapping, item: str, record: Record) -> tuple[float | None, list[Problem]]:
    answer = parent.get("answer")
    if not isinstance(answer, Mapping):
        return answer, []
    try:
        return compute(read_computed(answer), record).value, []
    except NotInRecordError as error:
        within, _, field = error.field.rpartition(".")
        place = answer[within] if within else answer
        return None, [problem(place.line_of(field), item, error.message, error.remedy)]


def _check_slips(slips: list, answer: float | None, exercise: Mapping, item: str) -> Found:
    before: dict[float, str] = {}
    for line, name, value in slips:
        if value is None:
            continue
        if answer is not None and abs(value - answer) <= exercise["tolerance"]:
            message = f"{name} is within the tolerance of the answer, so nobody would see it."
            yield problem(line, item, message, "Delete it, or make the tolerance smaller.")
        if value in before:
            message = f"{name} and {before[value]} are the same number."
            yield problem(line, item, message, "Delete one of the two.")
        before.setdefault(value, name)


def _absent(mapping: Mapping, item: str, key: str, name: Any, known: Collection[str]) -> Problem:
    table = {"claim": "claims", "event": "events"}.get(key, key)
    nearest = Nearest(known, f"{table}.csv lists them all.")
    message = f'"{name}" is not in {table}.csv.'
    remedy = nearest.suggest(str(name)) if known else UNREAD.format(table)
    return problem(mapping.line_of(key), item, message, remedy)
