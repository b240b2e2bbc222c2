"""Several things in one sentence."""

from __future__ import annotations

import pytest

from swteach.listing import list_with_and


@pytest.mark.parametrize(
    ("parts", "said"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_only_the_last_two_are_joined_by_and(parts: list[str], said: str) -> None:
    """One stands alone, and what is worked out one by one is named too."""
    assert list_with_and(parts) == said
    assert list_with_and(one for one in parts) == said
