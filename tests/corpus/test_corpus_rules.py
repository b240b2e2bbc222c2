"""The rules under the counts: characters, words, sentences, terms, markers."""

from __future__ import annotations

import pytest

from swteach.corpus.counting import Lexicon, Tally, find_terms
from swteach.corpus.stamps import STAMP
from swteach.corpus.tidy import bullet_end, tidy


def measure(words: str) -> tuple[int, int, int, str, str]:
    """Measure one paragraph."""
    return tuple(Tally(Lexicon()).add([words])[0])


def count(*paragraphs: str) -> dict[str, int]:
    """Count the terms of paragraphs."""
    tally = Tally(Lexicon())
    tally.add(list(paragraphs))
    rows = b"".join(tally.rows("x")).decode().splitlines()
    return {row.split(",")[1]: int(row.split(",")[2]) for row in rows}


@pytest.mark.parametrize(
    ("page", "tidied"),
    [
        ("a\xa0 b\u2009c\td", "a b c d"),
        ("\u2018it\u2019s\u2019 \u201cso\u201d", "'it's' \"so\""),
        ("cafe\u0301", "caf\u00e9"),
        ("\ufeffone\u200b \xadtwo", "one two"),
        ("one\r\n  two \rthree", "one\ntwo\nthree"),
        ("one\u2028two", "one two"),
    ],
)
def test_tidy(page: str, tidied: str) -> None:
    """Spaces, quotes, composition, invisible marks and line endings become one form."""
    assert tidy(page) == tidied


@pytest.mark.parametrize(
    ("line", "own"),
    [
        ("1. One", "One"),
        ("12) One", "One"),
        ("• One", "One"),
        ("- One", "One"),
        ("(a) One", "One"),
        ("1989. In that year", "1989. In that year"),
        ("A) said Ann", "said Ann"),
        ("I. Pell wrote", "I. Pell wrote"),
        ("2.5 miles", "2.5 miles"),
    ],
)
def test_bullet(line: str, own: str) -> None:
    """A number, bracketed letter or bullet opens a list item; a year or initial does not."""
    assert line[bullet_end(line) :] == own


def test_words_are_tokens_with_a_letter_or_digit() -> None:
    """A dash, a bracket and a row of dots between spaces are no words; "and/or" is one."""
    assert measure("We – and/or they – paid £40 … ( twice ) .")[0] == 6


@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("One stop. Two stops.", 2),
        ("Forms (i.e. papers) count.", 1),
        ("No stop at all", 1),
        ('"Really?" She left!', 2),
        ("Spaced stops . They count .", 2),
        ("Mr. Hale came home.", 2),
        ("It cost 2.5 million. 3 people paid.", 2),
    ],
)
def test_sentences(words: str, sentences: int) -> None:
    """A stop ends a sentence if a capital or figure follows, or nothing does."""
    assert measure(words)[1] == sentences


def test_first_and_last_words_pass_over_dashes() -> None:
    """The first and last three are words, not dashes."""
    assert measure("– We went – slowly – to the green .")[3:] == ("We went slowly", "to the green")


@pytest.mark.parametrize(
    ("token", "terms"),
    [
        ("Children's", ["children's"]),
        ("and/or", ["and", "or"]),
        ("embarrassing…It", ["embarrassing", "it"]),
        ("multi-agency", ["multi-agency"]),
        ("a-b-c-d-e-f", ["a-b-c-d", "e-f"]),
        ("https://example.org/a-b", []),
        ("www.example.org,", []),
        ("reader@example.org", []),
        ("(+152%", ["152"]),
        ("snake_case", ["snake", "case"]),
        ("–", []),
    ],
)
def test_terms_of_a_token(token: str, terms: list[str]) -> None:
    """A token yields its runs of letters and digits; addresses yield none, long chains are cut."""
    assert find_terms(token) == terms
    assert sorted(count(f"{token} end")) == sorted({*terms, "end"})


def test_pairs_stand_twice_and_within_a_paragraph() -> None:
    """A pair is counted from its second place on, and never across two paragraphs."""
    assert count("new bridge now", "the new bridge", "now the ferry", "now the ferry") == {
        "bridge": 2,
        "ferry": 2,
        "new": 2,
        "new bridge": 2,
        "now": 3,
        "now the": 2,
        "the": 3,
        "the ferry": 2,
    }


def test_counts_in_parts_are_counts_at_once() -> None:
    """A text counted a block at a time gives what it gives in one."""
    paragraphs = [f"the {at % 7} mills of the {at % 5} rivers" for at in range(200)]
    tally = Tally(Lexicon())
    for at in range(0, 200, 3):
        tally.add(paragraphs[at : at + 3])
    whole = Tally(Lexicon())
    whole.add(paragraphs)
    assert list(tally.rows("x")) == list(whole.rows("x"))


def test_names_of_commenters_yield_no_term() -> None:
    """A hidden name is a word but no term; the same letters without a capital stay."""
    tally = Tally(Lexicon(), frozenset({"mark"}))
    assert tally.add(["Mark's plan left a mark on Mark."])[0].words == 7
    rows = b"".join(tally.rows("x")).decode()
    assert "x,mark,1\n" in rows
    assert "mark's" not in rows


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Rowan 4 May 2023 at 9:15 am", "Rowan"),
        ("Ann O'Dell, May 21, 2014 at 12:00 pm #", "Ann O'Dell"),
        ("ivor says on 04/05/2023 10.02", "ivor"),
        ("We met on 4 May 2023 in the hall", None),
    ],
)
def test_stamps(line: str, name: str | None) -> None:
    """A stamp is a name, a date and a time of day."""
    found = STAMP.match(line)
    assert (found["name"] if found else None) == name
