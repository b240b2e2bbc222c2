"""Milliseconds from a change in a tool to its new view, the journal's writing included.

    python benchmarks/tools.py

In Python alone, without page and kernel: what the tools themselves cost of the 150 ms that an
answer may take. benchmarks/answers.py measures the whole way, for questions.
"""

from __future__ import annotations

import os
import tempfile
import time
from statistics import median

TIMES = 50


def measure(tool: object, messages: list[dict[str, object]]) -> list[float]:
    """Return the milliseconds that each message took."""
    spent = []
    for turn, message in enumerate(messages, tool.view["turn"] + 1):
        start = time.perf_counter()
        tool._handle_custom_msg({**message, "turn": turn}, [])
        spent.append(1000 * (time.perf_counter() - start))
        assert tool.view["turn"] == turn, "The tool did not answer."
    return spent


def _choices() -> list[dict[str, object]]:
    """Return fifty choices of one grade after another for the first area of a framework."""
    from swteach.inspection_rules import load_rules

    structure = load_rules().structures["sif"]
    areas = [area.id for area in structure.areas]
    grades = ("outstanding", "good", "requires_improvement", "inadequate")
    return [
        {
            "structure": structure.id,
            "grades": dict.fromkeys(areas, "good") | {areas[0]: grades[n % 4]},
        }
        for n in range(TIMES)
    ]


def main() -> None:
    """Print the median and the worst of fifty changes of each tool."""
    os.environ["SWTEACH_JOURNAL"] = tempfile.mkdtemp()
    import swteach as sw

    predictions = sw.load_claims(claim_type="prediction")["claim_id"].tolist()[:10]
    marks = [
        {"do": "mark", "claim": claim, "mark": mark}
        for mark in ("partly", "happened", "partly", "happened", "partly")
        for claim in predictions
    ]
    charges = [{"texts": {"charge_per_hour": str(30 + number)}} for number in range(TIMES)]
    print(f"{'tool':<12}{'median ms':>12}{'worst ms':>12}   of {TIMES} changes")
    for name, tool, messages in [
        ("ledger", sw.ledger(predictions), marks),
        ("calculator", sw.agency_calculator(), charges),
        ("simulator", sw.inspection_simulator(), _choices()),
    ]:
        spent = measure(tool, messages[:TIMES])
        print(f"{name:<12}{median(spent):>12.1f}{max(spent):>12.1f}")


if __name__ == "__main__":
    main()
