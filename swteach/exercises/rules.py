"""The rules that an exercise file must keep, and what to do where it breaks one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from swteach.exercises import sealed_form
from swteach.exercises.facts import check_facts
from swteach.exercises.fields import (
    COMMON,
    EXTRAS,
    FILE,
    TYPES,
    check_fields,
    check_list,
    fits,
    problem,
)
from swteach.exercises.forms import FORMS
from swteach.exercises.record import Record
from swteach.exercises.words import check_words
from swteach.yamlfile import Mapping, Problem


class Rules:
    """Check one exercise file that has been read with its lines."""

    def __init__(self, file: str, record: Record) -> None:
        self.file = file
        self.record = record
        self.seen: dict[str, int] = {}

    def problems(self, document: Any) -> list[Problem]:
        """Return everything wrong with the file, in the order of its lines."""
        found = sorted(self._document(document), key=lambda problem: problem.line)
        return [problem._replace(file=self.file) for problem in found]

    def _document(self, document: Any) -> Iterator[Problem]:
        if not isinstance(document, Mapping):
            yield problem(1, "", "no exercises here.", 'Begin with "notebook: 3".')
            return
        yield from check_fields(document, "", FILE, {})
        yield from self._notebook(document)
        exercises = document.get("exercises")
        for number, exercise in enumerate(exercises if isinstance(exercises, list) else [], 1):
            yield from self._exercise(exercise, number, document)

    def _notebook(self, document: Mapping) -> Iterator[Problem]:
        named = re.match(r"(\d\d)_", self.file)
        if not named:
            message = "the file's name does not say which notebook it is for."
            yield problem(1, "", message, "Rename it, like 03_a_short_name.yaml.")
        elif isinstance(document.get("notebook"), int) and document["notebook"] != int(named[1]):
            message = f"notebook {document['notebook']} in a file named {named[1]}_."
            remedy = f'Write "notebook: {int(named[1])}" or rename the file.'
            yield problem(document.line_of("notebook"), "", message, remedy)

    def _exercise(self, exercise: Any, number: int, document: Mapping) -> Iterator[Problem]:
        if not isinstance(exercise, Mapping):
            line, message = document.line_of("exercises"), f"exercise {number} has no fields."
            yield problem(line, "", message, 'Begin it with "- id:".')
            return
        item = str(exercise.get("id") or f"exercise {number}")
        yield from self._names(exercise, item, document.get("notebook"))
        kind = exercise.get("type")
        if not isinstance(kind, str) or kind not in TYPES:
            # What else it should have depends on its type.
            own = Mapping(exercise.line)
            own.lines.update(exercise.lines)
            own.update({key: exercise[key] for key in exercise if key in {**COMMON, **EXTRAS}})
            yield from check_fields(own, item, COMMON, EXTRAS)
            return
        if sealed_form.KEY in exercise and kind in sealed_form.TYPES:
            form = list(self._sealed(exercise, item, *sealed_form.TYPES[kind]))
        else:
            form = list(self._form(exercise, item, *TYPES[kind]))
        yield from form
        if not form:
            yield from check_facts(exercise, item, self.record)

    def _form(self, exercise: Mapping, item: str, needed: dict, extra: dict) -> Iterator[Problem]:
        yield from check_fields(exercise, item, {**COMMON, **needed}, {**EXTRAS, **extra})
        for key in ("claims", "evidence"):
            yield from check_list(exercise, item, key)
        yield from FORMS[exercise["type"]](exercise, item)
        yield from check_words(exercise, item)

    def _sealed(self, exercise: Mapping, item: str, needed: dict, extra: dict) -> Iterator[Problem]:
        needed = {**needed, sealed_form.KEY: Mapping}
        yield from check_fields(exercise, item, {**COMMON, **needed}, {**EXTRAS, **extra})
        yield from sealed_form.check_sealed(exercise, item)
        yield from check_words(exercise, item)

    def _names(self, exercise: Mapping, item: str, notebook: Any) -> Iterator[Problem]:
        line = exercise.line_of("id")
        if item in self.seen:
            message = f"this id is taken on line {self.seen[item]}."
            yield problem(line, item, message, "Give one of the two another id.")
        self.seen.setdefault(item, line)
        if not fits(notebook, int):
            return  # said once, of the file
        if exercise.get("id") and not re.fullmatch(rf"n{notebook}-[a-z]+-\d+", item):
            remedy = f'Write it like "n{notebook}-mcq-1".'
            yield problem(line, item, "the id has the wrong form.", remedy)
        outcome = str(exercise.get("outcome", f"{notebook}.1"))
        if not re.fullmatch(rf"{notebook}\.\d", outcome):
            message, remedy = f"outcome {outcome} is not of this notebook.", f'"{notebook}.1", say.'
            yield problem(exercise.line_of("outcome"), item, message, remedy)
