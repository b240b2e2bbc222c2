"""Two coders: claims coded unseen, then set beside both coders' codes, with agreement and kappa."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from swteach import journal
from swteach.claim_record import Card, find_cards
from swteach.coding_account import UNDECIDED, Account
from swteach.codings import TEN, Coding, Field, find_codings, find_field
from swteach.tables import load_claims, load_documents
from swteach.widgets.live import RUN, LiveTool, keep
from swteach.widgets.parts import read_script, read_style
from swteach.widgets.record_cards import ask_about, find_marks, lay_card

NAME = "Two coders"
COMPARED, HARDEST_KIND, RULE_KIND = "codes compared", "hardest claim", "coding rule"
INTRO = (
    "To code a claim is to put it into one of a few boxes by a rule. Choose a code for each claim "
    "before you see what two coders chose. You then see all three side by side. Coding is a "
    "judgement: no code here is marked right or wrong, and nothing is scored."
)
NEEDS_TEXT = (
    "This field asks what the text puts forward, so you need the text. If you can read it, its "
    "address stands with the claim. If not, you can choose “I cannot decide”."
)
COMPARE = "Compare my codes with the two coders"
HARDEST = "Which claim was hardest to code?"
RULE = "The rule that would have settled it"
ABOUT_RULE = (
    "Write it so that two people who have never met would give the same code. Then change your "
    "codes above and read the figures again. Did the rule help, or only hide the disagreement? "
    "Your words are saved while you write."
)
NOT_ALL = f"Choose a code for each, or “{UNDECIDED}”. The coders' codes come after that."
KEEP_RULE = "Keep my rule"
RULE_KEPT = "Your rule is in your journal, as it stands now."
NO_RULE = "There is no rule yet. Write it in the box first."
BACK = "Your codes and words from before Python stopped are back, and are now in your journal."
LONGEST = 4000  # characters of a rule; the box on the page takes no more


class TwoCoders(LiveTool):
    """Claims to code; what two coders chose stays in Python until all are coded and compared."""

    _esm: ClassVar[str] = read_script("live", "fields", "kept", "two_coders")
    _css: ClassVar[str] = read_style("live", "form", "two_coders")

    def __init__(self, field: Field, codings: dict[str, Coding], cards: Sequence[Card]) -> None:
        self._field, self._cards = field, list(cards)
        self._account = Account(field, codings, cards)
        self._id, self._kind = f"two-coders-{field.column}", f"code ({field.name})"
        self._codes = [*field.codes, UNDECIDED]
        self._own = {card.id: self._bring_code(card.id) for card in cards}
        self._first = self._bring_first()
        self._hardest, self._rule = (
            _bring_words(self._id, kind) for kind in (HARDEST_KIND, RULE_KIND)
        )
        super().__init__(self._lay_sheet())

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Keep codes and rule as they are given; compare once every claim has a code."""
        said, *troubles = self._take_codes(content.get("codes"))
        troubles += [self._take_hardest(content.get("hardest")), self._take_rule(content)]
        if content.get("do") == "compare":
            said, trouble = self._compare()
            troubles.append(trouble)
        if content.get("do") == "rule" and not any(troubles):
            said = [RULE_KEPT if self._rule else NO_RULE]
        if content.get("do") == "back" and not any(troubles):
            said = [BACK]
        return {**self._view(), "sentence": said, "trouble": next(filter(None, troubles), "")}

    def plain_text(self) -> str:
        """Return the claims with their speakers and the codes to choose from; nobody's codes."""
        codes = [f"- {line}" for line in self.sheet["meanings"]]
        lines = [f"{self.sheet['name']}. {INTRO}", "", self._field.question, *codes]
        for place, claim in enumerate(self.sheet["claims"], 1):
            lines += ["", f"{place}. {claim['text']}", f"  {claim['who']} {claim['about']}"]
        return "\n".join([*lines, "", HARDEST, f"{RULE}:", "", RUN])

    def _lay_sheet(self) -> dict[str, Any]:
        meanings = [f"{code}: {words}." for code, words in self._field.codes.items()]
        asks_for_text = self._field.column == "evidence_offered"
        return {
            "id": self._id,
            "name": f"{NAME}: {self._field.name}",
            "intro": [INTRO, *([NEEDS_TEXT] if asks_for_text else [])],
            "question": self._field.question,
            "meanings": [*meanings, f"{UNDECIDED}: the claim is left out of your figures."],
            "codes": self._codes,
            "claims": [_lay_claim(card, asks_for_text) for card in self._cards],
            "compare": COMPARE,
            "hardest": HARDEST,
            "rule": RULE,
            "about_rule": ABOUT_RULE,
            "longest": LONGEST,
            "keep_rule": KEEP_RULE,
        }

    def _take_codes(self, sent: Any) -> tuple[Any, ...]:
        """Keep every code that changed; return what to say, then what failed."""
        sent = sent if isinstance(sent, dict) else {}
        said, troubles = [], []
        for place, card in enumerate(self._cards, 1):
            code = sent.get(card.id)
            if code in self._codes and code != self._own[card.id]:
                self._own[card.id] = code
                said.append(f"Claim {place}: {code}.")
                troubles.append(keep(self._kind, card.id, code, self._ask(card)))
        return ([*said, self._count()] if said else []), *troubles

    def _ask(self, card: Card) -> str:
        return ask_about(self._field.question, card)

    def _take_hardest(self, claim: Any) -> str:
        known = {card.id: card for card in self._cards}
        if not isinstance(claim, str) or claim not in known or claim == self._hardest:
            return ""
        self._hardest = claim
        return keep(HARDEST_KIND, self._id, claim, ask_about(HARDEST, known[claim]))

    def _take_rule(self, content: dict[str, Any]) -> str:
        words, done = content.get("words"), content.get("do") == "rule"
        if not isinstance(words, str) or (words[:LONGEST] == self._rule and not (done and words)):
            return ""
        self._rule = words[:LONGEST]
        asked = f"{RULE} ({self._field.name})"
        outcome = journal.record(RULE_KIND, self._id, self._rule, prompt=asked, draft=not done)
        return "" if outcome else outcome.message

    def _compare(self) -> tuple[list[str], str]:
        missing = [str(place) for place, code in enumerate(self._own.values(), 1) if not code]
        if missing:
            return [f"Not coded yet: {', '.join(missing)}.", NOT_ALL], ""
        trouble = "" if self._first else self._keep_first()
        return ["The comparison is open below.", self._account.say_kappas(self._own)], trouble

    def _keep_first(self) -> str:
        self._first = dict(self._own)
        return keep(COMPARED, self._id, self._first, ask_first(self._field, self._cards))

    def _view(self) -> dict[str, Any]:
        found = self._account.lay_out(self._own, self._first) if self._first else None
        own = {"codes": dict(self._own), "hardest": self._hardest, "words": self._rule}
        unsaved = journal.open_journal().unsaved  # the page then keeps what was entered, too
        return {**own, "unsaved": unsaved, "progress": self._count(), "found": found}

    def _count(self) -> str:
        done = sum(1 for code in self._own.values() if code)
        return f"You have coded {done} of {len(self._own)} claims."

    def _bring_code(self, claim: str) -> str:
        found = [code for code in find_marks(claim, self._kind) if code in self._codes]
        return found[-1] if found else ""

    def _bring_first(self) -> dict[str, str] | None:
        """Return the codes that were compared first, where they were of these claims."""
        for found in find_marks(self._id, COMPARED):
            if isinstance(found, dict) and all(found.get(id) in self._codes for id in self._own):
                return {id: found[id] for id in self._own}
        return None


