"""The journal of the site's pages: what Python's writes it reads, what it writes Python's reads."""

from __future__ import annotations

import json
import random
import struct
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from swteach.editions.site_journal import JOURNAL, list_journal_data, write_journal
from swteach.editions.site_page import Entry as Link
from swteach.editions.site_page import Menu, read_style, wrap
from swteach.editions.site_scripts import read_page_scripts, read_script
from swteach.journal.book import Journal
from swteach.journal.entry import Entry, digest, dump, make_entry
from swteach.journal.exports import render
from swteach.journal.fileformat import read_pages, write_pages
from swteach.journal.opening import open_journal
from swteach.journal.pages import Name, Pages
from swteach.journal.privacy import find_private, leave_out_private
from swteach.widgets.journal_page import JournalPage

pytestmark = pytest.mark.browser

HOST = "http://course.test"
COURSE = "A course"
SCRIPTS = ("canonical_json", "sha256", "spaces", "journal_entry", "journal_pages", "journal_file")
SCRIPTS += ("mappings", "journal_privacy", "journal_outline", "journal_exports", "journal_copy")
SCRIPTS += ("journal_store", "journal")
UNIT = {"course": COURSE, "notebook": "03_homes"}
BYTES = "const bytes = (text) => Uint8Array.from(text, (one) => one.charCodeAt(0));"
FILL = """(left) => {
  let size = 2 ** 22;
  for (let at = 0; size >= 1; at++) {
    try { localStorage.setItem(`other ${at}`, "x".repeat(size)); } catch { size /= 2; }
  }
  const last = Object.keys(localStorage).filter((name) => name.startsWith("other"));
  let free = 0;
  for (const name of last.sort((a, b) => localStorage[a].length - localStorage[b].length)) {
    if (free >= left) break;
    free += localStorage[name].length;
    localStorage.removeItem(name);
  }
}"""
SIGNS = "ab é\n\r\t\\\"/'<&=+-@_*:`#|.w\x00\x1f\x7f\x85\xa0\u2028\ufeff\ud83d\U0001f3e0\uffff１"
TOKENS = "0 -0 -0.0 3.0 1E5 1e16 1e-7 0.00001 0.0001 123456789012345678 5e-324 1e15 1e22 2.5e-5"
HUGE = "1234567890123456789012345678901234567890 9007199254740993 1.7976931348623157e308 1e999"


def _say(chance: random.Random, most: int = 12) -> str:
    return "".join(chance.choice(SIGNS) for _ in range(chance.randrange(most)))


def _draw(chance: random.Random, depth: int = 0) -> Any:
    """Return something that JSON can hold."""
    kind = chance.randrange(8 if depth < 3 else 6)
    if kind == 6:
        return [_draw(chance, depth + 1) for _ in range(chance.randrange(4))]
    if kind == 7:
        return {_say(chance, 4): _draw(chance, depth + 1) for _ in range(chance.randrange(5))}
    bits = struct.unpack("<d", chance.randbytes(8))[0]
    number = bits if bits - bits == 0 else 0.5
    plain = (None, True, chance.randrange(-(10**18), 10**18), number, _say(chance), 3.0)
    return plain[kind]


def _type(chance: random.Random) -> str:
    words = ["the", "home", "homes", "council"]
    return " ".join(chance.choices(words, k=chance.randrange(5)))


def _enter(chance: random.Random, **fields: Any) -> Entry:
    """Return an entry of a few streams, so that entries meet each other."""
    given = {
        "at": f"2026-11-25T19:42:0{chance.randrange(10)}.00000{chance.randrange(3)}Z",
        "count": chance.randrange(3),
        "session": chance.choice("ab"),
        "notebook": chance.choice(["03_homes", "", "extra_é", "12_x"]),
        "kind": chance.choice(["answer", "reflection", "barometer"]),
        "id": chance.choice(["n3-mcq-1", "n7-ref-1", "barometer-n1", "=odd"]),
        "value": _type(chance) if chance.random() < 0.7 else _draw(chance),
        "prompt": chance.choice(["", "Why?", _say(chance)]),
        "private": chance.random() < 0.2,
        "draft": chance.random() < 0.5,
        **fields,
    }
    return make_entry(**given)


