"""Questions in a page of the site: marked, kept and brought back as Python does it."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from swteach import journal
from swteach.editions.items import read_sheets
from swteach.editions.sealing import seal_item
from swteach.editions.site_marking import write_question
from swteach.editions.site_scripts import read_page_scripts
from swteach.exercises import (
    VERDICTS,
    Exercise,
    Numeric,
    exercise_files,
    find_right_response,
    mark,
)
from swteach.exercises.building import build_exercise
from swteach.exercises.record import read_record
from swteach.exercises.seal import spell_number
from swteach.exercises.showing import make_widget
from swteach.exercises.typed import read_number
from swteach.journal.privacy import TICKS_ID, TICKS_KIND
from swteach.widgets.verdict import lay_evidence
from swteach.yamlfile import read_yaml

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
MARKING = ("numbers", "spaces", "typed", "canonical_json", "replies", "asking", "seal")
JOURNAL = (
    "sha256",
    *(f"journal_{name}" for name in ("entry", "file", "pages", "privacy", "store")),
)
ANSWERING = ("journal", "kept_answers", "answering", "committing", "reflecting", "model")
SCRIPTS = read_page_scripts(*MARKING, "marking", *JOURNAL, *ANSWERING)
# A browser hashes only on addresses that nobody can have changed on the way; nothing is fetched.
ADDRESS, INSECURE = "http://localhost:9/blank.html", "http://swteach.test/blank.html"
CLOSED = ("choice", "several", "numeric", "order", "match", "verdict")
KEPT = ("kind", "id", "value", "prompt", "private", "draft")
ODD = [
    *(None, True, False, 0, 1, -1, 1.5, 99, "", " ", "0", "supports", "\u2003\x1c\ufeff"),
    *([], [None], [0], [True], ["0"], [0, 0], [-1], [1.5], [[0]], {}, {"answer": 0}),
    *({"answer": "", "confidence": 3}, {"answer": None, "confidence": 3}, {"confidence": 3}),
    *({"answer": [], "confidence": 1}, {"text": "x"}, {"answer": "constructor", "confidence": 2}),
]
SURE = [None, True, "3", 0, 1, 3, 5, 6, -1, 2.5, [3]]
FORMS = (
    *("{}", " {} ", "+{}", "-{}", "−{}", "–{}", "- {}", "+-{}", "£{}", "£ {}", "£-{}", "-£{}"),
    *("{}%", "{} %", "{} per cent", "{} percent", "{}pp", "{} points", "{} percentage points"),
    *("about {}", "About{}", "≈{}", "~ {}", "approx. {}", "circa {}", "roughly {} or so", "= {}"),
    *("{} million", "£{} million", "{}m", "{}m.", "{} bn", "{}k", "{} thousand", "{} of thousand"),
    *("{}.", "{},", "{}..", ".{}", ",{}", "'{}", "{} a week", "{} a year", "{}x", "{} times"),
    *("{} homes", "{} pounds", "{} apples", "{}\u00a0%", "({})", "{}!", "1e{}", "{}/2", "{} {}"),
    *("{}²", "½{}", "{}\ufeff", "{} of of", "{} CONSTRUCTOR", "{} ß", "{} per 100 enquiries"),
)
NUMBERS = (
    *("12", "12.5", "0.5", "1,5", "152,4", "1,524", "1.524", "1,524.75", "1.524,75", "225 400"),
    *("225\u202f400", "225'400", "225’400", "1.234.567", "1,23,4567", "12 34", "0,152", "007"),
    *("１２．５", "٣٤", "१२", "𝟏𝟐", "᪐᪁", "0", "00", "1234567890.5", "0.00001234", "99999999999"),
    *("1.234.567.890.123.456.789.012", "123456789012345678901234567890", "1.2.3", "-0"),
)
UNITS = ("", "percent", "percent a year", "percentage points", "million pounds", "pounds a week")
UNITS += ("times", "homes", "per 100 enquiries", "kappa", "Straße", "cases per worker")
KEYS = "0123456789" * 3 + ",.. '-+−£%()/e²½٣\u00a0\n\t\x1c\x85\ufeffkm abxKİıßς´`ﬁ🙂×≈~="
MARK_ALL = """(asked) => JSON.stringify(JSON.parse(asked).map(([{ exercise }, responses]) =>
  responses.map((response) => mark(exercise, response))))"""
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
      const before = look();
      if (message.ticks) journal.record(message.ticks);
      else model.send(message);
      if (exercise.seal) await until(() => model.get("reply").turn === message.turn);
      states.push(look());
    }
    seen.push(states);
  }
  return JSON.stringify(seen);
}"""
LIST_JOURNAL = f"""JSON.stringify(journal.sorted().map((entry) =>
  Object.fromEntries({json.dumps(KEPT)}.map((name) => [name, entry[name]]))))"""


