"""The pages are valid HTML, as they are sent and as their scripts leave them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from html_checker import list_errors
from site_pages import wait_until_ready

pytestmark = pytest.mark.browser

WHOLE = "'<!DOCTYPE html>' + document.documentElement.outerHTML"


def test_pages_are_valid_as_sent(site_folder: Path) -> None:
    """No page of the site has an error."""
    pages = sorted(site_folder.glob("*.html"))
    assert len(pages) > 15
    assert list_errors(*pages) == []


def test_pages_are_valid_after_their_scripts(
    browser: Any, site_address: str, site_folder: Path, tmp_path: Path
) -> None:
    """With every question and tool mounted no page has an error either."""
    page, written = browser.new_page(), []
    for path in sorted(site_folder.glob("*.html")):
        page.goto(f"{site_address}/{path.name}")
        wait_until_ready(page)
        written.append(tmp_path / path.name)
        written[-1].write_text(page.evaluate(WHOLE), encoding="utf-8")
    page.close()
    assert list_errors(*written) == []


def test_checker_finds_an_error(tmp_path: Path) -> None:
    """A page with a name used twice is refused, so that an empty list means something."""
    page = tmp_path / "page.html"
    body = '<p id="one">a</p><p id="one">b</p>'
    page.write_text(f'<!DOCTYPE html><html lang="en"><title>A</title>{body}</html>')
    assert any("Duplicate ID" in one for one in list_errors(page))
