"""Links to a lecturer's copy: each in the form that its service reads."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from click.testing import CliRunner

from swteach.cli import main
from swteach.kit.links import LinkError, make_links


def test_binder_opens_the_first_notebook_at_the_tag():
    """Owner, name and tag stand in the path, the notebook in the query."""
    link = urlsplit(make_links("jo/course", "v1").binder)
    assert (link.hostname, link.path) == ("mybinder.org", "/v2/gh/jo/course/v1")
    assert parse_qs(link.query) == {"urlpath": ["lab/tree/notebooks/00_start_here.ipynb"]}


def test_a_tag_with_a_slash_stays_one_part_of_binder_s_path():
    """Binder reads the part after the name as the tag."""
    assert "/jo/course/2026%2Fautumn?" in make_links("jo/course", "2026/autumn").binder


def test_nbgitpuller_copies_the_tag_into_a_folder_of_the_repository_s_name():
    """The hub is told the address, the tag, and where in the copy the notebook lies."""
    link = urlsplit(make_links("jo/course", "v1").nbgitpuller("https://hub.example.ac.uk/"))
    assert (link.hostname, link.path) == ("hub.example.ac.uk", "/hub/user-redirect/git-pull")
    assert parse_qs(link.query) == {
        "repo": ["https://github.com/jo/course"],
        "branch": ["v1"],
        "urlpath": ["lab/tree/course/notebooks/00_start_here.ipynb"],
    }


@pytest.mark.parametrize(
    "typed",
    [
        "https://github.com/jo/course",
        "github.com/jo/course",
        "www.github.com/jo/course/",
        "jo/course/",
        "git@github.com:jo/course.git",
    ],
)
def test_an_address_does_as_well(typed: str):
    """What is copied from the browser or from git gives the same links."""
    assert make_links(typed, "v1") == make_links("jo/course", "v1")


@pytest.mark.parametrize(
    ("repository", "ref"),
    [
        ("course", "v1"),
        ("jo/..", "v1"),
        ("jo/a/b", "v1"),
        ("-jo/course", "v1"),
        ("jo/my course", "v1"),
        ("jo/course", "v 1"),
        ("jo/course", "--upload-pack=x"),
        ("jo/course", "a..b"),
        ("jo/course", "v1;rm"),
        ("jo/course", ""),
    ],
)
def test_what_is_no_repository_or_tag_is_refused(repository: str, ref: str):
    """No link is made that leads nowhere, and no line for Colab that runs something else."""
    with pytest.raises(LinkError):
        make_links(repository, ref)


@pytest.mark.parametrize("hub", ["hub", "hub.example.ac.uk", "https://", "https://a b"])
def test_a_hub_without_a_whole_address_is_refused(hub: str):
    """A link that does not begin with an address leads to a page of the reader's own site."""
    done = CliRunner().invoke(main, ["links", "jo/course", "--ref", "v1", "--hub", hub])
    assert done.exit_code == 1 and repr(hub) in done.output and "Binder" not in done.output


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("https://hub.example.ac.uk/hub/", "https://hub.example.ac.uk/hub/user-redirect"),
        ("https://hub/hub/home", "https://hub/hub/user-redirect"),
        ("https://a.ac.uk/jupyter/user/jo/lab", "https://a.ac.uk/jupyter/hub/user-redirect"),
    ],
)
def test_the_address_of_a_page_of_the_hub_does_as_well(typed: str, start: str):
    """What a browser shows after signing in leads to the same hub."""
    arguments = ["links", "jo/course", "--ref", "v1", "--hub", typed]
    assert f"  {start}/git-pull?" in CliRunner().invoke(main, arguments).output


def test_a_notebook_that_is_not_there_is_refused(course: Path, monkeypatch: pytest.MonkeyPatch):
    """A link to it would lead to nothing; the notebooks that the course has are named."""
    monkeypatch.chdir(course)
    name = "07_more_investigations_less_help"
    for typed in ("7", "07", name, f"{name}.ipynb", f"notebooks/{name}.ipynb"):
        done = CliRunner().invoke(main, ["links", "jo/course", "--ref", "v1", "--notebook", typed])
        assert done.exit_code == 0 and f"notebooks/{name}.ipynb" in done.output
    wrong = ["links", "jo/course", "--ref", "v1", "--notebook", "07_more"]
    done = CliRunner().invoke(main, wrong)
    assert done.exit_code == 1 and "There is no notebook '07_more'" in done.output
    assert f"00_start_here, 01_who_is_speaking, 05_one_word_for_a_whole_service, {name}." in (
        done.output
    )


def test_the_command_warns_of_links_without_a_tag():
    """With a tag it prints three links and a badge; without one it says how to make one."""
    tagged = CliRunner().invoke(main, ["links", "jo/course", "--ref", "v1"])
    assert tagged.exit_code == 0 and "git tag" not in tagged.output
    for part in ("mybinder.org/v2", "[![Open", "git-pull?repo", "colab.research.google.com"):
        assert part in tagged.output
    assert "git tag v1" in CliRunner().invoke(main, ["links", "jo/course"]).output
    assert CliRunner().invoke(main, ["links", "course"]).exit_code == 1
