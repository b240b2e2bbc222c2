"""The ids of a folder's claims, whatever state its table is in."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from swteach.claim_ids import list_claim_ids
from swteach.datapackage import find_data
from swteach.tables import load_claims


def test_ids_are_those_of_the_table() -> None:
    """The course's own folder gives every claim's id, in order."""
    assert list_claim_ids(find_data()) == load_claims()["claim_id"].tolist()


@pytest.fixture
def short_fields() -> Iterator[None]:
    """Let no field be longer than csv allows by itself, whatever else was imported."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("short_fields")
def test_a_damaged_table_gives_none(tmp_path: Path) -> None:
    """A missing table, one without ids and one with a field too long give no ids and no error."""
    assert list_claim_ids(tmp_path) == []
    (tmp_path / "claims.csv").write_text("a,b\n1,2\n")
    assert list_claim_ids(tmp_path) == []
    (tmp_path / "claims.csv").write_text(f"claim_id\n{'x' * 200_000}\n")
    assert list_claim_ids(tmp_path) == []
