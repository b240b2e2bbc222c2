"""Megabytes a second and peak memory of the corpus build, beside three tools that count words.

    python benchmarks/corpus.py --sizes 10 100 1000 --repeats 3 --others-up-to 100

Each measurement is a process of its own.  Seconds are of the clock, and mean little on a machine
that others use; processor milliseconds hold up better.  They are given of all the processes a tool
starts, and of the one that used most, which is what the work would take with a processor for each.
The peak is of the process and its children together, as the operating system's resident memory,
sampled fifty times a second.  The text is made: words drawn with frequencies like English
(Zipf-Mandelbrot), in paragraphs, in files of about 50 kB, each cut by markers as a lecturer's
pages are.

Every tool is asked for the same: how often each word, and each pair of neighbouring words,
stands in each file.  swteach also measures paragraphs and writes its three tables, which the
others do not.  NLTK uses its word tokenizer without the sentence splitter (which needs a
download), conc its build with spaCy's plain English tokenizer and no model: both are faster so.
conc counts pairs only when asked later, so its build is spared them.
"""

from __future__ import annotations

import argparse
import csv
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np

TERM = r"[^\W_]+(?:['-][^\W_]+){0,3}"
FILE_BYTES = 50_000
MEGABYTE = 1_000_000
Run = Callable[[Path, Path], None]


def make_words(count: int, random: np.random.Generator) -> np.ndarray:
    """Invent distinct words, the frequent ones short, as in English."""
    letters = np.array(list("etaoinshrdlucmfwypvbgkjqxz"))
    weights = np.linspace(12, 0.3, len(letters))
    words: dict[str, None] = {}
    while len(words) < count:
        mean = 2.2 + 1.1 * np.log10(len(words) + 1)
        length = max(1, int(random.normal(mean, 1.6)))
        words["".join(random.choice(letters, length, p=weights / weights.sum()))] = None
    return np.array(list(words), dtype=object)


