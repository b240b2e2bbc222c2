"""The stance barometer keeps to its own student, without a browser."""

from __future__ import annotations

import json

import pytest
from live_examples import needs_network, send, told

from swteach import journal
from swteach.barometer import SURE
from swteach.widgets.stance_barometer import BACK, NOTHING_YET, ONE_ONLY, stance_barometer

FIRST = {"privatisation": "somewhat against", "inspection": "strongly for", SURE: 4}
LAST = {"privatisation": "in between, or torn", "inspection": "I pass on this one", SURE: 2}


def test_no_position_is_in_the_state_or_the_notebook() -> None:
    """What was chosen and written goes to the page by message only; no trait or text has it."""
    tool = stance_barometer()
    send(tool, do="keep", reading=FIRST, words="A figure on turnover")
    tool = stance_barometer()
    assert tool.view["reading"]["privatisation"] == "somewhat against"
    assert "view" not in tool.get_state()
    bundle = tool._repr_mimebundle_()[0]["text/plain"]
    assert "turnover" not in told(tool) + bundle
    assert told(tool).count("somewhat against") == 1  # the points of the scale
    assert bundle == stance_barometer().plain_text()
    assert "0x" not in bundle


def test_view_goes_out_once_to_the_page_that_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each message of the page is answered with the view; an odd one is not answered."""
    tool, sent = stance_barometer(), []
    monkeypatch.setattr(tool, "send", lambda content, buffers=None: sent.append(content))
    send(tool, do="look")
    tool._handle_custom_msg({"do": "look"}, [])
    tool._handle_custom_msg("look", [])
    assert sent == [{"view": tool.view}]


def test_reading_is_kept_as_private_and_comes_back() -> None:
    """The journal has the reading in words, marked private, with its question; it is restored."""
    view = send(stance_barometer(), do="keep", reading=FIRST, words="")
    assert view["sentence"][1] == "Kept in your journal, as private."
    entry = journal.latest("barometer-before")
    assert (entry.kind, entry.private) == ("barometer", True)
    assert entry.value == {**FIRST, SURE: 4}
    assert entry.prompt.startswith("Where do you stand on privatisation")
    assert stance_barometer().view["reading"] == entry.value


def test_words_are_saved_while_they_are_typed() -> None:
    """Typing under way leaves one entry, not one for each pause, and comes back."""
    tool = stance_barometer("after")
    for words in ("If I", "If I saw", "If I saw figures"):
        send(tool, words=words)
    kept = journal.history("barometer-after", "reflection")
    assert [(entry.value, entry.private) for entry in kept] == [("If I saw figures", True)]
    again = stance_barometer("after")
    assert again.view["words"] == "If I saw figures"
    view = send(again, do="back", words="If I saw figures, I")  # kept by the page meanwhile
    assert view["sentence"] == [BACK]
    assert journal.latest("barometer-after").value == "If I saw figures, I"


def test_earlier_reading_shows_only_after_the_later_one() -> None:
    """The before is not shown to sway the after; then both stand side by side, and no others."""
    send(stance_barometer(), do="keep", reading=FIRST)
    after = stance_barometer("after")
    assert "somewhat against" not in json.dumps(send(after, do="look"))
    rows = send(after, do="keep", reading=LAST)["table"]["rows"]
    assert rows[0] == [
        "privatisation",
        "somewhat against",
        "in between, or torn",
        "1 step towards “for”",
    ]
    assert rows[1] == ["inspection", "strongly for", "I pass on this one", ""]
    assert stance_barometer().view["table"]["rows"] == rows


def test_reading_given_after_the_end_is_no_first_one() -> None:
    """Whoever opens the first barometer again keeps the reading that came before the end."""
    before = stance_barometer()
    send(before, do="keep", reading=FIRST)
    send(stance_barometer("after"), do="keep", reading=LAST)
    send(before, do="keep", reading={"privatisation": "strongly for"})
    assert before.view["table"]["rows"][0][1] == "somewhat against"


def test_nothing_chosen_is_not_kept() -> None:
    """The button with nothing chosen says what to do; passing on all is a reading."""
    tool = stance_barometer()
    assert send(tool, do="keep", reading={})["sentence"] == [NOTHING_YET]
    assert journal.history("barometer-before") == []
    passed = dict.fromkeys(
        ("privatisation", "inspection", "workforce reform"), "I pass on this one"
    )
    assert "I pass on this one" in send(tool, do="keep", reading=passed)["sentence"][0]


def test_failed_save_is_said(own_journal) -> None:
    """Where the journal cannot be written the page says so, and does not say that it was kept."""
    own_journal.rmdir()
    own_journal.write_text("in the way")
    view = send(stance_barometer(), do="keep", reading=FIRST)
    assert view["trouble"].startswith("Not saved: ")
    assert "Kept" not in " ".join(view["sentence"])
    assert view["unsaved"] and send(stance_barometer(), do="look")["unsaved"]


def test_each_notebook_takes_a_reading_and_the_last_meets_the_first() -> None:
    """Four names, four readings; none is shown beside another before it is given."""
    for name, reading in (("n1", FIRST), ("n3", FIRST), ("n5", LAST)):
        send(stance_barometer(name), do="keep", reading=reading)
    last = stance_barometer("n9")
    assert last.view["table"] is None and last.view["reading"] == {SURE: None}
    table = send(last, do="keep", reading=LAST)["table"]
    assert [head.split(",")[0] for head in table["heads"]] == [
        *("Issue", "First: notebook 1", "Last: notebook 9", "Moved")
    ]
    assert table["rows"][0][1:3] == ["somewhat against", "in between, or torn"]
    assert stance_barometer("n3").view["reading"] == {**FIRST, SURE: 4}


def test_readings_of_early_journals_count() -> None:
    """The first one under its early name stands beside the last under a new one."""
    send(stance_barometer("before"), do="keep", reading=FIRST)
    heads = send(stance_barometer("n9"), do="keep", reading=LAST)["table"]["heads"]
    assert [head.split(",")[0] for head in heads[1:3]] == ["First: before", "Last: notebook 9"]


def test_an_only_reading_says_so() -> None:
    """Without a second one there is no table, and the page says when there will be."""
    view = send(stance_barometer("n9"), do="keep", reading=FIRST)
    assert (view["table"], view["note"]) == (None, ONE_ONLY)


def test_names_and_network() -> None:
    """A name that no file could bear is refused, and nothing is loaded from an address."""
    for name in ("", "N 1", "n1\n", "../x"):
        with pytest.raises(ValueError, match="cannot name a barometer"):
            stance_barometer(name)
    assert needs_network(stance_barometer()) == []
