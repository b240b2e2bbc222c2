"""The course's tables as typed data frames.

Every loader reads one CSV file of the data package and returns a frame of the caller's own:
changing it never changes what the next call returns. Closed lists are categoricals, dates are
``datetime64``, counts that may be missing are ``Int64``. Keyword arguments filter the rows:
``load_observations(series="dm_s47", geography="England")``. An argument names a column (its
``_id`` may be left out) and takes a value or a list of values; every loader raises what
:func:`load_documents` raises where one does not fit.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from swteach.frames import load


def load_documents(**filters: Any) -> pd.DataFrame:
    """Return the 17 texts that the course discusses.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``genre="opinion"``.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``title``, ``author``, ``author_role``, ``date_text``, ``date_start`` and
        ``date_end`` (the span the text may have been written in), ``date_precision``,
        ``date_how_known``, ``original_publisher``, ``host_site``, ``genre``, ``themes``
        (separated by semicolons), ``stance_privatisation``, ``stance_inspection``,
        ``stance_workforce_reform``, ``word_count`` (words), ``paragraph_count``,
        ``clutter_present``, ``url``.

    Raises
    ------
    TypeError
        If a filter names no column.
    ValueError
        If a filter's value is not in the column; the message names the nearest ones.

    Notes
    -----
    Source: bibliographic facts gathered for the course; the texts are not included.
    """
    return load("documents", filters)


def load_claims(**filters: Any) -> pd.DataFrame:
    """Return the claims made in the texts, paraphrased and coded.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``doc="jones-2014-cavalry"``.

    Returns
    -------
    pandas.DataFrame
        ``claim_id``, ``doc_id``, ``paragraph`` (0 is a headline), ``theme``, ``claim_type``,
        ``paraphrase``, ``speaker``, ``target``, ``stance`` (towards the target),
        ``evidence_offered``, ``checkable_with``. Show no paraphrase without its speaker.

    Notes
    -----
    Source: the texts, coded for the course by the rules that its documentation gives.
    """
    return load("claims", filters)


def load_paragraphs(**filters: Any) -> pd.DataFrame:
    """Return the numbered paragraphs of the texts: their length and outer words.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``doc="beck-2015-generic"``.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``paragraph``, ``kind``, ``words``, ``sentences``, ``characters``,
        ``first_words`` and ``last_words`` (three each).

    Notes
    -----
    Source: counts made from the texts, which are not included.
    """
    return load("paragraphs", filters)


def load_terms(**filters: Any) -> pd.DataFrame:
    """Return how often each word, and each repeated pair of words, stands in each text.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``doc="beck-2015-generic"``.

    Returns
    -------
    pandas.DataFrame
        ``doc_id``, ``term`` (lower case), ``count``.

    Notes
    -----
    Source: counts made from the texts, which are not included.
    """
    return load("terms", filters)


def load_glossary(**filters: Any) -> pd.DataFrame:
    """Return the field's terms in plain words.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``theme="inspection"``.

    Returns
    -------
    pandas.DataFrame
        ``term``, ``expansion``, ``definition``, ``theme``, ``first_seen_doc_id``, ``url``.

    Notes
    -----
    Source: written for the course; ``url`` names a page that supports a definition.
    """
    return load("glossary", filters)


def load_series(**filters: Any) -> pd.DataFrame:
    """Return what each series of figures counts and how it is easily misread.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``theme="demand"``.

    Returns
    -------
    pandas.DataFrame
        ``series_id``, ``title``, ``definition``, ``theme``, ``unit`` and ``unit_of`` (the unit
        of every value of the series), ``geography_note``, ``misreading``, ``caveat``.

    Notes
    -----
    Source: written for the course from the publications in :func:`load_sources`.
    """
    return load("series", filters)


def load_breaks(**filters: Any) -> pd.DataFrame:
    """Return the dates across which a series may not be read as one line.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``series="cla_provider_share"``.

    Returns
    -------
    pandas.DataFrame
        ``series_id``, ``at`` (the break lies between the last observation that ends before
        this day and the first that ends on or after it), ``kind``, ``why``.

    Notes
    -----
    Source: written for the course from the publications' own notes and from checks of them.
    """
    return load("breaks", filters)


def load_observations(**filters: Any) -> pd.DataFrame:
    """Return the published figures, one a row.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``series="dm_s47", geography="England"``.

    Returns
    -------
    pandas.DataFrame
        ``series_id``, ``geography``, ``breakdown``, ``period`` (as published),
        ``period_start`` and ``period_end`` (equal for a count on one day), ``value`` (in the
        unit that :func:`load_series` gives), ``source_id``, ``locator``, ``checked``,
        ``display`` (plain, with caveat, hide), ``caveat``, ``note``.

    Notes
    -----
    Source: the publication named in ``source_id``; see :func:`load_sources`.
    """
    return load("observations", filters)


def load_events(**filters: Any) -> pd.DataFrame:
    """Return what happened in law, inspection, the market and the workforce.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``lane="inspection"``.

    Returns
    -------
    pandas.DataFrame
        ``event_id``, ``date_text``, ``date_precision``, ``date_start`` and ``date_end`` (the
        span it may have happened in), ``title``, ``actor``, ``kind``, ``lane``, ``theme``,
        ``theme_2``, ``summary``, ``source_id``, ``source_2_id``, ``checked``, ``caveat``.

    Notes
    -----
    Source: the publications named in ``source_id`` and ``source_2_id``.
    """
    return load("events", filters)


def load_regimes(**filters: Any) -> pd.DataFrame:
    """Return how children's services in England have been inspected, 1970s to 2027.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``body="Ofsted"``.

    Returns
    -------
    pandas.DataFrame
        ``regime_id``, ``name``, ``body``, ``start_text``, ``start``, ``end_text``, ``end``
        (missing while it runs), ``scope``, ``grades``, ``frequency_or_notice``,
        ``unannounced``, ``scale_points`` (number of grades), ``successor_id``, ``source_id``,
        ``source_2_id``, ``checked``, ``caveat``, ``summary``.

    Notes
    -----
    Source: the publications named in ``source_id`` and ``source_2_id``.
    """
    return load("regimes", filters)


def load_sources(**filters: Any) -> pd.DataFrame:
    """Return every publication that a figure, event or regime rests on.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``publisher="Ofsted"``.

    Returns
    -------
    pandas.DataFrame
        ``source_id``, ``title``, ``publisher``, ``published``, ``url`` (the publisher's own
        page, to be cited), ``via`` (a public copy that was read), ``licence``, ``note``.
    """
    return load("sources", filters)


def load_evidence(**filters: Any) -> pd.DataFrame:
    """Return which series or event tests which claim, and both halves of the answer.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``claim="jones-2025-lswg-briefing-c05"``.

    Returns
    -------
    pandas.DataFrame
        ``evidence_id``, ``claim_id``, ``series_id``, ``event_id``, ``verdict``, ``supports``
        and ``does_not_settle`` (what the record supports, and what it leaves open).

    Notes
    -----
    Source: written for the course from the figures and events it names.
    """
    return load("evidence", filters)


def load_codings(**filters: Any) -> pd.DataFrame:
    """Return how two coders coded the same claims, each without sight of the other's codes.

    Parameters
    ----------
    **filters
        Columns and the values to keep, such as ``field="claim_type", agree="no"``.

    Returns
    -------
    pandas.DataFrame
        ``claim_id``, ``field`` (the column of the claims that was coded), ``first_coder`` and
        ``second_coder`` (their codes), ``agree``, ``reason`` and ``outcome`` (why they differ
        and what was done; missing where they agree).

    Notes
    -----
    Source: made for the course. Both codings were automated, so that no figure made from them
    is agreement between people. The second coder saw paragraph, paraphrase and target only.
    The codes are those first given; some claims have been recoded or reworded since.
    """
    return load("codings", filters)
