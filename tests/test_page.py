"""Tables and disclosures a screen reader can follow, with the same in plain text."""

from __future__ import annotations

import re

import pandas as pd

from swteach.page import MISSING, disclose, link, scroll, table, tabulate


def test_table_has_caption_and_scoped_headers():
    """A table names itself, its columns and its rows."""
    shown = table(pd.DataFrame({"Year": ["2019"], "Homes": [2304]}), "Homes by year")
    assert re.search("<caption [^>]*>Homes by year</caption>", shown.html)
    assert re.search('<th scope="col" [^>]*>Homes</th>', shown.html)
    assert shown.html.count('scope="row"') == 1
    assert "2,304" in shown.html


def test_plain_text_says_the_same_as_the_html():
    """A reader without a browser gets every cell, and no memory address."""
    shown = table(pd.DataFrame({"Year": ["2019"], "Share": [18.1]}), "Shares")
    assert repr(shown) == "Shares\nYear: 2019; Share: 18.1"


def test_gaps_are_named_not_left_blank():
    """A missing value is said in words."""
    shown = table(pd.DataFrame({"Year": ["2018"], "Homes": [float("nan")]}), "Gap")
    assert MISSING in shown.html
    assert MISSING in shown.text


def test_words_from_data_are_never_markup():
    """Angle brackets and quotes in a cell, a caption or an address stay text."""
    shown = table(pd.DataFrame({"a": ["<script>x</script>"]}), "<b>c</b>")
    assert "<script>" not in shown.html and "<b>" not in shown.html
    assert '"' not in link("t", 'https://e.org/"onclick="x').split('href="')[1].split('">')[0]
    assert disclose("<p>x</p>", "<i>") == "<details><summary>&lt;i&gt;</summary><p>x</p></details>"


def test_what_stands_below_a_row_spans_the_table():
    """A long text gets the whole width, right after the row it belongs to."""
    html = tabulate("c", ["a", "b"], [["1", "2"], ["3", "4"]], ["<p>one</p>", "<p>two</p>"])
    assert html.count('colspan="2"') == 2
    assert html.index(">2<") < html.index("<p>one</p>") < html.index(">3<")


def test_dates_and_missing_numbers_are_said_in_words():
    """A date reads as people write it, and a missing whole number is named."""
    frame = pd.DataFrame(
        {"When": pd.to_datetime(["2014-09-10"]), "Grades": pd.array([None], "Int64")}
    )
    assert table(frame, "t").text == f"t\nWhen: 10 September 2014; Grades: {MISSING}"


def test_numbers_of_one_column_have_the_same_decimals():
    """16.0 stands beside 16.3, a gap between them is named, and whole numbers stay whole."""
    frame = pd.DataFrame(
        {
            "Rate": [16.0, 16.3, float("nan"), 1200.25],
            "Homes": [2304.0, 7.0, 1.0, 0.0],
            "Mixed": [3, "none", 1500, 2.5],
        }
    )
    lines = table(frame, "t").text.splitlines()[1:]
    told = [[cell.split(": ")[1] for cell in line.split("; ")] for line in lines]
    assert [row[0] for row in told] == ["16.00", "16.30", MISSING, "1,200.25"]
    assert [row[1] for row in told] == ["2,304", "7", "1", "0"]
    assert [row[2] for row in told] == ["3", "none", "1,500", "2.5"]


def test_a_wide_table_scrolls_in_a_box_that_keys_reach():
    """The box has a name and takes the focus, and a quote in its name ends nothing."""
    html = scroll("<p>x</p>", 'a "b"', 680)
    assert 'tabindex="0" role="region" aria-label="a &quot;b&quot;"' in html
    assert "overflow-x:auto" in html and '<div style="min-width:680px"><p>x</p></div>' in html
