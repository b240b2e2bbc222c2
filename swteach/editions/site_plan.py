"""What a lecturer wants in the site: which notebooks, and what to leave out."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from swteach.editions.items import NEVER, Sheet, read_sheets

_LINK = re.compile(r'<a href="([^":#/]+\.html)[^"]*">(.*?)</a>', re.DOTALL)


@dataclass(frozen=True)
class Plan:
    """
    What a site is made of.

    Attributes
    ----------
    notebooks
        Their numbers; none for all.
    leave_out
        Of ``swteach.editions.commands.PARTS``.
    """

    notebooks: tuple[int, ...] = ()
    leave_out: tuple[str, ...] = ()

    def has(self, part: str) -> bool:
        """Return whether a part is wanted."""
        return part not in self.leave_out


class UnknownNotebookError(ValueError):
    """A notebook is asked for that the course has not; the message names those it has."""


def choose_sheets(course_folder: Path, plan: Plan) -> list[Sheet]:
    """
    Return the notebooks that are wanted, with their questions.

    Without answers every question is as one with ``show_answers: never``.

    Raises
    ------
    UnknownNotebookError
        Where the course has no notebook of a number.
    CourseFileError
        Where the course has problems.
    """
    sheets = read_sheets(course_folder)
    known = [sheet.notebook.number for sheet in sheets]
    if strange := [one for one in plan.notebooks if one not in known]:
        listed = ", ".join(map(str, known))
        raise UnknownNotebookError(f"There is no notebook {strange[0]}. There is: {listed}.")
    wanted = [one for one in sheets if one.notebook.number in (plan.notebooks or known)]
    return wanted if plan.has("answers") else [_close(sheet) for sheet in wanted]


def _close(sheet: Sheet) -> Sheet:
    closed = tuple(replace(one, show_answers=NEVER) for one in sheet.exercises)
    return replace(sheet, exercises=closed)


def drop_dead_links(html: str, pages: Collection[str]) -> str:
    """Return HTML in which a link to a page of the course that is not there is only its words."""
    return _LINK.sub(lambda found: found[0] if found[1] in pages else found[2], html)
