"""A tool whose view goes to the page by message: no reply is lost."""

from __future__ import annotations

from threading import Event, Thread
from typing import Any

from swteach.widgets.private import PrivateTool


class _Echo(PrivateTool):
    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        return {"said": content.get("do")}

    def plain_text(self) -> str:
        return "An echo."


def test_two_messages_at_once_are_both_answered() -> None:
    """While one thread has answered and not told yet, another's answer does not take its place."""
    tool, sent, first_done = _Echo({}), [], Event()
    tool.send = lambda content, **_: sent.append(content["view"]["turn"])
    tool.observe(lambda change: change["new"]["turn"] == 2 and first_done.wait(0.5), "view")
    second = Thread(target=tool._take, args=({"do": "topic", "turn": 2},))
    second.start()
    while tool.view["turn"] != 2:
        pass
    tool._take({"do": "look", "turn": 1})
    first_done.set()
    second.join()
    assert sorted(sent) == [1, 2]


def test_what_is_no_message_is_not_answered() -> None:
    """A message without a turn, or of another shape, changes and tells nothing."""
    tool, sent = _Echo({}), []
    tool.send = lambda content, **_: sent.append(content)
    for content in (None, "look", {"do": "look"}, {"turn": "1"}):
        assert tool._take(content) is None
    assert sent == [] and tool.view["turn"] == 0
