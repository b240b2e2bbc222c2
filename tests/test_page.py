"""Tables and disclosures a screen reader can follow, with the same in plain text."""

from __future__ import annotations

import pandas as pd

from swteach.page import MISSING, disclose, link, table


def test_table_has_caption_and_scoped_headers():
    """A table names itself, its columns and its rows."""
    shown = table(pd.DataFrame({"Year": ["2019"], "Homes": [2304]}), "Homes by year")
    assert "<caption>Homes by year</caption>" in shown.html
    assert '<th scope="col">Homes</th>' in shown.html
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
