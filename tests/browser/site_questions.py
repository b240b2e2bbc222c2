"""The scripts of the site's questions in an empty page, for the tests that ask them something."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from swteach.editions.site_scripts import read_page_scripts

MARKING = ("numbers", "spaces", "mappings", "typed", "canonical_json", "replies", "asking", "seal")
JOURNAL = (
    "sha256",
    "pbkdf2",
    *(f"journal_{name}" for name in ("entry", "file", "pages", "privacy", "copy", "store")),
)
ANSWERING = ("journal", "kept_answers", "answering", "committing", "reflecting", "model")
SCRIPTS = read_page_scripts(*MARKING, "marking", *JOURNAL, *ANSWERING)
# A browser hashes only on addresses that nobody can have changed on the way; nothing is fetched.
ADDRESS, INSECURE = "http://localhost:9/blank.html", "http://swteach.test/blank.html"


@contextmanager
def open_page(browser: Any) -> Iterator[Any]:
    """Open an empty page, of an address that the browser trusts, with the scripts."""
    context = browser.new_context()
    context.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
    page = context.new_page()
    open_scripts(page)
    yield page
    context.close()


def open_scripts(page: Any, address: str = ADDRESS) -> None:
    """Open a page anew; what it stored before is there still."""
    page.goto(address)
    page.add_script_tag(content=SCRIPTS)
