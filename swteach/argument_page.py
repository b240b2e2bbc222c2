"""A ready map of an argument, to read: the picture, and the outline that says the same."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from swteach.argument import Argument
from swteach.argument_file import Example, load_arguments
from swteach.argument_tree import LINE_HEIGHT, PADDING, WIDTH, Box, Link, lay_tree
from swteach.checks.problem import Nearest
from swteach.claim_record import find_cards
from swteach.page import Page

OWN_WORDS = "Claims are in the course's words, not the speakers'."
ROUND = 8
THICK = {"conclusion": 4}  # pixels of a frame; a kind is said in words too
DASHED = ' stroke-dasharray="8 5"'


def argument_example(name: str = "jones-2014-cavalry") -> Page:
    """
    Return a ready map of an argument: a tree, an outline that says the same, and what to notice.

    Parameters
    ----------
    name
        The id of a map in data/arguments.yaml.

    Returns
    -------
    Page
        HTML and plain text; each claim with its speaker, its date and the kind of text.

    Raises
    ------
    ValueError
        For a map that is not there; the message names the nearest.
    CourseFileError
        Where data/arguments.yaml has a slip; the message says on which line.

    Notes
    -----
    Source: ``claims.csv``. How the claims hang together is a reading made for the course.
    """
    example = _find(name)
    argument = _attach_speakers(example.argument)
    return Page(_write_html(example, argument), _write_text(example, argument))


def _find(name: str) -> Example:
    examples = {one.id: one for one in load_arguments()}
    if name not in examples:
        advice = Nearest(examples, "All ids are in data/arguments.yaml.").suggest(str(name))
        raise ValueError(f'There is no map "{name}". {advice}')
    return examples[name]


def _attach_speakers(argument: Argument) -> Argument:
    from swteach.tables import load_claims

    known = set(load_claims()["claim_id"])
    ids = [part.text for part in argument.parts if part.text in known]
    words = {card.id: f"{card.text} [{card.who}]" for card in find_cards(ids)} if ids else {}
    return Argument(
        tuple(replace(one, text=words.get(one.text, one.text)) for one in argument.parts)
    )


def _write_text(example: Example, argument: Argument) -> str:
    lines = [example.title, OWN_WORDS, argument.outline(), f"What to notice. {example.notice}"]
    return "\n".join([*lines, f"Take care. {example.caution}"])


def _write_html(example: Example, argument: Argument) -> str:
    label = escape(f"{example.title}, as a tree; the outline below says the same")
    scroll = f'tabindex="0" role="region" aria-label="{label}" style="overflow-x: auto"'
    parts = [
        f"<p><b>{escape(example.title)}</b></p>",
        f"<p>{escape(OWN_WORDS)}</p>",
        f"<div {scroll}>{_draw(argument)}</div>",
        "<p><b>The same as an outline</b></p>",
        _list(argument, None, ""),
        f"<p><b>What to notice.</b> {escape(example.notice)}</p>",
        f"<p><b>Take care.</b> {escape(example.caution)}</p>",
    ]
    style = "max-width: 60rem; font-size: 16px; line-height: 1.5"
    return f'<div style="{style}">{"".join(parts)}</div>'


def _list(argument: Argument, under: int | None, lead: str) -> str:
    """Return the parts under a part as a list, with the lists under each of them."""
    items = []
    for place, part in enumerate(argument.list_under(under), 1):
        number = f"{lead}{place}"
        head = f"<b>{number} {part.kind.capitalize()}:</b> {escape(part.text)}"
        items.append(f"<li>{head}{_list(argument, part.id, f'{number}.')}</li>")
    listed = "".join(items)
    return f'<ul style="list-style: none; padding-left: 1rem">{listed}</ul>' if items else ""


def _draw(argument: Argument) -> str:
    """Return the picture; it says nothing that the outline does not say, so it is not read out."""
    tree = lay_tree(argument)
    size = f'width="{tree.width}" height="{tree.height}"'
    shapes = [*map(_draw_link, tree.links), *map(_draw_box, tree.boxes)]
    look = 'aria-hidden="true" focusable="false" style="max-width: none; font-size: 16px"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {look}>{"".join(shapes)}</svg>'


def _draw_link(link: Link) -> str:
    middle = (link.x1 + link.x2) / 2
    path = f"M{link.x1} {link.y1}H{middle}V{link.y2}H{link.x2}"
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>'


def _draw_box(box: Box) -> str:
    frame = f'x="{box.x}" y="{box.y}" width="{WIDTH}" height="{box.height}"'
    corner = 0 if box.kind == "evidence" else ROUND
    dashed = DASHED if box.kind == "objection" else ""
    line = f'fill="none" stroke="currentColor" stroke-width="{THICK.get(box.kind, 2)}"{dashed}'
    left, top = box.x + PADDING, box.y + PADDING + 15
    words = "".join(
        f'<tspan x="{left}" dy="{LINE_HEIGHT}">{escape(words)}</tspan>' for words in box.words
    )
    head = f'<tspan font-weight="700">{escape(box.head)}</tspan>'
    text = f'<text x="{left}" y="{top}" fill="currentColor">{head}{words}</text>'
    return f'<rect {frame} rx="{corner}" {line}/>{text}'
