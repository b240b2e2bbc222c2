"""`swteach build site`: the whole course is in the pages, and they need nothing from elsewhere."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zipfile import ZipFile

import pytest
from site_reading import Read, read_html, read_site, squeeze

import swteach
from swteach.claim_record import find_cards, find_tests
from swteach.editions.items import list_options, read_sheets
from swteach.editions.paper_notebook import can_draw, join_lines, read_title
from swteach.editions.site_build import ARCHIVE, MANIFEST, build
from swteach.editions.site_notebook import TOOLS
from swteach.editions.site_scripts import SCRIPT
from swteach.exercises import Exercise, Match, Reflection
from swteach.notebook_calls import find_calls

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
MEGABYTE = 1_000_000
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:"
LOADS = ("src", "srcset", "data", "poster", "action", "formaction", "background", "xlink:href")
WORDS = ("value", "aria-label")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
SAID = ("feedback", "correct", "other", "reveal", "supports", "does_not_settle")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of one build."""
    out = tmp_path_factory.mktemp("site")
    build(ROOT, out)
    return out


@pytest.fixture(scope="module")
def site(folder: Path) -> dict[str, Read]:
    """Return what stands in its pages."""
    return read_site(folder)


def _outputs(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
        for output in cell.get("outputs", []):
            yield join_lines(cell["source"]), output.get("data", {})


def _find_replies(one: Any) -> Iterator[str]:
    """Yield all that a question says to an answer, however deep it lies."""
    if is_dataclass(one):
        for part in fields(one):
            value = getattr(one, part.name)
            if part.name in SAID and isinstance(value, str) and value:
                yield value
            elif part.name != "statement":
                yield from _find_replies(value)
    elif isinstance(one, tuple):
        for item in one:
            yield from _find_replies(item)


def _list_questions(folder: Path = ROOT) -> list[tuple[str, Exercise]]:
    return [
        (f"{sheet.notebook.file}.html", one)
        for sheet in read_sheets(folder)
        for one in sheet.exercises
    ]


def test_text_of_every_question_is_in_its_page(site: dict[str, Read]) -> None:
    """Stem, hint, example and every option stand there, and are fields with the question's id."""
    for page, one in _list_questions():
        told = [one.stem, one.hint, one.working, *(option.text for option in list_options(one))]
        told += [*one.lefts, *one.shown] if isinstance(one, Match) else []
        assert [text for text in told if squeeze(text) not in site[page].words] == [], one.id
        assert one.id in site[page].list_values("id", "fieldset")


def test_every_reply_is_in_the_page(site: dict[str, Read]) -> None:
    """What is said to each option, slip, pair and whole answer stands there without a script."""
    count = 0
    for page, one in _list_questions():
        replies = [] if isinstance(one, Reflection) else [*_find_replies(one)]
        count += len(replies)
        assert [text for text in replies if squeeze(text) not in site[page].words] == [], one.id
    assert count > 600


def test_answers_that_are_never_shown_are_absent(tmp_path: Path) -> None:
    """With show_answers: never no reply and no right answer is in the questions' page."""
    course = tmp_path / "course"
    for part in ("data", "notebooks"):
        shutil.copytree(ROOT / part, course / part)
    path = course / "data/exercises/07_more_investigations_less_help.yaml"
    text = path.read_text(encoding="utf-8")
    assert "show_answers: after_attempt" in text
    path.write_text(text.replace("show_answers: after_attempt", "show_answers: never"))
    build(course, tmp_path / "out", notebooks=[7])
    words = read_site(tmp_path / "out")[f"{path.stem}.html"].words
    closed = [one for page, one in _list_questions(course) if page.startswith(path.stem)]
    assert {one.show_answers for one in closed} == {"never"}
    replies = [text for one in closed for text in _find_replies(one)]
    assert len(closed) > 20 and len(replies) > 60
    assert [text for text in replies if squeeze(text) in words] == []
    assert not [one.id for one in closed if f"The right answer ({one.id})" in words]
    assert all(squeeze(one.stem) in words for one in closed)


def test_every_chart_is_drawn_and_said(site: dict[str, Read]) -> None:
    """Each chart of a notebook has its title and finding in words, and as label of a drawing."""
    assert can_draw()
    for path in NOTEBOOKS:
        read = site[f"{path.stem}.html"]
        charts = [one for _, data in _outputs(path) for kind, one in data.items() if "vega" in kind]
        labels = read.list_values("aria-label", "svg")
        assert len(charts) == len([tag for tag, _ in read.tags if tag == "figure"])
        for chart in charts:
            assert squeeze(read_title(chart)) in read.words
            assert squeeze(chart["description"]) in read.words
            assert chart["description"] in labels


def test_every_table_is_in_the_page(site: dict[str, Read]) -> None:
    """Each table that a notebook was saved with has its caption, headings and cells in the page."""
    count = 0
    for path in NOTEBOOKS:
        there = site[f"{path.stem}.html"].tables
        for _, data in _outputs(path):
            for table in read_html(join_lines(data.get("text/html", ""))).tables:
                assert table in there, (path.name, table[0])
                count += 1
    assert count > 80


def test_every_tool_has_a_form_that_needs_no_python(site: dict[str, Read]) -> None:
    """Each widget that a notebook may call is known; claims to check have their records below."""
    widgets = {
        name
        for module, names in swteach._HOMES.items()
        if module.startswith("swteach.widgets")
        for name in names
    }
    assert widgets == set(TOOLS)
    for path in NOTEBOOKS:
        for source, _ in _outputs(path):
            for name, given, _ in find_calls(source):
                if name in ("claim_checker", "ledger"):
                    told = [text for claim in given[0] for text in _say_claim(claim)]
                    words = site[f"{path.stem}.html"].words
                    assert [text for text in told if squeeze(text) not in words] == []


def _say_claim(claim: str) -> list[str]:
    tests = find_tests(claim)
    halves = [text for one in tests for text in (one.supports, one.does_not_settle)]
    return [find_cards([claim])[0].text, *halves]


def test_pages_are_well_formed(site: dict[str, Read]) -> None:
    """Tags close, names are unique, levels of headings do not jump, one heading is the first."""
    for page, read in site.items():
        names = read.list_values("id")
        levels = [int(tag[1]) for tag, _ in read.tags if tag in HEADINGS]
        assert read.unclosed == [], page
        assert len(names) == len(set(names)), page
        assert levels.count(1) == 1 and levels[0] == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), page
        assert read.list_values("lang", "html") == ["en-GB"]
        assert len(read.list_values("aria-current")) == 1, page
        assert [tag for tag, _ in read.tags].count("main") == 1


