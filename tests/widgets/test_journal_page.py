"""The journal's page: nothing of it in a state, files whole, imports that lose nothing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.journal.book import Journal
from swteach.journal.fileformat import MOST_BYTES
from swteach.widgets.briefing import Briefing
from swteach.widgets.journal_page import AGAIN, EMPTY, NO_FILE, UNTICKED, JournalPage, journal_page
from swteach.widgets.parts import read_script


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> JournalPage:
    """A page over a journal with an answer and a position; what it sends is in ``sent``."""
    journal.record("answer", "n3-mcq-1", "the open answer", prompt="What did it do?")
    journal.record("barometer", "barometer-before", {"inspection": "the secret position"})
    made = journal_page()
    made.sent = []
    keep = lambda content, buffers=(): made.sent.append((content, buffers))  # noqa: E731
    monkeypatch.setattr(made, "send", keep)
    return made


def _export(page: JournalPage, form: str, part: str = "all") -> tuple[str, bytes]:
    page.sent.clear()
    send(page, do="export", form=form, part=part)
    (content, buffers), _ = page.sent
    return content["file"], buffers[0]


def _bring(page: JournalPage, data: bytes, size: int = 700) -> list[str]:
    for at in range(0, len(data), size):
        piece = memoryview(data[at : at + size])
        page._handle_custom_msg({"do": "piece", "first": at == 0}, [piece])
    return send(page, do="import")["sentence"]


def test_nothing_of_the_journal_is_in_state_or_plain_words(page: JournalPage) -> None:
    """Words, name and positions are in no trait and not in the notebook's text."""
    send(page, do="name", name="Ada Example")
    given = told(page) + page.plain_text()
    assert [word for word in ("open answer", "secret", "Ada", "n3-mcq") if word in given] == []
    assert "open answer" in json.dumps(page.view)


def test_view_lists_what_is_kept(page: JournalPage) -> None:
    """Each question is there with its words and whether it is private."""
    view = send(page, do="look again")
    items = [item for part in view["notebooks"] for item in part["items"]]
    assert [(item["lines"], item["private"]) for item in items] == [
        (["the open answer"], False),
        (["inspection: the secret position"], True),
    ]
    assert view["sentence"] == ["Kept so far: 2 entries, in 2 parts of the course."]


@pytest.mark.parametrize("form", ["docx", "html", "md", "json"])
def test_file_has_everything_or_what_is_to_be_handed_in(page: JournalPage, form: str) -> None:
    """Each form comes whole as bytes; to be handed in, it has no private word."""
    name, data = _export(page, form)
    assert name.startswith("my-journal-") and name.endswith(f".{form}")
    assert {"open", "secret"} == {w for w in ("open", "secret") if w in _read(data, form)}
    name, data = _export(page, form, "shared")
    assert name.endswith(f"-to-hand-in.{form}")
    assert "open answer" in _read(data, form) and "secret" not in _read(data, form)


def _read(data: bytes, form: str) -> str:
    if form != "docx":
        return data.decode()
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(data)).paragraphs)


def test_ticks_are_kept_and_obeyed(page: JournalPage) -> None:
    """A tick takes a question out of what is handed in, on another day too; none lists itself."""
    send(page, do="private", key="n3-mcq-1: answer", tick=True)
    said = send(page, do="private", key="barometer-before: barometer", tick=False)["sentence"]
    assert said == [UNTICKED]
    again = journal_page()
    items = [item for part in again.view["notebooks"] for item in part["items"]]
    assert [item["private"] for item in items] == [True, False]
    text = _export(page, "md", "shared")[1].decode()
    assert "open answer" not in text and "secret" in text
    assert "private ticks" not in text + _export(page, "md")[1].decode()
    assert "private ticks" in _export(page, "json")[1].decode()


def test_import_brings_in_what_is_new(page: JournalPage, tmp_path: Path) -> None:
    """A download in pieces is joined, says how much was new, and twice does no harm."""
    other = Journal(tmp_path / "other.json")
    other.record("reflection", "n1-ref-1", "words from the other machine" * 100)
    said = _bring(page, other.to_bytes())
    assert said == ["Imported. 1 entry was new.", AGAIN]
    assert journal.latest("n1-ref-1").value.startswith("words from the other")
    assert journal.latest("n3-mcq-1").value == "the open answer"
    assert _bring(page, other.to_bytes()) == ["Imported. Nothing in it was new."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", NO_FILE),
        (b'{"a": ', "Nothing was imported: the file is damaged or cut short."),
        (
            b"# My journal",
            "Nothing was imported: the file is of another kind than the file to go on with later "
            "(.json).",
        ),
        (b'{"a": 1}', "Nothing was imported: the file is not a journal of this course."),
    ],
)
def test_bad_files_are_named(page: JournalPage, data: bytes, said: str) -> None:
    """No file, a damaged one and a foreign one each get a sentence, and nothing is lost."""
    assert _bring(page, data) == [said]
    assert journal.latest("n3-mcq-1").value == "the open answer"


def test_file_too_large_is_refused_and_not_held(page: JournalPage) -> None:
    """Of a file beyond the limit no more is held in memory than proves it too large."""
    size = 8_000_000
    for place in range(9):
        page._handle_custom_msg({"do": "piece", "first": place == 0}, [bytes(size)])
    assert sum(map(len, page._pieces)) <= MOST_BYTES + size
    assert "larger than any journal" in send(page, do="import")["sentence"][0]


def test_name_is_empty_until_it_is_given(page: JournalPage) -> None:
    """No name is asked of anyone; a name goes into exports, and away again."""
    assert page.view["name"] == ""
    assert "Name:" not in _export(page, "md")[1].decode()
    assert send(page, do="name", name=" Ada ")["sentence"] == ["Your name in exports: Ada."]
    assert "Ada" in _export(page, "md")[1].decode()
    assert send(page, do="name", name="")["sentence"] == ["No name is in your exports."]
    assert "Ada" not in _export(page, "md")[1].decode()


def test_notices_and_the_reminder_are_shown(
    own_journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was set aside is told of; on Binder there is a reminder, without a countdown."""
    (own_journal / "journal.json").write_text("damaged")
    monkeypatch.setenv("BINDER_SERVICE_HOST", "x")
    view = journal_page().view
    assert "It was not thrown away" in view["notices"][0]
    assert "download your journal" in view["reminder"]
    assert view["summary"] == EMPTY
    monkeypatch.delenv("BINDER_SERVICE_HOST")
    assert journal_page().view["reminder"] == ""


@pytest.mark.parametrize(
    "content",
    [{"do": []}, {"do": "export", "form": "exe", "part": "all"}, {"do": "private", "key": 1}],
)
def test_odd_messages_change_nothing(page: JournalPage, content: dict) -> None:
    """A message that no button sends is answered with the page as it was."""
    before = page.view["notebooks"]
    assert send(page, **content)["notebooks"] == before
    assert page.sent == [({"view": page.view}, ())]


def test_plain_words_are_the_same_for_everyone(page: JournalPage) -> None:
    """The notebook's text says how to export without the page, whatever the journal holds."""
    journal.record("answer", "n3-mcq-2", "more")
    assert page.plain_text() == journal_page().plain_text()
    assert 'sw.journal.import_journal("FILE.json")' in page.plain_text()
    assert needs_network(page) == []


def test_one_script_saves_files() -> None:
    """The journal's page and the briefing share the function that hands bytes to the browser."""
    saver = read_script("save_file").removeprefix(read_script())
    assert saver.count("function saveFile(") == 1
    for tool in (JournalPage, Briefing):
        assert saver in tool._esm and tool._esm.count("function saveFile(") == 1
