"""Barometer, claim checker, argument map, ledger and journal page in a real JupyterLab."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lab import Lab

from swteach.claim_record import find_tests
from swteach.journal.book import Journal

pytestmark = pytest.mark.browser

NAME = "record_tools.ipynb"
CLAIMS = ["jones-2014-cavalry-c05", "jones-2014-cavalry-c16"]
PREDICTIONS = ["jones-2014-cavalry-c09", "jones-2014-cavalry-c13"]
CELLS = (
    "import swteach as sw",
    "barometer = sw.stance_barometer('n1')\nbarometer",
    f"checker = sw.claim_checker({CLAIMS})\nchecker",
    'argument = sw.argument_map("jones-2014-cavalry")\nargument',
    f"ledger = sw.ledger({PREDICTIONS})\nledger",
    "page = sw.journal_page()\npage",
)
BAROMETER, CHECKER, MAP = ".swteach-barometer", ".swteach-checker", ".swteach-map"
LEDGER, JOURNAL = ".swteach-ledger", ".swteach-journal"
TOOLS = {BAROMETER: 1, CHECKER: 2, MAP: 3, LEDGER: 4, JOURNAL: 5}
SILENCE = "Python has not answered yet. What you entered is still here."
SECRETS = [
    half
    for claim in (*CLAIMS, *PREDICTIONS)
    for test in find_tests(claim)
    for half in (test.supports, test.does_not_settle)
]
FOCUS = "() => document.activeElement.textContent || document.activeElement.value"
LABEL = "() => document.activeElement.labels[0].innerText"
OVERFLOW = """() => [...document.querySelectorAll('.swteach-form, .swteach-form *')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
  .filter((node) => !node.closest(".swteach-scroll, svg, select, input"))
  .map((node) => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-form :is(button, .swteach-option, select, textarea, input[type=text], summary)')]
  .filter((node) => node.offsetParent)
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([html]) => html)"""
TOO_WIDE = """() => [...document.querySelectorAll('.swteach-map tspan')]
  .filter((line) => line.getComputedTextLength() > 222 - 2 * 9)
  .map((line) => line.textContent)"""
PICTURE = """() => [...document.querySelectorAll('.swteach-map svg text')]
  .map((text) => [...text.children].map((line) => line.textContent).join(" "))"""
STATE = """async () => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const code = "import json; tools = [barometer, checker, argument, ledger, page];" +
    "print(json.dumps([tool.get_state() for tool in tools], default=str))";
  let text = "";
  const future = kernel.requestExecute({ code });
  future.onIOPub = (m) => { text += m.content.text ?? ""; };
  await future.done;
  return text;
}"""


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with the five tools, run, and no journal."""
    _open(lab)
    return lab


def _open(lab: Lab, theme: str | None = None, cells: tuple[str, ...] = CELLS) -> None:
    lab.write(NAME, *cells)
    lab.open(NAME, theme)
    lab.run_all()
    lab.page.locator(JOURNAL).get_by_text("Nothing is kept yet.").wait_for(timeout=20_000)


def _status(lab: Lab, tool: str) -> str:
    found = lab.page.locator(tool).get_by_role("status").all_inner_texts()
    return " ".join(found).replace("\n", " ").strip()


def _wait(lab: Lab, tool: str, words: str) -> None:
    status = lab.page.locator(tool).get_by_role("status")
    status.filter(has_text=words).first.wait_for(timeout=10_000)


def _press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def _entries(lab: Lab) -> dict[tuple[str, str], object]:
    kept = json.loads((lab.workspace / "journal.json").read_text("utf-8"))["entries"]
    return {(entry["id"], entry["kind"]): entry["value"] for entry in kept}


