"""The claim browser: every claim of the course, to filter and search, with its record."""

from __future__ import annotations

from typing import Any, ClassVar

import ipywidgets as w
import pandas as pd

from swteach.claim_choice import (
    CODES,
    RECORDS,
    Choice,
    choose_claims,
    collect_claims,
    lay_claims,
    say_choice,
    say_judgement,
)
from swteach.claim_record import HEADINGS
from swteach.codings import find_field
from swteach.tables import load_documents
from swteach.widgets.explorer import ExplorerResult
from swteach.widgets.live import RUN
from swteach.widgets.parts import InPlainWords, read_script, read_style
from swteach.widgets.record_cards import OWN_WORDS, lay_record

CAPTION = f"Claims that match your choices. {OWN_WORDS} Links open in a new tab."
# What speaks most against a claim comes first; what supports it comes last.
REPLIES = [HEADINGS[verdict] for verdict in ("contradicts", "complicates", "overtaken")]
LONGEST = 84  # letters of a line of the menu of texts: a browser opens it as wide as its longest
ORDER = [*REPLIES, HEADINGS["supports"], HEADINGS["not testable"]]


class ClaimResult(ExplorerResult):
    """What the filters leave: a sentence that is announced, and a table; records on request."""

    _esm: ClassVar[str] = read_script("explorer", "record_cards", "claim_browser")
    _css: ClassVar[str] = read_style("explorer", "form", "claim_browser")

    def __init__(self, view: dict[str, Any], claims: set[str]) -> None:
        self._claims = claims
        super().__init__(view)

    def _take(self, content: Any) -> None:
        super()._take(content)
        claim = content.get("claim") if isinstance(content, dict) else None
        if isinstance(claim, str) and claim in self._claims:
            self.send({"claim": claim, "record": find_record(claim)})


class ClaimBrowser(InPlainWords, w.VBox):
    """Menus with visible names above the claims that they filter."""

    def __init__(self, claims: pd.DataFrame, theme: str = "", doc: str = "") -> None:
        self._claims = claims
        self._titles = claims.groupby("doc_id")["title"].first().to_dict()
        self._judgement = say_judgement()
        self.doc = _menu("Text", "All texts", _list_texts(), doc)
        self.codes = {code: _code_menu(code) for code in CODES}
        self.codes["theme"].value = theme
        self.record = _menu("Record", "With or without", [(r.capitalize(), r) for r in RECORDS])
        self.word = w.Text(description="Word (then press Enter)", continuous_update=False)
        self.result = ClaimResult(self._view(), set(claims["claim_id"]))
        controls = [self.doc, *self.codes.values(), self.record, self.word]
        for control in controls:
            control.style.description_width = "initial"
            control.observe(self._update, "value")
        row = w.Box(controls, layout=w.Layout(flex_flow="row wrap"))
        super().__init__([row, self.result])
        self.add_class("swteach-explorer").add_class("swteach-browser")

    def plain_text(self) -> str:
        """Return what the browser is and whose judgement the codes are; no claim."""
        names = ", ".join(find_field(code).name for code in CODES)
        return (
            f"Claim browser: all {len(self._claims)} claims of the {len(self._titles)} texts, each "
            f"with its speaker, date and kind of text, to filter by text, {names} and record, and "
            f"to search. {self._judgement}\n\n{RUN}"
        )

    def _update(self, _: Any) -> None:
        self.result.view = self._view()

    def _view(self) -> dict[str, Any]:
        codes = tuple((code, menu.value) for code, menu in self.codes.items() if menu.value)
        choice = Choice(self.doc.value, codes, self.record.value, self.word.value)
        found = choose_claims(self._claims, choice)
        title = self._titles.get(choice.doc, "")
        sentence = say_choice(len(found), len(self._claims), choice, title)
        note = {"judgement": self._judgement, "caption": CAPTION}
        return {"sentence": sentence, **note, "rows": lay_claims(found)}


def claim_browser(theme: str | None = None, doc: str | None = None) -> ClaimBrowser:
    """
    Show every claim of the course, to filter by text, codes and record, and to search.

    Each claim stands with its speaker, date, genre and paragraph. Its record is shown when it
    is asked for, in both halves, what speaks most against the claim first.

    Parameters
    ----------
    theme, doc
        The theme and the text that it opens with; by default all.

    Raises
    ------
    ValueError
        For an unknown theme or text; the message names the nearest ones.
    """
    from swteach.tables import load_claims

    wanted = {"theme": theme, "doc": doc}
    for name, value in wanted.items():
        if value is not None and not isinstance(value, str):
            raise ValueError(f"{name} takes one name in quotation marks, not {value!r}.")
    load_claims(**{name: value for name, value in wanted.items() if value is not None})
    return ClaimBrowser(collect_claims(), theme or "", doc or "")


def find_record(claim: str) -> dict[str, Any]:
    """Return the record of a claim for the page: what speaks most against it, then the rest."""
    record = lay_record(claim)
    tests = sorted(record["tests"], key=lambda test: ORDER.index(test["heading"]))
    replies = 1 if tests and tests[0]["heading"] in REPLIES else 0
    return {"nothing": record["nothing"], "reply": tests[:replies], "rest": tests[replies:]}


def _menu(name: str, every: str, options: list[tuple[str, str]], value: str = "") -> w.Dropdown:
    return w.Dropdown(description=name, options=[(every, ""), *options], value=value)


def _code_menu(column: str) -> w.Dropdown:
    field = find_field(column)
    return _menu(
        field.name.capitalize(), "Any", [(code.capitalize(), code) for code in field.codes]
    )


def _list_texts() -> list[tuple[str, str]]:
    texts = load_documents()
    return [
        (_shorten(f"{row.author}, {row.date_text}: {row.title}"), row.doc_id)
        for row in texts.itertuples()
    ]


def _shorten(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:LONGEST].rsplit(' ', 1)[0]}…"
