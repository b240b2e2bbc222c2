"""The report of a whole check: a summary that a person reads first, then every problem."""

from __future__ import annotations

from swteach.checks.report import format_report
from swteach.kit.checking import Checked


def format_checked(checked: Checked, *, fast: bool) -> str:
    """Return the report as text."""
    if not checked.counts:
        return format_report(checked.problems, checked.folder)
    looked = ", ".join(f"{number:,} {name}" for name, number in checked.counts.items())
    how = "The notebooks were not run." if fast else _say_run(checked)
    return f"{format_report(checked.problems, checked.folder)}\nChecked: {looked}. {how}"


def _say_run(checked: Checked) -> str:
    if not checked.ran:
        return "No notebook was run."
    if checked.ran == checked.there:
        return "Every notebook was run."
    return f"{checked.ran} of {checked.there} notebooks were run."
