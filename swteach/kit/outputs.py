"""Run notebooks in fresh kernels, and keep their outputs as the course commits them.

The same notebook gives the same bytes each time: nothing is kept that differs from run to run
(timings, widget models) or from machine to machine (versions, the kernel's display name).
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat import NotebookNode

KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
LANGUAGE = {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"}
# A widget's model is gone with its kernel, so a reader without one is given the plain text;
# JupyterLab adds a picture to each chart that it draws, which would double the notebook.
DROPPED_FORMS = ("application/vnd.jupyter.widget-view+json", "image/png")
DROPPED_CELL_METADATA = ("execution", "collapsed")
CHART = re.compile(r"application/vnd\.vegalite\.v\d+\+json$")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def execute(path: Path) -> NotebookNode:
    """Run a notebook in a kernel of its own, in its own folder.

    Parameters
    ----------
    path : Path
        The notebook; the file is not changed.

    Returns
    -------
    NotebookNode
        The notebook with its new outputs, not yet tidied.

    Raises
    ------
    CellExecutionError
        A cell failed that is not tagged ``raises-exception``.
    """
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    client = NotebookClient(
        notebook,
        kernel_name="python3",
        timeout=300,
        record_timing=False,
        store_widget_state=False,
        # A kernel warns of its connection, which does not leave this machine.
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
        resources={"metadata": {"path": str(path.parent)}},
    )
    # Nobody's answers may show in what is committed.
    with tempfile.TemporaryDirectory() as empty:
        journal = str(Path(empty) / "journal.json")
        return client.execute(env={**os.environ, "SWTEACH_JOURNAL": journal})


def tidy(notebook: NotebookNode) -> NotebookNode:
    """Remove from `notebook`, in place, whatever differs between runs or machines."""
    notebook.metadata = NotebookNode(
        {k: v for k, v in notebook.metadata.items() if k != "widgets"}
        | {"kernelspec": NotebookNode(KERNEL), "language_info": NotebookNode(LANGUAGE)}
    )
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for number, cell in enumerate(notebook.cells):
        cell.setdefault("id", f"cell-{number:02}")
        for key in DROPPED_CELL_METADATA:
            cell.metadata.pop(key, None)
        if cell.cell_type == "code":
            cell.outputs = _join_streams(cell.outputs)
            _drop_forms(cell.outputs)
    return notebook


def _join_streams(outputs: list[NotebookNode]) -> list[NotebookNode]:
    """Join neighbouring pieces of one stream: where they are cut depends on timing alone."""
    joined: list[NotebookNode] = []
    for output in outputs:
        last = joined[-1] if joined else {}
        if output.output_type == "stream" and output.name == last.get("name"):
            last.text += output.text
        else:
            joined.append(output)
    return joined


def _drop_forms(outputs: list[NotebookNode]) -> None:
    """Remove the forms of an output that are not committed, and their metadata."""
    for output in outputs:
        for form in DROPPED_FORMS:
            output.get("data", {}).pop(form, None)
            output.get("metadata", {}).pop(form, None)


def render(path: Path) -> str:
    """Run a notebook and return the text to commit, after checking it against nbformat."""
    notebook = tidy(execute(path))
    nbformat.validate(notebook)
    return write(notebook)


def write(notebook: NotebookNode) -> str:
    """Return the text of a notebook, each chart on a line of its own.

    Spread over one line a value, as nbformat would write it, a chart is a third longer and
    no easier to compare.
    """
    charts = {}
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            for form in filter(CHART.match, output.get("data", {})):
                mark = f"chart-{len(charts)}-of-{cell.id}"
                charts[mark], output.data[form] = output.data[form], mark
    text = nbformat.writes(notebook) + "\n"
    for mark, chart in charts.items():
        text = text.replace(json.dumps(mark), json.dumps(chart, ensure_ascii=False, sort_keys=True))
    return text


def _changed_cells(old: str, new: str) -> list[str]:
    """Name the cells, by id, whose outputs or source differ between two notebook texts."""
    before, after = (
        {cell.get("id", ""): cell for cell in nbformat.reads(text, as_version=4).cells}
        for text in (old, new)
    )
    return [name for name, cell in after.items() if cell != before.get(name)]


def bring_up_to_date(path: Path, check: bool) -> bool:
    """Run one notebook; write what changed, or only report it.

    Returns
    -------
    bool
        False where a cell failed, or where ``check`` found the committed outputs out of date.
    """
    try:
        new = render(path)
    except CellExecutionError as error:
        print(f"{path}: not written, a cell failed\n{COLOUR.sub('', str(error))}", file=sys.stderr)
        return False
    old = path.read_text(encoding="utf-8")
    if new == old:
        print(f"{path}: up to date")
        return True
    where = ", ".join(_changed_cells(old, new)) or "metadata or layout only"
    if check:
        print(f"{path}: out of date ({where}). Run: make notebooks", file=sys.stderr)
        return False
    path.write_text(new, encoding="utf-8", newline="\n")
    print(f"{path}: written ({where})")
    return True