def _tick(chance: random.Random) -> Entry:
    names = ["n3-mcq-1: answer", "n7-ref-1: reflection", "10: a", "2: b"]
    chosen = chance.sample(names, k=chance.choice([1, 1, 1, 2, 4]))
    value = {name: chance.choice([True, False, True, False, None]) for name in chosen}
    told = {"kind": "private ticks", "id": "journal-page", "value": value, "draft": False}
    return _enter(chance, **told, private=True)


def _gather(chance: random.Random, count: int = 12) -> Pages:
    made = [_tick(chance) if chance.random() < 0.2 else _enter(chance) for _ in range(count)]
    name = Name("2026-11-25T19:42:00.000000Z", 1, "a", "Zoë \U0001f3e0")
    pages = Pages(name=name) if chance.random() < 0.5 else Pages()
    for one in made:
        pages = pages.add(one)
    return pages


def _draft(chance: random.Random) -> Pages:
    """Return pages of few streams and words, so that one piece of typing often holds another."""
    told = {"notebook": "03_homes", "kind": "reflection", "id": "n7-ref-1", "private": False}
    made = [_enter(chance, **told, value=_type(chance)) for _ in range(8)]
    return Pages({one.key: one for one in made[:4]}).add(made[4]).add(made[5])


def _latin(data: bytes) -> str:
    return data.decode("latin-1")


def _list_lines(pages: Pages) -> list[str]:
    return [one.line for one in pages.sorted()]


@pytest.fixture
def context(browser: Any) -> Iterator[Any]:
    """Give a browser without any storage, in which one host answers with the pages' files."""
    context = browser.new_context()
    files = {
        "unit.js": (read_page_scripts(*SCRIPTS) + BYTES, "text/javascript"),
        "unit.html": (_write_unit(UNIT), "text/html"),
        "other.html": (_write_unit({**UNIT, "course": "Another"}), "text/html"),
        "site.js": (read_script(), "text/javascript"),
        "site.css": (read_style(), "text/css"),
        JOURNAL: (_write_page(), "text/html"),
    }

    def answer(route: Any) -> None:
        body, kind = files.get(route.request.url.rsplit("/", 1)[1], ("", "text/plain"))
        route.fulfill(body=body, content_type=f"{kind}; charset=utf-8")

    context.route("**/*", answer)
    yield context
    context.close()


def _write_unit(known: dict[str, Any]) -> str:
    data = json.dumps(known)
    return (
        f'<!DOCTYPE html><script type="application/json" id="swteach-page">{data}</script>'
        '<script src="unit.js"></script>'
    )


def _write_page() -> str:
    menu = Menu(COURSE, (Link(JOURNAL, "My journal", "My journal"),), 1)
    data = {"course": COURSE, "notebook": "", "title": "My journal", "questions": {}}
    return wrap(menu, JOURNAL, write_journal(), {**data, "tools": list_journal_data()})


@pytest.fixture
def open_unit(context: Any) -> Callable[..., Any]:
    """Open a page with the journal's scripts, and nothing else; as many as a test likes."""

    def open_page(name: str = "unit.html") -> Any:
        page = context.new_page()
        page.goto(f"{HOST}/{name}")
        return page

    return open_page


@pytest.fixture
def unit(open_unit: Callable[..., Any]) -> Any:
    """Open one page with the journal's scripts."""
    return open_unit()


def test_canonical_json_is_pythons(unit: Any) -> None:
    """Whatever the layout, a value is written as Python writes it, and its digest is Python's."""
    chance = random.Random(1)
    texts = [json.dumps(_draw(chance), ensure_ascii=False, indent=1) for _ in range(400)]
    texts = [text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for text in texts]
    texts += [json.dumps({_say(chance): 1 for _ in range(6)}) for _ in range(100)]
    texts += f"{TOKENS} {HUGE.removesuffix('1e999')}".split()
    read = "new JsonReader(text).readAll()"
    write = f"texts.map((text) => [writeCanonical({read}), digestText(writeCanonical({read}))])"
    expected = [[dump(json.loads(text)), digest(json.loads(text))] for text in texts]
    assert unit.evaluate(f"(texts) => {write}", texts) == expected
    assert unit.evaluate("() => writeCanonical({ b: [1e-7, 2.5, -0, 1e21], a: '\\x7f' })") == (
        '{"a":"\\u007f","b":[1e-07,2.5,0,1e+21]}'
    )


