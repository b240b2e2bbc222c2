"""The grid of what each kind of source can say about why people leave: words, no measurements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.figure import complete
from swteach.charts.grids import draw_grid, place_cells
from swteach.charts.joining import give
from swteach.charts.rows import load_rows
from swteach.charts.theme import INK, PAPER
from swteach.charts.trends import find_percent
from swteach.tables import load_claims, load_series

QUESTIONS = ("Does it happen?", "What is it like?", "How common?", "Is it changing?", "Why?")
_FILLS = {"yes": "#b9d3ea", "part": "#e4eef7", "no": PAPER}


class _Kind(NamedTuple):
    name: str
    answers: tuple[str, ...]
    claim: str | None = None
    series: tuple[str, str, str] = ("", "", "")


# The example is a claim or the last figure of a series: its id, geography and part.
_KINDS = {
    "testimony": _Kind(
        "Testimony: one person's account",
        ("yes", "yes", "no", "no", "part"),
        claim="bee-2015-agency-c07",
    ),
    "poll": _Kind(
        "Poll: readers who chose to answer",
        ("yes", "part", "no", "no", "part"),
        series=("sv_not_recommend_employer", "UK or not stated", "all"),
    ),
    "survey": _Kind(
        "Survey: the same people asked again",
        ("yes", "part", "yes", "part", "part"),
        series=("sv_dfe_stressed", "England", "wave 3"),
    ),
    "census": _Kind(
        "Census: every council must count",
        ("yes", "no", "yes", "yes", "no"),
        series=("wf_turnover_rate_fte", "England", "all"),
    ),
}
_JUDGED = (
    "The words in the cells are a judgement made for this course, not a measurement. Argue with "
    "them: which cell would you change, and on what grounds?"
)


def what_sources_can_say(kinds: str | Sequence[str] = tuple(_KINDS)) -> alt.LayerChart:
    """Draw which questions about leaving each kind of source can answer.

    Parameters
    ----------
    kinds
        Kinds of source to draw, of ``testimony``, ``poll``, ``survey`` and ``census``.

    Returns
    -------
    altair.LayerChart
        A grid of words (yes, part, no). An example of each kind, from the course's own record,
        stands under the chart.

    Raises
    ------
    ValueError
        If a kind is unknown; the message says which there are.

    Notes
    -----
    Source: a judgement made for the course; the examples have sources of their own.
    """
    kinds = check_choices("kinds", kinds, list(_KINDS))
    examples = {kind: _find_example(_KINDS[kind]) for kind in kinds}
    rows = place_cells(_fill(kinds, examples), "kind", "group")
    return complete(
        give(draw_grid(rows), data=rows),
        title="Why people leave: what each kind of source can say",
        unit="Can it answer the question: yes, in part, or no?",
        description=_describe(rows),
        notice=(
            "Read down the columns as well as along the rows. No kind of source answers every "
            "question, and what one leaves open another may answer."
        ),
        misreading=(
            "Do not choose one vivid account over a large dull survey, or the reverse, without "
            "looking at the question that you want to answer."
        ),
        sources=rows["source_id"],
        caveats=[_JUDGED],
        key=[said for said, _source in examples.values()],
        table=_TABLE,
        sides=20,
    )


_TABLE: dict[str, Any] = {
    "caption": "What each kind of source can say about why people leave",
    "file": "what_sources_can_say",
    "columns": {"kind": "Kind of source"},
    "group": "group",
}


def _fill(kinds: Sequence[str], examples: dict[str, tuple[str, str]]) -> pd.DataFrame:
    cells = [
        {
            "kind": _KINDS[kind].name,
            "group": question,
            "shown": answer,
            "fill": _FILLS[answer],
            "ink": INK,
            "caveat": "",
            "source_id": examples[kind][1],
        }
        for kind in kinds
        for question, answer in zip(QUESTIONS, _KINDS[kind].answers, strict=True)
    ]
    return pd.DataFrame(cells)


def _find_example(kind: _Kind) -> tuple[str, str]:
    short = kind.name.split(":")[0]
    if kind.claim is not None:
        claim = load_claims(claim=kind.claim).iloc[0]
        return f"{short}: {claim['speaker']} says: {claim['paraphrase']}", claim["doc_id"]
    series, geography, part = kind.series
    row = load_rows(series, geography, [part]).iloc[-1]
    said = load_series(series=series).iloc[0]
    shown = f"{row['value']:.1f}".removesuffix(".0") + ("%" if find_percent([series]) else "")
    title = said["title"].removesuffix(f" ({row['period']})")
    text = f"{short}: {shown} {said['unit_of']}, {row['period']}: “{title}”"
    return f"{text}. {said['misreading']}", row["source_id"]


def _describe(rows: pd.DataFrame) -> str:
    yes = (rows["shown"] == "yes").groupby(rows["group"], sort=False).sum()
    many = rows["kind"].nunique()
    said = [f"“{question}” {number or 'none'}" for question, number in yes.items()]
    return f"How many of {many} kinds of source can answer each question in full: " + (
        f"{', '.join(said)}."
    )
