"""Evidence: what tests each claim, in words whose every figure stands in the record.

How figures in the two halves of a row are read:

- A figure is anything written in digits. It must be a value of the row's series that may be
  shown, correctly rounded, its sign left to the words; or a percentage change, difference,
  ratio or share of two such values that stand in the same half; or a number by which the
  series, its breakdowns, the event or the claim is itself described ("15 largest providers").
- Dates and years must be dates and years of the series, the event, the claim or its text.
- Aside: "section 47", the base in "per 100", and numbers up to ten written as words.
  Larger numbers and fractions in words are refused, so that no figure escapes in words.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import permutations
from typing import NamedTuple

import pandas as pd

import swteach as sw

HALVES = ("supports", "does_not_settle")
THEMES = {"privatisation", "inspection", "workforce", "demand"}
VERDICTS = ["supports", "complicates", "contradicts", "overtaken", "not testable"]
# Claims that were checked one by one when the texts were first mapped.
CHECKED = {
    "jones-2025-lswg-briefing": [5, 6, 7, 9, 13, 14, 18],
    "jones-2014-cavalry": [5, 9, 16],
    "guardian-2016-jones-threat": [4, 18],
    "comment-2014-b-rebuttal": [4],
    "comment-2014-c-sedgemoor": [1],
    "jones-2015-ofsted": [1, 2, 18, 22],
    "jones-2021-case-for-change": [13],
    "beck-2015-generic": [3],
    "bee-2015-agency": [4, 5],
}
AUTHORS = re.compile(r"\b(?:Jones|Portman|Bee|Beck|Betts|La Porta|Sterry)\b")

MONTHS = dict(zip(calendar.month_name[1:], range(1, 13), strict=True))
DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}}) )?\b(?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>(?:19|20)\d\d)\b)?"
)
YEAR = re.compile(r"\b(?P<year>(?:19|20)\d\d)(?:-\d\d)?\b")
ASIDE = re.compile(r"(?i)\bsection \d+|\b(?:per|every) £?[\d,]+\b")
FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")
IN_WORDS = re.compile(
    r"\b(?:eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?"
    r"|thousands?|dozens?|(?:a|one|two|three|four)[ -](?:half|halves|thirds?|quarters?|fifths?))\b"
)


class Day(NamedTuple):
    """A date as written; what is not written is None."""

    year: int | None
    month: int | None = None
    day: int | None = None


def filled(frame: pd.DataFrame) -> pd.DataFrame:
    """Return a frame whose missing words are empty."""
    return frame.assign(**frame.select_dtypes("str").fillna(""))


def listed() -> pd.DataFrame:
    """Return the evidence as its table has it, in which an empty id is an empty word."""
    return filled(sw.load_evidence())


@cache
def evidence() -> pd.DataFrame:
    """Return the evidence with its claim, document and event beside it."""
    documents = sw.load_documents()[["doc_id", "date_start", "date_end"]]
    claims = sw.load_claims().merge(documents, on="doc_id")
    events = sw.load_events()[["event_id", "title", "summary", "date_start", "date_end", "caveat"]]
    series = sw.load_series()[["series_id", "title", "definition"]].add_prefix("of_")
    series = series.rename(columns={"of_series_id": "series_id"})
    found = listed().merge(claims, on="claim_id").merge(series, on="series_id", how="left")
    return filled(found.merge(events, on="event_id", how="left", suffixes=("_text", "_event")))


@cache
def shown(series_id: str) -> pd.DataFrame:
    """Return the observations of one series that students may see."""
    found = filled(sw.load_observations())
    return found[(found.series_id == series_id) & (found.display != "hide")]


def rows() -> Iterator[tuple[object, str]]:
    """Yield every row of the evidence with each of its halves."""
    for row in evidence().itertuples():
        for half in HALVES:
            yield row, getattr(row, half)


def figures(text: str) -> list[str]:
    """Return the figures of a text, dates and bases left out."""
    for pattern in (DATE, YEAR, ASIDE):
        text = pattern.sub(" ", text)
    return [found.rstrip(",") for found in FIGURE.findall(text)]


def dates(text: str) -> Iterator[Day]:
    """Yield the dates of a text, then its years."""
    for found in DATE.finditer(text):
        if found["day"] or found["year"]:
            year, day = (int(found[part]) if found[part] else None for part in ("year", "day"))
            yield Day(year, MONTHS[found["month"]], day)
    for found in YEAR.finditer(DATE.sub(" ", text)):
        yield Day(int(found["year"]))


def exact(figure: str) -> Decimal:
    """Return a written figure as a number."""
    return Decimal(figure.replace(",", ""))


def rounds_to(value: Decimal, figure: str) -> bool:
    """Say whether a value, its sign aside, is correctly rounded to a written figure."""
    shown_as = exact(figure)
    return abs(value).quantize(Decimal(1).scaleb(shown_as.as_tuple().exponent), ROUND_HALF_UP) == (
        shown_as
    )


def values(row: object) -> list[Decimal]:
    """Return the values of a row's series that may be shown."""
    return [Decimal(str(value)) for value in shown(row.series_id).value.unique()]