def test_what_is_no_json_is_refused(unit: Any) -> None:
    """What Python's reader refuses the page's refuses, and a value that no file can hold."""
    bad = ["", "{", '{"a":}', "[1,]", "01", "+1", "NaN", "1e999", "'a'", '"\t"', '"\\x"', "1 2"]
    bad += ["[" * 5000 + "]" * 5000, '{"a" 1}', "{1:2}", "tru", '"a', '"\\ud8"', "9" * 5000]
    refused = "texts.filter((t) => { try { writeCanonical(new JsonReader(t).readAll()); } catch { "
    assert unit.evaluate(f"(texts) => {refused} return true; }} return false; }})", bad) == bad
    for value in ("NaN", "undefined", "new Map([[1, () => 1]])", "[new Date()]", "10n"):
        told = unit.evaluate(f"() => journal.record({{ kind: 'a', id: 'x', value: {value} }})")
        assert not told["saved"] and told["message"].startswith("Not saved: the journal cannot")
    assert unit.evaluate("() => journal.sorted().length") == 0


def test_journals_join_as_in_python(unit: Any) -> None:
    """Which drafts give way when two journals meet is what Python's pages say."""
    chance = random.Random(2)
    met = [(_draft(chance), _draft(chance)) for _ in range(150)]
    pairs = [[_list_lines(one), _list_lines(other)] for one, other in met]
    join = """(pairs) => pairs.map((pair) => {
      const read = (lines) =>
        new Map(lines.map((line) => new JournalEntry(line)).map((one) => [one.key, one]));
      const [mine, theirs] = pair.map(read);
      const { added, gone } = joinEntries(mine, theirs);
      const kept = [...mine.values()].filter((one) => !gone.includes(one));
      return [...kept, ...added].sort(compareEntries).map(({ line }) => line);
    })"""
    expected = [_list_lines(one | other) for one, other in met]
    assert unit.evaluate(join, pairs) == expected
    replaced = [len(one) + len(other) - len(one | other) for one, other in met]
    assert sum(map(bool, replaced)) > 40


def test_privacy_is_pythons(unit: Any) -> None:
    """The same entries are private, and the same may be handed in."""
    chance = random.Random(3)
    journals = [_gather(chance, 16) for _ in range(150)]
    ask = """(journals) => journals.map((lines) => {
      const entries = lines.map((line) => new JournalEntry(line));
      const keys = (found) => [...found].map(({ key }) => key).sort();
      return [keys(findPrivateEntries(entries)), keys(leaveOutPrivate(entries))];
    })"""
    found = unit.evaluate(ask, [_list_lines(one) for one in journals])
    expected = [
        [sorted(find_private(one)), sorted(leave_out_private(one).entries)] for one in journals
    ]
    assert found == expected
    assert sum(bool(private) for private, _ in expected) > 50


def test_files_and_exports_are_pythons(unit: Any) -> None:
    """A journal that was imported is exported byte for byte, in each form, whole and to hand in."""
    chance = random.Random(4)
    words = list_journal_data()["journal"]["data"]
    ask = """({ file, words, isShared }) => {
      localStorage.clear();
      const book = new PageJournal(PAGE);
      const { message } = book.merge(bytes(file), words.troubles);
      const blocks = outlineJournal(book.sorted(), { name: book.name, words, isShared });
      const text = book.write(book.choose({ isShared }));
      return { message, json: text, html: writeWebPage(blocks, words), md: writeMarkdown(blocks) };
    }"""
    for turn in range(60):
        pages, part = _gather(chance, 14), {"isShared": turn % 2 == 1, "words": words}
        found = unit.evaluate(ask, {"file": _latin(write_pages(pages)), **part})
        expected = {
            form: render(pages, form, private=not part["isShared"]).decode()
            for form in ("json", "html", "md")
        }
        assert found.pop("message") == f"Imported. {len(pages)} entries were new."
        assert found == expected, turn


