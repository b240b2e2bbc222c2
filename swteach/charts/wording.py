"""The words whose use differs most between two groups of texts."""

from __future__ import annotations

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_number
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, join_ids, split_ids
from swteach.charts.theme import COUNCIL, PRIVATE, Group
from swteach.language import keyness
from swteach.language.counts import group_texts

Values = str | int | list[str] | list[int]

SMALL = "Counts too few to compare safely."
STARRED = f"*: {SMALL[0].lower()}{SMALL[1:]}"
NOT_PEOPLE = (
    "A word that one group uses more is a place to look in the texts, not a finding about people. "
    "Counts do not know what a word means: “safe” is counted in “not safe” too."
)
_REFERENCE = "All other texts"
FORMS = (
    "Words are counted in small letters, and each form apart: “child”, “child's” and “children” "
    "are three words."
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
    rows = _pair(take_first(found[enough], top, texts), names, find_texts(by, target, reference))
    groups = [Group(name, name, look) for name, look in zip(names, (COUNCIL, PRIVATE), strict=True)]
    return complete(
        give(draw_bars(rows, groups, legend=True), data=rows),
        title=f"Words that tell apart: {names[0]}, and {names[1].lower()}",
        unit="Uses for every 1,000 words; the upper bar is the first group",
        description=_describe_pair(rows, names),
        notice=_notice_pair(rows, names),
        misreading=NOT_PEOPLE,
        sources=split_ids(rows["source_id"]),
        caveats=[FORMS, _in_words(found.attrs["note"]), CHOICE],
        key=[STARRED] if (rows["caveat"] != "").any() else [],
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


def _say(values: Values) -> str:
    listed = values if isinstance(values, list | tuple) else [values]
    return ", ".join(map(str, listed))


def take_first(found: pd.DataFrame, top: int, texts: int) -> pd.DataFrame:
    """Return the first words of a comparison; raise ValueError where none is left."""
    if found.empty:
        raise ValueError(f"top={top}, texts={texts}: no word is left. Ask for fewer texts.")
    return found.head(top)


def find_texts(by: str, target: Values, reference: Values | None) -> tuple[str, str]:
    """Return the ids of the texts of two groups, each as one word list."""
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
    return star(rows.reset_index(drop=True))


def star(rows: pd.DataFrame, section: str | None = None) -> pd.DataFrame:
    """Return bars in their places, with a star at words too few to compare."""
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