def names(row: object) -> set[Decimal]:
    """Return the numbers by which a row's series, event and claim are named."""
    titles = [row.of_title, row.of_definition, row.title, row.summary, row.paraphrase]
    text = " ; ".join([*titles, *shown(row.series_id).breakdown])
    return {exact(figure) for figure in figures(text)}


def computed(first: Decimal, second: Decimal) -> Iterator[Decimal]:
    """Yield what two values may be made into: change, difference, ratio, share."""
    yield second - first
    if first:
        yield (second - first) / first * 100
        yield second / first
        yield second / first * 100


def unbacked(row: object, text: str) -> list[str]:
    """Return the figures of a text that the row's record does not bear."""
    known = values(row)
    named = names(row)
    stated = [exact(figure) for figure in figures(text) if any(rounds_to(v, figure) for v in known)]
    made = [number for pair in permutations(stated, 2) for number in computed(*pair)]
    return [
        figure
        for figure in figures(text)
        if exact(figure) not in named
        and not any(rounds_to(number, figure) for number in [*known, *made])
    ]


def record_dates(row: object) -> set[Day]:
    """Return the dates and years of a row's series, event, claim and text."""
    found = shown(row.series_id)
    spans = [row.date_start_text, row.date_end_text, row.date_start_event, row.date_end_event]
    spans = [*spans, *found.period_start, *found.period_end]
    known = {Day(day.year, day.month, day.day) for day in spans if not pd.isna(day)}
    words = [row.of_title, row.of_definition, row.title, row.summary, row.caveat]
    words += [row.paraphrase, row.checkable_with]
    return known.union(*map(dates, {*words, *found.period, *found.breakdown, *found.caveat}))


def dated(written: Day, row: object) -> bool:
    """Say whether a written date agrees, part by part, with one in the row's record."""
    known = record_dates(row)
    return any(all(a in (None, b) for a, b in zip(written, day, strict=True)) for day in known)


def long_words(text: str) -> set[str]:
    """Return the words of four letters or more."""
    return set(re.findall(r"[a-z]{4,}", text.lower()))


def caveats_used(row: object) -> Iterator[str]:
    """Yield the caveats of figures that no uncaveated observation of the series bears."""
    found = shown(row.series_id)
    for figure in figures(f"{row.supports} {row.does_not_settle}"):
        same = found[[rounds_to(Decimal(str(value)), figure) for value in found.value]]
        if len(same) and (same.display == "with caveat").all():
            yield from same.caveat.unique()


