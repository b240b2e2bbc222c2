"""Write the length and hash of every table into data/datapackage.json.

Run it after any change to a table, when ``swteach check`` finds nothing else::

    python tools/hash_data.py            # the course's own data
    python tools/hash_data.py my-data    # a copy
    python tools/hash_data.py --check    # change nothing; end with 1 where a hash is stale
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from swteach.checks.descriptor import check_descriptor  # noqa: E402
from swteach.checks.folder import check_files, check_there  # noqa: E402
from swteach.checks.hashes import check_hashes, write_hashes  # noqa: E402
from swteach.datapackage import DESCRIPTOR, read_package  # noqa: E402


def main(arguments: list[str] | None = None) -> int:
    """Write or check the hashes; return 1 where that cannot be done or one is stale."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "data")
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    given = parser.parse_args(arguments)
    unusable = find_obstacles(given.folder)
    if unusable:
        print(*unusable, sep="\n")
        return 1
    return report_stale(given.folder) if given.check else write(given.folder)


def find_obstacles(folder: Path) -> list[str]:
    """Return why the tables of a folder cannot be measured."""
    there = check_there(folder)
    problems = [there] if there else check_descriptor(folder / DESCRIPTOR)
    if not problems:
        resources = read_package(folder).values()
        missing = any(not (folder / resource.path).is_file() for resource in resources)
        problems = list(check_files(folder, resources))[:1] if missing else []
    return [str(problem) for problem in problems]


def report_stale(folder: Path) -> int:
    """Print each table whose hash is stale."""
    stale = list(check_hashes(folder, read_package(folder).values()))
    print(*stale or ["Every hash is current."], sep="\n")
    return 1 if stale else 0


def write(folder: Path) -> int:
    """Write the hashes and say which tables had changed."""
    changed = write_hashes(folder)
    print(f"Wrote the hash of {', '.join(changed)}." if changed else "Every hash was current.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
