"""The briefing as a form to fill in by hand, for whoever does not use the page."""

from __future__ import annotations

from collections.abc import Iterator

from swteach.briefing_draft import HALVES, SOURCE_PARTS, VERDICTS
from swteach.briefing_plan import Box, Plan, Topic
from swteach.claim_record import find_cards

GAP = "…"
SIDES = {"{first}": "the first side", "{second}": "the second side"}


def write_template(plan: Plan) -> str:
    """Return the whole form as Markdown: questions, claims and charts to choose from, and gaps."""
    return "\n".join([*_write_form(plan, "## "), "", *_list_choices(plan)]) + "\n"


def write_plain(plan: Plan) -> str:
    """Return the form in plain text, without the claims to choose from."""
    return "\n".join(_write_form(plan, ""))


def _write_form(plan: Plan, mark: str) -> Iterator[str]:
    lead = mark and "# "
    yield f"{lead}A fair briefing"
    yield from ("", plan.intro, "", f"{mark}Choose one question", "")
    for topic in plan.topics:
        yield f"- {topic.question} {topic.sides}"
    for box in plan.slots:
        yield from _write_claim(plan, box, mark)
    for box in plan.charts:
        yield from _write_head(box, mark)
        yield from _gap(f"Chart, with its title, its sources and what it shows: {GAP}")
        yield from _gap(f"Caption {_say_words(plan.caption_words)}: {GAP}")
    for box in (*plan.parts, *plan.sources, plan.account):
        yield from _write_head(box, mark)
        if box in plan.sources:
            yield from _gap(f"{SOURCE_PARTS['what']}: {GAP}")
        words = plan.source_words if box in plan.sources else box.words
        yield from _gap(f"Your words {_say_words(words)}: {GAP}")
    yield from ("", f"In all about {plan.total_words} words, without notes and account.")
    yield "Your account of your own position is private. Hand it in only if you want to."


def _write_head(box: Box, mark: str) -> Iterator[str]:
    yield from ("", f"{mark}{fill_sides(box.title)}", "", box.ask)


def _write_claim(plan: Plan, box: Box, mark: str) -> Iterator[str]:
    yield from _write_head(box, mark)
    yield from _gap(f"The claim, who said it, when, in what kind of text: {GAP}")
    yield from _gap(f"Verdict ({' / '.join(VERDICTS.values())}): {GAP}")
    for label in HALVES.values():
        yield from _gap(f"{label} {_say_words(plan.half_words)}: {GAP}")


def _gap(line: str) -> tuple[str, str]:
    return "", line


def _say_words(words: int) -> str:
    return f"(about {words} words)"


def fill_sides(text: str) -> str:
    """Return a title with words for the two sides, where no question is chosen yet."""
    for side, words in SIDES.items():
        text = text.replace(f"side: {side}", "side").replace(side, words)
    return text


def _list_choices(plan: Plan) -> Iterator[str]:
    for topic in plan.topics:
        yield from (f"## To choose from: {topic.question}", "", "Claims in the course's words:", "")
        yield from (f"- {card.text} [{card.who}]" for card in find_cards(topic.claims))
        yield from ("", "Charts, by their names in the course:", "", *_list_charts(topic), "")


def _list_charts(topic: Topic) -> Iterator[str]:
    return (f"- {name.replace('_', ' ')}" for name in topic.charts)
