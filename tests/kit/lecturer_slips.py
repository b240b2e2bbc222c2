"""Lecturers' slips: what is done, where it is said, and the remedy followed as it is worded."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from swteach.kit.update import bring_up_to_date

Edit = Callable[[Path], None]

ASKS_07 = "data/exercises/07_more_investigations_less_help.yaml"
NB_07 = "notebooks/07_more_investigations_less_help.ipynb"
NB_00 = "notebooks/00_start_here.ipynb"
NB_05 = "notebooks/05_one_word_for_a_whole_service.ipynb"
PLAN = "data/course.yaml"
KEY = "data/exercises/answers.json"
CHOICES = "swteach.yaml"
TASKS_07 = "data/challenges/07.yaml"
CHANGE = "      to: 2022-23\n      calc: percent_change"
FIGURES = "data/observations.csv"
FIRST_YEAR = "dm_s47,England,all,2009-10,2009-04-01,2010-03-31,"
OWN = "1f2e.png: the lecturer, CC BY 4.0.\n\n"
RATIO = "dm_s47_to_icpc_pct,England,all,2010-11,2010-04-01,2011-03-31,"


@dataclass(frozen=True)
class Slip:
    """A slip; ``at`` is what stands on the line that is named, ``mend`` follows the remedy."""

    file: str
    at: str
    damage: Edit
    said: str
    remedy: str
    mend: Edit


def swap(file: str, old: str, new: str) -> Edit:
    """Return an edit that puts one text in the place of another, once."""

    def edit(course: Path) -> None:
        path = course / file
        text = path.read_bytes().decode()
        assert old in text, f"{file} no longer has what this test changes: {old}"
        path.write_bytes(text.replace(old, new, 1).encode())

    return edit


def cut(file: str, pattern: str) -> Edit:
    """Return an edit that takes out what a pattern finds first."""

    def edit(course: Path) -> None:
        path = course / file
        text, count = re.subn(pattern, "", path.read_bytes().decode(), count=1)
        assert count, f"{file} no longer has what this test takes out: {pattern}"
        path.write_bytes(text.encode())

    return edit


def rename(old: str, new: str) -> Edit:
    """Return an edit that renames a file."""
    return lambda course: (course / old).rename(course / new) and None


def put(file: str, text: str) -> Edit:
    """Return an edit that adds a file."""
    return lambda course: (course / file).write_text(text, encoding="utf-8") and None


def cell(file: str, name: str, change: Callable[[dict], object]) -> Edit:
    """Return an edit of one cell of a notebook."""

    def edit(course: Path) -> None:
        path = course / file
        notebook = json.loads(path.read_text(encoding="utf-8"))
        for one in notebook["cells"]:
            if one["id"] == name:
                one["source"] = "".join(one["source"])
                change(one)
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")

    return edit


def add(file: str, name: str, words: str) -> Edit:
    """Return an edit that adds words to the end of a cell."""
    return cell(file, name, lambda one: one.update(source=one["source"] + words))


def take(file: str, name: str, words: str, new: str = "") -> Edit:
    """Return an edit that changes words within a cell."""
    return cell(file, name, lambda one: one.update(source=one["source"].replace(words, new)))


def paste(words: str) -> Edit:
    """Return an edit that pastes a picture into a cell of notebook 07, with these words for it."""
    picture = {"1f2e.png": {"image/png": "iVBORw0KGgo="}}
    return cell(
        NB_07,
        "recap",
        lambda one: one.update(source=f"{one['source']}\n\n{words}", attachments=picture),
    )


def drop(file: str, name: str) -> Edit:
    """Return an edit that deletes a cell."""

    def edit(course: Path) -> None:
        path = course / file
        notebook = json.loads(path.read_text(encoding="utf-8"))
        notebook["cells"] = [one for one in notebook["cells"] if one["id"] != name]
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")

    return edit


def both(*edits: Edit) -> Edit:
    """Return several edits as one."""
    return lambda course: [edit(course) for edit in edits] and None


def revert(file: str) -> Edit:
    """Return an edit that takes a file back from the course, as some remedies say."""
    return lambda course: (
        (course / file).write_bytes((course / f"{file}.kept").read_bytes()) and None
    )


def keeping(file: str, edit: Edit) -> Edit:
    """Return an edit that first keeps the file, for :func:`revert`."""

    def kept(course: Path) -> None:
        (course / f"{file}.kept").write_bytes((course / file).read_bytes())
        edit(course)

    return kept


def drop_column(file: str, name: str) -> Edit:
    """Return an edit that deletes a column, as a spreadsheet does."""
    import csv

    def edit(course: Path) -> None:
        path = course / file
        with path.open(encoding="utf-8", newline="") as stream:
            rows = list(csv.reader(stream))
        place = rows[0].index(name)
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(
                row[:place] + row[place + 1 :] for row in rows
            )

    return edit


def save_on_windows(file: str) -> Edit:
    """Return an edit that saves a table as "CSV UTF-8" is saved there: a mark, and CRLF."""

    def edit(course: Path) -> None:
        content = (course / file).read_bytes().replace(b"\n", b"\r\n")
        (course / file).write_bytes(b"\xef\xbb\xbf" + content)

    return edit


def move_base_year(course: Path) -> None:
    """Take the year that the remedy offers, wherever the lost one stood."""
    path = course / ASKS_07
    text = path.read_text(encoding="utf-8").replace("from: 2009-10", "from: 2010-11")
    path.write_text(text, encoding="utf-8")


def remove_notebook(course: Path) -> None:
    """Take a notebook's number out of the choices, and run the update."""
    swap(CHOICES, "[0, 1, 5, 7]", "[0, 1, 7]")(course)
    bring_up_to_date(course)


