"""The widgets in a notebook whose outputs are compared, as the course's own are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from question_cases import IDS

CELLS = (
    "import swteach as sw",
    *(f'sw.exercise("{one}")' for one in IDS.values()),
    "sw.exercises(3)",
    "sw.timeline_explorer()",
)


def _write(folder: Path, *sources: str) -> Path:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in sources]
    NotebookClient(notebook, kernel_name="python3", store_widget_state=False).execute()
    path = folder / "widgets.ipynb"
    nbformat.write(notebook, path)
    return path


def test_strict_comparison_passes(tmp_path: Path) -> None:
    """Strict nbval finds no difference between one run of the widgets and the next."""
    path = _write(tmp_path, *CELLS)
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", path.name]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert f"{len(CELLS)} passed" in result.stdout, result.stdout[-2000:]
    assert "Run this cell to answer" in path.read_text(encoding="utf-8")
