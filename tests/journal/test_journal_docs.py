"""docs/journal.md: the format it describes is the one that is written."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict
from pathlib import Path

from journal_cases import answers, entry

from swteach.briefing_draft import list_fields
from swteach.briefing_file import load_plan
from swteach.briefing_journal import ACCOUNT_KIND, CHOSEN_ID, KIND, name_entry
from swteach.journal.disk import VERSIONS_KEPT
from swteach.journal.fileformat import MOST_BYTES, VERSION, write_pages
from swteach.journal.privacy import TICKS_ID, TICKS_KIND
from swteach.widgets import messy_page, two_coders
from swteach.widgets.journal_page import PARTS
from swteach.widgets.stance_barometer import stance_barometer

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "journal.md").read_text(encoding="utf-8")
WORDS = " ".join(PAGE.split())


def documented_digest(value: object) -> str:
    """Return a digest as the page says it is made."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def test_every_field_is_described_and_no_other() -> None:
    """The table of fields is the entry's."""
    fields = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(fields) == sorted(json.loads(entry().line))
    assert f"The format, version {VERSION}" in PAGE
    assert f"{MOST_BYTES:,} bytes" in PAGE and VERSIONS_KEPT == 5


def test_the_kinds_of_the_newer_tools_are_named() -> None:
    """Whoever reads a journal finds what the two coders' and the messy page's entries are."""
    coders = two_coders.two_coders()
    kinds = [two_coders.COMPARED, two_coders.HARDEST_KIND, two_coders.RULE_KIND, messy_page.KIND]
    row = next(line for line in PAGE.splitlines() if line.startswith("| `kind` |"))
    for kind in [*kinds, coders._kind]:
        assert f" {kind}," in row
    assert f"`{coders._id}`" in WORDS and f"`{messy_page.ID}`" in WORDS


def test_digests_are_made_as_the_page_says() -> None:
    """Another program can write and check a journal from the page alone."""
    document = json.loads(write_pages(answers(3)))
    for fields in document["entries"]:
        key = fields.pop("key")
        assert key == documented_digest(fields)
        fields["key"] = key
    keys = sorted(fields["key"] for fields in document["entries"])
    assert document["check"] == documented_digest([keys, document["name"]])
    assert document["name"] == asdict(answers(3).name)


def test_what_is_private_is_named_as_it_is_called() -> None:
    """The page has the tool's own words, and the ids that tools write."""
    assert "`sw.journal_page()`" in PAGE and all(f"*{words}*" in WORDS for words in PARTS.values())
    assert f"`{TICKS_ID}` of the kind `{TICKS_KIND}`" in WORDS
    name = stance_barometer("n1").sheet["id"]
    assert f'`sw.stance_barometer("n1")` writes `{name}`' in WORDS


def test_the_briefing_is_named_as_it_is_kept() -> None:
    """The kinds and ids of a briefing are the page's, and only the account is a reflection."""
    plan = load_plan()
    topic = plan.topics[0]
    names = {one.id: name_entry(topic, one) for one in list_fields(plan, topic).values()}
    private = [one.id for one in list_fields(plan, topic).values() if one.private]
    assert f", {KIND}, … |" in PAGE and f"`{CHOSEN_ID}`" in PAGE
    assert all(name.startswith("briefing-") for name in names.values())
    assert f"such as `{names['slot-first-1']}`" in WORDS
    assert private == ["account"]
    kept = f"such as `{names['account']}`, which is of the kind `{ACCOUNT_KIND}` and private"
    assert kept in WORDS
