"""The messy page's file: the course's own, and a lecturer's slips in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.datapackage import find_data
from swteach.messy_page_file import NAME, load_messy_page
from swteach.tables import load_claims, load_documents
from swteach.yamlfile import CourseFileError

OWN = (find_data() / NAME).read_text("utf-8")
# What a page carries besides its text, in docs and in the texts of the course.
KINDS = {
    "cookie banner",
    "advert",
    "byline",
    "caption",
    "pull quote",
    "subheading",
    "related links",
    "comment stamp",
    "the host's recruitment plug",
    "newsletter box",
    "share buttons",
}


def test_the_courses_own_page() -> None:
    """The page has every kind of clutter, enough of the author's words, and a host with a wish."""
    page = load_messy_page()
    body = [line for line in page.lines if line.author]
    assert 20 <= len(page.lines) <= 24 and 7 <= len(body) <= 12
    assert {line.kind for line in page.lines if not line.author} >= KINDS
    assert all(line.reason.endswith(".") for line in page.lines)
    assert "paid" in page.host.wants and "does not make the article wrong" in page.host.fair
    assert page.host.name in page.title


def test_the_look_does_not_tell_the_answer() -> None:
    """The author's lines all look plain, and so does other text, from four kinds at least."""
    page = load_messy_page()
    assert {line.look for line in page.lines if line.author} == {"plain"}
    plain = {line.kind for line in page.lines if line.look == "plain" and not line.author}
    assert len(plain) >= 4


def test_its_names_are_those_of_no_text_of_the_course() -> None:
    """Writer, paper, agency and place stand in no table of texts or claims."""
    said = load_documents().to_csv() + load_claims().to_csv()
    for name in ("Quarrenby", "Yarlmoss", "Pellingstow", "Tollenby"):
        assert name in OWN and name not in said


BYLINE = "  - line: By Ines Quarrenby"


@pytest.mark.parametrize(
    ("old", "new", "words", "at"),
    [
        ("kind: advert", "kind: adverts", 'line 2: kind "adverts" is not known. Did', "adverts"),
        ("look: boxed", "look: box", 'line 1: look "box" is not known.', "look: box"),
        (BYLINE, "  - lines: By Ines", 'line 4: "line" is missing.', "By Ines"),
        ("reason: The host puts", "raeson: The host", 'line 1: "reason" is missing.', "We use"),
        (BYLINE, "  - By Ines\n  - line: x", 'number 4 of "lines" must have', "lines:"),
        (BYLINE, "  - line: The desk that is never yours", "the same words stand on", "The desk"),
        ("body: the author's words", "text: hers", 'kinds: "body" is missing.', "text: hers"),
        ("advert: advert", "advert:", 'kinds: "advert" is missing.', "advert:"),
        ("advert: advert", "advert: 5", '"advert" must be text', "advert: 5"),
        ("  wants: >-", "  want: >-", 'host: "wants" is missing.', "name: Pellingstow"),
        ("\nlines:", "\nline:", '"lines" is missing.', "title:"),
    ],
)
def test_a_slip_is_said_with_its_place(
    tmp_path: Path, old: str, new: str, words: str, at: str
) -> None:
    """Each slip names the file, the line that it is on or belongs to, and what to do."""
    assert old in OWN
    text = OWN.replace(old, new, 1)
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CourseFileError) as caught:
        load_messy_page(tmp_path)
    found = [one for one in caught.value.problems if words in str(one)]
    assert found, str(caught.value)
    assert found[0].file == NAME and found[0].remedy
    assert at in text.splitlines()[found[0].line - 1]


def test_a_page_of_one_sort_is_refused(tmp_path: Path) -> None:
    """A page with nothing by the author, or nothing else, has nothing to be told apart."""
    (tmp_path / NAME).write_text(OWN.replace("kind: body", "kind: plug"), encoding="utf-8")
    with pytest.raises(CourseFileError, match="lines by the author and lines of clutter"):
        load_messy_page(tmp_path)
    (tmp_path / NAME).write_text("- 5", encoding="utf-8")
    with pytest.raises(CourseFileError, match="not the messy page"):
        load_messy_page(tmp_path)


def test_a_line_over_two_lines_is_one_line_of_the_page(tmp_path: Path) -> None:
    """Words that YAML keeps on two lines are joined: the journal keeps a mark for each line."""
    text = OWN.replace(BYLINE, "  - line: |\n      By Ines\n      Quarrenby")
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    assert load_messy_page(tmp_path) == load_messy_page()


def test_a_lecturers_own_kind_is_taken(tmp_path: Path) -> None:
    """A new kind and a line of it need no change to any code."""
    line = "  - line: Skip to the text\n    kind: skip\n    reason: A link for keyboards.\n"
    text = OWN.replace("kinds:\n", "kinds:\n  skip: skip link\n").replace(
        "\nlines:\n", "\nlines:\n" + line
    )
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    first = load_messy_page(tmp_path).lines[0]
    assert (first.text, first.kind, first.author) == ("Skip to the text", "skip link", False)
