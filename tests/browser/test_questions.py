"""Every type of question in a real JupyterLab: keys, screen readers, narrow pages, the journal."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lab import Lab

from swteach.exercises import Exercise, find_right_response, load_exercises, mark, show_answer

pytestmark = pytest.mark.browser

NAME = "questions.ipynb"
ARTEFACTS = Path(__file__).parents[2] / "ci-artefacts"
IDS = {
    "choice": "n3-mcq-1",
    "several": "n7-several-1",
    "numeric": "n7-num-1",
    "order": "n7-order-1",
    "match": "n7-match-1",
    "verdict": "n7-verdict-1",
    "reflection": "n1-ref-1",
    "prediction": "n6-pred-2",
}
CELLS = ("import swteach as sw", *(f'sw.exercise("{one}")' for one in IDS.values()))
WROTE = "The one with figures, since I could look them up."
SPOKEN = """(box) => {
  window.spoken = [];
  const hear = (node) => new MutationObserver(() => {
    window.spoken.push(node.textContent.trim());
  }).observe(node, { childList: true, subtree: true, characterData: true });
  box.querySelectorAll('[role=status]').forEach(hear);
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll(
    '.swteach-question :is(button, select, summary, textarea, input[type=text], .swteach-option)')]
  .filter((node) => node.checkVisibility())
  .map((node) => [node.outerHTML.slice(0, 80), node.getBoundingClientRect()])
  .filter(([, box]) => box.width < 43.9 || box.height < 43.9).map(([html]) => html)"""
TOO_SMALL_TEXT = """() => [...document.querySelectorAll(
    '.swteach-question :not([type=radio], [type=checkbox])')]
  .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 16)
  .map((node) => node.outerHTML.slice(0, 80))"""
OVERFLOW = """() => [...document.querySelectorAll('.swteach-question, .swteach-question *')]
  .filter((node) => node.scrollWidth > node.clientWidth + 1 && node.clientWidth
    && getComputedStyle(node).display !== 'inline' && !node.matches('select, textarea'))
  .map((node) => node.outerHTML.slice(0, 80))"""
STATES = """async () => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  const code = `import json
from ipywidgets.widgets.widget import _instances
states = [widget.get_state() for widget in _instances.values()]
told = [{k: v for k, v in state.items() if k not in ("_esm", "_css")} for state in states]
print(json.dumps(told, default=str))`;
  let text = "";
  const future = kernel.requestExecute({ code });
  future.onIOPub = (m) => { text += m.content.text ?? ""; };
  await future.done;
  return text;
}"""


def _find(one: str) -> Exercise:
    return next(found for found in load_exercises(int(one[1])) if found.id == one)


EXERCISES = {kind: _find(one) for kind, one in IDS.items()}


@pytest.fixture
def opened(lab: Lab) -> Lab:
    """A notebook with a question of every type, all run."""
    return _open(lab)


def _open(lab: Lab, theme: str | None = None, name: str = NAME, cells: Any = CELLS) -> Lab:
    lab.write(name, *cells)
    lab.open(name, theme)
    _run(lab, sum("sw.exercise(" in cell for cell in cells))
    return lab


def _run(lab: Lab, count: int = len(IDS)) -> None:
    lab.run_all()
    lab.page.locator(".swteach-question").nth(count - 1).wait_for()


def _box(lab: Lab, kind: str) -> Any:
    return lab.page.locator(f".swteach-{kind} .swteach-question")


def _right(kind: str) -> Any:
    others = {"reflection": WROTE, "prediction": {"answer": 2, "confidence": 4}}
    others["numeric"] = "152.4"
    return others.get(kind) or find_right_response(EXERCISES[kind])


def _press(lab: Lab, *keys: str) -> None:
    for key in keys:
        lab.page.keyboard.press(key)


def _choose_radio(lab: Lab, place: int) -> None:
    """With the focus on the first button of a group: take one of them, then leave the group."""
    _press(lab, "Space", *["ArrowDown"] * place, "Tab")


def _type_choice(lab: Lab) -> None:
    _choose_radio(lab, _right("choice"))


def _type_several(lab: Lab) -> None:
    for place in range(len(EXERCISES["several"].shown)):
        _press(lab, *(["Space"] if place in _right("several") else []), "Tab")


def _type_numeric(lab: Lab) -> None:
    lab.page.keyboard.type(_right("numeric"))
    _press(lab, "Tab", "Enter", "Tab")  # the worked example opens on the way


def _type_order(lab: Lab) -> None:
    """Carry each item up to its place, from the first to the last."""
    now = list(range(len(_right("order"))))
    for place, wanted in enumerate(_right("order")):
        text = EXERCISES["order"].shown[wanted]
        _tab_to(lab, f"Move up: {text}")
        _press(lab, *["Enter"] * (now.index(wanted) - place))
        assert _focused(lab) == f"Move up: {text}"
        now.remove(wanted)
        now.insert(place, wanted)
    lab.tab_into(".swteach-order [type=submit]")


def _tab_to(lab: Lab, name: str) -> None:
    for key in ["Shift+Tab"] * 12 + ["Tab"] * 24:
        if _focused(lab) == name:
            return
        _press(lab, key if lab.page.evaluate(INSIDE_ORDER) else "Tab")
    raise AssertionError(f"Tab never reached {name}")


INSIDE_ORDER = "() => !!document.activeElement.closest('.swteach-order ol')"


def _focused(lab: Lab) -> str | None:
    return lab.page.evaluate(
        "() => document.activeElement.ariaLabel ?? document.activeElement.textContent"
    )


def _type_match(lab: Lab) -> None:
    for place in _right("match"):
        _press(lab, *["ArrowDown"] * (place + 1), "Tab")


def _type_verdict(lab: Lab) -> None:
    options = [option.text for option in EXERCISES["verdict"].options]
    _choose_radio(lab, options.index(_right("verdict")["answer"]))
    _choose_radio(lab, 4)


def _type_reflection(lab: Lab) -> None:
    lab.page.keyboard.type(WROTE)
    _press(lab, "Tab", "Space", "Tab")


def _type_prediction(lab: Lab) -> None:
    _choose_radio(lab, 2)
    _choose_radio(lab, 3)


TYPE: dict[str, Callable[[Lab], None]] = {
    "choice": _type_choice,
    "several": _type_several,
    "numeric": _type_numeric,
    "order": _type_order,
    "match": _type_match,
    "verdict": _type_verdict,
    "reflection": _type_reflection,
    "prediction": _type_prediction,
}


BUTTONS = ("Check my answer", "I have finished", "Commit")


def _answer(lab: Lab, kind: str) -> Any:
    """Answer a question by keys alone, and return its box once it has a reply."""
    lab.go_to_cell(list(IDS).index(kind) + 1)
    lab.tab_into(f".swteach-{kind}")
    TYPE[kind](lab)
    _press(lab, "Enter")
    _box(lab, kind).locator("[data-verdict]").wait_for(timeout=10_000)
    return _box(lab, kind)


def _status(box: Any) -> str:
    return " ".join(box.locator("[role=status].swteach-status").inner_text().split())


@pytest.mark.parametrize("kind", IDS)
def test_by_keyboard(lab: Lab, kind: str) -> None:
    """Keys alone answer it; the reply is in the status region; the notebook is as it was."""
    cells = ("before = 1", f'import swteach as sw\nsw.exercise("{IDS[kind]}")', "after = 1")
    _open(lab, cells=cells)
    lab.go_to_cell(1)
    lab.tab_into(f".swteach-{kind}")
    before = lab.state()
    TYPE[kind](lab)
    assert _focused(lab) in BUTTONS
    _press(lab, "Enter")
    box = _box(lab, kind)
    box.locator("[data-verdict]").wait_for(timeout=10_000)
    assert mark(EXERCISES[kind], _right(kind)).text in _status(box)
    wanted = {"reflection": "incomplete", "prediction": "noted"}.get(kind, "right")
    assert box.locator("[data-verdict]").get_attribute("data-verdict") == wanted
    assert _focused(lab) in BUTTONS
    assert lab.state() == before
    assert lab.our_messages() == []


ROLES = {
    "choice": [("radio", 4)],
    "several": [("checkbox", 4)],
    "numeric": [("textbox", 1)],
    "order": [("listitem", 5), ("button", 10)],
    "match": [("combobox", 4)],
    "verdict": [("radio", 9)],
    "reflection": [("textbox", 1), ("checkbox", 1)],
    "prediction": [("radio", 8)],
}


def test_in_accessibility_tree(opened: Lab) -> None:
    """Each question is the name of a group that has its controls; the reply is a status."""
    for kind, roles in ROLES.items():
        box = _box(opened, kind)
        group = box.get_by_role("group", name=EXERCISES[kind].stem, exact=True)
        for role, count in roles:
            assert (kind, role, group.get_by_role(role).count()) == (kind, role, count)
    for kind in ("verdict", "prediction"):
        sure = _box(opened, kind).get_by_role("group", name="How sure are you?", exact=True)
        assert sure.get_by_role("radio").count() == 5
    for kind, exercise in EXERCISES.items():
        button = _box(opened, kind).locator("[type=submit]")
        about = button.evaluate("(node) => node.ariaDescribedByElements[0].textContent")
        assert about == exercise.stem
    number = _box(opened, "numeric").get_by_role("textbox", name="Your answer")
    assert number.evaluate("(n) => n.ariaDescribedByElements[0].textContent") == "percent"
    assert number.get_attribute("inputmode") == "decimal"
    for left in EXERCISES["match"].lefts:
        assert _box(opened, "match").get_by_role("combobox", name=left).count() == 1
    tree = _answer(opened, "choice").aria_snapshot()
    assert "- status:" in tree
    assert "Right." in tree
    assert "✓" not in tree


def test_reply_is_spoken(opened: Lab) -> None:
    """The region is there before the reply, and empty before the same reply comes again."""
    for kind in ("choice", "numeric", "verdict"):
        box = _box(opened, kind)
        box.evaluate(SPOKEN)
        _answer(opened, kind)
        _press(opened, "Enter")
        opened.page.wait_for_function("() => window.spoken.filter(Boolean).length >= 2")
        said = [" ".join(words.split()) for words in opened.page.evaluate("() => window.spoken")]
        assert [bool(words) for words in said] == [True, False, True]
        assert mark(EXERCISES[kind], _right(kind)).text in said[0]
        assert said[0] == said[2]


KEYS = ["a", "b", "x", "d", "d", "y", "m", "z", "j", "k", "ArrowUp", "ArrowDown", "Shift+M"]


def test_keys_stay_in_the_widget(opened: Lab) -> None:
    """In no control does a key reach the notebook: no cell is moved to, cut, added or run."""
    controls = {
        "choice": "input",
        "several": "input",
        "numeric": "summary",
        "order": "ol button",
        "match": "select",
        "reflection": "textarea",
        "prediction": "input",
    }
    for kind, control in controls.items():
        opened.go_to_cell(list(IDS).index(kind) + 1)
        _box(opened, kind).locator(control).first.focus()
        before = opened.state()
        _press(opened, *KEYS, "ArrowLeft", "ArrowRight", "Shift+Enter", "Control+Enter")
        opened.page.wait_for_timeout(200)
        assert (kind, opened.state()) == (kind, before)


def test_menu_arrows_choose(opened: Lab) -> None:
    """An arrow key on a closed menu chooses in it."""
    menu = _box(opened, "match").locator("select").first
    menu.focus()
    _press(opened, "ArrowDown", "ArrowDown")
    assert menu.input_value() == "1"


def test_moving_keeps_the_focus_and_says_the_place(opened: Lab) -> None:
    """The focus stays on the item's own button, at the ends too; the new place is spoken."""
    box, texts = _box(opened, "order"), EXERCISES["order"].shown
    box.evaluate(SPOKEN)
    box.get_by_role("button", name=f"Move down: {texts[0]}").focus()
    for said in (*(f"{texts[0]} is now {place} of 5." for place in (2, 3, 4, 5)), "already last"):
        _press(opened, "Enter")
        opened.page.wait_for_function("(words) => window.spoken.at(-1)?.includes(words)", arg=said)
        assert _focused(opened) == f"Move down: {texts[0]}"
    assert box.locator("ol li").last.inner_text().startswith(texts[0])


