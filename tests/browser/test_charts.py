"""Every chart in a real JupyterLab: drawn, labelled, whole, readable, in each theme and width."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import altair as alt
import pytest
from drawn import (
    NOTEBOOK,
    SHOTS,
    Shot,
    draw_all,
    find_faults,
    open_all,
    photograph,
    redraw,
    set_theme,
    stop_kernel,
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


# What a native menu and a native slider offer where JupyterLab takes the arrow keys for itself.
KEYS = {"base_year": ("Space", "ArrowDown", "Enter"), "odds_and_chances": ("PageDown",)}


@pytest.mark.parametrize("name", KEYS)
def test_controls_work_by_keyboard(name: str, page: Lab, charts: dict[str, Any]) -> None:
    """A menu and a slider are set by keys alone, and the notebook stays as it was."""
    redraw(page, SHOTS[0], len(charts))
    number = list(charts).index(name)
    control = f"chartProbe.controls({number})[0]"
    page.page.evaluate(f"() => {{ {control}.scrollIntoView(); {control}.focus(); }}")
    state, value = page.state(), page.page.evaluate(f"() => {control}.value")
    for key in KEYS[name]:
        page.page.keyboard.press(key)
        page.page.wait_for_timeout(200)
    assert page.page.evaluate(f"() => {control}.value") != value
    assert page.state() == state


def test_faults_would_be_found(lab: Lab) -> None:
    """A chart whose words are small, over one another and too wide for the page is seen to be."""
    rows = [{"x": x, "word": word * 30} for x, word in ((1, "one "), (1.1, "two "))]
    bad = alt.Chart({"values": rows}, width=1500, height=200).mark_text(fontSize=9)
    write_notebook({"bad": bad.encode(x="x:Q", text="word:N")}, lab.workspace / "bad.ipynb")
    open_all(lab, 1, "bad.ipynb")
    faults = find_faults(lab.page.evaluate("() => chartProbe.measure()")[0])
    assert set(faults) == {"overlapping", "small", "pixels beyond the page"}


def test_charts_answer_with_the_kernel_stopped(page: Lab, charts: dict[str, Any]) -> None:
    """Each menu and slider below a chart redraws it in the browser, without Python."""
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
