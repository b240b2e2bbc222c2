"""Lines of the omit list are found in one pass, as if each were sought on its own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from swteach.corpus.layout import find_omissions, lay_out
from swteach.corpus.listing import read_manifest
from swteach.corpus.manifest import Text
from swteach.corpus.omissions import Omission
from swteach.corpus.places import Span
from swteach.corpus.readers import Page, open_page
from swteach.corpus.tidy import bullet_end


def make_text(doc_id: str) -> Text:
    """Make a row of a manifest."""
    return Text(doc_id, "page.txt", "", "", None, None, "", "manifest.csv", 2)


def fits(marker: str, line: str) -> bool:
    """Say what omit.csv promises: five words or more open a line, fewer are the whole of it."""
    own = line[bullet_end(line) :]
    if marker.count(" ") < 4:
        return marker in (line, own)
    return any(f"{one} ".startswith(f"{marker} ") for one in (line, own))


@pytest.mark.parametrize("seed", range(40))
def test_lines_are_those_found_one_by_one(tmp_path: Path, seed: int) -> None:
    """Random pages and lists: the lines left out, and the rows that fit badly, are the same."""
    chance = random.Random(seed)
    lines = [
        " ".join(chance.choices(["a", "b", "1.", "\u2022"], [4, 2, 1, 1], k=chance.randint(1, 9)))
        for _ in range(60)
    ]
    (tmp_path / "page.txt").write_text("\n".join(lines), encoding="utf-8")
    edges = sorted(chance.sample(range(1, 60), 6))
    spans = [
        Span(make_text(doc_id), (first, 0), (last, 0))
        for doc_id, first, last in zip("stuv", edges, [edges[3], *edges[1:4]], strict=False)
    ]
    rows = [
        Omission("page.txt", chance.choice(["", *"stuvw"]), line, "x", "omit.csv", number)
        for number, line in enumerate(chance.choices([*lines, "a a a a a", "b b"], k=50), 2)
    ]
    ranges = {span.text.doc_id: (span.start[0], span.end[0]) for span in spans}
    expected: dict[int, set[str]] = {}
    bad: list[int] = []
    for row in rows:
        first, last = ranges.get(row.doc_id, (1, 60))
        found = [
            number
            for number, line in enumerate(lines, 1)
            if first <= number <= last and fits(row.line_marker, line)
        ]
        for number in found:
            expected.setdefault(number, set()).add(row.doc_id if row.doc_id in ranges else "")
        several = len({lines[number - 1] for number in found}) > 1
        if not found or (several and (row.doc_id in ranges or not row.doc_id)):
            bad.append(row.line)
    left_out, problems = find_omissions(open_page(tmp_path, "page.txt"), rows, spans)
    assert left_out == expected
    assert sorted(problem.line for problem in problems) == bad


def test_long_list_reads_the_page_no_more_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two lines to leave out or two hundred: the page is gone through as often."""
    lines = [f"Line {number} of the page" for number in range(200)]
    (tmp_path / "page.txt").write_text("\n".join(lines), encoding="utf-8")
    head = "doc_id,source_file,start_marker,end_marker\na,page.txt,,\n"
    (tmp_path / "manifest.csv").write_text(head, encoding="utf-8")
    passes = []
    real = Page.blocks
    monkeypatch.setattr(Page, "blocks", lambda page: passes.append(page.name) or real(page))
    counts = []
    for some in (lines[:2], lines):
        rows = "".join(f"page.txt,a,{line},x\n" for line in some)
        omit = tmp_path / "omit.csv"
        omit.write_text(f"source_file,doc_id,line_marker,kind\n{rows}", encoding="utf-8")
        texts, omissions = read_manifest(tmp_path / "manifest.csv", omit)
        passes.clear()
        _, left_out = lay_out(open_page(tmp_path, "page.txt"), texts, omissions)
        assert len(left_out) == len(some)
        counts.append(len(passes))
    assert counts[0] == counts[1]
