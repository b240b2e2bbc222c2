"""Ledger, claim checker and barometer in the page say and keep what their Python does."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from site_pages import open_page
from site_play import ODD, Entries, compare, find_uses, open_scripts, spy_on_journal

from swteach import journal
from swteach.barometer import PASS, POINTS, SURE
from swteach.claim_table import CLAIM_MARKS, LEDGER_MARKS
from swteach.editions.site_barometer_data import BACK, make_barometer, write_barometer
from swteach.editions.site_claims_data import write_checker, write_ledger
from swteach.journal.entry import say_time
from swteach.journal.exports.outline import say_moment
from swteach.tables import load_claims
from swteach.widgets import stance_barometer as barometer
from swteach.widgets.claim_checker import claim_checker
from swteach.widgets.ledger import ledger

pytestmark = pytest.mark.browser

PROFIT = "03_delegation_to_profit_caps"
SCRIPTS = ("claim_cards", "ledger", "claim_checker", "mappings", "keeping", "readings")
SCRIPTS += ("stance_barometer",)
SILENCE = 4500  # ms: longer than a widget waits before it says that no answer came
# From now on the browser takes nothing more into the journal's storage.
FULL = """() => {
  const take = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...given) {
    if (this === localStorage) throw new DOMException("", "QuotaExceededError");
    take.apply(this, given);
  };
}"""


@pytest.fixture(scope="module")
def scripts(browser: Any) -> Iterator[Any]:
    """Open a page that has the tools' scripts and a journal, and nothing else."""
    yield from open_scripts(browser, *SCRIPTS)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Give each test an empty journal; return what is recorded in it."""
    monkeypatch.setattr(barometer, "BACK", BACK)  # the page's own words for it
    return spy_on_journal(tmp_path / "journal", monkeypatch)


def _mark_randomly(chance: random.Random, ids: list[str]) -> dict[str, Any]:
    return {
        "do": chance.choice(["mark"] * 5 + ["look", None, []]),
        "claim": chance.choice([*ids, *ids, *ODD]),
        "mark": chance.choice([*LEDGER_MARKS * 3, *ODD]),
    }


def _check_randomly(chance: random.Random) -> dict[str, Any]:
    message = {
        "do": chance.choice(["check", "check", "go", "go", "look", None, []]),
        "mark": chance.choice([*CLAIM_MARKS * 3, *ODD]),
        "sure": chance.choice([*(1, 2, 3, 4, 5) * 3, *ODD]),
        "step": chance.choice([1, 1, 1, 1, -1, -1, *ODD]),
    }
    return {key: value for key, value in message.items() if chance.random() < 0.95}


def _stand_randomly(chance: random.Random) -> dict[str, Any]:
    issues = ("privatisation", "inspection", "workforce reform", "__proto__")
    reading = {issue: chance.choice([*POINTS, *POINTS, PASS, *ODD]) for issue in issues}
    reading = {key: point for key, point in reading.items() if chance.random() < 0.6}
    sure = {SURE: chance.choice([1, 2, 3, 4, 5, *ODD])} if chance.random() < 0.5 else {}
    words = ["If I", "If I saw", "\U0001f642 été", "", "a" * 4100, "\U0001f642" * 4001, *ODD]
    message = {
        "do": chance.choice(["keep", "keep", "back", "look", None, []]),
        "reading": chance.choice([{**reading, **sure}] * 4 + [None, [], "for", {}]),
        "words": chance.choice(words),
    }
    return {key: value for key, value in message.items() if chance.random() < 0.8}


PREDICTIONS = load_claims(claim_type="prediction")["claim_id"].tolist()
LEDGERS = [*find_uses("ledger"), ([PREDICTIONS], {})]
CHECKERS = [*find_uses("claim_checker"), ([], {})]
NAMES = ["n1", "n3", "n5", "n5-after", "n9"]
LEDGER = ("ledger", ledger, write_ledger)
CHECKER = ("claim_checker", claim_checker, write_checker)
BAROMETER = ("stance_barometer", make_barometer, write_barometer)


def test_uses_of_the_notebooks_are_found() -> None:
    """The tests below go through the ledger, the checkers and the barometers of the course."""
    assert (len(LEDGERS), len(CHECKERS)) == (2, 10)
    assert [given for given, _ in find_uses("stance_barometer")] == [[name] for name in NAMES]


@pytest.mark.parametrize("use", LEDGERS, ids=str)
def test_ledger_is_the_same(scripts: Any, kept: Entries, use: Any) -> None:
    """The notebook's predictions, and all of them: 3 sittings of 60 messages, odd ones among."""
    ids = use[0][0]
    chance = random.Random(1)
    sittings = [(*use, [_mark_randomly(chance, ids) for _ in range(60)]) for _ in range(3)]
    views = compare(scripts, kept, LEDGER, sittings)
    assert views[0][0]["marked"] == {} and len(views[-1][-1]["marked"]) > len(ids) / 2


