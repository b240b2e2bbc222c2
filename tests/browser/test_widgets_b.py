"""You draw it, the simulator and the calculator in a real JupyterLab: keys, pointer, axe."""

from __future__ import annotations

import json
import re

import pytest
from lab import Lab

pytestmark = pytest.mark.browser

NAME = "tools.ipynb"
CELLS = (
    "import swteach as sw",
    "draw = sw.you_draw_it()\ndraw",
    "simulator = sw.inspection_simulator()\nsimulator",
    "calculator = sw.agency_calculator()\ncalculator",
    "after = 1",
)
DRAW, SIMULATOR, CALCULATOR = ".swteach-draw", ".swteach-simulator", ".swteach-agency"
TOOLS = {DRAW: 1, SIMULATOR: 2, CALCULATOR: 3}
SILENCE = "Python has not answered yet. What you entered is still here."
SECRETS = ("230,590", "230590", "225,400", "225400", "160,490", "160490")
FOCUS = "() => document.activeElement.textContent || document.activeElement.value"
DESCRIPTION = """(input) => input.getAttribute("aria-describedby").split(" ")
  .map((id) => document.getElementById(id)?.textContent ?? "").join(" ")"""
OVERFLOW = """() => [...document.querySelectorAll('.swteach-live, .swteach-live *')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
  .filter((node) => !node.closest(".swteach-wide, .swteach-draw thead, svg, input"))
  .map((node) => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-live :is(button, .swteach-pick, input[type="text"])')]
  .filter((node) => !node.hidden)
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([html]) => html)"""
# From now on the calculator takes more than a second to answer.
SLOW = """() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.requestExecute({
  code: "import time; quick = calculator.respond\\n" +
    "calculator.respond = lambda content: (time.sleep(1.2), quick(content))[1]",
}).done"""
# A finger put down on the paper and taken away to scroll: how many boxes are full during and
# after it, and how many it changed.
TOUCH = """(svg) => {
  svg.setPointerCapture = () => {};
  const box = svg.getBoundingClientRect();
  const at = { clientX: box.left + box.width / 2, clientY: box.top + 90, bubbles: true };
  const read = () => [...document.querySelectorAll(".swteach-draw input")].map((one) => one.value);
  const before = read();
  svg.dispatchEvent(new PointerEvent("pointerdown", { ...at, pointerType: "touch" }));
  const during = read();
  svg.dispatchEvent(new PointerEvent("pointercancel", { ...at, pointerType: "touch" }));
  const full = (texts) => texts.filter(Boolean).length;
  const changed = during.filter((text, place) => text !== before[place]).length;
  return [full(during), full(read()), changed];
}"""


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with the three tools, run, and no journal."""
    _open(lab)
    return lab


def _open(lab: Lab, theme: str | None = None) -> None:
    lab.write(NAME, *CELLS)
    lab.open(NAME, theme)
    lab.run_all()
    for tool, words in ((DRAW, "0 of 14"), (SIMULATOR, "Still to grade"), (CALCULATOR, "£69,560")):
        _wait(lab, tool, words)


def _status(lab: Lab, tool: str) -> str:
    return lab.page.locator(tool).get_by_role("status").inner_text().replace("\n", " ")


def _wait(lab: Lab, tool: str, words: str) -> None:
    status = lab.page.locator(tool).get_by_role("status")
    status.filter(has_text=words).wait_for(timeout=20_000)


def _press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def test_draw_by_keyboard(opened: Lab) -> None:
    """Type two years, fill those between, ask for the record: all by keys, told in the status."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(f"{DRAW} input")
    before = opened.state()
    assert page.evaluate("() => document.activeElement.labels[0].textContent") == "2011-12"
    page.keyboard.type("125,000")
    _wait(opened, DRAW, "You have drawn 1 of 14 years.")
    _press(opened, *["Tab"] * 13)
    page.keyboard.type("£150")
    _wait(opened, DRAW, "Look at the box for 2024-25.")
    _press(opened, "Control+a")
    page.keyboard.type("150000")
    opened.tab_into(f"{DRAW} button", most=1)
    assert page.evaluate(FOCUS) == "Fill the years between in straight steps"
    _press(opened, "Enter")
    _wait(opened, DRAW, "You have drawn 14 of 14 years.")
    _press(opened, "Tab", "Tab")
    assert page.evaluate(FOCUS) == "Show the record"
    _press(opened, "Enter")
    _wait(opened, DRAW, "80,590 too low (35% of the record)")
    assert page.evaluate(FOCUS) == "Hide the record and draw again"
    assert "the record rises by 118,890 (106%)" in _status(opened, DRAW)
    assert page.locator(DRAW).get_by_role("rowheader").count() == 16
    _press(opened, "Enter")
    _wait(opened, DRAW, "You have drawn 14 of 14 years.")
    assert page.locator(DRAW).get_by_role("table").count() == 0
    assert opened.state() == before


