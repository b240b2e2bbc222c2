"""What strict nbval over the ten notebooks costs, beside ten notebooks that only import.

    python benchmarks/notebooks.py --repeats 3

Both are run by pytest in a process of its own, in turns: the course, then as many notebooks of
one cell that imports pandas, Altair and ipywidgets.  Processor seconds, of pytest and all its
kernels, hold up better on a machine that others use than seconds of the clock; the ratio is the
median of the ratios of the turns.  The course is compiled first, as pip and make compile it.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from operator import truediv
from pathlib import Path

import nbformat

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
BARE = "import altair\nimport ipywidgets\nimport pandas"


def main() -> None:
    """Print the medians of each, and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=3)
    repeats = parser.parse_args().repeats
    course = sorted(FOLDER.glob("*.ipynb"))
    compileall.compile_dir(FOLDER.parent / "swteach", quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        sets = {"the course": course, "bare": write_bare(Path(folder), len(course))}
        runs: dict[str, list[tuple[float, float]]] = {name: [] for name in sets}
        for _ in range(repeats):
            for name, paths in sets.items():
                runs[name].append(measure(paths))
    for place, unit in enumerate(("clock", "processor")):
        seconds = {name: [run[place] for run in turns] for name, turns in runs.items()}
        ratio = statistics.median(map(truediv, seconds["the course"], seconds["bare"]))
        shown = ", ".join(f"{name} {statistics.median(s):.1f} s" for name, s in seconds.items())
        print(f"{unit}: {shown}; ratio {ratio:.2f} (at most 1.3)")


def write_bare(folder: Path, count: int) -> list[Path]:
    """Write notebooks that only import."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(BARE)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    paths = [folder / f"bare_{number}.ipynb" for number in range(count)]
    for path in paths:
        nbformat.write(notebook, path)
    return paths


def measure(paths: list[Path]) -> tuple[float, float]:
    """Return the seconds, of the clock and of processors, that strict nbval takes."""
    options = ["--nbval", "--nbval-current-env", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    command = [sys.executable, "-m", "pytest", *options, *map(str, paths)]
    start, used = time.perf_counter(), sum(os.times()[2:4])
    with tempfile.TemporaryDirectory() as empty:
        journal = {"SWTEACH_JOURNAL": str(Path(empty) / "journal.json")}
        subprocess.run(command, check=True, env=os.environ | journal, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start, sum(os.times()[2:4]) - used


if __name__ == "__main__":
    main()
