"""A mixed order that is the same for everyone, every day, and gives no answer away."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

SALT = "swteach"


def shuffle(
    count: int, name: str, suits: Callable[[tuple[int, ...]], bool] = lambda order: True
) -> tuple[int, ...]:
    """
    Return the places 0 to count - 1 in a mixed order.

    Parameters
    ----------
    count
        How many things there are.
    name
        The exercise's id: another id, another order.
    suits
        Says whether an order may be shown. Where the first does not suit, its turns are tried,
        one step at a time; where none suits, the first is returned.

    Notes
    -----
    Python's own ``random.shuffle`` is not promised to stay the same between versions.
    """
    digests = {place: sha256(f"{SALT}/{name}/{place}".encode()).digest() for place in range(count)}
    order = tuple(sorted(range(count), key=digests.__getitem__))
    turns = (order[step:] + order[:step] for step in range(max(count, 1)))
    return next((turn for turn in turns if suits(turn)), order)


def is_sorted_away(order: tuple[int, ...]) -> bool:
    """Return whether an order is not the sorted one."""
    return list(order) != sorted(order)