@pytest.mark.parametrize("use", CHECKERS, ids=str)
def test_checker_is_the_same(scripts: Any, kept: Entries, use: Any) -> None:
    """Each notebook's claims, and all with a record: 3 sittings of 80 messages each."""
    chance = random.Random(2)
    sittings = [(*use, [_check_randomly(chance) for _ in range(80)]) for _ in range(3)]
    views = compare(scripts, kept, CHECKER, sittings)
    assert views[0][0]["record"] is None
    assert sum(view["record"] is not None for view in views[-1]) > 20


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_barometer_is_the_same(scripts: Any, kept: Entries, count: int) -> None:
    """With none to five names read before, in any order: 12 sittings of 12 messages."""
    chance = random.Random(count)
    names = chance.sample(NAMES, count or 1)
    for name in names[:count]:
        reading = {"inspection": chance.choice(POINTS), SURE: 3}
        make_barometer(name).respond({"do": "keep", "reading": reading, "words": f"At {name}"})
    sittings = [
        ([chance.choice(names)], {}, [_stand_randomly(chance) for _ in range(12)])
        for _ in range(12)
    ]
    views = compare(scripts, kept, BAROMETER, sittings)
    assert bool(_list_heads(views)) == (count > 1)


def test_barometer_reads_odd_and_early_entries(scripts: Any, kept: Entries) -> None:
    """What an imported journal may hold: early names; readings and words that are none."""
    odd = (None, [], "for", {"class": "x", SURE: True}, {"inspection": POINTS[1], SURE: 2})
    for value in odd:
        for id in ("barometer-before", "barometer-n1", "barometer-", "other"):
            journal.record("barometer", id, value)
        journal.record("reflection", "barometer-n1", value)
    keep = {"do": "keep", "reading": {"inspection": POINTS[4]}}
    names = ("n1", "before", "n9", "after")
    views = compare(scripts, kept, BAROMETER, [([name], {}, [keep]) for name in names])
    heads = _list_heads(views)
    assert len(heads) > 4 and {one[1] for one in heads} == {"First: before, 26 November 2026"}


def _list_heads(views: list[list[dict[str, Any]]]) -> list[list[str]]:
    return [view["table"]["heads"] for sitting in views for view in sitting if view["table"]]


def test_trouble_is_said(scripts: Any, kept: Entries, tmp_path: Path) -> None:
    """Where nothing can be saved each tool says so, still answers, and calls nothing kept."""
    (tmp_path / "journal").rmdir()
    (tmp_path / "journal").write_text("in the way")
    trouble = journal.record("x", "x", "x").message
    mark = {"do": "mark", "claim": PREDICTIONS[0], "mark": "partly"}
    check = {"do": "check", "mark": "partly", "sure": 2}
    keep = {"do": "keep", "reading": {"inspection": PASS}, "words": "If I"}
    for tool, given, message in (
        (LEDGER, [PREDICTIONS], mark),
        (CHECKER, [PREDICTIONS], check),
        (BAROMETER, ["n1"], keep),
    ):
        kept.clear()
        [[_, view]] = compare(scripts, kept, tool, [(given, {}, [message])], trouble)
        assert view["trouble"] == trouble != ""
        assert "Kept" not in str(view["sentence"])


def test_days_are_said_alike(scripts: Any) -> None:
    """Every day of four years, and the last microsecond of each, is named as Python names it."""
    first = datetime(2026, 1, 1, 23, 59, 59, 999999, tzinfo=UTC)
    times = [say_time(first + timedelta(days=day)) for day in range(4 * 366)]
    said = scripts.evaluate("(times) => times.map(sayReadingDay)", times)
    assert said == [say_moment(at).split(",")[0] for at in times]


def _choose(group: Any, words: str) -> None:
    group.get_by_label(words, exact=True).check()


