"""What is written from data/course.yaml is what it says now."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    """Load the script, which is no part of the package, as a module."""
    sys.path.insert(0, str(ROOT / "tools"))
    spec = importlib.util.spec_from_file_location("writer", ROOT / "tools" / "write_course.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    sys.path.remove(str(ROOT / "tools"))
    return module


def test_all_is_current(writer: ModuleType, capsys: pytest.CaptureFixture[str]):
    """Notebooks' first cells, glossary links, README and plan: run tools/write_course.py if not."""
    assert writer.main(["--check"]) == 0, capsys.readouterr().out


def test_a_change_of_minutes_reaches_notebook_and_readme(writer: ModuleType):
    """The title cell and README's table both follow the course's file."""
    from dataclasses import replace

    from swteach.course import load_course

    course = load_course()
    longer = replace(course.find(7), minutes=120, title="A longer one", about="a | b")
    assert "**About 120 minutes.**" in writer.make_title(longer)
    table = writer.make_readme(writer.README.read_text("utf-8"), (longer,))
    assert "| [07 A longer one](notebooks/07_more_investigations_less_help.ipynb) | 120 |" in table
    assert "| a \\| b |" in table
    assert "## I study" in table
