"""The page of all charts: current, complete, small, and with words for readers who see none."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType
from typing import Any
from xml.etree import ElementTree

import pytest

import swteach as sw

ROOT = Path(sw.__file__).resolve().parent.parent
LARGEST_FOLDER = 2_000_000


@pytest.fixture(scope="module")
def writer() -> ModuleType:
    """Load the script, which is no part of the package, as a module."""
    spec = importlib.util.spec_from_file_location("gallery", ROOT / "tools/write_gallery.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_current(writer: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    """Page and pictures are what the charts give now: run tools/write_gallery.py if not."""
    assert writer.main(["--check"]) == 0, capsys.readouterr().out


def test_each_chart_has_a_picture_words_and_a_call(writer: ModuleType) -> None:
    """Every chart stands on the page once; its picture's words are the label of the picture."""
    page = writer.PAGE.read_text(encoding="utf-8")
    pictures = re.findall(r"^!\[(.+)\]\(charts/(\w+)\.svg\)$", page, re.MULTILINE)
    assert sorted(name for _, name in pictures) == sw.charts.__all__
    assert re.findall(r"^sw\.show\(sw\.charts\.(\w+)\(\)\)$", page, re.MULTILINE) == [
        name for _, name in pictures
    ]
    for words, name in pictures:
        root = ElementTree.parse(writer.PICTURES / f"{name}.svg").getroot()
        assert root.get("aria-label") == words.replace("\\", "")


def test_pictures_are_small(writer: ModuleType) -> None:
    """All pictures together weigh less than two megabytes."""
    sizes = [path.stat().st_size for path in writer.PICTURES.iterdir()]
    assert len(sizes) == len(sw.charts.__all__)
    assert sum(sizes) < LARGEST_FOLDER


def test_a_changed_or_left_picture_is_seen(
    writer: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """A picture that differs, or of a chart that is no more, makes the page stale; then not."""
    page, folder = tmp_path / "charts.md", tmp_path / "charts"
    monkeypatch.setattr(writer, "PAGE", page)
    monkeypatch.setattr(writer, "PICTURES", folder)
    monkeypatch.setattr(writer, "SECTIONS", {"One": "provider"})
    monkeypatch.setattr(sw.charts, "__all__", ["provider"])
    page.write_text("# Our own words\n", encoding="utf-8")
    assert writer.main([]) == 0
    (folder / "provider.svg").write_text("changed")
    (folder / "gone.svg").write_text("left")
    assert writer.main(["--check"]) == 1
    assert "provider.svg, gone.svg" in capsys.readouterr().out
    assert writer.main([]) == 0 == writer.main(["--check"])
    assert page.read_text(encoding="utf-8").startswith("# Our own words\n\n<!-- Written")


def test_a_chart_without_a_section_is_refused(
    writer: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A new chart must be given its place on the page."""
    monkeypatch.setattr(sw.charts, "__all__", [*sw.charts.__all__, "a_new_one"])
    with pytest.raises(SystemExit, match="differ: a_new_one"):
        writer.sort_charts()
