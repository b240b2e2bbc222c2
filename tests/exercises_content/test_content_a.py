"""What the questions of notebooks 1, 2, 4 and 8 say, held against the record.

The engine tests the form of an exercise file. Here the words are tested: every figure is a row
that may be shown or is worked out below, and every code, date and paraphrase is the table's.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest
import yaml
from content_a_figures import (
    COUNT,
    GIVEN,
    ODDS,
    ROWS,
    SUMS,
    get_row,
    get_value,
    odds_ratio,
    percent,
)

import swteach as sw
from swteach.exercises import exercise_files

NOTEBOOKS = (1, 2, 4, 8)
TEXT = {"stem", "text", "feedback", "left", "right", "reveal", "options", "pairs", "items"}
TEXT |= {"notes", "distractors"}
NUMBER = re.compile(r"(?<![\w.\-])\d[\d,]*(?:\.\d+)?")
# Days, an age and a section of an Act are no figures; full dates have a test of their own.
PLAIN = re.compile(r"\b\d{1,2} (?=" + "|".join(month_name[1:]) + r")|17 year old|Section 47")
DATE = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]+) ((?:19|20)\d\d)")


def _exercises() -> list[dict[str, Any]]:
    files = exercise_files()
    loaded = [yaml.safe_load(files[notebook].read_text("utf-8")) for notebook in NOTEBOOKS]
    return [exercise for document in loaded for exercise in document["exercises"]]


EXERCISES = {exercise["id"]: exercise for exercise in _exercises()}


def _texts(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    for value in part if isinstance(part, list) else []:
        yield from _texts(value)
    for key, value in part.items() if isinstance(part, dict) else []:
        if key in TEXT or (isinstance(value, str) and key not in ("id", "event", "type")):
            yield from _texts(value)


def _words(name: str) -> str:
    parts = {key: value for key, value in EXERCISES[name].items() if key in TEXT}
    slips = [slip["feedback"] for slip in EXERCISES[name].get("slips", [])]
    return " ".join([*_texts(parts), *slips])


def _forms(value: float) -> set[str]:
    size = abs(value)
    return {f"{size:,.{places}f}" for places in range(4)} | {f"{size:g}"}


def _numbers(words: str) -> set[str]:
    return {found.rstrip(",") for found in NUMBER.findall(words)}


def _worked(name: str) -> set[str]:
    """Return the figures that an exercise's words work out from those it quotes."""
    rows = [get_value(*row) for row in ROWS.get(name, [])]
    sums = list(SUMS.get(name, {}).values())
    more = {
        "n1-pred-1": [SUMS["n1-num-1"]["answer"], SUMS["n1-num-1"]["56.5"]],
        "n2-pred-1": [SUMS["n2-num-1"]["46.8"]],
        "n2-num-3": [1 - 0.36],
        "n2-match-4": [percent(rows[3] - rows[2], rows[2]) if name == "n2-match-4" else 0],
        "n4-num-1": [1 + SUMS["n4-num-1"]["12.6"], 100 * (1 - get_value(*ODDS))],
        "n4-num-4": [percent(rows[3] - rows[2], rows[2]) if name == "n4-num-4" else 0],
        "n4-num-5": [odds_ratio()],
        "n4-num-6": [10 * end for end in (0.15, 0.30)],
        "n4-several-3": [83.3 - 80.6, 86.0 - 79.4],
    }
    return set().union(*(_forms(value) for value in [*sums, *more.get(name, [])]))


def _backed(name: str) -> set[str]:
    rows = [get_row(*row) for row in ROWS.get(name, [])]
    caveats = sw.load_series().set_index("series_id")["caveat"]
    notes = [f"{row['note']} {row['caveat']} {caveats[row['series_id']]}" for row in rows]
    said = _numbers(" ".join(notes))
    quoted = set().union(*(_forms(float(row["value"])) for row in rows))
    counted = {f"{int(value):,}" for value in COUNT.values()}
    return said | quoted | counted | _worked(name) | set(GIVEN.get(name, "").split()) | {"100"}


