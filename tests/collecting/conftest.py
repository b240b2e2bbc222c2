"""What the tests of collecting share: a folder of hand-ins, made once."""

from __future__ import annotations

from pathlib import Path

import pytest
from hand_in_cases import hand_in


@pytest.fixture(scope="session")
def class_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the journals of twelve students, which no test changes."""
    folder = tmp_path_factory.mktemp("class")
    hand_in(folder, 12)
    return folder
