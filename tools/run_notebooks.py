"""Run notebooks in a fresh kernel and keep their outputs as the course commits them.

    python tools/run_notebooks.py [--check] [NOTEBOOK ...]

What is kept, and how, is for :mod:`swteach.kit.outputs`, which a lecturer's own course uses too.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from swteach.kit.outputs import KERNEL, LANGUAGE, bring_up_to_date, write  # noqa: E402

__all__ = ["KERNEL", "LANGUAGE", "main", "write"]


def main(arguments: list[str] | None = None) -> int:
    """Run the notebooks named, or all of the course; return 0 where all went well, else 1."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("notebooks", nargs="*", type=Path, help="default: all in notebooks/")
    parser.add_argument("--check", action="store_true", help="change nothing, only compare")
    options = parser.parse_args(arguments)
    paths = options.notebooks or sorted((ROOT / "notebooks").glob("*.ipynb"))
    if not paths:
        print("No notebooks found", file=sys.stderr)
        return 1
    current = [bring_up_to_date(path, options.check) for path in paths]
    return 0 if all(current) else 1


if __name__ == "__main__":
    sys.exit(main())
