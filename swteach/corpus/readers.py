"""Pages: .txt, .html and .docx files as tidied lines, a block of about a megabyte at a time."""

from __future__ import annotations

import codecs
import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from swteach.corpus.problems import CorpusError, Problem
from swteach.corpus.tidy import tidy

BLOCK = 1 << 20
MEGABYTE = 1_000_000
LIMIT = 200
WHOLE_LIMIT = 25
EXTRA = "pip install 'swteach[corpus]'"


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

    def _weigh(self) -> None:
        if not self.path.is_file():
            near = _nearest_file(self.path)
            raise self.problem("the source file is missing", near)
        self.size = self.path.stat().st_size
        whole = self.path.suffix.lower() != ".txt"
        limit = min(self.limit, WHOLE_LIMIT) if whole else self.limit
        if self.size > limit * MEGABYTE:
            what = f"{self.size / MEGABYTE:.1f} MB is over the limit of {limit} MB"
            raise self.problem(what, "Split it, save it as .txt, or raise --limit (.txt only)")

    def _read(self) -> Iterator[Block]:
        readers = {".txt": _text_blocks, ".html": _html_blocks, ".htm": _html_blocks}
        readers[".docx"] = _docx_blocks
        reader = readers.get(self.path.suffix.lower())
        if reader is None:
            raise self.problem("this kind of file is not read", f"Save it as {', '.join(readers)}")
        return reader(self)


def open_page(folder: Path, name: str, limit: int = LIMIT) -> Page:
    """Return the page of that name, sure that it lies in the folder.

    Raises
    ------
    CorpusError
        If a link or ``..`` leads out of the folder.
    """
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        problem = Problem(
            name, None, "this leads out of the folder of pages", "Copy the file there"
        )
        raise CorpusError([problem])
    return Page(path, name, limit)


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
    found = trafilatura.extract(markup, favor_recall=True, include_comments=True)
    if not found:
        raise page.problem("no main text was found in it", "Save the page's text as .txt instead")
    yield Block(1, tidy(found).split("\n"))


def _docx_blocks(page: Page) -> Iterator[Block]:
    try:
        import docx
        from docx.opc.exceptions import OpcError
    except ImportError:
        raise page.problem("reading .docx needs python-docx", f"Run: {EXTRA}") from None
    page.sha256 = hashlib.sha256(page.path.read_bytes()).hexdigest()
    _check_unpacked(page)
    try:
        paragraphs = docx.Document(str(page.path)).paragraphs
    except (KeyError, ValueError, OpcError) as error:
        raise page.problem(f"not a Word document ({error})", "Save it again as .docx") from None
    yield Block(1, tidy("\n".join(map(_docx_line, paragraphs))).split("\n"))


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
        raise page.problem(what, "Save its text as .txt instead")


def _decode(page: Page, content: bytes, offset: int) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        place = offset + error.start
        what = f"not UTF-8: byte {place} does not fit; it looks like {_guess(content)}"
        raise page.problem(what, "Open it in that encoding and save it as UTF-8") from None


def _guess(content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in content:
        return "UTF-16"
    try:
        content.decode("cp1252")
    except UnicodeDecodeError:
        return "ISO 8859-1"
    return "Windows-1252"


def _nearest_file(path: Path) -> str:
    from swteach.corpus.manifest import nearest

    folder = path.parent
    return nearest(path.name, [item.name for item in folder.iterdir()] if folder.is_dir() else [])
