"""Who made a claim, said once, for every claim of the course."""

from __future__ import annotations

import re

from swteach.claim_choice import collect_claims
from swteach.claim_record import find_cards
from swteach.claim_words import say_source, say_who
from swteach.editions import items
from swteach.exercises.record import read_record
from swteach.tables import load_claims, load_documents

CLAIMS = load_claims()


def test_a_reader_is_said_to_comment_once() -> None:
    """Card, browser and question name the comment once, with its day and where it was published."""
    ids = CLAIMS.loc[CLAIMS["doc_id"].str.startswith("comment-"), "claim_id"].tolist()
    browser = collect_claims().set_index("claim_id").loc[ids, "who"].tolist()
    record = read_record().claims
    questions = [items.say_source(record[id]) for id in ids]
    assert len(ids) > 10
    for who in [*(card.who for card in find_cards(ids)), *browser, *questions]:
        assert len(re.findall("comment", who.partition(" on the article")[0])) == 1, who
        assert re.match(r"Reader [A-D], .*2[16] May 2014", who), who
    assert {card.who for card in find_cards(ids[-1:])} == {
        "Reader D, 26 May 2014, reader comment (Community Care)"
    }


def test_nothing_else_is_lost() -> None:
    """Every claim keeps its speaker's name, date and kind of text; publisher and name are there."""
    texts = load_documents().set_index("doc_id")
    for (_, claim), card in zip(
        CLAIMS.iterrows(), find_cards(CLAIMS["claim_id"].tolist()), strict=True
    ):
        text = texts.loc[claim["doc_id"]]
        publisher = text["original_publisher"].removesuffix(" (comment thread)")
        parts = [claim["speaker"].removesuffix(" (comment)"), text["date_text"], text["genre"]]
        assert [part for part in [*parts, publisher] if part not in card.who] == []


def test_a_publisher_that_speaks_is_named_once() -> None:
    """A group that publishes its own text is not named again in brackets; another one is."""
    assert say_who("A Group", "2024", "manifesto", "A Group") == "A Group, 2024, manifesto"
    assert say_who("Ray Jones", "2014", "opinion", "Care") == "Ray Jones, 2014, opinion (Care)"
    told = "Ray Jones, “The cavalry”, 2014 (opinion)"
    assert say_source("Ray Jones", "The cavalry", "2014", "opinion") == told
