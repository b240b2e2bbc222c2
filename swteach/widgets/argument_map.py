"""The argument map: parts chosen from menus, drawn as a tree and told as an outline."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any, ClassVar

from swteach import journal
from swteach.argument import KINDS, Argument, ArgumentError, read_outline
from swteach.argument_tree import WIDTH, lay_tree
from swteach.claim_record import Card, find_cards
from swteach.widgets.live import RUN, LiveTool
from swteach.widgets.parts import read_script, read_style

KIND = "map"
NAME = "Argument map"
INTRO = (
    "Begin with a conclusion: what the argument wants you to accept. Then put reasons, evidence "
    "and objections under it. Each step is saved in your journal and can be undone. A tidy map "
    "shows how an argument is built, not that it is sound."
)
MEANINGS = {
    "conclusion": "what the argument wants you to accept",
    "reason": "why one should accept it",
    "evidence": "a fact, figure or case that a reason rests on",
    "objection": "what speaks against the part above it",
}
EMPTY = "The map is empty."
NO_UNDO = "There is nothing to undo."
STEPS_KEPT = 200


class ArgumentMap(LiveTool):
    """Menus and buttons that change one map; tree and outline are both made from it."""

    _esm: ClassVar[str] = read_script("live", "fields", "argument_tree", "argument_map")
    _css: ClassVar[str] = read_style("live", "form", "argument_map")

    def __init__(self, id: str, title: str, cards: Sequence[Card]) -> None:
        self._id, self._title, self._cards = id, title, list(cards)
        self._map, self._past = _bring_back(id), []
        kinds = [{"id": kind, "meaning": MEANINGS[kind]} for kind in KINDS]
        claims = [_attach_speaker(card) for card in cards]
        sheet = {"name": NAME, "title": title, "intro": INTRO, "kinds": kinds, "claims": claims}
        super().__init__({**sheet, "width": WIDTH})

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take one step, keep the outline, and return tree, outline and menus."""
        steps: dict[Any, Callable[[dict[str, Any]], str]] = {
            "add": self._add,
            "move": self._move,
            "shift": self._shift,
            "remove": self._remove,
            "undo": self._undo,
        }
        before, sentence, trouble = self._map, "", ""
        wish = content.get("do")
        if isinstance(wish, str) and wish in steps:
            try:
                sentence = steps[wish](content)
            except ArgumentError as error:
                sentence = str(error)
        if before != self._map or wish == "keep":
            sentence, trouble = self._keep(sentence, wish == "keep")
        return {**self._view(), "sentence": sentence, "trouble": trouble}

    def plain_text(self) -> str:
        """Return the kinds of parts, the claims to choose from, and how to write a map by hand."""
        kinds = [f"- {kind.capitalize()}: {meaning}" for kind, meaning in MEANINGS.items()]
        claims = [f"- {_attach_speaker(card)}" for card in self._cards]
        listed = ["", "Claims to choose from, or use your own words:", *claims] if claims else []
        by_hand = "By hand: write one part a line, and indent what stands under another part."
        lines = [f"{NAME}: {self._title}. {INTRO}", "", *kinds, *listed, "", by_hand, "", RUN]
        return "\n".join(lines)

    def _add(self, content: dict[str, Any]) -> str:
        under, claim = _number(content.get("under")), _number(content.get("claim"))
        words = content.get("words")
        if claim is not None:
            words = self.sheet["claims"][claim] if 0 <= claim < len(self._cards) else ""
        kind = content.get("kind")
        words = words if isinstance(words, str) else ""
        self._change(self._map.add(kind, words, None if kind == "conclusion" else under))
        return f"Added: {self._find_words(self._map.parts[-1].id)}."

    def _move(self, content: dict[str, Any]) -> str:
        id = _number(content.get("part"))
        self._change(self._map.move(id, _number(content.get("under"))))
        return f"Moved. It is now {self._find_words(id)}."

    def _shift(self, content: dict[str, Any]) -> str:
        id, step = _number(content.get("part")), content.get("step")
        self._change(self._map.shift(id, 1 if step == 1 else -1))
        return f"Moved. It is now {self._find_words(id)}."

    def _remove(self, content: dict[str, Any]) -> str:
        id = _number(content.get("part"))
        words, below = self._find_words(id), len(self._map.find_branch(id)) - 1
        self._change(self._map.remove(id))
        parts = f" and {below} part{'s' if below > 1 else ''} under it" if below else ""
        return f"Removed: {words}{parts}. Undo brings it back."

    def _undo(self, _: dict[str, Any]) -> str:
        if not self._past:
            raise ArgumentError(NO_UNDO)
        self._map = self._past.pop()
        return f"Undone. {self._count()}"

    def _change(self, changed: Argument) -> None:
        self._past = [*self._past, self._map][-STEPS_KEPT:]
        self._map = changed

    def _find_words(self, id: int | None) -> str:
        for line in self._map.lines():
            if line.part.id == id:
                return line.words.rstrip(".")
        raise ArgumentError("Choose a part first.")

    def _count(self) -> str:
        count = len(self._map.parts)
        return f"The map has {count} part{'s' if count != 1 else ''}." if count else EMPTY

    def _keep(self, sentence: str, finished: bool) -> tuple[list[str], str]:
        prompt = f"Map of an argument: {self._title}"
        outline = self._map.outline() or EMPTY
        outcome = journal.record(KIND, self._id, outline, prompt=prompt, draft=not finished)
        kept = "The outline is in your journal, as it stands now." if finished and outcome else ""
        return [sentence or kept], "" if outcome else outcome.message

    def _view(self) -> dict[str, Any]:
        lines = self._map.lines()
        parts = {line.part.id: line.part for line in lines}
        tree = asdict(lay_tree(self._map))
        return {
            "outline": [
                {"id": line.part.id, "depth": line.depth, "words": line.words} for line in lines
            ],
            "tree": tree,
            "places": {kind: [one.id for one in self._map.find_places(kind)] for kind in KINDS},
            "moves": {
                str(id): [one.id for one in self._map.find_places(part.kind, id)]
                for id, part in parts.items()
            },
            "count": self._count(),
        }