def test_barometer_by_keyboard(lab: Lab) -> None:
    """Points, how sure and words by keys, first and last; told in the status, kept as private."""
    after = "later = sw.stance_barometer('n9')\nlater"
    _open(lab, cells=(*CELLS, after))
    page = lab.page
    lab.go_to_cell(1)
    lab.tab_into(f"{BAROMETER} input")
    before = lab.state()
    _press(lab, "Space", "ArrowRight", "Tab", "Space", "Tab", "Space", "ArrowLeft")
    assert page.evaluate(LABEL) == "I pass on this one"
    _press(lab, "Tab", "Space", "ArrowRight", "ArrowRight", "Tab")
    page.keyboard.type("A figure that I did not know")
    _press(lab, "Tab")
    assert page.evaluate(FOCUS) == "Keep my reading"
    _press(lab, "Enter")
    _wait(lab, BAROMETER, "privatisation: somewhat against; inspection: strongly against")
    assert "workforce reform: I pass on this one, sure 3 of 5." in _status(lab, BAROMETER)
    assert lab.state() == before
    lab.go_to_cell(6)
    lab.tab_into(f"{BAROMETER} input")
    assert page.get_by_role("table", name="Your first and your last reading").count() == 0
    _press(lab, "Space", *["ArrowRight"] * 3, *["Tab"] * 5, "Enter")
    table = page.get_by_role("table", name="Your first and your last reading")
    row = table.get_by_role("row", name="privatisation")
    row.get_by_text("2 steps towards “for”").wait_for(timeout=10_000)
    kept = _entries(lab)
    assert kept[("barometer-n1", "reflection")] == "A figure that I did not know"
    assert kept[("barometer-n9", "barometer")]["privatisation"] == "somewhat for"


def test_checker_by_keyboard(opened: Lab) -> None:
    """A verdict and how sure open the record; the next claim takes the focus and says its place."""
    page = opened.page
    opened.go_to_cell(2)
    opened.tab_into(f"{CHECKER} button", most=60)  # no verdict yet
    before = opened.state()
    _press(opened, "Enter")
    _wait(opened, CHECKER, "Choose one of the four first.")
    _press(opened, "Shift+Tab", "Space", "Shift+Tab", "Space")
    assert page.evaluate(LABEL) == "It supports it"
    _press(opened, "ArrowRight", "Enter")
    _wait(opened, CHECKER, "Your verdict: it supports part of it, sure 1 of 5.")
    assert "the record supports it; later events overtook it" in _status(opened, CHECKER)
    assert "You have checked 1 of 2 claims." in _status(opened, CHECKER)
    records = page.locator(f"{CHECKER} .swteach-evidence")
    assert records.count() == len(find_tests(CLAIMS[0]))
    assert records.get_by_text("What it does not settle:").count() == records.count()
    assert records.get_by_role("link").count() >= records.count()
    opened.tab_into(f"{CHECKER} > .swteach-buttons")
    _press(opened, "Tab")
    assert page.evaluate(FOCUS) == "Next claim"
    _press(opened, "Enter")
    _wait(opened, CHECKER, "Claim 2 of 2. Not checked yet.")
    assert page.evaluate(FOCUS).startswith("Claim 2 of 2: ")
    assert page.locator(f"{CHECKER} input:checked").count() == records.count() == 0
    _press(opened, "Tab", "Space")
    assert page.evaluate(LABEL) == "It supports it"
    assert opened.state() == before


def test_map_by_keyboard(opened: Lab) -> None:
    """Parts are added from menus, moved, removed and brought back; picture and outline agree."""
    page = opened.page
    opened.go_to_cell(3)
    opened.tab_into(f"{MAP} select")
    before = opened.state()
    _press(opened, "Tab", "ArrowDown")
    assert page.get_by_label("Which words?").input_value() == "0"
    assert "Ray Jones, 19 May 2014" in page.locator(f"{MAP} fieldset").first.inner_text()
    _press(opened, "Tab")
    assert page.evaluate(FOCUS) == "Add it"
    _press(opened, "Enter")
    _wait(opened, MAP, "Added: 1 Conclusion: ")
    _press(opened, *["Shift+Tab"] * 2, "r", "Tab")
    assert page.evaluate(LABEL).startswith("What does it stand under?")
    _press(opened, "Tab", "ArrowUp", "Tab")
    page.keyboard.type("Because I say so")
    _press(opened, "Tab", "Enter")
    _wait(opened, MAP, "Added: 1.1 Reason: Because I say so.")
    assert page.get_by_label("Your own words").input_value() == ""
    _press(opened, *["Shift+Tab"] * 4, "o", "Tab", "ArrowDown", "Tab", "Tab")
    page.keyboard.type("No, because")
    _press(opened, "Tab", "Enter")
    _wait(opened, MAP, "Added: 1.1.1 Objection: No, because.")
    _press(opened, "Tab", "ArrowDown", "ArrowDown")
    page.get_by_role("button", name="Move it there").wait_for()
    opened.tab_into(f"{MAP} fieldset label select", most=5)
    _press(opened, "ArrowUp", "Tab", "Enter")
    _wait(opened, MAP, "Moved. It is now 1.2 Objection: No, because.")
    assert page.evaluate(PICTURE)[2] == "1.2 Objection No, because"
    _press(opened, *["Shift+Tab"] * 2)
    assert page.evaluate(FOCUS) == "Remove it"
    _press(opened, "Enter")
    _wait(opened, MAP, "Removed: 1.2 Objection: No, because. Undo brings it back.")
    page.get_by_role("button", name="Undo the last step").focus()
    _press(opened, "Enter")
    _wait(opened, MAP, "Undone. The map has 3 parts.")
    _press(opened, "Tab", "Enter")
    _wait(opened, MAP, "The outline is in your journal")
    outline = _entries(opened)[("argument-map-jones-2014-cavalry", "map")]
    assert outline.splitlines()[1:] == [
        "  1.1 Reason: Because I say so",
        "  1.2 Objection: No, because",
    ]
    assert opened.state() == before


