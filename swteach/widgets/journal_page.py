"""The journal as a page: what is kept, what is private, and the ways to take it out and in."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from swteach import journal
from swteach.journal.exports import FORMS, render
from swteach.journal.fileformat import MOST_BYTES
from swteach.journal.outcome import Outcome
from swteach.journal.place import reminder
from swteach.journal.privacy import TICKS_ID, TICKS_KIND
from swteach.journal_view import Item, list_notebooks
from swteach.widgets.live import RUN
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.private import PrivateTool

NAME = "My journal"
INTRO = (
    "Everything that you answer, predict and write in this course is kept in one file, "
    "journal.json, beside the notebooks. Nothing is sent anywhere. It goes elsewhere only when "
    "you take it there."
)
LABELS = {
    "docx": "Word document (.docx)",
    "html": "Web page (.html)",
    "md": "Plain text (.md)",
    "json": "File to go on with later (.json)",
}
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html",
    "md": "text/markdown",
    "json": "application/json",
}
PARTS = {
    "all": "everything, for myself",
    "shared": "without what is ticked as private, to hand in",
}
TICKED = "Ticked: it is left out of what you hand in, with all earlier versions."
UNTICKED = "Tick taken away: it is part of what you hand in, with all earlier versions."
SAVED = "Your browser puts the file with its downloads: {name}."
AGAIN = "To see answers in their places, choose Run, then Run All Cells."
NO_FILE = "Choose a file first: a journal that you downloaded, ending in .json."
EMPTY = "Nothing is kept yet. What you answer and write in the course will be listed here."


class JournalPage(PrivateTool):
    """The student's own journal; its contents go to the open page only, never into a state."""

    _esm: ClassVar[str] = read_script("live", "private", "fields", "save_file", "journal_page")
    _css: ClassVar[str] = read_style("live", "form", "journal_page")

    def __init__(self) -> None:
        self._pieces: list[bytes] = []
        journal.tell_notices()  # the page lists all of them
        forms = [{"id": form, "label": LABELS[form]} for form in FORMS]
        parts = [{"id": part, "label": label} for part, label in PARTS.items()]
        sheet = {"name": NAME, "intro": INTRO, "forms": forms, "parts": parts}
        super().__init__({**sheet, "most": MOST_BYTES})
        self.on_msg(lambda _, content, buffers: self._take_piece(content, buffers))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Do what a button asks for, and return what the journal holds now."""
        steps = {
            "name": self._set_name,
            "private": self._tick,
            "export": self._export,
            "import": self._import,
        }
        wish = content.get("do")
        sentence = steps[wish](content) if isinstance(wish, str) and wish in steps else []
        view = self._view()
        return {**view, "sentence": [view["summary"]] if wish == "look again" else sentence}

    def plain_text(self) -> str:
        """Return what the page is for and how to do the same without it; nothing of the journal."""
        forms = ", ".join(f'"{form}"' for form in FORMS)
        lines = [f"{NAME}. {INTRO}", "", "Without this page:"]
        lines.append(f"- sw.journal.export_journal(FORM) writes a file; FORM is one of {forms}.")
        lines.append('- sw.journal.import_journal("FILE.json") brings in one that you downloaded.')
        return "\n".join([*lines, "", RUN])

    def _view(self) -> dict[str, Any]:
        book = journal.open_journal()
        notebooks = list_notebooks(book.pages)
        return {
            "name": book.name,
            "notices": list(book.notices),
            "reminder": reminder(),
            "summary": _summarise(notebooks),
            "notebooks": [
                {"name": name, "items": [_lay_item(item) for item in items]}
                for name, items in notebooks
            ],
        }

    def _set_name(self, content: dict[str, Any]) -> list[str]:
        name = content.get("name")
        name = name.strip() if isinstance(name, str) else ""
        outcome = journal.open_journal().set_name(name)
        kept = f"Your name in exports: {name}." if name else "No name is in your exports."
        return [kept if outcome else outcome.message]

    def _tick(self, content: dict[str, Any]) -> list[str]:
        key, tick = content.get("key"), content.get("tick")
        if not isinstance(key, str) or not isinstance(tick, bool):
            return []
        outcome = journal.record(TICKS_KIND, TICKS_ID, {key: tick}, prompt="Private", private=True)
        return [TICKED if tick else UNTICKED] if outcome else [outcome.message]

    def _export(self, content: dict[str, Any]) -> list[str]:
        form, part = content.get("form"), content.get("part")
        if form not in FORMS or part not in PARTS:
            return []
        name = f"my-journal-{date.today()}{'' if part == 'all' else '-to-hand-in'}.{form}"
        data = render(journal.open_journal().pages, form, private=part == "all")
        self.send({"file": name, "type": TYPES[form]}, buffers=[data])
        return [SAVED.format(name=name)]

    def _take_piece(self, content: Any, buffers: list[Any]) -> None:
        """Take in one piece of a file; a whole one may be more than a server lets through."""
        if not isinstance(content, dict) or content.get("do") != "piece":
            return
        if content.get("first"):
            self._pieces = []
        if sum(map(len, self._pieces)) <= MOST_BYTES:  # of a larger one enough to be refused
            self._pieces += [bytes(piece) for piece in buffers]

    def _import(self, _: dict[str, Any]) -> list[str]:
        data, self._pieces = b"".join(self._pieces), []
        if not data:
            return [NO_FILE]
        outcome: Outcome = journal.import_journal(data)
        return [outcome.message, *([AGAIN] if outcome.added else [])]


def journal_page() -> JournalPage:
    """
    Show a student their own journal: what is kept, a name if they like, export and import.

    Nothing of it is in the notebook file or in the widget's state.
    """
    return JournalPage()


def _summarise(notebooks: list[tuple[str, list[Item]]]) -> str:
    count = sum(item.count for _, items in notebooks for item in items)
    if not count:
        return EMPTY
    entries = "1 entry" if count == 1 else f"{count} entries"
    places = "1 part" if len(notebooks) == 1 else f"{len(notebooks)} parts"
    return f"Kept so far: {entries}, in {places} of the course."


def _lay_item(item: Item) -> dict[str, Any]:
    times = f", kept {item.count} times" if item.count > 1 else ""
    return {
        "key": item.key,
        "title": item.title,
        "about": f"{item.kind}, {item.when}{times}",
        "lines": list(item.lines),
        "private": item.private,
    }
