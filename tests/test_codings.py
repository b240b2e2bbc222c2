"""The two coders' table: what a widget is told of it, and what `swteach check` says of slips."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from damages import edit, find_row, on_line

from swteach.check import check_folder
from swteach.checks.hashes import STALE
from swteach.claim_record import find_cards
from swteach.codings import TEN, count_recoded, find_codings, find_field
from swteach.datapackage import find_data, read_package
from swteach.tables import load_codings

FIELDS = ("claim_type", "theme", "stance", "evidence_offered")
DIFFER = find_row("codings", claim_id="jones-2014-cavalry-c02", field="claim_type")
AGREE = find_row("codings", claim_id="bee-2015-agency-c03", field="claim_type")


@pytest.mark.parametrize("field", FIELDS)
def test_every_code_has_a_meaning_and_the_ten_have_disagreements(field: str) -> None:
    """Each code of a field is put in words; of the ten, the coders differ on some in each field."""
    known = find_field(field)
    listed = next(f.enum for f in read_package()["claims"].fields if f.name == field)
    assert tuple(known.codes) == listed and all(known.codes.values())
    ten = find_codings(field, TEN)
    assert list(ten) == list(TEN) and len(find_codings(field)) == 47
    differing = [coding for coding in ten.values() if not coding.agree]
    assert 1 <= len(differing) <= 4
    assert all(coding.reason and coding.outcome for coding in differing)
    assert not any(c.reason or c.outcome for c in ten.values() if c.agree)


def test_the_ten_are_of_many_voices() -> None:
    """The ten have at least six speakers and six types, and leave out the undated disclosure."""
    cards = find_cards(TEN)
    assert len({card.who.split(",")[0] for card in cards}) >= 6
    assert len({card.kind for card in cards}) >= 6
    assert not any("portman" in claim for claim in TEN)


def test_what_was_not_coded_twice_is_refused() -> None:
    """Another column, or a claim outside the sample, is an error that names what there is."""
    with pytest.raises(ValueError, match=r"claim_type, theme.*Did you mean 'claim_type'"):
        find_field("claim_typ")
    with pytest.raises(ValueError, match=r"not in codings.*jones-2014-cavalry-c17"):
        find_codings("stance", ["jones-2014-cavalry-c01"])
    with pytest.raises(ValueError, match="at least one claim"):
        find_codings("stance", [])


def test_recoded_claims_are_counted() -> None:
    """Four codes of the first coder were given up: one claim type and three of evidence."""
    assert [count_recoded(field) for field in FIELDS] == [1, 0, 0, 3]


def test_the_loader_filters() -> None:
    """All 188 rows load, and the 22 disagreements are found by a filter."""
    assert len(load_codings()) == 188 and len(load_codings(agree="no")) == 22
    assert load_codings(field="claim_type", agree="no")["outcome"].notna().all()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a copy of the tables that a test may damage."""
    ignored = shutil.ignore_patterns("exercises")
    return shutil.copytree(find_data(), tmp_path / "data", ignore=ignored)


@pytest.mark.parametrize(
    ("line", "old", "new", "field", "said"),
    [
        (AGREE, "evaluative,evaluative", "evaluating,evaluating", "first_coder", "Did you mean"),
        (AGREE, ",yes,", ",no,", "agree", "but the two codes are the same"),
        (DIFFER, ",no,", ",yes,", "agree", "but the two codes are not the same"),
        (AGREE, ",yes,,", ",yes,hard,", "reason", "though the two agree"),
        (DIFFER, ",changed to second code", ",", "outcome", "is missing: the two differ"),
        (DIFFER, "claim_type", "claim_typ", "field", "closed list"),
        (DIFFER, "cavalry-c02", "cavalry-c99", "claim_id", "of claims.csv"),
    ],
)
def test_a_slip_is_said_with_its_place(
    data: Path, line: int, old: str, new: str, field: str, said: str
) -> None:
    """A wrong code, verdict, reason, outcome, field or claim is reported on its line."""
    edit(data / "codings.csv", on_line(line, old, new))
    found = [problem for problem in check_folder(data) if problem.message != STALE]
    placed = [problem for problem in found if (problem.line, problem.field) == (line, field)]
    assert any(said in str(problem) for problem in placed), found
