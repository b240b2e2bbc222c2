"""Links by which students open a lecturer's own copy of the course."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote, urlencode

FIRST = "notebooks/00_start_here.ipynb"
BINDER = "https://mybinder.org/v2/gh"
BADGE = "https://mybinder.org/badge_logo.svg"
COLAB = "https://colab.research.google.com/github"
# What GitHub allows in the names of owners and repositories.
_OWNER = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9]|-(?=[A-Za-z0-9])){0,38}")
_GITHUB = re.compile(r"^(?:(?:https?://)?(?:www\.)?github\.com/|git@github\.com:)", re.IGNORECASE)
# The pages of a JupyterHub, which whoever copies its address from the browser copies too.
_PAGES = re.compile(r"(?<=[^/:])/(?:hub|user)(?:/.*)?$")
_NAME = re.compile(r"[A-Za-z0-9._-]{1,100}")


class LinkError(ValueError):
    """A name from which no link can be made; the message says why and what to do."""


@dataclass(frozen=True)
class Links:
    """The links to a copy on GitHub, at a tag or branch."""

    owner: str
    name: str
    ref: str
    notebook: str = FIRST

    @property
    def binder(self) -> str:
        """The link that starts the course on mybinder.org."""
        query = urlencode({"urlpath": f"lab/tree/{self.notebook}"})
        return f"{BINDER}/{self.owner}/{self.name}/{quote(self.ref, safe='')}?{query}"

    @property
    def badge(self) -> str:
        """The same as a badge, in Markdown."""
        return f"[![Open the course on Binder]({BADGE})]({self.binder})"

    def nbgitpuller(self, hub: str) -> str:
        """Return the link that copies the course into a student's folder on a JupyterHub."""
        query = {
            "repo": f"https://github.com/{self.owner}/{self.name}",
            "branch": self.ref,
            "urlpath": f"lab/tree/{self.name}/{self.notebook}",
        }
        return f"{hub.rstrip('/')}/hub/user-redirect/git-pull?{urlencode(query)}"

    @property
    def colab(self) -> str:
        """The link that opens the first notebook on Google Colab."""
        ref = quote(self.ref, safe="")
        return f"{COLAB}/{self.owner}/{self.name}/blob/{ref}/{self.notebook}"

    @property
    def colab_cell(self) -> str:
        """What must run first on Colab, which has neither the course nor its data."""
        address = f"https://github.com/{self.owner}/{self.name}"
        return (
            f"!git clone --quiet --depth 1 --branch {self.ref} {address} course\n"
            "!pip install --quiet -r course/requirements.txt course/package/*.whl\n"
            "%cd course/notebooks"
        )


def make_links(repository: str, ref: str, notebook: str = FIRST) -> Links:
    """
    Return the links to a copy of the course.

    Parameters
    ----------
    repository
        ``OWNER/REPO``, or the address of the repository on GitHub.
    ref
        A tag, a branch or a commit.
    notebook
        The path of the notebook to open.

    Raises
    ------
    LinkError
        Where no such repository or tag can be.
    """
    short = _GITHUB.sub("", repository.strip())
    owner, found, name = short.removesuffix("/").removesuffix(".git").partition("/")
    if not (found and _OWNER.fullmatch(owner) and _NAME.fullmatch(name) and name.strip(".")):
        raise LinkError(f"{repository!r} is no repository. Write OWNER/REPO, as in my-name/course.")
    # The rules of git, as far as a name that is typed can break them.
    if not re.fullmatch(r"[\w./+-]+", ref) or ".." in ref or ref.startswith(("-", "/", ".")):
        raise LinkError(f"{ref!r} is no tag. Write one such as v1 or 2026-autumn.")
    return Links(owner, name, ref, notebook)


def find_notebook(name: str, folder: Path) -> str:
    """
    Return the path of a notebook within the course.

    Parameters
    ----------
    name
        As typed: its number, a path, or the file's name with or without its ending.
    folder
        The course.

    Raises
    ------
    LinkError
        Where the course has none of that name; the message lists those that it has.
    """
    there = sorted(path.stem for path in (folder / "notebooks").glob("*.ipynb"))
    stem = PurePath(name).name.removesuffix(".ipynb")
    if stem.isdecimal():
        stem = next((one for one in there if one.startswith(f"{int(stem):02}_")), stem)
    if stem not in there:
        raise LinkError(
            f"There is no notebook {stem!r} in {folder}. There are: {', '.join(there)}."
        )
    return f"notebooks/{stem}.ipynb"


def check_hub(hub: str) -> str:
    """Return the address of a JupyterHub, without the page of it that was open.

    Raises
    ------
    LinkError
        Where no link can begin with it.
    """
    if not re.fullmatch(r"https?://[^\s/?#]+(/[^\s?#]*)?", hub):
        raise LinkError(f"{hub!r} is no address. Write it whole, as in https://hub.example.ac.uk")
    return _PAGES.sub("", hub)


def describe_links(links: Links, hub: str | None) -> str:
    """Return the links as a person reads them, each with what it is good for."""
    hub = hub or "https://YOUR-HUB"
    return "\n".join(
        [
            f"Links to {links.owner}/{links.name}, at {links.ref}",
            "",
            "Binder (nothing to install; keeps nothing when it stops):",
            f"  {links.binder}",
            "As a badge, for a README or a page (Markdown):",
            f"  {links.badge}",
            "",
            "nbgitpuller (your university's JupyterHub, where the course's package is installed):",
            f"  {links.nbgitpuller(hub)}",
            "",
            "Colab (needs a Google account, and what students write goes to Google):",
            f"  {links.colab}",
            "  There, a student first adds a cell with these lines, and runs it:",
            *(f"    {line}" for line in links.colab_cell.split("\n")),
            "",
            *_warn(links.ref),
            "Open each link once yourself before the session.",
        ]
    )


def _warn(ref: str) -> list[str]:
    if ref not in ("main", "master"):
        return []
    return [
        "These links follow every change that you make, also in the middle of a module. Better:",
        "make a tag (git tag v1 && git push origin v1), and ask again with --ref v1.",
        "",
    ]