def test_simulator_by_keyboard(opened: Lab) -> None:
    """Arrows and Space choose framework and grades; the account is in the status."""
    page = opened.page
    opened.go_to_cell(2)
    opened.tab_into(f"{SIMULATOR} input")
    before = opened.state()
    _press(opened, "ArrowDown")
    page.get_by_role("group", name="Impact of leaders").wait_for(timeout=5000)
    assert page.evaluate("() => document.activeElement.value") == "ilacs_2018"
    _press(opened, "Tab", "Space", "ArrowRight", "Tab", "Space", "ArrowRight")
    _press(opened, "Tab", "Space", "ArrowUp")
    _wait(opened, SIMULATOR, "Two of three areas are good, but two of five rules let the third")
    table = page.locator(SIMULATOR).get_by_role("table", name="The same grades under every rule")
    row = table.get_by_role("row", name=re.compile("The lowest grade decides"))
    assert row.get_by_role("cell").inner_text() == "Inadequate"
    opened.tab_into(f"{SIMULATOR} button", most=1)
    _press(opened, "Enter")
    _wait(opened, SIMULATOR, "Still to grade: Help and protection")
    assert page.locator(SIMULATOR).locator("input:checked").count() == 1
    assert opened.state() == before


def test_calculator_by_keyboard(opened: Lab) -> None:
    """Numbers typed with their signs are worked out; a wrong one is told, and mended."""
    page = opened.page
    opened.go_to_cell(3)
    opened.tab_into(f"{CALCULATOR} input")
    before = opened.state()
    _press(opened, "Control+a")
    page.keyboard.type("£34.50")
    _wait(opened, CALCULATOR, "the agency route costs £59,996")
    _press(opened, "Tab", "Control+a")
    page.keyboard.type("80")
    _press(opened, "Enter")
    _wait(opened, CALCULATOR, "There is no result yet. Look at: Hours in a week.")
    assert page.locator(CALCULATOR).get_by_role("table").count() == 0
    _press(opened, "Control+a")
    page.keyboard.type("37")
    _wait(opened, CALCULATOR, "£59,996")
    for _ in range(8):
        _press(opened, "Tab")
    assert page.evaluate(FOCUS) == "Work out the cost"
    _press(opened, "Enter", "Tab", "Enter")
    _wait(opened, CALCULATOR, "the agency route costs £69,560")
    assert page.get_by_label("What the agency charges").input_value() == "40"
    assert opened.state() == before


@pytest.mark.parametrize("tool", TOOLS)
def test_tools_keep_keys(opened: Lab, tool: str) -> None:
    """No shortcut reaches the notebook from a box, a radio or a button of a tool."""
    page = opened.page
    for place in ("input", "button"):
        opened.go_to_cell(TOOLS[tool])
        opened.tab_into(f"{tool} {place}")
        before = opened.state()
        letters = ["a", "b", "x", "d", "d", "y", "m", "z", "j", "k", "Shift+M"]
        _press(opened, *letters, "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight")
        _press(opened, "Shift+Enter", "Control+Enter")
        page.wait_for_timeout(300)
        assert opened.state() == before


@pytest.mark.parametrize("tool", TOOLS)
def test_the_account_is_a_status_of_its_own(opened: Lab, tool: str) -> None:
    """Exactly one status region a tool, in the page before its words, and not rebuilt by them."""
    status = opened.page.locator(tool).get_by_role("status")
    assert status.count() == 1
    opened.page.evaluate(
        f"() => {{ window.kept = document.querySelector('{tool} [role=status]'); }}"
    )
    if tool == SIMULATOR:
        opened.page.get_by_role("radio", name="ILACS, from January 2018").check()
        _wait(opened, tool, "Children in care and care leavers")
    else:
        box = opened.page.locator(f"{tool} input").first
        box.fill("nonsense")
        box.press("Enter")
        _wait(opened, tool, "Look at")
    assert opened.page.evaluate(
        f"() => window.kept === document.querySelector('{tool} [role=status]')"
    )


