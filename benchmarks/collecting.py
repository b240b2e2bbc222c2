"""Seconds to collect a class's journals, beside reading the same files as JSON.

    python benchmarks/collecting.py --students 500 --times 5

``json`` is the processor time of ``json.loads`` on every file. ``collect`` reads, proves and marks
them, leaves out what is private and sets copies apart; ``tables`` makes the tables and their files
besides. Each is the median of some runs, one after the other in turn; ``ratio`` is to ``json``.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "collecting"))

from hand_in_cases import course, hand_in

from swteach.collecting.commands import write_files
from swteach.collecting.folder import collect
from swteach.collecting.sheets import choose, make_sheets
from swteach.collecting.spreadsheet import guard


def read_as_json(folder: Path) -> None:
    """Read every file and keep nothing."""
    for path in sorted(folder.iterdir()):
        json.loads(path.read_bytes())


def make_tables(folder: Path) -> None:
    """Do all that the command does but writing to the disk."""
    guard.cache_clear()  # as in a first run
    write_files(make_sheets(*collect(folder, course()), choose(course(), ())))


def measure(actions: dict[str, Callable[[], object]], times: int) -> dict[str, float]:
    """Return the median processor time of each action, in seconds."""
    taken: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(times):
        for name, action in actions.items():
            began = time.process_time()
            action()
            taken[name].append(time.process_time() - began)
    return {name: statistics.median(each) for name, each in taken.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, default=500)
    parser.add_argument("--times", type=int, default=5)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = hand_in(folder, arguments.students)
        size = sum(path.stat().st_size for path in paths)
        print(f"{len(paths)} journals, {size / len(paths) / 1000:.0f} kB each")
        found = measure(
            {
                "json": lambda: read_as_json(folder),
                "collect": lambda: collect(folder, course()),
                "tables": lambda: make_tables(folder),
            },
            arguments.times,
        )
    for what, seconds in found.items():
        print(f"{what:8} {seconds:7.3f} s   ratio {seconds / found['json']:5.2f}")


if __name__ == "__main__":
    main()
