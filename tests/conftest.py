"""What every test shares: no setting of the machine's own, and the proofs beside the checkout."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
REQUIRE_SHARED = "SWTEACH_REQUIRE_SHARED"


def pytest_configure() -> None:
    """Stop at once where the proofs are required and missing, so that none is skipped unseen."""
    os.environ.pop("SWTEACH_DATA", None)
    os.environ["SWTEACH_JOURNAL"] = tempfile.mkdtemp(prefix="swteach-journal-")
    missing = [name for name in ("facts", "seeds") if not (SHARED / name).is_dir()]
    if os.environ.get(REQUIRE_SHARED) and missing:
        raise pytest.UsageError(f"{REQUIRE_SHARED} is set, and ../shared lacks {missing}")


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of the facts and texts that the data were made from, else skip.

    It lies beside the checkout and is no part of the course; .ci/run requires it.
    """
    if not SHARED.is_dir():
        pytest.skip("../shared does not lie beside the checkout")
    return SHARED