def two_coders(field: str = "claim_type", claims: Sequence[str] | None = None) -> TwoCoders:
    """
    Let a student code claims unseen, then compare with two coders, with agreement and kappa.

    Parameters
    ----------
    field
        What is coded: ``"claim_type"``, ``"theme"``, ``"stance"`` or ``"evidence_offered"``.
    claims
        Ids of claims that are in ``load_codings()``, in the order to show them; by default ten,
        on some of which the coders differ.

    Raises
    ------
    ValueError
        For a field that was not coded twice, or a claim that was not; the message names others.
    """
    named = [claims] if isinstance(claims, str) else claims
    known, chosen = find_field(field), TEN if named is None else tuple(dict.fromkeys(named))
    return TwoCoders(known, find_codings(field, chosen), find_cards(chosen))


def ask_first(field: Field, cards: Sequence[Card]) -> str:
    """Return what the codes before the comparison answer, with every claim, for the journal."""
    listed = " ".join(f"{card.id}: {card.text} By {card.who}." for card in cards)
    return f"{field.question} Your codes before you saw the coders'. {listed}"


def _lay_claim(card: Card, with_address: bool) -> dict[str, str]:
    row = load_claims(claim=card.id).iloc[0]
    url = load_documents(doc=row["doc_id"])["url"].fillna("").iloc[0] if with_address else ""
    about = f"Paragraph {row['paragraph']}. Target of the claim: {row['target']}."
    return {**lay_card(card), "about": about, "url": str(url)}


def _bring_words(id: str, kind: str) -> str:
    newest = journal.latest(id, kind)
    return newest.value if newest and isinstance(newest.value, str) else ""
