"""Each rule of each type, broken once in the examples of docs/exercises.md."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from exercise_examples import NAME, read_examples, write

from swteach.exercises import exercise_problems, read_exercises
from swteach.exercises.fields import TYPES
from swteach.yamlfile import CourseFileError, Mapping, read_yaml

SPAN = 'from: "2009-10"\n      to: "2022-23"\n      calc: percent_change'
# What is replaced by what, the line where it is said (a part of it), and what is said.
BROKEN = {
    "type": ("type: order", "type: ordre", "type: ordre", 'type "ordre" is not known. Did you me'),
    "no type": ("    type: order\n", "", "id: n7-order-1", 'n7-order-1: "type" is missing.'),
    "claim in a list": (
        "claims: [jones-2025-lswg-briefing-c07]",
        "claims: [jones-2025-lswg-briefing-c70]",
        "claims:",
        '"jones-2025-lswg-briefing-c70" is not in claims.csv. Did you mean jones-2025-lswg-b',
    ),
    "claim that is no text": (
        "claims: [jones-2025-lswg-briefing-c07]",
        "claims: [7]",
        "claims:",
        'number 1 of "claims" must be text, not 7.',
    ),
    "several, all right": (
        "      - text: Fewer councils send in figures\n",
        "      - text: Fewer councils send in figures\n        correct: true\n",
        "options:",
        "n7-several-1: all options are marked correct. Have at least one",
    ),
    "several, no reply to the whole": (
        "      other: Ask of each one in which direction it would move the total.\n",
        "",
        "correct: You cannot tell",
        'n7-several-1, feedback: "other" is missing. Add a line "other:" with what to say',
    ),
    "numeric, no unit": ("    unit: percent\n", "", "id: n7-num-1", '"unit" is missing. Add a'),
    "numeric, tolerance in words": (
        "tolerance: 0.5",
        "tolerance: half",
        "tolerance:",
        "\"tolerance\" must be a number, not 'half'.",
    ),
    "numeric, tolerance below 0": (
        "tolerance: 0.5",
        "tolerance: -1",
        "tolerance:",
        '"tolerance" cannot be -1.',
    ),
    "numeric, a reply under a word": (
        '      "60.4": You',
        "      sixty: You",
        "sixty:",
        'n7-num-1, feedback: unknown field "sixty".',
    ),
    "numeric, a slip that is right": (
        '      "60.4": You',
        '      "152": You',
        '"152":',
        '"152" is within the tolerance of the answer, so nobody would see it.',
    ),
    "numeric, a slip twice": (
        '      "60.4": You',
        '      "60.40": You turned it over.\n      "60.4": You',
        '"60.4":',
        '"60.4" and "60.40" are the same number.',
    ),
    "computed, calc": (
        SPAN,
        SPAN.replace("percent_change", "percent"),
        "calc:",
        'n7-num-1, answer: calc "percent" is not known. Did you mean "percent_change"?',
    ),
    "computed, no last period": (
        SPAN,
        'from: "2009-10"\n      calc: percent_change',
        "series: dm_s47",
        'calc "percent_change" needs "to". Add a line "to:".',
    ),
    "computed, a field of another calc": (
        SPAN,
        f'{SPAN}\n      at: "2022-23"',
        'at: "2022-23"',
        'calc "percent_change" has no use for "at". Delete it: this calc needs from and to.',
    ),
    "computed, a year as a number": (
        SPAN,
        SPAN.replace('"2022-23"', "2022"),
        "to: 2022",
        'n7-num-1, answer: "to" must be text, not 2022. Put it in quotation marks.',
    ),
    "computed, a date as a date": (
        SPAN,
        SPAN.replace('"2022-23"', "2022-03-31"),
        "to: 2022-03-31",
        "Put it in quotation marks.",
    ),
    "computed, series": (
        "      series: dm_s47\n",
        "      series: dm_s74\n",
        "series: dm_s74",
        'n7-num-1: there is no series "dm_s74" in the data. Did you mean dm_s47',
    ),
    "computed, period": (
        SPAN,
        SPAN.replace("2022-23", "2022-24"),
        "to:",
        'there is no period "2022-24" in the data. Did you mean 20',
    ),
    "computed, a hidden figure": (
        'answer: {series: dm_s47, breakdown: all, at: "2024-25", calc: value}',
        'answer: {series: sp_late_share, at: "2021-22", calc: value}',
        "sp_late_share",
        "is not shown to students: ",
    ),
    "computed slip, breakdown": (
        "- answer: {series: dm_s47, breakdown: all,",
        "- answer: {series: dm_s47, breakdown: England,",
        "- answer:",
        'n7-num-1, slip 1: there is no breakdown "England" in the data.',
    ),
    "order, event": (
        "event: 2018-ilacs-replaces-sif",
        "event: 2018-ilacs-replaces-sfi",
        "event:",
        '"2018-ilacs-replaces-sfi" is not in events.csv. Did you mean 2018-ilacs-replaces-sif',
    ),
    "order, overlapping dates": (
        "event: 2018-ilacs-replaces-sif",
        "event: 1989-caring-people-white-paper",
        "event: 1989",
        "their dates overlap. Ask for events whose order the record settles.",
    ),
    "order, too few": (
        "      - text: ILACS replaces it\n        event: 2018-ilacs-replaces-sif\n"
        '    notes: ["1989.", "November 2013.", "January 2018."]\n',
        "",
        "items:",
        "2 of items is too few to choose among. Have at least 3.",
    ),
    "order, a note too few": (
        'notes: ["1989.", "November 2013.", "January 2018."]',
        'notes: ["1989.", "November 2013."]',
        "notes:",
        "3 items, but 2 notes. Give each item one note.",
    ),
    "match, half a pair": (
        "        right: A rate\n",
        "",
        "- left: How many were there for every",
        'n7-match-1, pair 2: "right" is missing.',
    ),
    "match, a left side twice": (
        "- left: How many were there for every 10,000 children?",
        "- left: How many enquiries were there?",
        "- left: How many enquiries were there?",
        "two pairs say the same. Change this one, or that on line",
    ),
    "match, a distractor that fits": (
        "distractors: [A grade]",
        "distractors: [A rate]",
        "distractors:",
        'the distractor "A rate" is the partner of a pair.',
    ),
    "verdict, answer": (
        "answer: supports\n",
        "answer: support\n",
        "answer:",
        'answer "support" is not known. Did you mean "supports"?',
    ),
    "verdict, a reply missing": (
        "      cannot tell: There is a published count for both years.\n",
        "",
        "supports: The published",
        'n7-verdict-1, feedback: "cannot tell" is missing.',
    ),
    "verdict, claim": (
        "claim: jones-2025-lswg-briefing-c05",
        "claim: jones-2025-lswg-breifing-c05",
        "claim:",
        "is not in claims.csv. Did you mean jones-2025-lswg-briefing-c05",
    ),
    "verdict, evidence": (
        "evidence: [jones-2025-lswg-briefing-c05-e1]",
        "evidence: [jones-2025-lswg-briefing-c05-e9]",
        "evidence:",
        '-c05-e9" is not in evidence.csv. Did you mean',
    ),
    "verdict, another claim's evidence": (
        "evidence: [jones-2025-lswg-briefing-c05-e1]",
        "evidence: [jones-2025-lswg-briefing-c07-e1]",
        "evidence:",
        '-c07-e1" is about another claim, jones-2025-lswg-briefing-c07.',
    ),
    "reflection, words": ("words: 100", "words: 0", "words:", "the number of words is below 1."),
    "reflection, marked": (
        "marked: complete_incomplete",
        "marked: yes_no",
        "marked:",
        'marked "yes_no" is not known. Use one of: complete_incomplete.',
    ),
    "prediction, nothing asked": (
        "    unit: enquiries\n",
        "",
        "stem: Before you look.",
        "a prediction asks for one thing, not nothing.",
    ),
    "prediction, two things asked": (
        "    unit: enquiries\n",
        "    unit: enquiries\n    words: 20\n",
        "words: 20",
        "a prediction asks for one thing, not unit and words.",
    ),
    "prediction, nothing to fill": (
        '    answer: {series: dm_s47, breakdown: all, at: "2024-25", calc: value}\n',
        "",
        "reveal:",
        'nothing fills "{value}" here.',
    ),
    "braces misspelt": ("start, is {value}%", "start, is {valeu}%", "correct:", 'fills "{valeu}"'),
    "braces in a stem": (
        "stem: From 89,300",
        'stem: "{value}" is the answer. From 89,300',
        "stem:",
        "this is not YAML",
    ),
    "markdown": (
        "feedback: This is what the figure says.",
        "feedback: This is **what** the figure says.",
        "feedback:",
        'the text holds "**", and a student would see just that. Write plain text',
    ),
    "html": (
        "feedback: This is what the figure says.",
        "feedback: This is <b>what</b> the figure says.",
        "feedback:",
        'the text holds "<b>"',
    ),
}


def test_the_examples_keep_the_rules(tmp_path: Path) -> None:
    """The page shows all eight types, and its examples are without a problem."""
    path = write(tmp_path, read_examples())
    assert exercise_problems(path) == []
    assert [one.type for one in read_exercises(path)] == list(TYPES)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_rule_is_located(tmp_path: Path, name: str) -> None:
    """It is said with file, line and exercise, what is wrong and what to do; and little else is."""
    old, new, place, words = BROKEN[name]
    text = read_examples()
    assert text.count(old) == 1, text.count(old)
    broken = text.replace(old, new)
    problems = exercise_problems(write(tmp_path, broken))
    (said,) = [problem for problem in problems if words in str(problem)]
    assert said.file == NAME and said.message and said.remedy
    assert place in broken.splitlines()[said.line - 1], broken.splitlines()[said.line - 1]
    assert len(problems) == 1, problems


def test_nothing_is_shown_from_a_broken_file(tmp_path: Path) -> None:
    """Reading a file with two faults raises both at once, in the order of their lines."""
    text = read_examples()
    for name in ("reflection, words", "several, all right"):
        text = text.replace(*BROKEN[name][:2])
    with pytest.raises(CourseFileError) as error:
        read_exercises(write(tmp_path, text))
    assert [problem.item for problem in error.value.problems] == ["n7-several-1", "n7-ref-1"]


def _damage(value: object, draw: random.Random) -> object:
    """Return a copy of a file's contents with about one thing in forty replaced or dropped."""
    odd = (None, 7, -0.5, True, "", "x", [], ["x", "x"], [[]], Mapping(1), float("inf"), "9")
    if draw.random() < 0.025:
        return draw.choice(odd)
    if isinstance(value, Mapping):
        kept = Mapping(value.line)
        kept.lines = value.lines
        for key in value:
            if draw.random() > 0.01:
                kept[key] = _damage(value[key], draw)
        return kept
    return [_damage(part, draw) for part in value] if isinstance(value, list) else value


def test_no_damage_ends_in_a_traceback(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """1,500 files with things of the wrong kind in any place: each reads, or says what is wrong."""
    draw = random.Random(11)
    path = write(tmp_path, read_examples())
    whole = read_yaml(path)
    outcomes = set()
    for number in range(1500):
        damaged = _damage(whole, draw)
        monkeypatch.setattr("swteach.exercises.reading.read_yaml", lambda _, found=damaged: found)
        name = write(tmp_path, f"# {number}", f"07_{number}.yaml")
        problems = exercise_problems(name)
        assert all(problem.line >= 1 and problem.remedy for problem in problems)
        outcomes.add(bool(problems))
        if not problems:
            read_exercises(name)
    assert outcomes == {True, False}
