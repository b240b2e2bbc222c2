"""The file of ready maps: the course's own, and a lecturer's slips in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swteach.argument_file import NAME, load_arguments
from swteach.datapackage import find_data
from swteach.tables import load_claims
from swteach.yamlfile import CourseFileError

OWN = (find_data() / NAME).read_text("utf-8")


def test_the_map_of_the_2014_article_is_made_of_its_claims() -> None:
    """Every part is a claim of the article, but the objections, which its readers made."""
    (example,) = [one for one in load_arguments() if one.id == "jones-2014-cavalry"]
    texts = load_claims().set_index("claim_id")["doc_id"]
    kinds = {"conclusion": [], "reason": [], "evidence": [], "objection": []}
    for part in example.argument.parts:
        kinds[part.kind].append(texts[part.text])
    objections = kinds.pop("objection")
    assert all(text.startswith("comment-2014") for text in objections) and len(objections) == 4
    assert {text for found in kinds.values() for text in found} == {"jones-2014-cavalry"}


def test_what_is_said_of_the_map_is_true_of_it() -> None:
    """Conclusions 1 and 2 do share a reason and its evidence, at 1.2 and 2.3, as the words say."""
    example = load_arguments()[0]
    at = {line.number: line.part for line in example.argument.lines()}
    assert at["1.2"].text == at["2.3"].text and at["1.2.1"].text == at["2.3.1"].text
    assert "(see 1.2 and 2.3)" in example.notice
    assert at["3.1"].text == "jones-2014-cavalry-c04"  # schools, health services, prisons


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("claim: jones-2014-cavalry-c02", "claim: jones-2014-cavalry-c92", "there is no claim"),
        ("claim: jones-2014-cavalry-c02", "clam: jones-2014-cavalry-c02", 'unknown field "clam"'),
        ("kind: reason", "kind: raisin", "Choose what it is: conclusion, reason"),
        ("    - kind: conclusion", "    - kind: reason", "Choose what the reason stands under"),
        ("kind: evidence", "kind: conclusion", "A conclusion stands at the top"),
        ("  caution: >-", "  cation: >-", '"caution" is missing'),
        (
            "          claim: jones-2014-cavalry-c02",
            "          words: ''",
            "needs a claim or words",
        ),
    ],
)
def test_a_slip_is_said_with_its_place(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Each slip names the file and its line, what is wrong and what to do."""
    shutil.copy(find_data() / "claims.csv", tmp_path)
    assert old in OWN
    (tmp_path / NAME).write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseFileError) as caught:
        load_arguments(tmp_path)
    said = next(one for one in caught.value.problems if words in one.message)
    changed = OWN[: OWN.index(old)].count("\n") + 1
    assert said.file == NAME and said.remedy
    assert abs(said.line - changed) <= 1 or "missing" in words


def test_own_words_are_taken_and_a_second_map_of_one_name_is_not(tmp_path: Path) -> None:
    """A lecturer's own words stand; the same id twice, and a list that is none, are refused."""
    shutil.copy(find_data() / "claims.csv", tmp_path)
    own = OWN.replace("claim: jones-2014-cavalry-c02", "words: They sell when it suits them.")
    (tmp_path / NAME).write_text(own, encoding="utf-8")
    texts = [part.text for part in load_arguments(tmp_path)[0].argument.parts]
    assert "They sell when it suits them." in texts
    twice = OWN + OWN[OWN.index("- id: ") :]
    (tmp_path / NAME).write_text(twice, encoding="utf-8")
    with pytest.raises(CourseFileError, match="this id stands twice"):
        load_arguments(tmp_path)
    (tmp_path / NAME).write_text("maps: none\n", encoding="utf-8")
    with pytest.raises(CourseFileError, match="line 1: this is no list of arguments"):
        load_arguments(tmp_path)
