"""Pages and a manifest in, tables out."""

from __future__ import annotations

import contextlib
import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from swteach.corpus.jobs import Job, plan_jobs
from swteach.corpus.manifest import Omission, Text, nearest, read_omissions, read_texts
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
    """
    texts, omissions = read_manifest(manifest, omit, documents)
    jobs = plan_jobs(sources.resolve(), texts, omissions, limit)
    folder = working_folder(out)
    try:
        write_tables(folder, jobs, workers, scheduler, progress)
        move_into_place(folder, out)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def read_manifest(
    manifest: Path, omit: Path | None = None, documents: Path | None = None
) -> tuple[list[Text], list[Omission]]:
    """Read and check the files that a lecturer edits, without the pages.

    Raises
    ------
    CorpusError
        With everything that is wrong in the first file that has mistakes.
    """
    texts = read_texts(manifest)
    omissions = read_omissions(omit or manifest.with_name("omit.csv"), texts)
    if documents is not None:
        _check_documents(texts, documents)
    return texts, omissions


def _check_documents(texts: list[Text], documents: Path) -> None:
    with documents.open(encoding="utf-8-sig", newline="") as file:
        known = [row["doc_id"] for row in csv.DictReader(file)]
    what = f"unknown doc_id: it is not in {documents}"
    wrong = [
        text.problem(what, nearest(text.doc_id, known))
        for text in texts
        if text.doc_id not in known
    ]
    if wrong:
        raise CorpusError(wrong)


def write_tables(
    folder: Path,
    jobs: Iterator[tuple[int, Job]],
    workers: int,
    scheduler: str | None,
    progress: Progress,
) -> None:
    """Do the jobs and write the tables into an empty folder.

    Raises
    ------
    CorpusError
        With the problems of every page.
    """
    problems, sizes = list[Problem](), list[int]()
    with contextlib.closing(Tables(folder)) as tables:
        for result in _run(_noting(jobs, sizes), workers, scheduler):
            problems += result.problems
            tables.add(result)
            progress(sizes.pop(0))
        tables.finish()
    if problems:
        raise CorpusError(problems)


def _noting(jobs: Iterator[tuple[int, Job]], sizes: list[int]) -> Iterator[Job]:
    for size, job in jobs:
        sizes.append(size)
        yield job


def _run(jobs: Iterator[Job], workers: int, scheduler: str | None) -> Iterator:
    if scheduler:
        return run_cluster(jobs, scheduler)
    return run_processes(jobs, workers) if workers > 1 else run_here(jobs)
