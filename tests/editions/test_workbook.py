"""The workbook, read back by others' readers: every question has its form, and no answer."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from shutil import copytree

import docx
import pytest
from docx.oxml.ns import qn

from swteach.editions.commands import build_folder
from swteach.editions.items import Sheet, read_sheets
from swteach.editions.paper_notebook import read_title
from swteach.editions.sealing import list_replies

ROOT = Path(__file__).resolve().parents[2]
NUMBERS = ("03", "07")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with two of the notebooks; the others are named as missing."""
    folder = tmp_path_factory.mktemp("course")
    copytree(ROOT / "data", folder / "data")
    (folder / "notebooks").mkdir()
    for number in NUMBERS:
        (path,) = (ROOT / "notebooks").glob(f"{number}_*.ipynb")
        (folder / "notebooks" / path.name).write_bytes(path.read_bytes())
    return folder


@pytest.fixture(scope="module")
def book(course: Path) -> Path:
    build_folder("workbook", course, course.parent / "workbook")
    return course.parent / "workbook"


@pytest.fixture(params=NUMBERS)
def sheet(course: Path, request: pytest.FixtureRequest) -> Sheet:
    return next(one for one in read_sheets(course) if one.notebook.number == int(request.param))


class _Words(HTMLParser):
    """The words of a page, and its headings in order."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.levels: list[int] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attributes: list) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self.levels.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def read_word(path: Path) -> tuple[str, list[int]]:
    """Return the words of a Word file, tables too, and the levels of its headings."""
    document = docx.Document(BytesIO(path.read_bytes()))
    words = [node.text or "" for node in document.element.iter(qn("w:t"))]
    styles = [paragraph.style.name for paragraph in document.paragraphs]
    levels = [int(name[-1]) for name in styles if name.startswith("Heading ")]
    return " ".join(" ".join(words).split()), levels


def fold(text: str) -> str:
    return " ".join(text.split())


def test_every_question_and_option_is_in_both_files(book: Path, sheet: Sheet) -> None:
    """Stems, options, partners, units and claims of each question, in the page and in Word."""
    for text in texts_of(book, sheet):
        for one in sheet.exercises:
            assert fold(f"Question {one.id}. {one.stem}") in text.replace("  ", " "), one.id
            for option in getattr(one, "options", ()):
                assert one.type == "verdict" or fold(getattr(option, "text", option)) in text
            for shown in [*getattr(one, "lefts", ()), *map(str, partners(one))]:
                assert fold(shown) in text, one.id


def texts_of(book: Path, sheet: Sheet) -> list[str]:
    stem = sheet.notebook.file
    return [_Words((book / f"{stem}.html").read_bytes()).text, read_word(book / f"{stem}.docx")[0]]


def partners(one: object) -> tuple[str, ...]:
    return getattr(one, "shown", ()) if getattr(one, "type", "") in ("match", "order") else ()


def test_no_reply_is_in_either_file(book: Path, sheet: Sheet) -> None:
    """What is said to an answer, and model answers, are not handed out."""
    own = {text for one in sheet.exercises for text in list_replies(one)}
    own |= {one.model for one in sheet.exercises if getattr(one, "model", "")}
    secrets = {fold(text) for text in own if len(text.split()) > 5}
    assert len(secrets) > 50
    for text in texts_of(book, sheet):
        assert [secret for secret in secrets if secret in text] == []


def test_headings_are_in_order(book: Path, sheet: Sheet) -> None:
    """One heading of the first level, and none jumps a level, in the page and in Word."""
    stem = sheet.notebook.file
    page = _Words((book / f"{stem}.html").read_bytes()).levels
    _, word = read_word(book / f"{stem}.docx")
    assert page == word and page.count(1) == 1 and page[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(page))


def test_every_chart_is_drawn_with_its_words(book: Path, sheet: Sheet) -> None:
    """As many pictures as the notebook has charts, each with a description, and its table."""
    path = ROOT / "notebooks" / f"{sheet.notebook.file}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    data = [out.get("data", {}) for cell in cells for out in cell.get("outputs", [])]
    charts = [one[kind] for one in data for kind in one if "vegalite" in kind]
    document = docx.Document(BytesIO((book / f"{path.stem}.docx").read_bytes()))
    said = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert said == [f"{read_title(chart)}. {chart['description']}" for chart in charts]
    page = (book / f"{path.stem}.html").read_text(encoding="utf-8")
    assert page.count("<svg") == len(charts) and page.count('role="img"') == len(charts)
    assert "expr" not in " ".join(said) and page.count("<caption") >= len(charts)


def test_what_paper_cannot_hold_is_named(book: Path) -> None:
    """The summary counts questions and charts, and names tools and notebooks left out."""
    told = (book / "summary.txt").read_text(encoding="utf-8")
    assert "07 More investigations, less help?: 32 questions, 7 charts." in told
    assert "Not on paper: The timeline to filter" in told
    assert "04 Does it matter who provides?: left out, for there is no 04_" in told


def test_the_same_bytes_again(book: Path, course: Path) -> None:
    """Another build, in another folder, gives the same files to the byte."""
    other = course.parent / "elsewhere" / "again"
    build_folder("workbook", course, other)
    names = sorted(path.name for path in book.iterdir())
    assert names == sorted(path.name for path in other.iterdir()) and len(names) == 5
    assert all((book / name).read_bytes() == (other / name).read_bytes() for name in names)


def test_a_page_to_print_needs_nothing_else(book: Path, sheet: Sheet) -> None:
    """No script and nothing fetched; a printer begins where the reader does."""
    page = (book / f"{sheet.notebook.file}.html").read_text(encoding="utf-8")
    assert "<script" not in page and "src=" not in page and "@media print" in page
    assert "Run this cell" not in page and "Download the data" not in page
