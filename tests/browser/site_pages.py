"""The reading edition, built once and served on this machine, for the tests of this folder."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from swteach.editions.site_build import build

ROOT = Path(__file__).parents[2]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing of each request."""


def wait_until_ready(page: Any) -> None:
    """Wait until the scripts of a page are done; a page without any is ready at once."""
    # A selector, for the pages' policy lets no text be run that a function to wait for would be.
    page.wait_for_selector("html[data-ready], html:not(:has(script[src]))", state="attached")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a build of the site."""
    out = tmp_path_factory.mktemp("site")
    build(ROOT, out)
    return out


@pytest.fixture(scope="session")
def site_address(site_folder: Path) -> Iterator[str]:
    """Serve the site on this machine only."""
    handler = partial(_Quiet, directory=str(site_folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def keeping(browser: Any) -> Iterator[Any]:
    """Return a browser that keeps nothing from before."""
    context = browser.new_context()
    yield context
    context.close()


def open_page(context: Any, address: str, name: str) -> Any:
    """Return a page of the site, once its scripts are done."""
    page = context.new_page()
    page.goto(f"{address}/{name.removesuffix('.html')}.html")
    wait_until_ready(page)
    return page
