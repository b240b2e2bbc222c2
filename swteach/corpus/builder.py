"""Pages and a manifest in, tables out."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from swteach.corpus.jobs import Job, plan_jobs
from swteach.corpus.listing import read_listing
from swteach.corpus.problems import CorpusError, Problem
from swteach.corpus.readers import LIMIT
from swteach.corpus.tables import Tables, move_into_place, working_folder
from swteach.corpus.workers import run_cluster, run_here, run_processes

Progress = Callable[[int], None]


def build(
    sources: Path,
    out: Path,
    manifest: Path,
    *,
    omit: Path | None = None,
    documents: Path | None = None,
    workers: int = 1,
    scheduler: str | None = None,
    limit: int = LIMIT,
    progress: Progress = lambda size: None,
) -> None:
    """Count the texts of some pages and write paragraphs.csv, terms.csv and build.json.

    Parameters
    ----------
    sources
        Folder of saved pages (.txt, .html, .docx).
    out
        Folder for the tables; old ones are replaced only when the new ones are whole.
    manifest, omit
        Which texts stand on which page, and which lines to leave out; ``omit`` defaults to
        omit.csv beside the manifest.
    documents
        A documents.csv whose ``doc_id`` the manifest must keep to.
    workers, scheduler
        Processes on this machine, or the address of a Dask scheduler.  The tables are the same,
        to the byte, whoever does the work.
    limit
        Largest page in megabytes.
    progress
        Called with the bytes of each part that is done.

    Raises
    ------
    CorpusError
        With everything that is wrong, each at its file and line.  Nothing is written then.
    ValueError
        Where ``workers`` or ``limit`` is below 1.
    WorkerError
        Where no scheduler answers, or those who count are lost.
    """
    _check_numbers(workers, limit)
    sources, out = Path(sources), Path(out)
    listing = read_listing(manifest, omit, documents, sources)
    jobs = plan_jobs(sources.resolve(), listing.texts, listing.omissions, limit)
    folder = working_folder(out)
    try:
        write_tables(folder, jobs, workers, scheduler, progress, listing.problems)
        move_into_place(folder, out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _check_numbers(workers: int, limit: int) -> None:
    for name, value in (("workers", workers), ("limit", limit)):
        if value < 1:
            raise ValueError(f"{name}={value}: give 1 or more")


def write_tables(
    folder: Path,
    jobs: Iterator[tuple[int, Job]],
    workers: int,
    scheduler: str | None,
    progress: Progress,
    known: Iterable[Problem] = (),
) -> None:
    """Do the jobs and write the tables into an empty folder.

    Raises
    ------
    CorpusError
        With the problems already ``known`` and those of every page.
    """
    problems, sizes = list(known), list[int]()
    with contextlib.closing(Tables(folder)) as tables:
        for result in _run(_noting(jobs, sizes), workers, scheduler):
            problems += result.problems
            if not problems:
                tables.add(result)
            progress(sizes.pop(0))
        if problems:
            raise CorpusError(problems)
        tables.finish()


def _noting(jobs: Iterator[tuple[int, Job]], sizes: list[int]) -> Iterator[Job]:
    for size, job in jobs:
        sizes.append(size)
        yield job


def _run(jobs: Iterator[Job], workers: int, scheduler: str | None) -> Iterator:
    if scheduler is not None:
        return run_cluster(jobs, scheduler)
    return run_processes(jobs, workers) if workers > 1 else run_here(jobs)
