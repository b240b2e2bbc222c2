"""The three tools in a notebook whose outputs are compared, as the course's own are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

CELLS = (
    "import swteach as sw",
    "sw.you_draw_it()",
    'sw.you_draw_it("dm_icpc", given=["2010-11"], ask=["2024-25"])',
    "sw.inspection_simulator()",
    "sw.agency_calculator()",
)
SECRETS = ("230,590", "230590", "225,400", "225400", "72,100", "72100")


def test_strict_comparison_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strict nbval finds no difference, though a journal was written in between; nothing leaks."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path / "journal.json"))
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    NotebookClient(notebook, kernel_name="python3").execute()
    path = tmp_path / "tools.ipynb"
    nbformat.write(notebook, path)
    _write_journal()
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", path.name]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert "5 passed" in result.stdout, result.stdout[-2000:]
    saved = path.read_text("utf-8")
    assert [secret for secret in SECRETS if secret in saved] == []
    assert saved.count("Run this cell to use it.") == 4
    assert "application/vnd.jupyter.widget-state+json" in json.loads(saved)["metadata"]["widgets"]


def _write_journal() -> None:
    from swteach import journal

    numbers = {"numbers": {"salary": "45,000"}}
    assert journal.record("calculation", "agency-calculator", numbers)
    assert journal.record("simulation", "inspection-simulator", {"framework": "ilacs_2026"})
