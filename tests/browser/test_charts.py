"""Every chart in a real JupyterLab: drawn, labelled, whole, readable, in each theme and width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import pytest
from drawn import (
    NOTEBOOK,
    PROBE,
    SHOTS,
    Shot,
    draw_all,
    find_faults,
    open_all,
    photograph,
    redraw,
    set_theme,
    stop_kernel,
    wait_for,
    write_notebook,
    write_sheet,
)
from lab import Lab

pytestmark = pytest.mark.browser

SHEET = Path(__file__).parents[2] / "ci-artefacts" / "contact-sheet.png"


@pytest.fixture(scope="module")
def charts() -> dict[str, Any]:
    """Return every chart."""
    return draw_all()


@pytest.fixture(scope="module")
def page(browser, server: str, workspace: Path, charts: dict[str, Any]) -> Iterator[Lab]:
    """Give a JupyterLab in which the notebook of all charts is open."""
    write_notebook(charts, workspace / NOTEBOOK)
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    lab = Lab(context.new_page(), server, workspace)
    open_all(lab, len(charts))
    yield lab
    set_theme(lab, "JupyterLab Light")
    context.close()


@pytest.fixture(scope="module")
def seen(page: Lab, charts: dict[str, Any], tmp_path_factory: Any) -> dict[Shot, Any]:
    """Measure every chart in each window, and put its pictures on one sheet."""
    folder = tmp_path_factory.mktemp("pictures")
    measured, pictures = {}, {}
    for shot in SHOTS:
        redraw(page, shot, len(charts))
        measured[shot] = page.page.evaluate("() => chartProbe.measure()")
        pictures[shot] = photograph(page, folder, shot, len(charts))
    sheet = folder / "sheet.html"
    sheet.write_text(write_sheet(list(charts), pictures), encoding="utf-8")
    SHEET.parent.mkdir(exist_ok=True)
    _print_sheet(page, sheet)
    return measured


def _print_sheet(lab: Lab, sheet: Path) -> None:
    page = lab.page.context.new_page()
    page.set_viewport_size({"width": 2200, "height": 900})
    page.goto(sheet.as_uri())
    page.screenshot(path=SHEET, full_page=True)
    page.close()


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_chart_is_whole(shot: Shot, seen: dict[Shot, Any], charts: dict[str, Any]) -> None:
    """No words overlap, are cut off or small, and no chart is wider than its page."""
    faults = {name: find_faults(one) for name, one in zip(charts, seen[shot], strict=True)}
    said = [f"{name}: {found}" for name, found in faults.items() if found]
    assert said == [], "\n".join(said)


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_chart_has_its_label(
    shot: Shot, seen: dict[Shot, Any], charts: dict[str, Any]
) -> None:
    """A screen reader hears each chart's description, and nothing else in its place."""
    assert [one["label"] for one in seen[shot]] == [c.description for c in charts.values()]


def test_console_is_silent(page: Lab, seen: dict[Shot, Any]) -> None:
    """Drawing every chart in every window leaves no error and no warning."""
    assert len(seen) == len(SHOTS)
    assert page.our_messages() == []


# JupyterLab takes the arrow keys of a closed menu for itself, but not those of a number.
KEYS = {
    "base_year": [("Space", "ArrowDown", "Enter")],
    "odds_and_chances": [("ArrowDown",), ("ArrowUp", "ArrowUp"), ("Control+a", "7", "2")],
}


@pytest.mark.parametrize("name", KEYS)
def test_controls_work_by_keyboard(name: str, page: Lab, charts: dict[str, Any]) -> None:
    """A menu and a number are set by keys alone, and the notebook stays as it was."""
    redraw(page, SHOTS[0], len(charts))
    number = list(charts).index(name)
    control = f"chartProbe.controls({number})[0]"
    page.page.evaluate(f"() => {{ {control}.scrollIntoView(); {control}.focus(); }}")
    state = page.state()
    for keys in KEYS[name]:
        value, words = _read_control(page, number)
        for key in keys:
            page.page.keyboard.press(key)
            page.page.wait_for_timeout(200)
        now, drawn = _read_control(page, number)
        assert now != value
        assert drawn != words
        assert page.state() == state


def _read_control(lab: Lab, number: int) -> tuple[str, list[str]]:
    value = lab.page.evaluate("(n) => chartProbe.controls(n)[0].value", number)
    texts = lab.page.evaluate("(n) => chartProbe.measure()[n].texts", number)
    return value, [text["words"] for text in texts]


def test_controls_are_as_large_as_the_text(lab: Lab) -> None:
    """Run in a notebook, a control and its words are 16 pixels, named, and 24 pixels tall."""
    names = ("base_year", "odds_and_chances", "grades_by_sector")
    cells = [f"import swteach as sw\nsw.show(sw.charts.{name}())" for name in names]
    lab.write("controls.ipynb", *cells)
    lab.open("controls.ipynb")
    lab.run_all()
    lab.page.evaluate(PROBE)
    wait_for(lab, len(names))
    for number in range(len(names)):
        control = lab.page.evaluate("(n) => chartProbe.describe(n)", number)
        assert control["sizes"] == ["16px", "16px"], names[number]
        assert control["height"] >= 24
        assert control["label"].strip()
    assert lab.our_messages() == []


def test_faults_would_be_found(lab: Lab) -> None:
    """A chart whose words are small, over one another and too wide for the page is seen to be."""
    rows = [{"x": x, "word": word * 30} for x, word in ((1, "one "), (1.1, "two "))]
    bad = alt.Chart({"values": rows}, width=1500, height=200).mark_text(fontSize=9)
    write_notebook({"bad": bad.encode(x="x:Q", text="word:N")}, lab.workspace / "bad.ipynb")
    open_all(lab, 1, "bad.ipynb")
    faults = find_faults(lab.page.evaluate("() => chartProbe.measure()")[0])
    assert set(faults) == {"overlapping", "small", "pixels beyond the page"}


def test_charts_answer_with_the_kernel_stopped(page: Lab, charts: dict[str, Any]) -> None:
    """Each menu and number below a chart redraws it in the browser, without Python."""
    redraw(page, SHOTS[0], len(charts))
    stop_kernel(page)
    answered = {name: _answers(page, n) for n, name in enumerate(charts) if _count(page, n)}
    assert {"base_year", "odds_and_chances", "grades_by_sector"} <= set(answered)
    assert all(answered.values()), answered


def _count(lab: Lab, number: int) -> int:
    return lab.page.evaluate("(number) => chartProbe.controls(number).length", number)


def _answers(lab: Lab, number: int) -> bool:
    """Set every control of a chart to another value; return whether each changed the picture."""
    return all(
        lab.page.evaluate("([n, m]) => chartProbe.change(n, m)", [number, control])
        for control in range(_count(lab, number))
    )