def test_answers_do_not_leak(opened: Lab) -> None:
    """Before an attempt neither the page, the widgets' state nor the saved file tells."""
    page = opened.page
    opened.command("docmanager:save")
    page.wait_for_timeout(1000)
    state = page.evaluate(STATES)
    assert all(one in state for one in IDS.values())
    everything = [page.content(), state, (opened.workspace / NAME).read_text("utf-8")]
    hidden = [text for exercise in EXERCISES.values() for text in _secrets(exercise)]
    assert len(hidden) > 30
    forms = [form for text in hidden for form in (text, json.dumps(text)[1:-1])]
    assert [text for text in forms for place in everything if text in place] == []


def _secrets(exercise: Exercise) -> list[str]:
    parts: list[Any] = [exercise, getattr(exercise, "feedback", None)]
    for name in ("options", "items", "pairs", "slips", "rows"):
        parts += getattr(exercise, name, ())
    names = ("feedback", "correct", "other", "reveal", "supports", "does_not_settle")
    found = [getattr(part, name, None) for part in parts for name in names]
    return [text for text in found if isinstance(text, str)]


def test_answers_come_back(opened: Lab) -> None:
    """After a restart, and in another notebook, each answer is in its widget with its reply."""
    said = {kind: _status(_answer(opened, kind)) for kind in IDS}
    _run(opened)
    assert {kind: _status(_box(opened, kind)) for kind in IDS} == said
    _open(opened, name="another.ipynb")
    assert {kind: _status(_box(opened, kind)) for kind in IDS} == said
    assert _box(opened, "numeric").get_by_role("textbox").input_value() == _right("numeric")
    assert _box(opened, "reflection").get_by_role("textbox").input_value() == WROTE
    assert _box(opened, "reflection").get_by_role("checkbox").is_checked()
    menus = _box(opened, "match").locator("select").all()
    assert [int(menu.input_value()) for menu in menus] == _right("match")


