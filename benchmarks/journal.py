"""Milliseconds to save one answer in a journal, by its size, beside writing the file in place.

    python benchmarks/journal.py --folder /tmp --kilobytes 10 100 1000 5000

Each line is the median and the worst of the saves of one size: under the lock, written whole to a
temporary file, flushed to the disk, renamed, and a copy kept. ``plain`` is the same text written
over the old file with neither flush nor rename, which a kill would leave half done.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from swteach.journal.book import Journal
from swteach.journal.entry import make_entry
from swteach.journal.fileformat import write_pages
from swteach.journal.pages import Pages

WORDS = "forty words of a reflection " * 8


def fill(kilobytes: int) -> Pages:
    """Return pages whose file has about this size."""
    one = {"count": 0, "session": "s", "notebook": "03", "kind": "reflection", "value": WORDS}
    times = (f"2026-11-25T19:42:00.{number:06}Z" for number in range(kilobytes * 1000 // 450))
    entries = [make_entry(at=at, id=f"n3-{at}", **one) for at in times]
    return Pages({entry.key: entry for entry in entries})


def measure(action: Callable[[], object], times: int = 30) -> str:
    """Return median and worst of some runs, in milliseconds."""
    taken = sorted(_time(action) for _ in range(times))
    return f"{taken[times // 2]:8.1f} {taken[-1]:8.1f}"


def _time(action: Callable[[], object]) -> float:
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def report(folder: Path, sizes: list[int]) -> Iterator[str]:
    """Yield a line for each size."""
    yield "      kB     save    worst    plain    worst     open    worst"
    for kilobytes in sizes:
        with tempfile.TemporaryDirectory(dir=folder) as name:
            path, plain = Path(name) / "journal.json", Path(name) / "plain"
            path.write_bytes(write_pages(fill(kilobytes)))
            journal = Journal(path)
            save = measure(lambda journal=journal: journal.record("answer", "x", "one more"))
            data = path.read_bytes()
            written = measure(lambda plain=plain, data=data: plain.write_bytes(data))
            opened = measure(lambda path=path: Journal(path), 5)
            yield f"{len(data) / 1000:8.0f} {save} {written} {opened}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", type=Path, help="where to write: name the disk in question")
    parser.add_argument("--kilobytes", type=int, nargs="+", default=[10, 100, 1000, 5000])
    arguments = parser.parse_args()
    for line in report(arguments.folder, arguments.kilobytes):
        print(line, flush=True)


if __name__ == "__main__":
    main()
