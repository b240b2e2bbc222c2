"""The briefing builder's file: the course's own, and a lecturer's slips in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swteach.briefing_figure import make_figure
from swteach.briefing_file import NAME, load_plan
from swteach.datapackage import find_data
from swteach.tables import load_claims, load_evidence
from swteach.yamlfile import CourseFileError

OWN = (find_data() / NAME).read_text("utf-8")


def test_the_courses_own_file() -> None:
    """Four questions, six claims and two charts to choose, with a choice on each."""
    plan = load_plan()
    assert [topic.id for topic in plan.topics] == ["homes", "grade", "agency", "enquiry"]
    assert (len(plan.slots), len(plan.charts), len(plan.sources)) == (6, 2, 2)
    assert plan.total_words == 800 and plan.account.words == 150
    for topic in plan.topics:
        assert len(topic.claims) >= 20 and len(topic.charts) >= 6
        assert "{" not in "".join(topic.fill(box.title) for box in (*plan.slots, *plan.parts))


def test_words_asked_for_fit_the_whole() -> None:
    """Whoever writes each part at the length asked for is within the briefing's own length."""
    plan = load_plan()
    halves = 2 * len(plan.slots) * plan.half_words
    captions = len(plan.charts) * plan.caption_words
    asked = halves + captions + sum(part.words for part in plan.parts)
    assert 0.9 * plan.total_words <= asked <= 1.1 * plan.total_words


def test_each_question_has_claims_that_differ() -> None:
    """Each has tested claims, untested ones, and at least three voices and three types."""
    tested = set(load_evidence()["claim_id"])
    for topic in load_plan().topics:
        claims = load_claims(claim=list(topic.claims))
        assert 0 < sum(claim in tested for claim in topic.claims) < len(topic.claims)
        assert claims["speaker"].nunique() >= 3 and claims["claim_type"].nunique() >= 3


def test_every_chart_of_the_file_can_be_drawn() -> None:
    """Each has a title, a finding, a caution, sources and figures, whatever the question."""
    for name in {chart for topic in load_plan().topics for chart in topic.charts}:
        figure = make_figure(name)
        assert figure.title and figure.description and figure.caution
        assert figure.sources and figure.table.rows


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("total_words: 800", "total_words: 0", "total_words cannot be 0"),
        ("half_words: 30", "half_words: few", '"half_words" must be a whole number'),
        ("outside_claims: 2", "outside_claims: 12", "outside_claims cannot be 12"),
        ("    words: 120", "    words: -5", "first-case: words cannot be -5"),
        ("  words: 150", "  words: 900000", "account: words cannot be 900000"),
        ("  words: 150", "  words: 0", "account: words cannot be 0"),
        ("- id: first-2", "- id: first-1", "first-1: this id stands twice"),
        ("- id: homes", "- id: Homes!", 'the id "Homes!" cannot be used'),
        ("first: The council should open", "frist: The council should open", '"first" is missing'),
        ("- provider\n", "- providers\n", 'there is no chart "providers". Did you mean provider'),
        ("-briefing-c15\n", "-briefing-c99\n", 'there is no claim "jones-2025-lswg-briefing-c99"'),
        ("-briefing-c15\n", "-briefing-c14\n", '"jones-2025-lswg-briefing-c14" stands twice'),
        ("earlier: n9-case-1", "earlier: n9-cases-1", 'there is no question "n9-cases-1"'),
        ("\nsources:", "\nsources: [5]\nold:", 'number 1 of "sources" must have fields'),
    ],
)
def test_a_slip_is_said_with_its_place(tmp_path: Path, old: str, new: str, words: str) -> None:
    """Each slip names the file and the line that holds it, what is wrong and what to do."""
    _copy(tmp_path)
    assert old in OWN
    (tmp_path / NAME).write_text(OWN.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseFileError) as caught:
        load_plan(tmp_path)
    said = next(one for one in caught.value.problems if words in str(one))
    lines = (tmp_path / NAME).read_text("utf-8").splitlines()
    value = new.strip().split(":")[-1].strip(" -\n") if "missing" not in words else "- id: homes"
    assert value in lines[said.line - 1], str(said)
    assert said.remedy


def test_all_slips_come_at_once(tmp_path: Path) -> None:
    """Slips in different places are told in one go, in the order of the file."""
    _copy(tmp_path)
    text = OWN.replace("half_words: 30", "half_words: x").replace("- provider\n", "- providr\n")
    (tmp_path / NAME).write_text(text.replace("  - id: open", "  - id: OPEN"), encoding="utf-8")
    with pytest.raises(CourseFileError) as caught:
        load_plan(tmp_path)
    lines = [problem.line for problem in caught.value.problems]
    assert len(lines) == 3 and lines == sorted(lines)


def test_a_damaged_exercise_file_is_left_to_its_own_check(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 in another file do not keep the builder from being checked."""
    _copy(tmp_path)
    file = next((tmp_path / "exercises").glob("07_*.yaml"))
    file.write_bytes(file.read_bytes() + b"# caf\xe9\n")
    (tmp_path / "exercises" / "99_folder.yaml").mkdir()
    (tmp_path / NAME).write_text(OWN, encoding="utf-8")
    assert load_plan(tmp_path).topics == load_plan().topics


def test_too_few_to_choose_from(tmp_path: Path) -> None:
    """A question with fewer charts than a student chooses is refused."""
    _copy(tmp_path)
    start = OWN.index("      - staff_rates\n") + len("      - staff_rates\n")
    rest = OWN[start:]
    text = OWN[:start] + rest[rest.index("  - id: enquiry") :]
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CourseFileError, match="there are 1 charts, and a student chooses 2"):
        load_plan(tmp_path)


def test_a_list_on_one_line_is_located_too(tmp_path: Path) -> None:
    """However a list is written, a wrong name in it is found on its own line."""
    _copy(tmp_path)
    start, end = OWN.index("    charts:\n      - staff_rates"), OWN.index("  - id: enquiry")
    text = OWN[:start] + "    charts: [staff_rates, caseloads]\n" + OWN[end:]
    (tmp_path / NAME).write_text(text, encoding="utf-8")
    with pytest.raises(CourseFileError) as caught:
        load_plan(tmp_path)
    (problem,) = caught.value.problems
    assert "caseloads" in text.splitlines()[problem.line - 1]


def _copy(folder: Path) -> None:
    shutil.copy(find_data() / "claims.csv", folder)
    shutil.copytree(find_data() / "exercises", folder / "exercises")