def test_a_prediction_stands(opened: Lab) -> None:
    """After the reveal nothing can be changed; the button keeps the focus and says so."""
    box = _answer(opened, "prediction")
    assert "You said C. Out of the sector altogether, sure 4 of 5" in _status(box)
    assert box.locator("input:enabled").count() == 0
    _press(opened, "Enter")
    box.get_by_text("You have committed already.").wait_for(timeout=2000)
    assert _focused(opened) == "Commit"


def test_the_answer_is_shown_on_request(opened: Lab) -> None:
    """After an attempt that is not right a button gives the answer; before there is none."""
    box = _box(opened, "numeric")
    assert box.get_by_role("button", name="Show the answer").count() == 0
    box.get_by_role("textbox").fill("60.4")
    box.get_by_role("textbox").press("Enter")
    box.get_by_role("button", name="Show the answer").click()
    box.get_by_text("The answer: 152.4").wait_for(timeout=5000)


def test_an_answer_of_several_parts_is_shown_where_it_is_spoken(opened: Lab) -> None:
    """Its lines and what is said to them stand in the status region, after "The answer:"."""
    box, one = _box(opened, "match"), EXERCISES["match"]
    for menu in box.locator("select").all():
        menu.select_option(index=1)
    box.get_by_role("button", name="Check my answer").click()
    box.get_by_role("button", name="Show the answer").click()
    box.get_by_text("The answer:").wait_for(timeout=5000)
    said = _status(box)
    told = show_answer(one, attempted=True).details
    assert [text for text in (*told["lines"], *told["why"]) if text not in said] == []
    assert "Yes." not in said and said.startswith("• The answer: ")