def make_corpus(folder: Path, megabytes: int) -> None:
    """Write files of made text and their manifest."""
    random = np.random.default_rng(megabytes)
    words = make_words(60_000, np.random.default_rng(7))
    chances = 1 / (np.arange(1, len(words) + 1) + 2.7) ** 1.05
    edges = np.cumsum(chances / chances.sum())
    rows = []
    for number in range(megabytes * MEGABYTE // FILE_BYTES):
        text = make_text(words, edges, random, number)
        name = f"page-{number:06}.txt"
        (folder / name).write_text(text, encoding="utf-8")
        tokens = text.split()
        rows.append([f"text-{number:06}", name, " ".join(tokens[:5]), " ".join(tokens[-5:])])
    with (folder / "manifest.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["doc_id", "source_file", "start_marker", "end_marker"])
        writer.writerows(rows)


def make_text(
    words: np.ndarray, edges: np.ndarray, random: np.random.Generator, number: int
) -> str:
    """Make one file's text: sentences with capitals, commas and stops, in paragraphs."""
    picked = words[np.searchsorted(edges, random.random(FILE_BYTES // 5))]
    tokens = picked.tolist()
    for at in range(0, len(tokens), 17):
        tokens[at] = tokens[at].capitalize()
        tokens[at - 1] += "."
    for at in range(7, len(tokens), 13):
        tokens[at] += ","
    paragraphs = [" ".join(tokens[at : at + 85]) for at in range(0, len(tokens), 85)]
    body = "\n\n".join(paragraphs)[: FILE_BYTES - 60]
    return f"Opening of file {number} begins\n\n{body}\n\nClosing of file {number} ends.\n"


def load_swteach(workers: int = 1) -> Run:
    """Build the three tables."""
    from swteach.corpus import build

    def run(folder: Path, out: Path) -> None:
        build(folder, out, folder / "manifest.csv", workers=workers)

    return run


def load_sklearn() -> Run:
    """Count words and pairs with CountVectorizer."""
    from sklearn.feature_extraction.text import CountVectorizer

    def run(folder: Path, out: Path) -> None:
        files = sorted(map(str, folder.glob("*.txt")))
        counter = CountVectorizer(input="filename", token_pattern=TERM, ngram_range=(1, 2))
        counter.fit_transform(files)

    return run


def load_nltk() -> Run:
    """Count words and pairs with FreqDist over the word tokenizer, file by file."""
    import nltk

    def run(folder: Path, out: Path) -> None:
        for path in sorted(folder.glob("*.txt")):
            text = path.read_text(encoding="utf-8").lower()
            tokens = nltk.word_tokenize(text, preserve_line=True)
            nltk.FreqDist(tokens)
            nltk.FreqDist(nltk.bigrams(tokens))

    return run


def load_conc() -> Run:
    """Build a conc corpus; of spaCy's pipeline conc itself uses the tokenizer alone."""
    import conc.corpus
    from spacy.lang.en import English

    class Plain(English):
        """English without a model: there is nothing to switch off."""

        def disable_pipes(self, *names: str) -> None:
            """Do nothing."""

    conc.corpus.spacy.load = lambda name: Plain()

    def run(folder: Path, out: Path) -> None:
        corpus = conc.corpus.Corpus(name="made", description="made text")
        corpus.build_from_files(str(folder), str(out))

    return run


TOOLS: dict[str, Callable[[], Run]] = {
    "swteach": load_swteach,
    "swteach, 2 processes": lambda: load_swteach(workers=2),
    "scikit-learn CountVectorizer": load_sklearn,
    "NLTK FreqDist": load_nltk,
    "conc build": load_conc,
}


class Figures(NamedTuple):
    """What one run took."""

    seconds: float
    processor: float
    busiest: float
    peak: float


def measure(tool: str, folder: Path) -> Figures:
    """Run one tool in a process of its own and see what it takes."""
    import psutil

    with tempfile.TemporaryDirectory(dir=folder.parent) as out:
        command = [sys.executable, __file__, "--run", tool, "--folder", str(folder), "--out", out]
        process = psutil.Popen(command, stdout=subprocess.PIPE, text=True)
        peak = 0
        while process.poll() is None:
            peak = max(peak, _resident(process))
            time.sleep(0.02)
        if process.returncode:
            raise RuntimeError(f"{tool} failed")
        return Figures(*json.loads(process.stdout.read().splitlines()[-1]), peak / MEGABYTE)


def _resident(process: object) -> int:
    import psutil

    total = 0
    for one in [process, *_children(process)]:
        try:
            total += one.memory_info().rss
        except psutil.NoSuchProcess:
            continue
    return total


def _children(process: object) -> list:
    import psutil

    try:
        return process.children(recursive=True)
    except psutil.NoSuchProcess:
        return []


def run_one(tool: str, folder: Path, out: Path) -> None:
    """Do the work of one tool and print its seconds; its own imports are not counted."""
    run = TOOLS[tool]()
    start, used = time.perf_counter(), _processor()
    run(folder, out)
    seconds = time.perf_counter() - start
    own, others = (after - before for before, after in zip(used, _processor(), strict=True))
    print(json.dumps([seconds, own + others, max(own, others)]))


def _processor() -> tuple[float, float]:
    # Of this process and of its children, of which no tool here has more than one.
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


def compare(sizes: list[int], repeats: int, others_up_to: int, keep: Path | None) -> None:
    """Print a table: for each size and tool the median of some runs, taken in turns."""
    heads = ["MB", "tool", "seconds: median (runs)", "MB/s"]
    heads += ["processor ms/MB", "of the busiest process", "peak MB"]
    print(f"| {' | '.join(heads)} |\n{'|---' * len(heads)}|", flush=True)
    medians: dict[tuple[int, str], Figures] = {}
    with tempfile.TemporaryDirectory(dir=keep) as top:
        for size in sizes:
            folder = Path(top) / f"made-{size}"
            folder.mkdir()
            make_corpus(folder, size)
            real = sum(path.stat().st_size for path in folder.glob("*.txt")) / MEGABYTE
            tools = [name for name in TOOLS if name.startswith("swteach") or size <= others_up_to]
            runs: dict[str, list[Figures]] = {name: [] for name in tools}
            for _ in range(repeats):
                for name in tools:
                    runs[name].append(measure(name, folder))
            for name, figures in runs.items():
                medians[size, name] = Figures(*map(statistics.median, zip(*figures, strict=True)))
                print(row(size, name, figures, medians[size, name], real), flush=True)
    for line in judge(medians):
        print(line)


def judge(medians: dict[tuple[int, str], Figures]) -> Iterator[str]:
    """Say how the medians stand to the bars that the build was given."""
    for (size, name), other in medians.items():
        own = medians[size, "swteach"]
        if name == "swteach, 2 processes":
            by_processor = f"{own.busiest / other.busiest:.2f} by processor time"
            faster = f"{own.seconds / other.seconds:.2f} times one (1.6)"
            yield f"{size} MB: two processes {faster}; {by_processor}"
        elif name != "swteach":
            yield f"{size} MB: {other.seconds / own.seconds:.1f} times as fast as {name} (over 1)"
    small, middle, large = (medians.get((size, "swteach")) for size in (10, 100, 1000))
    if middle and large:
        yield f"peak at 1000 MB {large.peak / middle.peak:.2f} times that at 100 MB (1.3)"
    if small and large:
        cost = large.seconds / 1000 / (small.seconds / 10)
        used = large.processor / 1000 / (small.processor / 10)
        by_processor = f"{used:.2f} by processor time"
        yield f"cost of a megabyte at 1000 MB {cost:.2f} times that at 10 MB (1.15); {by_processor}"


def row(size: int, name: str, figures: list[Figures], median: Figures, real: float) -> str:
    """Write one line of the table."""
    runs = ", ".join(f"{figure.seconds:.2f}" for figure in figures)
    cells = [size, name, f"{median.seconds:.2f} ({runs})", f"{real / median.seconds:.2f}"]
    cells += [f"{1000 * used / real:.0f}" for used in (median.processor, median.busiest)]
    cells.append(f"{median.peak:.0f}")
    return f"| {' | '.join(map(str, cells))} |"


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10, 100])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--others-up-to", type=int, default=100)
    parser.add_argument("--dir", type=Path, help="where the made text goes (disk, not memory)")
    parser.add_argument("--run", choices=TOOLS)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--out", type=Path)
    choices = parser.parse_args()
    if choices.run:
        run_one(choices.run, choices.folder, choices.out)
    else:
        compare(choices.sizes, choices.repeats, choices.others_up_to, choices.dir)


if __name__ == "__main__":
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    main()
