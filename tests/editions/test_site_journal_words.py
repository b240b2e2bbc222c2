"""The journal's page in the site: its script finds every word and place that it asks for."""

from __future__ import annotations

import json
import re

from swteach.editions.site_journal import FORMS, KEY, PLACES, list_journal_data, write_journal
from swteach.editions.site_scripts import PAGE
from swteach.journal.exports import FORMS as ALL_FORMS
from swteach.journal.fileformat import Trouble

SCRIPTS = {path.stem: path.read_text(encoding="utf-8") for path in PAGE.glob("journal*.js")}
TOOL = list_journal_data()[KEY]


def test_every_word_that_the_scripts_ask_for_is_there() -> None:
    """No sentence of the page would read "undefined"."""
    asked = {name: set(re.findall(r"\bwords\.(\w+)", script)) for name, script in SCRIPTS.items()}
    removal = asked.pop("journal_removal") - {"removal"}
    assert removal == TOOL["data"]["removal"].keys()
    others = asked.pop("journal_others") - {"others"}
    assert removal | others | {"head", "intro"} == TOOL["data"]["others"].keys()
    assert set().union(*asked.values()) <= TOOL["data"].keys()
    destructured = {"title", "style", "policy", "troubles", "removal", "others"}
    assert TOOL["data"].keys() == set().union(*asked.values()) | destructured


def test_every_trouble_of_a_file_has_its_words() -> None:
    """What the script calls a trouble is a trouble of the notebooks' journal."""
    named = set(re.findall(r'"([A-Z_]{5,})"', SCRIPTS["journal_file"]))
    assert named == {"TOO_LARGE", "NO_JSON", "OTHER_KIND", "FOREIGN", "NEWER", "DAMAGED"}
    assert named <= {trouble.name for trouble in Trouble} == TOOL["data"]["troubles"].keys()


def test_the_page_has_the_places_that_its_scripts_look_for() -> None:
    """The tool and the removal are put where the page has room for them; forms are exports."""
    body = write_journal()
    assert f'data-tool="{KEY}"' in body
    for place, script in zip(PLACES, ("journal_removal", "journal_others"), strict=True):
        assert f'id="{place}"' in body and f'getElementById("{place}")' in SCRIPTS[script]
    assert body.count("<h1") == 1 and "runs no scripts" in body
    assert [one["id"] for one in TOOL["sheet"]["forms"]] == list(FORMS)
    assert set(FORMS) < set(ALL_FORMS)


def test_no_sentence_speaks_of_a_kernel() -> None:
    """The page needs no Python, and must not send a reader to run or restart it."""
    said = json.dumps(TOOL["data"]) + json.dumps(TOOL["sheet"])
    assert not re.search(r"Python|kernel|Run All|Binder|journal\.json", said)
