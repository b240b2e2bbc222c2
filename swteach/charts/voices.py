"""Charts of who wrote the course's texts, and of who did not."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

import altair as alt
import pandas as pd

from swteach.charts.arguments import check_choice
from swteach.charts.bars import draw_bars, place_bars
from swteach.charts.figure import complete
from swteach.charts.joining import give
from swteach.charts.library import CHOICE, join_ids, load_texts, split_ids
from swteach.charts.theme import COUNCIL, OTHER, UNKNOWN, Group

# Words in an author's role that put a text into a group; the first group that fits takes it.
ROLES: dict[str, str] = {
    "Readers who commented": "commenter",
    "Academic, former director": "professor of social work",
    "Trade press and blogs": "trade press|blogger",
    "Practitioners, graduates": "social worker",
    "Directors": "ADASS",
    "Party-political groups": "membership group",
    "Student with care experience": "care experience",
    "Children": "child in care",
    "Parents": "parent",
    "Foster carers": "carer",
    "Residential workers": "residential worker",
    "Private providers": "private provider",
    "Inspectors": "inspector",
    "Ministers": "minister",
    "Adults using services": "service user",
}
_MEASURES = {"texts": "Texts", "words": "Words"}
_OTHERS = "Others"


def words_by_voice(genres: str | Sequence[str] | None = None) -> alt.LayerChart:
    """Draw how many words each author has in the course's texts.

    Parameters
    ----------
    genres
        Genres to count, such as ``["opinion", "interview"]``; all by default.

    Returns
    -------
    altair.LayerChart
        One bar an author, the longest first. The texts that name that author in their title
        have a colour of their own.

    Raises
    ------
    ValueError
        If no text is of a genre; the message says which genres there are.

    Notes
    -----
    Source: the words counted in the texts, as ``load_documents`` gives them.
    """
    rows = _count_words(load_texts(genres))
    first = rows["voice"].iloc[0]
    groups = [
        Group(f"By {first}", first, COUNCIL),
        Group(f"About {first}", first, UNKNOWN),
        Group(_OTHERS, _OTHERS, OTHER),
    ]
    rows = place_bars(rows, "voice")
    groups = [group for group in groups if group.name in set(rows["group"])]
    return complete(
        give(draw_bars(rows, groups, legend=True), data=rows),
        title="Words by voice",
        unit=f"Words in {_say_genres(genres)} of this course, by author",
        description=_describe_words(rows),
        notice=_notice_words(rows),
        misreading=(
            "Volume is not importance, expertise or error. A long text is not a better one, and "
            "a voice that is heard often here may be rare elsewhere."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=[CHOICE],
        table={
            "caption": "Words in the course's texts, by author",
            "file": "words_by_voice",
            "columns": {
                "voice": "Author", "shown": "Words", "share": "Share of words", "texts": "Texts",
            },
        },
        sides=20,
    )  # fmt: skip


def _say_genres(genres: str | Sequence[str] | None) -> str:
    listed = genres if isinstance(genres, str) else ", ".join(genres or [])
    return "all the texts" if genres is None else f"the texts ({listed})"


def _count_words(texts: pd.DataFrame) -> pd.DataFrame:
    counted = texts.groupby("writer", sort=False).agg(
        value=("word_count", "sum"), texts=("doc_id", "size"), source_id=("doc_id", join_ids)
    )
    counted = counted.sort_values("value", ascending=False, kind="stable").reset_index()
    first = counted["writer"].iloc[0]
    about = texts.loc[texts["title"].str.contains(first, regex=False), "writer"]
    return counted.rename(columns={"writer": "voice"}).assign(
        shown=counted["value"].map("{:,}".format),
        share=(100 * counted["value"] / counted["value"].sum()).map("{:.1f}%".format),
        group=[_name_group(voice, first, set(about)) for voice in counted["writer"]],
        caveat="",
        url="",
    )


def _name_group(voice: str, first: str, about: set[str]) -> str:
    if voice == first:
        return f"By {first}"
    return f"About {first}" if voice in about else _OTHERS


def _describe_words(rows: pd.DataFrame) -> str:
    first = rows.iloc[0]
    return (
        f"{first['voice']} wrote {first['shown']} of the {rows['value'].sum():,} words, "
        f"{first['share']}, in {first['texts']} of the {rows['texts'].sum()} texts. "
        f"There are {len(rows)} authors."
    )


def _notice_words(rows: pd.DataFrame) -> str:
    first = rows["voice"].iloc[0]
    about = rows[rows["group"] == f"About {first}"]
    added = "".join(
        f" Another {row['share']} stand in a text about {first}, by another author."
        for row in about.to_dict("records")
    )
    last = rows.iloc[-1]
    return (
        f"Compare the longest bar, {rows['shown'].iloc[0]} words, with the shortest, "
        f"{last['shown']} words by {last['voice']}.{added}"
    )


def who_speaks(
    measure: Literal["texts", "words"] = "texts", roles: Mapping[str, str] = ROLES
) -> alt.LayerChart:
    """Draw who speaks in the course's texts, with those who do not speak at zero.

    Parameters
    ----------
    measure
        ``"texts"`` or ``"words"``.
    roles
        Groups of people to the words in ``author_role`` that put a text into the group (several
        are parted by ``|``). The first group that fits takes the text.

    Returns
    -------
    altair.LayerChart
        One bar a group, the longest first; a group without a text has a zero.

    Raises
    ------
    ValueError
        If the measure is unknown, or a text fits none of the groups; the message names it.

    Notes
    -----
    Source: the roles that ``load_documents`` gives. An interview counts for its subject.
    """
    check_choice("measure", measure, list(_MEASURES))
    if not isinstance(roles, Mapping):
        raise ValueError(f"roles={roles!r}: give a name for each role and words to know it by.")
    rows = place_bars(_count_roles(load_texts(), roles, measure), "role")
    silent = rows.loc[rows["texts"] == 0, "role"].tolist()
    return complete(
        give(draw_bars(rows, [Group(measure, measure, COUNCIL)]), data=rows),
        title="Who speaks in the course's texts",
        unit=f"{_MEASURES[measure]} by, or interviews with, people of each group",
        description=_describe_roles(rows, silent, measure),
        notice=_notice_roles(silent),
        misreading=(
            "Do not suppose that a missing group would speak with one voice: its members may "
            "disagree among themselves, as those heard here do."
        ),
        sources=split_ids(rows["source_id"]),
        caveats=["A text counts once, for the first group that fits its author.", CHOICE],
        table={
            "caption": "Texts and words by group of speakers",
            "file": "who_speaks",
            "columns": {"role": "Who", "texts": "Texts", "words": "Words"},
        },
        sides=20,
    )


def _count_roles(texts: pd.DataFrame, roles: Mapping[str, str], measure: str) -> pd.DataFrame:
    found = [_find_role(row.author_role, row.doc_id, roles) for row in texts.itertuples()]
    texts = texts.assign(role=found)
    counted = texts.groupby("role").agg(
        texts=("doc_id", "size"), words=("word_count", "sum"), source_id=("doc_id", join_ids)
    )
    counted = counted.reindex(list(roles)).rename_axis("role").reset_index()
    counted = counted.fillna({"texts": 0, "words": 0, "source_id": ""})
    counted = counted.astype({"texts": "int64", "words": "int64"})
    counted = counted.sort_values(measure, ascending=False, kind="stable", ignore_index=True)
    value = counted[measure]
    words = counted["words"].map("{:,}".format)
    shown = value.map("{:,}".format)
    looks = {"group": measure, "caveat": "", "url": ""}
    return counted.assign(value=value, shown=shown, words=words, **looks)


def _find_role(said: str, doc_id: str, roles: Mapping[str, str]) -> str:
    for role, words in roles.items():
        if re.search(rf"\b(?:{words})\b", said, re.IGNORECASE):
            return role
    raise ValueError(f"{doc_id} fits none of the roles: its author is {said!r}. Add a role.")


def _notice_roles(silent: list[str]) -> str:
    if not silent:
        return "Every group has a text. See how far the longest bar is from the shortest."
    return (
        f"Look at the zeros first: {len(silent)} groups have no text here, though the texts are "
        "about their lives or their work."
    )


def _describe_roles(rows: pd.DataFrame, silent: list[str], measure: str) -> str:
    most = rows.iloc[0]
    nobody = ", ".join(role.lower() for role in silent)
    return (
        f"The group with most {measure} is “{most['role']}”: {most['shown']} of "
        f"{rows['value'].sum():,}. "
    ) + (f"{len(silent)} groups have no text: {nobody}." if silent else "No group is missing.")
