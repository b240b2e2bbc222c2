"""The length and hash of each table, by which a change to a file is seen."""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Iterable, Iterator
from pathlib import Path

from swteach.checks.problem import Problem
from swteach.datapackage import DESCRIPTOR, Resource

COMMAND = "Write its new hash, or take the old file back: python tools/hash_data.py"
STALE = f"is not the file whose hash stands in {DESCRIPTOR}."


def measure(path: Path) -> tuple[int, str]:
    """Return the length of a file in bytes, and its SHA-256 hash as a data package writes it."""
    data = path.read_bytes()
    return len(data), f"sha256:{hashlib.sha256(data).hexdigest()}"


def check_hashes(folder: Path, resources: Iterable[Resource]) -> Iterator[Problem]:
    """Yield the tables that are not as ``datapackage.json`` measured them."""
    remedy = f"{COMMAND} {shlex.quote(str(folder))}"
    for resource in resources:
        if (resource.bytes, resource.hash) != measure(folder / resource.path):
            yield Problem(resource.path, 0, "", "", STALE, remedy)


def write_hashes(folder: Path) -> list[str]:
    """Write the length and hash of every table into ``datapackage.json``.

    Returns
    -------
    list of str
        The tables that had changed, or that had no hash; empty where nothing was written.
    """
    path = folder / DESCRIPTOR
    before = path.read_text(encoding="utf-8")
    described = json.loads(before)
    changed = [item["path"] for item in described["resources"] if _update(folder, item)]
    after = json.dumps(described, indent=2, ensure_ascii=False) + "\n"
    if after != before:
        path.write_text(after, encoding="utf-8", newline="\n")
    return changed


def _update(folder: Path, item: dict) -> bool:
    length, digest = measure(folder / item["path"])
    if (item.get("bytes"), item.get("hash")) == (length, digest):
        return False
    item.update(bytes=length, hash=digest, schema=item.pop("schema"))
    return True
