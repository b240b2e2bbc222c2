"""How soon pages of the site are read and answer, beside nbconvert's own page of each notebook.

    python benchmarks/site.py --repeats 3

Chromium's processor is slowed four times and its network cut to 1.6 Mb/s with 150 ms there and
back.  Per page: bytes of the first load, first and largest contentful paint, and, from a press of
the button to the frame that shows the reply, the slowest of the page's questions.  In each tool
every button, choice, menu and box for a number is used once, and the slowest frame after it told.
nbconvert's page has no questions to answer; what it asks of other hosts is refused here at once, so
that its times are better than a reader's.  First of all: building the site beside executing the
notebooks once.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SPEED = 1_600_000 / 8  # bytes a second
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": SPEED, "uploadThroughput": SPEED}
SLOWER = 4
READY = 'html[data-ready], html:not(:has(script[src="site.js"]))'
PAINTS = """() => new Promise((tell) => {
  const first = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  new PerformanceObserver((list) => tell([first, list.getEntries().at(-1).startTime]))
    .observe({ type: "largest-contentful-paint", buffered: true });
})"""
# From the press to the second frame after the words of the reply are in the page.
REPLY = """(root) => new Promise((tell) => {
  let start;
  const said = () => [...root.querySelectorAll("[role=status]")].some((one) => one.textContent);
  const seen = new MutationObserver(() => {
    if (!start || !said()) return;
    seen.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now() - start)));
  });
  seen.observe(root, { childList: true, subtree: true });
  root.querySelectorAll("input[type=radio], input[type=checkbox]").forEach((one) => one.click());
  root.querySelectorAll("input[type=text]").forEach((one) => (one.value = "12"));
  root.querySelectorAll("textarea").forEach((one) => (one.value = "Some words of mine."));
  root.querySelectorAll("select").forEach((one) => (one.selectedIndex = 1));
  setTimeout(() => {
    start = performance.now();
    root.querySelector("button[type=submit]").click();
  }, 50);
})"""
# From the use of a tool's control, the one at this place of those that show, to the second frame.
USE = """([root, at]) => new Promise((tell) => {
  const all = [...root.querySelectorAll("button, select, input:not([type=file])")];
  const control = all.filter((one) => one.checkVisibility() && !one.disabled)[at];
  if (!control) return tell(null);
  const change = () => ["input", "change"]
    .forEach((kind) => control.dispatchEvent(new Event(kind, { bubbles: true })));
  setTimeout(() => {
    const start = performance.now();
    if (control.matches("select")) (control.selectedIndex = control.options.length - 1), change();
    else if (control.matches("[type=text], [type=range]")) (control.value = "12"), change();
    else control.click();
    requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now() - start)));
  }, 50);
})"""
MOST_USES = 60  # of one tool: forty lines have as many menus


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--chromium", default=os.environ.get("SWTEACH_CHROMIUM"))
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        compare_costs(folder, given.repeats)
        with serve(folder) as address, sync_playwright() as playwright:
            options = {"executable_path": given.chromium, "args": ["--no-sandbox"]}
            browser = playwright.chromium.launch(**options)
            for path in NOTEBOOKS:
                for kind in ("site", "stock"):
                    url = f"{address}/{kind}/{path.stem}.html"
                    print(f"{kind:5} {measure(browser, url, given.repeats)}", flush=True)
            browser.close()


def compare_costs(folder: Path, repeats: int) -> None:
    """Build the site and nbconvert's pages, and print the cost of building and of executing."""
    swteach, convert = (str(Path(sys.executable).with_name(one)) for one in ("swteach", "jupyter"))
    stock = [convert, "nbconvert", "--to", "html", "--output-dir", str(folder / "stock")]
    run([*stock, *map(str, NOTEBOOKS)])
    build = [swteach, "build", "site", "--out", str(folder / "site")]
    execute = [convert, "nbconvert", "--execute", "--to", "notebook", "--output-dir"]
    execute += [str(folder / "executed"), *map(str, NOTEBOOKS)]
    costs = {"building": build, "executing": execute}
    seconds: dict[str, list[float]] = {kind: [] for kind in costs}
    for _ in range(repeats):
        shutil.rmtree(folder / "site", ignore_errors=True)
        for kind, command in costs.items():
            seconds[kind].append(run(command))
    building, executing = (statistics.median(seconds[kind]) for kind in costs)
    ratio = building / executing
    print(f"building the site {building:.1f} s, executing {executing:.1f} s; ratio {ratio:.2f}")


def run(command: list[str]) -> float:
    """Run a command in a folder without a journal, and return its seconds."""
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as empty:
        told = os.environ | {"SWTEACH_JOURNAL": empty}
        subprocess.run(command, check=True, env=told, capture_output=True, cwd=ROOT)
    return time.perf_counter() - start


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine only."""
    handler = partial(Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def measure(browser: Any, url: str, repeats: int) -> str:
    """Return a line of medians for a page."""
    found = [load(browser, url) for _ in range(repeats)]
    size, first, largest, *slow = (statistics.median(part) for part in zip(*found, strict=True))
    name = url.rpartition("/")[2]
    times = f"first paint {first:5.0f} ms, largest {largest:5.0f} ms (at most 2,500)"
    parts = (f"{what} {ms:4.0f} ms" for what, ms in zip(("reply", "tool"), slow, strict=True) if ms)
    slowest = ", ".join(parts)
    answers = f", slowest {slowest} (at most 100)" if slowest else ""
    return f"{name:40} {size / 1000:5.0f} kB, {times}{answers}"


def load(browser: Any, url: str) -> tuple[float, ...]:
    """Return bytes, first and largest paint, slowest reply and tool of a page opened anew."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page, sizes = context.new_page(), []
    page.route(lambda asked: "127.0.0.1" not in asked, lambda route: Route.abort(route))
    page.on("response", lambda answer: sizes.append(answer.headers.get("content-length", 0)))
    slow_down(context.new_cdp_session(page))
    page.goto(url, wait_until="load", timeout=120_000)
    page.wait_for_selector(READY, state="attached", timeout=120_000)
    first, largest = page.evaluate(PAINTS)
    slowest = max((reply(page, root) for root in find_questions(page)), default=0.0)
    used = max((use(page, root) for root in page.query_selector_all("[data-tool]")), default=0.0)
    context.close()
    return sum(map(float, sizes)), first, largest, slowest, used


def slow_down(session: Any) -> None:
    """Cut the network and slow the processor of a page."""
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", NETWORK)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})


def find_questions(page: Page) -> list[Any]:
    """Return the page's questions that a press of a button answers."""
    return page.query_selector_all(".swteach-question:has(button[type=submit])")


def reply(page: Page, root: Any) -> float:
    """Answer a question, and return the milliseconds until its reply is drawn."""
    return float(page.evaluate(REPLY, root))


def use(page: Page, root: Any) -> float:
    """Use the controls of a tool in turn, and return the most milliseconds until one is drawn."""
    times = []
    for place in range(MOST_USES):
        if (ms := page.evaluate(USE, [root, place])) is None:
            break
        times.append(float(ms))
    return max(times, default=0.0)


if __name__ == "__main__":
    main()