def argument_map(
    doc: str | None = None, claims: Sequence[str] | None = None, name: str = ""
) -> ArgumentMap:
    """
    Let a student build the map of an argument from menus; tree and outline always match.

    Parameters
    ----------
    doc
        A text of the course, whose claims are offered beside the student's own words.
    claims
        Instead of a text: ids of the claims to offer, in order.
    name
        What the map is called in the journal; a notebook with two maps of the same text needs
        two names.

    Raises
    ------
    ValueError
        For an unknown text or claim; the message names the nearest ones.
    """
    if doc is not None and claims is not None:
        raise ValueError("Name a text or claims; not both.")
    title, ids = _find_offer(doc, claims)
    id = f"argument-map-{name or doc or 'own'}"
    return ArgumentMap(id, title, find_cards(ids) if ids else [])


def _find_offer(doc: str | None, claims: Sequence[str] | None) -> tuple[str, list[str]]:
    if doc is None:
        return ("claims of the course" if claims else "your own words"), list(claims or ())
    from swteach.tables import load_claims, load_documents

    text = load_documents(doc=doc).iloc[0]
    title = f"{text['title']}, {text['author']}, {text['date_text']}, {text['genre']}"
    return title, load_claims(doc=doc)["claim_id"].tolist()


def _attach_speaker(card: Card) -> str:
    return f"{card.text} [{card.who}]"


def _number(found: Any) -> int | None:
    return found if type(found) is int else None


def _bring_back(id: str) -> Argument:
    """Return the map that the journal holds last and that can still be read."""
    for entry in reversed(journal.history(id, KIND)):
        try:
            return read_outline("" if entry.value == EMPTY else str(entry.value))
        except ArgumentError:
            continue
    return Argument()
