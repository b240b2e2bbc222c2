"""What a test does in JupyterLab: open a notebook, run it, look at it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import nbformat

# JupyterLab's own messages, each with the reason that it is not ours.
NOT_OURS = {
    r"^warning: Connection lost, reconnecting": "the kernel's socket closes when it restarts",
    r"^error: Could not restore the debugger state: Canceled future": (
        "the debugger panel was asking a kernel that restarts"
    ),
    r"^page error: Error: Canceled future for create_subshell_request": (
        "JupyterLab was asking a kernel that restarts for a second line to it"
    ),
    r"^warning: Subshell identifier not available in the closeout sequence": (
        "JupyterLab was asking a kernel that stops for a second line to it"
    ),
}

# A notebook opens with the counts of its last run: only the command's own end tells this one's.
RUN_ENDED = """() => {
  const panel = window.jupyterapp.shell.currentWidget;
  const isError = (output) => output.output_type === "error";
  const cells = panel.content.widgets
    .filter((cell) => cell.model.type === "code" && cell.model.sharedModel.source.trim());
  const idle = panel.sessionContext.session?.kernel?.status === "idle";
  const failed = cells.some((cell) => cell.model.outputs.toJSON().some(isError));
  const counted = cells.every((cell) => /^\\d+$/.test(cell.prompt || ""));
  return window.ended && idle && (failed || counted);
}"""
NOTEBOOK_STATE = """() => {
  const notebook = window.jupyterapp.shell.currentWidget.content;
  return {
    active: notebook.activeCellIndex,
    selected: notebook.widgets.map((cell) => notebook.isSelected(cell)),
    mode: notebook.mode,
    cells: notebook.widgets.map((cell) => cell.model.type + cell.model.sharedModel.source),
    runs: notebook.widgets.map((cell) => cell.model.executionCount ?? null),
  };
}"""

OUTER = "'.jp-Notebook .jp-WindowedPanel-outer'"
TALLEST = 16_000  # pixels; Chromium cannot draw a much taller page
NOTEBOOK_HEIGHT = """() => {
  const outer = document.querySelector('.jp-Notebook .jp-WindowedPanel-outer');
  const last = [...outer.querySelectorAll('.jp-Cell')].at(-1).getBoundingClientRect();
  return Math.ceil(last.bottom - outer.getBoundingClientRect().top + outer.scrollTop);
}"""


class Lab:
    """One page with JupyterLab in it."""

    def __init__(self, page: Any, server: str, workspace: Path) -> None:
        self.page = page
        self.workspace = workspace
        self._address, self._token = server.split("/lab?token=")
        self.messages: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.messages.append(f"page error: {error}"))

    def _hear(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.messages.append(f"{message.type}: {message.text}")

    def our_messages(self) -> list[str]:
        """Return what the console said, without messages known to be JupyterLab's own."""
        return [m for m in self.messages if not any(re.search(known, m) for known in NOT_OURS)]

    def write(self, name: str, *cells: str) -> None:
        """Write a notebook of code cells into the folder JupyterLab serves."""
        notebook = nbformat.v4.new_notebook()
        notebook.cells = [nbformat.v4.new_code_cell(source) for source in cells]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        notebook.metadata["kernelspec"] = kernel
        nbformat.write(notebook, self.workspace / name)

    def open(self, name: str, theme: str | None = None) -> None:
        """Open one notebook and wait for its kernel."""
        stem = re.sub(r"\W", "-", name)
        url = f"{self._address}/lab/workspaces/{stem}/tree/{name}?reset&token={self._token}"
        self.page.goto(url)
        self.page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        self.page.wait_for_function(
            "() => window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
            "?.status === 'idle'",
            timeout=60_000,
        )
        if theme:
            self.command("apputils:change-theme", theme=theme)
            self.page.wait_for_selector(f"body[data-jp-theme-name='{theme}']", state="attached")

    def command(self, name: str, **arguments: Any) -> None:
        """Start a JupyterLab command, without waiting for its end; `ended` then says when."""
        self.page.evaluate(
            "([name, args]) => { window.ended = false; const end = () => (window.ended = true);"
            "window.jupyterapp.commands.execute(name, args).then(end, end); }",
            [name, arguments],
        )

    def run_all(self) -> None:
        """Restart the kernel, run every cell, and wait until all is quiet or one has failed."""
        self.command("notebook:restart-run-all")
        self.page.locator(".jp-Dialog .jp-mod-accept").click()
        self.page.wait_for_function(RUN_ENDED, timeout=180_000)

    def end_kernels(self, name: str) -> None:
        """End what runs for one notebook, whatever the page shows by now."""
        sessions = f"{self._address}/api/sessions"
        token = f"?token={self._token}"
        for session in self.page.request.get(sessions + token).json():
            if session["path"] == name:
                assert self.page.request.delete(f"{sessions}/{session['id']}{token}").ok

    def audit(self, selector: str) -> list[dict[str, Any]]:
        """Return what axe finds inside an element against WCAG 2.2 A and AA."""
        from axe_playwright_python.sync_playwright import Axe

        rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
        return Axe().run(self.page, context=selector, options=rules).response["violations"]

    def state(self) -> dict[str, Any]:
        """Return the notebook's active cell, mode, sources and run counts."""
        return self.page.evaluate(NOTEBOOK_STATE)

    def go_to_cell(self, index: int) -> None:
        """Select a cell as a student does who moves with the arrow keys."""
        self.page.evaluate(
            "(index) => { const n = window.jupyterapp.shell.currentWidget.content;"
            "n.mode = 'command'; n.activeCellIndex = index; n.deselectAll(); n.activate(); }",
            index,
        )

    def tab_into(self, selector: str, most: int = 40) -> None:
        """Press Tab until the focus is inside an element; fail where it never gets there."""
        for _ in range(most):
            self.page.keyboard.press("Tab")
            if self.page.evaluate(f"() => !!document.activeElement.closest('{selector}')"):
                return
        raise AssertionError(f"{most} presses of Tab never reached {selector}")

    def photograph(self, path: Path) -> None:
        """Take pictures of the whole notebook: NAME.png, then NAME-2.png where it is longer."""
        path.parent.mkdir(exist_ok=True)
        size = self.page.viewport_size
        height = self.page.evaluate(NOTEBOOK_HEIGHT)
        self.page.set_viewport_size({**size, "height": min(height + 200, TALLEST)})
        shown = TALLEST - 400  # less than a picture, so that parts overlap a little
        for number, top in enumerate(range(0, height, shown), 1):
            self.page.evaluate(f"() => document.querySelector({OUTER}).scrollTo(0, {top})")
            self.page.wait_for_timeout(1000)
            name = path.name if number == 1 else f"{path.stem}-{number}.png"
            self.page.screenshot(path=path.with_name(name))
        self.page.set_viewport_size(size)
