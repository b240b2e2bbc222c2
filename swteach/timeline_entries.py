"""Events and texts in one table, for the timeline's chart and for the explorer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pandas as pd

from swteach.charts.rows import UNCHECKED
from swteach.tables import load_documents, load_events, load_sources

TEXTS = "texts"
_DATES = ["date_text", "date_precision", "date_start", "date_end"]
_DETAILS = ["title", "lane", "who", "summary", "caveat", "source_id", "url", "publisher"]
COLUMNS = ["event_id", *_DATES, *_DETAILS]


def collect_entries() -> pd.DataFrame:
    """
    Join events and texts into one table with the address each rests on.

    Returns
    -------
    DataFrame
        One row an event or a dated text: event_id (of a text its doc_id), date_text,
        date_precision, date_start, date_end, title, lane, who, summary, caveat, source_id (of a
        text none), url, publisher. Missing text is ``""``.

    Raises
    ------
    ValueError
        Where the data folder is missing or damaged, as the loaders say.
    """
    both = [_read_events(load_events()), _read_texts(load_documents())]
    entries = pd.concat([frame[COLUMNS].astype({"date_precision": "str"}) for frame in both])
    entries = entries.dropna(subset=["date_start"]).reset_index(drop=True)
    words = [name for name in COLUMNS if name not in ("date_start", "date_end")]
    entries[words] = entries[words].astype("str").where(entries[words].notna(), "")
    return entries


def _read_events(events: pd.DataFrame) -> pd.DataFrame:
    # A text has an event of its own in the record; the text itself stands for it.
    frame = events[events["lane"] != TEXTS].astype({"source_id": "object"})
    unchecked = (frame["checked"] == "no") & frame["caveat"].isna()
    cited = load_sources()[["source_id", "url", "publisher"]].astype("object")
    return frame.assign(
        lane=frame["lane"].astype("str"),
        who=frame["actor"],
        caveat=frame["caveat"].mask(unchecked, UNCHECKED),
    ).merge(cited, on="source_id", how="left")


def _read_texts(documents: pd.DataFrame) -> pd.DataFrame:
    kind = documents["genre"].astype("str").str.capitalize()
    return documents.rename(columns={"doc_id": "event_id"}).assign(
        lane=TEXTS,
        who=documents["author"],
        summary=kind + ".",
        caveat=None,
        source_id=None,
        publisher=documents.apply(_say_publisher, axis=1),
    )


def _say_publisher(text: pd.Series) -> str:
    # Some texts could be read only where someone else had put them up.
    publisher, url = str(text["original_publisher"]), text["url"]
    host = urlsplit(url).netloc.removeprefix("www.") if isinstance(url, str) else ""
    name = re.sub(r"\(.*?\)|[^a-z0-9]", "", publisher.lower())
    there = not host or name in host.replace(".", "")
    return publisher if there else f"{publisher}, read at {host}"
