"""A QTI 2.1 engine that is not ours: it reads an item, takes an answer and marks it."""

from __future__ import annotations

import warnings
from functools import lru_cache
from io import BytesIO
from typing import Any

from readers import need

Equal = need("pyslet.qtiv2.expressions").Equal
ItemSessionState = need("pyslet.qtiv2.variables").ItemSessionState
QTIDocument = need("pyslet.qtiv2.xml").QTIDocument

# It reads the two numbers of a tolerance as one text, and its own sums need a list.
Equal.XMLATTR_tolerance = ("tolerance", str, str, list)


@lru_cache(maxsize=8)
def read_item(text: str) -> Any:
    """Return an item, or a test, as the engine reads it."""
    document = QTIDocument()
    document.read(src=BytesIO(text.encode()))
    return document.root


def answer(text: str, response: str | list[str]) -> dict[str, Any]:
    """Return the values of an item's outcomes after one answer."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = ItemSessionState(read_item(text))
        session.begin_session()
        session["RESPONSE"].set_value(response)
        session.end_attempt()
    return {name: session[name].value for name in session if name.isupper() and "." not in name}


def feedback(text: str, outcomes: dict[str, Any]) -> list[str]:
    """Return the feedback that an item shows for the outcomes given, and for no other."""
    shown = []
    for one in read_item(text).QTIModalFeedback:
        value = outcomes.get(one.outcomeIdentifier)
        chosen = value if isinstance(value, dict) else {value}
        if one.identifier in chosen:
            shown.append(" ".join(say(child) for child in one.get_children()))
    return shown


def say(element: Any) -> str:
    """Return the words within an element."""
    if isinstance(element, str):
        return element.strip()
    return " ".join(filter(None, (say(child) for child in element.get_children())))
