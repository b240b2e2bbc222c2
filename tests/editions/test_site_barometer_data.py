"""The page's barometer says where its own readings are kept, and else what the notebooks' says."""

from __future__ import annotations

import pytest

from swteach.editions.site_barometer_data import BACK, INTRO, make_barometer, write_barometer
from swteach.widgets.stance_barometer import stance_barometer


@pytest.fixture(autouse=True)
def own_journal(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test an empty journal."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path))


def test_only_the_words_about_keeping_differ() -> None:
    """The sheet is the widget's, but for the introduction; both begin alike."""
    ours, theirs = (dict(make("n5").sheet) for make in (make_barometer, stance_barometer))
    intro, other = ours.pop("intro"), theirs.pop("intro")
    assert ours == theirs and intro == list(INTRO)
    assert intro[0] == other[0] and intro[1] != other[1]


def test_nothing_is_said_of_a_kernel() -> None:
    """No sentence of the page's barometer names Python, a server or a cell."""
    told = " ".join([*INTRO, BACK, *map(str, write_barometer("n1").values())])
    assert not [word for word in ("Python", "Binder", "server", "cell", "kernel") if word in told]


def test_the_journal_knows_which_reading_it_is() -> None:
    """What is asked names the notebook, for the reading and for the words beside it."""
    data = write_barometer("n5-after")
    for key in ("asked", "asked_words"):
        assert data[key].endswith("(notebook 5, after)")
