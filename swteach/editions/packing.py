"""Files, zips and Office files that are the same bytes on any day and in any folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

# The earliest a zip can state; any fixed moment would do.
MOMENT = (1980, 1, 1, 0, 0, 0)
STATED = b"1980-01-01T00:00:00Z"
FIRST = ("[Content_Types].xml", "mimetype", "imsmanifest.xml")
CORE = "docProps/core.xml"
_DATED = re.compile(rb"(<dcterms:(created|modified)\b[^>]*>)[^<]*(</dcterms:\2>)")


def lay_out(folder: Path, files: Mapping[str, str | bytes]) -> list[Path]:
    """
    Write files into a folder.

    Parameters
    ----------
    folder
        Made where it is missing.
    files
        What each holds, by its path within the folder, with "/" between parts; text becomes
        UTF-8 with LF.

    Returns
    -------
    list of Path
        The files written, by name.
    """
    written = []
    for name in sorted(files):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_to_bytes(files[name]))
        written.append(path)
    return written


def pack(files: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of files, given as for :func:`lay_out`: sorted, and all of one fixed time."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        # A reader may tell the kind of file by its first member.
        for name in sorted(files, key=lambda name: (name not in FIRST, name)):
            archive.writestr(_describe(name), _to_bytes(files[name]))
    return buffer.getvalue()


def settle(office: bytes) -> bytes:
    """Return a .docx or .xlsx file without the moment at which it was made."""
    with ZipFile(BytesIO(office)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    if CORE in files:
        files[CORE] = _DATED.sub(rb"\g<1>" + STATED + rb"\g<3>", files[CORE])
    return pack(files)


def _describe(name: str) -> ZipInfo:
    info = ZipInfo(name, MOMENT)
    info.compress_type = ZIP_DEFLATED
    info.create_system = 3  # else Windows would state itself
    info.external_attr = 0o644 << 16
    return info


def _to_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content
