"""Markdown, as the cells of a notebook hold it, as the parts of a document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from swteach.editions.paper import Bullets, Grid, Heading, Part, Run, Text, Words, read_plain

Token = dict[str, Any]
DEEPEST = 6


def read_markdown(source: str, deeper: int = 0) -> list[Part]:
    """
    Return a Markdown text as headings, paragraphs, lists and tables.

    Parameters
    ----------
    source
        The text. Its HTML is left out.
    deeper
        How many levels its headings go down.

    Notes
    -----
    Links within the course lead nowhere on paper, so that only their words stay.
    """
    return list(_read_blocks(_parse(source), deeper))


def _parse(source: str) -> list[Token]:
    return _make_parser()(source)


@cache
def _make_parser() -> Any:
    import mistune

    return mistune.create_markdown(renderer="ast", plugins=["table"])


def _read_blocks(tokens: Iterable[Token], deeper: int) -> Iterator[Part]:
    for token in tokens:
        kind, children = token["type"], token.get("children", [])
        if kind == "heading":
            level = min(token["attrs"]["level"] + deeper, DEEPEST)
            yield Heading(level, read_plain(_read_words(children)))
        elif kind in ("paragraph", "block_text"):
            yield Text(_read_words(children))
        elif kind == "list":
            yield Bullets(tuple(_read_items(token, 0)), token["attrs"].get("ordered", False))
        elif kind == "block_quote":
            yield from (_set_in(part) for part in _read_blocks(children, deeper))
        elif kind == "block_code":
            yield Text((Run(token["raw"].rstrip()),), "set in")
        elif kind == "table":
            yield _read_table(children)


def _set_in(part: Part) -> Part:
    return replace(part, look="set in") if isinstance(part, Text) else part


def _read_items(token: Token, depth: int) -> Iterator[tuple[int, Words]]:
    for item in token["children"]:
        inner = item["children"]
        texts = [one for one in inner if one["type"] in ("paragraph", "block_text")]
        words = (_read_words(one.get("children", [])) for one in texts)
        yield depth, tuple(run for one in words for run in one)
        for one in inner:
            if one["type"] == "list":
                yield from _read_items(one, depth + 1)


def _read_table(children: list[Token]) -> Grid:
    head, body = children[0]["children"], children[1]["children"] if children[1:] else []
    return Grid("", _read_cells(head), tuple(_read_cells(row["children"]) for row in body))


def _read_cells(cells: list[Token]) -> tuple[str, ...]:
    return tuple(read_plain(_read_words(cell.get("children", []))) for cell in cells)


def _read_words(tokens: Iterable[Token], look: Run | None = None) -> Words:
    look = look or Run("")
    return tuple(run for token in tokens for run in _read_inline(token, look))


def _read_inline(token: Token, look: Run) -> Iterator[Run]:
    kind, children = token["type"], token.get("children", [])
    if kind in ("text", "codespan"):
        yield replace(look, text=token["raw"])
    elif kind in ("softbreak", "linebreak"):
        yield replace(look, text=" " if kind == "softbreak" else "\n")
    elif kind == "strong":
        yield from _read_words(children, replace(look, bold=True))
    elif kind == "emphasis":
        yield from _read_words(children, replace(look, italic=True))
    elif kind == "image":
        yield replace(look, text=f"[Picture: {read_plain(_read_words(children))}]")
    elif kind == "link":
        url = token["attrs"]["url"]
        outside = url.startswith(("http://", "https://"))
        yield from _read_words(children, replace(look, url=url if outside else ""))
