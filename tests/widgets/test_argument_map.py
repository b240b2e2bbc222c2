"""The argument map's steps, menus and journal, without a browser."""

from __future__ import annotations

import pytest
from live_examples import needs_network, send

from swteach import journal
from swteach.argument import MOST_CHARACTERS
from swteach.tables import load_claims
from swteach.widgets.argument_map import EMPTY, NO_UNDO, argument_map

DOC = "jones-2014-cavalry"


def _build():
    tool = argument_map(DOC)
    send(tool, do="add", kind="conclusion", claim=0, under=None)
    send(tool, do="add", kind="reason", words="My\nown  words", under=1)
    send(tool, do="add", kind="evidence", claim=3, under=2)
    return tool


def test_claims_keep_their_speaker() -> None:
    """Every claim of the text is offered whole with who made it, and the map keeps that."""
    tool = argument_map(DOC)
    claims = load_claims(doc=DOC)["paraphrase"]
    assert len(tool.sheet["claims"]) == len(claims)
    for offered, text in zip(tool.sheet["claims"], claims, strict=True):
        assert offered.startswith(text) and "Ray Jones, 19 May 2014, opinion" in offered
        assert len(offered) <= MOST_CHARACTERS
    view = send(tool, do="add", kind="conclusion", claim=2)
    assert view["outline"][0]["words"] == f"1 Conclusion: {tool.sheet['claims'][2]}"


def test_steps_are_said_in_words() -> None:
    """Each step says what became of the part: added, moved, removed with what was under it."""
    tool = _build()
    assert tool.view["outline"][1]["words"] == "1.1 Reason: My own words"
    said = send(tool, do="add", kind="objection", words="Not so", under=1)["sentence"]
    assert said == ["Added: 1.2 Objection: Not so."]
    said = send(tool, do="shift", part=4, step=-1)["sentence"]
    assert said == ["Moved. It is now 1.1 Objection: Not so."]
    said = send(tool, do="move", part=2, under=4)["sentence"]
    assert said == ["Moved. It is now 1.1.1 Reason: My own words."]
    said = send(tool, do="remove", part=4)["sentence"]
    assert said == ["Removed: 1.1 Objection: Not so and 2 parts under it. Undo brings it back."]
    assert send(tool, do="undo")["sentence"] == ["Undone. The map has 4 parts."]


def test_undo_goes_all_the_way_back() -> None:
    """Every step can be undone, the first included; then there is nothing to undo."""
    tool = _build()
    for count in (2, 1, 0):
        assert len(send(tool, do="undo")["outline"]) == count
    assert send(tool, do="undo")["sentence"] == NO_UNDO
    assert tool.view["count"] == EMPTY


def test_menus_offer_what_can_be_done() -> None:
    """A kind is offered the parts it may stand under; a part only places outside its branch."""
    view = _build().view
    assert view["places"] == {
        "conclusion": [],
        "reason": [1, 2],
        "evidence": [1, 2],
        "objection": [1, 2, 3],
    }
    assert view["moves"] == {"1": [], "2": [1], "3": [1, 2]}


@pytest.mark.parametrize(
    "content",
    [
        {"do": "add", "kind": "reason", "words": "x"},
        {"do": "add", "kind": "reason", "claim": 999, "under": 1},
        {"do": "add", "kind": [], "words": {}, "under": "1"},
        {"do": "move", "part": 1, "under": 3},
        {"do": "move", "part": "1"},
        {"do": "shift", "part": None, "step": 1},
        {"do": "remove", "part": 77},
        {"do": []},
        {"do": "format the disk"},
    ],
)
def test_steps_that_cannot_be_change_nothing(content: dict) -> None:
    """A step that the map cannot take leaves map and journal as they were."""
    tool = _build()
    before, kept = tool.view["outline"], journal.latest(f"argument-map-{DOC}").value
    view = send(tool, **content)
    assert view["outline"] == before
    assert view["sentence"] or content["do"] in ([], "format the disk")
    assert journal.latest(f"argument-map-{DOC}").value == kept


def test_outline_is_in_the_journal_and_comes_back() -> None:
    """The journal holds the outline as text; the map comes back from it, and can grow on."""
    tool = _build()
    view = send(tool, do="keep")
    assert view["sentence"] == ["The outline is in your journal, as it stands now."]
    entry = journal.latest(f"argument-map-{DOC}", "map")
    assert not entry.draft
    words = [2 * line["depth"] * " " + line["words"] for line in view["outline"]]
    assert entry.value.splitlines() == words
    again = argument_map(DOC)
    assert again.view["outline"] == view["outline"]
    assert len(send(again, do="add", kind="reason", words="more", under=1)["outline"]) == 4
    assert argument_map(DOC, name="other").view["count"] == EMPTY


def test_building_on_leaves_one_entry() -> None:
    """A map that only grew leaves one entry; one that was cut keeps what it was before too."""
    tool = _build()
    assert len(journal.history(f"argument-map-{DOC}")) == 1
    send(tool, do="remove", part=3)
    assert [entry.value.count("\n") for entry in journal.history(f"argument-map-{DOC}")] == [2, 1]


def test_emptied_map_comes_back_empty() -> None:
    """Whoever removed everything does not find it again the next day."""
    tool = _build()
    send(tool, do="remove", part=1)
    assert argument_map(DOC).view["outline"] == []


def test_odd_entries_are_passed_over() -> None:
    """An entry that is no outline does not keep the map from opening."""
    tool = _build()
    journal.record("map", f"argument-map-{DOC}", {"not": "an outline"})
    assert argument_map(DOC).view["outline"] == tool.view["outline"]


def test_failed_save_is_said(own_journal) -> None:
    """Where the journal cannot be written the map is still there, and the page says so."""
    own_journal.rmdir()
    own_journal.write_text("in the way")
    view = send(argument_map(), do="add", kind="conclusion", words="Mine")
    assert view["trouble"].startswith("Not saved: ") and len(view["outline"]) == 1
    assert "in your journal" not in str(send(argument_map(), do="keep")["sentence"])


def test_plain_words_and_wrong_choices() -> None:
    """The plain form lists kinds and claims; text and claims together are refused."""
    words = argument_map(DOC).plain_text()
    assert "Objection: what speaks against" in words and "welfare state" in words
    assert "0x" not in argument_map()._repr_mimebundle_()[0]["text/plain"]
    assert needs_network(argument_map()) == []
    offered = argument_map(claims=["jones-2014-cavalry-c05"]).sheet["claims"]
    assert len(offered) == 1
    with pytest.raises(ValueError, match="not both"):
        argument_map(DOC, ["jones-2014-cavalry-c05"])
