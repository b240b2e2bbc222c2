"""What a lecturer's own notebook put out reaches the site without its style, scripts and files."""

from __future__ import annotations

import pandas as pd

from swteach.editions.site_html import Names
from swteach.editions.site_output import read_output
from swteach.editions.site_prose import write_prose

HOSTILE = (
    '<style>p { color: red }</style><script>alert(1)</script><p onclick="x()" style="color:red">'
    'Kept <a href="javascript:x()">words</a><img src="https://example.org/a.png"></p>'
    '<iframe src="https://example.org">gone</iframe>'
)


def test_scripts_styles_and_pictures_go_and_words_stay() -> None:
    """Of HTML that would run, load or dress, only the words are left."""
    assert read_output(HOSTILE, "data/00", {}) == "<p>Kept <a>words</a></p>"


def test_what_ends_nothing_hides_nothing() -> None:
    """Words after the end of a style that never began are there."""
    assert read_output("</style><p>a</p><title>b</title></script><p>c</p>", "d", {}) == (
        "<p>a</p><p>c</p>"
    )


def test_table_of_pandas_gets_scopes_and_a_box() -> None:
    """Headers that name no scope get one, and the table moves sideways by itself."""
    html = read_output(pd.DataFrame({"a": [1]}, index=["x"]).to_html(), "data/00", {})
    assert '<th scope="col">a</th>' in html and '<th scope="row">x</th>' in html
    assert html.startswith('<div class="scroll" tabindex="0" role="group" aria-label="Table">')


def test_table_to_download_becomes_a_file() -> None:
    """What a page of a notebook carries in an address lies beside the page of the site."""
    files: dict[str, str | bytes] = {}
    address = "data:text/csv;charset=utf-8,a,b%0A1,2%0A"
    link = f'<p><a href="{address}" download="t.csv">Download</a>; run the cell.</p>'
    html = read_output(link, "data/00", files)
    assert files == {"data/00/t.csv": b"a,b\n1,2\n"}
    assert html == '<p><a href="data/00/t.csv" download="">Download</a></p>'


def test_markdown_keeps_html_as_words_and_leads_to_pages() -> None:
    """HTML typed into a text does nothing, and a link to a notebook leads to its page."""
    html = write_prose(
        "# A *b*\n\n<b>x</b> [on](01_a.ipynb#c) [file](../x.py) [![p](q)](r)", Names()
    )
    assert '<h1 id="A-b">A b</h1>' in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html
    assert '<a href="01_a.html#c">on</a>' in html
    assert "../x.py" not in html and "<img" not in html
