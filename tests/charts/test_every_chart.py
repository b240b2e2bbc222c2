"""What every chart owes a reader, whichever it is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import altair as alt
import pandas as pd
import pytest
from altair.utils.schemapi import SchemaValidationError
from chart_calls import ALL_CALLS, CALLS, draw, read_layers, read_rows, read_spec

import swteach as sw
from swteach.charts.library import split_ids
from swteach.charts.renderer import bundle
from swteach.charts.rows import LONGEST_STEP, find_sources
from swteach.charts.theme import NAME
from swteach.charts.twin import NO_FIGURE, Twin, make_table

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?%?")
LARGEST_SPEC = 150_000


def find_numbers(text: str) -> set[str]:
    """Return the numbers in a text as they are written."""
    return {number.rstrip(",") for number in NUMBER.findall(text)}


def add_up(twin: Twin) -> set[str]:
    """Return the sums of rows and columns of whole numbers, and how many are not zero."""
    cells = [[cell.replace(",", "") for cell in row[1:]] for row in twin.rows]
    lines = [*cells, *map(list, zip(*cells, strict=True))]
    whole = [[int(cell) for cell in line] for line in lines if all(map(str.isdigit, line))]
    sums = [sum(line) for line in whole]
    columns = [sum(line) for line in whole[-len(twin.columns) + 1 :]]
    filled = [sum(cell > 0 for cell in line) for line in whole]
    totals = [*sums, sum(columns), *filled]
    return {form.format(total) for total in totals for form in ("{}", "{:,}")}


def recompute(chart: Any) -> set[str]:
    """Return every number that the table holds, or that counting or adding it up gives."""
    twin = make_table(chart)
    cells = [cell for row in twin.rows for cell in row]
    counts = [Counter(column).values() for column in zip(*twin.rows, strict=True)]
    dated = (re.search(r"\d{4}", row[0]) for row in twin.rows)
    years = Counter(found[0] for found in dated if found)
    counts.append(Counter(cells).values())
    counted = {len(twin.rows), *years.values(), *(n for column in counts for n in column)}
    held = find_numbers(" ".join([twin.caption, *twin.columns, *cells]))
    return held | set(map(str, counted)) | add_up(twin)


def test_each_name_is_called_here() -> None:
    """A new chart cannot be forgotten by these tests."""
    assert sorted(CALLS) == sorted(sw.charts.__all__)


def test_descriptions_differ() -> None:
    """No two charts are read out with the same words."""
    said = [draw(name, arguments).description for name, arguments in ALL_CALLS]
    assert len(set(said)) == len(said)


def test_description_is_computed_from_the_table(chart: Any) -> None:
    """Every number that is said of a chart stands in its table or counts its rows."""
    said = find_numbers(f"{chart.description} {chart.usermeta['notice']}")
    assert said
    assert said - {"2014"} <= recompute(chart), sorted(said - recompute(chart))


def test_sources_are_of_the_rows_and_resolve(chart: Any) -> None:
    """A chart cites the publications of the rows that it draws, and no other."""
    drawn = set(split_ids(row["source_id"] for row in read_rows(read_spec(chart))))
    assert set(chart.usermeta["sources"]) == drawn
    assert set(find_sources(drawn)["source_id"]) == drawn


def test_table_holds_what_is_drawn(chart: Any) -> None:
    """The table says each figure or event of the chart once, and nothing more."""
    rows, twin = read_rows(read_spec(chart)), make_table(chart)
    fields = list(chart.usermeta["table"]["columns"])
    if chart.usermeta["table"].get("group"):
        drawn = {(row[fields[0]], row["group"], row["shown"]) for row in rows}
        said = {
            (cells[0], group, cell.partition(" (note")[0])
            for cells in twin.rows
            for group, cell in zip(twin.columns[1:], cells[1:], strict=True)
            if cell != NO_FIGURE
        }
    else:
        drawn = {tuple(str(row[field]) for field in fields) for row in rows}
        said = {(cells[0], cells[1].partition(" (note")[0], *cells[2:]) for cells in twin.rows}
        assert len(rows) == len(twin.rows)
    assert said == drawn


def test_shown_is_the_value(chart: Any) -> None:
    """The words of a figure round its value and no more."""
    for row in read_rows(read_spec(chart)):
        if "shown" in row and "value" in row:
            said = float(row["shown"].rstrip("%").replace(",", ""))
            assert said == pytest.approx(row["value"], abs=0.05)


def test_values_are_the_record(chart: Any) -> None:
    """Each figure drawn stands in the observations; worked-out ones name no series."""
    record = sw.load_observations()
    record = record[record["display"] != "hide"].set_index(["series_id", "breakdown", "period_end"])
    for row in read_rows(read_spec(chart)):
        if row.get("series_id") and row["group"] != "Parents and others":
            key = (row["series_id"], row["part"], pd.Timestamp(row["date"]))
            assert record.loc[key, "value"] == row["value"]


def test_no_line_crosses_a_break_or_a_gap(chart: Any) -> None:
    """Within one drawn stretch lies no break of its series and no missing year."""
    spec = read_spec(chart)
    lines = [layer for layer in read_layers(spec) if layer["mark"]["type"] == "line"]
    for line in lines:
        assert line["encoding"]["detail"]["field"] == "segment"
        assert line["encoding"]["color"]["field"] == "group"
    if not lines:
        return
    rows = pd.DataFrame(read_rows(spec))
    rows["date"] = pd.to_datetime(rows["date"])
    breaks = sw.load_breaks()
    for _, stretch in rows.groupby(["group", "segment"]):
        dates = stretch["date"].sort_values()
        mine = breaks.loc[breaks["series_id"].isin(stretch["series_id"]), "at"]
        assert not ((mine > dates.min()) & (mine <= dates.max())).any()
        assert (dates.diff().dropna() <= LONGEST_STEP).all()


def test_axes_of_figures_start_at_zero(chart: Any) -> None:
    """No chart of figures cuts its axis, and no figure lies above it."""
    spec = read_spec(chart)
    layers = [layer for layer in read_layers(spec) if layer["mark"]["type"] in ("line", "bar")]
    axes = [
        layer["encoding"]["x" if layer["mark"].get("orient") else "y"]["scale"]["domain"]
        for layer in layers
    ]
    for layer, (bottom, _) in zip(layers, axes, strict=True):
        # Bars to both sides begin at zero all the same.
        assert bottom == 0 or (bottom < 0 and layer["encoding"]["x2"] == {"datum": 0})
    # Where the page works out what is drawn, the rows are not on the axis.
    if axes and "transform" not in spec:
        last = "end" if "end" in read_rows(spec)[0] else "value"
        assert max(row[last] for row in read_rows(spec)) <= max(top for _, top in axes)


def test_two_renderings_are_the_same_bytes(chart: Any) -> None:
    """Drawing a chart again gives the same bytes, small enough, with no NaN."""
    first, second = (json.dumps(bundle(chart), allow_nan=False) for _ in range(2))
    assert first == second
    assert len(first) < LARGEST_SPEC


def test_another_process_gives_the_same_bytes() -> None:
    """Neither the hash seed nor the order of drawing changes a byte."""
    code = (
        "import hashlib, json, sys, swteach as sw\nfrom swteach.charts.renderer import bundle\n"
        "names = sorted(sw.charts.__all__, reverse=len(sys.argv) > 1)\n"
        "said = {n: json.dumps(bundle(getattr(sw.charts, n)())) for n in names}\n"
        "print(hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest())"
    )
    root = str(Path(sw.__file__).resolve().parent.parent)
    done = [
        subprocess.run(
            [sys.executable, "-c", code, *extra],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": root, "PATH": "", "HOME": "/nowhere"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed, extra in (("1", []), ("2", ["back"]))
    ]
    assert done[0] == done[1] != ""


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, without their full stops."""
    return [sentence.rstrip(".") for sentence in re.split(r"(?<=\.) (?=[A-Z])", text)]


