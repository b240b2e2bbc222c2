"""The briefing builder in a real JupyterLab: filled by keyboard, read back, taken away."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from lab import Lab

from swteach.briefing_file import load_plan
from swteach.claim_record import find_cards, find_tests

pytestmark = pytest.mark.browser

NAME = "briefing_tool.ipynb"
CELLS = ("import swteach as sw", "briefing = sw.briefing()\nbriefing")
TOOL = ".swteach-briefing"
PLAN = load_plan()
TOPIC = PLAN.topics[0]
FIRST, SECOND = TOPIC.claims[0], TOPIC.claims[1]
SILENCE = "Python has not answered yet. What you entered is still here."
FOCUS = "() => document.activeElement.textContent || document.activeElement.value"
LABEL = "() => document.activeElement.labels[0].innerText"
OVERFLOW = """() => [...document.querySelectorAll('.swteach-briefing, .swteach-briefing *')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth)
  .filter((node) => !node.closest(".swteach-scroll, select, input"))
  .map((node) => node.outerHTML.slice(0, 80))"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-briefing :is(button, .swteach-option, select, textarea, summary)')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 44 || box.height < 44).map(([html]) => html)"""
NAMELESS = """() => [...document.querySelectorAll('.swteach-briefing :is(input, select, textarea)')]
  .filter((field) => !field.labels.length).map((field) => field.outerHTML)"""
OPEN_ALL = """() => document.querySelectorAll('.swteach-briefing details')
  .forEach((node) => (node.open = true))"""
STATE = """async () => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const code = "import json; print(json.dumps(briefing.get_state(), default=str))";
  let text = "";
  const future = kernel.requestExecute({ code });
  future.onIOPub = (m) => { text += m.content.text ?? ""; };
  await future.done;
  return text;
}"""


@pytest.fixture
def opened(lab: Lab) -> Iterator[Lab]:
    """A notebook with the builder, run, and no journal."""
    _open(lab)
    yield lab
    # What its kernel remembers of the journal would come back in the next test.
    lab.end_kernels(NAME)


def _open(lab: Lab, theme: str | None = None) -> None:
    lab.write(NAME, *CELLS)
    lab.open(NAME, theme)
    lab.run_all()
    lab.page.locator(TOOL).get_by_role("radio").first.wait_for(timeout=20_000)


def _choose_topic(lab: Lab) -> None:
    lab.page.locator(TOOL).get_by_role("radio", name=TOPIC.question).check()
    _wait(lab, f"Your question: {TOPIC.question}")


def _wait(lab: Lab, words: str) -> None:
    status = lab.page.locator(TOOL).get_by_role("status")
    status.filter(has_text=words).first.wait_for(timeout=20_000)


def _press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def _entries(lab: Lab) -> dict[str, object]:
    kept = json.loads((lab.workspace / "journal.json").read_text("utf-8"))["entries"]
    return {entry["id"]: entry["value"] for entry in kept}


def _wait_for_entry(lab: Lab, id: str, value: object) -> None:
    for _ in range(50):
        if (lab.workspace / "journal.json").exists() and _entries(lab).get(id) == value:
            return
        lab.page.wait_for_timeout(200)
    raise AssertionError(f"{id} is not {value!r} in the journal")


