"""Question files for a VLE: Moodle XML, GIFT, QTI 2.1 and CSV, and what they do not carry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from textwrap import fill

from swteach.editions import losses
from swteach.editions.commands import SUMMARY
from swteach.editions.gift import write_gift
from swteach.editions.items import Sheet, read_whole_sheets
from swteach.editions.moodle import write_moodle
from swteach.editions.packing import lay_out
from swteach.editions.qti_package import write_package
from swteach.editions.sheet import write_answers, write_questions, write_table

NOT_CARRIED = "not_carried.csv"
SHOWN, WIDTH = 6, 96
OPENING = """\
These files hold the right answers. Keep them from your students.

Each folder has one file a notebook. Take one form:
  moodle/  Moodle: Question bank, Import, "Moodle XML format". It keeps the most.
  qti/     Canvas, Blackboard, Brightspace and others: import as a QTI 2.1 package. Each reads
           QTI in its own way, so try one notebook first.
  gift/    Moodle and others: "GIFT format". You can read and change it in a text editor.
  questions.csv and answers.csv are for anything else, and open in a spreadsheet.
Charts and tools stay in the notebooks: a question that names one needs the notebook beside it.
Wrong options of "choose all that apply" take marks away, so that ticking all is not right.\
"""


def build(course_folder: Path, out: Path) -> list[Path]:
    """
    Write the questions of a course for a VLE.

    Parameters
    ----------
    course_folder
        From :func:`swteach.course_folder.find_course`; it is only read.
    out
        An empty folder.

    Returns
    -------
    list of Path
        The files written, a summary among them.

    Raises
    ------
    CourseFileError
        Where the course has problems.
    NoCourseError
        Where the folder is a students' copy.
    """
    everything = read_whole_sheets(course_folder)
    lost, sheets = losses.find_losses(everything), losses.leave_out_private(everything)
    files: dict[str, str | bytes] = {
        "questions.csv": write_questions(sheets),
        "answers.csv": write_answers(sheets),
        NOT_CARRIED: _list_losses(lost),
        SUMMARY: summarise(everything, sheets, lost),
    }
    for sheet in sheets:
        name = sheet.notebook.file
        files[f"moodle/{name}.xml"] = write_moodle(sheet)
        files[f"gift/{name}.txt"] = write_gift(sheet)
        files[f"qti/{name}.zip"] = write_package(sheet)
    return lay_out(out, files)


def summarise(
    everything: Sequence[Sheet], sheets: Sequence[Sheet], lost: Sequence[losses.Loss]
) -> str:
    """Return what a person reads first: counts, what to do with which file, and what is lost."""
    kinds = Counter(one.type for sheet in sheets for one in sheet.exercises)
    asked = sum(len(sheet.exercises) for sheet in everything)
    counts = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    return "\n".join(
        [
            f"{kinds.total()} of {asked} questions, from {len(sheets)} notebooks:",
            f"{counts}.",
            "",
            OPENING,
            "",
            f"What is not carried ({NOT_CARRIED} names every question):",
            *(_say(loss) for loss in lost),
            "",
        ]
    )


def _say(loss: losses.Loss) -> str:
    shown = ", ".join(loss.ids[:SHOWN])
    more = f" and {len(loss.ids) - SHOWN} more" if len(loss.ids) > SHOWN else ""
    said = fill(f"- {', '.join(loss.forms)}: {loss.what}.", WIDTH, subsequent_indent="  ")
    return f"{said}\n  {len(loss.ids)}: {shown}{more}"


def _list_losses(lost: Sequence[losses.Loss]) -> bytes:
    return write_table(("form", "what", "id"), _spread(lost))


def _spread(lost: Sequence[losses.Loss]) -> Iterator[tuple[str, str, str]]:
    for loss in lost:
        for form in loss.forms:
            yield from ((form, loss.what, name) for name in loss.ids)
