"""Sealed answers are judged on any address: the browser's own hashing is not everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from hashlib import pbkdf2_hmac
from typing import Any

import pytest
from site_questions import INSECURE, open_page, open_scripts
from site_responses import CLOSED, list_attempts, pick, plain, seal_copy

from swteach.editions.site_marking import write_question
from swteach.exercises import mark

pytestmark = pytest.mark.browser

WORDS = ("", "a", "x" * 63, "x" * 64, "x" * 65, "é£ \U0001f642" * 40)
SALTS = (b"", bytes(range(16)), b"\xff" * 32)
JUDGE = """async (asked) => JSON.stringify(await Promise.all(JSON.parse(asked).map(
  ([exercise, answers]) => Promise.all(answers.map((one) => unseal(exercise, one))))))"""


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Open an empty page with the scripts on an address without https."""
    with open_page(browser) as page:
        open_scripts(page, INSECURE)
        assert page.evaluate("isSecureContext") is False
        yield page


def test_the_pages_own_hashing_is_pythons(page: Any) -> None:
    """Words shorter and longer than a block, of any letters and salt, in few turns or many."""
    asked = [(words, salt, turns) for words in WORDS for salt in SALTS for turns in (1, 2, 50)]
    stretch = """(asked) => asked.map(([words, salt, turns]) =>
      stretchWords(words, Uint8Array.from(salt), turns))"""
    found = page.evaluate(stretch, [[words, list(salt), turns] for words, salt, turns in asked])
    wanted = [pbkdf2_hmac("sha256", words.encode(), salt, turns) for words, salt, turns in asked]
    assert found == [one.hex() for one in wanted]


@pytest.mark.parametrize("kind", CLOSED)
def test_sealed_questions_are_judged_without_https(page: Any, kind: str) -> None:
    """A right and a wrong answer to a question of each type get Python's reply."""
    one = pick(kind)[0]
    copy, attempts = seal_copy(one), list_attempts(one)
    told = write_question(replace(one, show_answers="never"))["exercise"]
    [replies] = json.loads(page.evaluate(JUDGE, json.dumps([[told, attempts]])))
    assert plain(replies) == [plain({**vars(mark(copy, response))}) for response in attempts]
    assert {reply["verdict"] for reply in replies} == {"right", "not quite"}
