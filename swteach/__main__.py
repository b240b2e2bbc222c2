"""``python -m swteach``, the same as the command ``swteach``."""

from __future__ import annotations

from swteach.cli import main

if __name__ == "__main__":
    main()
