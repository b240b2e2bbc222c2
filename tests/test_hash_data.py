"""The tool that writes the hashes of the tables."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from swteach.datapackage import find_data

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: object) -> tuple[int, str]:
    """Run the tool as a lecturer would; return how it ended and what it said."""
    command = [sys.executable, ROOT / "tools/hash_data.py", *arguments]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the data."""
    return shutil.copytree(find_data(), tmp_path / "data")


def test_a_changed_table_is_named_then_measured(data: Path) -> None:
    """--check ends with 1 and names the changed table; writing mends it; then all is current."""
    assert run(data)[0] == 0
    assert run("--check", data) == (0, "Every hash is current.\n")
    path = data / "glossary.csv"
    path.write_bytes(path.read_bytes().replace(b"England", b"Great Britain", 1))
    before = (data / "datapackage.json").read_bytes()
    code, said = run("--check", data)
    assert code == 1 and said.startswith("glossary.csv: ") and said.count("\n") == 1
    assert (data / "datapackage.json").read_bytes() == before
    assert run(data) == (0, "Wrote the hash of glossary.csv.\n")
    assert run(data) == (0, "Every hash was current.\n")


def test_a_folder_that_cannot_be_measured_is_said(data: Path) -> None:
    """A half-copied folder, or a damaged description, is one line and nothing is written."""
    (data / "series.csv").unlink()
    code, said = run(data)
    assert code == 1 and "half-copied: it lacks series.csv" in said and said.count("\n") == 1
    (data / "datapackage.json").write_text("{", encoding="utf-8")
    code, said = run(data)
    assert code == 1 and "not JSON" in said
    assert (data / "datapackage.json").read_text(encoding="utf-8") == "{"
