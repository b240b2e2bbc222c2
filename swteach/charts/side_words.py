"""The words that each of two sides reaches for, in more than one of its texts."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_number, listed
from swteach.charts.bars import draw_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, split_ids
from swteach.charts.theme import COUNCIL, PRIVATE, Group
from swteach.charts.wording import (
    FORMS,
    NOT_PEOPLE,
    SMALL,
    STARRED,
    find_texts,
    star,
    take_first,
)
from swteach.language import keyness

# Words that hold sentences together and name nothing. Which they are is a choice.
_SMALL_WORDS = (
    "a about after against all also am an and any are as at be because been before being between "
    "but by can could did do does for from had has have he her his how i if in into is it its "
    "just may me might must my no nor not of on only or our out rather shall she should so some "
    "such than that the their them then there these they this those to too up us very was we were "
    "what when where which while who whose will with within without would you your"
)
SMALL_WORDS = frozenset(_SMALL_WORDS.split())
_CHOSEN = (
    "Left out are words that hold sentences together, such as “the”, “to”, “that” and “I”. The "
    "list is a choice of this course: how people use small words says something too, and the "
    "chart of one writer's words keeps them."
)


def words_of_each_side(
    by: str = "stance_privatisation",
    sides: Sequence[str] = ("against", "mixed"),
    top: int = 8,
    texts: int = 2,
) -> alt.LayerChart:
    """Draw the words that each of two sides reaches for, in more than one of its texts.

    Parameters
    ----------
    by
        A column of documents, such as a stance or ``author``.
    sides
        Two values of it.
    top
        How many words a side.
    texts
        The fewest texts of a side that must hold a word, so that it is not one writer's own.
        Small words such as ``the`` and ``to`` (``SMALL_WORDS``) are left out.

    Returns
    -------
    altair.LayerChart
        One bar a word: uses for every 1,000 words of its side, with the other side's beside it.

    Raises
    ------
    ValueError
        Where ``by`` or a side is unknown, or no word is in so many texts of a side.

    Notes
    -----
    Source: word counts of the texts; chosen by log-likelihood, as :func:`swteach.language.keyness`.
    """
    check_number("top", top, 1)
    check_number("texts", texts, 1)
    if len(sides := listed(sides)) != 2:
        raise ValueError(f"sides={sides!r}: name two values of {by}.")
    one, other = sides
    parts = [
        _take_side(by, one, other, top, texts),
        _take_side(by, other, one, top, texts),
    ]
    rows = star(pd.concat(parts, ignore_index=True), "group")
    looks = (COUNCIL, PRIVATE)
    groups = [Group(name, name, look) for name, look in zip(map(str, sides), looks, strict=True)]
    return complete(
        give(draw_bars(rows, groups, said="said"), data=rows),
        title="Words that each side reaches for",
        unit=f"{_say_column(by)}. Uses for every 1,000 words of the side; then of the other side",
        description=_describe_sides(rows),
        notice=_notice_sides(rows),
        misreading=NOT_PEOPLE,
        sources=split_ids(rows["source_id"]),
        caveats=[
            f"Only words that {texts} or more texts of a side use. {_CHOSEN}", FORMS, CHOICE
        ],
        key=[STARRED] if (rows["caveat"] != "").any() else [],
        table={
            "caption": f"Words of each side. {_say_column(by)}",
            "file": "words_of_each_side",
            "columns": {
                "word": "Word", "shown": "Uses for every 1,000 words", "group": "Side",
                "other": "Uses for every 1,000 words of the other side", "count": "Count",
                "texts": "Texts with it", "of": "Texts of the side",
            },
        },
        sides=20,
    )  # fmt: skip


def _say_column(by: str) -> str:
    return f"Sides by {by.replace('stance_', 'stance on ').replace('_', ' ')}"


def _take_side(by: str, side: str, other: str, top: int, texts: int) -> pd.DataFrame:
    found = keyness(by, side, other)
    found = found[(found["log_ratio"] > 0) & (found["documents"] >= texts)]
    found = found[~found["term"].isin(SMALL_WORDS)]
    found = take_first(found, top, texts)
    ids = find_texts(by, side, other)[0]
    value = found["per_1000"].round(1)
    shown, less = value.map("{:.1f}".format), found["reference_per_1000"].map("{:.1f}".format)
    columns = {"word": found["term"], "value": value, "shown": shown, "other": less}
    counts = {"count": found["count"], "texts": found["documents"], "of": len(ids.split())}
    small = found["small"].map({True: SMALL, False: ""})
    where = {"group": str(side), "source_id": ids, "url": "", "caveat": small}
    return pd.DataFrame({**columns, **counts, **where, "said": shown + "; " + less})


def _describe_sides(rows: pd.DataFrame) -> str:
    said = [
        f"{str(side).capitalize()} ({mine['of'].iloc[0]} texts): {', '.join(mine['word'])}"
        for side, mine in rows.groupby("group", sort=False)
    ]
    return f"Words that each side uses more. {'. '.join(said)}."


def _notice_sides(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    return (
        f"“{first['word']}” has {first['shown']} uses for every 1,000 words on its side and "
        f"{first['other']} on the other. Ask of each word whose it is: {first['texts']} of "
        f"{first['of']} texts of that side have this one."
    )
