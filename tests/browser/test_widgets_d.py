"""Two coders, the messy page and the claim browser in a real JupyterLab."""

from __future__ import annotations

import json

import pytest
from lab import Lab

from swteach.claim_record import find_tests
from swteach.codings import TEN, find_codings
from swteach.messy_page_file import load_messy_page

pytestmark = pytest.mark.browser

NAME = "course_tools.ipynb"
CELLS = (
    "import swteach as sw",
    "coders = sw.two_coders()\ncoders",
    "messy = sw.messy_page()\nmessy",
    "claims = sw.claim_browser()\nclaims",
)
CODERS, MESSY, CLAIMS = ".swteach-coders", ".swteach-messy", ".swteach-claims"
EXPLORER = ".swteach-explorer"
TOOLS = {CODERS: 1, MESSY: 2, EXPLORER: 3}
PAGE = load_messy_page()
CODINGS = find_codings("claim_type", TEN)
TESTED = "jones-2014-cavalry-c05"
SECRETS = [coding.reason for coding in CODINGS.values() if coding.reason]
SECRETS += [line.reason for line in PAGE.lines] + [PAGE.host.wants]
LETTERS = ["a", "b", "x", "d", "d", "y", "m", "z", "j", "k", "Shift+M"]
ARROWS = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Shift+Enter", "Control+Enter"]
FOCUS = "() => document.activeElement.textContent || document.activeElement.value"
LABEL = "() => document.activeElement.labels[0].innerText"
OVERFLOW = """() => [...document.querySelectorAll(
    '.swteach-coders, .swteach-messy, .swteach-claims, .swteach-form *')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
  .filter((node) => !node.closest("select, input, thead"))
  .map((node) => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-form :is(button, .swteach-option, select, textarea, summary)' +
    ', .swteach-explorer :is(select, input)')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([html]) => html)"""
NOT_SEEN = """() => [...document.querySelectorAll('.swteach-explorer :is(input, select)')]
  .filter((node) => {
    const box = node.getBoundingClientRect();
    return box.right > node.closest(".jp-OutputArea-output").getBoundingClientRect().right + 1;
  }).map((node) => node.outerHTML.slice(0, 80))"""


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with the three tools, run, and no journal."""
    _open(lab)
    return lab


def _open(lab: Lab, theme: str | None = None) -> None:
    lab.write(NAME, *CELLS)
    lab.open(NAME, theme)
    lab.run_all()
    lab.page.wait_for_selector(f"{CLAIMS} table", timeout=20_000)


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


def test_coding_by_keyboard(opened: Lab) -> None:
    """Ten codes from menus, then all three side by side, a change, and the rule, all by keys."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(f"{CODERS} button", most=60)  # nothing is coded yet
    before = opened.state()
    _press(opened, "Enter")
    _wait(opened, CODERS, "Not coded yet: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10.")
    assert page.locator(f"{CODERS} table").count() == 0
    _press(opened, *["Shift+Tab"] * 10)
    assert page.evaluate(LABEL).startswith("Your code for claim 1")
    for _ in TEN:
        _press(opened, "ArrowDown", "ArrowDown", "Tab")
    assert page.evaluate(FOCUS) == "Compare my codes with the two coders"
    _press(opened, "Enter")
    _wait(opened, CODERS, "Kappa for you and the first coder")
    rows = page.get_by_role("table", name="Codes for claim type").get_by_role("row")
    assert rows.count() == len(TEN) + 1
    told = rows.nth(1).get_by_role("cell").all_inner_texts()
    first = CODINGS[TEN[0]]
    assert [text.split(": ")[-1] for text in told] == ["causal", first.first, first.second]
    opened.tab_into(f"{CODERS} > div > label", most=5)
    _press(opened, "ArrowDown", "Tab")
    page.keyboard.type("If it says will")
    _press(opened, "Tab")
    assert page.evaluate(FOCUS) == "Keep my rule"
    _press(opened, "Enter")
    _wait(opened, CODERS, "Your rule is in your journal")
    page.get_by_role("combobox", name="Your code for claim 1", exact=True).focus()
    _press(opened, "p")
    _wait(opened, CODERS, "Claim 1: prediction.")
    page.get_by_role("columnheader", name="You, now").wait_for(state="attached")
    kept = _entries(opened)
    assert kept[("two-coders-claim_type", "coding rule")] == "If it says will"
    assert kept[("two-coders-claim_type", "hardest claim")] == TEN[0]
    assert kept[("two-coders-claim_type", "codes compared")] == dict.fromkeys(TEN, "causal")
    assert kept[(TEN[0], "code (claim type)")] == "prediction"
    assert opened.state() == before