def test_page_opens_the_record_after_the_mark(keeping: Any, site_address: str) -> None:
    """No record is in the ledger or the checker before; the mark opens its own, and comes back."""
    page = open_page(keeping, site_address, PROFIT)
    tool = page.locator(".swteach-ledger")
    item = tool.get_by_role("listitem").filter(has=page.locator("form")).first
    assert page.locator(".swteach-evidence").count() == 0
    item.get_by_role("button").click()
    assert "Choose one of the four first" in item.get_by_role("status").text_content()
    _choose(item, "partly")
    item.get_by_role("button").click()
    assert "Your mark: partly." in item.get_by_role("status").text_content()
    page.wait_for_timeout(SILENCE)
    assert "Python" not in page.locator(".swteach-ledger").text_content()
    shown = item.locator(".swteach-evidence").count()
    assert shown > 0 and page.locator(".swteach-evidence").count() == shown
    page.close()
    page = open_page(keeping, site_address, PROFIT)
    item = page.locator(".swteach-ledger form").first.locator("xpath=..")
    assert item.locator(".swteach-evidence").count() == shown
    assert item.get_by_label("partly", exact=True).is_checked()


def test_page_sets_the_first_reading_beside_the_last(keeping: Any, site_address: str) -> None:
    """Readings of two notebooks meet, words come back, and both are private in the journal."""
    for notebook, point, words in (
        ("01_who_is_speaking", "strongly against", "Figures on turnover"),
        (PROFIT, "somewhat for", "A person"),
    ):
        page = open_page(keeping, site_address, notebook)
        tool = page.locator(".swteach-barometer")
        assert "kept in your journal, in this browser" in tool.text_content()
        assert tool.get_by_role("table").count() == 0
        _choose(tool.get_by_role("group").first, point)
        tool.get_by_role("textbox").fill(words)
        tool.get_by_role("button").click()
        assert "Kept in your journal, as private." in tool.get_by_role("status").text_content()
        page.close()
    page = open_page(keeping, site_address, PROFIT)
    tool = page.locator(".swteach-barometer")
    tool.get_by_role("table").wait_for()
    row = tool.get_by_role("row").nth(1).locator("th, td").all_text_contents()
    assert row == ["privatisation", "strongly against", "somewhat for", "3 steps towards “for”"]
    assert tool.get_by_role("textbox").input_value() == "A person"
    lines = page.evaluate("Object.entries(localStorage).filter(([n]) => n.includes(' entry '))")
    entries = [json.loads(line) for _, line in lines]
    assert len(entries) == 4 and all(entry["private"] for entry in entries)


def test_readings_fit_a_narrow_page(browser: Any, site_address: str) -> None:
    """At 320 pixels the table of two readings moves nothing sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 800})
    for notebook in ("01_who_is_speaking", PROFIT):
        page = open_page(context, site_address, notebook)
        tool = page.locator(".swteach-barometer")
        _choose(tool.get_by_role("group").first, "strongly against")
        tool.get_by_role("button").click()
        tool.get_by_text("Your reading:").wait_for()
    tool.get_by_role("table").wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_full_box_is_said(keeping: Any, site_address: str) -> None:
    """What does not fit into the barometer's box is refused in sight, not cut off later."""
    page = open_page(keeping, site_address, PROFIT)
    tool = page.locator(".swteach-barometer")
    box = tool.get_by_role("textbox")
    assert "holds 4,000 characters" in tool.text_content()
    box.fill("a" * 3999)
    assert "The box is full" not in tool.text_content()
    box.press_sequentially("bc")
    assert box.input_value() == f"{'a' * 3999}b" and "The box is full" in tool.text_content()
    box.press("Backspace")
    assert "The box is full" not in tool.text_content()


def test_words_that_are_not_saved_stay_until_they_are(keeping: Any, site_address: str) -> None:
    """A later reply that saves nothing lets no words go: after a reload they are back, and kept."""
    page = open_page(keeping, site_address, PROFIT)
    page.evaluate(FULL)
    tool = page.locator(".swteach-barometer")
    tool.get_by_role("textbox").fill("Figures on turnover")
    tool.get_by_text("Not saved").wait_for()
    tool.get_by_role("button").click()  # nothing is chosen, so nothing is recorded
    tool.get_by_text("Nothing is chosen yet").wait_for()
    page.on("dialog", lambda dialog: dialog.accept())
    page.reload()
    tool.get_by_text(BACK).wait_for()
    assert tool.get_by_role("textbox").input_value() == "Figures on turnover"
    [line] = page.evaluate("Object.values(localStorage)")
    assert json.loads(line)["value"] == "Figures on turnover"
