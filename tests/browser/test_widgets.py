"""The widgets in a real JupyterLab: keys, screen readers, narrow pages, a stopped kernel."""

from __future__ import annotations

import json

import pytest
from lab import Lab

pytestmark = pytest.mark.browser

NAME = "widgets.ipynb"
QUESTION = 'import swteach as sw\nquestion = sw.exercise("n3-mcq-1")\nquestion'
EXPLORER = "explorer = sw.timeline_explorer()\nexplorer"
STEM = "After the 2014 consultation, what did the final regulations do?"
RIGHT = "B: Right. A company could still create a non-profit arm"
SECRETS = ("A company could still create", "Compulsion comes from")
SILENCE = "Python has not answered yet. Your answer is kept on this page."
FOCUS = "() => document.activeElement.textContent || document.activeElement.value"
OVERFLOW = """(selector) => [...document.querySelectorAll(selector)]
  .filter((node) => node.scrollWidth > node.clientWidth + 1).map((node) => node.className)"""
CLIPPED_CONTROLS = """() => [...document.querySelectorAll('.swteach-explorer :is(input, select)')]
  .filter((node) => {
    const box = node.getBoundingClientRect();
    const around = node.closest(".widget-inline-hbox").getBoundingClientRect();
    return box.bottom > around.bottom + 1 || box.right > around.right + 1;
  }).map((node) => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-widget :is(button, label), .swteach-explorer :is(input, select)')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 24 || box.height < 24).map(([html]) => html)"""


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with the two widgets and a cell on either side, all run."""
    lab.write(NAME, "before = 1", QUESTION, EXPLORER, "after = 1")
    lab.open(NAME)
    lab.run_all()
    lab.page.wait_for_selector(".swteach-timeline table")
    return lab


def test_question_by_keyboard(opened: Lab) -> None:
    """Tab, arrows, Space and Enter answer the question and leave the notebook as it was."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(".swteach-choice")
    before = opened.state()
    for key in ("Space", "ArrowDown", "ArrowDown", "ArrowUp"):
        page.keyboard.press(key)
    assert page.locator(".swteach-choice input:checked").get_attribute("value") == "1"
    opened.tab_into(".swteach-choice button", most=1)
    page.keyboard.press("Enter")
    page.wait_for_selector(".swteach-choice [data-verdict='right']")
    assert RIGHT in _status(opened, ".swteach-choice")
    assert page.evaluate(FOCUS) == "Check my answer"
    assert opened.state() == before


@pytest.mark.parametrize("place", ["input", "button"])
def test_question_keeps_keys(opened: Lab, place: str) -> None:
    """No notebook shortcut reaches the notebook: none moves, cuts, adds, joins or runs a cell."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(f".swteach-choice {place}")
    before = opened.state()
    for key in ["a", "b", "x", "d", "d", "y", "m", "z", "Shift+M", "j", "k", "ArrowUp"]:
        page.keyboard.press(key)
    for key in ["ArrowDown", "ArrowLeft", "ArrowRight", "Shift+Enter", "Control+Enter"]:
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert opened.state() == before


def test_question_lets_save_through(opened: Lab) -> None:
    """Ctrl+S inside a widget saves the notebook; it does not open the browser's save dialog."""
    opened.page.locator(".swteach-choice input").first.focus()
    opened.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.model.dirty = true")
    opened.page.keyboard.press("Control+s")
    opened.page.wait_for_function(
        "() => !window.jupyterapp.shell.currentWidget.context.model.dirty", timeout=10_000
    )


def test_question_keeps_its_key(opened: Lab) -> None:
    """Before an attempt neither the page, the widget's state nor the saved file tells."""
    page = opened.page
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    state = page.evaluate(
        """async () => {
          const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
          const code = "import json; state = question.get_state(); print(json.dumps(state))";
          let text = "";
          const future = kernel.requestExecute({ code });
          future.onIOPub = (m) => { text += m.content.text ?? ""; };
          await future.done;
          return text;
        }"""
    )
    assert json.loads(state)["stem"] == STEM
    everything = [page.content(), state, (opened.workspace / NAME).read_text("utf-8")]
    assert [secret for secret in SECRETS for text in everything if secret in text] == []


