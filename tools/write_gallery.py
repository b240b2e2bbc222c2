"""Write docs/charts.md and its pictures anew: every chart with one picture and one call.

    python tools/write_gallery.py           write them
    python tools/write_gallery.py --check   say whether they are current, and write nothing

Needs the extra ``swteach[build]``.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import swteach as sw
from swteach.charts.saving import make_svg

PAGE = Path(__file__).resolve().parent.parent / "docs" / "charts.md"
PICTURES = PAGE.with_suffix("")
START = "<!-- Written by tools/write_gallery.py. -->"
SECTIONS = {
    "The texts": (
        "words_by_voice who_speaks texts_in_time stances claim_types evidence_offered key_words "
        "words_of_each_side similar_texts"
    ),
    "Privatisation": (
        "timeline provider which_denominator homes_and_places homes_then_and_now council_homes "
        "out_of_area private_spending margins_of_the_largest largest_owners grades_by_sector "
        "odds_and_chances estimates_with_intervals three_nations"
    ),
    "Inspection": (
        "inspection_regimes council_grades first_grades good_over_time first_to_latest "
        "one_inadequate_area all_combinations months_between_reports inadequate_homes"
    ),
    "Workforce": (
        "staff_rates starters_and_leavers caseload by_region where_leavers_went "
        "what_sources_can_say"
    ),
    "Demand": (
        "protection_steps base_year conferences_per_100 growth_by_period plan_categories "
        "looked_after early_and_late_spending"
    ),
}


def main(arguments: list[str]) -> int:
    """Write the page and its pictures, or only say whether they are current."""
    wanted = write_files(PAGE.read_text(encoding="utf-8").partition(START)[0])
    stale = [path for path, text in wanted.items() if read(path) != text]
    left = sorted(set(PICTURES.glob("*.svg")) - set(wanted))
    if not stale and not left:
        print(f"{PAGE.name} and its {len(wanted) - 1} pictures are current.")
    elif "--check" in arguments:
        names = ", ".join(path.name for path in [*stale, *left])
        print(f"Stale: {names}. Run python tools/write_gallery.py")
        return 1
    else:
        put(wanted, left)
        print(f"Wrote {len(stale)} files, removed {len(left)}.")
    return 0


def read(path: Path) -> str | None:
    """Return a file's text; None where there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else None


def put(wanted: dict[Path, str], left: list[Path]) -> None:
    """Write the files and remove pictures of charts that are no more."""
    PICTURES.mkdir(exist_ok=True)
    for path, text in wanted.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    for path in left:
        path.unlink()


def write_files(top: str) -> dict[Path, str]:
    """Return the text of the page, below its own words, and of each picture."""
    sections = sort_charts()
    charts = {name: getattr(sw.charts, name) for names in sections.values() for name in names}
    drawn = {name: function() for name, function in charts.items()}
    parts = [top.rstrip(), "", START]
    for title, names in sections.items():
        parts += ["", f"## {title}"]
        parts += [describe(name, charts[name], drawn[name]) for name in names]
    pictures = {PICTURES / f"{name}.svg": make_svg(chart) + "\n" for name, chart in drawn.items()}
    return {PAGE: "\n".join(parts) + "\n", **pictures}


def sort_charts() -> dict[str, list[str]]:
    """Return the names of the charts by section, or say which have none."""
    sections = {title: names.split() for title, names in SECTIONS.items()}
    listed = [name for names in sections.values() for name in names]
    odd = set(listed) ^ set(sw.charts.__all__)
    if odd or len(listed) != len(set(listed)):
        raise SystemExit(f"SECTIONS and swteach.charts differ: {', '.join(sorted(odd))}")
    return sections


def describe(name: str, function: Callable[..., Any], chart: Any) -> str:
    """Return the lines for one chart: its title, what it draws, its picture and its call."""
    choices = ", ".join(f"`{word}`" for word in inspect.signature(function).parameters)
    alternative = chart.description.translate({ord(sign): f"\\{sign}" for sign in "[]*_`"})
    lines = [
        f"### {chart.title.text}",
        inspect.getdoc(function).partition("\n")[0],
        f"![{alternative}](charts/{name}.svg)",
        f"```python\nsw.show(sw.charts.{name}())\n```",
        f"You can change: {choices}." if choices else "It has nothing to change.",
    ]
    return "\n" + "\n\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