def test_picture_says_what_the_outline_says(opened: Lab) -> None:
    """Every claim of the text, in one map: same words in both, each line inside its box."""
    page, outline = opened.page, opened.page.locator(f"{MAP} li")
    claims = page.get_by_label("Which words?").locator("option").count() - 1
    for place in range(claims):
        page.get_by_label("Which words?").select_option(str(place))
        page.get_by_role("button", name="Add it").click()
        outline.nth(place).wait_for(timeout=5000)
    told = ["".join(text.replace(":", "", 1).split()) for text in outline.all_inner_texts()]
    assert ["".join(text.split()) for text in page.evaluate(PICTURE)] == told
    assert page.evaluate(TOO_WIDE) == []
    assert page.locator(f"{MAP} svg").get_attribute("aria-hidden") == "true"


def test_ledger_by_keyboard(opened: Lab) -> None:
    """A mark opens the record beside it; each prediction has its own words, none has a score."""
    page = opened.page
    opened.go_to_cell(4)
    opened.tab_into(f"{LEDGER} input")
    before = opened.state()
    _press(opened, "Space", "ArrowRight", "Tab")
    assert page.evaluate(FOCUS) == "Mark it, then show the record"
    _press(opened, "Enter")
    pieces = len(find_tests(PREDICTIONS[0]))
    _wait(opened, LEDGER, f"The record is open: {pieces} pieces of it are below.")
    assert "Your mark: partly." in _status(opened, LEDGER)
    items = page.locator(f"{LEDGER} > ol > li")
    assert items.nth(0).get_by_text("What this supports:").count() == pieces
    assert items.nth(1).get_by_text("What this supports:").count() == 0
    assert items.nth(0).locator("strong", has_text="Your mark: partly.").count() == 1
    opened.tab_into(f"{LEDGER} li:nth-child(2) input", most=40)
    _press(opened, "Tab", "Enter")
    _wait(opened, LEDGER, "Choose one of the four first.")
    _press(opened, "Shift+Tab", "Space", "Enter")
    _wait(opened, LEDGER, "no published record")
    assert "You have marked 2 of 2 predictions." in items.nth(1).inner_text()
    assert _entries(opened)[(PREDICTIONS[0], "ledger")] == "partly"
    assert opened.state() == before


def test_journal_by_keyboard(opened: Lab, tmp_path: Path) -> None:
    """Name, ticks, a real download of each form, and a download brought back in, by keys."""
    page = opened.page
    page.get_by_role("radio", name="partly").first.check()
    page.get_by_role("button", name="Mark it, then").first.click()
    _wait(opened, LEDGER, "Your mark: partly.")
    opened.go_to_cell(5)
    opened.tab_into(f"{JOURNAL} button")
    before = opened.state()
    _press(opened, "Enter")
    _wait(opened, JOURNAL, "Kept so far: 1 entry, in 1 part of the course.")
    _press(opened, "Shift+Tab", "Enter", "Tab", "Space")
    _wait(opened, JOURNAL, "Ticked: it is left out of what you hand in, with all earlier versions.")
    assert page.evaluate(LABEL) == "Private: leave it out of what I hand in"
    assert page.locator(f"{JOURNAL} input[type=checkbox]").is_checked()
    _press(opened, "Tab", "Tab")
    page.keyboard.type("Ada")
    _press(opened, "Enter")
    _wait(opened, JOURNAL, "Your name in exports: Ada.")
    _press(opened, "Tab", "Tab")
    for form in ("docx", "html", "md", "json"):
        _press(opened, "Tab")
        _check_download(opened, tmp_path, form)
    _press(opened, *["Shift+Tab"] * 4, "ArrowDown", "Tab", "Tab", "Tab")
    with page.expect_download() as handed:
        _press(opened, "Enter")
    name = handed.value.suggested_filename
    assert name.endswith("-to-hand-in.md")
    assert "partly" not in Path(handed.value.path()).read_text("utf-8")
    _wait(opened, JOURNAL, f"Your browser puts the file with its downloads: {name}.")
    _press(opened, "Tab", "Tab")
    assert page.evaluate(LABEL).startswith("Go on with an earlier journal")
    _check_import(opened, tmp_path)
    assert opened.state() == before
    assert opened.our_messages() == []


