"""The chart of texts that use the same words."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice, check_number
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, load_texts, split_ids
from swteach.charts.theme import COUNCIL, OTHER, Group
from swteach.frames import stamp
from swteach.language import similarity


def similar_texts(text: str | None = None, top: int = 12) -> alt.LayerChart:
    """Draw which of the course's texts use the same words.

    Parameters
    ----------
    text
        A ``doc_id`` to compare with every other text; by default the pairs most alike.
    top
        How many pairs.

    Returns
    -------
    altair.LayerChart
        One bar a pair, from 0 (no word in common) to 1 (the same words in the same
        proportions). Pairs with a text of under 200 words are hollow.

    Raises
    ------
    ValueError
        If there is no such text; the message names those there are.

    Notes
    -----
    Source: word counts of the texts, weighted so that rare words count more, as
    :func:`swteach.language.similarity`.
    """
    check_number("top", top, 1)
    pairs = _compare(stamp("terms"), stamp("documents"))
    known = sorted(set(pairs["doc_id"]) | set(pairs["other_id"]))
    if text is not None:
        check_choice("text", text, known)
    mine = pairs if text is None else pairs[(pairs["doc_id"] == text) | (pairs["other_id"] == text)]
    rows = place_bars(_name_pairs(mine.head(top), text), "pair")
    groups = [Group("long", "long", COUNCIL), Group("short", "short", OTHER._replace(hollow=True))]
    groups = [group for group in groups if group.name in set(rows["group"])]
    names = load_texts().set_index("doc_id")["text"]
    about = "Pairs most alike" if text is None else f"Likeness to {names[text]}"
    return complete(
        give(draw_bars(rows, groups, top=1), data=rows),
        title="Texts that use the same words",
        unit=f"{about}, from 0 (no word in common) to 1 (the same mix of words)",
        description=_describe_pairs(rows, about),
        notice=_notice_alike(rows),
        misreading=(
            "Alike in words is not alike in opinion: two people who disagree about one matter use "
            "the same words for it. Long texts share more words than short ones."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[pairs.attrs["note"], CHOICE],
        key=["Hollow bars: one of the two has fewer than 200 words."]
        if (rows["caveat"] != "").any()
        else [],
        table={
            "caption": f"Texts that use the same words: {about.lower()}",
            "file": "similar_texts",
            "columns": {"pair": "Texts", "shown": "Likeness", "shared_terms": "Words in both"},
        },
        sides=20,
    )


@lru_cache(maxsize=2)
def _compare(*state: Hashable) -> pd.DataFrame:
    return similarity()


def _name_pairs(pairs: pd.DataFrame, text: str | None) -> pd.DataFrame:
    names = load_texts().set_index("doc_id")["text"]
    pairs = pairs.reset_index(drop=True)
    both = names[pairs["doc_id"]].to_numpy() + " and " + names[pairs["other_id"]].to_numpy()
    others = pairs["doc_id"].where(pairs["doc_id"] != text, pairs["other_id"])
    columns: dict[str, Any] = {
        "pair": both if text is None else names[others].to_numpy(),
        "value": pairs["cosine"].round(2),
        "shown": pairs["cosine"].map("{:.2f}".format),
        "shared_terms": pairs["shared_terms"],
        "group": pairs["small"].map({True: "short", False: "long"}),
        "caveat": pairs["small"].map({True: "A text of fewer than 200 words.", False: ""}),
        "source_id": pairs["doc_id"] + " " + pairs["other_id"],
    }
    return pd.DataFrame({**columns, "url": ""})


def _describe_pairs(rows: pd.DataFrame, about: str) -> str:
    first, last = rows.iloc[0], rows.iloc[-1]
    return (
        f"{about}: first {first['pair']} ({first['shown']}), and last of the {len(rows)} bars "
        f"{last['pair']} ({last['shown']})."
    )


def _notice_alike(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    return (
        f"The first pair has {first['shared_terms']} words in common. Look at whose texts stand "
        "at the top: one writer's texts are often most like one another."
    )
