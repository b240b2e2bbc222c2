"""Who does the jobs: this process, several processes, or a Dask cluster that already runs.

Each gives the results in the order of the jobs and keeps only a few in flight, so that memory
does not grow with the corpus.
"""

from __future__ import annotations

import asyncio
import collections
import contextlib
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from swteach.corpus.jobs import Job, Result, do_job

IN_FLIGHT = 2
"""Jobs handed out for each worker: one being done, one waiting for it."""

AHEAD = 4
"""Results held at most, for each job handed out, until the one before them is done."""

SECONDS_TO_ANSWER = 5


def run_here(jobs: Iterable[Job]) -> Iterator[Result]:
    """Do the jobs one after another in this process."""
    return map(do_job, jobs)


class WorkerError(RuntimeError):
    """Those who should count cannot be reached, or have stopped and lost their jobs."""


def run_processes(jobs: Iterable[Job], workers: int) -> Iterator[Result]:
    """Do the jobs in several processes of this machine, of which this one is the first.

    Raises
    ------
    WorkerError
        Where a process is killed, by a person or for want of memory.
    """
    # Spawned on every system alike: a forked copy of a notebook's threads can hang.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(workers - 1, mp_context=context) as pool:
        try:
            yield from _share(jobs, pool, IN_FLIGHT * (workers - 1))
        except BrokenProcessPool:
            what = "A worker process stopped, perhaps for want of memory"
            raise WorkerError(f"{what}. Build again with fewer --workers.") from None


def _share(jobs: Iterable[Job], pool: ProcessPoolExecutor, width: int) -> Iterator[Result]:
    waiting: collections.deque[Future[Result]] = collections.deque()
    for job in jobs:
        while waiting and (waiting[0].done() or len(waiting) > AHEAD * width):
            yield waiting.popleft().result()
        if sum(not one.done() for one in waiting) < width:
            waiting.append(pool.submit(do_job, job))
        else:
            waiting.append(_do_here(job))
    while waiting:
        yield waiting.popleft().result()


def _do_here(job: Job) -> Future[Result]:
    # While the others start or are busy, this process need not be idle.
    done: Future[Result] = Future()
    done.set_result(do_job(job))
    return done


def run_cluster(jobs: Iterable[Job], address: str) -> Iterator[Result]:
    """Do the jobs on a Dask cluster; its workers must see the pages under the same path.

    Raises
    ------
    ImportError
        Where dask and distributed are not installed.
    WorkerError
        Where no scheduler answers at the address, or it stops.
    """
    try:
        import distributed
    except ImportError:
        raise ImportError("A cluster needs dask: pip install 'swteach[cluster]'.") from None
    _greet(address)
    lost = (CancelledError, distributed.scheduler.KilledWorker, OSError)
    try:
        with contextlib.closing(distributed.Client(address, timeout=SECONDS_TO_ANSWER)) as client:
            width = IN_FLIGHT * max(1, sum(client.nthreads().values()))
            # A job lost with its worker is done again elsewhere; `pure` would merge equal jobs.
            yield from _in_order(jobs, lambda job: client.submit(do_job, job, pure=False), width)
    except lost as error:
        what = f"The Dask cluster at {address} lost the work ({error})"
        raise WorkerError(f"{what}. See its own log, then build again.") from None


def _greet(address: str) -> None:
    from distributed.comm import get_address_host_port

    try:
        get_address_host_port(address)
    except (ValueError, NotImplementedError) as error:
        what = f"--scheduler {address!r} is no address ({error})"
        raise WorkerError(f"{what}. Write it like tcp://host:8786.") from None
    # A client that cannot connect leaves threads behind, so a plain connection is tried first.
    with ThreadPoolExecutor(1) as pool:  # A notebook has a loop of its own.
        try:
            pool.submit(asyncio.run, _connect(address)).result()
        except Exception as error:  # A server of another kind may say anything.
            why = (
                error
                if isinstance(error, OSError | TypeError)
                else "what answers is no Dask scheduler"
            )
            what = f"No Dask scheduler is found at {address!r} ({why})"
            raise WorkerError(f"{what}. Is it running, and is the address right?") from None


async def _connect(address: str) -> None:
    from distributed.comm import connect
    from distributed.security import Security

    options = Security().get_connection_args("client")
    await (await connect(address, timeout=SECONDS_TO_ANSWER, **options)).close()


def _in_order(jobs: Iterable[Job], submit: Callable[[Job], Any], width: int) -> Iterator[Result]:
    waiting: collections.deque[Any] = collections.deque()
    for job in jobs:
        waiting.append(submit(job))
        if len(waiting) >= width:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
