"""The pages of the site beside the notebooks: start, glossary, sources, data, charts."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from html import escape, unescape
from itertools import chain
from pathlib import Path
from typing import Any

from swteach.course import Course, Notebook, Route
from swteach.course_folder import is_own
from swteach.datapackage import DESCRIPTOR, OWN_COURSE, read_package
from swteach.editions.site_chart import Chart, write_chart
from swteach.editions.site_html import Names, bullets, link, say, tabulate_words
from swteach.yamlfile import read_yaml

_LINK = re.compile(r'<a href="(https?://[^"]*)"(?: data-source="([^"]*)")?>([^<]*)</a>')
LEAD = (
    "This is the reading edition of the course. It works in any browser, on a phone, with a screen "
    "reader, on paper and without the internet. It needs no Python, and sends nothing to anyone."
)


def read_name(course: Path) -> str:
    """
    Return the name of the course: what its lecturer chose, or that of its data.

    Raises
    ------
    CourseFileError
        Where the lecturer's own file is damaged.
    """
    own = read_yaml(course / OWN_COURSE) if is_own(course) else None
    chosen = str(own.get("title") or "").strip() if isinstance(own, dict) else ""
    told = json.loads((course / "data" / DESCRIPTOR).read_text(encoding="utf-8"))
    return chosen or str(told["title"])


def write_index(course: Course, name: str, notebooks: Sequence[Notebook], archive: str) -> str:
    """Return the page to start from: every notebook with its minutes, and ways through them."""
    names = Names()
    listed = bullets(
        f"{link(f'{one.number:02} {one.title}', f'{one.file}.html')} ({one.minutes} minutes): "
        f"{escape(one.question)}"
        for one in notebooks
    )
    parts = [names.head(1, name), say(LEAD), names.head(2, "The notebooks"), listed]
    known = {one.number for one in notebooks}
    routes = [route for route in course.routes if known.issuperset(chain(*route.sessions))]
    if routes:
        parts.append(names.head(2, "Ways through the course"))
        parts.append(bullets(_say_route(course, route) for route in routes))
    parts.append(names.head(2, "To take with you"))
    parts.append(f"<p>{link('The whole site as one file (zip)', archive)}: unpack it and open ")
    parts.append("index.html. It works without the internet.</p>")
    return "".join(parts)


def _say_route(course: Course, route: Route) -> str:
    minutes = {one.number: one.minutes for one in course.notebooks}
    sessions = (
        f"{' and '.join(f'{number:02}' for number in session)} "
        f"({sum(minutes.get(number, 0) for number in session)} minutes)"
        for session in route.sessions
    )
    told = f"notebooks {', then '.join(sessions)}. {route.note}"
    return f"<b>{escape(route.title)}:</b> {escape(told)}"


def write_glossary(data: Path) -> str:
    """Return every word of the glossary with its meaning."""
    names = Names()
    items = []
    for row in _read(data / "glossary.csv"):
        own = names.make(row["term"])
        also = f"Also: {row['expansion']}. " if row["expansion"] else ""
        more = f" {link('More on ' + row['term'], row['url'])}" if row["url"] else ""
        items.append(f'<dt id="{escape(own)}">{escape(row["term"])}</dt>')
        items.append(f"<dd>{escape(also + row['definition'])}{more}</dd>")
    return f"{names.head(1, 'Glossary')}<dl>{''.join(items)}</dl>"


def write_sources(data: Path, html: str) -> str:
    """
    Return the sources that the pages show.

    Parameters
    ----------
    data
        The course's data folder.
    html
        All pages that may name a source.
    """
    shown = find_sources(_read(data / "sources.csv"), html)
    lead = f"The {len(shown)} publications that the charts, records and claims of these pages name."
    return f"{Names().head(1, 'Sources')}{say(lead)}{bullets(map(_cite, shown))}"


def find_sources(rows: Sequence[dict[str, str]], html: str) -> list[dict[str, str]]:
    """
    Return the rows of ``sources.csv`` that some pages show.

    Several sources may have one address, the main page of a publisher. So a source counts where a
    link has its id, or its address and title; its address alone is enough where no other has it. A
    source without an address counts where its title stands.
    """
    found = [(unescape(url), own, unescape(words)) for url, own, words in _LINK.findall(html)]
    ids, titled = {own for _, own, _ in found}, {(url, words) for url, _, words in found}
    shared = Counter(row["url"] for row in rows)
    alone = {url for url, _, _ in found if shared[url] == 1}

    def is_shown(row: Mapping[str, str]) -> bool:
        url, title = row["url"], row["title"]
        if not url:
            return escape(title) in html
        return row["source_id"] in ids or (url, title) in titled or url in alone

    return [row for row in rows if is_shown(row)]


def _cite(row: Mapping[str, str]) -> str:
    about = f"{row['publisher']}, {row['published'] or 'undated'}. Licence: {row['licence']}."
    note = f" {row['note']}" if row["note"] else ""
    return f"{link(row['title'], row['url'])}. {escape(about + note)}"


def write_dictionary(data: Path) -> str:
    """Return what each table of the data holds, column by column."""
    names = Names()
    told = json.loads((data / DESCRIPTOR).read_text(encoding="utf-8"))
    parts = [names.head(1, "Data dictionary"), say(str(told.get("description", "")))]
    described: dict[str, Any] = {one["name"]: one for one in told["resources"]}
    for resource in read_package(data).values():
        about = described[resource.name]
        parts.append(names.head(2, str(about.get("title") or resource.name)))
        parts.append(say(f"{about.get('description', '')} File: {resource.path}."))
        rows = [
            [one.name, one.description, one.type, ", ".join(map(str, one.enum))]
            for one in resource.fields
        ]
        heads = ("Column", "Meaning", "Kind", "Values it may have")
        parts.append(tabulate_words(f"Columns of {resource.path}", heads, rows))
    parts.insert(2, names.list_parts())
    return "".join(parts)


def write_gallery(charts: Iterable[Chart], titles: Mapping[str, str]) -> str:
    """
    Return every chart of the course once, with its finding and where it is explained.

    Parameters
    ----------
    charts
        In the order of the pages; the same chart may stand in several.
    titles
        The title of each page, by its file.
    """
    names = Names()
    parts = [names.head(1, "Charts")]
    places: dict[tuple[str, str], list[Chart]] = {}
    for chart in charts:
        places.setdefault((chart.title, chart.finding), []).append(chart)
    parts.append(say(f"The {len(places)} charts of the course, each with what it shows."))
    for same in places.values():
        parts.append(names.head(2, same[0].title))
        parts.append(say(same[0].finding, "In one sentence."))
        parts.append(write_chart(same[0], names.make(same[0].name)))
        where = (
            link(f"Notes, sources and table: {titles[one.page]}", f"{one.page}#{one.name}")
            for one in same
        )
        parts.append(bullets(where))
    parts.insert(2, names.list_parts())
    return "".join(parts)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
