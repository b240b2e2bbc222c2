"""What installs a student copy: its own code, the same libraries, and no other swteach."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import yaml

from swteach.editions.setup_files import list_package, write_setup

ROOT = Path(__file__).resolve().parents[2]


def test_the_code_comes_without_the_course() -> None:
    """Scripts and styles are in it; data, notebooks, pages and compiled files are not."""
    names = list(list_package())
    assert {"swteach/__init__.py", "swteach/widgets/question.js"} <= set(names)
    assert not [name for name in names if "__pycache__" in name or name.startswith("swteach/data/")]


def test_it_needs_what_the_course_needs() -> None:
    """The generated project has the dependencies and the command of the course's own."""
    made = tomllib.loads(write_setup(ROOT)["pyproject.toml"])["project"]
    own = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = [{re.split("[<>]", one)[0] for one in two["dependencies"]} for two in (made, own)]
    assert names[0] == names[1]
    assert made["scripts"] == own["scripts"]


def test_no_swteach_from_elsewhere_is_installed(tmp_path: Path) -> None:
    """A line that would fetch a full course, with every answer in it, is left out of the pins."""
    lines = ["click==8.3.1", "swteach==0.1.0", "course @ git+https://example.org/swteach", "-e ."]
    lines += ["./package/swteach-0.1.0-py3-none-any.whl", "    # via swteach (pyproject.toml)"]
    (tmp_path / "requirements.txt").write_text("\n".join(lines), encoding="utf-8")
    files = write_setup(tmp_path)
    assert files["requirements.txt"] == "click==8.3.1\n    # via swteach (pyproject.toml)\n"
    pip = yaml.safe_load(files["environment.yml"])["dependencies"][-1]["pip"]
    assert pip == ["-r requirements.txt", "-e ."]


def test_without_pins_the_project_s_own_bounds_serve(tmp_path: Path) -> None:
    """A course folder that pins nothing still gives an environment that installs."""
    files = write_setup(tmp_path)
    assert "requirements.txt" not in files
    assert yaml.safe_load(files["environment.yml"])["dependencies"][-1]["pip"] == ["-e ."]
    assert "`python -m pip install -e .`" in files["README.md"]
