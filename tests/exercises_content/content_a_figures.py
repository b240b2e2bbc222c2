"""The rows and sums behind the figures in the questions of notebooks 1, 2, 4 and 8."""

from __future__ import annotations

import pandas as pd

import swteach as sw

ALL, LA, PRIVATE = "all", "Local authority", "Private"
OWN, BOUGHT = "Own provision (by the LA)", "Private provision"
UNKNOWN = "Placement provider not reported"
GRADES, TOP = "grade_good_outstanding_by_sector", "grade_outstanding_by_sector"
ODDS = ("bm2022_or", "For-profit vs local authority, adjusted", "2014-2021")
AREA = ("bm2023_effect_out_of_area", "Out-of-area placement", "2011-2022")
MARGIN = ("cma_margin", "Children's homes", "2016-2020")
VISITS, LATEST = "childrens_homes_in_year_pct", "childrens_homes_latest_pct"

# The rows an exercise quotes: (series, breakdown, period).
ROWS: dict[str, list[tuple[str, str, str]]] = {
    "n2-mcq-1": [("delegation_responses", "All responses", "2014")],
    "n2-mcq-6": [("wf_turnover_rate_fte", ALL, year) for year in ("2017", "2022", "2025")],
    "n2-match-4": [
        ("cla_total", "All children", "2011"),
        ("cla_total", "All children", "2021"),
        ("dm_s47", ALL, "2010-11"),
        ("dm_s47", ALL, "2020-21"),
        ("sp_change_pct", "early, 2010-11 to 2019-20", "2019-20"),
        ("state_of_nation_published_pct", "good or outstanding", "2017-10-31"),
        ("state_of_nation_published_pct", "good or outstanding", "2020-03-31"),
    ],
    "n2-verdict-1": [
        ("sv_happy_profession", "Guardian Social Lives", "2008"),
        ("wf_old_turnover_rate", ALL, "2013"),
    ],
    "n4-pred-1": [
        *[(GRADES, who, year) for who in (LA, PRIVATE, "Voluntary") for year in ("2022", "2025")],
        ("grade_inspected_homes_by_sector", "Voluntary", "2025"),
    ],
    "n4-pred-2": [("cla_by_provider", UNKNOWN, "2025")],
    "n4-num-3": [MARGIN, ("cma_price_week", "Children's homes", "2020")],
    "n4-several-1": [MARGIN, ("cma_large_coverage", "15 largest providers, about", "2020")],
    "n4-match-1": [
        ("homes_share_by_sector", PRIVATE, "2025"),
        ("places_share_by_sector", PRIVATE, "2025"),
        ("cla_provider_share", BOUGHT, "2025"),
        ("cla_outside_share_by_provider", BOUGHT, "2024"),
        ("cla_outside_share_by_provider", OWN, "2024"),
    ],
    "n4-num-2": [
        ("cla_by_provider", BOUGHT, "2025"),
        ("cla_total", "All children", "2025"),
        ("cla_provider_share", BOUGHT, "2011"),
    ],
    "n4-mcq-5": [
        *[("cla_provider_share", BOUGHT, year) for year in ("2016", "2023", "2024", "2025")],
        *[("cla_provider_share", UNKNOWN, year) for year in ("2023", "2024", "2025")],
        *[("cla_private_share_reported", BOUGHT, year) for year in ("2023", "2024", "2025")],
    ],
    "n4-num-4": [
        *[("homes_by_sector", LA, year) for year in ("2021", "2025")],
        *[("places_by_sector", LA, year) for year in ("2021", "2025")],
    ],
    "n4-mcq-6": [
        (VISITS, "local authority | inadequate", "2022-23"),
        (VISITS, "local authority | inadequate", "2023-24"),
        (LATEST, "local authority | inadequate", "2023-03-31"),
        (LATEST, "private | inadequate", "2023-03-31"),
        ("childrens_homes_latest_count", "local authority | inadequate", "2023-03-31"),
        ("childrens_homes_in_year_count", "local authority | inadequate", "2022-23"),
    ],
    "n4-num-1": [ODDS],
    "n4-num-5": [("bm2022_prob_outstanding", who, "2014-2021") for who in (LA, "For-profit")],
    "n4-mcq-2": [AREA, ("bm2023_effect_disruption", "Placement disruption", "2011-2022")],
    "n4-mcq-3": [ODDS],
    "n4-mcq-7": [ODDS, ("bm2022_or", "For-profit vs local authority, unadjusted", "2014-2021")],
    "n4-num-6": [AREA],
    "n4-match-2": [AREA, (GRADES, PRIVATE, "2025"), ("cla_provider_share", BOUGHT, "2025")],
    "n4-several-3": [
        ODDS,
        *[(GRADES, who, year) for who in (LA, PRIVATE) for year in ("2019", "2022", "2024")],
        *[(TOP, who, "2025") for who in (LA, PRIVATE)],
    ],
}
# Numbers that are no finding: what a stem supposes, the scale, and the two coders' results.
GIVEN = {
    "n2-num-2": "47 40",
    "n2-num-3": "79 47 36 0.79 0.36 0.81",
    "n2-mcq-3": "79 47 0.67 0.47 0.83",
    "n2-match-4": "47",
    "n4-pred-2": "80",
    "n4-num-3": "15",
    "n4-several-1": "15",
    "n4-num-1": "95 19",
    "n4-mcq-2": "95",
    "n4-mcq-3": "95 0.5",
    "n8-match-1": "25",
    "n8-mcq-2": "25",
    "n8-mcq-6": "17 25",
}


