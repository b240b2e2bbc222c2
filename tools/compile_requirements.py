"""Compile the requirements files from pyproject.toml.

The exact versions hold for every Python and system that the course supports (``--universal``).
They are compiled by uv, from a virtual environment that is thrown away afterwards, so that
nobody needs uv to study, teach or build.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMON = (
    "--universal",
    "--python-version",
    "3.11",
    "--no-header",
    "--no-emit-index-url",
    "--quiet",
)
TEST = [f"--extra={name}" for name in ("test", "browser", "ci", "corpus", "cluster", "build")]
FILES = {
    "requirements.txt": (),
    "requirements-test.txt": (*TEST, "-c", "requirements.txt"),
    "requirements-compare.txt": ("--extra=compare", "-c", "requirements-test.txt"),
}


def install_uv(folder: Path) -> Path:
    """Install uv into a new virtual environment in `folder` and return its path."""
    venv.create(folder, with_pip=True)
    bin_folder = folder / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([bin_folder / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    return bin_folder / "uv"


def compile_file(uv: Path, name: str, upgrade: tuple[str, ...]) -> None:
    """Write the file `name`; versions it already holds stay unless `upgrade` says otherwise."""
    command = [uv, "pip", "compile", "pyproject.toml", *COMMON, *FILES[name], *upgrade, "-o", name]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def main(upgrade: tuple[str, ...]) -> int:
    """Compile both files; `upgrade` is passed to uv, as in ``--upgrade`` or ``-P pandas``."""
    with tempfile.TemporaryDirectory() as folder:
        uv = install_uv(Path(folder))
        for name in FILES:
            compile_file(uv, name, upgrade)
    return 0


if __name__ == "__main__":
    sys.exit(main(tuple(sys.argv[1:])))
