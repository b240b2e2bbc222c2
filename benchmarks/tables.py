"""What loading every table costs beside plain pandas.

Run ``python benchmarks/tables.py``. It reads each table through swteach with nothing
remembered, and with ``pandas.read_csv`` given the same types, in turn, and prints the median
times and their ratio; then it does the same for a whole process. The bar is a ratio of 1.5.
Times within one process are of its own work (processor time), so that other work on the
machine counts on neither side; whole processes are timed by the clock.
"""

from __future__ import annotations

import argparse
import gc
import inspect
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd

from swteach import datapackage, frames

BAR = 1.5
NAMES = list(datapackage.read_package())


def collect_types() -> dict[Path, dict[str, Any]]:
    """Return, for each file, the type of each column; a closed list as a list of words."""
    folder = datapackage.find_data()
    return {
        folder / resource.path: {field.name: name_type(field) for field in resource.fields}
        for resource in datapackage.read_package().values()
    }


def name_type(field: datapackage.Field) -> Any:
    """Return the type that a person would write for one column."""
    words = {"integer": "Int64", "number": "float64", "date": "date"}
    return list(field.enum) if field.enum else words.get(field.type, "str")


def read_plain(path: Path, types: dict[str, Any]) -> pd.DataFrame:
    """Read one file as a notebook without swteach would."""
    return pd.read_csv(
        path,
        dtype={
            name: pd.CategoricalDtype(kind) if isinstance(kind, list) else kind
            for name, kind in types.items()
            if kind != "date"
        },
        parse_dates=[name for name, kind in types.items() if kind == "date"],
        date_format="%Y-%m-%d",
        keep_default_na=False,
        na_values=[""],
    )


def forget() -> None:
    """Drop every table and description that swteach remembers."""
    frames._read.cache_clear()
    datapackage._read.cache_clear()


def time_once(act: Callable[[], object], clock: Callable[[], float]) -> float:
    """Return how many milliseconds one call takes."""
    gc.collect()
    start = clock()
    act()
    return (clock() - start) * 1000


def compare(
    ours: Callable[[], object],
    plain: Callable[[], object],
    times: int,
    clock: Callable[[], float] = time.process_time,
) -> list[float]:
    """Return the medians of two calls made in turn, so that both meet the same machine."""
    pairs = [(time_once(ours, clock), time_once(plain, clock)) for _ in range(times)]
    return [statistics.median(column) for column in zip(*pairs, strict=True)]


def load_all() -> None:
    """Load every table through swteach, with nothing remembered."""
    forget()
    for name in NAMES:
        frames.load(name, {})


def load_again() -> None:
    """Load every table through swteach once more."""
    for name in NAMES:
        frames.load(name, {})


def run_process(code: str) -> None:
    """Run some code in a new Python."""
    subprocess.run([sys.executable, "-c", code], check=True)


def write_plain_code(asked: dict[Path, dict[str, Any]]) -> str:
    """Return a script that reads every file with pandas alone."""
    files = {str(path): types for path, types in asked.items()}
    body = inspect.getsource(read_plain).replace("Path", "str").replace("Any", "object")
    loop = f"for path, types in {files!r}.items():\n    read_plain(path, types)"
    return f"import pandas as pd\n{body}\n{loop}"


def report(what: str, medians: list[float]) -> float:
    """Print one line of the table; return its ratio."""
    ours, plain = medians
    print(f"{what:<36} {ours:>9.1f} {plain:>9.1f} {ours / plain:>7.2f}")
    return ours / plain


def main() -> int:
    """Print the table; return 1 where loading every table costs more than the bar."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=20)
    times = parser.parse_args().times
    asked = collect_types()

    def plain() -> None:
        for path, types in asked.items():
            read_plain(path, types)

    load_all()
    plain()
    print(f"{len(asked)} tables, median of {times}, ms".ljust(36), "  swteach    pandas   ratio")
    ratio = report("every table, nothing remembered", compare(load_all, plain, times))
    for name, (path, types) in zip(NAMES, asked.items(), strict=True):
        report(f"  {name}", compare_one(name, path, types, times))
    report("every table, a second time", compare(load_again, plain, times))
    ours = f"import swteach as sw\nfor name in {NAMES!r}: getattr(sw, 'load_' + name)()"
    theirs = write_plain_code(asked)
    medians = compare(
        lambda: run_process(ours), lambda: run_process(theirs), times, time.perf_counter
    )
    whole = report("whole process, Python and pandas too", medians)
    print(f"bar: {BAR}; {'kept' if max(ratio, whole) <= BAR else 'BROKEN'}")
    return int(max(ratio, whole) > BAR)


def compare_one(name: str, path: Path, types: dict[str, Any], times: int) -> list[float]:
    """Return the medians for one table."""

    def ours() -> None:
        forget()
        frames.load(name, {})

    return compare(ours, lambda: read_plain(path, types), times)


if __name__ == "__main__":
    sys.exit(main())
