"""The tools that ask for words and readings: barometer, map, page, timeline, briefing, journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from swteach import barometer
from swteach.argument_page import argument_example
from swteach.briefing_file import load_plan
from swteach.briefing_plan import Box, Plan
from swteach.briefing_template import fill_sides, write_template
from swteach.claim_record import find_cards
from swteach.datapackage import find_data
from swteach.editions.site_claims import show_tree
from swteach.editions.site_field import SURE, choose, choose_in_cell, group, paper, tick
from swteach.editions.site_html import (
    Names,
    bullets,
    cite,
    fold,
    link,
    say,
    tabulate,
    tabulate_words,
)
from swteach.editions.site_journal import JOURNAL
from swteach.editions.site_output import read_output
from swteach.editions.site_prose import write_prose
from swteach.messy_page_file import Line, load_messy_page
from swteach.tables import load_claims
from swteach.timeline_entries import collect_entries

OWN = "There is no right place to stand, and you may pass on any of the three."
MAP = (
    "Write one part a line, in any document or on paper. Begin with a conclusion: what the "
    "argument wants you to accept. Indent what stands under another part."
)
OUTLINE = """1 Conclusion: ...
  1.1 Reason: ...
    1.1.1 Evidence: ...
  1.2 Objection: ..."""
READY = "jones-2014-cavalry"
MESSY = (
    "This is a web page as it looks when it is copied. All of it is invented. Choose for each "
    "line whether you would keep it or leave it out before you count or quote the author's words. "
    "Nothing is scored."
)
MARKS = ("author's words", "clutter")
NO_JOURNAL = (
    "In the notebooks, your journal stands here. No scripts run on this page, so it keeps nothing. "
    "Copy what you want to keep into a document of your own before you close it."
)
OWN_PAGE = "In the notebooks, your journal stands here. In these pages it has a page of its own:"
LISTS = (
    "Your claims, each with its speaker, your verdict and both halves",
    "Your charts, each with a caption",
)
PRIVATE = (
    "This box is private. Your journal leaves it out of what you hand in, unless you take the tick "
    "away there."
)
CHALLENGES = "The challenges: they need Python, and a notebook to try them in"


def stand(names: Names, name: str = "") -> str:
    """Return the three issues with five points each, and how sure."""
    start = f"barometer-{name}"
    issues = "".join(
        group(
            f"{issue.capitalize()}: {meaning}",
            tick(names, f"{start}-{place}", [*barometer.POINTS, barometer.PASS]),
        )
        for place, (issue, meaning) in enumerate(barometer.ISSUES.items(), 1)
    )
    sure = group(SURE, f'<div class="row">{tick(names, f"{start}-sure", "12345")}</div>')
    return f"{say(OWN)}{issues}{sure}"


def map_argument(
    names: Names, doc: str | None = None, claims: Sequence[str] | None = None, name: str = ""
) -> str:
    """Return how to write a map by hand, the claims to choose from, and a ready one."""
    ids = load_claims(doc=doc)["claim_id"].tolist() if doc else list(claims or ())
    cards = find_cards(ids) if ids else []
    listed = bullets(f"{escape(card.text)} [{escape(card.who)}]" for card in cards)
    offered = fold(listed, "Claims to choose from") if listed else ""
    ready = read_output(argument_example(READY).html, "", {})
    label = "The form of an outline"
    words = paper(names, "Your map, as an outline", 10, kept=True)
    return say(MAP) + show_tree(OUTLINE, label) + offered + words + fold(ready, "A ready example")


def sort_page(names: Names) -> str:
    """Return the lines of the invented page, and what each was, folded."""
    page = load_messy_page(find_data())
    rows = [
        [f"{place}", escape(line.text), choose_in_cell(names, f"Line {place}", MARKS)]
        for place, line in enumerate(page.lines, 1)
    ]
    table = tabulate(page.title, ("Line", "What stands there", "Your choice"), rows)
    told = [[f"{place}", _say_kind(line), line.reason] for place, line in enumerate(page.lines, 1)]
    found = tabulate_words("What each line was, and why", ("Line", "It was", "Why"), told)
    host = say(page.host.wants, page.host.question) + say(page.host.fair)
    return say(MESSY) + table + fold(found + host, "What each line was")


def _say_kind(line: Line) -> str:
    return MARKS[0] if line.author else f"{MARKS[1]}: {line.kind}"


def list_times(names: Names, start: int | None = None, end: int | None = None) -> str:
    """Return events and dated texts of some years as a table, folded."""
    rows = collect_entries().sort_values(["date_start", "date_end", "event_id"])
    rows = rows[rows["date_end"].dt.year >= start] if start else rows
    rows = rows[rows["date_start"].dt.year <= end] if end else rows
    cells = [
        [
            escape(row.date_text),
            escape(row.title),
            escape(" ".join(filter(None, [row.summary, row.caveat]))),
            escape(row.lane),
            cite(row.publisher or (row.url and "the page"), row.url, row.source_id),
        ]
        for row in rows.itertuples()
    ]
    caption = f"Events and texts, {start or 'from the first'} to {end or 'the last'}"
    heads = ("When", "What", "In short", "Lane", "Source")
    return fold(tabulate(caption, heads, cells), f"{caption}: the table ({len(cells)} rows)")


def brief(names: Names) -> str:
    """Return the form of the briefing, with claims and charts to choose from."""
    plan = load_plan(find_data())
    form = write_prose(write_template(plan), names, 3)
    return fold(form, "The form of the briefing") + "".join(_list_boxes(names, plan))


def _list_boxes(names: Names, plan: Plan) -> Iterator[str]:
    topics = [one.question for one in plan.topics]
    yield choose(names, "The question of your briefing", topics, kept=True)
    for label in LISTS:
        yield paper(names, label, 10, kept=True)
    for box in (*plan.parts, *plan.sources):
        yield _ask(names, box)
    private = f'<p class="with-scripts" hidden>{escape(PRIVATE)}</p>'
    yield f'<div data-private="true">{private}{_ask(names, plan.account)}</div>'


def _ask(names: Names, box: Box) -> str:
    return paper(names, fill_sides(box.title), help=box.ask, kept=True)


def keep(names: Names) -> str:
    """Return what to do in place of a journal."""
    own = f"{escape(OWN_PAGE)} {link('your journal', JOURNAL)}."
    none = say(NO_JOURNAL, kind="note without-scripts")
    return f'{none}<p class="note with-scripts" hidden>{own}</p>'


def challenge(html: str) -> str:
    """Return the challenges in code, folded."""
    return fold(html, CHALLENGES)
