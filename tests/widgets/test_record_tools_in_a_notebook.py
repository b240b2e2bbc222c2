"""Barometer, checker, map, ledger and journal page in a notebook whose outputs are compared."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from swteach.claim_record import find_tests
from swteach.widgets.argument_map import argument_map
from swteach.widgets.claim_checker import claim_checker
from swteach.widgets.journal_page import journal_page
from swteach.widgets.ledger import ledger
from swteach.widgets.stance_barometer import stance_barometer

CLAIMS, PREDICTIONS = ["jones-2014-cavalry-c05"], ["jones-2014-cavalry-c09"]
CELLS = (
    "import swteach as sw",
    "sw.stance_barometer()",
    f"sw.claim_checker({CLAIMS})",
    'sw.argument_map("jones-2014-cavalry")',
    f"sw.ledger({PREDICTIONS})",
    "sw.journal_page()",
    'sw.stance_barometer("after")',
)
SECRETS = [
    half
    for claim in (*CLAIMS, *PREDICTIONS)
    for test in find_tests(claim)
    for half in (test.supports, test.does_not_settle)
]


def test_strict_comparison_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strict nbval finds no difference, though a journal was written in between; nothing leaks."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path / "journal.json"))
    path = tmp_path / "tools.ipynb"
    assert [half for half in SECRETS if json.dumps(half)[1:-1] in _run(path)] == []
    _write_journal()
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", path.name]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert f"{len(CELLS)} passed" in result.stdout, result.stdout[-2000:]
    # Run anew with its widgets' state kept, as a converter does: no position or word travels.
    saved = _run(path)
    assert "application/vnd.jupyter.widget-state+json" in saved
    assert [word for word in ("zebra", "my own fear") if word in saved] == []


def _run(path: Path) -> str:
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [nbformat.v4.new_code_cell(source) for source in CELLS]
    NotebookClient(notebook, kernel_name="python3", store_widget_state=True).execute()
    nbformat.write(notebook, path)
    return path.read_text("utf-8")


def _write_journal() -> None:
    reading = {"privatisation": "strongly for"}
    steps = [
        (stance_barometer(), {"do": "keep", "reading": reading, "words": "my own fear"}),
        (claim_checker(CLAIMS), {"do": "check", "mark": "partly", "sure": 3}),
        (argument_map("jones-2014-cavalry"), {"do": "add", "kind": "conclusion", "claim": 1}),
        (ledger(PREDICTIONS), {"do": "mark", "claim": PREDICTIONS[0], "mark": "partly"}),
        (journal_page(), {"do": "name", "name": "zebra"}),
    ]
    for tool, message in steps:
        tool._handle_custom_msg({**message, "turn": 1}, [])