def test_every_control_is_tied_to_its_question(opened: Lab) -> None:
    """A screen reader gets each radio and box inside a group named by what is asked."""
    page = opened.page
    grades = ["Outstanding", "Good", "Requires improvement", "Inadequate"]
    for area in ("Help and protection", "Looked after and permanence", "Leadership"):
        group = page.get_by_role("group", name=area, exact=True)
        found = [
            radio.evaluate("(r) => r.labels[0].innerText")
            for radio in group.get_by_role("radio").all()
        ]
        assert found == grades
    frameworks = page.get_by_role("group", name="Which framework?")
    assert frameworks.get_by_role("radio").count() == 4
    assert (
        page.get_by_role("group", name="Draw the line you expect").get_by_role("textbox").count()
        == 14
    )
    assert (
        page.get_by_role("group", name="Agency cost calculator").get_by_role("textbox").count() == 9
    )
    paper = page.locator(DRAW).get_by_role("img")
    assert "2010-11: 111,700" in paper.get_attribute("aria-label")


def test_an_error_is_tied_to_its_box(opened: Lab) -> None:
    """The box is marked invalid and described by its help and its error; mended, by help alone."""
    box = opened.page.get_by_label("Hours in a week")
    box.fill("80")
    box.press("Enter")
    _wait(opened, CALCULATOR, "There is no result yet.")
    assert box.get_attribute("aria-invalid") == "true"
    said = box.evaluate(DESCRIPTION)
    assert "The hours the agency worker is paid for." in said
    assert "You typed 80. Type a number from 1 to 60." in said
    box.fill("37,5")
    box.press("Enter")
    _wait(opened, CALCULATOR, "£70,500")
    assert box.get_attribute("aria-invalid") is None
    assert "We read 37,5 as 37.5" in box.evaluate(DESCRIPTION)


def test_the_record_is_nowhere_before_it_is_asked_for(opened: Lab) -> None:
    """Page, widget state, saved notebook and journal hold no figure asked, after drawing too."""
    page = opened.page
    page.get_by_label("2024-25").fill("150000")
    page.get_by_role("button", name="Fill the years between").click()
    _wait(opened, DRAW, "14 of 14")
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    state = page.evaluate(
        """async () => {
          const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
          const code = "import json; print(json.dumps(draw.get_state(), default=str))";
          let text = "";
          const future = kernel.requestExecute({ code });
          future.onIOPub = (m) => { text += m.content.text ?? ""; };
          await future.done;
          return text;
        }"""
    )
    assert json.loads(state)["view"]["values"]["2024-25"] == 150_000
    files = [path.read_text("utf-8") for path in opened.workspace.glob("*journal*.json")]
    saved = (opened.workspace / NAME).read_text("utf-8")
    assert files
    everything = [page.content(), state, saved, *files]
    assert [secret for secret in SECRETS for text in everything if secret in text] == []
    page.get_by_role("button", name="Show the record").click()
    _wait(opened, DRAW, "230,590")


def test_draw_with_a_pointer(opened: Lab) -> None:
    """One stroke sets every year it passes, in the boxes too; the record then cannot be drawn."""
    page = opened.page
    paper = page.locator(f"{DRAW} .swteach-plot")
    paper.scroll_into_view_if_needed()
    box = paper.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 150)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 60)  # one jump: years between too
    page.mouse.up()
    _wait(opened, DRAW, "You have drawn 12 of 14 years.")  # 2012-13 to 2023-24
    typed = [one.input_value() for one in page.locator(f"{DRAW} input").all()]
    drawn = [float(text.replace(",", "")) for text in typed if text]
    assert drawn == sorted(drawn)
    assert 180_000 < drawn[0] < 230_000 < 300_000 < drawn[-1]
    page.get_by_role("button", name="Show the record").click()
    _wait(opened, DRAW, "too high")
    assert paper.evaluate(TOUCH) == [12, 12, 0]


