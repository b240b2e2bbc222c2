"""What stands beside the simulator's rules, and a lecturer's slips in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swteach.datapackage import find_data
from swteach.inspection_rules import FILE
from swteach.inspection_words import read_words
from swteach.yamlfile import CourseFileError

OWN = (find_data() / FILE).read_text("utf-8")


def _write(folder: Path, old: str, new: str) -> Path:
    assert old in OWN
    for table in ("sources.csv", "regimes.csv"):
        shutil.copy(find_data() / table, folder)
    (folder / FILE).write_text(OWN.replace(old, new, 1), encoding="utf-8")
    return folder


def test_every_rule_is_labelled() -> None:
    """All six are model rules; of two a part has a source, which is named by title."""
    words = read_words(find_data())
    assert set(words.labels.values()) == {"Model rule"}
    sourced = {rule: part for rule, part in words.parts.items() if part}
    assert set(sourced) == {"worst_if_inadequate", "profile_only"}
    assert all(part.endswith("(press release), Ofsted.") for part in sourced.values())
    assert "Inspectors do not average and do not add up." in words.note
    assert "written descriptions of each grade" in words.note


def test_a_rule_with_a_source_is_labelled_with_its_title(tmp_path: Path) -> None:
    """A source_id in place of "model rule" is shown as the publication's title."""
    folder = _write(tmp_path, "label: model rule", "label: ofsted_pr_2013_sif")
    said = read_words(folder).labels["worst_if_inadequate"]
    assert said.startswith("Source: New single framework for inspecting")


@pytest.mark.parametrize(
    ("item", "old", "new", "words"),
    [
        (
            "worst_if_inadequate",
            "label: model rule",
            "label: modle rule",
            'the label "modle rule" is no source_id',
        ),
        (
            "worst_if_inadequate",
            "source_id: ofsted_pr_2013_sif\n    sourced",
            "source_id: ofsted_x\n    sourced",
            '"ofsted_x" is no',
        ),
        ("sif", "regime: sif", "regime: sfi", '"sfi" is no regime_id of regimes.csv.'),
        (
            "ilacs_2023",
            "source_id: d2i_ilacs_repo",
            "source_id: d2i",
            '"d2i" is no source_id of sources.csv.',
        ),
    ],
)
def test_a_slip_is_said_with_its_place(
    tmp_path: Path, item: str, old: str, new: str, words: str
) -> None:
    """A label or source that is not there names the file, its line, the rule and what to do."""
    folder = _write(tmp_path, old, new)
    with pytest.raises(CourseFileError) as error:
        read_words(folder)
    found = error.value.problems[0]
    assert words in str(found)
    assert (found.file, found.item) == (FILE, item)
    assert new.split("\n")[0] in (folder / FILE).read_text("utf-8").splitlines()[found.line - 1]
