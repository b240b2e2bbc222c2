"""The reading edition in a real Chromium: axe, keys, reflow, and no request to anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from site_pages import wait_until_ready

from swteach.exercises import load_exercises, show_answer

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
  .filter((node) => !node.parentElement.closest('.scroll'))
  .map((node) => `${node.tagName}: ${node.textContent.slice(0, 60)}`)"""
# Text spacing as WCAG 1.4.12 has it.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""
USED = ("button", "textbox", "combobox", "radio", "checkbox", "link", "slider", "img", "spinbutton")
NAMED = """() => {
  const say = (text) => text.split(/\\s+/).filter(Boolean).join(" ");
  const isShown = (one) => one.getClientRects().length;
  const all = (path) => [...document.querySelectorAll(path)].filter(isShown);
  const called = (svg) => say(svg.getAttribute("aria-label"));
  const typed = (unit) => ["textbox", "Your answer", say(unit.textContent)];
  const stem = (node) => say(node.closest("section").querySelector("legend").textContent);
  const titles = (svg) => say(svg.closest("figure").querySelector("figcaption").textContent);
  return [
    ...all("figure svg").map((svg) => ["image", called(svg), titles(svg)]),
    ...all(".question legend").map((legend) => ["group", say(legend.textContent), ""]),
    ...all(".question .swteach-unit").map(typed),
    ...all(".question [type=submit]").map((one) => ["button", say(one.textContent), stem(one)]),
    ...all(".swteach-question summary").map((one) =>
      ["DisclosureTriangle", say(one.textContent), stem(one)]),
  ];
}"""
# Give each question an answer, mostly a wrong one, and ask for the right one; what is then spoken.
SHOW_ALL = """async () => {
  const told = [];
  const pause = () => new Promise((go) => setTimeout(go));
  for (const place of document.querySelectorAll("[data-question]")) {
    place.querySelector("input[type=radio], input[type=checkbox]")?.click();
    for (const box of place.querySelectorAll("input[type=text]")) box.value = "1";
    for (const menu of place.querySelectorAll("select")) menu.selectedIndex = 1;
    place.querySelector("input[name=confidence]")?.click();
    place.querySelector("[type=submit]").click();
    await pause();
    const shower = place.querySelector(".swteach-buttons button:nth-child(2)");
    if (shower.hidden) continue;
    shower.click();
    await pause();
    const status = place.querySelector(".swteach-status");
    const said = status.querySelectorAll("p, li");
    told.push([place.dataset.question, [...said].map((node) => node.textContent)]);
  }
  return told;
}"""
# Of what a page prints: buttons, tables of charts that are folded away, tables cut at the edge.
PRINTED = """() => {
  const all = (path) => [...document.querySelectorAll(`main ${path}`)];
  const isThere = (node) => node.checkVisibility({ contentVisibilityAuto: true });
  const isShown = (node) => isThere(node) && node.getBoundingClientRect().height > 0;
  const tables = all("details:not([open]) > div > .scroll > table");
  const edge = document.documentElement.clientWidth + 1;
  return {
    buttons: all("button").filter(isShown).length,
    tables: tables.length,
    folded: tables.filter((node) => !isShown(node)).length,
    answers: all(".question details p").filter(isShown).length,
    cut: all("table").filter((node) => isShown(node) && node.getBoundingClientRect().right > edge)
      .map((node) => [node.caption.textContent, node.getBoundingClientRect().right]),
  };
}"""
PAPER = {"width": 658, "height": 985}  # A4 in CSS pixels, without the page's margins
Visit = Callable[..., Any]
FOCUS = """() => {
  const node = document.activeElement;
  if (node === document.body) return null;
  // A row of choice shows the focus of its button.
  const row = node.closest('.swteach-option, .swteach-pick');
  const { outlineStyle, outlineWidth } = getComputedStyle(row ?? node);
  const before = window.last;
  window.last = node;
  const { top, bottom, width } = node.getBoundingClientRect();
  return {
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
    inside: width > 0 && bottom > 0 && top < innerHeight,
    after: !before || !!(before.compareDocumentPosition(node) & 4),
    what: `${node.tagName} ${node.textContent.slice(0, 60)}`,
  };
}"""


