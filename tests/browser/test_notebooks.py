"""Each notebook of the course, opened and run in a real JupyterLab."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from lab import Lab

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb"))
ARTEFACTS = ROOT / "ci-artefacts"
VEGA = "application/vnd.vegalite"
OUTPUTS = """() => window.jupyterapp.shell.currentWidget.content.widgets
  .filter((cell) => cell.model.type === "code")
  .flatMap((cell) => cell.model.outputs.toJSON())"""
# A chart counts as drawn where its label stands on something with a size.
DRAWN = """() => [...document.querySelectorAll(".jp-Notebook .vega-embed")]
  .map((box) => {
    const picture = box.querySelector("canvas, svg");
    const label = box.closest("[aria-label]") ?? box.querySelector("[aria-label]");
    return picture?.getBoundingClientRect().height > 20 ? label?.getAttribute("aria-label") : null;
  })"""
# Each question is answered with its first options and one word, as a hurried student might.
ANSWER = """() => [...document.querySelectorAll(".swteach-question")].map((question) => {
  const form = question.querySelector("form");
  const names = new Set([...form.querySelectorAll("input[type=radio]")].map((box) => box.name));
  for (const name of names) form.querySelector(`input[name="${name}"]`).click();
  form.querySelector("input[type=checkbox]:not(.swteach-private input)")?.click();
  const write = (box, value) => {
    box.value = value;
    for (const kind of ["input", "change"]) box.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  for (const menu of form.querySelectorAll("select")) write(menu, menu.options[1].value);
  for (const box of form.querySelectorAll("input:not([type=radio], [type=checkbox])"))
    write(box, "7");
  for (const box of form.querySelectorAll("textarea")) write(box, "One word at least");
  form.querySelector("button[type=submit]").click();
  return question.querySelector("legend").textContent;
})"""
SILENT = """() => [...document.querySelectorAll(".swteach-question")]
  .filter((question) => !question.querySelector(":scope > [role=status]").textContent.trim())
  .map((question) => question.querySelector("legend").textContent)"""
# A tool counts as drawn where it has a name and something to press.
TOOLS = """() => [...document.querySelectorAll(".swteach-widget:not(.swteach-question)")]
  .map((tool) => tool.querySelectorAll("button, input, select, textarea").length)"""


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_runs(lab: Lab, path: Path) -> None:
    """A notebook runs whole: no error, every chart labelled, every question with its reply."""
    lab.open(path.name)
    lab.run_all()
    outputs = lab.page.evaluate(OUTPUTS)
    wanted = [data["description"] for data in _charts(outputs)]
    lab.page.wait_for_function(
        f"(count) => ({DRAWN})().filter(Boolean).length >= count", arg=len(wanted), timeout=60_000
    )
    lab.photograph(ARTEFACTS / f"{path.stem}.png")
    assert [output for output in outputs if _went_wrong(output)] == []
    assert lab.page.evaluate(DRAWN) == wanted
    committed = _committed(path)
    assert len(_charts(committed)) == len(wanted), f"{path.name}: commit it with its outputs"
    assert lab.page.get_by_text("Error displaying widget").count() == 0
    _answer_all(lab, sum("sw.exercise(" in cell.source for cell in nbformat.read(path, 4).cells))
    assert lab.our_messages() == []


def _answer_all(lab: Lab, count: int) -> None:
    assert len(lab.page.evaluate(ANSWER)) == count > 0
    lab.page.wait_for_function(f"() => ({SILENT})().length === 0", timeout=60_000)
    assert all(lab.page.evaluate(TOOLS))


def test_there_are_notebooks() -> None:
    """The test above has something to run."""
    assert NOTEBOOKS


def _charts(outputs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    bundles = [output.get("data", {}) for output in outputs]
    return [data[mime] for data in bundles for mime in data if mime.startswith(VEGA)]


def _committed(path: Path) -> list[dict[str, Any]]:
    cells = nbformat.read(path, as_version=4).cells
    return [output for cell in cells if cell.cell_type == "code" for output in cell.outputs]


def _went_wrong(output: dict[str, Any]) -> bool:
    return output["output_type"] == "error" or output.get("name") == "stderr"
