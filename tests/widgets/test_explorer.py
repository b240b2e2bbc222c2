"""What the explorers share, without a browser."""

from __future__ import annotations

import pytest

from swteach.widgets.explorer import ExplorerResult


def test_it_answers_each_question_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page learns that Python is there by the number it sent; odd messages are let be."""
    result, sent = ExplorerResult({"sentence": "Two rows."}), []
    monkeypatch.setattr(result, "send", lambda content, buffers=None: sent.append(content))
    for content in ({"turn": 7}, {"turn": "7"}, {}, "turn", None):
        result._handle_custom_msg(content, [])
    assert sent == [{"heard": 7}]
    assert result.plain_text() == "Two rows."
