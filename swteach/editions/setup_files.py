"""What makes a folder with notebooks and data a course that can be installed: code and lists."""

from __future__ import annotations

import json
import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path
from typing import Any

from swteach.kit.parts import list_modules

PACKAGE = Path(__file__).resolve().parent.parent
LICENCES = ("LICENSE", "LICENSE-CONTENT.md")

ENVIRONMENT = """# What Binder and conda users get: the libraries, and the course itself.
name: swteach
channels:
  - conda-forge
dependencies:
  - python=3.12
  - pip
  - pip:
"""
PROJECT = """[build-system]
requires = ["hatchling>=1.27"]
build-backend = "hatchling.build"

[project]
name = "swteach"
version = {version}
description = {summary}
requires-python = {python}
license = "MIT AND CC-BY-4.0"
dependencies = [
{dependencies}
]

[project.scripts]
swteach = "swteach.cli:main"

[tool.hatch.build.targets.wheel]
only-include = ["swteach", "data", "notebooks"]
dev-mode-dirs = ["."]

[tool.hatch.build.targets.wheel.sources]
"data" = "swteach/data"
"notebooks" = "swteach/notebooks"

[tool.hatch.build.targets.wheel.shared-data]
"swteach/lab_settings.json" = "share/jupyter/lab/settings/overrides.d/swteach.json"
"""
README = """# Your copy of the course

Ten minutes to set up, once. You need Python 3.11 or newer and a network.

1. Unpack this folder where you keep your work, and open a terminal in it.
2. Make an environment: `python3 -m venv .venv` (on Windows: `py -m venv .venv`).
3. Switch it on: `. .venv/bin/activate` (on Windows: `.venv\\Scripts\\activate`).
4. Install: {install}.
5. Open the course: `jupyter lab notebooks`, then choose the notebook that your lecturer names.

On later days, do steps 3 and 5.

What you write goes into `notebooks/journal.json`, on this machine, and nowhere else. Keep a copy of
it. To hand it in, use the page "My journal" at the end of each notebook.

The answers to some questions are not in this folder. There you are told whether an answer is right,
or that it is noted, and your tutor goes through it with you.

If the reading moves you, stop. You may leave any part out, and need give no reason.
"""


def list_package() -> dict[str, bytes]:
    """Return the package's code, by its path, without the course that may lie within it."""
    return {f"swteach/{name}": content for name, content in list_modules()}


def write_setup(course_folder: Path) -> dict[str, str]:
    """
    Return what installs a copy of a course, by its path.

    Parameters
    ----------
    course_folder
        Its pinned requirements and licences are taken over, where it has them. A line that
        would install a swteach from elsewhere is not: that one has every answer in it.
    """
    pins = _read_pins(course_folder / "requirements.txt")
    lists = ["-r requirements.txt", "-e ."] if pins else ["-e ."]
    install = " then ".join(f"`python -m pip install {one}`" for one in lists)
    files = {
        "README.md": README.format(install=install),
        "pyproject.toml": _write_project(),
        "environment.yml": ENVIRONMENT + "".join(f"      - {one}\n" for one in lists),
    }
    texts = (course_folder / name for name in LICENCES)
    found = {path.name: path.read_text(encoding="utf-8") for path in texts if path.is_file()}
    return files | found | ({"requirements.txt": pins} if pins else {})


def _read_pins(path: Path) -> str:
    if not path.is_file():
        return ""
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if not re.match(r"\s*(-e\b|[^#]*swteach)", line))
    return "\n".join(kept) + "\n"


def _write_project() -> str:
    known = _read_project()
    return PROJECT.format(
        version=json.dumps(known["version"]),
        summary=json.dumps(known["description"], ensure_ascii=False),
        python=json.dumps(known["requires-python"]),
        dependencies="\n".join(f"    {json.dumps(one)}," for one in known["dependencies"]),
    )


def _read_project() -> dict[str, Any]:
    """Return what is known of the package: in a checkout from its own file, which is newer."""
    path = PACKAGE.parent / "pyproject.toml"
    own = tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if own.get("project", {}).get("name") == "swteach":
        return own["project"]
    known = metadata("swteach")
    names = {"version": "Version", "description": "Summary", "requires-python": "Requires-Python"}
    needed = [one for one in known.get_all("Requires-Dist") or () if "extra ==" not in one]
    return {key: known[name] for key, name in names.items()} | {"dependencies": sorted(needed)}