def test_writing_is_saved_and_said_once(opened: Lab) -> None:
    """Words are saved after a pause; "Saved" is spoken once, the count not with each key."""
    box, page = _box(opened, "reflection"), opened.page
    box.evaluate(SPOKEN)
    box.get_by_role("textbox").focus()
    page.keyboard.type("Five words are written here.", delay=20)
    assert page.evaluate("() => window.spoken") == []
    box.get_by_text("Saved in your journal.").wait_for(timeout=6000)
    page.keyboard.type(" And two more.")
    _press(opened, "Tab")  # leaving the field saves at once
    box.get_by_text("8 words so far.").wait_for(timeout=1500)
    page.wait_for_timeout(500)
    said = page.evaluate("() => window.spoken.filter(Boolean)")
    assert sorted(said) == ["5 words so far.", "8 words so far.", "Saved in your journal."]
    assert "And two more." in (opened.workspace / "journal.json").read_text("utf-8")


def test_writing_outlives_the_kernel(opened: Lab) -> None:
    """With Python gone the page says so and keeps the words; run again, it has and saves them."""
    box, page = _box(opened, "reflection"), opened.page
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    box.get_by_role("textbox").fill(WROTE)
    box.get_by_text("Python has not answered, so these words are not").wait_for(timeout=9000)
    assert box.get_by_role("textbox").input_value() == WROTE
    opened.open(NAME)
    _run(opened)
    assert _box(opened, "reflection").get_by_role("textbox").input_value() == WROTE
    box.get_by_text("Saved in your journal.").wait_for(timeout=6000)
    assert WROTE in (opened.workspace / "journal.json").read_text("utf-8")


