"""Each rule of an exercise file, broken once in a copy of the real file of notebook 03."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.exercises import exercise_files, exercise_problems, read_exercises
from swteach.yamlfile import CourseFileError

FILE = exercise_files()[3]
OPTIONS = "did the final regulations do?\n    options:"
SLIPS = {
    "no feedback": (
        "        feedback: >-\n          They were permissive. Compulsion comes from a different "
        "power, used after\n          serious failure.\n",
        "",
        "      - text: Forced councils to delegate",
        'n3-mcq-1, option 3: "feedback" is missing. Add a line "feedback:" that says what to',
    ),
    "no right option": (
        "        correct: true\n        feedback: >-\n          A company",
        "        feedback: >-\n          A company",
        OPTIONS,
        'n3-mcq-1: no options are marked correct. Write "correct: true" under exactly one.',
    ),
    "two right options": (
        "      - text: Forced councils to delegate\n",
        "      - text: Forced councils to delegate\n        correct: true\n",
        OPTIONS,
        "n3-mcq-1: 2 options are marked correct.",
    ),
    "id twice": (
        "id: n3-date-4",
        "id: n3-date-3",
        "  - id: n3-date-3",
        "n3-date-3: this id is taken on line",
    ),
    "unknown field": (
        '    outcome: "3.1"\n    bloom: understand\n    claims: [jones-2014-cavalry-c05',
        '    outcom: "3.1"\n    bloom: understand\n    claims: [jones-2014-cavalry-c05',
        "    outcom:",
        'n3-mcq-1: unknown field "outcom". Did you mean "outcome"?',
    ),
    "number for text": (
        '      - text: "1989"\n',
        "      - text: 1989\n",
        "      - text: 1989",
        'n3-date-1, option 1: "text" must be text, not 1989. Put it in quotation marks.',
    ),
    "unknown level": (
        "    bloom: apply\n",
        "    bloom: applied\n",
        "    bloom: applied",
        'n3-num-1: bloom "applied" is not known. Did you mean "apply"? Use one of: remember,',
    ),
    "other notebook's id": (
        "id: n3-turn-1",
        "id: n4-turn-1",
        "  - id: n4-turn-1",
        'n4-turn-1: the id has the wrong form. Write it like "n3-mcq-1".',
    ),
    "other notebook's number": (
        "notebook: 3\n",
        "notebook: 4\n",
        "notebook: 4",
        'notebook 4 in a file named 03_. Write "notebook: 3" or rename the file.',
    ),
    "same option twice": (
        "      - text: Dropped delegation\n",
        "      - text: Forced councils to delegate\n",
        "      - text: Forced councils to delegate",
        "n3-mcq-1: two options say the same. Change this one, or that on line",
    ),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slip_is_located(tmp_path: Path, slip: str) -> None:
    """A slip is answered with the file, the line it stands on, the exercise and the mend."""
    old, new, place, words = SLIPS[slip]
    text = FILE.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / FILE.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    problems = [str(problem) for problem in exercise_problems(path)]
    assert any(words in problem for problem in problems), problems
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(problem for problem in problems if words in problem)
    number = int(at.split("line ")[1].split(":")[0].split(",")[0])
    near = "\n".join(lines[number - 2 : number])
    assert at.startswith(f"{FILE.name}, line ")
    assert place in near, (at, near)


def test_all_problems_in_one_run(tmp_path: Path) -> None:
    """Three slips in one file are three problems, in the order of their lines."""
    text = FILE.read_text(encoding="utf-8")
    for old, new in ((SLIPS[slip][:2]) for slip in ("id twice", "number for text", "no feedback")):
        text = text.replace(old, new)
    path = tmp_path / FILE.name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CourseFileError) as error:
        read_exercises(path)
    assert [problem.item for problem in error.value.problems] == [
        "n3-date-1, option 1",
        "n3-date-3",
        "n3-mcq-1, option 3",
    ]


@pytest.mark.parametrize("content", ["", "- a\n", "notebook: 3\n", "notebook: 3\nexercises: [x]\n"])
def test_empty_shapes_are_problems_not_crashes(tmp_path: Path, content: str) -> None:
    """A file with nothing usable in it is said in words."""
    path = tmp_path / "03_x.yaml"
    path.write_text(content, encoding="utf-8")
    assert exercise_problems(path)


@pytest.mark.parametrize("notebook", [0, 3])
def test_the_course_keeps_the_rules(notebook: int) -> None:
    """The course's own files are without a problem."""
    assert exercise_problems(exercise_files()[notebook]) == []
