"""What a student may rely on in the code of every notebook, and in what it shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from swteach.checks.problem import Nearest, Problem
from swteach.kit.notebook_file import Cell, NotebookFile

MOST_LINES = 8
SHORTEST_WORDS = 40
RUN = "Run the notebooks and keep what they show: swteach run"
_FETCH = re.compile(r"https?://|^\s*[!%]|\bpip\b|urlopen|\brequests\b", re.MULTILINE)
_CLAIM = re.compile(r'"([a-z0-9-]+-c\d\d)"')


def check_code(notebook: NotebookFile, claims: Collection[str]) -> Iterator[Problem]:
    """Yield what is wrong in the cells of code, given the ids of all claims."""
    yield from _check_names(notebook)
    for cell in notebook.code:
        yield from _check_cell(notebook, cell)
        yield from _check_outputs(notebook, cell)
        yield from _check_claims(notebook, cell, claims)


def _check_names(notebook: NotebookFile) -> Iterator[Problem]:
    counts = Counter(cell.id for cell in notebook.cells)
    for name in (name for name, number in counts.items() if number > 1):
        second = [cell for cell in notebook.cells if cell.id == name][1]
        message = "has the name of another cell."
        remedy = f'Change "id": "{name}" in one of them, or delete the cell and add it again.'
        yield notebook.problem(second, message, remedy, at=f'"id": "{name}"')


def _check_cell(notebook: NotebookFile, cell: Cell) -> Iterator[Problem]:
    number = len(cell.source.splitlines())
    if number > MOST_LINES:
        message = f"has {number} lines of code, a wall to those who do not code."
        yield notebook.problem(cell, message, f"Use at most {MOST_LINES}, or two cells.")
    if cell.source.strip() and not cell.folded:
        message = "shows its code to every student."
        remedy = "In JupyterLab: click the cell, then View, Collapse Selected Code. Save."
        yield notebook.problem(cell, message, remedy)
    fetched = _FETCH.search(cell.source)
    if fetched:
        message = "installs or fetches something, so it fails without a network."
        remedy = "Delete that line; put the figures into the course's tables."
        shown = fetched[0].strip()
        yield notebook.problem(cell, message, remedy, at=shown, value=shown)


def _check_outputs(notebook: NotebookFile, cell: Cell) -> Iterator[Problem]:
    is_quiet = cell.source.startswith(("import", "from")) or not cell.source.strip()
    if not cell.outputs and not is_quiet:
        message = "shows nothing to a reader who cannot run it."
        yield notebook.problem(cell, message, RUN)
    for output in cell.outputs:
        if output.get("output_type") == "error":
            name = str(output.get("ename"))
            message = f"ends in an error: {str(output.get('evalue'))[:120]}."
            remedy = f"Mend the cell. {RUN}"
            yield notebook.problem(cell, message, remedy, value=name)
        for kind, chart in (output.get("data") or {}).items():
            words = str(chart.get("description") or "") if isinstance(chart, dict) else ""
            if "vegalite" in kind and len(words) < SHORTEST_WORDS:
                message = "draws a chart that no words describe."
                remedy = "Give the chart a description: a sentence that says what it shows."
                yield notebook.problem(cell, message, remedy)


def _check_claims(notebook: NotebookFile, cell: Cell, claims: Collection[str]) -> Iterator[Problem]:
    for name in _CLAIM.findall(cell.source):
        if claims and name not in claims:
            remedy = Nearest(claims, "data/claims.csv lists them all.").suggest(name)
            message = "is no claim of data/claims.csv."
            yield notebook.problem(cell, message, remedy, at=name, value=name)
