"""Questions in a page of the site are answered, kept and brought back as in a notebook."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from site_questions import INSECURE, open_page, open_scripts
from site_responses import CLOSED, FITTING, ODD, list_attempts, pick, plain, seal_copy

from swteach import journal
from swteach.editions.site_marking import write_question
from swteach.exercises import Exercise
from swteach.exercises.showing import make_widget
from swteach.journal.privacy import TICKS_ID, TICKS_KIND

pytestmark = pytest.mark.browser

KEPT = ("kind", "id", "value", "prompt", "private", "draft")
PLAY = """async (asked) => {
  const until = async (holds) => {
    while (!holds()) await new Promise((go) => setTimeout(go));
  };
  const seen = [];
  for (const [{ exercise, traits }, messages] of JSON.parse(asked)) {
    const answering = makeAnswering(exercise, traits);
    const model = new PageModel(answering.traits, (message) => answering.take(message));
    answering.model = model;
    if (exercise.seal && model.get("given") !== null) await until(() => model.get("reply").verdict);
    const look = () => structuredClone(model.traits);
    const states = [look()];
    for (const message of messages) {
      if (message.ticks) journal.record(message.ticks);
      else model.send(message);
      await new Promise((go) => setTimeout(go)); // what is sent arrives after the script's turn
      if (exercise.seal) await until(() => model.get("reply").turn === message.turn);
      states.push(look());
    }
    seen.push(states);
  }
  return JSON.stringify(seen);
}"""
LIST_JOURNAL = f"""JSON.stringify(journal.sorted().map((entry) =>
  Object.fromEntries({json.dumps(KEPT)}.map((name) => [name, entry[name]]))))"""


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty journal."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Open an empty page with the scripts."""
    with open_page(browser) as page:
        yield page


def test_where_the_browser_does_not_hash_the_answer_is_judged_and_kept(page: Any) -> None:
    """On an address without https the page says whether it is right, and the journal has it."""
    one = replace(pick("choice")[0], show_answers="never")
    open_scripts(page, INSECURE)
    assert page.evaluate("isSecureContext") is False
    play = [[write_question(one), [{"do": "answer", "answer": 0, "turn": 1}]]]
    [[_, after]] = json.loads(page.evaluate(PLAY, json.dumps(play)))
    assert after["reply"]["verdict"] == ("right" if one.options[0].correct else "not quite")
    assert after["given"] == 0
    assert [kept["value"] for kept in json.loads(page.evaluate(LIST_JOURNAL))] == [
        one.options[0].text
    ]


def _sessions() -> list[Exercise]:
    """Return questions of all types and rules."""
    some = [one for kind in FITTING for one in pick(kind, 4)]
    always = [replace(pick(kind, 5)[-1], show_answers="always") for kind in CLOSED]
    return [*some, *(one for one in always if one.id not in {each.id for each in some})]


def _messages(one: Exercise) -> list[dict[str, Any]]:
    """Return what a student may do, the wrong and the impossible too."""
    first, *others = list_attempts(one)
    answers = [None, *others[:2], first, others[-1], ["x"]]
    if one.type == "reflection":
        return _write_messages(one)
    messages = [{"do": "show"}, {"do": "dance"}]
    messages += [{"do": "answer", "answer": answer} for answer in answers]
    messages += [{"do": "show"}, {"do": "answer", "answer": {}}, {"do": "answer", "answer": first}]
    return [{**message, "turn": turn} for turn, message in enumerate(messages, 1)]


def _write_messages(one: Exercise) -> list[dict[str, Any]]:
    half = " ".join(f"word{number}" for number in range(one.words))
    tick = {"kind": TICKS_KIND, "id": TICKS_ID, "value": {f"{one.id}: reflection": True}}
    written = [
        *(("save", "One tho", False), ("save", "One thought.", False), ("answer", " ", False)),
        *(("answer", "One thought. No more.", False), ("save", half, True), ("save", half, False)),
        *(("answer", half, True), ("answer", f"{half} and more", False), ("ticks", tick, False)),
        *(("save", f"{half} held", False), ("save", "", False), ("save", 3, True)),
        *(("answer", f"{half}\u00a0at last ”é🙂", 0), ("save", f"{half}, still typ", False)),
    ]
    written = written[: -1 if one.notebook == 0 else None]
    return [
        {"do": do, "answer": {"text": text, "private": private}, "turn": turn}
        if do != "ticks"
        else {"ticks": text}
        for turn, (do, text, private) in enumerate(written, 1)
    ]


