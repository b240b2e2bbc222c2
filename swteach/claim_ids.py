"""The ids of the claims of a data folder, for the checkers of files that name claims."""

from __future__ import annotations

import csv
from contextlib import suppress
from io import StringIO
from pathlib import Path


def list_claim_ids(folder: Path) -> list[str]:
    """Return the ids in a folder's claims.csv; none where it cannot be read.

    What is wrong with claims.csv itself is for the check of the tables to say.
    """
    with suppress(OSError, csv.Error):
        text = (folder / "claims.csv").read_text(encoding="utf-8-sig", errors="replace")
        return [row["claim_id"] for row in csv.DictReader(StringIO(text)) if row.get("claim_id")]
    return []