def test_question_in_accessibility_tree(opened: Lab) -> None:
    """A screen reader gets a group named by the question, its radios, and the reply as status."""
    page = opened.page
    group = page.get_by_role("group", name=STEM)
    assert group.get_by_role("radio").count() == 4
    assert page.locator(".swteach-choice").get_by_role("status").count() == 1
    group.get_by_role("radio", name="D. Dropped delegation").check()
    page.get_by_role("button", name="Check my answer").click()
    page.wait_for_selector(".swteach-choice [data-verdict]")
    tree = page.locator(".swteach-choice").aria_snapshot()
    assert "- status:" in tree
    assert "D: Not quite." in tree
    assert "✗" not in tree


def test_question_without_choice(opened: Lab) -> None:
    """The button pressed too early says what to do."""
    opened.page.get_by_role("button", name="Check my answer").click()
    opened.page.get_by_text("Choose one of the answers first.").wait_for(timeout=5000)
    assert _status(opened, ".swteach-choice") == "Choose one of the answers first."


@pytest.mark.parametrize("end", ["shutdown", "restartKernel"])
def test_question_with_stopped_kernel(opened: Lab, end: str) -> None:
    """Where Python is gone, or has forgotten, the page says so and keeps the choice."""
    page = opened.page
    page.evaluate(f"() => window.jupyterapp.shell.currentWidget.sessionContext.{end}()")
    page.get_by_role("radio", name="C. Forced councils").check()
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_text(SILENCE).wait_for(timeout=8000)
    assert page.get_by_role("radio", name="C. Forced councils").is_checked()


def test_question_with_busy_kernel(opened: Lab) -> None:
    """A late answer takes the place of the words that Python has not answered."""
    page = opened.page
    page.evaluate(
        """() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
          .requestExecute({ code: "import time; time.sleep(7)" }); }"""
    )
    page.get_by_role("radio", name="B. Let councils").check()
    page.get_by_role("button", name="Check my answer").click()
    page.get_by_text(SILENCE).wait_for(timeout=6000)
    page.wait_for_selector(".swteach-choice [data-verdict='right']", timeout=10_000)
    assert RIGHT in _status(opened, ".swteach-choice")


def test_answer_comes_back(opened: Lab) -> None:
    """Reloading the page while Python lives brings the answer and its feedback back."""
    page = opened.page
    page.get_by_role("radio", name="B. Let councils").check()
    page.get_by_role("button", name="Check my answer").click()
    page.wait_for_selector(".swteach-choice [data-verdict='right']")
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    opened.open(NAME)
    page.wait_for_selector(".swteach-choice [data-verdict='right']")
    assert page.get_by_role("radio", name="B. Let councils").is_checked()


def test_explorer_by_keyboard(opened: Lab) -> None:
    """The explorer is filtered by keys alone, says what it shows, and no key leaves it."""
    page = opened.page
    opened.go_to_cell(2)
    opened.tab_into(".swteach-explorer")
    before = opened.state()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")  # law and policy off
    _wait_status(opened, "in 4 lanes: inspection, reviews and market, workforce, and texts")
    page.get_by_label("From year").focus()
    page.keyboard.press("Control+a")
    page.keyboard.type("2014")
    page.keyboard.press("Enter")
    _wait_status(opened, "2014 to 2027")
    page.get_by_label("Word (then press Enter)").focus()
    page.keyboard.type("Doncaster")
    page.keyboard.press("Enter")
    _wait_status(opened, "with the word “Doncaster”")
    assert opened.state() == before


def test_explorer_dropdown_keeps_arrows(opened: Lab) -> None:
    """An arrow key on the closed list changes the order; it does not move to the next cell."""
    page = opened.page
    opened.go_to_cell(2)
    page.get_by_label("Order").focus()
    before = opened.state()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "() => document.querySelector('.swteach-timeline tbody th').textContent.includes('2027')"
    )
    assert page.get_by_label("Order").input_value() == "Newest first"
    assert opened.state() == before


