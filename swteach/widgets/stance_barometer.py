"""The stance barometer: where a student stands before and after, for their own eyes."""

from __future__ import annotations

from typing import Any, ClassVar

from swteach import barometer, journal
from swteach.barometer import ISSUES, MOMENTS, PASS, POINTS, SURE, Reading
from swteach.journal.exports.outline import say_moment
from swteach.widgets.live import RUN, keep
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.private import PrivateTool

KIND, WORDS_KIND = "barometer", "reflection"
NAMES = {"before": "Stance barometer, before", "after": "Stance barometer, after"}
PROMPT = "Where do you stand on privatisation, inspection and workforce reform?"
MIND = "What would change my mind?"
INTRO = (
    "There are no right answers here, and no position is marked. You may pass on one issue or on "
    "all three, and need not say why.",
    "What you choose goes into your own journal, marked private, and nowhere else. Nothing is "
    "sent to anyone or counted with other people's. On your own computer it never leaves your "
    "machine unless you take it away. On a server, such as Binder, it lies there in your session, "
    "where those who run the server could read it.",
)
NOTHING_YET = (
    "Nothing is chosen yet. Choose a point for an issue, or pass; passing all is fine too."
)
BACK = "Your words from before Python stopped are back, and are now in your journal."
ONE_ONLY = {
    "before": "After a later reading with the second barometer, you see the two side by side here.",
    "after": "There is no earlier reading in your journal to set beside this one.",
}
LONGEST = 4000


class StanceBarometer(PrivateTool):
    """Three five-point scales, how sure, and what would change one's mind; before or after."""

    _esm: ClassVar[str] = read_script("live", "private", "kept", "fields", "stance_barometer")
    _css: ClassVar[str] = read_style("live", "form")

    def __init__(self, moment: str) -> None:
        self._moment, self._id = moment, f"barometer-{moment}"
        newest = journal.latest(self._id, KIND)
        words = journal.latest(self._id, WORDS_KIND)
        self._reading = barometer.read(newest.value if newest else None)
        self._words = words.value if words and isinstance(words.value, str) else ""
        super().__init__(_lay_sheet(moment))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep what would change their mind as it is typed, and a reading when it is given."""
        done = content.get("do") == "keep"
        trouble = self._keep_words(content.get("words"), draft=not done)
        given = barometer.read(content.get("reading")) if done else Reading({})
        if not given.empty:
            self._reading = given
            trouble = self._keep(given) or trouble
        view = {"reading": self._reading.to_journal(), "words": self._words, "trouble": trouble}
        back = [BACK] if content.get("do") == "back" and not trouble else []
        return {**view, **self._compare(), "sentence": self._say(given, trouble) if done else back}

    def plain_text(self) -> str:
        """Return the three issues with their points, and what is kept; nobody's answers."""
        scale = " / ".join((*POINTS, PASS))
        issues = [f"- {_ask(issue)}\n  {scale}" for issue in ISSUES]
        lines = [f"{NAMES[self._moment]}.", *INTRO, "", PROMPT, *issues]
        return "\n".join([*lines, "- How sure are you? 1 / 2 / 3 / 4 / 5", f"- {MIND}", "", RUN])

    def _keep(self, reading: Reading) -> str:
        return keep(KIND, self._id, reading.to_journal(), f"{PROMPT} ({self._moment})")

    def _keep_words(self, words: Any, draft: bool) -> str:
        if not isinstance(words, str) or words == self._words:
            return ""
        self._words = words[:LONGEST]
        outcome = journal.record(
            WORDS_KIND, self._id, self._words, prompt=f"{MIND} ({self._moment})", draft=draft
        )
        return "" if outcome else outcome.message

    def _say(self, reading: Reading, trouble: str) -> list[str]:
        if reading.empty:
            return [NOTHING_YET]
        told = [f"{issue}: {reading.show(issue)}" for issue in ISSUES]
        sure = f", sure {reading.sure} of 5" if reading.sure else ""
        kept = [] if trouble else ["Kept in your journal, as private."]
        return [f"Your reading: {'; '.join(told)}{sure}.", *kept]

    def _compare(self) -> dict[str, Any]:
        """Return both readings side by side, once this moment's own has been given."""
        first, last = find_pair()
        mine, other = (first, last) if self._moment == "before" else (last, first)
        if mine is None:
            return {"table": None, "note": ""}
        if other is None:
            return {"table": None, "note": ONE_ONLY[self._moment]}
        heads = ["Issue", f"Before, {_say_day(first)}", f"After, {_say_day(last)}", "Moved"]
        rows = barometer.compare(barometer.read(first.value), barometer.read(last.value))
        caption = "Your own two readings. No one else's are in this table."
        return {"table": {"caption": caption, "heads": heads, "rows": rows}, "note": ""}


def stance_barometer(moment: str = "before") -> StanceBarometer:
    """
    Ask a student where they stand on three issues; show only their own before and after.

    Parameters
    ----------
    moment
        "before" or "after". Both readings are kept in the journal, as private.

    Raises
    ------
    ValueError
        For another moment.
    """
    if moment not in MOMENTS:
        raise ValueError(f'There is no moment "{moment}". Choose one of: {", ".join(MOMENTS)}.')
    return StanceBarometer(moment)


def find_pair() -> tuple[Any, Any]:
    """Return the journal's entries of the last reading before the first "after", and the latest."""
    befores, afters = (journal.history(f"barometer-{moment}", KIND) for moment in MOMENTS)
    early = [one for one in befores if not afters or one.order < afters[0].order]
    first = (early or befores)[-1] if befores else None
    return first, afters[-1] if afters else None


def _lay_sheet(moment: str) -> dict[str, Any]:
    return {
        "id": f"barometer-{moment}",
        "name": NAMES[moment],
        "intro": list(INTRO),
        "prompt": PROMPT,
        "issues": [{"id": issue, "legend": _ask(issue)} for issue in ISSUES],
        "points": [*POINTS, PASS],
        "sure": SURE,
        "mind": MIND,
    }


def _ask(issue: str) -> str:
    return f"{issue.capitalize()}: {ISSUES[issue]}. Where do you stand on it as a whole?"


def _say_day(entry: Any) -> str:
    return say_moment(entry.at).split(",")[0]
