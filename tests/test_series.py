"""Series and breaks: each series is described, and every known break stands where it belongs."""

from __future__ import annotations

import pandas as pd
import pytest

import swteach as sw

BY_PROVIDER = ["cla_by_provider", "cla_provider_share", "cla_private_share_reported"]
BOUNDARY = ["cla_locality", "cla_outside_share"]
SPENDING = ["s251_private_share", "s251_private_spend", "s251_total_spend"]
HOME_GRADES = ["grade_good_outstanding_by_sector", "grade_outstanding_by_sector"]
LATEST = ["la_overall_derived_count", "la_overall_derived_pct", "la_leadership_derived_pct"]
CENSUS = [
    "dm_s47",
    "dm_icpc",
    "dm_s47_to_icpc_pct",
    "dm_referrals",
    "dm_cin_at31",
    "dm_cin_year",
    "dm_cpp_at31",
    "dm_cpp_starts",
    "dm_cpp_second_pct",
    "dm_cpp_category_at31_pct",
    "dm_primary_need",
]

# What the compilers of the figures said a chart must not draw across, subject by subject.
KNOWN_BREAKS = {
    "providers recoded": (BY_PROVIDER, "2016-03-31", "recording"),
    "provider not reported": ([*BY_PROVIDER, "cla_type_private_share"], "2024-03-31", "recording"),
    "boundary table 2014": (BOUNDARY, "2014-03-31", "coverage"),
    "boundary table 2015": (BOUNDARY, "2015-03-31", "coverage"),
    "boundary table 2019": (BOUNDARY, "2019-03-31", "coverage"),
    "boundary table 2021": (BOUNDARY, "2021-03-31", "coverage"),
    "September register": (["homes_by_sector", "places_share_by_sector"], "2015-03-31", "source"),
    "grade adequate of homes": (HOME_GRADES, "2016-03-31", "framework"),
    "common framework of homes": (HOME_GRADES, "2018-03-31", "framework"),
    "homes not graded in the pandemic": (HOME_GRADES, "2021-03-31", "coverage"),
    "two visits a year to a home": (["childrens_homes_in_year_pct"], "2019-03-31", "recording"),
    "no home inspections 2020-21": (["childrens_homes_in_year_pct"], "2022-03-31", "coverage"),
    "spending form 2009-10": (SPENDING, "2010-03-31", "definition"),
    "spending form 2012-13": (SPENDING, "2013-03-31", "definition"),
    "spending form 2014-15": (SPENDING, "2015-03-31", "definition"),
    "other public provision 2018-19": (["s251_private_share"], "2019-03-31", "recording"),
    "largest owners": (["homes_largest_count"], "2023-03-31", "definition"),
    "desk assessment of 2006": (["apa_overall_pct"], "2006-12-31", "coverage"),
    "inspections of 2009 to 2013": (
        ["child_protection_2009_13_count"],
        "2013-12-31",
        "framework",
    ),
    "only councils visited so far": (LATEST, "2017-10-31", "coverage"),
    "frameworks mixed": (LATEST, "2018-03-31", "framework"),
    "visits stopped": (LATEST, "2021-03-31", "coverage"),
    "care leavers graded": (LATEST[:2], "2023-03-31", "framework"),
    "councils merged and split": (["state_of_nation_published_pct"], "2024-03-31", "geography"),
    "no overall grade": (["ilacs_in_year_derived_count"], "2026-12-31", "framework"),
    "first workforce census": (["wf_old_headcount", "wf_old_vacancy_rate"], "2013-09-30", "source"),
    "managers counted": (["wf_old_headcount", "wf_old_fte"], "2015-09-30", "definition"),
    "covered vacancies counted": (["wf_old_vacancy_fte"], "2015-09-30", "recording"),
    "experimental year": (CENSUS, "2011-03-31", "source"),
    "sampled years begin": (["cla_total", "dm_cla_at31"], "1998-03-31", "source"),
    "sampled years end": (["cla_total", "dm_cla_at31"], "2004-03-31", "source"),
}

# Where a line may go on and a reader must still be told: words the caveat has to hold.
FOOTNOTES = {
    "dm_s47": ["Hackney", "Hampshire", "87,700", "experimental"],
    "dm_cpp_category_at31_pct": ["Hackney", "multiple category"],
    "wf_agency_rate_fte": ["two boroughs", "17.8%", "16.0%"],
    "wf_vacancy_rate_fte": ["two boroughs"],
    "wf_turnover_rate_headcount": ["2022 release"],
    "childrens_homes_in_year_pct": ["14.2%", "3.9%"],
    "child_protection_2009_13_count": ["16%"],
    "pv_child_ahc_pct": ["March 2026"],
    "homes_total": ["short breaks"],
    "grade_good_outstanding_by_sector": ["repeats 2018"],
}

# Pairs that must never be joined: the first ends before the second begins.
NEVER_JOINED = [
    ("wf_old_headcount", "wf_inpost_headcount"),
    ("wf_old_fte", "wf_inpost_fte"),
    ("wf_old_vacancy_rate", "wf_vacancy_rate_fte"),
    ("wf_old_turnover_rate", "wf_turnover_rate_fte"),
    ("wf_old_agency_fte", "wf_agency_fte"),
    ("homes_by_sector_pre2002", "homes_by_sector"),
    ("star_ratings_count", "star_ratings_adults_count"),
    ("star_ratings_pct", "star_ratings_adults_count"),
    ("homes_top10_share", "owners_2025_homes_top20"),
    ("s251_total_spend", "ro3_spend"),
    ("ofsted_social_care_report_2013_pct", "la_overall_derived_pct"),
]

