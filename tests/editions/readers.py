"""Other programs that read exports: skipped where absent, but not where CI must have them."""

from __future__ import annotations

import importlib
import os
import warnings
from types import ModuleType

import pytest


def need(name: str) -> ModuleType:
    """Import a module of the extra `compare`, or skip the test or module that asks for it."""
    with warnings.catch_warnings():
        # Some are years old; what Python now says of them is nothing that these tests are about.
        warnings.simplefilter("ignore")
        try:
            return importlib.import_module(name)
        except ModuleNotFoundError:
            if os.environ.get("SWTEACH_REQUIRE_EXTRAS") == "1":
                raise
            pytest.skip(f"{name} comes with swteach[compare]", allow_module_level=True)
