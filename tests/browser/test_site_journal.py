"""The journal of the site's pages: what Python's writes it reads, what it writes Python's reads."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from site_journals import draw, gather, gather_drafts, list_lines, record, say, to_latin, type_words

from swteach.editions.site_journal import list_journal_data
from swteach.journal.book import Journal
from swteach.journal.entry import digest, dump
from swteach.journal.exports import render
from swteach.journal.fileformat import read_pages, write_pages
from swteach.journal.privacy import find_private, leave_out_private

pytestmark = pytest.mark.browser

TOKENS = "0 -0 -0.0 3.0 1E5 1e16 1e-7 0.00001 0.0001 123456789012345678 5e-324 1e15 1e22 2.5e-5"
HUGE = "1234567890123456789012345678901234567890 9007199254740993 1.7976931348623157e308 1e999"


def test_canonical_json_is_pythons(unit: Any) -> None:
    """Whatever the layout, a value is written as Python writes it, and its digest is Python's."""
    chance = random.Random(1)
    texts = [json.dumps(draw(chance), ensure_ascii=False, indent=1) for _ in range(400)]
    texts = [text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") for text in texts]
    texts += [json.dumps({say(chance): 1 for _ in range(6)}) for _ in range(100)]
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
    met = [(gather_drafts(chance), gather_drafts(chance)) for _ in range(150)]
    pairs = [[list_lines(one), list_lines(other)] for one, other in met]
    join = """(pairs) => pairs.map((pair) => {
      const read = (lines) =>
        new Map(lines.map((line) => new JournalEntry(line)).map((one) => [one.key, one]));
      const [mine, theirs] = pair.map(read);
      const { added, gone } = joinEntries(mine, theirs);
      const kept = [...mine.values()].filter((one) => !gone.includes(one));
      return [...kept, ...added].sort(compareEntries).map(({ line }) => line);
    })"""
    expected = [list_lines(one | other) for one, other in met]
    assert unit.evaluate(join, pairs) == expected
    replaced = [len(one) + len(other) - len(one | other) for one, other in met]
    assert sum(map(bool, replaced)) > 40


def test_privacy_is_pythons(unit: Any) -> None:
    """The same entries are private, and the same may be handed in."""
    chance = random.Random(3)
    journals = [gather(chance, 16) for _ in range(150)]
    ask = """(journals) => journals.map((lines) => {
      const entries = lines.map((line) => new JournalEntry(line));
      const keys = (found) => [...found].map(({ key }) => key).sort();
      return [keys(findPrivateEntries(entries)), keys(leaveOutPrivate(entries))];
    })"""
    found = unit.evaluate(ask, [list_lines(one) for one in journals])
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
        pages, part = gather(chance, 14), {"isShared": turn % 2 == 1, "words": words}
        found = unit.evaluate(ask, {"file": to_latin(write_pages(pages)), **part})
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
    data = write_pages(gather(chance, 8))
    document = json.loads(data)
    entries = document["entries"]

    def change(**parts: Any) -> bytes:
        return json.dumps({**document, **parts}).encode()

    by_hand = [b"<!DOCTYPE html>", b"\xef\xbb\xbf \n# My journal", b"\xef\xbb\xbf\r\n\t", b""]
    by_hand += [b"\x00\x00", b"\xa0{", b"\xef\xbb\xbf\xef\xbb\xbf{", b"\xe2\x80\xa9["]
    by_hand += [b"[]", b"null", b"{}", b"\xff\xfe", b"no", b'{"format": "other"}', data + data]
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
    found = unit.evaluate(ask, list(map(to_latin, files)))
    read = [read_pages(file) for file in files]
    expected = [
        [one.trouble.name if one.trouble else "", sorted(one.pages.entries), one.pages.name.text]
        for one in read
    ]
    assert found == expected
    troubles = {trouble for trouble, _, _ in expected}
    assert troubles == {"", "NO_JSON", "OTHER_KIND", "FOREIGN", "NEWER", "DAMAGED"}


def test_import_says_what_python_says(unit: Any, tmp_path: Path) -> None:
    """Damaged, foreign, newer, too large, twice: the words are those of the notebooks."""
    troubles = list_journal_data()["journal"]["data"]["troubles"]
    data = write_pages(gather(random.Random(6)))
    cut = data[: len(data) // 2]
    files = [
        cut,
        cut,
        data,
        data,
        b"[]",
        b"# My journal",
        data.replace(b'"version": 1', b'"version": 2'),
        b"{",
    ]
    book = Journal(tmp_path / "journal.json")
    for file in files:
        ask = "([file, troubles]) => journal.merge(bytes(file), troubles).message"
        assert unit.evaluate(ask, [to_latin(file), troubles]) == book.merge(file).message
    large = "(troubles) => journal.merge(new Uint8Array(32000001), troubles).message"
    assert unit.evaluate(large, troubles) == book.merge(b" " * 32_000_001).message
    assert unit.evaluate("() => journal.write(journal.choose())").encode() == book.to_bytes()


def test_a_journal_of_the_site_goes_to_the_notebooks_and_back(
    open_unit: Callable[..., Any], tmp_path: Path
) -> None:
    """What the page recorded Python imports without trouble; its export comes back the same."""
    page = open_unit()
    chance = random.Random(7)
    for place in range(40):
        value = chance.choice(
            [type_words(chance), {"10": 1, "9": 2.5e-7, "é": ["\U0001f3e0"]}, 12, None]
        )
        kind = chance.choice(["answer", "barometer", "reflection"])
        told = {"draft": chance.random() < 0.5, "prompt": "Why?\x7f", "id": f"n3-{place % 5}"}
        assert record(page, kind=kind, value=value, **told)["saved"]
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
    page.evaluate("(file) => journal.merge(bytes(file), {})", to_latin(book.to_bytes()))
    page.reload()
    assert page.evaluate("() => journal.write(journal.choose())").encode() == book.to_bytes()
