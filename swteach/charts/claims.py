"""Charts of the claims that the texts make: their kinds, and the evidence they offer."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.grids import draw_grid, place_cells
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, join_ids, load_texts, split_ids
from swteach.charts.theme import INK, Group, Look
from swteach.tables import load_claims

# Dark and light take turns, and no two are the same grey.
_FILLS = ("#00457a", "#f8c44a", "#706000", "#f2faff", "#1a1a1a", "#50b699", "#5c84c5")
_BLUE, _LIGHTEST = (0, 69, 122), 0.5
_CODED = (
    "The kinds were coded for this course by rules that a second reader would sometimes apply in "
    "another way."
)


def claim_types(**filters: Any) -> alt.LayerChart:
    """Draw how many claims of each type a text makes.

    Parameters
    ----------
    **filters
        Columns of claims and the values to keep, such as ``theme="workforce"``.

    Returns
    -------
    altair.LayerChart
        One bar a text, the one with most claims first, made of a segment for each type.

    Raises
    ------
    TypeError, ValueError
        If a filter names no column or no value of it; the message names the nearest.

    Notes
    -----
    Source: the claims coded for the course, as ``load_claims`` gives them.
    """
    claims = _name_texts(load_claims(**filters))
    types = list(claims["claim_type"].cat.categories)
    rows = _count(claims, "text", "claim_type", types)
    looks = [Look(fill, "square") for fill in _FILLS[: len(types)]]
    groups = [Group(name, name, look) for name, look in zip(types, looks, strict=True)]
    rows = place_bars(rows, "text", stacked=True)
    return complete(
        give(draw_bars(rows, groups, stacked=True, legend=True), data=rows),
        title="Types of claim, text by text",
        unit=f"Number of claims{_say_filters(filters)}",
        description=_describe_types(rows),
        notice=_notice_types(rows),
        misreading=(
            "More claims that can be checked do not make a text more accurate, and a judgement "
            "is not a weaker kind of sentence: each type needs its own kind of test."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[_CODED, CHOICE],
        table={
            "caption": f"Claims of each type in each text{_say_filters(filters)}",
            "file": "claim_types",
            "columns": {"text": "Text"},
            "group": "group",
        },
        sides=20,
    )


def _say_filters(filters: dict[str, Any]) -> str:
    said = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in filters.items())
    return f" ({said})" if said else ""


def _name_texts(claims: pd.DataFrame) -> pd.DataFrame:
    names = load_texts().set_index("doc_id")["text"]
    return claims.assign(text=claims["doc_id"].map(names))


def _count(claims: pd.DataFrame, row: str, group: str, groups: list[str]) -> pd.DataFrame:
    """Count claims by two columns, zeros too, the largest row first."""
    named = claims.astype({row: "str", group: "str", "doc_id": "str"})
    order = named[row].value_counts().sort_index().sort_values(ascending=False, kind="stable").index
    pairs = pd.MultiIndex.from_product([order, groups], names=[row, "group"])
    counted = named.groupby([row, group])["doc_id"].agg(value="size", source_id=join_ids)
    counted = counted.rename_axis([row, "group"]).reindex(pairs)
    counted = counted.fillna({"value": 0, "source_id": ""}).astype({"value": "int64"})
    return counted.assign(shown=counted["value"].map(str), caveat="", url="").reset_index()


def _describe_types(rows: pd.DataFrame) -> str:
    by_type = rows.groupby("group", sort=False)["value"].sum().sort_values(ascending=False)
    listed = ", ".join(f"{name} {count}" for name, count in by_type.items())
    texts = rows["text"].nunique()
    return f"{rows['value'].sum()} claims in {texts} texts, by type: {listed}."


def _notice_types(rows: pd.DataFrame) -> str:
    most = rows.groupby("text", sort=False)["value"].sum()
    kinds = rows[rows["value"] > 0].groupby("text", sort=False).size()
    return (
        f"{most.index[0]} makes the most claims, {most.iloc[0]}. See how many types one text "
        f"mixes: {kinds.idxmax()} has {kinds.max()}. Where a number does not fit into its part of "
        "a bar, the table has it."
    )


def evidence_offered(**filters: Any) -> alt.LayerChart:
    """Draw which evidence comes with claims of each type, as a grid of numbers.

    Parameters
    ----------
    **filters
        Columns of claims and the values to keep, such as ``doc="jones-2014-cavalry"``.

    Returns
    -------
    altair.LayerChart
        One row a type, one column a kind of evidence; a darker cell has more claims.

    Raises
    ------
    TypeError, ValueError
        If a filter names no column or no value of it; the message names the nearest.

    Notes
    -----
    Source: the claims coded for the course, as ``load_claims`` gives them.
    """
    claims = load_claims(**filters)
    kinds = list(claims["evidence_offered"].cat.categories)
    rows = place_cells(
        _count(claims, "claim_type", "evidence_offered", kinds), "claim_type", "group"
    )
    rows = rows.assign(fill=_shade(rows["value"]), ink=INK)
    return complete(
        give(draw_grid(rows), data=rows),
        title="Claims by type, and the evidence offered with them",
        unit=f"Number of claims{_say_filters(filters)}",
        description=_describe_evidence(rows),
        notice=_notice_evidence(rows),
        misreading=(
            "“None” means that the text offers no evidence at that place. It does not mean that "
            "the claim is false, and offered evidence need not be good."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[_CODED, CHOICE],
        table={
            "caption": f"Claims by type and by evidence offered{_say_filters(filters)}",
            "file": "evidence_offered",
            "columns": {"claim_type": "Type of claim"},
            "group": "group",
        },
        sides=20,
    )


def _shade(values: pd.Series) -> list[str]:
    strong = values / max(values.max(), 1) * _LIGHTEST
    return ["#" + "".join(f"{round(255 - (255 - part) * share):02x}" for part in _BLUE)
            for share in strong]  # fmt: skip


def _describe_evidence(rows: pd.DataFrame) -> str:
    kinds = rows.groupby("group", sort=False)["value"].sum()
    none = kinds.get("none", 0)
    others = ", ".join(
        f"{name} {count}"
        for name, count in kinds.sort_values(ascending=False).items()
        if name != "none"
    )
    return f"{none} of {kinds.sum()} claims offer no evidence. The others offer: {others}."


def _notice_evidence(rows: pd.DataFrame) -> str:
    most = rows.loc[rows["value"].idxmax()]
    empty = int((rows["value"] == 0).sum())
    return (
        f"Most claims stand where the row “{most['claim_type']}” meets the column "
        f"“{most['group']}”: {most['shown']}. {_say_empty(empty)}"
    )


def _say_empty(cells: int) -> str:
    if not cells:
        return "Each kind of claim comes with each kind of evidence."
    return f"{cells} cells hold a zero: which kinds of claim never come with which evidence?"