def test_claim_by_keyboard(opened: Lab) -> None:
    """Question, claim, verdict and both halves by keys; the record opens after the verdict."""
    page = opened.page
    opened.go_to_cell(1)
    opened.tab_into(f"{TOOL} input")
    before = opened.state()
    _press(opened, "Space")
    _wait(opened, f"Your question: {TOPIC.question}")
    _press(opened, "Tab")
    assert page.evaluate(FOCUS) == "Part 1: 6 claims, set beside the record"
    _press(opened, "Tab")
    assert page.evaluate(LABEL).startswith("Which claim?")
    _press(opened, "ArrowDown")
    card = find_cards([FIRST])[0]
    _wait(opened, f"Chosen: {card.text}")
    slot = page.locator(f"{TOOL} .swteach-part").first
    assert card.who in slot.inner_text()
    assert slot.get_by_text("What the course's record says of it").count() == 0
    opened.tab_into(f"{TOOL} input[value=supports]")
    _press(opened, "Space")
    _wait(opened, "Your verdict: the record supports it.")
    _press(opened, "ArrowDown")
    _wait(opened, "Your verdict: the record supports part of it.")
    blocks = slot.locator(".swteach-evidence")
    assert blocks.count() == len(find_tests(FIRST)) and blocks.first.is_visible()
    opened.tab_into(f"{TOOL} textarea")
    page.keyboard.type("It shows margins, for large firms")
    count = slot.get_by_text("6 words so far. About 30 are asked for.")
    count.wait_for()
    _press(opened, "Tab")
    page.keyboard.type("Whether small firms do the same")
    _press(opened, "Tab")
    _wait_for_entry(opened, f"briefing-homes-claim-{FIRST}-open", "Whether small firms do the same")
    kept = _entries(opened)
    assert kept[f"briefing-homes-claim-{FIRST}-supports"] == "It shows margins, for large firms"
    assert kept[f"briefing-homes-claim-{FIRST}-verdict"]["id"] == "partly"
    page.locator(TOOL).get_by_text("Claim 1 still needs").wait_for(state="detached")
    page.locator(TOOL).get_by_text("Your briefing has 12 words of about 800.").wait_for()
    assert opened.state() == before


def test_chart_cases_and_export_by_keyboard(opened: Lab, tmp_path: Path) -> None:
    """A chart, its caption, a case and the account by keys; each file read back from the disk."""
    page = opened.page
    _choose_topic(opened)
    before = opened.state()
    page.get_by_text("Part 2: 2 charts").focus()
    _press(opened, "Enter", "Tab", "ArrowDown")
    _wait(opened, "Chosen: Children's homes run by councils.")
    assert page.get_by_text("Its figures as a table (").count() == 1
    opened.tab_into(f"{TOOL} textarea")
    page.keyboard.type("Homes, not children")
    page.get_by_text("Part 3: both sides").focus()
    _press(opened, "Enter", "Tab")
    page.keyboard.type("Children stay near home")
    page.get_by_text("Part 5: your own position").focus()
    _press(opened, "Enter", "Tab")
    page.keyboard.type("My zebra position")
    _press(opened, "Tab")
    assert page.evaluate(LABEL) == "Put the account of my own position into the file too"
    _press(opened, "Tab")
    html = _download(opened, tmp_path, "html").decode()
    assert "<h1>Briefing: Should the council open" in html and "<caption" in html
    _press(opened, "Tab")
    data = _download(opened, tmp_path, "docx")
    word = "\n".join(one.text for one in docx.Document(io.BytesIO(data)).paragraphs)
    _press(opened, "Tab")
    markdown = _download(opened, tmp_path, "md").decode()
    for text in (html, word, markdown):
        assert "Homes, not children" in text and "Children stay near home" in text
        assert "zebra" not in text and "Claim 1 is not chosen yet" in text
    _press(opened, *["Shift+Tab"] * 3, "Space", *["Tab"] * 3)
    assert "My zebra position" in _download(opened, tmp_path, "md").decode()
    _press(opened, "Tab")
    with page.expect_download() as loaded:
        _press(opened, "Enter")
    assert "# A fair briefing" in Path(loaded.value.path()).read_text("utf-8")
    assert opened.state() == before
    assert opened.our_messages() == []


def _download(lab: Lab, folder: Path, form: str) -> bytes:
    with lab.page.expect_download() as loaded:
        _press(lab, "Enter")
    path = folder / loaded.value.suggested_filename
    loaded.value.save_as(path)
    assert path.name.startswith("briefing-homes-") and path.suffix == f".{form}"
    _wait(lab, f"Your browser puts the file with its downloads: {path.name}.")
    return path.read_bytes()