def test_marking_by_keyboard(opened: Lab) -> None:
    """Lines are marked with Space or an arrow; then each says what it was, and the host comes."""
    page = opened.page
    opened.go_to_cell(2)
    opened.tab_into(f"{MESSY} input")
    before = opened.state()
    _press(opened, "Space", "Tab", "Space", "ArrowRight")
    assert page.evaluate(LABEL) == "clutter"
    opened.tab_into(f"{MESSY} button", most=30)
    _press(opened, "Enter")
    _wait(opened, MESSY, "Not marked yet: line 3, 4,")
    page.locator(f"{MESSY} input").nth(4).focus()
    for _ in PAGE.lines[2:]:
        _press(opened, "Space", "Tab")
    assert page.evaluate(FOCUS) == "Show what each line was"
    assert page.get_by_text(PAGE.host.question).count() == 0
    _press(opened, "Enter")
    body = sum(line.author for line in PAGE.lines)
    # The second line was marked as clutter, which it is; all others as the author's words.
    _wait(opened, MESSY, f"Your marks: {body + 1} of {len(PAGE.lines)} as the course has them.")
    answers = page.locator(f"{MESSY} .swteach-answer").all_inner_texts()
    assert answers[1] == f"You: clutter. The course: clutter, advert. {PAGE.lines[1].reason}"
    assert page.get_by_text(PAGE.host.question).count() == 1
    group = page.get_by_role("group", name=f"Line 2. {PAGE.lines[1].text}")
    assert group.get_by_role("radio").count() == 2
    described = group.get_attribute("aria-describedby")
    assert page.locator(f"#{described}").inner_text() == answers[1]
    assert opened.state() == before


def test_browsing_by_keyboard(opened: Lab) -> None:
    """Menus and a word narrow the claims; a record opens by a key, the strongest reply first."""
    page = opened.page
    opened.go_to_cell(3)
    opened.tab_into(f"{EXPLORER} select")
    before = opened.state()
    assert page.evaluate(LABEL).startswith("Text")
    _press(opened, "Tab")
    page.keyboard.type("priv")
    _wait(opened, CLAIMS, "37 of 171 claims: theme privatisation.")
    opened.tab_into(f"{EXPLORER} input", most=6)
    page.keyboard.type("third parties")
    _press(opened, "Enter")
    _wait(opened, CLAIMS, "with the word “third parties”")
    row = page.locator(f"{CLAIMS} tbody tr").first
    assert "Ray Jones, 19 May 2014" in row.get_by_role("rowheader").inner_text()
    opened.tab_into(f"{CLAIMS} summary", most=4)
    _press(opened, "Enter")
    row.get_by_text("Strongest reply in the record").wait_for(timeout=10_000)
    pieces = len(find_tests(TESTED))
    assert row.locator(".swteach-evidence").count() == pieces
    assert row.get_by_text("What it does not settle:").count() == pieces
    assert opened.state() == before


def test_all_claims_are_reached_twenty_at_a_time(opened: Lab) -> None:
    """The first twenty are shown; the button brings the next, and moves the focus to them."""
    page, rows = opened.page, opened.page.locator(f"{CLAIMS} tbody tr")
    assert rows.count() == 20
    page.get_by_role("button", name="Show 20 more").focus()
    _press(opened, "Enter")
    _wait(opened, CLAIMS, "Rows 21 to 40 of 171")
    assert rows.count() == 40
    assert page.evaluate(FOCUS) == rows.nth(20).get_by_role("rowheader").text_content()
    for _ in range(6):
        page.locator(f"{CLAIMS} .swteach-more button").click()
    page.get_by_role("button", name="Show the last 11").click()
    assert rows.count() == 171


