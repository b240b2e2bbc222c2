"""The mixed orders in which things are shown."""

from __future__ import annotations

from swteach.exercises import Match, Order, Several, exercise_files, load_exercises
from swteach.exercises.shuffle import is_sorted_away, shuffle

ALL = [one for notebook in exercise_files() for one in load_exercises(notebook)]


def test_the_same_id_gives_the_same_order_for_good() -> None:
    """The order is fixed by the id alone: a journal of last year still fits."""
    assert shuffle(5, "n7-order-1") == (4, 3, 1, 2, 0)
    assert shuffle(5, "n7-order-2") == (0, 1, 3, 2, 4)


def test_it_is_always_every_place_and_never_the_right_order() -> None:
    """Of 3,000 names, none gives the sorted order, and each gives every place once."""
    for number in range(3000):
        order = shuffle(3, f"name-{number}", is_sorted_away)
        assert sorted(order) == [0, 1, 2]
        assert order != (0, 1, 2)


def test_all_orders_come_up() -> None:
    """The five wrong orders of three things all come up among a hundred names."""
    assert len({shuffle(3, f"name-{number}", is_sorted_away) for number in range(100)}) == 5


def test_the_course_shows_nothing_in_its_right_order() -> None:
    """No order, match or several of the course shows its answer by where things stand."""
    kinds = [0, 0, 0]
    for one in ALL:
        if isinstance(one, Order):
            kinds[0] += 1
            assert one.shown != tuple(item.text for item in one.items)
            assert sorted(one.shown) == sorted(item.text for item in one.items)
        if isinstance(one, Match):
            kinds[1] += 1
            rights = tuple(pair.right for pair in one.pairs)
            assert one.shown[: len(rights)] != rights
            assert set(one.shown) == {*rights, *one.distractors}
        if isinstance(one, Several):
            kinds[2] += 1
            right = [option.correct for option in one.shown]
            assert right != sorted(right, reverse=True)
    assert min(kinds) >= 8
