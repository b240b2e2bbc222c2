"""The briefing builder: a question, audited claims, charts, both cases, and one file to export."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from swteach import journal
from swteach.briefing_draft import VERDICTS, Draft, Field, list_fields
from swteach.briefing_figure import make_figure
from swteach.briefing_file import load_plan
from swteach.briefing_journal import bring_back, bring_back_topic, keep_field, keep_topic
from swteach.briefing_plan import OUTSIDE, Plan, Topic
from swteach.briefing_template import write_plain, write_template
from swteach.journal.disk import write_whole
from swteach.journal.outcome import Outcome, explain
from swteach.widgets.briefing_view import LABELS, lay_count, lay_draft, lay_sheet, say_missing
from swteach.widgets.live import RUN
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.private import PrivateTool
from swteach.widgets.record_cards import say_record

LONGEST = 10_000  # characters of one box
TYPES = {
    "html": "text/html",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown",
}
SAVED = "Your browser puts the file with its downloads: {name}."
NO_QUESTION = "Choose a question first. The parts to fill in come after that."
BACK = "Your words from before Python stopped are back, and are now in your journal."
TEMPLATE = "briefing-template.md"

Said = tuple[list[str], str]


class Briefing(PrivateTool):
    """The student's briefing; what is typed goes to the journal, never into the widget's state."""

    _esm: ClassVar[str] = read_script(
        *("live", "private", "kept", "fields", "record_cards", "save_file"),
        *("briefing_parts", "briefing"),
    )
    _css: ClassVar[str] = read_style("live", "form", "briefing")

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        topic = bring_back_topic(plan)
        self._draft = bring_back(plan, topic) if topic else None
        super().__init__(lay_sheet(plan))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep what was typed or chosen, do what a button asks for, and return what to show."""
        wish = content.get("do")
        trouble = self._keep_texts(content)
        said: list[str] = [BACK] if wish == "back" and not trouble else []
        steps = {
            "topic": self._choose_topic,
            "choose": self._choose,
            "export": self._export,
            "template": self._send_template,
        }
        if isinstance(wish, str) and wish in steps:
            said, failed = steps[wish](content)
            trouble = failed or trouble
        whole = wish != "typing" or content.get("full") is True
        unsaved = journal.open_journal().unsaved  # the page then keeps what was typed, too
        return {**self._view(whole), "unsaved": unsaved, "sentence": said, "trouble": trouble}

    def plain_text(self) -> str:
        """Return the form in plain words, and how to do the same without the page."""
        lines = [write_plain(self._plan), "", "Without this page:"]
        lines.append("- sw.briefing().template() writes this form, with the claims, as a file.")
        lines.append('- sw.briefing().export("docx") writes what is in your journal as a file.')
        return "\n".join([*lines, "", RUN])

    def export(self, form: str = "html", *, account: bool = False) -> Outcome:
        """
        Write the briefing as a file beside the notebook, complete or not.

        Parameters
        ----------
        form
            "html", "docx" or "md".
        account
            Whether the private account of the student's own position is in it.

        Raises
        ------
        ValueError
            For another form.
        """
        if self._draft is None:
            return Outcome(False, NO_QUESTION)
        return _write_beside(f"briefing.{form}", self._render(self._draft, form, account))

    def template(self) -> Outcome:
        """Write the form to fill in by hand, as briefing-template.md beside the notebook."""
        return _write_beside(TEMPLATE, write_template(self._plan).encode())

    def _render(self, draft: Draft, form: str, account: bool) -> bytes:
        from swteach.briefing_export import render

        return render(draft, form, name=journal.open_journal().name, account=account)

    def _view(self, whole: bool) -> dict[str, Any]:
        if self._draft is None:
            return {"topic": None}
        count = lay_count(self._draft)
        return {**count, **lay_draft(self._draft)} if whole else count

    def _keep_texts(self, content: dict[str, Any]) -> str:
        """Keep the boxes that changed; return what went wrong, nothing where all is well."""
        topic, texts = self._plan.find_topic(content.get("topic")), content.get("texts")
        if topic is None or not isinstance(texts, dict):
            return ""
        fields, trouble = list_fields(self._plan, topic), ""
        for id, text in texts.items():
            if id in fields and isinstance(text, str) and not fields[id].choice:
                typing = content.get("left") != id
                trouble = self._keep_text(topic, fields[id], text[:LONGEST], typing) or trouble
        return trouble

    def _keep_text(self, topic: Topic, field: Field, text: str, typing: bool) -> str:
        draft = self._find_draft(topic)
        if draft.values.get(field.id, "") == text and typing:
            return ""
        draft = draft.put(field.id, text)
        if self._draft is not None and self._draft.topic == topic:
            self._draft = draft
        outcome = keep_field(draft, field, typing=typing)
        return "" if outcome else outcome.message

    def _find_draft(self, topic: Topic) -> Draft:
        """Return the draft of a question: words may come back for one that is not open."""
        is_open = self._draft is not None and self._draft.topic == topic
        return self._draft if is_open else bring_back(self._plan, topic)

    def _choose_topic(self, content: dict[str, Any]) -> Said:
        topic = self._plan.find_topic(content.get("value"))
        if topic is None:
            return [NO_QUESTION], ""
        self._draft = bring_back(self._plan, topic)
        outcome = keep_topic(topic)
        said = f"Your question: {topic.question} The parts to fill in are below."
        return [said], "" if outcome else outcome.message

    def _choose(self, content: dict[str, Any]) -> Said:
        """Take a claim for a slot, a chart for a place, or a verdict."""
        if self._draft is None:
            return [NO_QUESTION], ""
        field = list_fields(self._plan, self._draft.topic).get(str(content.get("field")))
        value = content.get("value")
        if field is None or not isinstance(value, str) or not field.choice:
            return [], ""
        about = self._name_choice(field, value)
        if about is None:
            return [], ""
        self._draft = self._draft.put(field.id, value)
        outcome = keep_field(self._draft, field, typing=False, about=about)
        return self._say_choice(field, value, about), "" if outcome else outcome.message

    def _name_choice(self, field: Field, value: str) -> str | None:
        """Return what was chosen in words; None where it cannot be chosen."""
        draft = self._draft
        if not value:
            return "nothing"
        if field.id.startswith("place-"):
            return make_figure(value).title if value in draft.topic.charts else None
        if not field.id.startswith("slot-"):
            return VERDICTS.get(value)
        if value not in self._plan.list_claims(draft.topic):
            return None
        if value.startswith(OUTSIDE):
            return "a claim from outside the course"
        card = draft.card(value)
        return f"{card.text} [{card.who}]"

    def _say_choice(self, field: Field, value: str, about: str) -> list[str]:
        if not value:
            return ["Nothing is chosen here now. What you wrote is still in your journal."]
        if field.id.startswith("place-"):
            return [f"Chosen: {about}. What it shows is below."]
        if field.id.startswith("slot-"):
            return [f"Chosen: {about}"]
        claim = field.id.removeprefix("claim-").removesuffix("-verdict")
        said = f"Your verdict: {about[0].lower()}{about[1:]}."
        return [said] if claim.startswith(OUTSIDE) else [said, say_record(claim)]

    def _export(self, content: dict[str, Any]) -> Said:
        form = content.get("form")
        if self._draft is None or form not in LABELS:
            return [NO_QUESTION] if self._draft is None else [], ""
        data = self._render(self._draft, form, content.get("account") is True)
        name = f"briefing-{self._draft.topic.id}-{date.today()}.{form}"
        self.send({"file": name, "type": TYPES[form]}, buffers=[data])
        return [SAVED.format(name=name), say_missing(self._draft)], ""

    def _send_template(self, _: dict[str, Any]) -> Said:
        data = write_template(self._plan).encode()
        self.send({"file": TEMPLATE, "type": TYPES["md"]}, buffers=[data])
        return [SAVED.format(name=TEMPLATE)], ""


def briefing() -> Briefing:
    """
    Let a student build a fair briefing out of their journal, and export it as one file.

    They choose a question, audit claims beside the course's record, choose charts and caption
    them, write the strongest case on each side, what is not known, notes on outside sources, and
    an account of their own position, which is private. All of it is kept in the journal.

    Raises
    ------
    CourseFileError
        Where data/briefing.yaml has a slip; the message says on which line.
    """
    return Briefing(load_plan())


def _write_beside(name: str, data: bytes) -> Outcome:
    path = journal.open_journal().path.with_name(name)
    try:
        write_whole(path, data)
    except OSError as error:
        return Outcome(False, f"Not written: {explain(error, path.parent)}")
    return Outcome(True, f"Written as {name}, beside this notebook.", path=path)