def test_a_finger_that_scrolls_does_not_draw(opened: Lab) -> None:
    """Where the browser takes a touch away to scroll the page, the line is as it was before."""
    paper = opened.page.locator(f"{DRAW} .swteach-plot")
    assert paper.evaluate("(node) => getComputedStyle(node).touchAction") == "pan-y"
    assert paper.evaluate(TOUCH) == [1, 0, 1]


@pytest.mark.parametrize("again", ["reload", "restart"])
def test_what_was_entered_comes_back(opened: Lab, again: str) -> None:
    """After a reload, and after a new kernel that reads the journal, every entry is there."""
    page = opened.page
    page.get_by_label("2024-25").fill("150000")
    page.get_by_label("2024-25").press("Enter")
    _wait(opened, DRAW, "1 of 14")
    page.get_by_role("radio", name="ILACS, from January 2023").check()
    page.get_by_role("group", name="Impact of leaders").get_by_label("Good").check()
    _wait(opened, SIMULATOR, "Still to grade: Help and protection; Children in care; Care leavers.")
    page.get_by_label("Yearly salary").fill("45,000")
    page.get_by_label("Yearly salary").press("Enter")
    _wait(opened, CALCULATOR, "£58,500")
    if again == "reload":
        opened.command("docmanager:save")
        page.wait_for_timeout(500)
        opened.open(NAME)
    else:
        opened.run_all()
    for tool, words in ((DRAW, "1 of 14"), (SIMULATOR, "Care leavers."), (CALCULATOR, "£58,500")):
        _wait(opened, tool, words)
    assert page.get_by_label("2024-25").input_value() == "150000"
    assert page.get_by_role("group", name="Impact of leaders").get_by_label("Good").is_checked()
    assert page.get_by_label("Yearly salary").input_value() == "45,000"


def test_a_stopped_kernel_is_told_and_nothing_typed_is_lost(opened: Lab) -> None:
    """Each tool says that Python does not answer, and keeps what is in its boxes."""
    page = opened.page
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.get_by_label("2024-25").fill("150000")
    page.get_by_role("radio", name="ILACS, from January 2018").check()
    page.get_by_label("Yearly salary").fill("45,000")
    for tool in TOOLS:
        _wait(opened, tool, SILENCE)
    assert page.get_by_label("2024-25").input_value() == "150000"
    assert page.get_by_label("Yearly salary").input_value() == "45,000"
    assert page.get_by_role("group", name="Impact of leaders").count() == 1


def test_half_typed_numbers_are_not_overwritten(opened: Lab) -> None:
    """An answer that comes while more is being typed leaves the box as it is."""
    page = opened.page
    box = page.get_by_label("Yearly salary")
    box.fill("")
    _wait(opened, CALCULATOR, "There is no result yet.")
    page.evaluate(SLOW)
    page.keyboard.type("45")
    page.wait_for_timeout(900)  # long enough for these two to be sent
    page.keyboard.type("123.50", delay=300)  # the answer to them comes in the middle
    _wait(opened, CALCULATOR, "£58,661")
    assert box.input_value() == "45123.50"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_tools_pass_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing in the tools with results, an error and the record shown; all fits."""
    _open(lab, theme)
    page = lab.page
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    _audit(lab)  # empty, and with the calculator's results
    page.get_by_label("2024-25").fill("150000")
    page.get_by_role("button", name="Fill the years between").click()
    _wait(lab, DRAW, "14 of 14")
    page.get_by_role("button", name="Show the record").click()
    _wait(lab, DRAW, "230,590")
    for area in ("Help and protection", "Looked after and permanence", "Leadership"):
        page.get_by_role("group", name=area, exact=True).get_by_label("Good").check()
    _wait(lab, SIMULATOR, "All three areas are good")
    page.get_by_label("Hours in a week").fill("80")
    page.get_by_label("Hours in a week").press("Enter")
    _wait(lab, CALCULATOR, "There is no result yet")
    _audit(lab)
    assert lab.our_messages() == []


def _audit(lab: Lab) -> None:
    lab.page.wait_for_timeout(500)
    for tool in TOOLS:
        assert [(v["id"], v["nodes"][0]["html"]) for v in lab.audit(tool)] == []
    assert lab.page.evaluate(OVERFLOW) == []
    assert lab.page.evaluate(SMALL_TARGETS) == []
