"""Charts of the words that groups of texts reach for."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_number, listed
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, join_ids, split_ids
from swteach.charts.theme import COUNCIL, PRIVATE, Group
from swteach.language import keyness
from swteach.language.counts import group_texts

Values = str | int | list[str] | list[int]

SMALL = "Counts too few to compare safely."
_STAR = f"*: {SMALL[0].lower()}{SMALL[1:]}"
_WORDS = (
    "A word that one group uses more is a place to look in the texts, not a finding about people. "
    "Counts do not know what a word means: “safe” is counted in “not safe” too."
)
_REFERENCE = "All other texts"
_FORMS = (
    "Words are counted in small letters, and each form apart: “child”, “child's” and “children” "
    "are three words."
)
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


def key_words(
    by: str = "author",
    target: Values = "Ray Jones",
    reference: Values | None = None,
    top: int = 10,
    texts: int = 1,
) -> alt.LayerChart:
    """Draw the words whose use differs most between two groups of texts.

    Parameters
    ----------
    by
        A column of documents (``author``, ``genre``, a stance) or ``"year"``.
    target, reference
        A value of it, or several; without ``reference`` every other text that has a value.
    top
        How many words.
    texts
        The fewest texts of one group that must hold a word.

    Returns
    -------
    altair.LayerChart
        Two bars a word: uses for every 1,000 words in each group. The word whose difference is
        least likely by chance stands first; a star marks counts too few to compare.

    Raises
    ------
    ValueError
        Where ``by`` is no column, a value is not in it, or no word is in so many texts.

    Notes
    -----
    Source: word counts of the texts, compared as :func:`swteach.language.keyness` does.
    """
    check_number("top", top, 1)
    check_number("texts", texts, 1)
    found = keyness(by, target, reference)
    enough = found[["documents", "reference_documents"]].max(axis=1) >= texts
    names = (_say(target), _REFERENCE if reference is None else _say(reference))
    rows = _pair(_head(found[enough], top, texts), names, _find_texts(by, target, reference))
    groups = [Group(name, name, look) for name, look in zip(names, (COUNCIL, PRIVATE), strict=True)]
    return complete(
        give(draw_bars(rows, groups, legend=True), data=rows),
        title=f"Words that tell apart: {names[0]}, and {names[1].lower()}",
        unit="Uses for every 1,000 words; the upper bar is the first group",
        description=_describe_pair(rows, names),
        notice=_notice_pair(rows, names),
        misreading=_WORDS,
        sources=split_ids(rows["source_id"]),
        caveats=[_FORMS, _in_words(found.attrs["note"]), CHOICE],
        key=[_STAR] if (rows["caveat"] != "").any() else [],
        table={
            "caption": f"Words of {names[0]} and of {names[1].lower()}",
            "file": "key_words",
            "columns": {
                "word": "Word", "shown": "Uses for every 1,000 words", "group": "Group",
                "count": "Count", "texts": "Texts with it", "likelihood": "Log-likelihood",
            },
        },
        sides=20,
    )  # fmt: skip


def _say_column(by: str) -> str:
    return f"Sides by {by.replace('stance_', 'stance on ').replace('_', ' ')}"


def _say(values: Values) -> str:
    listed = values if isinstance(values, list | tuple) else [values]
    return ", ".join(map(str, listed))


def _head(found: pd.DataFrame, top: int, texts: int) -> pd.DataFrame:
    if found.empty:
        raise ValueError(f"top={top}, texts={texts}: no word is left. Ask for fewer texts.")
    return found.head(top)


def _find_texts(by: str, target: Values, reference: Values | None) -> tuple[str, str]:
    groups = group_texts(by).dropna()
    wanted, others = ([v] if not isinstance(v, list) else v for v in (target, reference))
    mine = groups.isin(wanted)
    theirs = ~mine if reference is None else groups.isin(others)
    return join_ids(groups.index[mine]), join_ids(groups.index[theirs])


def _pair(found: pd.DataFrame, names: tuple[str, str], ids: tuple[str, str]) -> pd.DataFrame:
    sides = []
    for name, texts, prefix in zip(names, ids, ("", "reference_"), strict=True):
        side = pd.DataFrame({"word": found["term"], "group": name, "source_id": texts, "url": ""})
        side["value"] = found[f"{prefix}per_1000"].round(1)
        side["count"], side["texts"] = found[f"{prefix}count"], found[f"{prefix}documents"]
        sides.append(side)
    rows = pd.concat(sides).sort_index(kind="stable")
    rows = rows.assign(
        likelihood=found["g2"].map("{:.1f}".format),
        caveat=found["small"].map({True: SMALL, False: ""}),
        shown=rows["value"].map("{:.1f}".format),
    )
    return _star(rows.reset_index(drop=True))


def _star(rows: pd.DataFrame, section: str | None = None) -> pd.DataFrame:
    label = rows["word"] + (rows["caveat"] != "").map({True: " *", False: ""})
    return place_bars(rows.assign(label=label), "label", section)


def _describe_pair(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    first = rows.iloc[:2]["shown"].tolist()
    mine, theirs = (_list_words(rows, side) for side in (0, 1))
    return (
        f"“{rows['word'].iloc[0]}” differs most: {first[0]} uses for every 1,000 words by "
        f"{names[0]}, {first[1]} by {names[1].lower()}. More used by {names[0]}: {mine}; by "
        f"{names[1].lower()}: {theirs}."
    )


def _list_words(rows: pd.DataFrame, side: int) -> str:
    wide = rows["value"].to_numpy().reshape(-1, 2)
    words = rows["word"].iloc[::2]
    listed = ", ".join(words[wide[:, side] > wide[:, 1 - side]])
    return listed or "none of these words"


def _notice_pair(rows: pd.DataFrame, names: tuple[str, str]) -> str:
    likely = rows["likelihood"].iloc[0]
    return (
        "The words stand in order of log-likelihood, a measure of how surprising the difference "
        "would be if both groups used the word equally often. The first word has the largest, "
        f"{likely}. Small words such as “and” tell more about style than about opinions."
    )


def _in_words(note: str) -> str:
    # The note is written for the table of words, whose columns have names of their own there.
    said = note.replace("the column documents", "the column “Texts with it”")
    return said.replace("Rows marked small rest", "Words with a star rest")


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
    rows = _star(pd.concat(parts, ignore_index=True), "group")
    looks = (COUNCIL, PRIVATE)
    groups = [Group(name, name, look) for name, look in zip(map(str, sides), looks, strict=True)]
    return complete(
        give(draw_bars(rows, groups, said="said"), data=rows),
        title="Words that each side reaches for",
        unit=f"{_say_column(by)}. Uses for every 1,000 words of the side; then of the other side",
        description=_describe_sides(rows),
        notice=_notice_sides(rows),
        misreading=_WORDS,
        sources=split_ids(rows["source_id"]),
        caveats=[
            f"Only words that {texts} or more texts of a side use. {_CHOSEN}", _FORMS, CHOICE
        ],
        key=[_STAR] if (rows["caveat"] != "").any() else [],
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


def _take_side(by: str, side: str, other: str, top: int, texts: int) -> pd.DataFrame:
    found = keyness(by, side, other)
    found = found[(found["log_ratio"] > 0) & (found["documents"] >= texts)]
    found = found[~found["term"].isin(SMALL_WORDS)]
    found = _head(found, top, texts)
    ids = _find_texts(by, side, other)[0]
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
