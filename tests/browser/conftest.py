"""A real JupyterLab in a real Chromium, for the tests of this folder."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from lab import Lab
from site_journals import journal_host, open_unit, unit  # noqa: F401  (fixtures of these tests)
from site_pages import keeping, site_address, site_folder  # noqa: F401  (fixtures of these tests)

ROOT = Path(__file__).parents[2]
SETTINGS = {
    # Every cell stays in the page, so that a test can count and photograph them all.
    "@jupyterlab/notebook-extension/tracker": {"windowingMode": "none"},
    # Without these JupyterLab asks for news and updates, from the internet.
    "@jupyterlab/apputils-extension/notification": {
        "fetchNews": "false",
        "checkForUpdates": False,
    },
}


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return Chromium's path, or skip with what to install (fail in CI)."""
    command = [sys.executable, ROOT / "tools" / "find_chromium.py"]
    found = subprocess.run(command, capture_output=True, text=True)
    advice = found.stderr or ("" if find_spec("playwright") else "Run make test-browser.")
    if advice:
        (pytest.fail if os.environ.get("CI") else pytest.skip)(advice)
    return found.stdout.strip()


@pytest.fixture(scope="session")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the notebooks, so that saving in a test never touches the course."""
    folder = tmp_path_factory.mktemp("lab") / "course"
    shutil.copytree(ROOT / "notebooks", folder)
    return folder


@pytest.fixture(scope="session")
def server(workspace: Path) -> Iterator[str]:
    """Start JupyterLab on a free loopback port and give its address with the token."""
    home = workspace.parent
    port, token = _free_port(), "for-these-tests-only"
    log = (home / "server.log").open("w")
    command = [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root"]
    command += ["--expose-app-in-browser", f"--ServerApp.root_dir={workspace}"]
    command += [f"--ServerApp.port={port}", "--ServerApp.ip=127.0.0.1"]
    command += ["--ServerApp.port_retries=0", f"--IdentityProvider.token={token}"]
    process = subprocess.Popen(command, env=_environment(home), stdout=log, stderr=log)
    try:
        _wait(f"http://127.0.0.1:{port}/api?token={token}", process, home / "server.log")
        yield f"http://127.0.0.1:{port}/lab?token={token}"
    finally:
        process.terminate()
        process.wait(30)
        log.close()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[object]:
    """Start Chromium once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def lab(browser, server: str, workspace: Path) -> Iterator[Lab]:
    """Give a fresh page, with a JupyterLab that has nothing open and no journal."""
    for path in workspace.glob("*journal*"):
        path.unlink()
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    yield Lab(context.new_page(), server, workspace)
    context.close()


def _environment(home: Path) -> dict[str, str]:
    settings = home / "settings"
    for plugin, values in SETTINGS.items():
        path = settings / f"{plugin}.jupyterlab-settings"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(values), encoding="utf-8")
    own = {
        "JUPYTERLAB_SETTINGS_DIR": settings,
        "JUPYTERLAB_WORKSPACES_DIR": home / "workspaces",
        "JUPYTER_CONFIG_DIR": home / "config",
        "JUPYTER_RUNTIME_DIR": home / "runtime",
        "IPYTHONDIR": home / "ipython",
    }
    ours = ("SWTEACH_DATA", "SWTEACH_JOURNAL")
    kept = {key: value for key, value in os.environ.items() if key not in ours}
    return {**kept, **{key: str(value) for key, value in own.items()}}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(address: str, process: subprocess.Popen, log: Path) -> None:
    for _ in range(300):
        if process.poll() is not None:
            pytest.fail(f"JupyterLab stopped at once:\n{log.read_text()[-2000:]}")
        try:
            with urllib.request.urlopen(address, timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"JupyterLab did not answer in a minute:\n{log.read_text()[-2000:]}")
