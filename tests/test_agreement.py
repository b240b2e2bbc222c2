"""Agreement and kappa: the published figures, another program's, and the cases without one."""

from __future__ import annotations

import math
import os
import random
from importlib import import_module

import pytest

from swteach.agreement import (
    NONE_LEFT,
    ONE_CODE,
    format_kappa,
    measure_agreement,
    say_agreement,
)
from swteach.tables import load_claims, load_codings

# Published with the codings, for all 47 claims: same, percent, percent by chance, kappa.
PUBLISHED = {
    "theme": (44, 94, 20, "0.92"),
    "claim_type": (40, 85, 21, "0.81"),
    "stance": (45, 96, 42, "0.93"),
    "evidence_offered": (37, 79, 36, "0.67"),
}


@pytest.mark.parametrize("field", PUBLISHED)
def test_the_published_table_comes_out(field: str) -> None:
    """The two coders' figures for each field are those published with the codings."""
    rows = load_codings(field=field)
    found = measure_agreement(rows["first_coder"].tolist(), rows["second_coder"].tolist())
    percents = round(100 * found.agreement), round(100 * found.expected)
    assert (found.count, found.left_out) == (47, 0)
    assert (found.same, *percents, format_kappa(found.kappa)) == PUBLISHED[field]


def test_another_program_finds_the_same() -> None:
    """scikit-learn's kappa is ours, for the real codes and two hundred random pairs of coders."""
    if os.environ.get("SWTEACH_REQUIRE_EXTRAS") != "1":
        pytest.importorskip("sklearn", reason="scikit-learn comes with the extra compare")
    metrics = import_module("sklearn.metrics")
    draw, pairs = random.Random(20261125), []
    for field in PUBLISHED:
        rows = load_codings(field=field)
        pairs.append((rows["first_coder"].tolist(), rows["second_coder"].tolist()))
    for _ in range(200):
        codes, count = "abcdefg"[: draw.randint(2, 7)], draw.randint(5, 60)
        pairs.append(tuple(draw.choices(codes, k=count) for _ in range(2)))
    for first, second in pairs:
        theirs, ours = metrics.cohen_kappa_score(first, second), measure_agreement(first, second)
        assert ours.kappa == pytest.approx(theirs, abs=1e-12)


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ("aabb", "aaba", 0.5),
        ("ab", "ab", 1),
        ("ab", "ba", -1),
        ("aabb", "abab", 0),
        ("ab", "aa", 0),
    ],
)
def test_kappa_of_small_cases(first: str, second: str, kappa: float) -> None:
    """Worked by hand: half way, full, fully opposed, chance, and one coder with one code."""
    assert measure_agreement(first, second).kappa == kappa


def test_one_code_only_has_no_kappa() -> None:
    """Where both used one code throughout, agreement is full, and kappa is said not to exist."""
    found = measure_agreement(["causal"] * 5, ["causal"] * 5)
    assert (found.agreement, found.expected, found.kappa) == (1, 1, None)
    assert "5 of 5 claims, 100%" in say_agreement(found) and ONE_CODE in say_agreement(found)


def test_missing_codes_are_left_out_and_counted() -> None:
    """A pair with a missing code changes no figure; with none left there is nothing to say."""
    whole = measure_agreement("aabb", "aaba")
    more = measure_agreement([*"aabb", None, "", math.nan], [*"aaba", "a", "b", None])
    assert (more.agreement, more.expected, more.kappa) == (0.75, whole.expected, whole.kappa)
    assert more.left_out == 3 and say_agreement(more).endswith("want of a code: 3 claims.")
    none = measure_agreement([None], ["a"])
    assert (none.agreement, none.expected, none.kappa) == (None, None, None)
    assert say_agreement(none) == NONE_LEFT


def test_coders_of_different_length_are_refused() -> None:
    """Two lists that cannot be of the same claims are an error that gives both lengths."""
    with pytest.raises(ValueError, match="One coder has 3 codes, the other 2"):
        measure_agreement("abc", "ab")


def test_the_sum_in_words_gives_its_kappa() -> None:
    """What is printed can be worked out again by hand, to the last decimal but one."""
    for field in PUBLISHED:
        rows = load_codings(field=field)
        said = say_agreement(measure_agreement(rows["first_coder"], rows["second_coder"]))
        above, below, kappa = said.partition("Kappa: (")[2].replace(") ÷ (", "=").split("=")
        numbers = [part.strip(" ).").split(" − ") for part in (above, below)]
        (same, chance), (whole, again) = [[float(n) for n in pair] for pair in numbers]
        assert chance == again
        assert (same - chance) / (whole - chance) == pytest.approx(
            float(kappa.strip(" .")), abs=0.011
        )
    assert format_kappa(-0.25) == "−0.25" and format_kappa(-0.001) == "0.00"


def test_since_the_coding_only_the_outcomes_have_changed_a_code() -> None:
    """A sampled claim still has its first code, or the second where that was the outcome."""
    now = load_claims().set_index("claim_id")
    moved = 0
    for row in load_codings().itertuples():
        changed = row.outcome == "changed to second code"
        moved += changed
        assert now.loc[row.claim_id, row.field] == (
            row.second_coder if changed else row.first_coder
        )
    assert moved == 4
