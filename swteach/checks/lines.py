"""The lines of a file as they stand in its bytes, and what is wrong with those bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from swteach.checks.problem import ACCEPT, Problem

SAVE = 'Save the file again as "CSV UTF-8".'
# A spreadsheet program on Windows leaves no choice: its "CSV UTF-8" has a mark and these ends.
TIDY = f"Nothing to do by hand. When all else is right, this tidies it: {ACCEPT}"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\x85\u2028\u2029]")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_lines(folder: Path, name: str) -> tuple[list[str], list[Problem]]:
    """Return the lines of a file without their ends, and the problems of its bytes.

    The text is mended as far as it can be (byte-order mark and carriage returns dropped, bytes
    that are not UTF-8 read as Windows would), so that the rest of the file can be checked.
    """
    data = (folder / name).read_bytes()
    if not data.strip():
        return [], [Problem(name, 0, "", "", "is empty.", "Put the table's rows back.")]
    if data.startswith(UTF_16):
        return [], [Problem(name, 1, "", "", "is not UTF-8 but UTF-16 (byte 0).", SAVE)]
    start = len(BYTE_ORDER_MARK) if data.startswith(BYTE_ORDER_MARK) else 0
    problems = [*_mark(name, start), *_ends(name, data)]
    if data.count(b"\r") and not data.count(b"\n"):
        data = data.replace(b"\r", b"\n")
    lines = []
    for number, raw in enumerate(data[start:].removesuffix(b"\n").split(b"\n"), 1):
        text, found = _decode(name, number, start, raw)
        start += len(raw) + 1
        lines.append(text)
        problems += found
    return lines, problems


def tidy(folder: Path, name: str) -> bool:
    """Write a file anew without a byte-order mark and with Unix line ends, if it is not so.

    Returns
    -------
    bool
        Whether anything had to be changed.
    """
    before = (folder / name).read_bytes()
    after = before.removeprefix(BYTE_ORDER_MARK).replace(b"\r\n", b"\n")
    if b"\n" not in after:
        after = after.replace(b"\r", b"\n")
    if after != before:
        (folder / name).write_bytes(after)
    return after != before


def _mark(name: str, length: int) -> Iterator[Problem]:
    if length:
        yield Problem(name, 1, "", "", "starts with a byte-order mark.", TIDY)


def _ends(name: str, data: bytes) -> Iterator[Problem]:
    windows = data.count(b"\r\n")
    if windows:
        line = data[: data.index(b"\r\n")].count(b"\n") + 1
        message = f"ends with CRLF, as {_count(windows)} of this file."
        yield Problem(name, line, "", "", message, TIDY)
    elif b"\r" in data and b"\n" not in data:
        yield Problem(name, 1, "", "", "lines end with CR alone.", TIDY)
    if not data.endswith((b"\n", b"\r")):
        line = data.count(b"\n") + 1
        remedy = "Look whether the file was cut short; else end the last line with a return."
        yield Problem(name, line, "", "", "the last line has no end.", remedy)


def _count(number: int) -> str:
    return "one line" if number == 1 else f"{number:,} lines"


def _decode(name: str, number: int, offset: int, raw: bytes) -> tuple[str, list[Problem]]:
    raw = raw.removesuffix(b"\r")
    try:
        text, problems = raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        text = raw.decode("cp1252", errors="replace")
        problems = [_not_utf8(name, number, offset, raw, error.start)]
    hidden = CONTROL.search(text)
    if hidden:
        value, place = repr(hidden[0])[1:-1], hidden.start() + 1
        message = f"is a control character (place {place} in the line)."
        problems.append(Problem(name, number, "", value, message, "Delete it."))
        text = CONTROL.sub(" ", text)
    return text, problems


def _not_utf8(name: str, number: int, offset: int, raw: bytes, at: int) -> Problem:
    shown = raw[at : at + 1].decode("cp1252", errors="replace")
    message = f"is not UTF-8: byte {offset + at} of the file is 0x{raw[at]:02X}"
    message += f", {shown} in the Windows alphabet."
    return Problem(name, number, "", "", message, SAVE)
