"""A Dask cluster gives the same tables to the byte, even when a worker dies half way."""

from __future__ import annotations

import multiprocessing
import os
import re
import signal
import socket
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from swteach.corpus import build, jobs, tables, workers
from swteach.corpus.manifest import read_texts
from swteach.corpus.workers import WorkerError


def make_pages(folder: Path, count: int) -> int:
    """Write pages of invented words and their manifest; return their bytes."""
    folder.mkdir()
    rows = ["doc_id,source_file,start_marker,end_marker"]
    for number in range(count):
        lines = [f"Line {at} of page {number} names the word w{at * number}." for at in range(900)]
        (folder / f"{number:03}.txt").write_text("\n".join(lines), encoding="utf-8")
        rows.append(f"text-{number:03},{number:03}.txt,,")
    (folder / "manifest.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return sum(path.stat().st_size for path in folder.glob("*.txt"))


def test_cluster_that_loses_a_worker_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, needs: Callable
) -> None:
    """Two worker processes, one killed half way: the build ends, equal to one process's."""
    cluster_kind = needs("distributed").LocalCluster
    size = make_pages(tmp_path / "pages", 40)
    monkeypatch.setattr(jobs, "JOB_BYTES", size // 20)
    manifest = tmp_path / "pages" / "manifest.csv"
    build(tmp_path / "pages", tmp_path / "alone", manifest)
    with cluster_kind(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster:
        done, killed = [0], []

        def kill_half_way(part: int) -> None:
            done[0] += part
            if done[0] >= size / 2 and not killed:
                killed.append(cluster.workers[0].process.process.pid)
                os.kill(killed[0], signal.SIGKILL)

        choices = {"scheduler": cluster.scheduler_address, "progress": kill_half_way}
        build(tmp_path / "pages", tmp_path / "cluster", manifest, **choices)
    assert killed
    for name in tables.NAMES:
        assert (tmp_path / "cluster" / name).read_bytes() == (
            tmp_path / "alone" / name
        ).read_bytes()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("nonsense", "'nonsense' is no address (missing port number"),
        ("bogus://localhost:1", "is no address (unknown address scheme 'bogus'"),
        ("", "'' is no address"),
        ("tcp://127.0.0.1:1", "No Dask scheduler is found at 'tcp://127.0.0.1:1' (Timed out"),
    ],
)
def test_bad_scheduler_address(
    tmp_path: Path, needs: Callable, monkeypatch: pytest.MonkeyPatch, address: str, message: str
) -> None:
    """An address that is none, or where nobody answers: clear words, and nothing is written."""
    needs("distributed")
    monkeypatch.setattr(workers, "SECONDS_TO_ANSWER", 1)
    make_pages(tmp_path / "pages", 1)
    with pytest.raises(WorkerError, match=re.escape(message)):
        build(
            tmp_path / "pages",
            tmp_path / "out",
            tmp_path / "pages" / "manifest.csv",
            scheduler=address,
        )
    assert not list((tmp_path / "out").iterdir())


def test_server_that_is_no_scheduler(
    tmp_path: Path, needs: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something else answers at the address, as a web server does."""
    needs("distributed")
    monkeypatch.setattr(workers, "SECONDS_TO_ANSWER", 1)
    make_pages(tmp_path / "pages", 1)
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as threads:
        address = f"tcp://127.0.0.1:{server.getsockname()[1]}"
        threads.submit(answer_once, server)
        with pytest.raises(WorkerError, match="No Dask scheduler is found"):
            list(workers.run_cluster([], address))


def answer_once(server: socket.socket) -> None:
    """Answer one caller as a web server does."""
    caller, _ = server.accept()
    with caller:
        caller.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")


def test_threads_of_one_worker_do_not_mix_their_words(tmp_path: Path) -> None:
    """Jobs done at once in threads of one process, as Dask does them, give the same rows."""
    make_pages(tmp_path / "pages", 24)
    texts = read_texts(tmp_path / "pages" / "manifest.csv")
    planned = [jobs.Job(tmp_path / "pages", [(text.source_file, [text], [])]) for text in texts]
    alone = [jobs.do_job(job).texts for job in planned]
    with ThreadPoolExecutor(6) as threads:
        assert list(threads.map(lambda job: jobs.do_job(job).texts, planned)) == alone


def test_this_process_is_one_of_those_that_count(tmp_path: Path) -> None:
    """Two processes are this one and one more, which starts while this one counts."""
    make_pages(tmp_path / "pages", 60)
    manifest, children = tmp_path / "pages" / "manifest.csv", list[int]()
    build(
        tmp_path / "pages",
        tmp_path / "out",
        manifest,
        workers=2,
        progress=lambda part: children.append(len(multiprocessing.active_children())),
    )
    assert max(children) == 1
    build(tmp_path / "pages", tmp_path / "alone", manifest)
    for name in tables.NAMES:
        assert (tmp_path / "out" / name).read_bytes() == (tmp_path / "alone" / name).read_bytes()


def test_killed_process_is_told(tmp_path: Path) -> None:
    """A worker process that dies ends the build with a message, and nothing is written."""
    make_pages(tmp_path / "pages", 500)

    def kill_all(part: int) -> None:
        for child in multiprocessing.active_children():
            child.kill()

    with pytest.raises(WorkerError, match="fewer --workers"):
        build(
            tmp_path / "pages",
            tmp_path / "out",
            tmp_path / "pages" / "manifest.csv",
            workers=2,
            progress=kill_all,
        )
    assert not list((tmp_path / "out").iterdir())