def test_caveats_of_every_series_are_said(chart: Any) -> None:
    """Each sentence of the caveat of each series drawn stands beside the chart.

    A chart of one year may leave out what is about other years alone.
    """
    ids = [name for name in chart.data.get("series_id", pd.Series(dtype=str)).unique() if name]
    said = {one for caveat in chart.usermeta["caveats"] for one in split_sentences(caveat)}
    owed = sw.load_series(series=ids)["caveat"].dropna() if ids else []
    missing = {one for caveat in owed for one in split_sentences(caveat)} - said
    years = set(pd.to_datetime(chart.data["date"]).dt.year) if missing else set()
    named = [set(map(int, re.findall(r"20\d\d", one))) for one in missing]
    assert all(len(years) == 1 and others and not others & years for others in named), missing


def test_caveats_of_figures_without_a_series_are_said() -> None:
    """The chart whose rows are worked out from one figure says that figure's caveat."""
    owed = sw.load_series(series="bm2022_or")["caveat"].iloc[0]
    assert owed in sw.charts.odds_and_chances().usermeta["caveats"]


def test_altair_accepts_every_chart(chart: Any) -> None:
    """Altair's own check of the whole finds nothing, though the page is made without it."""
    with alt.theme.enable(NAME):
        chart.to_dict(validate=True)


def test_a_wrong_chart_would_be_found() -> None:
    """The check that building leaves out is there to be asked for, and is on for a reader."""
    wrong = sw.charts.provider()
    wrong.layer[-1].mark.align = "sideways"
    with pytest.raises(SchemaValidationError, match="sideways"):
        wrong.to_dict(validate=True)
    with pytest.raises(ValueError, match="no figures for"):
        sw.charts.provider(geography="Wales")
    with pytest.raises(SchemaValidationError, match="sideways"):
        alt.Chart().mark_text(align="sideways")


def test_words_are_there(chart: Any) -> None:
    """Each chart says what to notice and what to beware of, in sentences."""
    for words in (chart.description, chart.usermeta["notice"], chart.usermeta["misreading"]):
        assert not words[0].islower()
        assert words[-1] in ".?"