@cache
def every() -> tuple[Exercise, ...]:
    """Return every question of the course."""
    return tuple(one for sheet in read_sheets(ROOT) for one in sheet.exercises)


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty journal."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Open an empty page of an address that the browser trusts, with the scripts."""
    context = browser.new_context()
    context.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page = context.new_page()
    _open(page)
    yield page
    context.close()


def _open(page: Any, address: str = ADDRESS) -> None:
    page.goto(address)
    page.add_script_tag(content=SCRIPTS)


def _plain(value: Any) -> Any:
    """Return a value as a page's JSON has it: 3 is 3.0, and no nought has a sign; true is not 1."""
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return json.dumps(float(value) + 0.0 if is_number else value)


def _reply(one: Exercise, response: Any) -> Any:
    """Return what Python says, with the record laid out as the widget does for its page."""
    reply = mark(one, response)
    details = dict(reply.details)
    if "evidence" in details:
        details["evidence"] = [lay_evidence(row) for row in details["evidence"]]
    return _plain({"verdict": reply.verdict, "text": reply.text, "details": details})


def _responses(one: Exercise) -> list[Any]:
    draw = random.Random(one.id)
    return [*ODD, *_FITTING[one.type](one, draw)]


def _choices(one: Exercise, _: random.Random) -> list[Any]:
    return list(range(len(one.options) + 1))


def _subsets(one: Exercise, draw: random.Random) -> list[Any]:
    places = range(len(one.shown))
    sets = (list(some) for size in places for some in itertools.combinations(places, size + 1))
    mixed = draw.sample(places, len(places))
    return [*sets, mixed, [*mixed, len(places)]]


def _typed(one: Exercise, draw: random.Random) -> list[Any]:
    spread = one.tolerance or 1
    near = [one.answer + part * spread / 4 for part in range(-9, 10)]
    near += [slip.answer + part * slip.margin / 2 for slip in one.slips for part in range(-3, 4)]
    near += [-one.answer, one.answer * 10, one.answer / 1e6, one.answer * 1e6, 1e39, -1e41]
    texts = [f"{value:.{places}f}" for value in near for places in (0, 1, 2, 4)]
    swapped = [text.translate(str.maketrans(",.", ".,")) for text in texts]
    marked = [f"{value:,.2f}" for value in near]
    forms = [form.format(text, text) for form in FORMS for text in draw.sample(texts, 2)]
    unit = [f"{text} {one.unit}" for text in draw.sample(texts, 9)]
    return [*near, *texts, *swapped, *marked, *forms, *unit]


def _orders(one: Exercise, draw: random.Random) -> list[Any]:
    count = len(one.items)
    right = find_right_response(one)
    mixed = [draw.sample(range(count), count) for _ in range(40)]
    near = [[*right[:at], right[at + 1], right[at], *right[at + 2 :]] for at in range(count - 1)]
    return [right, *mixed, *near, right[:-1], [*right, count]]