def test_an_unsent_answer_outlives_the_kernel(opened: Lab) -> None:
    """What Python never took is said to be kept, and stands in the widget that is made next."""
    box, page = _box(opened, "numeric"), opened.page
    page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.shutdown()")
    box.get_by_role("textbox").fill("60.4")
    box.get_by_role("textbox").press("Enter")
    box.get_by_text("Your answer is kept on this page.").wait_for(timeout=9000)
    opened.open(NAME)
    _run(opened)
    box.get_by_text("What you entered last was not kept yet. It is back").wait_for(timeout=5000)
    assert box.get_by_role("textbox").input_value() == "60.4"


def test_what_is_half_entered_outlives_the_kernel(opened: Lab) -> None:
    """What was typed and chosen and never sent is there when the cells run again."""
    numeric, match = _box(opened, "numeric"), _box(opened, "match")
    numeric.get_by_role("textbox").fill("60.4")
    match.locator("select").first.select_option(index=2)
    _run(opened)
    for box in (numeric, match):
        box.get_by_text("What you entered last was not kept yet. It is back").wait_for()
    assert numeric.get_by_role("textbox").input_value() == "60.4"
    assert match.locator("select").first.input_value() == "1"
    assert _status(_box(opened, "choice")) == ""


def test_a_failed_save_is_said(lab: Lab) -> None:
    """Where the disk refuses, replies come with what went wrong; what was typed stays."""
    nowhere = 'import os\nos.environ["SWTEACH_JOURNAL"] = "/proc/nowhere"'
    _open(lab, cells=(nowhere, *CELLS))
    numeric, writing = _box(lab, "numeric"), _box(lab, "reflection")
    numeric.get_by_role("textbox").fill("60.4")
    numeric.get_by_role("textbox").press("Enter")
    numeric.get_by_text("Not saved:").wait_for(timeout=9000)
    assert mark(EXERCISES["numeric"], "60.4").text in _status(numeric)
    writing.get_by_role("textbox").fill(WROTE)
    writing.get_by_text("Not saved:").wait_for(timeout=9000)
    assert writing.get_by_role("textbox").input_value() == WROTE
    _open(lab)  # in the same tab, with another kernel, where the journal can be written
    writing.get_by_text("Saved in your journal.").wait_for(timeout=6000)
    assert writing.get_by_role("textbox").input_value() == WROTE
    assert numeric.get_by_role("textbox").input_value() == "60.4"
    assert "What you entered last was not kept yet. It is back" in _status(numeric)


def test_a_damaged_journal_is_told_of_in_the_first_question(lab: Lab) -> None:
    """What became of the file stands at the top of one question, in plain words, and passes axe."""
    (lab.workspace / "journal.json").write_text("Dear diary")
    _open(lab)
    notices = lab.page.locator(".swteach-notice")
    assert notices.count() == 1
    words = notices.inner_text()
    assert "was not thrown away" in words and "goes on with an empty journal" in words
    kind = notices.evaluate("(node) => node.closest('.swteach-question').parentElement.className")
    first = next(one for one in IDS if f"swteach-{one}" in kind)
    assert _violations(lab, first) == []


@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("width", [1200, 360])
def test_questions_pass_axe(lab: Lab, theme: str, width: int) -> None:
    """Axe finds nothing, before and after the replies; nothing overflows, is small or tiny."""
    _open(lab, theme)
    page = lab.page
    page.set_viewport_size({"width": width, "height": 900})
    if width == 360:
        lab.command("application:toggle-left-area")
    for kind in IDS:
        assert (kind, _violations(lab, kind)) == (kind, [])
        _answer(lab, kind)
    for kind in IDS:
        assert (kind, _violations(lab, kind)) == (kind, [])
    assert page.evaluate(OVERFLOW) == []
    assert page.evaluate(SMALL_TARGETS) == []
    assert page.evaluate(TOO_SMALL_TEXT) == []
    lab.photograph(ARTEFACTS / f"questions-{theme.split()[-1]}-{width}.png")
    assert lab.our_messages() == []


def _violations(lab: Lab, kind: str) -> list[tuple[str, str]]:
    found = lab.audit(f".swteach-{kind}")
    return [(one["id"], one["nodes"][0]["html"]) for one in found]
