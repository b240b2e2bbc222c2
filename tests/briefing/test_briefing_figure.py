"""A chart as a briefing carries it."""

from __future__ import annotations

import re
import sys

import pytest

from swteach import charts
from swteach.briefing_figure import make_figure
from swteach.briefing_file import load_plan


def test_words_are_the_charts_own() -> None:
    """Title, finding, caution and table are those that the chart itself carries."""
    chart, figure = charts.provider(), make_figure("provider")
    assert figure.title == chart.title.text and figure.description == chart.description
    assert figure.caution == chart.usermeta["misreading"]
    assert figure.table.caption == chart.usermeta["table"]["caption"]
    assert len(figure.sources) == len(chart.usermeta["sources"])


def test_pictures_share_no_names() -> None:
    """No picture has ids, so that two in one page cannot meddle with each other."""
    pytest.importorskip("vl_convert")
    for name in {chart for topic in load_plan().topics for chart in topic.charts}:
        svg = make_figure(name).draw()
        assert svg.startswith("<svg") and 'role="img"' in svg and "aria-label=" in svg
        assert not re.search(r'\sid="|url\(#|href=', svg), name


def test_without_the_extra_there_is_no_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pictures cannot be drawn, both kinds are empty and nothing is raised."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    assert make_figure("provider").draw() == "" and make_figure("provider").paint() == b""