def _partners(one: Exercise, draw: random.Random) -> list[Any]:
    right, count = find_right_response(one), len(one.shown)
    mixed = [[draw.randrange(count) for _ in right] for _ in range(40)]
    broken = [
        [*right[:at], bad, *right[at + 1 :]] for at in range(len(right)) for bad in (None, 99)
    ]
    return [right, *mixed, *broken, right[1:], [*right, 0]]


def _verdicts(*_: Any) -> list[Any]:
    return [
        {"answer": answer, "confidence": sure}
        for answer in (*VERDICTS, "no", None)
        for sure in SURE
    ]


def _reflections(one: Exercise, _: random.Random) -> list[Any]:
    counts = {1, 2, one.words // 2 - 1, one.words // 2, one.words // 2 + 1, one.words, 999}
    texts = ["\u2003".join(["word"] * count) for count in counts]
    return [*texts, "a\x1cb\x85c\ufeffd", " one\n\ntwo ", "\ufeff"]


def _predictions(one: Exercise, draw: random.Random) -> list[Any]:
    texts = [form.format(text, text) for form in FORMS for text in draw.sample(NUMBERS, 1)]
    answers = [*range(len(one.options) + 1), *texts, " \x1c", "\ufeff", "I think so.", 12.5]
    return [{"answer": answer, "confidence": sure} for answer in answers for sure in (3, 0)]


_FITTING = {
    "choice": _choices,
    "several": _subsets,
    "numeric": _typed,
    "order": _orders,
    "match": _partners,
    "verdict": _verdicts,
    "reflection": _reflections,
    "prediction": _predictions,
}


def _ask_page(page: Any, asked: list[tuple[Exercise, list[Any]]]) -> list[list[Any]]:
    sent = [[write_question(one), responses] for one, responses in asked]
    return json.loads(page.evaluate(MARK_ALL, json.dumps(sent)))


def _differ(asked: list[tuple[Exercise, list[Any]]], told: list[list[Any]]) -> list[Any]:
    return [
        (one.id, response, said, _reply(one, response))
        for (one, responses), replies in zip(asked, told, strict=True)
        for response, said in zip(responses, replies, strict=True)
        if _plain(said) != _reply(one, response)
    ]


def test_every_way_of_typing_a_number_is_read_alike(page: Any) -> None:
    """Numbers in all forms, with all units, and random keys: value, other reading and words."""
    draw = random.Random(3)
    forms = [form.format(text, text) for form in FORMS for text in NUMBERS]
    keys = ["".join(draw.choices(KEYS, k=draw.randint(0, 12))) for _ in range(20_000)]
    asked = [(text, draw.choice(UNITS)) for text in (*forms, *forms, *forms, *keys)]
    asked += [(value, "") for value in (*ODD, 12.5, 1e39, 1e40, -1e40, "1" * 40, "1" * 41)]
    read = "(asked) => JSON.stringify(JSON.parse(asked).map((one) => readNumber(...one)))"
    told = json.loads(page.evaluate(read, json.dumps(asked)))
    wanted = [_plain(vars(read_number(*one))) for one in asked]
    pairs = zip(asked, map(_plain, told), wanted, strict=True)
    assert [one for one in pairs if one[1] != one[2]][:5] == []
    assert sum(one["value"] is not None for one in told) > 4000


@pytest.mark.parametrize("number", sorted(exercise_files()))
def test_every_question_gets_pythons_reply(page: Any, number: int) -> None:
    """Each question, with every kind of right, wrong and impossible response: the whole reply."""
    asked = [(one, _responses(one)) for one in every() if one.notebook == number]
    assert len(asked) > 5
    assert _differ(asked, _ask_page(page, asked))[:5] == []


def test_what_is_kept_back_is_noted_and_no_more(page: Any) -> None:
    """Predictions and reflections set to never get what Python says of these."""
    free = [one for one in every() if one.type in ("prediction", "reflection")]
    closed = [replace(one, show_answers="never") for one in free]
    asked = [(one, _responses(one)) for one in closed]
    assert _differ(asked, _ask_page(page, asked))[:5] == []


def _seal_copy(one: Exercise) -> Exercise:
    """Return a question as a student copy of the course has it."""
    items = read_yaml(exercise_files()[one.notebook])["exercises"]
    item = next(item for item in items if item["id"] == one.id)
    closed = {**item, "show_answers": "never"}
    return build_exercise(
        seal_item(closed, replace(one, show_answers="never")), one.notebook, read_record()
    )


def _some(kind: str, count: int = 3) -> list[Exercise]:
    found = [one for one in every() if one.type == kind]
    return found[:: max(len(found) // count, 1)][:count]


def _attempts(one: Exercise) -> list[Any]:
    """Return the right response and others, all of which are answers."""
    counting = [response for response in _responses(one) if mark(one, response).counts]
    right = find_right_response(one)
    if isinstance(one, Numeric):
        edges = [one.answer - one.tolerance, one.answer + one.tolerance]
        right, counting = f"{one.answer:.2f}", [f"{edge:.9g}" for edge in edges] + counting[::12]
    return [*([right] if right is not None else ()), *counting[:9]]


@pytest.mark.parametrize("kind", CLOSED)
def test_sealed_questions_are_judged_as_in_a_student_copy(page: Any, kind: str) -> None:
    """Right and wrong answers, by the site's own seal and by a student copy's: what Python says."""
    questions, replies = [], []
    for one in _some(kind):
        copy, attempts = _seal_copy(one), _attempts(one)
        verdicts = [_plain({**vars(mark(copy, response))}) for response in attempts]
        assert {verdict["verdict"] for verdict in verdicts} == {'"right"', '"not quite"'}
        for told in (write_question(copy), write_question(replace(one, show_answers="never"))):
            questions.append([told["exercise"], attempts])
            replies.append(verdicts)
    judge = """async (asked) => JSON.stringify(await Promise.all(JSON.parse(asked).map(
      ([exercise, answers]) => Promise.all(answers.map((one) => unseal(exercise, one))))))"""
    assert _plain(json.loads(page.evaluate(judge, json.dumps(questions)))) == replies


def test_cells_of_the_grid_are_those_of_python(page: Any) -> None:
    """3,000 numbers, halves among them, lie in the same cell, with a step and without."""
    draw = random.Random(5)
    steps = ("", "0.05", "0.01", "0.005", "0.2", "1", "2.5", "0.03")
    values = [round(draw.uniform(-1, 1) * 10 ** draw.randint(-6, 12), 4) for _ in range(2000)]
    values += [part * 0.5 for part in range(-500, 500)]
    asked = [(value, draw.choice(steps)) for value in values]
    spell = "(asked) => asked.map(([value, step]) => spellNumber(value, step))"
    assert page.evaluate(spell, asked) == [spell_number(*one) for one in asked]


def test_where_nothing_can_be_hashed_the_answer_is_kept(page: Any) -> None:
    """On an address without https the page says that it cannot tell, and the journal has it."""
    one = replace(_some("choice")[0], show_answers="never")
    _open(page, INSECURE)
    assert page.evaluate("isSecureContext") is False
    play = [[write_question(one), [{"do": "answer", "answer": 0, "turn": 1}]]]
    [[_, after]] = json.loads(page.evaluate(PLAY, json.dumps(play)))
    assert after["reply"]["verdict"] == "noted"
    assert "cannot tell whether it is right" in after["reply"]["text"]
    assert after["given"] == 0
    assert [kept["value"] for kept in json.loads(page.evaluate(LIST_JOURNAL))] == [
        one.options[0].text
    ]


def _sessions() -> list[Exercise]:
    """Return questions of all types and rules."""
    some = [one for kind in _FITTING for one in _some(kind, 4)]
    always = [replace(_some(kind, 5)[-1], show_answers="always") for kind in CLOSED]
    return [*some, *(one for one in always if one.id not in {each.id for each in some})]


def _messages(one: Exercise) -> list[dict[str, Any]]:
    """Return what a student may do, the wrong and the impossible too."""
    first, *others = _attempts(one)
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
    written = written[: -1 if one.id.endswith("1") else None]
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
    return _plain({**kept, "reply": reply})


def _kept() -> list[dict[str, Any]]:
    entries = sorted(journal.open_journal().pages.entries.values(), key=lambda one: one.order)
    return [_plain({name: getattr(entry, name) for name in KEPT}) for entry in entries]


def test_sessions_are_answered_kept_and_brought_back_as_in_a_notebook(page: Any) -> None:
    """After each message the page is told what a notebook's is; the journals hold the same."""
    sessions = [(one, _messages(one)) for one in _sessions()]
    play = [[write_question(one), messages] for one, messages in sessions]
    shown = json.loads(page.evaluate(PLAY, json.dumps(play)))
    for (one, messages), states in zip(sessions, shown, strict=True):
        for place, (here, there) in enumerate(zip(states, _play(one, messages), strict=True)):
            assert _strip(here) == there, (one.id, place, [None, *messages][place])
    assert _plain(json.loads(page.evaluate(LIST_JOURNAL))) == _kept()
    assert len(_kept()) > 100
    _open(page)
    again = [[told, []] for told, _ in play]
    back = json.loads(page.evaluate(PLAY, json.dumps(again)))
    for (one, _), [state] in zip(sessions, back, strict=True):
        assert _strip(state) == _play(one, [])[0], one.id
        assert state["given"] is not None


def test_what_no_longer_fits_is_not_brought_back(page: Any) -> None:
    """An entry of an earlier wording, or of nonsense, is passed over as in a notebook."""
    asked, values = [], [*ODD, {"a": 1}, "An option that was taken out"]
    for one in [one for kind in _FITTING for one in _some(kind, 1)]:
        told = write_question(one)
        kind = told["exercise"]["journal"]["kind"]
        asked.append([told, [{"ticks": {"kind": kind, "id": one.id, "value": v}} for v in values]])
        for value in values:
            journal.record(kind, one.id, value)
    page.evaluate(PLAY, json.dumps(asked))
    _open(page)
    back = json.loads(page.evaluate(PLAY, json.dumps([[told, []] for told, _ in asked])))
    known = {one.id: one for one in every()}
    for [told, _], [state] in zip(asked, back, strict=True):
        one = known[told["traits"]["exercise_id"]]
        assert _strip(state) == _play(one, [])[0], one.id


def test_sealed_answers_are_kept_judged_and_brought_back(page: Any) -> None:
    """A question of each type, its answer kept back: reply, journal and return as in a copy."""
    sessions = []
    for kind in CLOSED:
        one = _some(kind, 1)[0]
        answers = [_attempts(one)[-1], None, _attempts(one)[0]]
        messages = [
            {"do": "answer", "answer": answer, "turn": turn}
            for turn, answer in enumerate(answers, 1)
        ]
        sessions.append((_seal_copy(one), messages))
    play = [[write_question(copy), messages] for copy, messages in sessions]
    shown = json.loads(page.evaluate(PLAY, json.dumps(play)))
    for (copy, messages), states in zip(sessions, shown, strict=True):
        assert [_strip(state) for state in states] == _play(copy, messages), copy.id
        assert [state["reply"].get("verdict") for state in states][-1] == "right"
    assert _plain(json.loads(page.evaluate(LIST_JOURNAL))) == _kept()
    _open(page)
    back = json.loads(page.evaluate(PLAY, json.dumps([[told, []] for told, _ in play])))
    for (copy, _), [state] in zip(sessions, back, strict=True):
        assert _strip(state) == _play(copy, [])[0], copy.id
        assert state["reply"]["verdict"] == "right"


def test_a_late_word_on_an_earlier_answer_is_not_said(page: Any) -> None:
    """Two answers sent at once to a sealed question: both are kept, the second is replied to."""
    told = write_question(replace(_some("choice")[0], show_answers="never"))
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
