"""A map of an argument under any row of edits: a tree without cycles that its outline tells."""

from __future__ import annotations

import contextlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swteach.argument import KINDS, MOST_PARTS, UNDER, Argument, ArgumentError, read_outline
from swteach.argument_tree import EDGE, GAP_DOWN, WIDTH, lay_tree

PLACE = st.one_of(st.none(), st.integers(1, 9))
WORDS = st.text(min_size=1, max_size=90)
EDITS = st.one_of(
    st.tuples(st.just("add"), st.sampled_from(KINDS), WORDS, PLACE),
    st.tuples(st.just("move"), st.integers(1, 9), PLACE),
    st.tuples(st.just("shift"), st.integers(1, 9), st.sampled_from([-1, 1])),
    st.tuples(st.just("remove"), st.integers(1, 9)),
)


def edit(edits: list[tuple]) -> Argument:
    """Return the map after some edits; those that it refuses change nothing."""
    made = Argument()
    for name, *rest in edits:
        with contextlib.suppress(ArgumentError):
            made = getattr(made, name)(*rest)
    return made


MAPS = st.lists(EDITS, max_size=40).map(edit)


def _make() -> Argument:
    made = Argument().add("conclusion", "Keep it public").add("reason", "Profit pulls away", 1)
    return made.add("evidence", "A report", 2).add("objection", "Costs are alike", 2)


@settings(max_examples=300, deadline=None)
@given(MAPS)
def test_every_part_is_told_once_under_a_part_it_may_stand_under(made: Argument) -> None:
    """No edit makes a cycle, loses a part from the outline, or puts one where it may not be."""
    lines = made.lines()
    assert sorted(line.part.id for line in lines) == sorted(part.id for part in made.parts)
    for line in lines:
        above = line.part.under
        assert (above is None) == (line.part.kind == "conclusion")
        assert above is None or made[above].kind in UNDER[line.part.kind]


@settings(max_examples=300, deadline=None)
@given(MAPS)
def test_outline_and_picture_say_the_same(made: Argument) -> None:
    """Read separately, picture and outline hold the same parts under the same parts."""
    tree, lines = lay_tree(made), made.outline().splitlines()
    spoken = [f"{box.head}:{''.join(box.words)}" for box in tree.boxes]
    assert [_close(line) for line in lines] == [_close(words) for words in spoken]
    numbers = {box.id: box.head.split()[0] for box in tree.boxes}
    drawn = {numbers[link.under]: numbers[link.above] for link in tree.links}
    told = {n: n.rpartition(".")[0] for n in numbers.values() if "." in n}
    assert drawn == told
    assert all(line.index(line.strip()[0]) == 2 * line.split()[0].count(".") for line in lines)


def _close(words: str) -> str:
    """Return words without the spaces at which a line may be broken."""
    return "".join(words.split())


@settings(max_examples=300, deadline=None)
@given(MAPS)
def test_boxes_keep_apart_and_inside_the_picture(made: Argument) -> None:
    """In each column the boxes stand below one another, and none is cut off."""
    tree = lay_tree(made)
    for x in {box.x for box in tree.boxes}:
        column = sorted((box for box in tree.boxes if box.x == x), key=lambda box: box.y)
        for one, other in pairwise(column):
            assert other.y >= one.y + one.height + GAP_DOWN
    assert all(box.x + WIDTH + EDGE <= tree.width for box in tree.boxes)
    assert all(EDGE <= box.y <= tree.height - box.height - EDGE for box in tree.boxes)


@settings(max_examples=300, deadline=None)
@given(MAPS)
def test_outline_is_read_back(made: Argument) -> None:
    """What the journal keeps is the outline, and it gives the same map again."""
    assert read_outline(made.outline()).outline() == made.outline()


@given(MAPS, st.integers(1, 9))
def test_places_offered_are_the_places_taken(made: Argument, id: int) -> None:
    """The menu of places holds every part that a move would accept, and no other."""
    with contextlib.suppress(ArgumentError):
        part = made[id]
        offered = {place.id for place in made.find_places(part.kind, id)}
        assert offered == {other.id for other in made.parts if _accepts(made, id, other.id)}


def _accepts(made: Argument, id: int, under: int) -> bool:
    try:
        made.move(id, under)
    except ArgumentError:
        return False
    return True


def test_edits_say_why_they_are_refused() -> None:
    """Each refusal tells a student what to do, and the map stays as it was."""
    made = _make()
    refused = {
        "Begin with a conclusion": lambda: Argument().add("reason", "x"),
        "words of the part first": lambda: made.add("reason", " \n ", 1),
        "at the top": lambda: made.add("conclusion", "x", 1),
        "Evidence cannot stand under evidence": lambda: made.add("evidence", "x", 3),
        "under itself": lambda: made.move(2, 4),
        "not in the map": lambda: made.remove(99),
        "first one in its place": lambda: made.shift(3, -1),
        "Choose what it is": lambda: made.add("fallacy", "x", 1),
    }
    for words, step in refused.items():
        with pytest.raises(ArgumentError, match=words):
            step()
    full = Argument()
    for number in range(MOST_PARTS):
        full = full.add("conclusion", str(number))
    with pytest.raises(ArgumentError, match="full"):
        full.add("conclusion", "one more")


def test_branch_goes_with_its_part() -> None:
    """Moving or removing a part takes along what is under it; neighbours change places."""
    made = _make().add("conclusion", "Cap the profit")
    assert made.shift(4, -1).outline().splitlines()[2:4] == [
        "    1.1.1 Objection: Costs are alike",
        "    1.1.2 Evidence: A report",
    ]
    moved = made.move(2, 5).outline().splitlines()
    assert moved[:2] == ["1 Conclusion: Keep it public", "2 Conclusion: Cap the profit"]
    assert moved[3] == "    2.1.1 Evidence: A report"
    assert [part.text for part in made.remove(2).parts] == ["Keep it public", "Cap the profit"]


@pytest.mark.parametrize(
    "text", ["1.1 Reason: nothing above", "hello", "1 Reason: top", "1 Conclusion: "]
)
def test_damaged_outline_is_refused(text: str) -> None:
    """A line that no map can have made is refused, not guessed at."""
    with pytest.raises(ArgumentError):
        read_outline(text)
