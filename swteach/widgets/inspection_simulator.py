"""The inspection simulator: one set of area grades, an overall grade under every rule."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

from swteach.inspection_account import (
    NONE,
    NOT_YET,
    decide,
    name_grade,
    number,
    say_account,
    say_chance,
)
from swteach.inspection_rules import FILE, Area, Rules, Structure, count_combinations, load_rules
from swteach.inspection_words import read_words
from swteach.widgets.live import RUN, LiveTool, bring_back, keep
from swteach.widgets.parts import read_script, read_style

ID, KIND = "inspection-simulator", "simulation"
NAME = "Inspection simulator: from area grades to one grade"
PROMPT = "What would each rule make of these area grades?"
LIKELY = "The counts take every combination once. In real life combinations are not equally likely."
WHAT_IF = "This framework gives no overall grade. Each grade here is a “what if”."


class InspectionSimulator(LiveTool):
    """Radio buttons for a framework and its areas; the outcomes under all rules side by side."""

    _esm: ClassVar[str] = read_script("live", "inspection_simulator")
    _css: ClassVar[str] = read_style("live", "inspection_simulator")

    def __init__(self, rules: Rules, folder: Path) -> None:
        self._rules = rules
        self._structure = next(iter(rules.structures))
        self._grades: dict[str, str] = {}
        kept = bring_back(KIND, ID)
        self._take_in(kept.get("framework"), kept.get("grades"))
        super().__init__(_lay_sheet(rules, folder))

    def respond(self, content: dict[str, Any]) -> dict[str, Any]:
        """Take in the framework and the grades, keep them, and return what the rules say."""
        before = (self._structure, dict(self._grades))
        self._take_in(content.get("structure"), content.get("grades"))
        structure = self._rules.structures[self._structure]
        outcomes = decide(self._rules, structure, self._grades)
        view = {"structure": self._structure, "grades": self._grades}
        view["sentence"] = say_account(self._rules, structure, self._grades)
        view["outcomes"] = {
            rule: name_grade(self._rules, outcomes[rule]) if outcomes else NOT_YET
            for rule in self._rules.rules
        }
        if (self._structure, self._grades) != before:
            view["trouble"] = self._keep(view["sentence"])
        return view

    def plain_text(self) -> str:
        """Return the frameworks, the rules, and what they make of all combinations."""
        sheet = self.sheet
        lines = [f"{NAME}.", sheet["note"]]
        for structure in sheet["structures"]:
            areas = "; ".join(area["legend"] for area in structure["areas"])
            lines += ["", f"{structure['name']}. {structure['note']}", f"Areas: {areas}."]
        lines += ["", "Rules", *(_say_rule(rule) for rule in sheet["rules"])]
        for structure in sheet["structures"]:
            lines += ["", *_say_counts(structure)]
        return "\n".join([*lines, "", RUN])

    def _take_in(self, structure: Any, grades: Any) -> None:
        if isinstance(structure, str) and structure in self._rules.structures:
            self._structure = structure
        if isinstance(grades, dict):
            known = {grade.id for grade in self._rules.grades}
            areas = {area.id for one in self._rules.structures.values() for area in one.areas}
            kept = {area: grade for area, grade in grades.items() if area in areas}
            self._grades = {a: g for a, g in kept.items() if isinstance(g, str) and g in known}

    def _keep(self, sentence: str) -> str:
        value = {"framework": self._structure, "grades": self._grades, "result": sentence}
        return keep(KIND, ID, value, PROMPT)


def inspection_simulator() -> InspectionSimulator:
    """
    Show how different rules turn the same area grades into different overall grades.

    Frameworks, grades and rules are those of data/inspection_rules.yaml. No council is named,
    and what a student chooses is kept in the journal.

    Raises
    ------
    CourseFileError
        With every problem of that file, its line and what to do.
    """
    from swteach.datapackage import find_data

    folder = find_data()
    return InspectionSimulator(load_rules(folder / FILE), folder)


def _lay_sheet(rules: Rules, folder: Path) -> dict[str, Any]:
    words = read_words(folder)
    return {
        "name": NAME,
        "note": words.note,
        "grades": [{"id": grade.id, "name": grade.name} for grade in rules.grades],
        "structures": [_lay_structure(rules, one) for one in rules.structures.values()],
        "rules": [
            {
                "id": rule.id,
                "name": rule.name,
                "description": _join(rule.description, rule.ties),
                "label": words.labels[rule.id],
                "sourced": words.parts[rule.id],
            }
            for rule in rules.rules.values()
        ],
    }


def _join(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part)


def _lay_structure(rules: Rules, structure: Structure) -> dict[str, Any]:
    areas = {area.id: area for area in structure.areas}
    caption = "The same grades under every rule."
    return {
        "id": structure.id,
        "name": structure.name,
        "note": structure.note.strip(),
        "caption": caption if structure.overall else f"{caption} {WHAT_IF}",
        "areas": [_lay_area(area, areas) for area in structure.areas],
        "counts": _lay_counts(rules, structure),
    }


def _lay_area(area: Area, areas: dict[str, Area]) -> dict[str, Any]:
    part = f", part of {areas[area.under].name.lower()}" if area.under else ""
    legend = area.name if area.counts else f"{area.name}{part} (no rule looks at it)"
    return {"id": area.id, "legend": legend, "counts": area.counts}


def _lay_counts(rules: Rules, structure: Structure) -> dict[str, Any]:
    counts = count_combinations(rules, structure.id)
    areas = len(structure.counting)
    total = sum(next(iter(counts.values())).values())
    heads = ["Rule", *(grade.name for grade in rules.grades), NONE]
    keys = [*(grade.id for grade in rules.grades), None]
    return {
        "name": "Counts of combinations, a table that scrolls",
        "caption": f"All {total} combinations of grades for {number(areas)} areas: how many get"
        " which overall grade",
        "heads": heads,
        "rows": [_lay_row(rules.rules[rule].name, counts[rule], keys) for rule in counts],
        "below": [LIKELY, say_chance(areas)],
    }


def _lay_row(name: str, found: Counter[str | None], keys: list[str | None]) -> list[str]:
    return [name, *(str(found[key]) for key in keys)]


def _say_rule(rule: dict[str, str]) -> str:
    return _join(f"- {rule['name']} ({rule['label']}): {rule['description']}", rule["sourced"])


def _say_counts(structure: dict[str, Any]) -> list[str]:
    counts = structure["counts"]
    rows = [
        f"- {row[0]}: "
        + "; ".join(
            f"{head} {cell}" for head, cell in zip(counts["heads"][1:], row[1:], strict=True)
        )
        for row in counts["rows"]
    ]
    return [f"{structure['name']}. {counts['caption']}:", *rows, *counts["below"]]
