"""The journal's file: one head, then one entry a line, each with a digest of itself.

docs/journal.md describes the format for people.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, NoReturn

from swteach.journal.entry import Entry, digest_text, dump, read_entry, read_time
from swteach.journal.pages import Name, Pages

FORMAT = "swteach-journal"
VERSION = 1
MOST_BYTES = 32_000_000
HEAD = {"format", "version", "check", "name", "entries"}
_BAD = (ValueError, RecursionError)
_MARK, _SPACE = b"\xef\xbb\xbf", b" \t\r\n"
Known = Mapping[str, Entry]
NOTHING: Known = MappingProxyType({})


class Trouble(Enum):
    """Why a file cannot be used as it stands; the value completes "The file ..."."""

    TOO_LARGE = "is larger than any journal of this course"
    NO_FILE = "is a folder or a device, not a file"
    UNREADABLE = "cannot be read: this account has no right to, or the disk has a fault"
    NO_JSON = "is damaged or cut short"
    OTHER_KIND = "is of another kind than the file to go on with later (.json)"
    FOREIGN = "is not a journal of this course"
    NEWER = "was written by a newer version of the course"
    DAMAGED = "is damaged, or was changed outside the course"


@dataclass(frozen=True)
class Reading:
    """What could be read of a file, and what is wrong with it, if anything."""

    pages: Pages
    trouble: Trouble | None = None


def write_pages(pages: Pages) -> bytes:
    """Return a journal as the bytes of its file.

    Raises
    ------
    ValueError
        Where it would be so large that it could not be read again.
    """
    lines = ",\n".join(entry.line for entry in pages.sorted())
    head = (
        f'{{"format": "{FORMAT}", "version": {VERSION},\n"check": "{prove(pages)}",\n'
        f'"name": {dump(asdict(pages.name))},\n"entries": [\n'
    )
    data = f"{head}{lines}\n]}}\n".encode()
    if len(data) > MOST_BYTES:
        raise ValueError(f"the journal is full: it would be larger than {MOST_BYTES:,} bytes")
    return data


def read_pages(data: bytes, known: Known = NOTHING) -> Reading:
    """
    Read the bytes of a journal.

    Parameters
    ----------
    data
        All of the file.
    known
        Entries by their keys that need not be proven again, which takes most of the time.

    Returns
    -------
    Reading
        Where something is wrong, its pages hold every entry that is still whole.
    """
    if len(data) > MOST_BYTES:
        return Reading(Pages(), Trouble.TOO_LARGE)
    try:
        found = _read_document(json.loads(data, parse_constant=_refuse), known)
    except _BAD:
        found = Trouble.NO_JSON
    if isinstance(found, Pages):
        return Reading(found)
    pages = _collect(_split_lines(data), known)
    if found is Trouble.NO_JSON and not pages.entries and not _begins_as_json(data):
        found = Trouble.OTHER_KIND
    return Reading(pages, found)


def _begins_as_json(data: bytes) -> bool:
    """Return whether it may be JSON that was cut short; a web page or plain text is not."""
    return data.removeprefix(_MARK).lstrip(_SPACE)[:1] in (b"", b"{", b"[")


def _read_document(document: Any, known: Known) -> Pages | Trouble:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        return Trouble.FOREIGN
    version = document.get("version")
    if type(version) is not int or version < VERSION:
        return Trouble.DAMAGED
    return Trouble.NEWER if version > VERSION else _read_parts(document, known)


def _read_parts(document: dict[str, Any], known: Known) -> Pages | Trouble:
    if document.keys() != HEAD or not isinstance(document["entries"], list):
        return Trouble.DAMAGED
    try:
        pages = _collect(document["entries"], known)
        pages = replace(pages, name=read_name(document["name"]))
    except _BAD:
        return Trouble.DAMAGED
    whole = len(document["entries"]) == len(pages) and document["check"] == prove(pages)
    return pages if whole else Trouble.DAMAGED


def _collect(listed: Any, known: Known) -> Pages:
    """Return the entries of a list that are whole."""
    return Pages({entry.key: entry for entry in _read_all(listed, known)})


def _read_all(listed: Any, known: Known) -> Iterator[Entry]:
    for fields in listed:
        try:
            yield _recall(fields, known) or read_entry(fields)
        except _BAD:
            continue


def _recall(fields: Any, known: Known) -> Entry | None:
    key = fields.get("key") if isinstance(fields, dict) else None
    entry = known.get(key) if isinstance(key, str) else None
    return entry if entry and {**entry.fields, "key": key} == fields else None


def _split_lines(data: bytes) -> Iterator[Any]:
    """Yield the JSON of each line that still is an object, whatever surrounds it."""
    for line in data.split(b"\n"):
        if line.startswith(b'{"at":'):
            try:
                yield json.loads(line.rstrip(b",\r "), parse_constant=_refuse)
            except _BAD:
                continue


def read_name(fields: Any) -> Name:
    """Return the name of a journal's head; raise ValueError where it is not whole."""
    if not isinstance(fields, dict) or fields.keys() != asdict(Name()).keys():
        raise ValueError("no name")
    if any(type(fields[key]) is not type(value) for key, value in asdict(Name()).items()):
        raise ValueError("a name of the wrong type")
    if fields["at"]:
        read_time(fields["at"])
    return Name(**fields)


def prove(pages: Pages) -> str:
    """Return the digest by which a file proves that no entry is missing or strange."""
    # The digest of [keys, name]. Keys are plain letters and figures: no need to write each as JSON.
    keys = '","'.join(sorted(pages.entries))
    listed = f'"{keys}"' if keys else ""
    return digest_text(f"[[{listed}],{dump(asdict(pages.name))}]")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
