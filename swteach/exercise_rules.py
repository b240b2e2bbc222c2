"""The rules that an exercise file must keep, and what to do where it breaks one."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from typing import Any

from swteach.yamlfile import Mapping, Problem

TYPES = ("choice",)
BLOOM = ("remember", "understand", "apply", "analyse", "evaluate", "create")
SHOW_ANSWERS = ("never", "after_attempt", "always")

FILE_FIELDS = {"notebook": int, "exercises": list}
CHOICE_FIELDS = {"id": str, "type": str, "stem": str, "options": list}
CHOICE_EXTRAS = {
    "predict": bool,
    "outcome": (str, float),
    "bloom": str,
    "claims": list,
    "show_answers": str,
}
OPTION_FIELDS = {"text": str, "feedback": str}
OPTION_EXTRAS = {"correct": bool}
LISTS = {"type": TYPES, "bloom": BLOOM, "show_answers": SHOW_ANSWERS}
KINDS = {str: "text", int: "a whole number", list: "a list", bool: "true or false"}
REMEDIES = {
    "feedback": 'Add a line "feedback:" that says what to learn from choosing this option.',
    "text": 'Add a line "text:" with the words of the option.',
}


class Rules:
    """Check one exercise file that has been read with its lines."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.seen: dict[str, int] = {}

    def problems(self, document: Any) -> list[Problem]:
        """Return everything wrong with the file, in the order of its lines."""
        if not isinstance(document, Mapping):
            return [self._problem(1, "", "no exercises here.", 'Begin with "notebook: 3".')]
        found = list(self._fields(document, "", FILE_FIELDS, {}))
        found += self._notebook(document)
        exercises = document.get("exercises")
        for number, exercise in enumerate(exercises if isinstance(exercises, list) else [], 1):
            found += self._exercise(exercise, number, document)
        return sorted(found, key=lambda problem: problem.line)

    def _problem(self, line: int, item: str, message: str, remedy: str) -> Problem:
        return Problem(self.file, line, item, message, remedy)

    def _notebook(self, document: Mapping) -> Iterator[Problem]:
        named = re.match(r"(\d\d)_", self.file)
        if named and isinstance(document.get("notebook"), int):
            number = int(named[1])
            if document["notebook"] != number:
                message = f"notebook {document['notebook']} in a file named {named[1]}_."
                remedy = f'Write "notebook: {number}" or rename the file.'
                yield self._problem(document.line_of("notebook"), "", message, remedy)

    def _fields(self, mapping: Mapping, item: str, needed: dict, extra: dict) -> Iterator[Problem]:
        legal = {**needed, **extra}
        for key in needed:
            if key not in mapping or mapping[key] in (None, "", []):
                remedy = REMEDIES.get(key, f'Add a line "{key}:".')
                yield self._problem(mapping.line_of(key), item, f'"{key}" is missing.', remedy)
        for key, value in mapping.items():
            if key not in legal:
                yield self._unknown(mapping, item, key, list(legal))
            elif value is not None and not _fits(value, legal[key]):
                yield self._wrong_kind(mapping, item, key, legal[key])
            elif key in LISTS and value not in LISTS[key]:
                message = f'{key} "{value}" is not known.'
                remedy = f"Use one of: {', '.join(LISTS[key])}."
                yield self._problem(mapping.line_of(key), item, message, remedy)

    def _unknown(self, mapping: Mapping, item: str, key: str, legal: list[str]) -> Problem:
        near = difflib.get_close_matches(key, legal, 1)
        hint = f'Did you mean "{near[0]}"?' if near else f"Fields here: {', '.join(legal)}."
        return self._problem(mapping.line_of(key), item, f'unknown field "{key}".', hint)

    def _wrong_kind(self, mapping: Mapping, item: str, key: str, kind: Any) -> Problem:
        kind = kind[0] if isinstance(kind, tuple) else kind
        message = f'"{key}" must be {KINDS[kind]}, not {mapping[key]!r}.'
        remedy = "Put it in quotation marks." if kind is str else "Change it."
        return self._problem(mapping.line_of(key), item, message, remedy)

    def _exercise(self, exercise: Any, number: int, document: Mapping) -> Iterator[Problem]:
        if not isinstance(exercise, Mapping):
            line, message = document.line_of("exercises"), f"exercise {number} has no fields."
            yield self._problem(line, "", message, 'Begin it with "- id:".')
            return
        item = str(exercise.get("id") or f"exercise {number}")
        yield from self._fields(exercise, item, CHOICE_FIELDS, CHOICE_EXTRAS)
        yield from self._names(exercise, item, document.get("notebook"))
        if isinstance(exercise.get("options"), list):
            yield from self._options(exercise, item)

    def _names(self, exercise: Mapping, item: str, notebook: Any) -> Iterator[Problem]:
        line = exercise.line_of("id")
        if item in self.seen:
            message = f"this id is taken on line {self.seen[item]}."
            yield self._problem(line, item, message, "Give one of the two another id.")
        self.seen.setdefault(item, line)
        if exercise.get("id") and not re.fullmatch(rf"n{notebook}-[a-z]+-\d+", item):
            remedy = f'Write it like "n{notebook}-mcq-1".'
            yield self._problem(line, item, "the id has the wrong form.", remedy)
        outcome = str(exercise.get("outcome", f"{notebook}.1"))
        if not re.fullmatch(rf"{notebook}\.\d", outcome):
            message, remedy = f"outcome {outcome} is not of this notebook.", f'"{notebook}.1", say.'
            yield self._problem(exercise.line_of("outcome"), item, message, remedy)

    def _options(self, exercise: Mapping, item: str) -> Iterator[Problem]:
        line, options = exercise.line_of("options"), exercise["options"]
        for number, option in enumerate(options, 1):
            if isinstance(option, Mapping):
                where = f"{item}, option {number}"
                yield from self._fields(option, where, OPTION_FIELDS, OPTION_EXTRAS)
            else:
                remedy = 'Give it "text:" and "feedback:".'
                yield self._problem(line, item, f"option {number} has no fields.", remedy)
        good = [option for option in options if isinstance(option, Mapping)]
        texts = [str(option.get("text")) for option in good]
        right = [option for option in good if option.get("correct") is True]
        if len(right) != 1:
            message = f"{len(right) or 'no'} options are marked correct."
            yield self._problem(line, item, message, 'Write "correct: true" under exactly one.')
        if len(options) < 2:
            yield self._problem(line, item, "one option is no choice.", "Add another.")
        if len(set(texts)) < len(texts):
            yield self._problem(line, item, "two options say the same.", "Change one of them.")


def _fits(value: Any, kind: Any) -> bool:
    # In Python True is an int as well, but "notebook: true" is a slip.
    return isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool)
