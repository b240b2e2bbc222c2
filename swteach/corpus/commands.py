"""`swteach corpus`: build, check and suggest, for a lecturer with pages of their own."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from swteach.corpus.problems import CorpusError

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_COUNT = click.IntRange(min=1)


@click.group()
def corpus() -> None:
    """Make the tables of a corpus from your own copies of its pages."""


@contextlib.contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except CorpusError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = len(error.problems)
        raise click.ClickException(f"{count} to put right. Nothing was written.") from None
    except (ImportError, OSError, RuntimeError) as error:
        raise click.ClickException(f"{error} Nothing was written.") from None


@corpus.command()
@click.argument("sources", type=_FOLDER)
@click.option(
    "--out", type=click.Path(path_type=Path), required=True, help="Folder for the tables."
)
@click.option("--manifest", type=_FILE, help="Default: manifest.csv in SOURCES, then in --out.")
@click.option("--omit", type=_FILE, help="Default: omit.csv beside the manifest.")
@click.option("--documents", type=_FILE, help="A documents.csv that the doc_ids must be in.")
@click.option(
    "--workers", type=_COUNT, default=1, show_default=True, help="Processes on this machine."
)
@click.option("--scheduler", help="Address of a Dask cluster, such as tcp://host:8786.")
@click.option(
    "--limit", type=_COUNT, default=200, show_default=True, help="Largest page, in megabytes."
)
@click.option("--compare", is_flag=True, help="Only say what differs from the tables in --out.")
def build(
    sources: Path, out: Path, manifest: Path | None, compare: bool, **choices: object
) -> None:
    """Count the texts on the pages in SOURCES and write the three tables."""
    from swteach.corpus import build as run
    from swteach.corpus import compare as run_compare

    path = _find_manifest(sources, out, manifest)
    with _told(), _bar(path, sources) as progress:
        if not compare:
            run(sources, out, path, progress=progress, **choices)
            lines = []
        else:
            lines = run_compare(sources, out, path, progress=progress, **choices)
    _report(out, compare, lines)


def _find_manifest(sources: Path, out: Path, manifest: Path | None) -> Path:
    places = [manifest] if manifest else [folder / "manifest.csv" for folder in (sources, out)]
    for place in places:
        if place.exists():
            return place
    raise click.ClickException(
        f"No manifest.csv in {sources} or {out}. Name one with --manifest, "
        f"or start one: swteach corpus suggest {sources}"
    )


@contextlib.contextmanager
def _bar(manifest: Path, sources: Path) -> Iterator[Callable[[int], None]]:
    from swteach.corpus.jobs import weigh
    from swteach.corpus.listing import read_listing

    # What is wrong in the manifest is told by the build, with what is wrong on the pages.
    names = {text.source_file for text in read_listing(manifest, sources=sources).texts}
    sizes = [weigh(sources, name) for name in names]
    with click.progressbar(length=sum(sizes), label="Counting") as bar:
        yield bar.update


def _report(out: Path, compare: bool, lines: list[str]) -> None:
    for line in lines:
        click.echo(line)
    if lines:
        raise click.ClickException("The pages no longer give the tables.")
    click.echo(f"The tables in {out} {'are what the pages give' if compare else 'are new'}.")


@corpus.command()
@click.argument("manifest", type=_FILE)
@click.option("--omit", type=_FILE, help="Default: omit.csv beside the manifest.")
@click.option("--documents", type=_FILE, help="A documents.csv that the doc_ids must be in.")
def check(manifest: Path, omit: Path | None, documents: Path | None) -> None:
    """Check a MANIFEST and its omit list without the pages."""
    from swteach.corpus.listing import read_manifest

    with _told():
        texts, rows = read_manifest(manifest, omit, documents)
    click.echo(f"{len(texts)} texts and {len(rows)} lines to leave out: nothing wrong is seen.")


@corpus.command()
@click.argument("sources", type=_FOLDER)
@click.option("--manifest", type=_FILE, help="Suggest only lines of the texts it lists.")
def suggest(sources: Path, manifest: Path | None) -> None:
    """Print a manifest and an omit list to start from, each row with its reason."""
    from swteach.corpus import suggest as run

    with _told():
        texts, lines = run(sources, manifest)
    click.echo(texts, nl=False)
    click.echo()
    click.echo(lines, nl=False)