def test_every_field_has_a_label_and_every_table_a_caption(site: dict[str, Read]) -> None:
    """Each box, menu and button of choice is named; each heading of a table has its scope."""
    for page, read in site.items():
        fields_ = read.list_values("id", "input", "select", "textarea")
        assert sorted(fields_) == sorted(read.list_values("for", "label")), page
        tags = [tag for tag, _ in read.tags]
        assert tags.count("table") == tags.count("caption"), page
        assert tags.count("th") == len(read.list_values("scope", "th")), page


def test_links_resolve(site: dict[str, Read], folder: Path) -> None:
    """Each link within the site leads to a file that is there, and to a name in it."""
    for page, read in site.items():
        for url in read.list_values("href"):
            if url.startswith(("http://", "https://", "data:,")):
                continue
            file, _, name = url.partition("#")
            assert (folder / (file or page)).is_file(), (page, url)
            assert not name or unquote(name) in site[file or page].list_values("id"), (page, url)


def test_nothing_is_fetched_from_elsewhere(site: dict[str, Read], folder: Path) -> None:
    """Only links name other hosts; the one script is the site's own; a policy stands in each."""
    for page, read in site.items():
        assert not [tag for tag, _ in read.tags if tag in ("style", "iframe", "img")]
        scripts = [given for tag, given in read.tags if tag == "script"]
        assert [one["src"] for one in scripts if "src" in one] == [SCRIPT] * (len(scripts) // 2)
        assert all(one["type"] == "application/json" for one in scripts if "src" not in one)
        named = {name for _, given in read.tags for name in given}
        assert not [name for name in named if name == "style" or name.startswith("on")], page
        loaded = {name for tag, given in read.tags if tag != "script" for name in given}
        assert not [name for name in LOADS if name in loaded], page
        hosts = [
            (tag, name)
            for tag, given in read.tags
            for name, value in given.items()
            if "//" in value and (tag, name) != ("a", "href") and name not in WORDS
        ]
        assert hosts == [], page
        assert read.list_values("content", "meta")[0].startswith(POLICY)
    style = (folder / "site.css").read_text(encoding="utf-8")
    assert "url(" not in style and "@import" not in style


def test_sizes_are_small_and_told(folder: Path) -> None:
    """No page passes 1 MB and the zip not 12 MB; the list has every file with its size."""
    assert all(page.stat().st_size <= MEGABYTE for page in folder.glob("*.html"))
    assert (folder / ARCHIVE).stat().st_size <= 12 * MEGABYTE
    with (folder / MANIFEST).open(encoding="utf-8") as file:
        told = {row["file"]: int(row["bytes"]) for row in csv.DictReader(file)}
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    others = (MANIFEST, "summary.txt")
    assert told == {n: p.stat().st_size for n, p in files.items() if n not in others}


def test_the_build_says_how_much_is_in_each_page(folder: Path) -> None:
    """A line for each notebook counts its questions and charts, in words that fit one of them."""
    told = (folder / "summary.txt").read_text(encoding="utf-8")
    assert "00 Start here: 8 questions, 1 chart.\n" in told
    assert told.count(" questions, ") == 10


def test_zip_holds_the_site(folder: Path) -> None:
    """The zip has every page, style and table, byte for byte."""
    with ZipFile(BytesIO((folder / ARCHIVE).read_bytes())) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    outside = (ARCHIVE, MANIFEST, "summary.txt")
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.*")}
    assert held == {n: p.read_bytes() for n, p in files.items() if n not in outside}


def test_second_build_has_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    """Another build elsewhere makes the same files."""
    again = tmp_path / "again"
    build(ROOT, again)
    first, second = (
        {path.relative_to(base): path.read_bytes() for path in base.rglob("*.*")}
        for base in (folder, again)
    )
    assert first == second