@pytest.mark.parametrize("name", EXERCISES)
def test_each_figure_is_backed(name: str) -> None:
    """Every figure but a date or a small whole number is quoted, counted or worked out."""
    said = _numbers(re.sub(PLAIN, "", _words(name)))
    figures = {found for found in said if not re.fullmatch(r"\d|1[0-2]|(?:19|20)\d\d", found)}
    assert figures - _backed(name) == set()


@pytest.mark.parametrize("name", ROWS)
def test_each_row_is_said_and_may_be_shown(name: str) -> None:
    """Every row listed is in the words, none is hidden, and a caveat goes with its figure."""
    for row in ROWS[name]:
        found = get_row(*row)
        assert _forms(float(found["value"])) & _numbers(_words(name)), row
        assert found["display"] != "hide"
        if found["display"] == "with caveat":
            assert "a home that fails twice counts twice" in found["caveat"]
            assert "a home that fails twice counts twice" in _words(name)


def test_each_sum_is_right() -> None:
    """Each numeric answer and each named slip is the sum it says, and no slip is the answer."""
    numeric = {name for name, found in EXERCISES.items() if found["type"] == "numeric"}
    assert numeric == set(SUMS)
    for name, sums in SUMS.items():
        exercise = EXERCISES[name]
        named = set(exercise["feedback"]) - {"correct", "other"}
        assert named == set(sums) - {"answer"}, name
        for slip in named:
            assert float(slip) == pytest.approx(sums[slip], abs=0.051), (name, slip)
            assert abs(sums[slip] - sums["answer"]) > exercise["tolerance"], (name, slip)
        if not isinstance(exercise["answer"], dict):
            half = exercise["tolerance"] / 2
            assert exercise["answer"] == pytest.approx(sums["answer"], abs=half), name


def test_computed_answers_name_shown_rows() -> None:
    """Every row that a computed answer or slip asks for exists and may be shown."""
    asked = [part for found in EXERCISES.values() for part in _computed(found)]
    assert len(asked) >= 8
    for part, period in asked:
        assert get_row(part["series"], part["breakdown"], period)["display"] == "plain"


