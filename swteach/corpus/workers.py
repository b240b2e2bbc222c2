"""Who does the jobs: this process, several processes, or a Dask cluster that already runs.

Each gives the results in the order of the jobs and keeps only a few in flight, so that memory
does not grow with the corpus.
"""

from __future__ import annotations

import collections
import concurrent.futures
import contextlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from swteach.corpus.jobs import Job, Result, do_job

IN_FLIGHT = 2
"""Jobs handed out for each worker: one being done, one waiting for it."""


def run_here(jobs: Iterable[Job]) -> Iterator[Result]:
    """Do the jobs one after another in this process."""
    return map(do_job, jobs)


class WorkerError(RuntimeError):
    """A process that counted has stopped; its jobs are lost."""


def run_processes(jobs: Iterable[Job], workers: int) -> Iterator[Result]:
    """Do the jobs in several processes of this machine.

    Raises
    ------
    WorkerError
        Where a process is killed, by a person or for want of memory.
    """
    # Spawned on every system alike: a forked copy of a notebook's threads can hang.
    context = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            yield from _in_order(jobs, lambda job: pool.submit(do_job, job), IN_FLIGHT * workers)
        except BrokenProcessPool:
            what = "A worker process stopped, perhaps for want of memory"
            raise WorkerError(f"{what}. Build again with fewer --workers.") from None


def run_cluster(jobs: Iterable[Job], address: str) -> Iterator[Result]:
    """Do the jobs on a Dask cluster; its workers must see the pages under the same path.

    Raises
    ------
    ImportError
        Where dask and distributed are not installed.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ImportError("A cluster needs dask: pip install 'swteach[cluster]'") from None
    with contextlib.closing(Client(address)) as client:
        width = IN_FLIGHT * max(1, sum(client.nthreads().values()))
        # A job lost with its worker is done again elsewhere; `pure` would merge equal jobs.
        yield from _in_order(jobs, lambda job: client.submit(do_job, job, pure=False), width)


def _in_order(jobs: Iterable[Job], submit: Callable[[Job], Any], width: int) -> Iterator[Result]:
    waiting: collections.deque[Any] = collections.deque()
    for job in jobs:
        waiting.append(submit(job))
        if len(waiting) >= width:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