def _check_download(lab: Lab, folder: Path, form: str) -> None:
    with lab.page.expect_download() as loaded:
        _press(lab, "Enter")
    path = folder / loaded.value.suggested_filename
    loaded.value.save_as(path)
    assert path.suffix == f".{form}"
    if form == "docx":
        text = zipfile.ZipFile(path).read("word/document.xml").decode()
    else:
        text = path.read_text("utf-8")
    assert "partly" in text and "Ada" in text
    _wait(lab, JOURNAL, f"Your browser puts the file with its downloads: {path.name}.")


def _check_import(lab: Lab, folder: Path) -> None:
    """Bring in a file that is larger than one message of a server may be."""
    # Listened for early: the browser is told of it on its own time, and a key may be faster.
    lab.page.on("filechooser", lambda _: None)
    other = Journal(folder / "other.json")
    for place in range(14):
        assert other.record("reflection", f"n1-ref-{place}", "word " * 180_000)
    with lab.page.expect_file_chooser() as chooser:
        _press(lab, "Enter")
    chooser.value.set_files(folder / "other.json")
    _press(lab, "Tab", "Enter")
    lab.page.locator(JOURNAL).get_by_text("Imported. 14 entries were new.").wait_for(timeout=60_000)
    lab.page.locator(JOURNAL).get_by_text("Notebook 1: 14 questions or tools").wait_for()


def test_tools_keep_keys(opened: Lab) -> None:
    """No shortcut reaches the notebook from a field, a menu, a radio or a button of a tool."""
    page = opened.page
    for tool, cell in TOOLS.items():
        for place in ("input, select, textarea", "button"):
            opened.go_to_cell(cell)
            page.locator(f"{tool} :is({place})").first.focus()
            before = opened.state()
            letters = ["a", "b", "x", "d", "d", "y", "m", "z", "j", "k", "Shift+M"]
            _press(opened, *letters, "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
            _press(opened, "Shift+Enter", "Control+Enter")
            page.wait_for_timeout(300)
            assert opened.state() == before, (tool, place)


def test_every_control_is_tied_to_its_question(opened: Lab) -> None:
    """Radios stand in a group named by issue or claim, with its speaker; fields have names."""
    page = opened.page
    for issue in ("Privatisation", "Inspection", "Workforce reform"):
        group = page.locator(BAROMETER).get_by_role("group", name=f"{issue}: ")
        assert group.get_by_role("radio").count() == 6
    for tool, name in ((CHECKER, "Claim 1 of 2: The 2014"), (LEDGER, "Prediction 1 of 2: ")):
        group = page.locator(tool).get_by_role("group", name=name)
        assert group.get_by_role("radio").count() == 4
        about = group.evaluate(
            "(g) => document.getElementById(g.getAttribute('aria-describedby')).textContent"
        )
        assert about.startswith("Ray Jones, 19 May 2014, opinion")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll('.swteach-form :is(input, select, textarea)')]
          .filter((field) => !field.labels.length).map((field) => field.outerHTML)"""
    )
    assert nameless == []
    assert page.get_by_label("What would change my mind?").count() == 1


def test_status_is_there_before_its_words(opened: Lab) -> None:
    """The regions that speak stand in the page from the start, and are not rebuilt by an answer."""
    page = opened.page
    regions = f"({', '.join(TOOLS)})"
    mark = f"""() => document.querySelectorAll(':is{regions} [role=status]')
      .forEach((node) => (node.dataset.early = "yes"))"""
    page.evaluate(mark)
    page.get_by_role("button", name="Keep my reading").click()
    page.get_by_role("button", name="Check it against").click()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Mark it, then").first.click()
    page.get_by_role("button", name="Keep this name").click()
    for tool in TOOLS:
        spoken = page.locator(f"{tool} [role=status][data-early=yes]:not(:empty)")
        spoken.first.wait_for(timeout=10_000)
        assert page.locator(f"{tool} [role=status]:not([data-early])").count() == 0


def test_record_is_nowhere_before_a_mark(opened: Lab) -> None:
    """Before a mark neither the page, the widgets' state nor the saved file has any record."""
    page = opened.page
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    state = page.evaluate(STATE)
    assert len(json.loads(state)) == 5
    texts = [page.locator(f"{tool}").inner_html() for tool in TOOLS]
    everything = [*texts, state, (opened.workspace / NAME).read_text("utf-8")]
    escaped = [json.dumps(secret)[1:-1] for secret in SECRETS]
    assert [s for s in (*SECRETS, *escaped) for text in everything if s in text] == []


