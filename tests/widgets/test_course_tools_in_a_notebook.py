"""Two coders, the messy page and the claim browser in a notebook whose outputs are compared."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from swteach import journal
from swteach.codings import TEN, find_codings
from swteach.messy_page_file import load_messy_page
from swteach.widgets.messy_page import CLUTTER, ID, KIND

CELLS = (
    "import swteach as sw",
    "sw.two_coders()",
    'sw.two_coders("stance")',
    "sw.messy_page()",
    "sw.claim_browser()",
    'sw.claim_browser(theme="inspection")',
)
SECRETS = [coding.reason for coding in find_codings("claim_type", TEN).values() if coding.reason]
SECRETS += [line.reason for line in load_messy_page().lines]
LONGEST = 30_000  # characters of a notebook with all six and no widget state


def test_strict_comparison_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strict nbval finds no difference, though a journal was written in between; nothing leaks."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path / "journal.json"))
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    NotebookClient(notebook, kernel_name="python3", store_widget_state=True).execute()
    path = tmp_path / "tools.ipynb"
    nbformat.write(notebook, path)
    saved = path.read_text("utf-8")
    assert [secret for secret in SECRETS if json.dumps(secret)[1:-1] in saved] == []
    assert len(json.dumps(notebook.cells)) < LONGEST
    line = load_messy_page().lines[0].text
    assert journal.record(KIND, ID, f"{CLUTTER}: {line}")
    assert journal.record("code (claim type)", TEN[0], "causal")
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", path.name]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert f"{len(CELLS)} passed" in result.stdout, result.stdout[-2000:]