def remove_by_hand(course: Path) -> None:
    """Delete its part of the plan, its questions, its number in the routes and the link to it."""
    cut(PLAN, r"(?s)  - number: 5\n.*?(?=  - number: 7\n)")(course)
    (course / NB_05.replace("notebooks", "data/exercises").replace("ipynb", "yaml")).unlink()
    text = (course / PLAN).read_text(encoding="utf-8")
    text = re.sub(r"(sessions: .*)", lambda found: re.sub(r"\[5\], |, \[5\]", "", found[0]), text)
    (course / PLAN).write_text(text, encoding="utf-8")
    cell(NB_00, "next", lambda one: one.update(source=cut_line(one["source"], NB_05)))(course)


def cut_line(words: str, file: str) -> str:
    """Return words without the lines that lead to a file."""
    name = file.rpartition("/")[2]
    return "\n".join(line for line in words.split("\n") if name not in line)


SLIPS: dict[str, Slip] = {
    "a tab in YAML": Slip(
        file=ASKS_07,
        at="\ttype: numeric",
        damage=swap(ASKS_07, "    type: numeric", "\ttype: numeric"),
        said="there is a tab",
        remedy="spaces",
        mend=swap(ASKS_07, "\t", "    "),
    ),
    "an id that stands twice": Slip(
        file=ASKS_07,
        at="- id: n7-num-1",
        damage=swap(ASKS_07, "- id: n7-num-2\n", "- id: n7-num-1\n"),
        said="n7-num-1",
        remedy="",
        mend=swap(
            ASKS_07,
            "- id: n7-num-1\n    type: numeric\n    stem: >-\n      A m",
            "- id: n7-num-2\n    type: numeric\n    stem: >-\n      A m",
        ),
    ),
    "a reply that is missing": Slip(
        file=ASKS_07,
        at="correct:",
        damage=cut(ASKS_07, r"      other: Take the difference.*\n"),
        said='"other" is missing',
        remedy='Add a line "other:"',
        mend=swap(
            ASKS_07, '      "136100": That', '      other: Start again.\n      "136100": That'
        ),
    ),
    "a percentage over 100": Slip(
        file=FIGURES,
        at=RATIO,
        damage=swap(FIGURES, f"{RATIO}47.4", f"{RATIO}474"),
        said="474",
        remedy="Correct the value",
        mend=swap(FIGURES, f"{RATIO}474", f"{RATIO}47.4"),
    ),
    "a table saved by a spreadsheet program on Windows": Slip(
        file=FIGURES,
        at="series_id,",
        damage=save_on_windows(FIGURES),
        said="byte-order mark",
        remedy="Nothing to do by hand. When all else is right, this tidies it: swteach check",
        mend=lambda course: None,
    ),
    "a figure changed in a spreadsheet program on Windows": Slip(
        file=FIGURES,
        at="series_id,",
        damage=both(
            swap(FIGURES, f"{FIRST_YEAR}89300", f"{FIRST_YEAR}90000"), save_on_windows(FIGURES)
        ),
        said="ends with CRLF",
        remedy="this tidies it: swteach check --accept",
        mend=swap(ASKS_07, "89,300", "90,000"),
    ),
    "a year that a spreadsheet program took for a month": Slip(
        file=FIGURES,
        at="dm_icpc,England,all,Oct-09,",
        damage=swap(FIGURES, "dm_icpc,England,all,2009-10,", "dm_icpc,England,all,Oct-09,"),
        said="'Oct-09' is what a spreadsheet program makes of 2009-10",
        remedy="Write 2009-10, in a text editor",
        mend=swap(FIGURES, "Oct-09", "2009-10"),
    ),
    "a year so taken, that a question asks for": Slip(
        file=ASKS_07,
        at="from: 2009-10",
        damage=swap(FIGURES, FIRST_YEAR, FIRST_YEAR.replace("2009-10", "Oct-09")),
        said='there is no period "2009-10"',
        remedy="In observations.csv it stands as Oct-09: mend it there.",
        mend=swap(FIGURES, "Oct-09", "2009-10"),
    ),
    "a named slip that is the right answer": Slip(
        file=ASKS_07,
        at='"152.5"',
        damage=swap(ASKS_07, '"60.4"', '"152.5"'),
        said="within the tolerance",
        remedy="Delete it",
        mend=cut(ASKS_07, r'      "152\.5".*\n'),
    ),
    "a deleted column": Slip(
        file=FIGURES,
        at="series_id,",
        damage=keeping(FIGURES, drop_column(FIGURES, "locator")),
        said="locator",
        remedy="",
        mend=revert(FIGURES),
    ),
    "a renamed notebook": Slip(
        file=PLAN,
        at="file: 05_one_word",
        damage=rename(NB_05, "notebooks/05_one_word_for_a_service.ipynb"),
        said="there is no notebooks/05_one_word_for_a_whole_service.ipynb",
        remedy="Did you mean 05_one_word_for_a_service? Rename",
        mend=rename("notebooks/05_one_word_for_a_service.ipynb", NB_05),
    ),
    "a notebook deleted": Slip(
        file=PLAN,
        at="file: 05_one_word",
        damage=lambda course: (course / NB_05).unlink(),
        said="there is no notebooks/05_one_word_for_a_whole_service.ipynb",
        remedy="If you removed it, take its number out of swteach.yaml and run swteach update",
        mend=remove_notebook,
    ),
    "a notebook of one's own deleted": Slip(
        file=PLAN,
        at="file: 05_one_word",
        damage=lambda course: (course / NB_05).unlink(),
        said="there is no notebooks/05_one_word_for_a_whole_service.ipynb",
        remedy="delete this part and its file in data/exercises",
        mend=remove_by_hand,
    ),
    "a notebook that nothing lists": Slip(
        file="notebooks/06_my_own.ipynb",
        at="",
        damage=put("notebooks/06_my_own.ipynb", '{"cells": []}'),
        said="is not listed in course.yaml",
        remedy="move it elsewhere",
        mend=rename("notebooks/06_my_own.ipynb", "06_my_own.ipynb"),
    ),
    "a claim of an unknown text": Slip(
        file="data/claims.csv",
        at="guardian-2016-jones-threat-c01,guardian-2016-jones-thread,",
        damage=swap(
            "data/claims.csv",
            "c01,guardian-2016-jones-threat,",
            "c01,guardian-2016-jones-thread,",
        ),
        said="guardian-2016-jones-thread",
        remedy="Did you mean guardian-2016-jones-threat",
        mend=swap("data/claims.csv", "jones-thread,", "jones-threat,"),
    ),
    "an outcome with no question": Slip(
        file=PLAN,
        at='id: "7.4"',
        damage=swap(
            PLAN,
            '      - id: "7.3"',
            '      - id: "7.4"\n        text: swim\n        levels: [apply]\n      - id: "7.3"',
        ),
        said="has no question that serves it",
        remedy="or delete it",
        mend=cut(PLAN, r'      - id: "7\.4"\n.*\n.*\n'),
    ),
    "a question that names no outcome": Slip(
        file=ASKS_07,
        at='outcome: "7.9"',
        damage=swap(ASKS_07, 'outcome: "7.2"', 'outcome: "7.9"'),
        said="is no outcome of notebook 7",
        remedy="7.2",
        mend=swap(ASKS_07, 'outcome: "7.9"', 'outcome: "7.2"'),
    ),
    "two dates in the wrong order": Slip(
        file="data/events.csv",
        at="1946-12-31,1946-01-01",
        damage=swap("data/events.csv", "1946-01-01,1946-12-31", "1946-12-31,1946-01-01"),
        said="is before date_start",
        remedy="Correct one of the two dates",
        mend=swap("data/events.csv", "1946-12-31,1946-01-01", "1946-01-01,1946-12-31"),
    ),
    "a date in British form": Slip(
        file="data/events.csv",
        at="05/07/1948",
        damage=swap("data/events.csv", "1948-07-05,1948-07-05", "05/07/1948,1948-07-05"),
        said="is not a date",
        remedy="1948-07-05",
        mend=swap("data/events.csv", "05/07/1948", "1948-07-05"),
    ),
    "a picture without words": Slip(
        file=NB_07,
        at="![](https://example.org/a.png)",
        damage=add(NB_07, "recap", "\n\n![](https://example.org/a.png)"),
        said="without words",
        remedy="![A line that rises]",
        mend=take(NB_07, "recap", "![]", "![A line that rises]"),
    ),
    "a picture pasted in JupyterLab": Slip(
        file=NB_07,
        at="![image.png](attachment:1f2e.png)",
        damage=paste("![image.png](attachment:1f2e.png)"),
        said="has only a file's name, image.png",
        remedy="![A line that rises]",
        mend=both(
            take(NB_07, "recap", "![image.png]", "![A line that rises]"),
            swap("LICENSE-CONTENT.md", "## What it covers", f"{OWN}## What it covers"),
        ),
    ),
    "a picture pasted whose licence is unknown": Slip(
        file=NB_07,
        at="(attachment:1f2e.png)",
        damage=paste("![A line that rises](attachment:1f2e.png)"),
        said="licence nobody has written down",
        remedy="Say in LICENSE-CONTENT.md who made 1f2e.png",
        mend=swap("LICENSE-CONTENT.md", "## What it covers", f"{OWN}## What it covers"),
    ),
    "a picture pasted whose cell was copied without it": Slip(
        file=NB_07,
        at="attachment:1f2e.png",
        damage=add(NB_07, "recap", "\n\n<img src='attachment:1f2e.png' alt='A line that rises'>"),
        said="is not there",
        remedy="or take it out",
        mend=take(NB_07, "recap", "<img src='attachment:1f2e.png' alt='A line that rises'>"),
    ),
    "a picture whose licence is unknown": Slip(
        file="notebooks/map.svg",
        at="",
        damage=put("notebooks/map.svg", "<svg/>"),
        said="licence nobody has written down",
        remedy="Say in LICENSE-CONTENT.md who made map.svg",
        mend=swap(
            "LICENSE-CONTENT.md",
            "## What it covers",
            f"{OWN.replace('1f2e.png', 'map.svg')}## What it covers",
        ),
    ),
    "a licence that is gone": Slip(
        file="LICENSE",
        at="",
        damage=rename("LICENSE", "LICENCE.kept"),
        said="is missing",
        remedy="Take it back",
        mend=rename("LICENCE.kept", "LICENSE"),
    ),
    "a question deleted, but still asked": Slip(
        file=NB_07,
        at="n7-nim-1",
        damage=swap(NB_07, 'sw.exercise(\\"n7-num-1\\")', 'sw.exercise(\\"n7-nim-1\\")'),
        said="is no question of",
        remedy="Did you mean n7-num-1",
        mend=swap(NB_07, "n7-nim-1", "n7-num-1"),
    ),
    "a question misspelt in single quotation marks": Slip(
        file=NB_07,
        at="n7-nim-1",
        damage=swap(NB_07, 'sw.exercise(\\"n7-num-1\\")', "sw.exercise('n7-nim-1')"),
        said="is no question of",
        remedy="Did you mean n7-num-1",
        mend=swap(NB_07, "'n7-nim-1'", "'n7-num-1'"),
    ),
    "a question deleted, its cell": Slip(
        file=NB_07,
        at="n7-num-10",
        damage=cut(ASKS_07, r"  - id: n7-num-10\n(?:    .*\n|\n)+"),
        said="is no question of",
        remedy="If you deleted the question, take it out of this cell as well.",
        mend=both(drop(NB_07, "test-num-10"), cut(PLAN, r"      - n7-num-10\n")),
    ),
    "a question deleted, its line": Slip(
        file=PLAN,
        at="- n7-num-10",
        damage=both(
            cut(ASKS_07, r"  - id: n7-num-10\n(?:    .*\n|\n)+"), drop(NB_07, "test-num-10")
        ),
        said='there is no "n7-num-10"',
        remedy="If you deleted the question, delete it here as well.",
        mend=cut(PLAN, r"      - n7-num-10\n"),
    ),
    "a question listed, but not asked": Slip(
        file=PLAN,
        at="- n7-num-1",
        damage=drop(NB_07, "test-num-1"),
        said="does not ask it",
        remedy="or delete this line",
        mend=both(
            cut(PLAN, r"      - n7-num-1\n"), cut(ASKS_07, r"  - id: n7-num-1\n(?:    .*\n)+")
        ),
    ),
    "a question that is asked nowhere": Slip(
        file=ASKS_07,
        at="- id: n7-num-1",
        damage=both(drop(NB_07, "test-num-1"), cut(PLAN, r"      - n7-num-1\n")),
        said="is asked in no notebook",
        remedy="or delete the question",
        mend=cut(ASKS_07, r"  - id: n7-num-1\n(?:    .*\n)+"),
    ),
    "a question asked, but not listed": Slip(
        file=NB_07,
        at="n7-num-1",
        damage=cut(PLAN, r"      - n7-num-1\n"),
        said="does not list it",
        remedy='Add "- n7-num-1" to the exercises of notebook 7',
        mend=swap(PLAN, "      - n7-num-2\n", "      - n7-num-1\n      - n7-num-2\n"),
    ),
    "minutes that do not add up": Slip(
        file=PLAN,
        at="parts: {recap: 2, predict: 5, read: 99",
        damage=swap(
            PLAN,
            "parts: {recap: 2, predict: 5, read: 12",
            "parts: {recap: 2, predict: 5, read: 99",
        ),
        said="the notebook 75",
        remedy="Change one",
        mend=swap(PLAN, "read: 99", "read: 12"),
    ),
    "a title changed in one place": Slip(
        file=NB_07,
        at="# 7. More enquiries",
        damage=swap(NB_07, "# 7. More investigations", "# 7. More enquiries"),
        said="course.yaml says: 7. More investigations",
        remedy="Make the two the same",
        mend=swap(PLAN, "title: More investigations", "title: More enquiries"),
    ),
    "an outcome reworded in one place": Slip(
        file=NB_07,
        at="**7.1**",
        damage=swap(PLAN, "calculate percentage change", "work out percentage change"),
        said="course.yaml says of outcome 7.1: work out",
        remedy="Make the two the same",
        mend=swap(NB_07, "calculate percentage change", "work out percentage change"),
    ),
    "a figure deleted that an answer rests on": Slip(
        file=ASKS_07,
        at="from: 2009-10",
        damage=cut(FIGURES, rf"{FIRST_YEAR}.*\n"),
        said="The answer was 152.4",
        remedy="Did you mean 2010-11? There are 2010-11 to 2024-25.",
        mend=move_base_year,
    ),
    "a figure changed that a question quotes": Slip(
        file=ASKS_07,
        at="answer:",
        damage=swap(FIGURES, f"{FIRST_YEAR}89300", f"{FIRST_YEAR}90000"),
        said=r"was 152\.4, and is now 150\.4",
        remedy="says 89,300",
        mend=swap(ASKS_07, "89,300", "90,000"),
    ),
    "a link to a page that is not there": Slip(
        file=NB_07,
        at="(07_more_investigations_less_halp.ipynb)",
        damage=add(NB_07, "recap", "\n\n[Here](07_more_investigations_less_halp.ipynb)"),
        said="leads to no file",
        remedy="Did you mean 07_more_investigations_less_help.ipynb",
        mend=take(
            NB_07,
            "recap",
            "07_more_investigations_less_halp.ipynb",
            "07_more_investigations_less_help.ipynb",
        ),
    ),
    "a heading that jumps a level": Slip(
        file=NB_07,
        at="#### Ideas",
        damage=add(NB_07, "recap", "\n\n#### Ideas"),
        said="jumps from level 2 to 4",
        remedy='Write "### Ideas"',
        mend=take(NB_07, "recap", "#### Ideas", "### Ideas"),
    ),
    "a part misnamed": Slip(
        file=NB_07,
        at="## Prediction",
        damage=swap(NB_07, '"## Predict\\n"', '"## Prediction\\n"'),
        said="not one of the ten parts",
        remedy="Did you mean Predict",
        mend=swap(NB_07, '"## Prediction\\n"', '"## Predict\\n"'),
    ),
    "code that every student sees": Slip(
        file=NB_07,
        at='"id": "test-num-1"',
        damage=cell(NB_07, "test-num-1", lambda one: one["metadata"].clear()),
        said="shows its code",
        remedy="Collapse Selected Code",
        mend=cell(
            NB_07,
            "test-num-1",
            lambda one: one["metadata"].update(jupyter={"source_hidden": True}),
        ),
    ),
    "a cell saved with an error": Slip(
        file=NB_07,
        at='"id": "test-num-1"',
        damage=cell(
            NB_07,
            "test-num-1",
            lambda one: one["outputs"].append(
                {"output_type": "error", "ename": "NameError", "evalue": "sv", "traceback": []}
            ),
        ),
        said="ends in an error: sv",
        remedy="swteach run",
        mend=cell(NB_07, "test-num-1", lambda one: one["outputs"].pop()),
    ),
    "two cases of unequal length": Slip(
        file=NB_07,
        at="read-side-a",
        damage=add(NB_07, "read-side-a", "\n\n" + "More words. " * 60),
        said="differ in length",
        remedy="Shorten the longer",
        mend=take(NB_07, "read-side-a", "More words. " * 60),
    ),
    "a case without its speaker": Slip(
        file=NB_07,
        at="read-side-a",
        damage=cell(
            NB_07,
            "read-side-a",
            lambda one: one.update(source=one["source"].replace("\n*Ray Jones", "\nRay Jones", 1)),
        ),
        said="does not say whose case",
        remedy="in *stars*",
        mend=take(NB_07, "read-side-a", "\nRay Jones", "\n*Ray Jones"),
    ),
    "a year that the table does not have": Slip(
        file=ASKS_07,
        at="from: 2008-09",
        damage=swap(ASKS_07, f"from: 2014-15\n{CHANGE}", f"from: 2008-09\n{CHANGE}"),
        said='there is no period "2008-09"',
        remedy="Did you mean 2009-10? There are 2009-10 to 2024-25.",
        mend=swap(ASKS_07, f"from: 2008-09\n{CHANGE}", f"from: 2009-10\n{CHANGE}"),
    ),
    "a number with a sign": Slip(
        file=ASKS_07,
        at="tolerance: 0.5%",
        damage=swap(ASKS_07, "    tolerance: 0.5\n", "    tolerance: 0.5%\n"),
        said="must be a number, not '0.5%'",
        remedy="Write 0.5 alone",
        mend=swap(ASKS_07, "0.5%\n", "0.5\n"),
    ),
    "minutes with their unit": Slip(
        file=PLAN,
        at="minutes: 75 min",
        damage=swap(PLAN, "    minutes: 75\n", "    minutes: 75 min\n"),
        said="must be a whole number, not '75 min'",
        remedy="Write 75 alone",
        mend=swap(PLAN, "75 min\n", "75\n"),
    ),
    "a table whose rows are gone": Slip(
        file=ASKS_07,
        at="claims:",
        damage=keeping("data/claims.csv", cut("data/claims.csv", r"(?s)^.*")),
        said="is not in claims.csv",
        remedy="No row of claims.csv can be read: mend that file first.",
        mend=revert("data/claims.csv"),
    ),
    "another base year": Slip(
        file=ASKS_07,
        at="answer:",
        damage=swap(ASKS_07, f"from: 2014-15\n{CHANGE}", f"from: 2012-13\n{CHANGE}"),
        said=r"was 40\.4, and is now 77\.2: another sum",
        remedy="says 160,490",
        mend=swap(ASKS_07, "160,490", "127,190"),
    ),
    "a sum that nobody has accepted": Slip(
        file=ASKS_07,
        at="answer:",
        damage=swap(KEY, '"n7-num-1":', '"n7-num-0":'),
        said="the answer 152.4 is new",
        remedy="Work it out once by hand",
        mend=lambda course: None,
    ),
    "accepted answers that are gone": Slip(
        file=KEY,
        at="",
        damage=lambda course: (course / KEY).unlink(),
        said="is missing: nobody can tell",
        remedy="where all answers are right: swteach check --accept",
        mend=lambda course: None,
    ),
    "accepted answers that are damaged": Slip(
        file=KEY,
        at="",
        damage=put(KEY, "{"),
        said="is damaged: nobody can tell",
        remedy="where all answers are right: swteach check --accept",
        mend=lambda course: None,
    ),
    "a choice of a notebook that is not there": Slip(
        file=CHOICES,
        at="notebooks:",
        damage=swap(CHOICES, "[0, 1, 5, 7]", "[0, 1, 5, 77]"),
        said="There is no notebook 77",
        remedy="some of these with commas between: 0, 1",
        mend=swap(CHOICES, "77", "7"),
    ),
    "choices that are no YAML": Slip(
        file=CHOICES,
        at="",
        damage=swap(CHOICES, "7]", "7"),
        said="is not YAML",
        remedy="Look at this line and the one before it",
        mend=swap(CHOICES, "5, 7", "5, 7]"),
    ),
    "choices that are saved under another name": Slip(
        file=CHOICES,
        at="",
        damage=rename(CHOICES, "swteach.yml"),
        said="is missing",
        remedy="Rename swteach.yml",
        mend=rename("swteach.yml", CHOICES),
    ),
    "words for tutors that are gone": Slip(
        file="data/teaching.yaml",
        at="",
        damage=rename("data/teaching.yaml", "kept.yaml"),
        said="no tutor pack",
        remedy="Take it back",
        mend=rename("kept.yaml", "data/teaching.yaml"),
    ),
    "a file saved as .yml": Slip(
        file="data/challenges/07.yml",
        at="",
        damage=rename(TASKS_07, "data/challenges/07.yml"),
        said="does not end in .yaml",
        remedy="Rename it to 07.yaml",
        mend=rename("data/challenges/07.yml", TASKS_07),
    ),
    "a file saved once more by Notepad": Slip(
        file="data/course.yaml.txt",
        at="",
        damage=put("data/course.yaml.txt", "notebooks:\n"),
        said="does not end in .yaml",
        remedy="Delete it, or course.yaml beside it",
        mend=lambda course: (course / "data/course.yaml.txt").unlink(),
    ),
    "tasks that are gone": Slip(
        file=NB_07,
        at="challenges(7)",
        damage=lambda course: (course / TASKS_07).unlink(),
        said="has no tasks",
        remedy="or delete the cell",
        mend=drop(NB_07, "next-challenges"),
    ),
    "a task that is not Python": Slip(
        file="data/challenges/07.yaml",
        at="round(100 *",
        damage=swap("data/challenges/07.yaml", '["2014-15"] - 1), 1)', '["2014-15"] - 1), 1'),
        said="not Python",
        remedy="Run it in a notebook",
        mend=swap("data/challenges/07.yaml", '["2014-15"] - 1), 1\n', '["2014-15"] - 1), 1)\n'),
    ),
}