def test_exported_page_is_accessible(opened: Lab, tmp_path: Path) -> None:
    """The downloaded page passes axe, wide and at 360 pixels, and asks for nothing."""
    page = opened.page
    _choose_topic(opened)
    page.get_by_label("Which claim?").first.select_option(SECOND)
    page.evaluate(OPEN_ALL)
    page.get_by_label("Which chart?").first.select_option("provider")
    _wait(opened, "Chosen: Who provides the places where children live")
    page.get_by_role("button", name="Download: Web page").focus()
    data = _download(opened, tmp_path, "html")
    (tmp_path / "page.html").write_bytes(data)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((tmp_path / "page.html").as_uri())
    for width in (1200, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert [(one["id"], one["nodes"][0]["html"]) for one in opened.audit("body")] == []
        assert page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert [url for url in asked if not url.startswith("file:")] == []


def test_words_survive_a_reload_and_are_in_no_state(opened: Lab) -> None:
    """Choices and words come back in the page; state and saved notebook have none of them."""
    page = opened.page
    _choose_topic(opened)
    page.get_by_label("Which claim?").nth(4).select_option(FIRST)
    _wait(opened, "Chosen: ")
    page.get_by_label("What this supports").fill("zebra half")
    page.evaluate(OPEN_ALL)
    page.locator(f"{TOOL} textarea").last.fill("zebra account")
    _wait_for_entry(opened, "briefing-homes-account", "zebra account")
    opened.command("docmanager:save")
    page.wait_for_timeout(500)
    assert "zebra" not in page.evaluate(STATE) + (opened.workspace / NAME).read_text("utf-8")
    opened.open(NAME)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.swteach-briefing textarea')]"
        ".map((one) => one.value).filter((text) => text.startsWith('zebra')).length === 2",
        timeout=20_000,
    )
    assert page.get_by_label("Which claim?").nth(4).input_value() == FIRST


def test_one_claim_in_two_slots_has_one_set_of_words(opened: Lab) -> None:
    """What is typed about a claim shows in both its places, and the list says it is there twice."""
    page = opened.page
    _choose_topic(opened)
    for place in (0, 1):
        page.get_by_label("Which claim?").nth(place).select_option(FIRST)
        page.get_by_label("What this supports").nth(place).wait_for()
    page.get_by_label("What this supports").first.fill("the same")
    assert page.get_by_label("What this supports").nth(1).input_value() == "the same"
    page.locator(TOOL).get_by_text("Claim 1 and claim 2 are the same.").wait_for(timeout=10_000)


def test_stopped_kernel_is_said_and_words_come_back(opened: Lab) -> None:
    """Without Python the builder says so; words typed then are back when the cell runs again."""
    page = opened.page
    _choose_topic(opened)
    page.evaluate(OPEN_ALL)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    box = f"{TOOL} textarea"
    page.locator(box).first.fill("typed into silence")
    _wait(opened, SILENCE)
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.startKernel()")
    page.wait_for_timeout(1000)
    opened.run_all()
    page.wait_for_function(
        f"() => document.querySelector('{box}')?.value === 'typed into silence'", timeout=20_000
    )
    _wait(opened, "Your words from before Python stopped are back")
    assert "typed into silence" in _entries(opened).values()


def test_tool_keeps_keys(opened: Lab) -> None:
    """No shortcut reaches the notebook from a radio, a menu, a box or a button of the builder."""
    page = opened.page
    _choose_topic(opened)
    page.evaluate(OPEN_ALL)
    for place in ("input", "select", "textarea", "button", "summary"):
        opened.go_to_cell(1)
        page.locator(f"{TOOL} {place}").last.focus()
        before = opened.state()
        letters = ["a", "b", "x", "d", "d", "y", "m", "z", "j", "k", "Shift+M"]
        _press(opened, *letters, "ArrowLeft", "ArrowRight", "Shift+Enter", "Control+Enter")
        page.wait_for_timeout(300)
        assert opened.state() == before, place


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_builder_passes_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing in the builder once it is used, wide and narrow, light and dark."""
    _open(lab, theme)
    page = lab.page
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    _choose_topic(lab)
    page.get_by_label("Which claim?").first.select_option(FIRST)
    page.get_by_role("radio", name="The record cannot tell").first.check()
    _wait(lab, "Your verdict: ")
    page.evaluate(OPEN_ALL)
    page.get_by_label("Which claim?").nth(3).select_option("outside-1")
    _wait(lab, "Chosen: a claim from outside the course")
    page.get_by_label("Which chart?").first.select_option("out_of_area")
    _wait(lab, "Chosen: Out of area")
    page.get_by_role("button", name="Download: Plain text").click()
    _wait(lab, "Your browser puts the file")
    page.evaluate(OPEN_ALL)
    found = [(one["id"], one["nodes"][0]["html"]) for one in lab.audit(TOOL)]
    assert found == []
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert lab.our_messages() == []
