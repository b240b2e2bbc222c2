"""The codes that two coders gave to claims, and what each code means in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import pandas as pd

from swteach.datapackage import read_package
from swteach.tables import load_claims, load_codings

# Ten of the 47 that are in both codings: seven voices, six kinds of claim, and in each of the four
# fields some on which the coders differed. The text that tells of harm to its writer is left out.
TEN = (
    "jones-2014-cavalry-c02",
    "bee-2015-agency-c09",
    "guardian-2016-jones-threat-c05",
    "jones-2014-cavalry-c14",
    "sterry-2015-nqsw-c03",
    "lswg-2024-manifesto-c01",
    "comment-2014-d-enterprise-c07",
    "jones-2015-ofsted-c18",
    "laporta-2015-cleaner-c01",
    "jones-2025-lswg-briefing-c01",
)


@dataclass(frozen=True)
class Field:
    """What is coded: its column, its name and question in words, and its codes with meanings."""

    column: str
    name: str
    question: str
    codes: dict[str, str]


@dataclass(frozen=True)
class Coding:
    """What two coders made of one claim; reason and outcome are empty where they agree."""

    first: str
    second: str
    reason: str
    outcome: str

    @property
    def agree(self) -> bool:
        """Whether both gave the same code."""
        return self.first == self.second


_WORDS = {
    "claim_type": ("claim type", "What type of claim is it?"),
    "theme": ("theme", "What is the claim mostly about?"),
    "stance": ("stance", "Where does the speaker stand towards the target of the claim?"),
    "evidence_offered": ("evidence offered", "What does the text itself put forward for it?"),
}
_MEANINGS = {
    "claim_type": {
        "factual-checkable": "a record or a count could settle it",
        "causal": "it says that one thing brings about another",
        "evaluative": "it judges how good or bad something is",
        "prediction": "it is about the future, seen from when it was written",
        "recommendation": "it says what should be done",
        "definition": "it fixes what a word means",
        "anecdote": "it tells of a single experience",
    },
    "theme": {
        "demand": "families' needs, and how many are referred and why",
        "inspection": "checking and grading services from outside",
        "participation": "whose voice is heard, and who is included",
        "politics": "governments, parties, laws, reviews and money",
        "privatisation": "services, or the responsibility for them, outside public hands",
        "workforce": "staff: their numbers, training, pay and conditions",
    },
    "stance": {
        "against": "the speaker is against the target",
        "for": "the speaker is for the target",
        "mixed": "partly for and partly against it",
        "none": "the claim takes no side on it",
    },
    "evidence_offered": {
        "none": "nothing is put forward; a bare fact or date counts as nothing too",
        "statistic": "a figure, also where the claim is itself a figure",
        "example": "a case that is named or described",
        "personal experience": "what the speaker lived through or saw",
        "authority": "a document or source, named or not; the speaker's own office is none",
        "analogy": "a likeness to something else",
    },
}


def find_field(column: str) -> Field:
    """Return one coded column with its codes in the order of ``datapackage.json``.

    Raises
    ------
    ValueError
        If the column is not one of the four; the message names them.
    """
    if column not in _WORDS:
        near = get_close_matches(str(column), _WORDS, n=1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise ValueError(f"No field {column!r} was coded twice: {', '.join(_WORDS)}.{hint}")
    listed = next(f.enum for f in read_package()["claims"].fields if f.name == column)
    return Field(
        column, *_WORDS[column], {code: _MEANINGS[column].get(code, "") for code in listed}
    )


def find_codings(column: str, claims: Sequence[str] | None = None) -> dict[str, Coding]:
    """Return both coders' codes in one column, by claim.

    Parameters
    ----------
    column
        The coded column of claims.csv, such as ``"claim_type"``.
    claims
        Claim ids; by default all that are in both codings.

    Raises
    ------
    ValueError
        If a claim is not in both codings, or none is named; the message names the nearest ones.
    """
    if claims is not None and not claims:
        raise ValueError("Name at least one claim; load_codings() lists those coded twice.")
    rows = load_codings(field=column, **({} if claims is None else {"claim": list(claims)}))
    found = {row.claim_id: _make(row) for row in rows.itertuples()}
    return found if claims is None else {claim: found[claim] for claim in dict.fromkeys(claims)}


def count_recoded(column: str) -> int:
    """Return how many of the first coder's codes in one column stand no longer in claims.csv."""
    now = load_claims().set_index("claim_id")[column].to_dict()
    return sum(now[claim] != coding.first for claim, coding in find_codings(column).items())


def _make(row: object) -> Coding:
    words = [row.reason, row.outcome]
    return Coding(row.first_coder, row.second_coder, *("" if pd.isna(w) else w for w in words))
