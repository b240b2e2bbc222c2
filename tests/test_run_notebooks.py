"""The notebooks' runner: same bytes each time, nothing kept that only one machine says."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import nbformat
import pytest
from nbformat import v4

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def runner() -> ModuleType:
    """Load the script, which is no part of the package, as a module."""
    spec = importlib.util.spec_from_file_location("runner", ROOT / "tools/run_notebooks.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CELLS = {
    "count": "import sys\nfor n in range(3):\n    print(n, flush=True)\nprint(3, file=sys.stderr)",
    "picture": "from IPython.display import display\n"
    "display({'text/plain': 'a chart', 'image/png': 'iVBORw0KGgo='}, raw=True)",
    "widget": "import ipywidgets\nipywidgets.IntText(description='Year')",
    "place": "from pathlib import Path\nPath('beside.txt').read_text()",
}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Write a notebook with every kind of noise that an editor or a kernel leaves behind."""
    cells = [v4.new_code_cell(source, id=name) for name, source in CELLS.items()]
    cells[0].metadata.update({"execution": {"iopub.execute_input": "now"}, "tags": ["kept"]})
    cells[0].outputs = [v4.new_output("stream", text="stale")]
    metadata = {"widgets": {"state": 1}, "language_info": {"name": "python", "version": "3.11.7"}}
    path = tmp_path / "small.ipynb"
    nbformat.write(v4.new_notebook(cells=cells, metadata=metadata), path)
    (tmp_path / "beside.txt").write_text("found", encoding="utf-8")
    return path


def test_two_runs_give_the_same_bytes_without_noise(runner: ModuleType, notebook: Path) -> None:
    """A second run changes no byte, and timings, models, pictures and versions are gone."""
    assert runner.main([str(notebook)]) == 0
    first = notebook.read_bytes()
    assert runner.main([str(notebook)]) == 0
    assert notebook.read_bytes() == first

    kept = json.loads(first)
    assert kept["metadata"] == {"kernelspec": runner.KERNEL, "language_info": runner.LANGUAGE}
    count, picture, widget, place = kept["cells"]
    assert [cell["id"] for cell in kept["cells"]] == list(CELLS)
    assert count["metadata"] == {"tags": ["kept"]}
    assert [(o["name"], o["text"]) for o in count["outputs"]] == [
        ("stdout", ["0\n", "1\n", "2\n"]),
        ("stderr", ["3\n"]),
    ]
    assert list(picture["outputs"][0]["data"]) == ["text/plain"]
    assert list(widget["outputs"][0]["data"]) == ["text/plain"]
    assert place["outputs"][0]["data"]["text/plain"] == ["'found'"]


def test_check_names_the_stale_cell_and_changes_nothing(
    runner: ModuleType, notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --check a stale output is reported by its cell's id, and the file stays as it was."""
    assert runner.main([str(notebook)]) == 0
    assert runner.main(["--check", str(notebook)]) == 0
    current = notebook.read_text(encoding="utf-8")
    stale = current.replace("'found'", "'lost'")
    notebook.write_text(stale, encoding="utf-8")
    capsys.readouterr()
    assert runner.main(["--check", str(notebook)]) == 1
    assert "out of date (place)" in capsys.readouterr().err
    assert notebook.read_text(encoding="utf-8") == stale


def test_failing_cell_is_quoted_and_the_notebook_kept(
    runner: ModuleType, notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A cell that fails leaves the committed notebook untouched and is quoted with its error."""
    (notebook.parent / "beside.txt").unlink()
    before = notebook.read_bytes()
    assert runner.main([str(notebook)]) == 1
    message = capsys.readouterr().err
    assert "beside.txt" in message and "FileNotFoundError" in message
    assert "\x1b" not in message
    assert notebook.read_bytes() == before


def test_a_chart_stands_on_one_line_and_reads_back_whole(runner: ModuleType) -> None:
    """A chart's many values do not spread over as many lines, and none is lost."""
    spec = {"mark": "bar", "data": {"values": [{"a": "ä\n", "b": 1}, {"a": "z", "b": 2}]}}
    data = {"application/vnd.vegalite.v5+json": spec, "text/plain": "A chart."}
    output = nbformat.v4.new_output("display_data", data)
    cell = nbformat.v4.new_code_cell("show()", id="show", outputs=[output])
    text = runner.write(nbformat.v4.new_notebook(cells=[cell]))
    assert sum('"values"' in line and '"mark"' in line for line in text.splitlines()) == 1
    read = nbformat.reads(text, as_version=4)
    assert read.cells[0].outputs[0].data["application/vnd.vegalite.v5+json"] == spec
