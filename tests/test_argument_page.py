"""The ready map on the page: tree and outline say the same, and each claim has its speaker."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

import swteach as sw
from swteach.argument import read_outline
from swteach.argument_file import load_arguments
from swteach.claim_record import find_cards

PARTS = load_arguments()[0].argument.parts


class Check(HTMLParser):
    """Hold a page to tags that are closed in order; note the depth of each list item."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.items: list[int] = []
        self.feed(html)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a tag."""
        self.open.append(tag)
        if tag == "li":
            self.items.append(self.open.count("ul") - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over a tag that closes itself."""

    def handle_endtag(self, tag: str) -> None:
        """Close a tag, which must be the last one."""
        assert self.open.pop() == tag


def test_every_claim_stands_with_its_speaker() -> None:
    """Text and page have each claim whole with who made it, when and in what."""
    page = sw.argument_example()
    for card in find_cards([part.text for part in PARTS]):
        assert f"{card.text} [{card.who}]" in page.text
        assert f"{card.text} [{card.who}]" in unescape(page.html)


def test_tree_and_outline_say_the_same() -> None:
    """The picture's boxes hold the outline's words in its order; lists are as deep as it is."""
    page = sw.argument_example()
    lines = read_outline("\n".join(re.findall(r"^ *[\d.]+ [A-Z]\w+: .*", page.text, re.M))).lines()
    texts = re.findall(r"<text.*?</text>", page.html)
    shown = ["".join(unescape(re.sub("<[^>]+>", "", text)).split()) for text in texts]
    expected = ["".join(line.words.replace(":", "", 1).split()) for line in lines]
    assert shown == expected and len(shown) == len(PARTS)
    assert Check(page.html).items == [line.depth for line in lines]


def test_picture_is_for_eyes_only_and_follows_the_theme() -> None:
    """A screen reader meets the outline once; no colour is fixed, and nothing is loaded."""
    html = sw.argument_example().html
    assert '<svg xmlns="http://www.w3.org/2000/svg"' in html and 'aria-hidden="true"' in html
    assert not re.search(r"#[0-9a-f]{3,6}\b|url\(|<script|href=", html)
    assert 'tabindex="0" role="region" aria-label="' in html


def test_calls_twice_and_wrong_names() -> None:
    """The name stays a function once it was used; another map is refused with the nearest."""
    assert sw.argument_example() == sw.argument_example("jones-2014-cavalry")
    with pytest.raises(ValueError, match="Did you mean jones-2014-cavalry"):
        sw.argument_example("jones-2014-cavalrie")
