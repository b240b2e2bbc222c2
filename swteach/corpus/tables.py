"""The three tables of a corpus: joined from workers' parts, sorted, moved into place at once."""

from __future__ import annotations

import contextlib
import hashlib
import json
import shutil
import time
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from swteach.corpus.jobs import Result
from swteach.corpus.tidy import RULES

PARAGRAPHS = "doc_id,paragraph,kind,words,sentences,characters,first_words,last_words\n"
TERMS = "doc_id,term,count\n"
NAMES = ("paragraphs.csv", "terms.csv", "build.json")
"""The tables, in the order in which they are moved into place."""

_WORKING, _READY = ".building-", ".ready-"
_DAY = 86_400
_CHUNK = 1 << 20


class Spool:
    """One table on its way: parts in the order they came, written out sorted by their key.

    Of each part only its key and the place where it ends are held in memory.
    """

    def __init__(self, path: Path, head: str, joint: bytes = b"", tail: str = "") -> None:
        self.path, self.head, self.joint, self.tail = path, head.encode(), joint, tail.encode()
        self.sha256, self.rows = "", 0
        self._file: BinaryIO = path.open("w+b")
        self._digest = hashlib.sha256(self.head)
        self._file.write(self.head)
        self._keys: list[str] = []
        self._ends = array("q", [len(self.head)])
        self._sorted = True

    def add(self, key: str, parts: list[bytes]) -> None:
        """Take the part of the table that belongs to a text or page."""
        self._sorted &= not self._keys or self._keys[-1] < key
        for part in [self.joint, *parts] if self._keys else parts:
            self._file.write(part)
            self._digest.update(part)
            self.rows += part.count(b"\n")
        self._keys.append(key)
        self._ends.append(self._file.tell())

    def close(self) -> None:
        """Let go of the file, finished or not."""
        self._file.close()

    def finish(self) -> None:
        """Write the table sorted, and keep its sha256."""
        if self._sorted:
            self._file.write(self.tail)
            self._digest.update(self.tail)
            self._file.close()
        else:
            self._reorder()
        self.sha256 = self._digest.hexdigest()

    def _reorder(self) -> None:
        self._digest = hashlib.sha256()
        sorted_path = self.path.with_suffix(".sorted")
        with sorted_path.open("wb") as out:
            for part in self._in_order():
                out.write(part)
                self._digest.update(part)
        self._file.close()
        sorted_path.replace(self.path)

    def _in_order(self) -> Iterator[bytes]:
        yield self.head
        order = sorted(range(len(self._keys)), key=self._keys.__getitem__)
        for place, number in enumerate(order):
            yield self.joint if place else b""
            start = self._ends[number] + (len(self.joint) if number else 0)
            self._file.seek(start)
            for at in range(start, self._ends[number + 1], _CHUNK):
                yield self._file.read(min(_CHUNK, self._ends[number + 1] - at))
        yield self.tail


class Tables:
    """The three tables being written in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.paragraphs = Spool(folder / NAMES[0], PARAGRAPHS)
        self.terms = Spool(folder / NAMES[1], TERMS)
        self.sources = Spool(folder / "sources", '  "sources": {\n', b",\n", "\n  },\n")
        self.texts = Spool(folder / "texts", '  "texts": {\n', b",\n", "\n  }\n}\n")
        self._spools = (self.paragraphs, self.terms, self.sources, self.texts)

    def add(self, result: Result) -> None:
        """Take what a job gave back."""
        for text in result.texts:
            self.paragraphs.add(text.doc_id, [text.paragraphs])
            self.terms.add(text.doc_id, text.terms)
            self.texts.add(text.doc_id, [text.entry])
        for name, size, sha256 in result.sources:
            self.sources.add(name, [_entry(name, {"bytes": size, "sha256": sha256})])

    def close(self) -> None:
        """Let go of the files, finished or not."""
        for spool in self._spools:
            spool.close()

    def finish(self) -> None:
        """Sort the tables and write build.json."""
        for spool in self._spools:
            spool.finish()
        with (self.folder / NAMES[2]).open("wb") as out:
            out.write(self._head())
            for spool in (self.sources, self.texts):
                with spool.path.open("rb") as part:
                    shutil.copyfileobj(part, out, _CHUNK)
                spool.path.unlink()

    def _head(self) -> bytes:
        tables = [
            _entry(spool.path.name, {"rows": spool.rows, "sha256": spool.sha256})
            for spool in (self.paragraphs, self.terms)
        ]
        rules = f'{{\n  "rules": {json.dumps(RULES)},\n  "tables": {{\n'.encode()
        return rules + b",\n".join(tables) + b"\n  },\n"


def _entry(name: str, values: dict[str, object]) -> bytes:
    return f"    {json.dumps(name)}: {json.dumps(values)}".encode()


def working_folder(out: Path) -> Path:
    """Make a folder beside the tables to build in; forget those of builds killed before today."""
    out.mkdir(parents=True, exist_ok=True)
    finish_moves(out)
    for old in out.glob(_WORKING + "*"):
        if time.time() - old.stat().st_mtime > _DAY:
            shutil.rmtree(old, ignore_errors=True)
    folder = out / f"{_WORKING}{time.time_ns():x}"
    folder.mkdir()
    return folder


def move_into_place(folder: Path, out: Path) -> None:
    """Put finished tables where the old ones are.

    The folder is first renamed to say that it is whole.  A kill before that leaves the old
    tables; a kill after it leaves moves that `finish_moves` ends, at the next build or reading.
    """
    folder.replace(out / folder.name.replace(_WORKING, _READY, 1))
    finish_moves(out)


def finish_moves(out: Path) -> None:
    """End the moves of a build that was killed while it put its tables in place."""
    for folder in sorted(out.glob(_READY + "*")):
        for name in NAMES:
            # Another process may be ending the same moves.
            with contextlib.suppress(FileNotFoundError):
                (folder / name).replace(out / name)
        shutil.rmtree(folder, ignore_errors=True)


def find_table(folder: Path, name: str) -> Path:
    """Return where a reader finds a table, also after a build that was killed between two moves.

    The moves are ended.  Where a reader may not do that, the new table is read where it lies.
    """
    try:
        finish_moves(folder)
    except OSError:
        return max(folder.glob(f"{_READY}*/{name}"), default=folder / name)
    return folder / name