def test_tools_keep_keys(opened: Lab) -> None:
    """No shortcut reaches the notebook from a menu, a radio, a field or a button of a tool."""
    page = opened.page
    for tool, cell in TOOLS.items():
        for place in ("input, select", "button"):
            opened.go_to_cell(cell)
            page.locator(f"{tool} :is({place})").first.focus()
            before = opened.state()
            _press(opened, *LETTERS, *ARROWS)
            page.wait_for_timeout(300)
            assert opened.state() == before, (tool, place)


def test_no_answer_is_in_page_or_file_before_it_is_due(opened: Lab) -> None:
    """Neither the page nor the saved notebook has a coder's reason, or what a line was."""
    opened.command("docmanager:save")
    opened.page.wait_for_timeout(1000)
    everything = [opened.page.content(), (opened.workspace / NAME).read_text("utf-8")]
    assert [secret for secret in SECRETS for text in everything if secret in text] == []


def test_codes_and_marks_come_back(opened: Lab) -> None:
    """What was chosen is there when the notebook is run again; the answers still are not."""
    page = opened.page
    page.get_by_role("combobox", name="Your code for claim 2", exact=True).select_option("causal")
    page.locator(f"{MESSY} input").nth(1).check()
    _wait(opened, CODERS, "You have coded 1 of 10 claims.")
    _wait(opened, MESSY, "You have marked 1 of")
    opened.open(NAME)
    opened.run_all()
    page.get_by_text("You have coded 1 of 10 claims.").first.wait_for(timeout=10_000)
    assert (
        page.get_by_role("combobox", name="Your code for claim 2", exact=True).input_value()
        == "causal"
    )
    assert page.locator(f"{MESSY} input").nth(1).is_checked()
    assert page.locator(f"{CODERS} table, {MESSY} .swteach-answer:visible").count() == 0


def test_stopped_kernel_is_said(opened: Lab) -> None:
    """Without Python each tool says so, what was chosen stays; marks and words come back."""
    page = opened.page
    _compare(opened)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    page.get_by_label("The rule that would have settled it").fill("typed into silence")
    page.locator(f"{MESSY} input").first.check()
    page.locator(f"{CLAIMS} summary").first.click()
    for tool in (CODERS, MESSY, CLAIMS):
        _wait(opened, tool, "Python has not answered yet")
    assert page.locator(f"{MESSY} input").first.is_checked()
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.startKernel()")
    page.wait_for_timeout(1000)
    opened.run_all()
    _wait(opened, CODERS, "are back, and are now in your journal")
    _wait(opened, MESSY, "Your marks from before Python stopped are back")
    assert page.locator(f"{MESSY} input").first.is_checked()
    assert _entries(opened)[("two-coders-claim_type", "coding rule")] == "typed into silence"


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_tools_pass_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing inside the tools once they are used, wide and narrow, light and dark."""
    _open(lab, theme)
    page = lab.page
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    _compare(lab)
    for place in range(len(PAGE.lines)):
        page.locator(f"{MESSY} input").nth(2 * place).check()
    page.get_by_role("button", name="Show what each line was").click()
    _wait(lab, MESSY, "Your marks: ")
    page.locator(f"{CLAIMS} summary").first.click()
    page.locator(f"{CLAIMS} .swteach-evidence").first.wait_for(timeout=10_000)
    found = [
        (tool, violation["id"], violation["nodes"][0]["html"])
        for tool in TOOLS
        for violation in lab.audit(tool)
    ]
    assert found == []
    assert page.evaluate(OVERFLOW) == page.evaluate(NOT_SEEN) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert lab.our_messages() == []


def _compare(lab: Lab) -> None:
    for place in range(1, len(TEN) + 1):
        menu = lab.page.get_by_role("combobox", name=f"Your code for claim {place}", exact=True)
        menu.select_option("causal")
    lab.page.get_by_role("button", name="Compare my codes").click()
    _wait(lab, CODERS, "Kappa for you and the first coder")
