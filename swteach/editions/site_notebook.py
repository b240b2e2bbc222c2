"""A notebook as a page of the site: its words, charts, tables, questions and tools."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from swteach.course import OPENING
from swteach.editions import site_claims, site_marking, site_sums, site_words
from swteach.editions.items import Sheet
from swteach.editions.paper_notebook import CHART, Cell, join_lines, read_source
from swteach.editions.site_chart import Chart, read_chart, write_chart
from swteach.editions.site_html import Names, fold, link, say, scroll
from swteach.editions.site_journal import JOURNAL
from swteach.editions.site_output import read_output
from swteach.editions.site_picture import Pictures
from swteach.editions.site_prose import write_prose
from swteach.editions.site_question import write_question
from swteach.editions.site_tools import write_tool
from swteach.editions.site_unrun import is_shown
from swteach.notebook_calls import Call, find_calls
from swteach.yamlfile import CourseFileError, Problem

TOOLS: dict[str, Callable[..., str]] = {
    "agency_calculator": site_sums.calculate,
    "argument_map": site_words.map_argument,
    "briefing": site_words.brief,
    "claim_browser": site_claims.browse_claims,
    "claim_checker": site_claims.check_claims,
    "inspection_simulator": site_sums.simulate,
    "journal_page": site_words.keep,
    "ledger": site_claims.mark_predictions,
    "messy_page": site_words.sort_page,
    "stance_barometer": site_words.stand,
    "timeline_explorer": site_words.list_times,
    "two_coders": site_claims.code_claims,
    "you_draw_it": site_sums.draw_line,
}
# Those whose code says no more than what stands on the page.
PLAIN = ("show", "texts", "challenges", "argument_example")
READ_ON = (
    "This is the reading edition: it needs no Python, and charts and tables are here already. What "
    "the text says of cells, of running them, of Binder and of journal.json is for the notebooks."
)
STILL = (
    "No scripts run on this page. Answer first, then open what is folded. What you type stays in "
    "this page and is gone when you close it."
)
LIVE = (
    "Press the buttons to have your answers checked. What you answer and write is kept in this "
    "browser, and nowhere else. To take it away, or to go on with it in the notebooks:"
)
OF_THE_JOURNAL = ("write-keep",)
ASKED = ("exercise", "exercises")
CODE = "The code that made this"
WORKED_OUT = (
    "In the notebook, Python works out here what to ask. On this page there is only what the "
    "notebook was saved with."
)
NOT_OWN = "the page of notebook {} asks only the questions of its own exercise file, not {}"
NO_NOTEBOOK = "this is not a notebook that can be read ({error})."
MEND_NOTEBOOK = "Take it back from an older copy."
MEND_CELL = "Run the cell in the notebook to see what is wrong, and mend it there."


class Reader:
    """
    Reads one notebook into HTML, and collects its charts and its files.

    Parameters
    ----------
    sheet
        The notebook and its questions.
    path
        Its file.

    Attributes
    ----------
    page, body
        The file that it becomes, and what stands in it.
    charts, files, questions, tools
        What was found on the way: drawings, tables to download, data for the page's script.
    worked_out
        The cells whose questions or tools could not be read, since Python works out which.
    pictures
        Those that its words show; in ``files`` too.
    unrun
        The cells that would show something and were saved without output.

    Raises
    ------
    CourseFileError
        Where the file is no notebook, or a cell asks for what is not there.
    """

    def __init__(self, sheet: Sheet, path: Path) -> None:
        self.notebook, self.page = sheet.notebook, f"{path.stem}.html"
        self.pictures = Pictures(path)
        self.exercises = {one.id: one for one in sheet.exercises}
        self.names = Names()
        self.charts: list[Chart] = []
        self.files: dict[str, str | bytes] = {}
        self.questions: dict[str, Any] = {}
        self.tools: dict[str, Any] = {}
        self.worked_out: list[str] = []
        self.unrun: list[str] = []
        self.body = self.read(path)
        self.files |= self.pictures.files

    def read(self, path: Path) -> str:
        """Return a notebook as HTML, with a note and the page's contents below its title."""
        text = path.read_text(encoding="utf-8")
        try:
            cells = json.loads(text)["cells"]
        except (ValueError, LookupError, TypeError) as error:
            problem = Problem(path.name, 1, "", NO_NOTEBOOK.format(error=error), MEND_NOTEBOOK)
            raise CourseFileError([problem]) from None
        first, *rest = (html for cell in cells if (html := self.try_cell(cell, path.name, text)))
        return "".join([first, self.explain(), self.names.list_parts(), *rest])

    def try_cell(self, cell: Cell, file: str, text: str) -> str:
        """Return a cell as HTML, or say in which cell of the file something is wrong."""
        try:
            return self.write_cell(cell)
        except CourseFileError:
            raise
        except (ValueError, TypeError, LookupError) as error:
            name = str(cell.get("id", ""))
            line = text[: text.find(f'"{name}"')].count("\n") + 1
            problem = Problem(file, line, f"cell {name}", f"{error}.".replace("..", "."), MEND_CELL)
            raise CourseFileError([problem]) from error

    def list_data(self, course: str) -> dict[str, Any]:
        """Return what the page's script must know, once the notebook is read."""
        known = {"course": course, "notebook": Path(self.page).stem, "title": self.notebook.title}
        return {**known, "questions": self.questions, "tools": self.tools}

    def explain(self) -> str:
        """Return what this edition is, in one way for scripts that run and one for none."""
        journal = f"{escape(LIVE)} {link('your journal', JOURNAL)}."
        parts = [say(READ_ON), say(STILL, kind="without-scripts")]
        return (
            f'<div class="hint">{"".join(parts)}<p class="with-scripts" hidden>{journal}</p></div>'
        )

    def write_cell(self, cell: Cell) -> str:
        """Return a cell as HTML; nothing for one that has no meaning here."""
        if cell["cell_type"] != "markdown":
            return "".join(self.write_code(cell))
        if cell.get("id") in OF_THE_JOURNAL:
            return ""
        source = read_source(cell)
        for opening in (self.notebook.opening, OPENING):
            source = source.replace(opening.strip(), "")
        picture = partial(self.pictures.write, pasted=cell.get("attachments", {}))
        return write_prose(source, self.names, picture=picture)

    def write_code(self, cell: Cell) -> Iterator[str]:
        """Yield what a cell with code shows: questions, a tool, or what it put out."""
        source, outputs = read_source(cell), cell.get("outputs", [])
        calls = list(find_calls(source))
        own = [call for call in calls if call.name in (*ASKED, *TOOLS)]
        plain = [call for call in own if call.given is not None]
        for call in plain:
            yield from self.answer(call)
        if own and len(plain) == len(own):
            return
        if not outputs and is_shown(source):
            self.unrun.append(str(cell.get("id", "")))
        shown = [html for one in outputs for html in self.show(one.get("data", {}))]
        if own:
            self.worked_out.append(str(cell.get("id", "")))
            yield say(WORKED_OUT, kind="note") + "".join(shown)
        elif any(call.name == "challenges" for call in calls):
            yield site_words.challenge("".join(shown))
        else:
            yield from shown
            if shown and not any(call.name in PLAIN for call in calls):
                yield fold(scroll(f"<pre><code>{escape(source)}</code></pre>", CODE), CODE)

    def answer(self, call: Call) -> Iterator[str]:
        """Yield what a call asks for: a question, all of them, or a tool."""
        if call.name == "exercise":
            yield self.ask(*call.given, **call.named)
        elif call.name == "exercises":
            yield from self.ask_all(*call.given, **call.named)
        else:
            yield self.use(call)

    def use(self, call: Call) -> str:
        """Return a tool, with its data for the page's script where there is one for it."""
        name, given, named = call
        html, data = TOOLS[name](self.names, *given, **named), write_tool(name, given, named)
        key = self.names.make(f"tool-{name}")
        if data is None:
            return f'<div class="tool" data-keep="{key.removeprefix("tool-")}">{html}</div>'
        self.tools[key] = data
        return f'<div class="tool" data-tool="{key}">{html}</div>'

    def ask_all(self, notebook: int) -> Iterator[str]:
        """Yield all questions of this notebook."""
        if notebook != self.notebook.number:
            raise ValueError(NOT_OWN.format(self.notebook.number, f"those of notebook {notebook}"))
        yield from map(self.ask, self.exercises)

    def ask(self, exercise_id: str) -> str:
        """Return a question by its id."""
        known = self.exercises.get(exercise_id)
        if known is None:
            raise ValueError(NOT_OWN.format(self.notebook.number, exercise_id))
        self.questions[exercise_id] = site_marking.write_question(known)
        return write_question(known, self.names)

    def show(self, data: Mapping[str, Any]) -> Iterator[str]:
        """Yield an output: a chart, or the HTML of a table or of notes."""
        spec = next((data[kind] for kind in data if CHART in kind), None)
        if spec:
            chart = read_chart(spec, self.page, self.names)
            self.charts.append(chart)
            yield write_chart(chart, chart.name)
        elif "text/html" in data:
            folder = f"data/{self.notebook.number:02}"
            yield read_output(join_lines(data["text/html"]), folder, self.files)
        elif "text/plain" in data:
            yield scroll(f"<pre>{escape(join_lines(data['text/plain']))}</pre>", "Output")
