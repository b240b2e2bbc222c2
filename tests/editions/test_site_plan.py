"""A site with some notebooks, or without answers, scripts and lists."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner
from site_reading import read_site, squeeze
from student_course import copy_course

from swteach.cli import main
from swteach.editions.items import read_sheets
from swteach.editions.site_build import build
from swteach.editions.site_plan import drop_dead_links
from swteach.exercises import Choice

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a site of two notebooks without answers, claims, charts and scripts."""
    out = tmp_path_factory.mktemp("small")
    build(ROOT, out, notebooks=[3, 7], leave_out=["answers", "claims", "charts", "scripts"])
    return out


def test_only_what_is_wanted_is_there(small: Path) -> None:
    """Two notebooks and the lists that are left; no script is there or asked for."""
    pages = {path.name for path in small.glob("*.html")}
    assert {name for name in pages if name[0].isdigit()} == {
        "03_delegation_to_profit_caps.html",
        "07_more_investigations_less_help.html",
    }
    assert not {"claims.html", "charts.html"} & pages
    assert {"index.html", "glossary.html", "sources.html", "accessibility.html"} <= pages
    assert not [*small.rglob("*.js")]
    assert all("<script" not in path.read_text(encoding="utf-8") for path in small.glob("*.html"))


def test_a_site_without_scripts_says_nothing_of_the_browser(small: Path) -> None:
    """That nothing is marked or kept there is the site's doing, whatever the browser allows."""
    for page in small.glob("0*.html"):
        text = page.read_text(encoding="utf-8")
        assert "No scripts run on this page." in text
        assert "off in this browser" not in text


def test_links_lead_to_pages_that_are_there(small: Path) -> None:
    """A link to a notebook that was left out is only words; every other leads somewhere."""
    for page, read in read_site(small).items():
        local = [url for url in read.list_values("href") if "//" not in url and "data:" not in url]
        files = {url.partition("#")[0] or page for url in local}
        assert [name for name in files if not (small / name).is_file()] == [], page


def test_no_answer_is_in_the_site(small: Path) -> None:
    """Neither a reply to an option nor a prediction's reveal is in any file."""
    texts = " ".join(squeeze(path.read_text(encoding="utf-8")) for path in small.rglob("*.html"))
    sheets = [one for one in read_sheets(ROOT) if one.notebook.number in (3, 7)]
    asked = [one for sheet in sheets for one in sheet.exercises if isinstance(one, Choice)]
    replies = [option.feedback for one in asked for option in one.options]
    assert len(replies) > 15
    assert [text for text in replies if squeeze(text) in texts] == []


def test_command_takes_the_wishes(tmp_path: Path) -> None:
    """--notebook and --leave-out reach the site; a strange number is refused, nothing written."""
    run, out = CliRunner().invoke, tmp_path / "site"
    start = ["build", "site", "--course", str(ROOT), "--out", str(out)]
    done = run(main, [*start, "--notebook", "13"])
    assert done.exit_code and "There is no notebook 13. There is: 0, 1, 2" in done.output
    assert not out.exists()
    done = run(main, [*start, "--notebook", "0", "--leave-out", "claims"])
    assert done.exit_code == 0 and "Left out as you asked: claims." in done.output
    assert len([*out.glob("0*.html")]) == 1
    done = run(main, ["build", "vle", "--out", str(tmp_path / "vle"), "--notebook", "1"])
    assert done.exit_code and "for building a site" in done.output


def test_own_course_has_its_own_name(tmp_path: Path) -> None:
    """What swteach new was told is in every title and the journal's place, whatever its signs."""
    run, course, out = CliRunner().invoke, tmp_path / "own é", tmp_path / "site é"
    title = 'O\'Neill & <b>Söns</b> "Kurs" </script> \\ 100% é'
    wishes = ["--title", title, "--institution", "A <b>", "--level", "B & C", "--notebooks", "1"]
    assert run(main, ["new", str(course), *wishes]).exit_code == 0
    done = run(main, ["build", "site", "--course", str(course), "--out", str(out)])
    assert done.exit_code == 0, done.output
    for page in out.glob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert f"– {escape(title)}</title>" in text, page.name
        held = text.partition('id="swteach-page">')[2].partition("</script>")[0]
        assert not held or json.loads(held)["course"] == title, page.name


def test_what_python_works_out_is_told(tmp_path: Path) -> None:
    """The summary names the cell whose question has no fields on its page."""
    course, out = copy_course(tmp_path / "course"), tmp_path / "site"
    path = course / "notebooks" / "00_start_here.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cell = {"cell_type": "code", "id": "mine", "source": "sw.exercise(one)", "outputs": []}
    path.write_text(json.dumps({**notebook, "cells": [*notebook["cells"], cell]}))
    build(course, out, notebooks=[0])
    assert "Write it out in cell mine." in (out / "summary.txt").read_text(encoding="utf-8")


def test_other_links_stay() -> None:
    """Only links to pages of the course that are not there lose their address."""
    html = '<a href="a.html#x">A <b>b</b></a> <a href="b.html">B</a> <a href="#c">C</a>'
    assert drop_dead_links(html, ["b.html"]) == (
        'A <b>b</b> <a href="b.html">B</a> <a href="#c">C</a>'
    )