CHARTED = [
    *BY_PROVIDER,
    *BOUNDARY,
    *HOME_GRADES,
    *LATEST,
    *CENSUS,
    "homes_by_sector",
    "homes_share_by_sector",
    "homes_by_sector_pre2002",
    "homes_la_share_published",
    "homes_top10_share",
    "places_by_sector",
    "places_share_by_sector",
    "cla_distance_pct",
    "cma_margin",
    "bm2022_or",
    "bm2023_effect_disruption",
    "bm2023_effect_out_of_area",
    "s251_private_share",
    "scotland_private_share",
    "wales_private_share",
    "sif_first_overall_count",
    "sif_to_2026_flow_count",
    "limiting_rule_derived_count",
    "reinspection_months_derived",
    "childrens_homes_in_year_pct",
    "wf_vacancy_rate_fte",
    "wf_turnover_rate_fte",
    "wf_agency_rate_fte",
    "wf_starters_fte",
    "wf_leavers_fte",
    "wf_caseload",
    "wf_leaver_destination",
    "sv_not_recommend_employer",
    "dm_cla_at31",
    "sp_change_pct",
]


def series() -> pd.DataFrame:
    return sw.load_series().set_index("series_id")


def ends() -> pd.DataFrame:
    """Return the first and last day on which an observation of each series ends."""
    return sw.load_observations().groupby("series_id")["period_end"].agg(["min", "max"])


def test_series_and_observations_name_each_other() -> None:
    """A series without figures, or a figure without a series, cannot be explained or shown."""
    described, observed = set(series().index), set(sw.load_observations()["series_id"])
    assert described == observed, f"only on one side: {sorted(described ^ observed)}"


def test_titles_are_short_and_tell_series_apart() -> None:
    """A student who picks a series by its title gets the one that is meant."""
    titles = series()["title"]
    twins = titles[titles.str.casefold().duplicated(keep=False)]
    assert twins.empty, twins.to_string()
    assert titles.str.len().max() <= 100, titles[titles.str.len() > 100].to_string()


def test_definitions_say_more_than_titles() -> None:
    """A definition of a handful of letters, or the title again, explains nothing."""
    table = series()
    thin = table[(table["definition"].str.len() < 30) | (table["definition"] == table["title"])]
    assert thin.empty, thin["definition"].to_string()


def test_every_number_says_what_it_is_of() -> None:
    """A percentage of nothing in particular is the commonest way to mislead."""
    table = series()
    bare = table[table["unit_of"].isna() | (table["unit_of"] == "")]
    assert bare.empty, bare["unit"].to_string()


def test_shares_name_their_base() -> None:
    """A share says of whom, as "of children looked after", save a chance or a claim."""
    table = series()
    shares = table.loc[table["unit"] == "percent", "unit_of"]
    loose = shares[~shares.str.match(r"of |chance of ")]
    assert loose.empty, loose.to_string()


@pytest.mark.parametrize("name", sorted(set(CHARTED)))
def test_charted_series_say_how_they_are_misread(name: str) -> None:
    """A chart prints the misreading to prevent, so none may be drawn without one."""
    text = series().loc[name, "misreading"]
    assert isinstance(text, str) and len(text) > 30, name


def test_hidden_figures_are_explained() -> None:
    """Whoever looks for a figure that is not shown finds out in the caveat why."""
    rows = sw.load_observations(display="hide")
    caveats = series().loc[rows["series_id"].unique(), "caveat"].fillna("")
    silent = caveats[~caveats.str.contains(r"not (?:to be )?show", case=False)]
    assert silent.empty, silent.to_string()


def test_breaks_lie_inside_their_series() -> None:
    """A break parts two observations, so it comes after the first and not after the last."""
    table = sw.load_breaks().join(ends(), on="series_id")
    outside = table[~((table["min"] < table["at"]) & (table["at"] <= table["max"]))]
    assert outside.empty, outside.to_string()


def test_breaks_are_told_once_in_a_sentence() -> None:
    """A chart prints the reason as a footnote: one sentence, and one for each kind of break."""
    table = sw.load_breaks()
    assert not table.duplicated(["series_id", "at", "kind"]).any()
    ragged = table.loc[~table["why"].str.fullmatch(r"[A-Z0-9](?!.*\. ).{25,}\."), "why"]
    assert ragged.empty, ragged.to_string()


@pytest.mark.parametrize("name", KNOWN_BREAKS)
def test_known_breaks_are_marked(name: str) -> None:
    """Every break that the compilers named is on every series it touches."""
    wanted, at, kind = KNOWN_BREAKS[name]
    table = sw.load_breaks(kind=kind)
    marked = set(table.loc[table["at"] == pd.Timestamp(at), "series_id"])
    assert set(wanted) <= marked, f"{name} ({at}) not on {sorted(set(wanted) - marked)}"


@pytest.mark.parametrize("name", FOOTNOTES)
def test_footnotes_stand_in_the_caveat(name: str) -> None:
    """Where a line may go on, what the reader must allow for stands in the caveat."""
    text = series().loc[name, "caveat"]
    assert [word for word in FOOTNOTES[name] if word not in text] == [], text


@pytest.mark.parametrize(("earlier", "later"), NEVER_JOINED)
def test_measures_that_changed_are_two_series(earlier: str, later: str) -> None:
    """Two measures of one thing are two series, so that no line can run from one to the other."""
    table = ends()
    assert table.loc[earlier, "max"] < table.loc[later, "min"]


def test_adequate_and_requires_improvement_never_share_a_series() -> None:
    """Adequate became requires improvement in 2013, with another meaning."""
    rows = sw.load_observations()
    old, new = (
        set(rows.loc[rows["breakdown"].str.contains(grade), "series_id"])
        for grade in (r"\badequate", "requires improvement")
    )
    assert old and new and not old & new, sorted(old & new)
