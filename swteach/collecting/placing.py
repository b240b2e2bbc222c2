"""The folder that the tables go to: made whole or not at all, and nobody's files lost."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from swteach.editions.commands import SUMMARY, OutputError, check_place
from swteach.editions.packing import lay_out


def check_out(out: Path, journals: Path, replace: bool) -> None:
    """
    Raise OutputError unless the folder may be made.

    It may not be among the journals, hold a strange file, or hold tables that were changed since
    they were made: a lecturer's marks may stand in them.
    """
    place = out.expanduser().absolute()
    if place.resolve().is_relative_to(journals.resolve()):
        raise OutputError(f"{out} lies in the folder of the journals. Name another: --out FOLDER")
    check_place(place, journals, replace)
    if place.exists() and not _is_unchanged(place):
        raise OutputError(
            f"Something in {out} was changed since it was made; your marks may be in it. Nothing "
            "was written. Move that folder, or name another: --out FOLDER"
        )


def _is_unchanged(folder: Path) -> bool:
    there = [one for one in folder.iterdir() if one.is_file()]
    if not there:
        return True
    found = {one.name: one.read_bytes() for one in there if one.name != SUMMARY}
    told = (folder / SUMMARY).read_text(encoding="utf-8", errors="replace")
    return told.endswith(_say_fingerprint(found))


def _say_fingerprint(files: Mapping[str, bytes]) -> str:
    """Return the line by which a changed file is noticed."""
    whole = sha256()
    for name in sorted(files):
        whole.update(sha256(name.encode() + b"\0" + files[name]).digest())
    return f"Fingerprint: {whole.hexdigest()}\n"


def put_in_place(out: Path, files: Mapping[str, bytes], said: str) -> str:
    """
    Write the files into a folder that appears only when it is whole.

    Parameters
    ----------
    out
        The folder; what stands there goes, once ``check_out`` has agreed to it.
    files
        What each file holds, by its name.
    said
        What to write at the head of the summary.

    Returns
    -------
    str
        Each file with its size.

    Raises
    ------
    OSError
        Where it cannot be written; what stood there is as it was.
    """
    out = out.expanduser().absolute()
    out.parent.mkdir(parents=True, exist_ok=True)
    listed = "\n".join(f"  {name}, {len(files[name])} bytes" for name in sorted(files))
    with tempfile.TemporaryDirectory(prefix=f".{out.name}-", dir=out.parent) as holder:
        made = Path(holder, "made")
        summary = f"{said}\n\nFiles:\n{listed}\n{_say_fingerprint(files)}"
        lay_out(made, {**files, SUMMARY: summary})
        if out.exists():
            out.rename(Path(holder, "old"))
        made.rename(out)
    return listed
