"""The pages beside the notebooks: the sources that are named and no other, and lists of parts."""

from __future__ import annotations

import csv
from html import escape
from pathlib import Path
from urllib.parse import unquote

import pytest
from site_reading import Read, read_site, squeeze

from swteach.editions.site_build import build
from swteach.editions.site_claims import write_claims
from swteach.editions.site_html import Names
from swteach.editions.site_reference import find_sources

ROOT = Path(__file__).resolve().parents[2]
PAGE = "03_delegation_to_profit_caps.html"
SHARED = "https://www.communitycare.co.uk/"


@pytest.fixture(scope="module")
def part_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of one notebook without the list of claims."""
    out = tmp_path_factory.mktemp("part")
    build(ROOT, out, notebooks=[3], leave_out=["claims"])
    return out


@pytest.fixture(scope="module")
def part(part_folder: Path) -> dict[str, Read]:
    """Return what stands in its pages."""
    return read_site(part_folder)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    """Return the sources of the course."""
    with (ROOT / "data" / "sources.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_part_lists_only_the_sources_that_it_names(
    part: dict[str, Read], part_folder: Path, rows: list[dict[str, str]]
) -> None:
    """Of eleven sources with one address those stand there that the page of notebook 3 cites."""
    shared = [row for row in rows if row["url"] == SHARED]
    assert len(shared) > 9
    html = (part_folder / PAGE).read_text(encoding="utf-8")
    named = [row["source_id"] for row in shared if f">{escape(row['title'])}</a>" in html]
    cited = {
        given["data-source"]
        for tag, given in part[PAGE].tags
        if tag == "a" and given.get("href") == SHARED and "data-source" in given
    }
    words = part["sources.html"].words
    listed = {row["source_id"] for row in shared if squeeze(row["title"]) in words}
    assert listed == {*named, *cited}
    assert 0 < len(listed) < 3


def test_nothing_that_claims_cite_is_lost(rows: list[dict[str, str]]) -> None:
    """Each source whose link has its title is found, and one of an address that others share."""
    html = write_claims(Names())
    found = [row["source_id"] for row in find_sources(rows, html)]
    assert len(found) > 50 and len(found) == len(set(found))
    one = next(row for row in rows if row["url"] == SHARED)
    link = '<a href="{}"{}>{}</a>'
    by_id = link.format(SHARED, f' data-source="{one["source_id"]}"', "Community Care")
    by_address = link.format(SHARED, "", "Community Care")
    assert find_sources(rows, by_id) == [one]
    assert find_sources(rows, by_address) == []
    alone = next(row for row in rows if "basw.co.uk" in row["url"])
    assert find_sources(rows, link.format(alone["url"], "", "BASW")) == [alone]
    bare = {**one, "url": "", "title": "Minutes & notes"}
    assert find_sources([bare], "<p>Minutes &amp; notes</p>") == [bare]


def test_a_page_of_many_parts_lists_them(part: dict[str, Read]) -> None:
    """Charts, data and the statement have a list, each link to a part; short pages have none."""
    for page in ("charts.html", "data.html", "accessibility.html", PAGE):
        read = part[page]
        heads = read.list_values("id", "h2")
        links = [unquote(url[1:]) for url in read.list_values("href", "a") if url[:1] == "#"]
        assert "On this page" in read.list_values("aria-label", "nav"), page
        assert len(heads) > 3 and [*dict.fromkeys(one for one in links if one in heads)] == heads
    for page in ("index.html", "glossary.html", "sources.html", "journal.html"):
        assert "On this page" not in part[page].list_values("aria-label", "nav"), page


def test_a_list_that_is_left_out_is_not_named_as_if_it_were_there(part: dict[str, Read]) -> None:
    """Where the pages have no list of claims, the browser of claims says so."""
    assert "All claims of the course, by text" not in part[PAGE].words
    assert "The list of all claims is not among these pages." in part[PAGE].words
