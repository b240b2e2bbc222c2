"""The stance barometer: where a student stands at several times, for their own eyes."""

from __future__ import annotations

from typing import Any, ClassVar

from swteach import barometer, journal
from swteach.barometer import (
    ISSUES,
    PASS,
    POINTS,
    SURE,
    Reading,
    check_name,
    choose_pair,
    say_stage,
)
from swteach.journal.entry import Entry
from swteach.journal.exports.outline import say_moment
from swteach.widgets.live import RUN, keep
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.private import PrivateTool

KIND, WORDS_KIND, ID = "barometer", "reflection", "barometer-"
NAME = "Stance barometer"
PROMPT = "Where do you stand on privatisation, inspection and workforce reform?"
MIND = "What would change my mind?"
INTRO = (
    "There are no right answers here, and no position is marked. You may pass on one issue or on "
    "all three, and need not say why.",
    "What you choose goes into your own journal, marked private, and nowhere else. It is left "
    "out of what you hand in, unless you take the tick away on your journal's page. Nothing is "
    "sent to anyone or counted with other people's. On your own computer it never leaves your "
    "machine unless you take it away. On a server, such as Binder, it lies there in your session, "
    "where those who run the server could read it.",
)
NOTHING_YET = (
    "Nothing is chosen yet. Choose a point for an issue, or pass; passing all is fine too."
)
BACK = "Your words from before Python stopped are back, and are now in your journal."
ONE_ONLY = (
    "This is your only reading so far. Once there is one from another notebook, you see your "
    "first and your last side by side here."
)
ON_PAPER = (
    "When you have more than one reading, set the first beside the last. For each issue: how many "
    "steps lie between them, and towards which end?"
)
KEPT = "Kept in your journal, as private."
CAPTION = "Your first and your last reading. No one else's are in this table."
LONGEST = 4000  # characters of the words; the box on the page takes no more


class StanceBarometer(PrivateTool):
    """Three five-point scales, how sure, and what would change one's mind; once a notebook."""

    _esm: ClassVar[str] = read_script("live", "private", "kept", "fields", "stance_barometer")
    _css: ClassVar[str] = read_style("live", "form", "stance_barometer")

    def __init__(self, name: str) -> None:
        self._stage, self._id = say_stage(name), f"{ID}{name}"
        newest = journal.latest(self._id, KIND)
        words = journal.latest(self._id, WORDS_KIND)
        self._reading = barometer.read(newest.value if newest else None)
        self._words = words.value if words and isinstance(words.value, str) else ""
        super().__init__(_lay_sheet(self._id, self._stage))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep what would change their mind as it is typed, and a reading when it is given."""
        done = content.get("do") == "keep"
        trouble = self._keep_words(content.get("words"), draft=not done)
        given = barometer.read(content.get("reading")) if done else Reading({})
        if not given.empty:
            self._reading = given
            trouble = self._keep(given) or trouble
        view = {"reading": self._reading.to_journal(), "words": self._words, "trouble": trouble}
        view["unsaved"] = journal.open_journal().unsaved  # the page then keeps the words, too
        back = [BACK] if content.get("do") == "back" and not trouble else []
        return {**view, **self._compare(), "sentence": self._say(given, trouble) if done else back}

    def plain_text(self) -> str:
        """Return the three issues with their points, and what is kept; nobody's answers."""
        scale = " / ".join((*POINTS, PASS))
        issues = [f"- {_ask(issue)}\n  {scale}" for issue in ISSUES]
        lines = [f"{NAME}, {self._stage}.", *INTRO, "", PROMPT, *issues]
        lines += ["- How sure are you? 1 / 2 / 3 / 4 / 5", f"- {MIND}", "", ON_PAPER]
        return "\n".join([*lines, "", RUN])

    def _keep(self, reading: Reading) -> str:
        return keep(KIND, self._id, reading.to_journal(), f"{PROMPT} ({self._stage})")

    def _keep_words(self, words: Any, draft: bool) -> str:
        if not isinstance(words, str) or words == self._words:
            return ""
        self._words = words[:LONGEST]
        told = {"prompt": f"{MIND} ({self._stage})", "private": True}
        outcome = journal.record(WORDS_KIND, self._id, self._words, **told, draft=draft)
        return "" if outcome else outcome.message

    def _say(self, reading: Reading, trouble: str) -> list[str]:
        if reading.empty:
            return [NOTHING_YET]
        told = [f"{issue}: {reading.show(issue)}" for issue in ISSUES]
        sure = f", sure {reading.sure} of 5" if reading.sure else ""
        kept = [] if trouble else [KEPT]
        return [f"Your reading: {'; '.join(told)}{sure}.", *kept]

    def _compare(self) -> dict[str, Any]:
        """Return first and last reading side by side, once there is one with this barometer."""
        if self._reading.empty:
            return {"table": None, "note": ""}
        first, last = find_pair()
        if first is None or last is None:
            return {"table": None, "note": ONE_ONLY if first else ""}
        heads = ["Issue", f"First: {_say_when(first)}", f"Last: {_say_when(last)}", "Moved"]
        rows = barometer.compare(barometer.read(first.value), barometer.read(last.value))
        return {"table": {"caption": CAPTION, "heads": heads, "rows": rows}, "note": ""}


def stance_barometer(name: str = "before") -> StanceBarometer:
    """
    Ask a student where they stand on three issues; show only their own first and last reading.

    Parameters
    ----------
    name
        Which reading it is: "n1" for the one in notebook 1, and so on. Each name keeps a reading
        of its own, in the journal, as private. Once this one is given, the first of all is set
        beside the last. "before" and "after" are the names in early journals.

    Raises
    ------
    ValueError
        For a name of other signs than small letters, digits and hyphens.

    Examples
    --------
    >>> stance_barometer("n9").sheet["name"]
    'Stance barometer, notebook 9'
    """
    check_name(name)
    return StanceBarometer(name)


def find_pair() -> tuple[Entry | None, Entry | None]:
    """Return the journal's entries of the student's first and last reading."""
    entries = journal.open_journal().pages.sorted()
    return choose_pair([one for one in entries if one.kind == KIND and one.id.startswith(ID)])


def _lay_sheet(id: str, stage: str) -> dict[str, Any]:
    return {
        "id": id,
        "name": f"{NAME}, {stage}",
        "intro": list(INTRO),
        "prompt": PROMPT,
        "issues": [{"id": issue, "legend": _ask(issue)} for issue in ISSUES],
        "points": [*POINTS, PASS],
        "sure": SURE,
        "mind": MIND,
        "longest": LONGEST,
    }


def _ask(issue: str) -> str:
    return f"{issue.capitalize()}: {ISSUES[issue]}. Where do you stand on it as a whole?"


def _say_when(entry: Entry) -> str:
    stage = entry.id.removeprefix(ID)
    return f"{say_stage(stage)}, {say_moment(entry.at).split(',')[0]}"
