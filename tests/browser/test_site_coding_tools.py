"""Two coders and the messy page in the page say and keep what their Python does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from site_play import ODD, Entries, compare, find_uses, open_scripts, spy_on_journal

from swteach import journal
from swteach.agreement import measure_agreement, say_agreement
from swteach.codings import TEN, find_codings, find_field
from swteach.editions.site_coding_data import CODES_BACK, MARKS_BACK, write_coders, write_page
from swteach.messy_page_file import load_messy_page
from swteach.widgets import messy_page as page_widget
from swteach.widgets import two_coders as coders_widget
from swteach.widgets.messy_page import MARKS, messy_page
from swteach.widgets.two_coders import two_coders

pytestmark = pytest.mark.browser

SCRIPTS = ("numbers", "agreement", "coding_account", "two_coders", "messy_page", "keeping")
CODERS = ("two_coders", two_coders, write_coders)
MESSY = ("messy_page", messy_page, write_page)
FIELDS = ("claim_type", "theme", "stance", "evidence_offered")
EVERY = list(find_codings("theme"))
# In the order of the notebooks' own use first: ten claims by default; one; all that were coded.
CHOICES = [([], {}), *(([field], {}) for field in FIELDS), (["stance", [TEN[0]]], {})]
CHOICES += [(["theme", EVERY], {})]


@pytest.fixture(scope="module")
def scripts(browser: Any) -> Iterator[Any]:
    """Open a page that has the tools' scripts and a journal, and nothing else."""
    yield from open_scripts(browser, *SCRIPTS)


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Entries:
    """Give each test an empty journal; return what is recorded in it."""
    monkeypatch.setattr(coders_widget, "BACK", CODES_BACK)  # the page's own words for it
    monkeypatch.setattr(page_widget, "BACK", MARKS_BACK)
    return spy_on_journal(tmp_path / "journal", monkeypatch)


def _code_randomly(chance: random.Random, claims: list[str], codes: list[str]) -> dict[str, Any]:
    some = chance.sample(claims, chance.randint(0, len(claims)))
    given = {claim: chance.choice([*codes * 4, *ODD]) for claim in [*some, "x"]}
    words = ["A rule", "A rule that", "", "a" * 4100, "\U0001f642" * 4001, *ODD]
    message = {
        "do": chance.choice(["compare", "rule", "back", "look", None, [], "compare"]),
        "codes": chance.choice([given] * 4 + [None, [], "x"]),
        "hardest": chance.choice([*claims[:3], "", *ODD]),
        "words": chance.choice(words),
    }
    return {key: value for key, value in message.items() if chance.random() < 0.8}


@pytest.mark.parametrize("use", CHOICES, ids=lambda use: str(use[0])[:40])
def test_two_coders_are_the_same(scripts: Any, kept: Entries, use: Any) -> None:
    """Each field, one claim, and all claims: 4 sittings of 25 messages, odd ones among them."""
    chance = random.Random(str(use))
    tool = two_coders(*use[0], **use[1])
    claims, codes = [one["id"] for one in tool.sheet["claims"]], tool.sheet["codes"]
    sittings = [
        (*use, [_code_randomly(chance, claims, codes) for _ in range(25)]) for _ in range(4)
    ]
    views = compare(scripts, kept, CODERS, sittings)
    assert views[0][0]["found"] is None
    found = views[-1][-1]["found"]
    assert found and len(found["rows"]) == len(claims) and len(found["pairs"]) > 2


def test_uses_of_the_notebooks_are_among_them() -> None:
    """The notebooks use the ten claims and the one page that the tests here go through."""
    assert find_uses("two_coders") == [([], {})] and find_uses("messy_page") == [([], {})]


