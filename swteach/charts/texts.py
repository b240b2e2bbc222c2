"""Charts of the course's texts: when they were written, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choices
from swteach.charts.figure import complete
from swteach.charts.grids import draw_grid, place_cells
from swteach.charts.joining import give, join_layers
from swteach.charts.labels import draw_names, measure_names, move_wide, wrap_names
from swteach.charts.library import CHOICE, NO_DATE, load_texts, split_ids
from swteach.charts.theme import COUNCIL, GRID, INK, PAPER, PRIVATE

ISSUES = {
    "Privatisation": "stance_privatisation",
    "Inspection": "stance_inspection",
    "Workforce reform": "stance_workforce_reform",
}
# Colour of a cell and of its words; each cell also says its stance.
_STANCES = {
    "for": (COUNCIL.colour, PAPER),
    "against": ("#f4a261", INK),
    "mixed": ("#d9d9d9", INK),
    "none": (PAPER, INK),
}
_ROW = 22


def texts_in_time(genres: str | Sequence[str] | None = None) -> alt.LayerChart:
    """Draw when each of the course's texts was written, with what is not known of its date.

    Parameters
    ----------
    genres
        Genres to draw, such as ``["opinion", "interview"]``; all by default.

    Returns
    -------
    altair.LayerChart
        One row a text: a dot for a day, a bar for a span in which the text was written, words
        for a text without date.

    Raises
    ------
    ValueError
        If no text of these genres has a date; the message says which genres there are.

    Notes
    -----
    Source: the dates that ``load_documents`` gives, with how each is known.
    """
    rows = _place(load_texts(genres))
    dated = rows.dropna(subset=["date_start"])
    if dated.empty:
        raise ValueError(f"No text of genres {genres!r} has a date.")
    return complete(
        give(_draw(rows), data=rows),
        title="The course's texts in time",
        unit="A dot is a day; a bar is a span in which the text was written.",
        description=_describe_dates(rows, dated),
        notice=_notice_gap(dated),
        misreading=(
            "A gap is silence in this set of texts. It is not silence in the debate, which went "
            "on elsewhere."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[CHOICE],
        table={
            "caption": "When the course's texts were written",
            "file": "texts_in_time",
            "columns": {
                "text": "Text", "date_text": "Date", "mark": "Known to",
                "date_how_known": "How it is known",
            },
        },
        sides=75,
    )  # fmt: skip


def _place(texts: pd.DataFrame) -> pd.DataFrame:
    names = wrap_names(texts["text"])
    steps = measure_names(names) + _ROW
    wide = pd.Series(steps.mean(), index=steps.index).cumsum() - _ROW / 2
    exact = texts["date_start"] == texts["date_end"]
    mark = exact.map({True: "day", False: "span"}).where(texts["date_start"].notna(), NO_DATE)
    kept = ["text", "date_text", "date_start", "date_end", "date_how_known", "genre"]
    return texts[[*kept, "source_id", "caveat", "url"]].assign(
        place=steps.cumsum() - _ROW / 2, wide=wide.round(1), mark=mark, name=names
    )


def _draw(rows: pd.DataFrame) -> alt.LayerChart:
    height = float(rows["place"].max() + _ROW / 2)
    axis = alt.Axis(
        format="%Y",
        tickCount="year",
        title=None,
        labelOverlap="greedy",
        labelSeparation=10,
        labelFlush=False,
        gridColor=GRID,
    )
    x = alt.X("date_start:T", axis=axis, scale=alt.Scale(nice="year"))
    y = alt.Y("place:Q", axis=None, scale=alt.Scale(domain=[height, 0], nice=False))
    seen = [alt.Tooltip("text:N", title="Text"), alt.Tooltip("date_text:N", title="Date")]
    base = alt.Chart().encode(y=y, tooltip=seen)
    span = base.transform_filter("datum.mark == 'span'").mark_rule(
        strokeWidth=9, strokeCap="round", color=PRIVATE.colour
    )
    day = base.transform_filter("datum.mark == 'day'").mark_circle(
        size=110, opacity=1, color=COUNCIL.colour
    )
    layers = [
        span.encode(x=x, x2=alt.X2("date_end:T")),
        day.encode(x=x),
        draw_names("name", y, _ROW / 2 - 2),
    ]
    chart = join_layers(layers, width=600, height=height, name="texts")
    return give(chart, transform=move_wide(rows))


def _describe_dates(rows: pd.DataFrame, dated: pd.DataFrame) -> str:
    counts = rows["mark"].value_counts()
    first, last = dated["date_start"].min().year, dated["date_end"].max().year
    return (
        f"{len(rows)} texts, the earliest of {first} and the latest of {last}: "
        f"{counts.get('day', 0)} dated to the day, {counts.get('span', 0)} only to a span, "
        f"{counts.get(NO_DATE, 0)} undated."
    )


def _notice_gap(dated: pd.DataFrame) -> str:
    ends = dated["date_end"].cummax().shift()
    gap = (dated["date_start"] - ends).idxmax() if len(dated) > 1 else dated.index[0]
    if pd.isna(ends[gap]):
        return f"There is one dated text, of {dated['date_start'].iloc[0].year}."
    return (
        f"The longest stretch without a text runs from {ends[gap].year} to "
        f"{dated['date_start'][gap].year}. See also how many dates are known only roughly, and "
        "how they were worked out: the table says it."
    )


def stances(
    issues: str | Sequence[str] = tuple(ISSUES), genres: str | Sequence[str] | None = None
) -> Any:
    """Draw where each of the course's texts stands on the issues of the course.

    Parameters
    ----------
    issues
        Of ``Privatisation``, ``Inspection`` and ``Workforce reform``.
    genres
        Genres to draw; all by default.

    Returns
    -------
    altair.LayerChart
        One row a text in order of date, one column an issue; each cell says ``for``,
        ``against``, ``mixed`` or ``none``.

    Raises
    ------
    ValueError
        If an issue or genre is unknown; the message says which there are.

    Notes
    -----
    Source: the coding of the texts for the course, as ``load_documents`` gives it.
    """
    issues = check_choices("issues", issues, list(ISSUES))
    rows = place_cells(_read_stances(load_texts(genres), issues), "text", "group")
    return complete(
        give(draw_grid(rows), data=rows),
        title="Where the texts stand",
        unit="Stance of each text, as coded for this course, in order of date",
        description=_describe_stances(rows),
        notice=_notice_stances(rows),
        misreading=(
            "“None” means that the text does not take a side there, not that its author has no "
            "view. And a count of texts is not a count of people: some wrote several."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[CHOICE],
        table={
            "caption": "Stance of each text on each issue",
            "file": "stances",
            "columns": {"text": "Text"},
            "group": "group",
        },
        sides=20,
    )


def _read_stances(texts: pd.DataFrame, issues: Sequence[str]) -> pd.DataFrame:
    parts = [
        texts.assign(group=issue, shown=texts[ISSUES[issue]].astype("str"), order=texts.index)
        for issue in dict.fromkeys(issues)
    ]
    rows = pd.concat(parts).sort_values("order", kind="stable").reset_index(drop=True)
    rows = rows[["text", "group", "shown", "source_id", "caveat", "url"]]
    fills = rows["shown"].map(lambda stance: _STANCES[stance][0])
    return rows.assign(fill=fills, ink=rows["shown"].map(lambda stance: _STANCES[stance][1]))


def _describe_stances(rows: pd.DataFrame) -> str:
    counts = rows.groupby(["group", "shown"], sort=False).size()
    said = [
        f"{issue.lower()}: "
        + ", ".join(f"{counts.get((issue, stance), 0)} {stance}" for stance in _STANCES)
        for issue in dict.fromkeys(rows["group"])
    ]
    return f"Stances of {rows['text'].nunique()} texts. On {'; on '.join(said)}."


def _notice_stances(rows: pd.DataFrame) -> str:
    first = rows["group"].iloc[0]
    mine = rows.loc[rows["group"] == first, "shown"].value_counts()
    sides = mine.get("for", 0), mine.get("against", 0)
    leans = "the two sides have equally many" if sides[0] == sides[1] else "the set leans"
    return (
        f"On {first.lower()}, {sides[0]} texts are for and {sides[1]} "
        f"against: {leans}. Read down a column to see which side is missing, and along a row "
        "to see who takes different sides on different issues."
    )
