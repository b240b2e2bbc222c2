"""The inspection simulator, without a browser."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from live_examples import needs_network, send, told

import swteach as sw
from swteach import journal
from swteach.datapackage import find_data

SIF = {"help_protection": "good", "looked_after": "good", "leadership": "inadequate"}


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A journal for this test alone."""
    monkeypatch.setenv("SWTEACH_JOURNAL", str(tmp_path / "journal.json"))
    return tmp_path / "journal.json"


def test_one_profile_under_every_rule() -> None:
    """Good, good, inadequate: six rules give three different answers, told in a sentence."""
    view = send(sw.inspection_simulator(), structure="sif", grades=SIF)
    assert view["outcomes"] == {
        "worst_if_inadequate": "Inadequate",
        "median": "Good",
        "mean_rounded": "Requires improvement",
        "majority": "Good",
        "weakest_link": "Inadequate",
        "profile_only": "No overall grade",
    }
    assert view["sentence"].startswith("Two of three areas are good, but two of five rules let")


def test_the_four_frameworks() -> None:
    """Their areas, which of them no rule looks at, and the one without an overall grade."""
    sheet = sw.inspection_simulator().sheet
    counting = {
        one["id"]: [area["counts"] for area in one["areas"]].count(True)
        for one in sheet["structures"]
    }
    assert counting == {"sif": 3, "ilacs_2018": 3, "ilacs_2023": 4, "ilacs_2026": 4}
    sif, *_, newest = sheet["structures"]
    under = [area["legend"] for area in sif["areas"] if not area["counts"]]
    assert under[0] == "Adoption, part of looked after and permanence (no rule looks at it)"
    assert "gives no overall grade. Each grade here is a “what if”." in newest["caption"]


def test_counts_of_all_combinations() -> None:
    """Of 64, 37 have an inadequate area and 10 are inadequate by the middle grade; the chances."""
    first, _, third, _ = sw.inspection_simulator().sheet["structures"]
    rows = {
        row[0]: dict(zip(first["counts"]["heads"], row, strict=True))
        for row in first["counts"]["rows"]
    }
    assert rows["One inadequate area decides"]["Inadequate"] == "37"
    assert rows["The middle grade decides"]["Inadequate"] == "10"
    assert rows["Area grades only"]["No overall grade"] == "64"
    assert "All 64 combinations" in first["counts"]["caption"]
    assert "All 256 combinations" in third["counts"]["caption"]
    assert "27.1%" in first["counts"]["below"][1]
    assert "34.4%" in third["counts"]["below"][1]
    assert "not equally likely" in first["counts"]["below"][0]


def test_it_says_that_it_is_a_model() -> None:
    """Descriptors and not arithmetic; every rule has its label; no network is needed."""
    tool = sw.inspection_simulator()
    assert "Inspectors do not average" in tool.sheet["note"]
    assert "written descriptions" in tool.sheet["note"]
    assert [rule["label"] for rule in tool.sheet["rules"]] == ["Model rule"] * 6
    assert needs_network(tool) == []
    assert len(told(tool)) < 40_000


def test_no_council_is_named() -> None:
    """Neither what the page is given nor the text form names any place of the observations."""
    places = set(sw.load_observations()["geography"]) - {"England"}
    tool = sw.inspection_simulator()
    everything = told(tool) + tool.plain_text()
    assert [place for place in places if place in everything] == []


def test_a_change_of_framework_keeps_the_grades_of_shared_areas() -> None:
    """An area that both frameworks have keeps its grade; the account names those missing."""
    tool = sw.inspection_simulator()
    send(tool, structure="sif", grades=SIF)
    view = send(tool, structure="ilacs_2018", grades=SIF)
    assert view["grades"]["help_protection"] == "good"
    assert "Still to grade: Children in care and care leavers; Impact" in view["sentence"]
    assert set(view["outcomes"].values()) == {"Not yet"}


@pytest.mark.parametrize(
    "content",
    [{"structure": "own", "grades": {"x": "good"}}, {"grades": {"leadership": 5}}, {"grades": 3}],
)
def test_odd_messages_change_nothing(content: dict) -> None:
    """Unknown frameworks, areas and grades are not taken in."""
    view = send(sw.inspection_simulator(), **content)
    assert (view["structure"], view["grades"]) == ("sif", {})


def test_it_is_kept_and_brought_back(own_journal: Path) -> None:
    """Framework and grades come back; the account is in the journal beside them."""
    assert not own_journal.exists()
    send(sw.inspection_simulator(), structure="ilacs_2026", grades={"leaders": "good"})
    view = sw.inspection_simulator().view
    assert (view["structure"], view["grades"]) == ("ilacs_2026", {"leaders": "good"})
    kept = journal.latest("inspection-simulator", "simulation")
    assert kept.value["result"] == view["sentence"]


def test_a_lecturers_change_of_rules_appears(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A rule taken out goes; put back under a new name it is there, counted and applied."""
    folder = Path(shutil.copytree(find_data(), tmp_path / "data"))
    path, own = folder / "inspection_rules.yaml", (find_data() / "inspection_rules.yaml")
    text = own.read_text("utf-8")
    start, end = text.index("  - id: weakest_link"), text.index("  - id: profile_only")
    monkeypatch.setenv("SWTEACH_DATA", str(folder))
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    without = send(sw.inspection_simulator(), structure="sif", grades=SIF)
    assert "weakest_link" not in without["outcomes"]
    renamed = text[start:end].replace("The lowest grade decides", "No stronger than its weakest")
    path.write_text(text[:start] + renamed + text[end:], encoding="utf-8")
    tool = sw.inspection_simulator()
    assert send(tool, structure="sif", grades=SIF)["outcomes"]["weakest_link"] == "Inadequate"
    assert "- No stronger than its weakest: Outstanding 1;" in tool.plain_text()


def test_text_form_is_rules_and_counts_on_paper() -> None:
    """Without a kernel a reader sees frameworks, rules and counts, the same each time."""
    first = sw.inspection_simulator()._repr_mimebundle_()[0]["text/plain"]
    send(sw.inspection_simulator(), structure="sif", grades=SIF)
    assert sw.inspection_simulator()._repr_mimebundle_()[0]["text/plain"] == first
    assert "- The middle grade decides: Outstanding 10; Good 22; Requires improvement 22;" in first