def _computed(exercise: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    answers = [exercise.get("answer"), *(slip["answer"] for slip in exercise.get("slips", []))]
    for answer in answers:
        if isinstance(answer, dict):
            for period in (answer[key] for key in ("at", "from", "to") if key in answer):
                yield answer, period
                if "of" in answer:
                    yield answer["of"], period


def test_each_outcome_has_two_exercises_and_each_notebook_a_prediction() -> None:
    """Each outcome is asked about twice at least, and each notebook begins with a commitment."""
    asked = Counter(found["outcome"] for found in EXERCISES.values())
    wanted = {f"{notebook}.{number}" for notebook in NOTEBOOKS for number in (1, 2, 3)}
    assert {outcome for outcome, times in asked.items() if times >= 2} == wanted
    predicting = {found["outcome"][0] for found in EXERCISES.values() if "reveal" in found}
    assert predicting == {str(notebook) for notebook in NOTEBOOKS}


def test_dates_are_those_of_texts_or_events() -> None:
    """Every full date is the day of a text or an event, or a day of count in the data."""
    days = pd.concat([sw.load_documents()["date_start"], sw.load_events()["date_start"]])
    counts = sw.load_observations(checked="yes")["period_start"]
    known = {f"{day.day} {day:%B %Y}" for day in pd.concat([days, counts]).dropna()}
    said = {" ".join(found) for name in EXERCISES for found in DATE.findall(_words(name))}
    assert len(said) >= 12
    assert said - known == set()


def test_order_of_texts_is_by_date() -> None:
    """The texts to be put in order stand in the order of their dates, each in its note."""
    texts = sw.load_documents().sort_values("date_start")
    days = [f"{day.day} {day:%B %Y}" for day in texts["date_start"].dropna()]
    noted = [DATE.search(note)[0] for note in EXERCISES["n1-order-1"]["notes"]]
    assert noted == sorted(noted, key=days.index)
    firm = texts[texts["date_precision"].eq("day")]
    assert {f"{day.day} {day:%B %Y}" for day in firm["date_start"]} >= set(noted)
    assert Counter(texts["date_precision"]) == {"day": 10, "inferred": 6, "undated": 1}


def test_order_of_events_is_by_date() -> None:
    """The events to be put in order stand in the order of their dates, each in its note."""
    events = sw.load_events().set_index("event_id")
    chosen = events.loc[[item["event"] for item in EXERCISES["n4-order-1"]["items"]]]
    assert chosen["date_start"].is_monotonic_increasing
    for told, note in zip(chosen["date_text"], EXERCISES["n4-order-1"]["notes"], strict=True):
        assert note.startswith(told)


def test_claims_to_be_coded_are_quoted_with_their_codes() -> None:
    """Paraphrases are the table's word for word, beside their speaker, with the table's codes."""
    claims = sw.load_claims().set_index("claim_id")
    for name in ("n2-match-1", "n2-match-3", "n2-several-1"):
        exercise = EXERCISES[name]
        parts = exercise.get("pairs") or exercise["options"]
        for part, claim in zip(parts, exercise["claims"], strict=True):
            speaker, said = (part.get("left") or part["text"]).split(": ", 1)
            row = claims.loc[claim]
            assert said == row["paraphrase"]
            assert row["speaker"].split(" (")[0] == speaker.split(",")[0]
            if name == "n2-match-1":
                assert part["right"].lower() == row["claim_type"]
            if name == "n2-several-1":
                checkable = row["claim_type"] == "factual-checkable"
                assert part.get("correct", False) == checkable
    kinds = EXERCISES["n2-match-2"]
    for pair, claim in zip(kinds["pairs"], kinds["claims"], strict=True):
        assert pair["right"].lower() == claims.loc[claim, "evidence_offered"]


def test_stances_are_those_of_the_corpus_map() -> None:
    """The stance to be matched is the one published for that text and issue."""
    texts = sw.load_documents().set_index("doc_id")
    published = [
        texts.loc["comment-2014-a-councils", "stance_privatisation"],
        texts.loc["jones-2021-case-for-change", "stance_inspection"],
        texts.loc["beck-2015-generic", "stance_workforce_reform"],
        texts.loc["bee-2015-agency", "stance_inspection"],
    ]
    assert [pair["right"].lower() for pair in EXERCISES["n1-stance-2"]["pairs"]] == published
    assert "for" not in set(texts["stance_privatisation"])
    assert texts.loc["jones-2014-cavalry", "stance_inspection"] == "for"
    assert texts.loc["jones-2015-ofsted", "stance_inspection"] == "against"


def test_verdicts_agree_with_the_evidence() -> None:
    """A verdict rests on rows of its own claim, and its answer on what they say together."""
    evidence = sw.load_evidence().set_index("evidence_id")
    verdicts = [found for found in EXERCISES.values() if found["type"] == "verdict"]
    assert len(verdicts) >= 6
    for found in verdicts:
        rows = evidence.loc[found["evidence"]]
        assert set(rows["claim_id"]) == {found["claim"]}
        said = set(rows["verdict"])
        answer = "cannot tell" if said == {"not testable"} else "partly"
        assert found["answer"] == answer
        assert "complicates" in said or answer != "partly"


def test_claims_and_evidence_exist() -> None:
    """Every claim and piece of evidence that an exercise names is in its table."""
    claims, evidence = set(sw.load_claims()["claim_id"]), set(sw.load_evidence()["evidence_id"])
    for found in EXERCISES.values():
        assert set(found.get("claims", [])) <= claims
        assert set(found.get("evidence", [])) <= evidence
