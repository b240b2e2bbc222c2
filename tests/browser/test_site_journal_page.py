"""The page of the journal, with the site's own script, style and policy."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from site_journals import COURSE, HOST, enter, gather

from swteach.editions.site_journal import JOURNAL
from swteach.journal.exports import render
from swteach.journal.fileformat import read_pages, write_pages
from swteach.journal.opening import open_journal
from swteach.journal.pages import Pages
from swteach.widgets.journal_page import JournalPage

pytestmark = pytest.mark.browser


@pytest.fixture
def page(journal_host: Any) -> Iterator[Any]:
    """Open the journal's page as the site has it; no message of the browser is allowed."""
    page, told = journal_host.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    _open(page)
    yield page
    assert told == []


def _open(page: Any) -> None:
    page.goto(f"{HOST}/{JOURNAL}")
    page.wait_for_selector("html[data-ready]")


def _bring(page: Any, data: bytes) -> str:
    file = {"name": "my.json", "mimeType": "application/json", "buffer": data}
    page.get_by_label("Go on with an earlier journal").set_input_files(file)
    page.get_by_role("button", name="Bring it in").click()
    status = page.locator(".swteach-journal [role=status]").last.locator("p").first
    text: str = status.inner_text()
    return text


def _download(page: Any, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_the_page_takes_a_journal_in_and_out(page: Any) -> None:
    """A file of the notebooks, brought in by hand and downloaded again, is the same file."""
    pages = gather(random.Random(9), 20)
    data = write_pages(pages)
    assert _bring(page, data).startswith(f"Imported. {len(pages)} entries were new.")
    assert _download(page, "Download: File to go on with later") == data
    assert _download(page, "Download: Web page") == render(pages, "html")
    page.get_by_label("without what is ticked").check()
    assert _download(page, "Download: Plain text") == render(pages, "md", private=False)
    shared = _download(page, "Download: File to go on with later")
    assert shared == render(pages, "json", private=False)
    _open(page)
    assert _download(page, "Download: File to go on with later") == data
    assert _bring(page, data[:200] + data[201:]).startswith("The file is damaged")


def test_the_page_shows_what_pythons_page_shows(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names, titles, times, words and ticks: Python's view and the page's are one."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))
    pages = gather(random.Random(10), 40)
    open_journal().merge(write_pages(pages))
    view = JournalPage().respond({"do": "look"})
    _bring(page, write_pages(pages))
    assert page.get_by_text(view["summary"]).count() == 1
    for details, notebook in zip(page.locator("details").all(), view["notebooks"], strict=True):
        details.evaluate("(node) => (node.open = true)")
        assert details.locator("summary").text_content().startswith(notebook["name"])
        items = details.locator("li").all()
        for item, expected in zip(items, notebook["items"], strict=True):
            assert item.locator("strong").text_content() == expected["title"]
            assert item.locator("p").nth(1).text_content() == expected["about"]
            assert item.locator("blockquote p").all_text_contents() == expected["lines"]
            assert item.get_by_role("checkbox").is_checked() is expected["private"]
    assert page.get_by_label("Your name").input_value() == view["name"]


def test_ticks_and_name_are_kept(page: Any) -> None:
    """A tick makes an answer private, a name stands in the file, and both outlive the page."""
    _bring(page, write_pages(Pages().add(enter(random.Random(11), private=False, draft=False))))
    page.locator("summary").first.click()
    page.get_by_label("Private: leave it out").check()
    assert page.get_by_text("Ticked: it is left out").count() == 1
    page.get_by_label("Your name").fill("Zoë")
    page.get_by_role("button", name="Keep this name").click()
    _open(page)
    assert page.get_by_label("Your name").input_value() == "Zoë"
    page.locator("summary").first.click()
    assert page.get_by_label("Private: leave it out").is_checked()
    page.get_by_label("without what is ticked").check()
    shared = read_pages(_download(page, "Download: File to go on with later"))
    assert len(shared.pages) == 0 and shared.pages.name.text == "Zoë"


def test_removing_asks_first_and_leaves_nothing(page: Any, open_unit: Callable[..., Any]) -> None:
    """By keys: it asks, offers the file, can be left; then nothing of the course is stored."""
    other = open_unit()
    data = write_pages(gather(random.Random(12)))
    _bring(page, data)
    unsent = f"swteach kept {json.dumps(COURSE)} n3"
    page.evaluate("(name) => { sessionStorage[name] = 'x'; localStorage.own = 'y'; }", unsent)
    opener = page.get_by_role("button", name="Remove my journal")
    opener.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent").startswith("Download my")
    assert _download(page, "Download my journal first") == data
    page.get_by_role("button", name="Do not remove it").press("Enter")
    assert page.get_by_text("Nothing was removed.").is_visible()
    assert page.evaluate("() => document.activeElement.textContent").startswith("Remove my")
    opener.press("Enter")
    page.get_by_role("button", name="Remove it now").press("Enter")
    page.get_by_text("Removed. This course keeps nothing").wait_for()
    assert page.get_by_text("Nothing is kept yet.").count() == 1
    assert page.evaluate(
        "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    ) == ["own"]
    other.wait_for_function("() => journal.sorted().length === 0")
