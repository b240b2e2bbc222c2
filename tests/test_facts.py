"""The data against the facts they were made from, row for row, additions aside."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest
from facts_changes import (
    ADDED,
    ADDED_EVENTS,
    CAUTIONED_EVENTS,
    CAUTIONED_REGIMES,
    CHECKED,
    COLLIDED,
    DISPLAY,
    GONE,
    MERGED,
    PAGES,
    RENAMED,
    RETITLED,
    REWORDED,
    SHARPENED,
    SPLITS,
    WITHOUT_ACTOR,
)

from swteach.datapackage import find_data, read_package

Row = dict[str, str]
FACTS = ("privatisation", "inspection", "workforce", "demand")
TIMELINES = FACTS[:3]
ADDED_NOTE = "Row added from the official file."


def read(path: Path) -> list[Row]:
    """Return the rows of a CSV file as they stand."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[Row]:
    """Return the rows of a table of the course."""
    return read(find_data() / read_package()[name].path)


def straighten(cell: str) -> str:
    """Return a cell with its curly quotes made straight."""
    return cell.translate(str.maketrans("\u2018\u2019\u201c\u201d", "''\"\""))


def pick(row: Row, *names: str) -> tuple[str, ...]:
    """Return some cells of a row."""
    return tuple(row[name] for name in names)


def new_series(row: Row) -> str:
    """Return the series that a row of the facts belongs to, where one id held two measures."""
    for series, column, pattern, new in SPLITS:
        if row["series_id"] == series and re.search(pattern, row[column]):
            return new
    return row["series_id"]


def expected(shared: Path, name: str) -> list[tuple[str, ...]]:
    """Return what the observations must hold of one file of the facts."""
    same = ("geography", "breakdown", "period", "value", "source_locator")
    return [
        (
            new_series(row),
            RENAMED.get((name, row["source_id"]), row["source_id"]),
            *pick(row, *same),
            "yes" if pick(row, "series_id", "breakdown", "period") == CHECKED else row["checked"],
            row["note"],
        )
        for row in read(shared / "facts" / f"{name}.csv")
    ]


def test_every_figure_of_the_facts_stands_unchanged(shared: Path) -> None:
    """All 3,058 rows stand with series, source, value, place, period, locator and note as read."""
    wanted = Counter(row for name in FACTS for row in expected(shared, name))
    same = ("geography", "breakdown", "period", "value", "locator", "checked", "note")
    found = Counter(pick(row, "series_id", "source_id", *same) for row in table("observations"))
    assert wanted.total() == 3058
    assert not wanted - found
    assert {row[0] for row in found - wanted} == {row[0] for row in ADDED}


def test_nothing_was_added_but_what_closes_a_gap(shared: Path) -> None:
    """The 35 rows beyond the facts are those of the list, with their values and source."""
    added = [row for row in table("observations") if row["note"].endswith(ADDED_NOTE)]
    names = ("series_id", "breakdown", "period", "value", "source_id")
    assert sorted(pick(row, *names) for row in added) == sorted(ADDED)
    assert len(table("observations")) == 3058 + len(ADDED)


