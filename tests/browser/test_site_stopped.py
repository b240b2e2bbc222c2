"""A browser that is killed just after an answer has it on the disk, and brings it back."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

PAGE = "00_start_here.html"
QUESTION = "[data-question=n0-mcq-1]"
FLAGS = ["--headless=new", "--no-sandbox", "--no-first-run", "--remote-debugging-port=0"]
KEPT = "Object.keys(localStorage).filter((name) => name.includes(' entry ')).length"
COPIED = """() => new Promise((tell) => {
  const asked = indexedDB.open(`swteach ${JSON.parse(
    document.getElementById("swteach-page").textContent).course}`);
  asked.onsuccess = () => {
    const found = asked.result.transaction("lines").objectStore("lines").getAllKeys();
    found.onsuccess = () => { asked.result.close(); tell(found.result.length); };
  };
})"""
Start = Callable[[], Any]


@pytest.fixture
def start(browser: Any, chromium: str, tmp_path: Path) -> Start:
    """Start a browser of its own, which keeps what it stores in one folder; kill it at the end."""

    @contextmanager
    def start_browser() -> Iterator[Any]:
        port = tmp_path / "DevToolsActivePort"
        port.unlink(missing_ok=True)
        command = [chromium, *FLAGS, f"--user-data-dir={tmp_path}", "about:blank"]
        process = subprocess.Popen(command, start_new_session=True, stderr=subprocess.DEVNULL)
        try:
            number = _wait_for_port(port, process)
            own = browser.browser_type.connect_over_cdp(f"http://127.0.0.1:{number}")
            yield own.contexts[0].pages[0]
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(30)

    return start_browser


def _wait_for_port(path: Path, process: subprocess.Popen[bytes]) -> str:
    for _ in range(300):
        if path.is_file() and (lines := path.read_text().splitlines()):
            return lines[0]
        assert process.poll() is None, "Chromium stopped at once."
        time.sleep(0.1)
    pytest.fail("Chromium did not say on which port it listens.")


@pytest.fixture(params=["web server", "folder"])
def address(request: pytest.FixtureRequest, site_address: str, site_folder: Path) -> str:
    """Return where a page is: on a server, or in a folder with a space and other letters."""
    return f"{site_address}/{PAGE}" if request.param == "web server" else _link(site_folder)


def _link(site: Path) -> str:
    folder = site.with_name("mit Leerzeichen é")
    if not folder.exists():
        folder.symlink_to(site, target_is_directory=True)
    return (folder / PAGE).as_uri()


def _open(page: Any, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("html[data-ready]")


def _answer(page: Any) -> None:
    box = page.locator(QUESTION)
    box.get_by_role("radio").first.check()
    box.locator("[type=submit]").click()
    box.get_by_text("Saved in your journal.").wait_for()


def _wait(page: Any, asked: str, expected: Any) -> None:
    """Ask a page until it gives what is expected; its policy keeps it from asking itself."""
    for _ in range(100):
        if (found := page.evaluate(asked)) == expected:
            return
        time.sleep(0.05)
    pytest.fail(f"There is {found} and not {expected}: {asked}")


def test_an_answer_outlives_a_killed_browser(start: Start, address: str) -> None:
    """Half a second after an answer every process is killed: opened again, the answer is there."""
    with start() as page:
        _open(page, address)
        _answer(page)
        time.sleep(0.5)
    with start() as page:
        _open(page, address)
        assert page.locator(QUESTION).get_by_role("radio").first.is_checked()
        assert page.evaluate(KEPT) == 1


def test_nothing_comes_back_after_removal(start: Start, site_address: str) -> None:
    """What was removed is in neither storage, and a page opened later has no answer."""
    with start() as page:
        _open(page, f"{site_address}/{PAGE}")
        _answer(page)
        _wait(page, COPIED, 1)
        _open(page, f"{site_address}/journal.html")
        page.get_by_role("button", name="Remove my journal").click()
        page.get_by_role("button", name="Remove it now").click()
        page.get_by_text("Removed. This course keeps nothing").wait_for()
        assert (page.evaluate(COPIED), page.evaluate(KEPT)) == (0, 0)
        _open(page, f"{site_address}/{PAGE}")
        assert not page.locator(QUESTION).get_by_role("radio").first.is_checked()
        assert page.evaluate(KEPT) == 0


def test_the_copy_holds_no_more_than_the_journal(start: Start, site_address: str) -> None:
    """A draft that gave way is in neither; a name is copied, and both come back."""
    with start() as page:
        _open(page, f"{site_address}/journal.html")
        page.get_by_label("Your name").fill("Zoë")
        page.get_by_role("button", name="Keep this name").click()
        _open(page, f"{site_address}/09_a_fair_briefing.html")
        box = page.locator("textarea:visible").first
        box.fill("The home")
        _wait(page, COPIED, 2)
        box.fill("The home is far away")
        _wait(page, "JSON.stringify({ ...localStorage }).includes('far away')", True)
        _wait(page, COPIED, 2)
        page.evaluate("localStorage.clear()")
        _open(page, f"{site_address}/journal.html")
        assert page.get_by_label("Your name").input_value() == "Zoë"
        assert page.get_by_text("Kept so far: 1 entry").count() == 1