def test_explorer_in_accessibility_tree(opened: Lab) -> None:
    """Every control has a name, and the table a caption, column heads and row heads."""
    page = opened.page
    explorer = page.get_by_role("group", name="Timeline explorer")
    for lane in ("Law and policy", "Inspection", "Reviews and market", "Workforce", "Texts"):
        assert explorer.get_by_role("checkbox", name=lane).is_checked()
    for name in ("From year", "To year"):
        assert explorer.get_by_role("spinbutton", name=name).count() == 1
    assert explorer.get_by_role("combobox", name="Order").count() == 1
    table = explorer.get_by_role("table", name="Events and texts that match your choices")
    assert table.get_by_role("columnheader").count() == 5
    assert table.get_by_role("rowheader").count() == table.locator("tbody tr").count() == 20


def test_explorer_shows_twenty_rows_and_more_on_demand(opened: Lab) -> None:
    """The button adds twenty, says so, and takes the focus to the first new row; it goes last."""
    page = opened.page
    rows, more = page.locator(".swteach-timeline tbody tr"), page.locator(".swteach-more button")
    first = page.evaluate("() => document.querySelector('.swteach-timeline tbody').textContent")
    more.focus()
    page.keyboard.press("Enter")
    _wait_status(opened, "Rows 21 to 40 of ")
    place = "() => [...document.querySelectorAll('.swteach-timeline tbody th')]"
    assert page.evaluate(place + ".indexOf(document.activeElement)") == 20
    opened.tab_into(".swteach-more", most=25)
    assert page.evaluate(FOCUS) == "Show 20 more"
    for _ in range(20):
        if more.is_hidden():
            break
        more.press("Enter")
    assert rows.count() > 150
    assert page.evaluate("() => !!document.activeElement.closest('.swteach-timeline tbody')")
    page.get_by_label("Order").select_option("Newest first")
    page.wait_for_function(
        "() => document.querySelectorAll('.swteach-timeline tbody tr').length === 20"
    )
    now = page.evaluate("() => document.querySelector('.swteach-timeline tbody').textContent")
    assert now != first


@pytest.mark.parametrize("end", ["shutdown", "restartKernel"])
def test_explorer_with_stopped_kernel(opened: Lab, end: str) -> None:
    """Where Python is gone, a control that is changed does not stay without an answer."""
    page = opened.page
    page.evaluate(f"() => window.jupyterapp.shell.currentWidget.sessionContext.{end}()")
    page.get_by_role("checkbox", name="Inspection").uncheck()
    _wait_status(opened, "Python has not answered yet, so what is shown here", seconds=8)


def test_explorer_with_busy_kernel(opened: Lab) -> None:
    """A late answer takes the place of the words that there is none."""
    page = opened.page
    page.evaluate(
        """() => { window.jupyterapp.shell.currentWidget.sessionContext.session.kernel
          .requestExecute({ code: "import time; time.sleep(7)" }); }"""
    )
    page.get_by_role("checkbox", name="Inspection").uncheck()
    _wait_status(opened, "Python has not answered yet", seconds=6)
    _wait_status(opened, "in 4 lanes", seconds=10)


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_widgets_pass_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing inside the widgets, wide and narrow, light and dark; nothing overflows."""
    lab.write(NAME, QUESTION, EXPLORER)
    lab.open(NAME, theme)
    lab.run_all()
    page = lab.page
    page.wait_for_selector(".swteach-timeline table")
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    page.get_by_role("radio", name="B. Let councils").check()
    page.get_by_role("button", name="Check my answer").click()
    page.wait_for_selector(".swteach-choice [data-verdict]")
    page.wait_for_timeout(500)
    assert [(v["id"], v["nodes"][0]["html"]) for v in lab.audit(".swteach-choice")] == []
    assert [(v["id"], v["nodes"][0]["html"]) for v in lab.audit(".swteach-explorer")] == []
    assert page.evaluate(OVERFLOW, ".swteach-widget, .swteach-explorer, .swteach-scroll") == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(CLIPPED_CONTROLS) == []
    assert lab.our_messages() == []


def _status(lab: Lab, selector: str) -> str:
    return lab.page.locator(selector).get_by_role("status").inner_text().replace("\n", " ")


def _wait_status(lab: Lab, words: str, seconds: int = 5) -> None:
    status = lab.page.locator(".swteach-timeline").get_by_role("status")
    status.filter(has_text=words).wait_for(timeout=seconds * 1000)
