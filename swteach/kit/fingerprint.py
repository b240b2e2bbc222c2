"""What of a file counts as changed: a notebook that was only run again is not."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import Any

from swteach.datapackage import DESCRIPTOR

MEASURES = ("bytes", "hash")


def take(name: str, content: bytes) -> str:
    """Return the fingerprint of a file's content, given its path within the course."""
    with suppress(ValueError, KeyError, TypeError, AttributeError):
        if name.endswith(".ipynb"):
            content = _dump(_strip_notebook(json.loads(content)))
        elif name == f"data/{DESCRIPTOR}":
            content = _dump(_strip_descriptor(json.loads(content)))
    return hashlib.sha256(content).hexdigest()


def _dump(document: Any) -> bytes:
    return json.dumps(document, sort_keys=True).encode()


def _strip_notebook(document: Any) -> list[Any]:
    """Return what a lecturer writes: the cells' words, not their outputs."""
    return [
        [
            cell["cell_type"],
            "".join(cell["source"]),
            bool((cell["metadata"].get("jupyter") or {}).get("source_hidden")),
            cell["metadata"].get("tags") or [],
        ]
        for cell in document["cells"]
    ]


def _strip_descriptor(document: Any) -> Any:
    resources = [
        {key: value for key, value in item.items() if key not in MEASURES}
        for item in document["resources"]
    ]
    return {**document, "resources": resources}