@pytest.fixture
def pages(site_folder: Path) -> list[str]:
    """Return the names of all pages."""
    return sorted(path.name for path in site_folder.glob("*.html"))


@pytest.fixture(params=["scripts", "no scripts"])
def runs(request: pytest.FixtureRequest) -> bool:
    """Return whether the site's scripts run."""
    return request.param == "scripts"


@pytest.fixture
def shown(runs: bool, pages: list[str], site_folder: Path) -> list[str]:
    """Return the names of all pages; without scripts, of those that are another with them."""
    texts = {name: (site_folder / name).read_text(encoding="utf-8") for name in pages}
    return [name for name in pages if runs or "<script src" in texts[name]]


@pytest.fixture
def visit(runs: bool, browser: Any, site_address: str) -> Iterator[Visit]:
    """Open a page as a browser shows it that runs the site's scripts, or that has none of them."""
    contexts = []

    def open_page(name: str, page: Any = None, **options: Any) -> Any:
        if page is None:
            contexts.append(browser.new_context(**options))
            page = contexts[-1].new_page()
            if not runs:
                page.route("**/*.js", lambda route: route.abort())
        page.goto(f"{site_address}/{name}")
        if runs:
            wait_until_ready(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_pass_axe(visit: Visit, shown: list[str], width: int, scheme: str) -> None:
    """WCAG 2.2 A and AA and best practices, with all that is folded opened: nothing is found."""
    from axe_playwright_python.sync_playwright import Axe

    options = {"runOnly": RULES, "resultTypes": ["violations"]}
    page, found = None, []
    for name in shown:
        page = visit(name, page, viewport={"width": width, "height": 900}, color_scheme=scheme)
        page.evaluate(OPEN_ALL)
        result = Axe().run(page, options=options).response
        assert result["testEngine"]["name"] == "axe-core"
        found += [(name, one["id"], one["nodes"][0]["html"][:120]) for one in result["violations"]]
    assert found == []


@pytest.mark.parametrize("runs", [True, False])
def test_nothing_leaves_the_host(
    browser: Any, site_address: str, pages: list[str], runs: bool
) -> None:
    """Every page asks its own host for style and script, and no other; the policy refuses none."""
    context = browser.new_context(java_script_enabled=runs)
    page, asked, told = context.new_page(), [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: told.append(message.text))
    for name in pages:
        page.goto(f"{site_address}/{name}", wait_until="networkidle")
    assert page.evaluate("getComputedStyle(document.body).maxWidth") == "736px"
    context.close()
    assert [url for url in asked if not url.startswith((f"{site_address}/", "data:,"))] == []
    assert told == []


@pytest.mark.parametrize("spaced", [False, True])
def test_pages_reflow(visit: Visit, shown: list[str], spaced: bool) -> None:
    """At 320 pixels no page moves sideways, with everything opened and with wider spacing too."""
    page, wide = None, []
    for name in shown:
        page = visit(name, page, viewport={"width": 320, "height": 900}, bypass_csp=True)
        page.evaluate(OPEN_ALL)
        if spaced:
            page.add_style_tag(content=SPACED)
        scrolls = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        wide += [(name, scrolls, *page.evaluate(WIDER)[:3])] if scrolls else []
    assert wide == []


def test_skip_link_leads_to_the_content(browser: Any, site_address: str, pages: list[str]) -> None:
    """The first press of Tab shows the link, Enter follows it, and the next Tab is in the page."""
    page = browser.new_page()
    for name in pages:
        page.goto(f"{site_address}/{name}")
        page.keyboard.press("Tab")
        link = page.locator(".skip")
        assert link.evaluate("(node) => node === document.activeElement"), name
        box = link.bounding_box()
        assert box and box["x"] >= 0 and box["y"] >= 0, name
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content", name
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('header')"), name
    page.close()


def test_keys_reach_everything_in_order(visit: Visit, shown: list[str]) -> None:
    """Tab goes through each page in the order of reading, seen at each step, and out at the end."""
    page = None
    for name in shown:
        page = visit(name, page)
        steps = []
        for _ in range(2500):
            page.keyboard.press("Tab")
            step = page.evaluate(FOCUS)
            if step is None or (steps and step["what"] == steps[0]["what"]):
                break  # out of the page, or round to its first link
            steps.append(step)
        else:
            pytest.fail(f"{name}: Tab never came out of the page.")
        assert len(steps) > 17, name
        bad = [one for one in steps if not (one["seen"] and one["inside"] and one["after"])]
        assert bad == [], name


def test_charts_and_questions_are_named_and_described(visit: Visit, shown: list[str]) -> None:
    """In the accessibility tree a drawing is an image, named by its finding, with its title.

    A question is a group that has its words as name; a box for a number tells its unit. Its button
    and its hints stand beside the group, and tell which question they are of.
    """
    page = None
    for name in (one for one in shown if one.startswith("0")):
        page = visit(name, page)
        wanted = [tuple(one) for one in page.evaluate(NAMED)]
        tree = list_tree(page)
        exact, named = set(tree), {(role, called) for role, called, _ in tree}
        assert len(wanted) > 2 and all(called for _, called, _ in wanted), name
        assert [w for w in wanted if (w not in exact if w[2] else w[:2] not in named)] == [], name


def list_tree(page: Any) -> list[tuple[str, str, str]]:
    """Return role, name and description of all that the accessibility tree of a page holds."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    kinds = ("role", "name", "description")
    return [
        tuple(" ".join(str(one.get(kind, {}).get("value", "")).split()) for kind in kinds)
        for one in tree["nodes"]
    ]


def test_everything_to_use_has_a_name(visit: Visit, shown: list[str]) -> None:
    """In the accessibility tree each button, box, menu, link and status of a page is named."""
    page = None
    for name in shown:
        page = visit(name, page)
        page.evaluate(OPEN_ALL)
        used = [(role, called) for role, called, _ in list_tree(page) if role in USED]
        assert len(used) > 15
        assert [role for role, called in used if not called] == [], name


def test_an_answer_that_is_asked_for_is_spoken_whole(browser: Any, site_address: str) -> None:
    """In each question that shows one, the region has the answer, its parts and what is said."""
    page, shown = browser.new_page(), {}
    for number, name in enumerate(one.name for one in sorted(ROOT.glob("notebooks/0*.ipynb"))):
        page.goto(f"{site_address}/{name.replace('.ipynb', '.html')}")
        wait_until_ready(page)
        told = dict(page.evaluate(SHOW_ALL))
        for one in load_exercises(number):
            if one.id in told:
                reply = show_answer(one, attempted=True)
                wanted = [reply.text, *reply.details["lines"], *reply.details["why"]]
                assert told[one.id] == wanted, one.id
                shown.setdefault(one.type, []).append(one.id)
    page.close()
    assert {*shown} == {"choice", "several", "numeric", "order", "match", "verdict"}
    assert sum(map(len, shown.values())) > 80


def test_paper_has_the_tables_and_no_buttons(visit: Visit, shown: list[str]) -> None:
    """What is printed has each chart's table, whole in the page's width, and nothing to press."""
    page, tables = None, 0
    for name in shown:
        page = visit(name, page, viewport=PAPER)
        page.emulate_media(media="print")
        printed = page.evaluate(PRINTED)
        page.emulate_media(media="screen")
        tables += printed.pop("tables")
        assert printed == {"buttons": 0, "folded": 0, "answers": 0, "cut": []}, name
    assert tables > 40
