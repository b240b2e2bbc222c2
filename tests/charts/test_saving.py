"""A saved chart: labelled, the same each time, whole or not there, and made without a network."""

from __future__ import annotations

import struct
import sys
import zlib
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import altair as alt
import pytest
from chart_calls import CALLS, draw

import swteach as sw
from swteach.charts import saving
from swteach.charts.twin import make_csv

SVG = "{http://www.w3.org/2000/svg}"
# A line chart with panels or none, bars, a grid with text, one with a list to choose from.
KINDS = ["provider", "words_by_voice", "evidence_offered", "base_year", "timeline"]


@pytest.fixture
def chart() -> Any:
    """Return one chart."""
    return sw.charts.homes_and_places()


def read_notes(png: bytes) -> dict[str, str]:
    """Return the text that a PNG carries, having checked the sum of every part."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    place, notes = 8, {}
    while place < len(png):
        (length,) = struct.unpack(">I", png[place : place + 4])
        body = png[place + 4 : place + 8 + length]
        assert zlib.crc32(body) == struct.unpack(">I", png[place + 8 + length :][:4])[0]
        if body[:4] == b"iTXt":
            word, _, rest = body[4:].partition(b"\0")
            notes[word.decode()] = rest.split(b"\0", 4)[-1].decode()
        place += 12 + length
    return notes


@pytest.mark.parametrize("name", KINDS)
def test_svg_says_what_it_shows(name: str, tmp_path: Path) -> None:
    """The root of an SVG is one image with the description, a title and a language."""
    chart = draw(name, CALLS[name])
    root = ElementTree.parse(sw.save(chart, tmp_path / "chart.svg")).getroot()
    said = {key: root.get(key) for key in ("role", "aria-label", "lang")}
    assert said == {"role": "img", "aria-label": chart.description, "lang": "en-GB"}
    assert root[0].tag == f"{SVG}title"
    assert root[0].text == chart.title.text
    assert not [part for part in root.iter() if part.get("aria-label") and part is not root]


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("ending", [".svg", ".png", ".csv"])
def test_saving_again_gives_the_same_bytes(name: str, ending: str, tmp_path: Path) -> None:
    """A chart made and saved again changes no byte, so that a difference means a difference."""
    files = [sw.save(draw(name, CALLS[name]), tmp_path / f"{n}{ending}") for n in (1, 2)]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_svg_asks_for_fonts_that_any_machine_has(chart: Any) -> None:
    """One font for all words, measured with a font that comes along; nothing is loaded."""
    svg = saving.make_svg(chart)
    assert svg.count("font-family") == 1
    assert "Liberation Sans" in svg
    addresses = {part.partition('"')[0] for part in svg.split('="http')[1:]}
    assert addresses == {"://www.w3.org/2000/svg", "://www.w3.org/1999/xlink"}


def test_png_is_large_and_carries_its_words(chart: Any, tmp_path: Path) -> None:
    """A PNG has twice the pixels of the page, and its title and description inside."""
    png = sw.save(chart, tmp_path / "chart.png").read_bytes()
    assert read_notes(png) == {"Title": chart.title.text, "Description": chart.description}
    wide = ElementTree.fromstring(saving.make_svg(chart)).get("width")
    assert struct.unpack(">I", png[16:20])[0] == 2 * int(wide)


@pytest.mark.parametrize("name", CALLS)
def test_csv_is_the_table(name: str, tmp_path: Path) -> None:
    """The saved table is the one that the page offers for download."""
    chart = draw(name, CALLS[name])
    path = sw.save(chart, str(tmp_path / "chart.CSV"))
    assert path.read_bytes().decode("utf-8") == make_csv(chart)


@pytest.mark.parametrize("name", ["chart.pdf", "chart", "chart.svg.gz"])
def test_other_endings_are_refused(chart: Any, name: str, tmp_path: Path) -> None:
    """The message repeats the name and lists what can be saved."""
    with pytest.raises(ValueError, match=rf"'{name}'.*\.svg, \.png, \.csv"):
        sw.save(chart, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(chart: Any, tmp_path: Path) -> None:
    """The message says which folder is not there."""
    with pytest.raises(FileNotFoundError, match=r"no folder '.*slides'"):
        sw.save(chart, tmp_path / "slides" / "chart.csv")


def test_a_chart_without_words_is_refused(tmp_path: Path) -> None:
    """A picture without description would say nothing to a reader who cannot see it."""
    bare = alt.Chart({"values": [{"a": 1}]}).mark_point().encode(x="a:Q")
    with pytest.raises(ValueError, match="no title, no description"):
        sw.save(bare, tmp_path / "chart.csv")


def test_without_the_extra_the_message_says_what_to_install(
    chart: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture asks for the extra by name, leaves no file, and a table does without it."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    with pytest.raises(ImportError, match=r"pip install 'swteach\[build\]'"):
        sw.save(chart, tmp_path / "chart.svg")
    assert [sw.save(chart, tmp_path / "chart.csv")] == list(tmp_path.iterdir())


def test_never_half_a_file(chart: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where writing fails the old file stays whole and nothing lies beside it."""
    path = sw.save(chart, tmp_path / "chart.csv")
    before = path.read_bytes()

    def fail_half_way(self: Path, data: bytes) -> None:
        with self.open("wb") as file:
            file.write(data[:10])
        raise OSError("the disk is full")

    monkeypatch.setattr(Path, "write_bytes", fail_half_way)
    with pytest.raises(OSError, match="disk is full"):
        sw.save(sw.charts.provider(), path)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before
