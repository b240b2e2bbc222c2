"""The site's charts when a reader points at them or changes them, in a real Chromium."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from test_site import RULES

from swteach.editions.site_build import GALLERY

pytestmark = pytest.mark.browser

LIVE, STILL = "figure[data-uses]", ".scroll > svg"
DRAWN = ".chart-stage svg"
POINTED, CHANGED = "03_delegation_to_profit_caps.html", "04_does_it_matter_who_provides.html"
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
FAILED = "The chart did not load. The still drawing and the table are here."
# Parts with a name of their own, beside the one that the whole drawing has.
SPOKEN = "svg :is([role^=graphics], [aria-label]):not(.root, [aria-hidden=true] *)"
# Of a drawing: shapes that have a size, and words that can be read.
INK = """(svg) => [...svg.querySelectorAll('path, rect, line, text')]
  .filter((node) => node.textContent || node.getBoundingClientRect().width > 2).length"""


class Visit:
    """A page of the site, with all that it asked for and said in the console."""

    def __init__(self, context: Any) -> None:
        self.page, self.asked, self.told = context.new_page(), [], []
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on("console", lambda message: self.told.append(message.text))
        self.page.on("pageerror", lambda error: self.told.append(str(error)))

    def open(self, url: str) -> Any:
        """Go to a page, open all that is folded, and return its live charts."""
        self.page.goto(url)
        self.page.wait_for_selector("html[data-ready]")
        self.page.evaluate(OPEN_ALL)
        return self.page.locator(LIVE)

    def press(self, figure: Any) -> Any:
        """Press a chart's button by key and return the drawing that comes."""
        figure.get_by_role("button").press("Enter")
        figure.locator(DRAWN).wait_for()
        return figure.locator(DRAWN)


@pytest.fixture
def visit(browser: Any) -> Iterator[Visit]:
    """Give a wide window."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Visit(context)
    context.close()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_every_chart_is_drawn_under_the_policy(
    visit: Visit, site_address: str, site_folder: Path, scheme: str
) -> None:
    """Each has marks, the still one's name and role, and focus kept; nothing is refused."""
    base, count = site_address if scheme == "http" else site_folder.as_uri(), 0
    # From a folder the gallery is enough: it loads the charts of nearly every page.
    pages = site_folder.glob("*.html" if scheme == "http" else GALLERY)
    for path in sorted(one for one in pages if "data-uses" in one.read_text("utf-8")):
        for figure in visit.open(f"{base}/{path.name}").all():
            label = figure.locator(STILL).get_attribute("aria-label")
            drawing = visit.press(figure)
            assert drawing.evaluate(INK) > 5, (path.name, label)
            assert label and figure.get_by_role("img", name=label, exact=True).count() == 1
            assert figure.locator(SPOKEN).count() == 0
            assert figure.get_by_role("button").evaluate("(n) => n === document.activeElement")
            count += 1
    assert count > (80 if scheme == "http" else 30)
    loaded = {url.partition("/charts/")[2] for url in visit.asked} - {""}
    assert len(loaded) > 8
    assert visit.told == []
    assert [url for url in visit.asked if not url.startswith((f"{base}/", "data:,"))] == []


def test_nothing_is_loaded_before_it_is_needed(visit: Visit, site_address: str) -> None:
    """A page asks for its style and script; two charts ask for Vega and their data once."""
    figures = visit.open(f"{site_address}/{POINTED}")
    before = [url.rpartition("/")[2] for url in visit.asked if not url.startswith("data:")]
    assert sorted(before) == [POINTED, "site.css", "site.js"]
    for place in range(2):
        visit.press(figures.nth(place))
    after = [url.removeprefix(f"{site_address}/") for url in visit.asked[len(before) :]]
    assert sorted(url for url in after if not url.startswith("data:")) == [
        f"charts/{Path(POINTED).stem}.js",
        "vega.js",
    ]


def test_chart_comes_and_goes_without_moving_the_page(visit: Visit, site_address: str) -> None:
    """What stands below stays where it was, and a second press brings the still one back."""
    for figure in visit.open(f"{site_address}/{POINTED}").all():
        still, height = figure.locator(STILL).inner_html(), figure.bounding_box()["height"]
        visit.press(figure)
        assert figure.bounding_box()["height"] == pytest.approx(height, abs=1)
        figure.get_by_role("button", name="Go back to the still drawing").press("Enter")
        assert figure.locator(STILL).inner_html() == still
        assert figure.locator("[role=status]").text_content() == ""
        assert figure.locator(DRAWN).count() == figure.locator(".chart-tip").count() == 0


def test_menu_and_number_change_the_drawing_by_keys(visit: Visit, site_address: str) -> None:
    """Tab leads from the button to each setting, which has its label; the drawing follows it."""
    figures = visit.open(f"{site_address}/{CHANGED}")
    pairs = (("graded good", "combobox", "ArrowDown"), ("From odds", "spinbutton", "ArrowUp"))
    for title, role, key in pairs:
        figure = figures.filter(has_text=title).first
        drawing = visit.press(figure)
        setting, before = figure.get_by_role(role), drawing.inner_html()
        assert setting.get_attribute("name")
        visit.page.keyboard.press("Tab")
        assert setting.evaluate("(node) => node === document.activeElement && node.labels[0]")
        visit.page.keyboard.press(key)
        visit.page.wait_for_function(
            "([before, node]) => node.innerHTML !== before", arg=[before, drawing.element_handle()]
        )
    assert visit.told == []