def test_position_is_in_no_state_and_no_file(opened: Lab) -> None:
    """A reading and its words are in the page and the journal, not in state or notebook file."""
    page = opened.page
    page.locator(BAROMETER).get_by_role("radio", name="strongly for").first.check()
    page.get_by_label("What would change my mind?").fill("my own fear")
    page.get_by_role("button", name="Keep my reading").click()
    _wait(opened, BAROMETER, "Kept in your journal, as private.")
    page.get_by_role("button", name="Look again").click()
    _wait(opened, JOURNAL, "Kept so far: ")
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    assert "my own fear" in (opened.workspace / "journal.json").read_text("utf-8")
    saved = (opened.workspace / NAME).read_text("utf-8") + page.evaluate(STATE)
    assert "my own fear" not in saved and "privatisation: strongly for" not in saved
    opened.open(NAME)
    page.wait_for_function(
        "() => document.querySelector('.swteach-barometer textarea')?.value === 'my own fear'"
    )
    chosen = page.locator(f"{BAROMETER} input:checked")
    chosen.first.wait_for(timeout=10_000)
    assert chosen.first.input_value() == "strongly for"


def test_stopped_kernel_is_said_and_words_come_back(opened: Lab) -> None:
    """Without Python every tool says so; words typed then are back when the cells run again."""
    page = opened.page
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.get_by_label("What would change my mind?").fill("typed into silence")
    _wait(opened, BAROMETER, SILENCE)  # it moves what is below it
    page.locator(CHECKER).get_by_role("radio", name="It cannot tell").check()
    page.get_by_role("button", name="Check it against").click()
    page.get_by_role("button", name="Add it").click()
    page.get_by_role("button", name="Mark it, then").first.click()
    page.get_by_role("button", name="Keep this name").click()
    for tool in TOOLS:
        _wait(opened, tool, SILENCE)
    assert page.get_by_role("radio", name="It cannot tell").is_checked()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.startKernel()")
    page.wait_for_timeout(1000)
    opened.run_all()
    page.wait_for_function(
        "() => document.querySelector('.swteach-barometer textarea').value === 'typed into silence'"
    )
    _wait(opened, BAROMETER, "back")


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_tools_pass_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing inside the tools once they are used, wide and narrow, light and dark."""
    _open(lab, theme)
    page = lab.page
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    _use(lab)
    found = [
        (tool, violation["id"], violation["nodes"][0]["html"])
        for tool in TOOLS
        for violation in lab.audit(tool)
    ]
    assert found == []
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert lab.our_messages() == []


def _use(lab: Lab) -> None:
    page = lab.page
    page.locator(BAROMETER).get_by_role("radio", name="strongly for").first.check()
    page.get_by_role("button", name="Keep my reading").click()
    _wait(lab, BAROMETER, "Kept in your journal")
    page.locator(CHECKER).get_by_role("radio", name="It cannot tell").check()
    page.locator(CHECKER).get_by_role("radio", name="4", exact=True).check()
    page.get_by_role("button", name="Check it against").click()
    for kind in ("conclusion", "reason", "objection"):
        page.get_by_label("What is it?").select_option(kind)
        page.get_by_label("Which words?").select_option("1")
        page.get_by_role("button", name="Add it").click()
        _wait(lab, MAP, f"{kind.capitalize()}: ")
    page.locator(LEDGER).get_by_role("radio", name="partly").first.check()
    page.get_by_role("button", name="Mark it, then").first.click()
    _wait(lab, LEDGER, "Your mark")
    page.get_by_role("button", name="Look again").click()
    _wait(lab, JOURNAL, "Kept so far")
    page.locator(f"{JOURNAL} summary").first.click()