def _play(one: Exercise, messages: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what the page of a notebook would see after each message."""
    widget = make_widget(one)
    states = [_look(widget)]
    for message in messages:
        if "ticks" in message:
            ticks = message["ticks"]
            journal.record(ticks["kind"], ticks["id"], ticks["value"])
        else:
            widget._handle_custom_msg(message, [])
        states.append(_look(widget))
    return states


def _look(widget: Any) -> dict[str, Any]:
    names = ("given", "reply", "notices", *(["saved"] if hasattr(widget, "saved") else []))
    return _strip({name: getattr(widget, name) for name in names})


def _strip(state: dict[str, Any]) -> dict[str, Any]:
    """Leave out what both say of nothing: no evidence."""
    reply = dict(state["reply"])
    if "details" in reply and not reply["details"].get("evidence", True):
        reply["details"] = {k: v for k, v in reply["details"].items() if k != "evidence"}
    kept = {name: state[name] for name in ("given", "notices", "saved") if name in state}
    return plain({**kept, "reply": reply})


def _kept() -> list[dict[str, Any]]:
    entries = sorted(journal.open_journal().pages.entries.values(), key=lambda one: one.order)
    return [plain({name: getattr(entry, name) for name in KEPT}) for entry in entries]


def test_sessions_are_answered_kept_and_brought_back_as_in_a_notebook(page: Any) -> None:
    """After each message the page is told what a notebook's is; the journals hold the same."""
    sessions = [(one, _messages(one)) for one in _sessions()]
    play = [[write_question(one), messages] for one, messages in sessions]
    shown = json.loads(page.evaluate(PLAY, json.dumps(play)))
    for (one, messages), states in zip(sessions, shown, strict=True):
        for place, (here, there) in enumerate(zip(states, _play(one, messages), strict=True)):
            assert _strip(here) == there, (one.id, place, [None, *messages][place])
    assert plain(json.loads(page.evaluate(LIST_JOURNAL))) == _kept()
    assert len(_kept()) > 100
    open_scripts(page)
    again = [[told, []] for told, _ in play]
    back = json.loads(page.evaluate(PLAY, json.dumps(again)))
    for (one, _), [state] in zip(sessions, back, strict=True):
        assert _strip(state) == _play(one, [])[0], one.id
        assert state["given"] is not None


def _old_values(one: Exercise) -> list[Any]:
    """Return what an older journal may hold of a question: two answers among what is none."""
    right, other = list_attempts(one)[:2]
    fitting = [make_widget(one)._to_journal(response) for response in (right, other)]
    if one.type == "reflection":
        fitting = [right, other]
    return [*ODD[:9], *fitting, *ODD[9:], {"a": 1}, "An option that was taken out"]


def test_what_no_longer_fits_is_not_brought_back(page: Any) -> None:
    """Of an older wording, and of nonsense, a page passes over what a notebook does."""
    asked, known = [], [one for kind in FITTING for one in pick(kind, 1)]
    for one in known:
        told, values = write_question(one), _old_values(one)
        kind = told["exercise"]["journal"]["kind"]
        asked.append([told, [{"ticks": {"kind": kind, "id": one.id, "value": v}} for v in values]])
        for value in values:
            journal.record(kind, one.id, value)
    page.evaluate(PLAY, json.dumps(asked))
    open_scripts(page)
    back = json.loads(page.evaluate(PLAY, json.dumps([[told, []] for told, _ in asked])))
    for one, [state] in zip(known, back, strict=True):
        assert _strip(state) == _play(one, [])[0], one.id
        assert state["given"] is not None, one.id


def test_sealed_answers_are_kept_judged_and_brought_back(page: Any) -> None:
    """A question of each type, its answer kept back: reply, journal and return as in a copy."""
    sessions = []
    for kind in CLOSED:
        one = pick(kind, 1)[0]
        answers = [list_attempts(one)[-1], None, list_attempts(one)[0]]
        messages = [
            {"do": "answer", "answer": answer, "turn": turn}
            for turn, answer in enumerate(answers, 1)
        ]
        sessions.append((seal_copy(one), messages))
    play = [[write_question(copy), messages] for copy, messages in sessions]
    shown = json.loads(page.evaluate(PLAY, json.dumps(play)))
    for (copy, messages), states in zip(sessions, shown, strict=True):
        assert [_strip(state) for state in states] == _play(copy, messages), copy.id
        assert [state["reply"].get("verdict") for state in states][-1] == "right"
    assert plain(json.loads(page.evaluate(LIST_JOURNAL))) == _kept()
    open_scripts(page)
    back = json.loads(page.evaluate(PLAY, json.dumps([[told, []] for told, _ in play])))
    for (copy, _), [state] in zip(sessions, back, strict=True):
        assert _strip(state) == _play(copy, [])[0], copy.id
        assert state["reply"]["verdict"] == "right"


def test_a_late_word_on_an_earlier_answer_is_not_said(page: Any) -> None:
    """Two answers sent at once to a sealed question: both are kept, the second is replied to."""
    told = write_question(replace(pick("choice")[0], show_answers="never"))
    play = """async ({ exercise, traits }) => {
      const judged = [];
      unseal = (_, answer) => new Promise((go) => judged.push(() => go(askAgain(`${answer}`))));
      const answering = makeAnswering(exercise, traits);
      for (const turn of [1, 2]) answering.take({ do: "answer", answer: turn - 1, turn });
      judged.reverse().forEach((judge) => judge());
      await new Promise((go) => setTimeout(go));
      return [answering.traits.reply, answering.traits.given, journal.sorted().length];
    }"""
    reply, given, count = page.evaluate(play, told)
    assert (reply["turn"], reply["text"], given, count) == (2, "1", 1, 2)