def get_row(series: str, breakdown: str, period: str) -> pd.Series:
    region = sw.load_observations(series=series, breakdown=breakdown, period=period)
    country = region[region["geography"].isin(["England", "Great Britain", "UK or not stated"])]
    assert len(country) == 1, (series, breakdown, period)
    return country.iloc[0]


def get_value(series: str, breakdown: str, period: str) -> float:
    return float(get_row(series, breakdown, period)["value"])


def _counts() -> dict[str, float]:
    texts, claims = sw.load_documents(), sw.load_claims()
    words, by_jones = texts["word_count"], texts["author"].eq("Ray Jones")
    interview = words[texts["doc_id"].eq("guardian-2016-jones-threat")].sum()
    portman = texts["doc_id"].eq("portman-nd-inclusion")
    none = claims["evidence_offered"].eq("none").sum()
    items = texts.loc[portman, "paragraph_count"].item() - 3
    return {
        "texts": len(texts),
        "claims": len(claims),
        "words": words.sum(),
        "jones": words[by_jones].sum(),
        "jones texts": by_jones.sum(),
        "interview": interview,
        "shortest": words.min(),
        "second": sorted(words)[1],
        "portman": words[portman].item(),
        "portman items": items,
        "none": none,
        "some": len(claims) - none,
        "participation": claims["theme"].eq("participation").sum(),
        "workforce": claims["theme"].eq("workforce").sum(),
        "others": claims["theme"].ne("participation").sum(),
        "other texts": len(texts) - 1,
    }


COUNT = _counts()


def percent(part: float, whole: float) -> float:
    return 100 * part / whole


def _sums() -> dict[str, dict[str, float]]:
    """Return, for each numeric exercise, its answer and every named slip, worked out."""
    count, odds = COUNT, get_value(*ODDS)
    private, children = (get_value(*row) for row in ROWS["n4-num-2"][:2])
    start, end = (get_value(*row) for row in ROWS["n4-num-4"][:2])
    margin, price = (get_value(*row) for row in ROWS["n4-num-3"])
    council, profit = (get_value(*row) for row in ROWS["n4-num-5"])
    link = get_value(*AREA)
    return {
        "n1-num-1": {
            "answer": percent(count["jones"], count["words"]),
            "23.5": percent(count["jones texts"], count["texts"]),
            "233.4": percent(count["words"], count["jones"]),
            "74.9": percent(count["jones"], count["words"] - count["jones"]),
            "56.5": percent(count["jones"] + count["interview"], count["words"]),
        },
        "n2-num-1": {
            "answer": percent(count["none"], count["claims"]),
            "46.8": percent(count["some"], count["claims"]),
            "113.8": percent(count["none"], count["some"]),
        },
        "n2-num-2": {
            "answer": percent(40, 47),
            "14.9": percent(7, 47),
            "117.5": percent(47, 40),
        },
        "n2-num-3": {
            "answer": (0.79 - 0.36) / (1 - 0.36),
            "0.43": 0.79 - 0.36,
            "0.79": 0.79,
            "1.19": (0.79 - 0.36) / 0.36,
        },
        "n4-num-1": {
            "answer": percent(19 * odds, 19 * odds + 1),
            "63.0": 95 * odds,
            "61.3": 95 - 100 * (1 - odds),
            "12.6": 19 * odds,
        },
        "n4-num-2": {
            "answer": percent(private, children),
            "67.6": percent(private, children - private),
            "247.9": percent(children, private),
        },
        "n4-num-3": {
            "answer": price * margin / 100,
            "2964.4": price * (1 - margin / 100),
            "706.0": price - price / (1 + margin / 100),
            "86558": price * margin,
        },
        "n4-num-4": {
            "answer": percent(end - start, start),
            "9.9": percent(end - start, end),
            "48": end - start,
        },
        "n4-num-5": {
            "answer": council - profit,
            "31.1": percent(council - profit, council),
            "68.9": percent(profit, council),
        },
        "n4-num-6": {"answer": 10 * link, "23": 100 * link, "0.23": link, "43.5": 10 / link},
        "n8-num-1": {
            "answer": percent(1, count["texts"]),
            "17": count["texts"],
            "6.25": percent(1, count["other texts"]),
            "7.2": percent(count["portman"], count["words"]),
        },
        "n8-num-2": {
            "answer": percent(count["participation"], count["claims"]),
            "8.2": percent(count["participation"], count["others"]),
            "31.6": percent(count["workforce"], count["claims"]),
        },
    }


SUMS = _sums()


def odds_ratio() -> float:
    council, profit = (get_value(*row) / 100 for row in ROWS["n4-num-5"])
    return (profit / (1 - profit)) / (council / (1 - council))
