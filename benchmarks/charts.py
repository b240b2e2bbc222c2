"""How fast a chart answers the hand, and what it costs to build them all.

    python -m pip install matplotlib
    python benchmarks/charts.py --times 50

First line: milliseconds from a change of the base year to the drawn frame, median and worst, in a
JupyterLab with Chromium; the chart redraws itself in the browser. Second line: the same choice made
with ``ipywidgets.interact`` and matplotlib, which ask the kernel. Then the seconds, on the clock
and of the processor, to import Altair once and to build all specifications, data in memory.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "browser"))

OURS = "import swteach as sw\nsw.show(sw.charts.base_year())"
THEIRS = """import ipywidgets
import matplotlib.pyplot as plt
import swteach as sw
%matplotlib inline
counts = sw.load_observations(series="dm_s47", geography="England", breakdown="all")
counts = counts.set_index("period")["value"]

def draw(base):
    (100 * counts / counts[base]).plot(marker="o", figsize=(6.4, 3.6), ylim=(0, 300))
    plt.axhline(100, linestyle="--")
    plt.show()

ipywidgets.interact(draw, base=list(counts.index[:6]))"""
# A frame is drawn when the first task after the next animation frame runs.
TIMER = """
const drawn = () => new Promise((done) => requestAnimationFrame(() => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => done(performance.now());
  port2.postMessage(0);
}));
window.timeOurs = async (turn) => {
  const [control, view] = [chartProbe.controls(0)[0], chartProbe.find()[0]._result.view];
  const value = chartProbe.others(control)[turn % 5];
  const start = performance.now();
  chartProbe.set(control, value);
  await view.runAsync();
  return (await drawn()) - start;
};
window.timeTheirs = async (turn) => {
  const box = document.querySelector(".widget-interact");
  const control = box.querySelector("select");
  const old = box.querySelector("img").src;
  const value = chartProbe.others(control)[turn % 5];
  const start = performance.now();
  chartProbe.set(control, value);
  let picture;
  while (!(picture = box.querySelector("img")) || picture.src === old)
    await new Promise(requestAnimationFrame);
  await picture.decode();
  return (await drawn()) - start;
};
"""
BUILD = """
import time
def lap(name, action):
    clock, work = time.perf_counter(), time.process_time()
    action()
    print(f"{name:28}{time.perf_counter() - clock:8.2f}{time.process_time() - work:8.2f}")
lap("import altair", lambda: __import__("altair"))
import swteach as sw
from swteach.charts.renderer import bundle
build = lambda: [bundle(getattr(sw.charts, name)()) for name in sw.charts.__all__]
build()
lap(f"build {len(sw.charts.__all__)} specifications", build)
"""


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """Run a JupyterLab in a folder and yield its address, as the browser tests do."""
    from conftest import _environment, _free_port, _wait

    port, token = _free_port(), "for-this-benchmark-only"
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += ["--expose-app-in-browser", f"--ServerApp.root_dir={folder}"]
    command += [f"--ServerApp.port={port}", f"--IdentityProvider.token={token}"]
    address, log = f"http://127.0.0.1:{port}/lab?token={token}", folder.parent / "server.log"
    with log.open("w") as file:
        home = _environment(folder.parent)
        process = subprocess.Popen(command, env=home, stdout=file, stderr=subprocess.STDOUT)
        try:
            _wait(address, process, log)
            yield address
        finally:
            process.terminate()
            process.wait(30)


def measure_answers(times: int) -> Iterator[str]:
    """Yield median and worst of both ways to choose a base year, and how they compare."""
    from drawn import PROBE
    from lab import Lab
    from playwright.sync_api import sync_playwright

    finder = [sys.executable, ROOT / "tools" / "find_chromium.py"]
    chromium = subprocess.run(finder, capture_output=True, text=True, check=True).stdout.strip()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name) / "course"
        folder.mkdir()
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        with serve(folder) as address:
            lab = Lab(browser.new_page(viewport={"width": 1200, "height": 1400}), address, folder)
            lab.write("benchmark.ipynb", OURS, THEIRS)
            lab.open("benchmark.ipynb")
            lab.run_all()
            lab.page.wait_for_selector(".widget-interact img")
            lab.page.evaluate(PROBE + TIMER)
            yield from report(lab, times)
        browser.close()


def report(lab: object, times: int) -> Iterator[str]:
    """Yield a line for each way, and the ratio of their medians."""
    yield f"{'milliseconds':28}  median   worst"
    medians = []
    for words, name in (
        ("chart, in the browser", "timeOurs"),
        ("interact, by the kernel", "timeTheirs"),
    ):
        taken = [_time(lab, name, turn) for turn in range(-3, times)][3:]
        medians.append(median(taken))
        yield f"{words:28}{medians[-1]:8.1f}{max(taken):8.1f}"
    yield f"{'times faster':28}{medians[1] / medians[0]:8.1f}"


def _time(lab: object, name: str, turn: int) -> float:
    time.sleep(0.1)
    return lab.page.evaluate(f"(turn) => {name}(turn)", turn + 3)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=50)
    for line in measure_answers(parser.parse_args().times):
        print(line, flush=True)
    print(f"{'seconds':28}   clock    work", flush=True)
    subprocess.run([sys.executable, "-c", BUILD], check=True)


if __name__ == "__main__":
    main()