def test_agreement_is_said_alike(scripts: Any) -> None:
    """2,000 pairs of codings, with missing codes, ties of rounding and one code throughout."""
    chance, pairs = random.Random(5), []
    for _ in range(2000):
        count, codes = chance.randint(0, 40), ["a", "b", "c", ""][: chance.randint(1, 4)]
        pairs.append([[chance.choice(codes) for _ in range(count)] for _ in range(2)])
    ask = "([pairs, words]) => pairs.map((pair) => sayAgreement(measureAgreement(...pair), words))"
    words = write_coders()["account"]
    said = scripts.evaluate(ask, [pairs, words])
    assert said == [say_agreement(measure_agreement(*pair)) for pair in pairs]


def _part_randomly(chance: random.Random, count: int) -> dict[str, Any]:
    marks = [
        chance.choice([*MARKS * 4, "", *ODD]) for _ in range(count + chance.choice([-5, 0, 2]))
    ]
    message = {
        "do": chance.choice(["show", "back", "look", None, []]),
        "marks": chance.choice([marks] * 3 + [None, {}, "clutter", []]),
    }
    return {key: value for key, value in message.items() if chance.random() < 0.8}


@pytest.mark.parametrize("seed", range(3))
def test_messy_page_is_the_same(scripts: Any, kept: Entries, seed: int) -> None:
    """Marks in any order, wrong ones among them: 4 sittings of 25 messages, brought back each."""
    chance, count = random.Random(seed), len(load_messy_page().lines)
    sittings = [([], {}, [_part_randomly(chance, count) for _ in range(25)]) for _ in range(4)]
    views = compare(scripts, kept, MESSY, sittings)
    assert views[0][0]["found"] is None and len(views[-1][-1]["found"]["lines"]) == count


def test_odd_entries_are_read_alike(scripts: Any, kept: Entries) -> None:
    """What an imported journal may hold under the two tools' names: values that none has kept."""
    line = load_messy_page().lines[0].text
    field = find_field("claim_type")
    for value in (*ODD, "clutter", f"clutter: {line}", f"x: {line}\nclutter: {line}: more"):
        journal.record("page marks", "messy-page", value)
        for kind in ("codes compared", "hardest claim", "coding rule"):
            journal.record(kind, "two-coders-claim_type", value)
        journal.record("code (claim type)", TEN[0], value)
    journal.record(
        "codes compared", "two-coders-claim_type", dict.fromkeys(TEN, next(iter(field.codes)))
    )
    before = [dict(one) for one in kept]
    compare(scripts, kept, MESSY, [([], {}, [{"do": "look"}])])
    kept[:] = before
    compare(scripts, kept, CODERS, [([], {}, [{"do": "look"}])])


def test_page_brings_codes_and_marks_back(browser: Any, site_address: str) -> None:
    """In the built pages: coded, compared and closed; marked and shown; all there when opened."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_address}/02_what_kind_of_claim.html")
    tool = page.locator(".swteach-coders")
    tool.wait_for()
    for menu in tool.locator(".swteach-entries select").all():
        menu.select_option("causal")
    assert tool.get_by_role("table").count() == 0
    tool.get_by_role("button").first.click()
    tool.get_by_role("table").wait_for()
    kappas = tool.get_by_role("status").text_content()
    assert "Kappa for you and the first coder:" in kappas
    tool.get_by_role("textbox").fill("Ask what would settle it")
    page.close(run_before_unload=True)
    page = context.new_page()
    page.goto(f"{site_address}/02_what_kind_of_claim.html")
    tool = page.locator(".swteach-coders")
    tool.get_by_role("table").wait_for()
    assert {menu.input_value() for menu in tool.locator(".swteach-entries select").all()} == {
        "causal"
    }
    assert tool.get_by_role("textbox").input_value() == "Ask what would settle it"
    page.goto(f"{site_address}/01_who_is_speaking.html")
    tool = page.locator(".swteach-messy")
    tool.wait_for()
    for line in tool.locator(".swteach-paper fieldset").all():
        line.get_by_label("clutter").check()
    tool.get_by_role("button").click()
    tool.get_by_text("All lines:").wait_for()
    page.reload()
    tool.get_by_text("All lines:").wait_for()
    assert tool.get_by_label("clutter").first.is_checked()
    context.close()