def test_every_row_stands_on_a_claim_and_on_one_thing_that_tests_it() -> None:
    """Claims, series and events exist, and a row that tests names just one of the last two."""
    found = listed()
    assert set(found.claim_id) <= set(sw.load_claims().claim_id)
    assert set(found.series_id) - {""} <= set(sw.load_series().series_id)
    assert set(found.event_id) - {""} <= set(sw.load_events().event_id)
    tests = (found.series_id != "").astype(int) + (found.event_id != "").astype(int)
    assert found.evidence_id[tests > 1].tolist() == []
    assert found.evidence_id[(tests == 0) & (found.verdict != "not testable")].tolist() == []


def test_rows_are_numbered_and_in_the_order_of_the_claims() -> None:
    """An id is its claim's id and a number from 1; claims keep the order of their own table."""
    found = listed()
    numbers = found.groupby("claim_id").cumcount() + 1
    assert found.evidence_id.tolist() == (found.claim_id + "-e" + numbers.astype(str)).tolist()
    order = {claim: place for place, claim in enumerate(sw.load_claims().claim_id)}
    assert found.claim_id.map(order).is_monotonic_increasing


def test_evidence_reaches_all_themes_and_all_checked_claims() -> None:
    """There is enough of it, on each side of the course, in every verdict."""
    found = listed()
    themes = set(found.merge(sw.load_claims(), on="claim_id").theme)
    assert len(found) >= 60
    assert themes >= THEMES
    checked = {f"{text}-c{number:02}" for text, all_ in CHECKED.items() for number in all_}
    assert checked <= set(found.claim_id)
    assert sorted(found.verdict.unique()) == sorted(VERDICTS)


def test_no_row_leans_on_figures_that_may_not_be_shown() -> None:
    """A series of which every observation is hidden tests nothing."""
    used = set(listed().series_id) - {""}
    assert sorted(series for series in used if shown(series).empty) == []


def test_both_halves_are_written_and_differ() -> None:
    """What a row supports and what it leaves open are two texts, each a sentence or more."""
    found = listed()
    ended = found.supports.str.endswith(".") & found.does_not_settle.str.endswith(".")
    assert found.evidence_id[~ended].tolist() == []
    assert found.evidence_id[found.supports == found.does_not_settle].tolist() == []


def test_the_author_is_not_named() -> None:
    """A row is about a claim and not a person: who made the claim stands beside it."""
    assert [row.evidence_id for row, text in rows() if AUTHORS.search(text)] == []


def test_every_figure_is_in_the_record() -> None:
    """No figure in either half is without a value, a sum or a name that bears it."""
    wrong = [(row.evidence_id, unbacked(row, text)) for row, text in rows()]
    assert [(name, figures) for name, figures in wrong if figures] == []


def test_no_figure_hides_in_words() -> None:
    """Numbers above ten and fractions are written in digits, where the test above reads them."""
    found = [(row.evidence_id, IN_WORDS.findall(text.lower())) for row, text in rows()]
    assert [(name, words) for name, words in found if words] == []


def test_every_date_is_in_the_record() -> None:
    """No date or year in either half is foreign to the series, the event, the claim, the text."""
    wrong = [(row, [day for day in dates(text) if not dated(day, row)]) for row, text in rows()]
    assert [(row.evidence_id, days) for row, days in wrong if days] == []


def test_a_caveat_is_said_where_its_figure_is_used() -> None:
    """A figure that needs a caveat brings it, in words, into what the row does not settle."""
    silent = [
        (row.evidence_id, caveat)
        for row in evidence().itertuples()
        for caveat in caveats_used(row)
        if len(long_words(caveat) & long_words(row.does_not_settle)) < 2
    ]
    assert silent == []


def test_a_false_figure_would_be_seen() -> None:
    """The reading above catches a wrong sum, a wrong rounding and a foreign year."""
    row = next(row for row in evidence().itertuples() if row.series_id == "dm_s47")
    assert unbacked(row, "From 89,300 to 225,400 is 152.4%.") == []
    assert unbacked(row, "From 89,300 to 225,400 is 152.5%.") == ["152.5"]
    assert unbacked(row, "There were 225,401 of them.") == ["225,401"]
    assert not dated(Day(1987), row)
    assert dated(Day(2023, 3, 31), row)