def test_slider_changes_the_drawing_by_keys(visit: Visit, site_address: str) -> None:
    """A chart of a lecturer's with a slider is moved by arrows; no chart of the course has one."""
    slider = {"input": "range", "min": 1, "max": 99, "step": 1, "name": "Of 100: "}

    def put_slider(route: Any) -> None:
        text = route.fetch().text()
        head, _, body = text.partition("] = ")
        known = json.loads(body.rstrip(";\n"))
        signals = known["chart-from-odds-to-chances"]["signals"]
        next(one for one in signals if "bind" in one)["bind"] = slider
        route.fulfill(body=f"{head}] = {json.dumps(known)};", content_type="text/javascript")

    visit.page.route("**/charts/*.js", put_slider)
    visit.open(f"{site_address}/{CHANGED}")
    figure = visit.page.locator("#chart-from-odds-to-chances")
    drawing = visit.press(figure)
    before = drawing.inner_html()
    figure.get_by_role("slider", name="Of 100:").press("ArrowLeft")
    visit.page.wait_for_function(
        "([before, node]) => node.innerHTML !== before", arg=[before, drawing.element_handle()]
    )
    assert figure.locator("[role=status]").text_content() == "The drawing has changed."


def test_failure_leaves_the_drawing_and_says_so(visit: Visit, site_address: str) -> None:
    """Without Vega the still drawing stays with words; a later press finds it again."""
    visit.page.route("**/vega.js", lambda route: route.abort())
    figure = visit.open(f"{site_address}/{POINTED}").first
    still = figure.locator(STILL).inner_html()
    figure.get_by_role("button").press("Enter")
    figure.get_by_text(FAILED).wait_for()
    assert figure.locator(STILL).inner_html() == still
    assert figure.get_by_role("button").text_content() == "Show values by pointing"
    visit.page.unroute("**/vega.js")
    assert visit.press(figure).evaluate(INK) > 5


def test_values_stay_and_can_be_dismissed(visit: Visit, site_address: str) -> None:
    """A resting mouse loads the chart; a mark's values are in its table, stay, and obey Escape."""
    page = visit.page
    visit.open(f"{site_address}/07_more_investigations_less_help.html")
    figure = page.locator("#chart-children-looked-after")
    figure.locator(STILL).hover()
    mark = figure.locator(f"{DRAWN} .mark-symbol path").nth(6)
    mark.hover()
    tip = figure.locator(".chart-tip")
    tip.wait_for()
    values = [line.rpartition(": ")[2] for line in tip.locator("p").all_inner_texts()]
    table = page.locator("#chart-children-looked-after ~ * table").first
    row = table.locator("tr").filter(has=page.get_by_text(values[1], exact=True))
    assert len(values) == 3 and values[2] in row.first.inner_text()
    page.mouse.move(*_middle(tip))
    page.wait_for_timeout(600)  # twice as long as values wait for the pointer
    assert tip.is_visible()
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert visit.told == []


def _middle(node: Any) -> tuple[float, float]:
    box = node.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_finger_near_a_mark_shows_its_values(browser: Any, site_address: str) -> None:
    """On a phone a chart fits the page, and a touch 10 pixels beside a point finds it."""
    options = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
    context = browser.new_context(**options)
    visit = Visit(context)
    visit.open(f"{site_address}/07_more_investigations_less_help.html")
    figure = visit.page.locator("#chart-children-looked-after")
    figure.get_by_role("button").tap()
    drawing = figure.locator(DRAWN)
    drawing.wait_for()
    box = figure.locator(".scroll")
    assert box.evaluate("(node) => node.scrollWidth <= node.clientWidth")
    assert visit.page.evaluate("document.documentElement.scrollWidth") == 360
    mark = drawing.locator(".mark-symbol path").nth(6)
    mark.scroll_into_view_if_needed()
    across, down = _middle(mark)
    visit.page.touchscreen.tap(across, down - 10)
    tip = figure.locator(".chart-tip")
    tip.wait_for()
    inside = tip.bounding_box()
    assert inside["x"] >= 0 and inside["x"] + inside["width"] <= 360
    visit.page.touchscreen.tap(5, down - 10)
    tip.wait_for(state="hidden")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_live_charts_pass_axe(browser: Any, site_address: str, scheme: str) -> None:
    """With every chart of a page live and its settings there, axe finds nothing; paper is white."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    visit = Visit(context)
    for figure in visit.open(f"{site_address}/{CHANGED}").all():
        drawing = visit.press(figure)
        ground = drawing.evaluate("(node) => getComputedStyle(node).backgroundColor")
        assert ground == "rgb(255, 255, 255)"
    visit.page.locator(f"{DRAWN} .mark-symbol path").first.hover(force=True)
    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    result = Axe().run(visit.page, options=options).response
    assert result["testEngine"]["name"] == "axe-core"
    found = [(one["id"], one["nodes"][0]["html"][:120]) for one in result["violations"]]
    context.close()
    assert found == []
