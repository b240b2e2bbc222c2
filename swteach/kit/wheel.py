"""swteach itself as one file that pip installs, made without any build tool.

A lecturer's course carries it, so that Binder and a laptop install what the course was made with.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode

from swteach.editions.packing import pack
from swteach.kit.parts import (
    FOLDERS,
    LICENCES,
    PINS,
    find_distribution,
    list_modules,
    read_file,
    read_folder,
)

SETTINGS = "share/jupyter/lab/settings/overrides.d/swteach.json"
KEPT = ("METADATA", "entry_points.txt")
FORMAT = "Wheel-Version: 1.0\nGenerator: swteach\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def find_version() -> str:
    """Return the version of the swteach that runs."""
    return find_distribution().version


def name_wheel() -> str:
    """Return the name of the file, which pip reads the version from."""
    return f"swteach-{find_version()}-py3-none-any.whl"


def make_wheel() -> bytes:
    """Return the wheel, the same bytes each time it is made from the same files."""
    stem = f"swteach-{find_version()}"
    files = {f"swteach/{name}": content for name, content in list_modules()}
    for folder in FOLDERS:
        inside = read_folder(folder)
        files |= {f"swteach/{folder}/{name}": content for name, content in inside.items()}
    files |= {f"{stem}.data/data/share/swteach/{name}": read_file(name) for name in PINS}
    files[f"{stem}.data/data/{SETTINGS}"] = files["swteach/lab_settings.json"]
    files |= _describe(f"{stem}.dist-info")
    files[f"{stem}.dist-info/RECORD"] = _record(files, stem)
    return pack(files)


def _describe(folder: str) -> dict[str, bytes]:
    about = find_distribution()
    files = {f"{folder}/licenses/{name}": read_file(name) for name in LICENCES}
    files |= {f"{folder}/{name}": (about.read_text(name) or "").encode() for name in KEPT}
    return {**files, f"{folder}/WHEEL": FORMAT.encode()}


def _record(files: dict[str, bytes], stem: str) -> bytes:
    rows = []
    for name in sorted(files):
        digest = urlsafe_b64encode(hashlib.sha256(files[name]).digest()).rstrip(b"=").decode()
        rows.append(f"{name},sha256={digest},{len(files[name])}")
    return "\n".join([*rows, f"{stem}.dist-info/RECORD,,", ""]).encode()
