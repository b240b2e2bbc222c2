"""Journals as students hand them in: every question of the course, answered in words."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from swteach.exercises import Exercise, exercise_files, load_exercises
from swteach.exercises.models import (
    VERDICTS,
    Choice,
    Match,
    Numeric,
    Order,
    Prediction,
    Reflection,
    Several,
    Verdict,
)
from swteach.journal.entry import Entry, make_entry
from swteach.journal.fileformat import write_pages
from swteach.journal.pages import Name, Pages
from swteach.widgets.confidence import SURE

WORDS = ("home", "council", "report", "count", "child", "family", "figure", "because", "differs")


@cache
def course() -> tuple[Exercise, ...]:
    """Return every question of the course."""
    return tuple(one for number in exercise_files() for one in load_exercises(number))


def write_entry(exercise: Exercise, value: Any, at: int, session: str, **fields: Any) -> Entry:
    """Return the entry of an answer that was given so many seconds after the start."""
    prediction = isinstance(exercise, Prediction) or getattr(exercise, "predict", False)
    kind = "prediction" if prediction else "answer"
    kind = "reflection" if isinstance(exercise, Reflection) else kind
    usual = {"at": f"2026-11-25T{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}.000000Z"}
    usual |= {"count": 0, "session": session, "notebook": f"{exercise.notebook:02}_a_notebook"}
    usual |= {"kind": kind, "id": exercise.id, "value": value, "prompt": exercise.stem}
    return make_entry(**{**usual, **fields})


def answer(exercise: Exercise, chance: random.Random) -> Any:
    """Return an answer that a student may give, as the journal keeps it: mostly the right one."""
    if isinstance(exercise, Match) and chance.random() < 0.6:
        return {pair.left: pair.right for pair in exercise.pairs}
    if isinstance(exercise, Order) and chance.random() < 0.6:
        return [item.text for item in exercise.items]
    if isinstance(exercise, Several) and chance.random() < 0.6:
        return [option.text for option in exercise.shown if option.correct]
    if isinstance(exercise, Choice):
        return chance.choice(exercise.options).text
    if isinstance(exercise, Several):
        return [option.text for option in exercise.shown if chance.random() < 0.5] or [
            exercise.shown[0].text
        ]
    if isinstance(exercise, Numeric):
        return chance.choice([f"{exercise.answer:.6f}", f"{exercise.answer + 7:.1f}", "12"])
    if isinstance(exercise, Order):
        return chance.sample(exercise.shown, len(exercise.shown))
    if isinstance(exercise, Match):
        return {left: chance.choice(exercise.shown) for left in exercise.lefts}
    if isinstance(exercise, Verdict):
        return {"answer": chance.choice(VERDICTS), SURE: chance.randint(1, 5)}
    if isinstance(exercise, Prediction):
        texts = exercise.options or ("12", "1,500")
        return {"answer": chance.choice(texts), SURE: chance.randint(1, 5)}
    return " ".join(chance.choices(WORDS, k=chance.randint(20, 150)))


def make_journal(seed: int, name: str = "") -> Pages:
    """Return the journal of a student who did the whole course, in one sitting a notebook."""
    chance, entries = random.Random(seed), []
    for place, exercise in enumerate(course()):
        session = f"{seed:08x}{exercise.notebook:08x}"
        for attempt in range(chance.choice([1, 1, 2])):
            value, at = answer(exercise, chance), place * 60 + attempt
            private = getattr(exercise, "private", False)
            entries.append(write_entry(exercise, value, at, session, private=private))
    return gather(entries, name)


def gather(entries: Iterable[Entry], name: str = "") -> Pages:
    """Return entries as the pages of a journal, with a name where one is given."""
    given = Name("2026-11-25T09:00:00.000000Z", 0, "a", name) if name else Name()
    return Pages({entry.key: entry for entry in entries}, given)


def hand_in(folder: Path, count: int, first: int = 0) -> list[Path]:
    """Write so many journals into a folder, as files named after their number."""
    paths = []
    for seed in range(first, first + count):
        path = folder / f"student {seed:03}.json"
        path.write_bytes(write_pages(make_journal(seed)))
        paths.append(path)
    return paths