def test_dates_agree_with_the_day_the_facts_give(shared: Path) -> None:
    """Where the facts give the day a figure stands at, its period ends on that day."""
    key = ("series_id", "geography", "breakdown", "period")
    ends = {pick(row, *key): row["period_end"] for row in table("observations")}
    rows = [row for name in FACTS for row in read(shared / "facts" / f"{name}.csv")]
    dated = [row for row in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", row["as_at"])]
    wrong = [
        (pick(row, "series_id", "breakdown", "period", "as_at"), end)
        for row in dated
        if (end := ends[(new_series(row), *pick(row, *key[1:]))]) != row["as_at"]
    ]
    assert len(dated) > 2000
    assert wrong == []


@pytest.mark.parametrize("rule", DISPLAY, ids=lambda rule: f"{rule[0]} {rule[1]} {rule[2]}".strip())
def test_what_the_audit_warns_of_is_marked(rule: tuple[str, str, str, str]) -> None:
    """Each row that the audit says to hide or to caution is marked so and says why."""
    series, breakdown, period, display = rule
    rows = [
        row
        for row in table("observations")
        if row["series_id"] == series
        and re.search(breakdown, row["breakdown"])
        and re.search(period, row["period"])
    ]
    assert rows
    assert {row["display"] for row in rows} == {display}
    assert all(row["caveat"] for row in rows)


def test_every_event_of_the_timelines_is_one_event(shared: Path) -> None:
    """The 188 rows are 173 events: fifteen stood twice, and no date was lost or changed."""
    events = {row["title"]: row for row in table("events")}
    assert len(events) == len(table("events")) == 173 + len(ADDED_EVENTS)
    met = set()
    for name in TIMELINES:
        for row in read(shared / "facts" / f"timeline_{name}.csv"):
            title = MERGED.get((name, row["event"])) or RETITLED.get(row["event"], row["event"])
            event = events[title]
            met.add(title)
            assert event["date_start"].startswith(row["date"]), title
            assert row["theme"] in pick(event, "theme", "theme_2"), title
            if title not in MERGED.values():
                same = ("actor", "kind", "checked")[title in WITHOUT_ACTOR :]
                assert pick(event, *same) == pick(row, *same)
                day = row["date_precision"] if title not in SHARPENED else "day"
                assert event["date_precision"] == day, title
    assert len(MERGED) == 15
    assert met == set(events) - set(ADDED_EVENTS) and met != set(events)


@pytest.mark.parametrize("title", CAUTIONED_EVENTS)
def test_events_with_an_unsure_date_say_so(title: str) -> None:
    """Each event whose date the audit doubts carries a caveat."""
    rows = [row for row in table("events") if row["title"] == title]
    assert rows and all(row["caveat"] for row in rows)


def test_regimes_stand_unchanged_and_unsure_dates_say_so(shared: Path) -> None:
    """All 25 regimes stand as in the facts, and those with an inferred date carry a caveat."""
    new = {"start": "start_text", "end": "end_text", "successor": "successor_id"}
    wanted = {row["regime_id"]: row for row in read(shared / "facts" / "regimes.csv")}
    found = {row["regime_id"]: row for row in table("regimes")}
    assert len(found) == 25 and set(found) == set(wanted)
    for key, row in wanted.items():
        kept = [name for name in row if name != "source_id"]
        assert pick(row, *kept) == pick(found[key], *(new.get(name, name) for name in kept)), key
    assert [key for key in CAUTIONED_REGIMES if not found[key]["caveat"]] == []


@pytest.mark.parametrize(
    ("name", "file", "count", "renamed"),
    [
        ("claims", "claims.csv", 171, {}),
        ("glossary", "glossary.csv", 80, {"source_url": "url"}),
        (
            "paragraphs",
            "paragraph_index.csv",
            192,
            {"seed_file": "", "seed_line": "", "word_count": "words"},
        ),
    ],
)
def test_the_coding_of_the_texts_stands_unchanged(
    shared: Path, name: str, file: str, count: int, renamed: dict[str, str]
) -> None:
    """Claims, glossary and paragraph index hold the rows of the design, but for straight quotes."""
    rows = [
        {name: REWORDED.get(straighten(cell), straighten(cell)) for name, cell in row.items()}
        for row in read(shared / "design" / file)
    ]
    held = [{name: straighten(cell) for name, cell in row.items()} for row in table(name)]
    kept = {old: renamed.get(old, old) for old in rows[0] if renamed.get(old, old)}
    wanted = Counter(pick(row, *kept) for row in rows)
    found = Counter(pick(row, *kept.values()) for row in held)
    assert found == wanted and wanted.total() == count


def test_the_seventeen_texts_stand_with_their_counts(shared: Path) -> None:
    """Each text of the corpus map is a document, with its positions and lengths unchanged."""
    same = ("doc_id", "genre", "themes", "original_publisher", "stance_privatisation", "word_count")
    same += ("stance_inspection", "stance_workforce_reform", "paragraph_count")
    wanted = {pick(row, *same) for row in read(shared / "design" / "corpus_map.csv")}
    assert {pick(row, *same) for row in table("documents")} == wanted
    assert len(wanted) == 17


def listed(shared: Path) -> dict[str, dict[str, Row]]:
    """Return the sources of the facts: by id, then by the id that the source has now."""
    found: dict[str, dict[str, Row]] = {}
    for name in TIMELINES:
        for row in read(shared / "facts" / f"sources_{name}.csv"):
            old = row["source_id"]
            found.setdefault(old, {})[RENAMED.get((name, old), GONE.get(old, old))] = row
    return found


def test_every_source_of_the_facts_has_its_place(shared: Path) -> None:
    """Each source is there under its new name, and an id with two meanings is two sources."""
    sources = {row["source_id"]: row for row in table("sources")}
    sorted_out = listed(shared)
    new = {key for keys in sorted_out.values() for key in keys}
    assert new - set(sources) == set()
    assert not set(GONE) & set(sources)
    assert sorted(old for old, keys in sorted_out.items() if len(keys) > 1) == COLLIDED
    for old in COLLIDED:
        assert len({pick(sources[key], "title", "publisher") for key in sorted_out[old]}) == 2
    assert "bevan_2014" in sources, "the same page in two lists is one source"


def test_copies_are_cited_by_the_publisher_s_page() -> None:
    """No address to be cited is that of a copy in a code repository or a sharing site."""
    copies = re.compile(r"github\.com|docplayer|cupdf|docslib|vdocuments|slideplayer|docsbay")
    found = [row for row in table("sources") if copies.search(row["url"])]
    unsaid = [row for row in found if "No page of the publisher" not in row["note"]]
    # These are the publication itself: researchers and a charity publish in a repository.
    own = {"d2i_ilacs_repo", "goodair_2023_data", "goodair_caremarkets_2025"}
    assert {row["source_id"] for row in unsaid} == own


@pytest.mark.parametrize("page", PAGES)
def test_pages_the_audit_asks_for_are_sources_in_use(page: str) -> None:
    """Each page that the audit names is a source, and an event or regime rests on it."""
    cited = ("url", "title", "note")
    ids = {r["source_id"] for r in table("sources") if any(page in r[name] for name in cited)}
    rows = table("events") + table("regimes")
    used = {row[column] for row in rows for column in ("source_id", "source_2_id")}
    assert ids & used


def test_the_audit_s_sharper_dates_are_taken() -> None:
    """Two events that the audit dates to the day have that day."""
    days = {row["title"]: row["date_start"] for row in table("events")}
    assert {title: days[title] for title in SHARPENED} == SHARPENED
