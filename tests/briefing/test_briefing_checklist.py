"""What is missing, said in words."""

from __future__ import annotations

from briefing_cases import fill

from swteach.briefing_checklist import list_missing
from swteach.briefing_draft import Draft


def test_a_full_briefing_lacks_nothing() -> None:
    """A draft with something in each part has an empty list."""
    assert list_missing(fill()) == []


def test_an_empty_one_lacks_every_part() -> None:
    """Six claims, two charts, three parts, two sources and the account are asked for by name."""
    full = fill()
    missing = list_missing(Draft(full.plan, full.topic))
    assert len(missing) == 6 + 2 + 3 + 2 + 1
    assert missing[0].startswith("Claim 1 is not chosen yet (A claim that supports the first side")
    assert full.topic.first in missing[0] and full.topic.second in missing[2]


def test_each_gap_is_named() -> None:
    """Taking one thing away names that thing and no other."""
    draft = fill()
    claim = draft.claim("second-1")
    for field, words in {
        f"claim-{claim}-verdict": "Claim 3 still needs: your verdict.",
        f"claim-{claim}-open": "Claim 3 still needs: “What it does not settle”.",
        "claim-outside-1-who": "Claim 6 still needs: who said it, when, in what",
        f"caption-{draft.chart('chart-2')}": "Chart 2 still needs: caption.",
        "place-chart-1": "Chart 1 is not chosen yet.",
        "part-not-known": "Not written yet: “What is not known”.",
        "source-outside-2-note": "still needs: note on where it comes from.",
        "account": "“Whether my own position moved”. It is private.",
    }.items():
        (missing,) = list_missing(draft.put(field, " \n"))
        assert words in missing


def test_the_same_claim_twice_is_said() -> None:
    """Two slots with one claim, or two places with one chart, ask for another."""
    draft = fill()
    same = draft.put("slot-open", draft.claim("first-1"))
    same = same.put("place-chart-2", draft.chart("chart-1"))
    assert list_missing(same) == [
        "Claim 1 and claim 6 are the same. Choose another one.",
        "Chart 1 and chart 2 are the same. Choose another one.",
    ]


def test_length_is_remarked_on_only_when_far_over() -> None:
    """A tenth over is let be; more is said with both numbers."""
    draft = fill()
    room = draft.plan.total_words - draft.total() + 5  # its 5 words are replaced
    over = draft.put("part-first-case", "word " * (room + 80))
    assert list_missing(over) == []
    (said,) = list_missing(over.put("part-first-case", "word " * (room + 81)))
    assert said == "The briefing has 881 words, and the councillors asked for about 800."


def test_the_account_may_be_left_out() -> None:
    """What goes to a reader does not say whether the private account is written."""
    assert list_missing(fill().put("account", ""), account=False) == []
