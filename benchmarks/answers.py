"""Milliseconds from the button to the reply in the page, for each type of question.

    python benchmarks/answers.py --chromium /usr/bin/chromium --times 50

A real JupyterLab in a real Chromium, with the kernel on this machine: the press of the button,
the way to Python, marking, the journal on the disk, the way back, and the reply in the page.
``alone`` is the same in Python, without page and kernel. The aim is a median within 150 ms.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "widgets")]

# One answer and another, in turn, since the same one again would not change the reply.
PRESS = """(box) => new Promise((done) => {
  const status = box.querySelector('.swteach-status');
  const began = performance.now();
  const look = () => {
    if (status.dataset.verdict) { done(performance.now() - began); observer.disconnect(); }
  };
  const observer = new MutationObserver(look);
  box.querySelector('form').requestSubmit();
  observer.observe(status, { childList: true, attributes: true });
})"""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Start a JupyterLab on a free port of this machine and give its address with the token."""
    from conftest import _environment, _free_port, _wait

    port, log = _free_port(), (folder.parent / "server.log").open("w")
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += ["--expose-app-in-browser", f"--ServerApp.root_dir={folder}"]
    command += [f"--ServerApp.port={port}", "--IdentityProvider.token=bench"]
    process = subprocess.Popen(command, env=_environment(folder.parent), stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/api?token=bench", process, folder.parent / "server.log")
        yield f"http://127.0.0.1:{port}/lab?token=bench"
    finally:
        process.terminate()
        process.wait(30)


def fill(box: Any, kind: str) -> None:
    """Give some answer to a question, whichever type it is."""
    for group in box.locator("fieldset").all():
        radios = group.locator("> .swteach-option, > div > .swteach-option").locator("input")
        if radios.count():
            radios.first.check()
    for menu in box.locator("select").all():
        menu.select_option(index=1)
    for field in box.locator("input[type=text]").all():
        field.fill("60.4")


def measure_page(lab: Any, kind: str, times: int) -> list[float]:
    """Return how long each press of a question's button took until its reply stood there."""
    box = lab.page.locator(f".swteach-{kind} .swteach-question")
    fill(box, kind)
    return [box.evaluate(PRESS) for _ in range(times)]


def measure_alone(kind: str, times: int) -> list[float]:
    """Return how long each answer took in Python alone, journal included."""
    from question_cases import WRONG, show

    question, taken = show(kind), []
    for turn in range(times):
        began = time.perf_counter()
        question.answer(WRONG[kind], turn)
        taken.append((time.perf_counter() - began) * 1000)
    return taken


def say(times: list[float]) -> str:
    """Return median and worst."""
    return f"{statistics.median(times):8.1f} {max(times):8.1f}"


def report(lab: Any, times: int) -> Iterator[str]:
    """Yield a line for each type that can be answered again and again."""
    from question_cases import IDS

    kinds = [kind for kind in IDS if kind not in ("reflection", "prediction")]
    cells = [f'import swteach as sw\nsw.exercise("{IDS[kind]}")' for kind in kinds]
    lab.write("answers.ipynb", *cells)
    lab.open("answers.ipynb")
    lab.run_all()
    lab.page.locator(".swteach-question").nth(len(kinds) - 1).wait_for()
    yield f"{'':10}     page    worst    alone    worst"
    for kind in kinds:
        page, alone = measure_page(lab, kind, times), measure_alone(kind, times)
        yield f"{kind:10} {say(page)} {say(alone)}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--chromium", default="/usr/bin/chromium")
    parser.add_argument("--times", type=int, default=50)
    options = parser.parse_args()
    from lab import Lab
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "course"
        folder.mkdir()
        os.environ["SWTEACH_JOURNAL"] = name
        with serve(folder) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=options.chromium, args=["--no-sandbox"]
            )
            lab = Lab(browser.new_page(), address, folder)
            print(f"{os.getloadavg()[0]:.1f} processes waited on average in the last minute")
            for line in report(lab, options.times):
                print(line)
            browser.close()


if __name__ == "__main__":
    main()
