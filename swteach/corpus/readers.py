"""Pages: .txt, .html and .docx files as tidied lines, a block of about a megabyte at a time."""

from __future__ import annotations

import codecs
import hashlib
import os
import stat
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from swteach.corpus.problems import HINTS, CorpusError, Nearest, Problem
from swteach.corpus.tidy import tidy

BLOCK = 1 << 20
MEGABYTE = 1_000_000
LIMIT = 200
WHOLE_LIMIT = 25
EXTRA = "pip install 'swteach[corpus]'"
AS_TEXT = "Save the page's text as .txt instead"


@dataclass(frozen=True, slots=True)
class Block:
    """Some whole lines of a page; ``first`` is the number of the first, from 1."""

    first: int
    lines: list[str]


@dataclass(slots=True)
class Page:
    """One saved page, read as often as asked and held in memory only if it is small."""

    path: Path
    name: str
    limit: int = LIMIT
    size: int = 0
    sha256: str = ""
    hints: int = HINTS
    _kept: list[Block] = field(default_factory=list)

    def blocks(self) -> Iterator[Block]:
        """Give the page's lines in order.

        Raises
        ------
        CorpusError
            Where the file is missing, too large, not UTF-8 or of an unknown kind.
        """
        if self._kept:
            return iter(self._kept)
        self._weigh()
        fresh = self._read()
        if self.size > BLOCK and self.path.suffix.lower() == ".txt":
            return fresh
        self._kept = list(fresh)
        return iter(self._kept)

    def lines(self) -> Iterator[tuple[int, str]]:
        """Give each line with its number."""
        for block in self.blocks():
            yield from enumerate(block.lines, block.first)

    def problem(self, what: str, do: str, line: int | None = None) -> CorpusError:
        """Return an error placed on this page."""
        return CorpusError([Problem(self.name, line, what, do)])

    def may_search(self) -> bool:
        """Say whether one more search for what was meant is worth its time."""
        self.hints -= 1
        return self.hints >= 0

    def _weigh(self) -> None:
        try:
            found = self.path.stat()
        except (FileNotFoundError, NotADirectoryError):
            raise self.problem("the source file is missing", self._nearest_file()) from None
        if not stat.S_ISREG(found.st_mode):
            raise self.problem("this is a folder, not a file", "Name a file in it")
        self.size = found.st_size
        whole = self.path.suffix.lower() != ".txt"
        limit = min(self.limit, WHOLE_LIMIT) if whole else self.limit
        if self.size > limit * MEGABYTE:
            what = f"{self.size / MEGABYTE:.1f} MB is over the limit of {limit} MB"
            raise self.problem(what, "Split it, save it as .txt, or raise --limit (.txt only)")

    def _nearest_file(self) -> str:
        folder = self.path.parent
        if not folder.is_dir() or not self.may_search():
            return "Check its name and folder"
        return Nearest(item.name for item in folder.iterdir())(self.path.name)

    def _read(self) -> Iterator[Block]:
        readers = {".txt": _text_blocks, ".html": _html_blocks, ".htm": _html_blocks}
        readers[".docx"] = _docx_blocks
        reader = readers.get(self.path.suffix.lower())
        if reader is None:
            raise self.problem("this kind of file is not read", f"Save it as {', '.join(readers)}")
        return reader(self)


def open_page(folder: Path, name: str, limit: int = LIMIT, hints: int = HINTS) -> Page:
    """Return the page of that name, sure that it lies in the folder.

    Raises
    ------
    CorpusError
        If a link or ``..`` leads out of the folder.
    """
    path = locate(folder, name)
    page = Page(path, name, limit, hints=hints)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise page.problem("this leads out of the folder of pages", "Copy the file there")
    return page


def locate(folder: Path, name: str) -> Path:
    """Return where a page lies, whichever form its name's accents have on the disk."""
    path = folder / name
    if name.isascii() or os.path.lexists(path):
        return path
    for form in ("NFC", "NFD"):
        other = folder / unicodedata.normalize(form, name)
        if os.path.lexists(other):
            return other
    return path


def _text_blocks(page: Page) -> Iterator[Block]:
    digest, offset, first = hashlib.sha256(), 0, 1
    with page.path.open("rb") as file:
        while content := file.read(BLOCK) + file.readline():
            digest.update(content)
            lines = tidy(_decode(page, content, offset)).split("\n")
            if content.endswith(b"\n"):
                lines.pop()
            yield Block(first, lines)
            offset, first = offset + len(content), first + len(lines)
    page.sha256 = digest.hexdigest()


def _html_blocks(page: Page) -> Iterator[Block]:
    try:
        import trafilatura
    except ImportError:
        raise page.problem("reading .html needs trafilatura", f"Run: {EXTRA}") from None
    content = page.path.read_bytes()
    page.sha256 = hashlib.sha256(content).hexdigest()
    markup = _decode(page, content, 0)
    try:
        found = trafilatura.extract(markup, favor_recall=True, include_comments=True)
    except Exception as error:  # A damaged page can break a parser anywhere.
        raise page.problem(f"it cannot be read ({_say(error)})", AS_TEXT) from None
    if not found:
        raise page.problem("no main text was found in it", AS_TEXT)
    yield Block(1, tidy(found).split("\n"))


def _docx_blocks(page: Page) -> Iterator[Block]:
    try:
        import docx
    except ImportError:
        raise page.problem("reading .docx needs python-docx", f"Run: {EXTRA}") from None
    page.sha256 = hashlib.sha256(page.path.read_bytes()).hexdigest()
    _check_unpacked(page)
    try:
        lines = [_docx_line(paragraph) for paragraph in docx.Document(str(page.path)).paragraphs]
    except Exception as error:  # As above: a part may be cut short, missing or no XML.
        what = f"not a whole Word document ({_say(error)})"
        raise page.problem(what, "Open it in Word and save it again as .docx") from None
    yield Block(1, tidy("\n".join(lines)).split("\n"))


def _say(error: Exception) -> str:
    return (" ".join(str(error).split()) or type(error).__name__)[:120]


def _docx_line(paragraph: object) -> str:
    # Word keeps the bullet or number in the style, not in the text.
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None
    listed = numbered or (paragraph.style.name or "").startswith("List ")
    text = paragraph.text.replace("\n", " ")
    return f"• {text}" if listed and text.strip() else text


def _check_unpacked(page: Page) -> None:
    try:
        with zipfile.ZipFile(page.path) as archive:
            unpacked = sum(item.file_size for item in archive.infolist())
    except zipfile.BadZipFile:
        raise page.problem("not a Word document", "Save it again as .docx") from None
    if unpacked > 10 * WHOLE_LIMIT * MEGABYTE:
        what = f"unpacked it takes {unpacked / MEGABYTE:.0f} MB, over {10 * WHOLE_LIMIT} MB"
        raise page.problem(what, AS_TEXT)


def _decode(page: Page, content: bytes, offset: int) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = offset + error.start
        what = f"not UTF-8: byte {place} does not fit; it looks like {guess_encoding(content)}"
        raise page.problem(what, "Open it in that encoding and save it as UTF-8") from None


def guess_encoding(content: bytes) -> str:
    """Name the encoding that bytes which are not UTF-8 are likely to have."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content:
        return "UTF-16"
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return "ISO 8859-1"
    return "Windows-1252"