def _damage(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    end = min(len(data), start + chance.choice([1, 1, 2, 16, 500]))
    middle = chance.choice([b"", chance.randbytes(end - start), b"\0" * (end - start), data[:end]])
    return data[:start] + middle + (b"" if chance.random() < 0.1 else data[end:])


def _list_damaged() -> list[bytes]:
    """Return files that something is wrong with: by hand, then by chance."""
    chance = random.Random(5)
    data = write_pages(_gather(chance, 8))
    document = json.loads(data)
    entries = document["entries"]

    def change(**parts: Any) -> bytes:
        return json.dumps({**document, **parts}).encode()

    by_hand = [b"[]", b"null", b"{}", b"\xff\xfe", b"no", b'{"format": "other"}', data + data]
    by_hand += [change(version=number) for number in (0, 2, 1.0, True, "1", -1, 10**20)]
    by_hand += [change(check="x"), change(more=1), change(entries={}), change(entries=entries[:-1])]
    by_hand += [change(entries=[*entries, entries[0]]), change(name=None)]
    by_hand += [change(name={**document["name"], **wrong}) for wrong in ({"count": 1.0}, {"x": 1})]
    wrongs: list[dict[str, Any]] = [
        {"count": -1},
        {"count": True},
        {"at": "2026-02-30T00:00:00.000000Z"},
    ]
    wrongs += [{"private": 1}, {"prompt": None}, {"at": "yesterday"}, {"x": 1}, {"kind": "other"}]
    for wrong in wrongs:
        fields = {**entries[0], **wrong}
        key = digest({name: value for name, value in fields.items() if name != "key"})
        by_hand.append(change(entries=[fields, *entries[1:]]))
        by_hand.append(change(entries=[{**fields, "key": key}, *entries[1:]]))
    good = [json.dumps(document, indent=2).encode(), b"\xef\xbb\xbf" + data]
    return [*good, *by_hand, *(_damage(data, chance) for _ in range(200))]


def test_damaged_files_are_read_as_in_python(unit: Any) -> None:
    """What is wrong with a file, and what is whole in it, is what Python finds."""
    files = _list_damaged()
    ask = """(files) => files.map((file) => {
      const { entries, name, trouble } = readJournal(bytes(file));
      return [trouble, [...entries.keys()].sort(), name.text];
    })"""
    found = unit.evaluate(ask, list(map(_latin, files)))
    read = [read_pages(file) for file in files]
    expected = [
        [one.trouble.name if one.trouble else "", sorted(one.pages.entries), one.pages.name.text]
        for one in read
    ]
    assert found == expected
    troubles = {trouble for trouble, _, _ in expected}
    assert troubles == {"", "NO_JSON", "FOREIGN", "NEWER", "DAMAGED"}


def test_import_says_what_python_says(unit: Any, tmp_path: Path) -> None:
    """Damaged, foreign, newer, too large, twice: the words are those of the notebooks."""
    troubles = list_journal_data()["journal"]["data"]["troubles"]
    data = write_pages(_gather(random.Random(6)))
    cut = data[: len(data) // 2]
    files = [cut, cut, data, data, b"[]", data.replace(b'"version": 1', b'"version": 2'), b"{"]
    book = Journal(tmp_path / "journal.json")
    for file in files:
        ask = "([file, troubles]) => journal.merge(bytes(file), troubles).message"
        assert unit.evaluate(ask, [_latin(file), troubles]) == book.merge(file).message
    large = "(troubles) => journal.merge(new Uint8Array(32000001), troubles).message"
    assert unit.evaluate(large, troubles) == book.merge(b" " * 32_000_001).message
    assert unit.evaluate("() => journal.write(journal.choose())").encode() == book.to_bytes()


def _record(page: Any, **told: Any) -> dict[str, Any]:
    outcome: dict[str, Any] = page.evaluate(
        "(told) => { const { saved, message } = journal.record(told); return { saved, message }; }",
        {"kind": "answer", "id": "n3-mcq-1", "value": "Yes.", **told},
    )
    return outcome


def test_a_journal_of_the_site_goes_to_the_notebooks_and_back(
    open_unit: Callable[..., Any], tmp_path: Path
) -> None:
    """What the page recorded Python imports without trouble; its export comes back the same."""
    page = open_unit()
    chance = random.Random(7)
    for place in range(40):
        value = chance.choice(
            [_type(chance), {"10": 1, "9": 2.5e-7, "é": ["\U0001f3e0"]}, 12, None]
        )
        kind = chance.choice(["answer", "barometer", "reflection"])
        told = {"draft": chance.random() < 0.5, "prompt": "Why?\x7f", "id": f"n3-{place % 5}"}
        assert _record(page, kind=kind, value=value, **told)["saved"]
    page.evaluate("() => journal.setName(' Zoë ')")
    written = page.evaluate("() => journal.write(journal.choose())").encode()
    book = Journal(tmp_path / "journal.json")
    assert book.merge(written).message == f"Imported. {len(book.pages)} entries were new."
    assert book.to_bytes() == written and book.name == "Zoë"
    assert {one.private for one in book.pages.sorted() if one.kind == "barometer"} == {True}
    assert {one.private for one in book.pages.sorted() if one.kind == "reflection"} == {False}
    assert {one.notebook for one in book.pages.sorted()} == {"03_homes"}
    book.record("answer", "n4-1", {"float": 3.0, "tiny": 1e-07})
    page.evaluate("() => localStorage.clear()")
    page.reload()
    assert page.evaluate("() => journal.sorted().length") == 0
    page.evaluate("(file) => journal.merge(bytes(file), {})", _latin(book.to_bytes()))
    page.reload()
    assert page.evaluate("() => journal.write(journal.choose())").encode() == book.to_bytes()


def test_entries_are_stamped_in_order(unit: Any) -> None:
    """A clock that stands still or is set back does not change what was said last."""
    _record(unit, value="first")
    unit.clock.set_fixed_time(datetime(2020, 1, 1, tzinfo=UTC))
    for value in ("second", "third"):
        _record(unit, value=value)
    assert unit.evaluate("() => journal.history('n3-mcq-1').map(({ value }) => value)") == [
        "first",
        "second",
        "third",
    ]
    assert unit.evaluate("() => journal.latest('n3-mcq-1', 'answer').count") == 2
    assert unit.evaluate("() => journal.latest('n3-mcq-1', 'map')") is None


def test_two_tabs_lose_nothing(open_unit: Callable[..., Any]) -> None:
    """Two tabs write fifty entries each at once: each sees all hundred, and a third tab too."""
    pages = [open_unit(), open_unit()]
    many = """(tab) => new Promise((done) => {
      let left = 50;
      const write = () => {
        journal.record({ kind: "answer", id: `${tab}-${left}`, value: left });
        if (--left) setTimeout(write, Math.random() * 4); else done();
      };
      write();
    })"""
    start = "([tab, at]) => { window.done = new Promise((go) => setTimeout(go, at - Date.now()))"
    soon = pages[0].evaluate("() => Date.now() + 300")
    for tab, page in enumerate(pages):
        page.evaluate(f"{start}.then(() => ({many})(tab)); return null; }}", [tab, soon])
    for page in pages:
        page.evaluate("() => window.done")
    for page in [*pages, open_unit()]:
        page.wait_for_function("() => journal.sorted().length === 100", timeout=5000)
    other = open_unit("other.html")
    assert other.evaluate("() => journal.sorted().length") == 0


def test_what_was_recorded_outlives_the_page(open_unit: Callable[..., Any]) -> None:
    """A page that is closed straight after an answer has kept it."""
    page = open_unit()
    page.evaluate("() => { journal.record({ kind: 'answer', id: 'n3-1', value: 'é' }); close(); }")
    page.close()
    assert open_unit().evaluate("() => journal.latest('n3-1').value") == "é"


def test_a_draft_gives_way_only_to_what_is_stored(open_unit: Callable[..., Any]) -> None:
    """Typing leaves one draft; where the longer one finds no room, the shorter stays stored."""
    page = open_unit()
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    for text in ("The ho", "The home", "The home is"):
        assert _record(page, kind="reflection", value=text, draft=True)["saved"]
    assert page.evaluate(stored) == 1
    page.evaluate(FILL, 0)
    long = "The home is " + "far away. " * 40
    assert not _record(page, kind="reflection", value=long, draft=True)["saved"]
    assert page.evaluate("() => journal.sorted().length") == 1 == page.evaluate(stored)
    assert open_unit().evaluate("() => journal.latest('n3-mcq-1').value") == "The home is"
    assert page.evaluate("() => journal.latest('n3-mcq-1').value") == long


def test_a_full_storage_is_said_and_tried_again(open_unit: Callable[..., Any]) -> None:
    """What finds no room stays on the page, is said, and is written once there is room."""
    page = open_unit()
    page.evaluate(FILL, 0)
    outcome = _record(page, value="Too much. " * 50)
    assert not outcome["saved"] and "is full" in outcome["message"]
    assert "still on this page" in outcome["message"]
    assert page.evaluate("() => journal.unsaved && journal.sorted().length") == 1
    leaves = "() => dispatchEvent(new Event('beforeunload', { cancelable: true }))"
    assert page.evaluate(leaves) is False
    assert open_unit().evaluate("() => journal.sorted().length") == 0
    page.evaluate("() => localStorage.removeItem('other 0')")
    assert _record(page, id="n3-2") == {"saved": True, "message": "Saved in your journal."}
    assert not page.evaluate("() => journal.unsaved")
    assert page.evaluate(leaves) is True
    assert open_unit().evaluate("() => journal.sorted().length") == 2


def test_an_import_that_does_not_fit_says_how_much(unit: Any) -> None:
    """Of a file too large for the browser, what is on the page only is counted, and exported."""
    chance = random.Random(8)
    pages = Pages()
    for place in range(30):
        pages = pages.add(_enter(chance, id=f"n3-{place}", value="word " * 400, draft=False))
    unit.evaluate(FILL, 20_000)
    merge = "(file) => { const told = journal.merge(bytes(file), {}); return Object.values(told); }"
    saved, _, message = unit.evaluate(merge, _latin(write_pages(pages)))
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    left = 30 - unit.evaluate(stored)
    assert not saved and 0 < left < 30
    assert message.startswith(
        f"Imported. 30 entries were new. {left} entries are on this page only"
    )
    text = unit.evaluate("() => journal.write(journal.choose())")
    assert text.encode() == write_pages(pages)


def test_a_forbidden_storage_is_said(browser: Any) -> None:
    """A browser that lets nothing be kept: the page goes on, and says so once."""
    page = browser.new_page()  # about:blank has no storage
    page.add_script_tag(content=read_page_scripts(*SCRIPTS))
    told = page.evaluate("() => [journal.tellNotices(), journal.tellNotices()]")
    assert len(told[0]) == 1 and told[1] == []
    assert told[0][0].startswith("Nothing can be saved yet: this browser does not let")
    outcome = _record(page)
    assert not outcome["saved"] and "does not let" in outcome["message"]
    assert page.evaluate("() => journal.latest('n3-mcq-1').value") == "Yes."
    page.close()


def test_an_entry_that_cannot_be_read_is_left_and_told(open_unit: Callable[..., Any]) -> None:
    """Damaged values are skipped, stay where they are, and are told once."""
    page = open_unit()
    _record(page, value="Good.")
    _record(page, value="Bad.", id="n3-2")
    spoil = """() => {
      const names = Object.keys(localStorage);
      const find = (part) => names.find((name) => localStorage[name].includes(part));
      const bad = find("Bad.");
      localStorage[find("Good.")] = localStorage[find("Good.")].replace("Good.", "Gone.");
      localStorage[bad] = localStorage[bad].slice(0, -5);
    }"""
    page.evaluate(spoil)
    page.reload()
    told = page.evaluate("() => [journal.tellNotices(), journal.sorted().length]")
    assert told[1] == 1 and len(told[0]) == 1 and told[0][0].startswith("1 entry of your journal")
    page.evaluate("() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    assert page.evaluate("() => journal.tellNotices()") == []
    stored = "() => Object.keys(localStorage).filter((name) => name.startsWith('swteach')).length"
    assert page.evaluate(stored) == 2
    reading = read_pages(page.evaluate("() => journal.write(journal.choose())").encode())
    assert reading.trouble is None and len(reading.pages) == 0


# The page itself, with the site's own script, style and policy.


@pytest.fixture
def page(context: Any) -> Iterator[Any]:
    """Open the journal's page as the site has it; no message of the browser is allowed."""
    page, told = context.new_page(), []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    _open(page)
    yield page
    assert told == []


def _open(page: Any) -> None:
    page.goto(f"{HOST}/{JOURNAL}")
    page.wait_for_selector("html[data-ready]")


def _bring(page: Any, data: bytes) -> str:
    file = {"name": "my.json", "mimeType": "application/json", "buffer": data}
    page.get_by_label("Go on with an earlier journal").set_input_files(file)
    page.get_by_role("button", name="Bring it in").click()
    status = page.locator(".swteach-journal [role=status]").last.locator("p").first
    text: str = status.inner_text()
    return text


def _download(page: Any, name: str) -> bytes:
    with page.expect_download() as waiting:
        page.get_by_role("button", name=name).first.click()
    return Path(waiting.value.path()).read_bytes()


def test_the_page_takes_a_journal_in_and_out(page: Any) -> None:
    """A file of the notebooks, brought in by hand and downloaded again, is the same file."""
    pages = _gather(random.Random(9), 20)
    data = write_pages(pages)
    assert _bring(page, data).startswith(f"Imported. {len(pages)} entries were new.")
    assert _download(page, "Download: File to go on with later") == data
    assert _download(page, "Download: Web page") == render(pages, "html")
    page.get_by_label("without what is ticked").check()
    assert _download(page, "Download: Plain text") == render(pages, "md", private=False)
    shared = _download(page, "Download: File to go on with later")
    assert shared == render(pages, "json", private=False)
    _open(page)
    assert _download(page, "Download: File to go on with later") == data
    assert _bring(page, data[:200] + data[201:]).startswith("The file is damaged")


def test_the_page_shows_what_pythons_page_shows(
    page: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names, titles, times, words and ticks: Python's view and the page's are one."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))
    pages = _gather(random.Random(10), 40)
    open_journal().merge(write_pages(pages))
    view = JournalPage().respond({"do": "look"})
    _bring(page, write_pages(pages))
    assert page.get_by_text(view["summary"]).count() == 1
    for details, notebook in zip(page.locator("details").all(), view["notebooks"], strict=True):
        details.evaluate("(node) => (node.open = true)")
        assert details.locator("summary").text_content().startswith(notebook["name"])
        items = details.locator("li").all()
        for item, expected in zip(items, notebook["items"], strict=True):
            assert item.locator("strong").text_content() == expected["title"]
            assert item.locator("p").nth(1).text_content() == expected["about"]
            assert item.locator("blockquote p").all_text_contents() == expected["lines"]
            assert item.get_by_role("checkbox").is_checked() is expected["private"]
    assert page.get_by_label("Your name").input_value() == view["name"]


def test_ticks_and_name_are_kept(page: Any) -> None:
    """A tick makes an answer private, a name stands in the file, and both outlive the page."""
    _bring(page, write_pages(Pages().add(_enter(random.Random(11), private=False, draft=False))))
    page.locator("summary").first.click()
    page.get_by_label("Private: leave it out").check()
    assert page.get_by_text("Ticked: it is left out").count() == 1
    page.get_by_label("Your name").fill("Zoë")
    page.get_by_role("button", name="Keep this name").click()
    _open(page)
    assert page.get_by_label("Your name").input_value() == "Zoë"
    page.locator("summary").first.click()
    assert page.get_by_label("Private: leave it out").is_checked()
    page.get_by_label("without what is ticked").check()
    shared = read_pages(_download(page, "Download: File to go on with later"))
    assert len(shared.pages) == 0 and shared.pages.name.text == "Zoë"


def test_removing_asks_first_and_leaves_nothing(page: Any, open_unit: Callable[..., Any]) -> None:
    """By keys: it asks, offers the file, can be left; then nothing of the course is stored."""
    other = open_unit()
    data = write_pages(_gather(random.Random(12)))
    _bring(page, data)
    page.evaluate("() => { sessionStorage['swteach kept  n3'] = 'x'; localStorage.own = 'y'; }")
    opener = page.get_by_role("button", name="Remove my journal")
    opener.press("Enter")
    assert page.evaluate("() => document.activeElement.textContent").startswith("Download my")
    assert _download(page, "Download my journal first") == data
    page.get_by_role("button", name="Do not remove it").press("Enter")
    assert page.get_by_text("Nothing was removed.").is_visible()
    assert page.evaluate("() => document.activeElement.textContent").startswith("Remove my")
    opener.press("Enter")
    page.get_by_role("button", name="Remove it now").press("Enter")
    page.get_by_text("Removed. This course keeps nothing").wait_for()
    assert page.get_by_text("Nothing is kept yet.").count() == 1
    assert page.evaluate(
        "() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]"
    ) == ["own"]
    other.wait_for_function("() => journal.sorted().length === 0")
