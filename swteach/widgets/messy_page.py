"""The messy page: each line marked as the author's words or clutter, then said what it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from swteach import journal
from swteach.messy_page_file import Line, MessyPage, load_messy_page
from swteach.widgets.live import RUN, LiveTool
from swteach.widgets.parts import read_script, read_style

NAME = "The messy page"
ID, KIND = "messy-page", "page marks"
AUTHOR, CLUTTER = "author's words", "clutter"
MARKS = (AUTHOR, CLUTTER)
QUESTION = "Which lines are the author's words, and which are clutter?"
INTRO = (
    "This is a web page as it looks when it is copied: an article, and what its host put around "
    "it. All of it is invented. Mark each line. Clutter is what you would leave out before you "
    "count or quote the author's words. Then ask for the answers. Nothing is scored."
)
SHOW = "Show what each line was"
NOT_ALL = "Mark those too. What each line was comes after that."
BACK = "Your marks from before Python stopped are back, and are now in your journal."
JUDGED = (
    "Some lines could be argued either way. Where you differ from the course, ask which rule you "
    "used, and whether you used it on every line."
)


@dataclass(frozen=True)
class Count:
    """How many of some lines were marked as the course marks them."""

    same: int
    whole: int

    def say(self, what: str) -> str:
        """Return the count with what was counted, in words."""
        return f"{what}: {self.same} of {self.whole} as the course has them."


class MessyPageForm(LiveTool):
    """The lines of a page to mark; what each was stays in Python until all are marked."""

    _esm: ClassVar[str] = read_script("live", "fields", "kept", "messy_page")
    _css: ClassVar[str] = read_style("live", "form", "messy_page")

    def __init__(self, page: MessyPage) -> None:
        self._page = page
        self._marks, self._first = _bring_back(page)
        lines = [{"text": line.text, "look": line.look} for line in page.lines]
        words = {"name": NAME, "intro": INTRO, "question": QUESTION, "show": SHOW}
        super().__init__({**words, "title": page.title, "marks": list(MARKS), "lines": lines})

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep the marks as they are given; once all are, say what each line was."""
        said, trouble = [], ""
        wish = content.get("do")
        if self._take_marks(content.get("marks")) or wish == "show":
            trouble = self._keep(draft=wish != "show" or bool(self._find_missing()))
            said = [self._count_marks()]
        if wish == "back" and not trouble:
            said = [BACK]
        if wish == "show":
            said = self._show()
        return {**self._view(), "sentence": said, "trouble": trouble}

    def plain_text(self) -> str:
        """Return the lines of the page and the two marks to choose from; no answer."""
        lines = [f"{place}. {line.text}" for place, line in enumerate(self._page.lines, 1)]
        marks = f"Your mark for each line: {' / '.join(MARKS)}"
        head = [f"{NAME}. {INTRO}", "", QUESTION, marks, "", f"{self._page.title}:"]
        return "\n".join([*head, *lines, "", RUN])

    def _take_marks(self, sent: Any) -> bool:
        """Take in the marks that were sent; return whether one of them is new."""
        before, sent = list(self._marks), sent if isinstance(sent, list) else []
        for place, mark in enumerate(sent[: len(before)]):
            if mark in MARKS:
                self._marks[place] = mark
        return before != self._marks

    def _keep(self, draft: bool) -> str:
        # Text, in order: later marks of the same sitting then take the place of fewer ones.
        given = zip(self._marks, self._page.lines, strict=True)
        value = "\n".join(f"{mark}: {line.text}" for mark, line in given if mark)
        outcome = journal.record(KIND, ID, value, prompt=QUESTION, draft=draft)
        return "" if outcome else outcome.message

    def _show(self) -> list[str]:
        missing = self._find_missing()
        if missing:
            return [f"Not marked yet: line {', '.join(missing)}.", NOT_ALL]
        self._first = self._first or list(self._marks)
        counted = self._count_same(self._marks, self._page.lines)
        return [counted.say("Your marks"), "What each line was, and why, stands below it."]

    def _find_missing(self) -> list[str]:
        return [str(place) for place, mark in enumerate(self._marks, 1) if not mark]

    def _count_marks(self) -> str:
        done = sum(1 for mark in self._marks if mark)
        return f"You have marked {done} of {len(self._marks)} lines."

    def _view(self) -> dict[str, Any]:
        view = {"marks": list(self._marks), "progress": self._count_marks()}
        view["unsaved"] = journal.open_journal().unsaved  # the page then keeps the marks, too
        return {**view, "found": self._lay_answers() if self._first else None}

    def _lay_answers(self) -> dict[str, Any]:
        host = self._page.host
        told = zip(self._marks, self._page.lines, strict=True)
        return {
            "lines": [_say_line(mark, line) for mark, line in told],
            "counts": self._say_counts(),
            "host": {"question": host.question, "said": [host.wants, host.fair]},
        }

    def _say_counts(self) -> list[str]:
        groups = {"All lines": self._page.lines}
        groups["The author's words"] = tuple(line for line in self._page.lines if line.author)
        groups["Clutter"] = tuple(line for line in self._page.lines if not line.author)
        said = [self._count_same(self._marks, lines).say(what) for what, lines in groups.items()]
        first = self._count_same(self._first, self._page.lines)
        before = [first.say("Before you saw the answers")] if self._first != self._marks else []
        return [*said, *before, JUDGED]

    def _count_same(self, marks: list[str], lines: tuple[Line, ...]) -> Count:
        given = dict(zip((line.text for line in self._page.lines), marks, strict=True))
        return Count(sum(given[line.text] == _find_mark(line) for line in lines), len(lines))


def messy_page() -> MessyPageForm:
    """
    Let a student part an invented web page into its author's words and clutter.

    Raises
    ------
    CourseFileError
        If data/messy_page.yaml lacks something; each problem names its line.
    """
    return MessyPageForm(load_messy_page())


def _find_mark(line: Line) -> str:
    return AUTHOR if line.author else CLUTTER


def _say_line(mark: str, line: Line) -> str:
    right = _find_mark(line)
    kind = "" if line.author else f", {line.kind}"
    return f"You: {mark}. The course: {right}{kind}. {line.reason}"


def _bring_back(page: MessyPage) -> tuple[list[str], list[str] | None]:
    """Return the newest marks that the journal has, and the first that were a whole page."""
    entries = journal.history(ID, KIND)
    newest = _read_marks(page, entries[-1].value) if entries else [""] * len(page.lines)
    whole = [_read_marks(page, entry.value) for entry in entries if not entry.draft]
    return newest, next((marks for marks in whole if all(marks)), None)


def _read_marks(page: MessyPage, value: Any) -> list[str]:
    kept = [text.partition(": ") for text in value.split("\n")] if isinstance(value, str) else []
    given = {text: mark for mark, _, text in kept if mark in MARKS}
    return [given.get(line.text, "") for line in page.lines]
