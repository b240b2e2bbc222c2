# ruff: noqa: E501 -- titles stand whole, so that they can be searched for
"""How the data differ from the facts they were made from, and why: the whole list."""

from __future__ import annotations

# One id held two measures or units: series, column, pattern, the series it is now.
SPLITS = [
    ("bm2023_effect", "measure", "out of area", "bm2023_effect_out_of_area"),
    ("bm2023_effect", "measure", "", "bm2023_effect_disruption"),
    ("claim_demand", "breakdown", "growth", "claim_demand_s47_growth"),
    (
        "childrens_homes_published_pct",
        "unit",
        "^(?!% of homes$)",
        "childrens_homes_published_inspections_pct",
    ),
    ("inadequate_spell_months_derived", "unit", "^(?!months$)", "inadequate_spell_cases_derived"),
    ("reinspection_months_derived", "unit", "^(?!months$)", "reinspection_cases_derived"),
    ("inspection_burden", "unit", "^(?!GBP million$)", "inspection_burden_year"),
    (
        "intervention_2004_09_count",
        "measure",
        "non-statutory",
        "intervention_2004_09_non_statutory_count",
    ),
    ("intervention_2004_09_count", "measure", "", "intervention_2004_09_statutory_count"),
    ("intervention_count", "measure", "^Councils named", "intervention_named_inadequate_count"),
    ("intervention_count", "measure", "required to improve", "intervention_sif_required_count"),
    ("intervention_count", "measure", "commissioners", "intervention_commissioners_count"),
    (
        "judgement_area_published_pct",
        "unit",
        "^(?!% of councils$)",
        "judgement_area_inspected_pct",
    ),
    ("owners_2025", "breakdown", "^20", "owners_2025_homes_top20"),
    ("owners_2025", "breakdown", "^2 ", "owners_2025_homes_top2"),
    ("owners_2025", "breakdown", "^6 ", "owners_2025_fostering_top6"),
    ("oxford_2022_homes", "unit", "% change in odds", "oxford_2022_homes_odds_change"),
    ("oxford_2022_homes", "unit", "odds ratio", "oxford_2022_homes_odds_ratio"),
    ("oxford_2022_homes", "unit", "% of inspections", "oxford_2022_homes_inspections_pct"),
    ("sif_published_count", "measure", "leadership", "sif_leadership_published_count"),
    ("sif_published_count", "unit", "^inspections$", "sif_published_inspections_count"),
    ("star_ratings_count", "measure", "adult social care only", "star_ratings_adults_count"),
]

# One id meant two publications, or two ids one: file of the facts, its id, the id it is now.
RENAMED = {
    ("inspection", "bennett_2022"): "bennett_jsp_2022",
    ("workforce", "bennett_2022"): "bennett_lph_2022",
    ("demand", "bennett_2022"): "bennett_lph_2022",
    ("inspection", "ofsted_csc_2023"): "ofsted_main_2023",
    ("workforce", "dfe_cla_2023"): "dfe_cla_2023_rates",
    ("demand", "dfe_cla_2023"): "dfe_cla_2023_rates",
    ("workforce", "dfe_cla_2024"): "dfe_cla_2024_series",
    ("demand", "dfe_cla_2024"): "dfe_cla_2024_series",
    ("workforce", "dfe_cla_2025"): "dfe_cla_2025_rates",
    ("demand", "dfe_cla_2025"): "dfe_cla_2025_rates",
    ("inspection", "cc_2015_deleg"): "cc_2015_delegation",
    ("inspection", "cypn_2022_donc"): "cypnow_doncaster_2022",
    ("inspection", "ofsted_csc_2018"): "ofsted_main_2018",
    ("inspection", "ofsted_csc_2019"): "ofsted_main_2019",
    ("workforce", "gov_ircsc"): "ircsc_gov",
    ("inspection", "seed_004"): "text_jones_2015_ofsted",
    ("workforce", "seed_bee"): "text_bee_2015_agency",
    ("demand", "seed_lswg"): "text_jones_2025_lswg",
    ("workforce", "seed_lswg"): "text_jones_2025_lswg",
}

# Sources of the facts that were a second copy of another: its id, the id it went into.
GONE = {"climbie_2003": "climbie_inquiry_2003", "slac_slides": "slac_2009"}

# Ids that meant a different publication in each list.
COLLIDED = ["bennett_2022", "dfe_cla_2023", "dfe_cla_2024", "dfe_cla_2025", "ofsted_csc_2023"]

# Cells of the design that now say what the record, or the text they stand for, says: before, now.
REWORDED = {
    "Person appointed by the Secretary of State to report on, or direct improvement in, a council whose children's services are failing.": "Person appointed by the Secretary of State to report on, or direct improvement in, a council whose children's services are judged inadequate.",
    "Legal order by the Secretary of State requiring a failing council to act, up to handing functions to another body.": "Legal order by the Secretary of State requiring a council whose services are judged inadequate to act, up to handing functions to another body.",
}
REWORDED[
    "The pool of experienced staff will shrink, and poor prospects will deter future students."
] = "Unless new graduates are given a start, the pool of experienced staff will shrink, and poor prospects could deter future students."

# A row that the facts call unchecked and their audit found to be right: series, part, period.
CHECKED = ("sif_first_overall_count", "requires improvement", "2013-11 to 2017-12")

# Events that no timeline of the facts has: each fills a gap that a claim would fall into.
ADDED_EVENTS = ["First pathfinder areas report staffing challenges"]

# Rows that an outside audit found in official files: series, breakdown, period, value, source.
ADDED = [
    ("cla_by_provider", "Other LA provision", "2018", "940", "dfe_cla_2018"),
    ("cla_by_provider", "Other public provision", "2018", "430", "dfe_cla_2018"),
    ("cla_by_provider", "Own provision (by the LA)", "2018", "39670", "dfe_cla_2018"),
    (
        "cla_by_provider",
        "Parents or other person with parental responsibility",
        "2018",
        "4700",
        "dfe_cla_2018",
    ),
    ("cla_by_provider", "Placement provider not reported", "2018", "300", "dfe_cla_2018"),
    ("cla_by_provider", "Private provision", "2018", "25550", "dfe_cla_2018"),
    ("cla_by_provider", "Voluntary/third sector provision", "2018", "3830", "dfe_cla_2018"),
    ("cla_locality", "Inside council boundary", "2018", "44680", "dfe_cla_2018"),
    ("cla_locality", "Outside council boundary", "2018", "30740", "dfe_cla_2018"),
    ("cla_outside_share", "All children", "2018", "40.8", "dfe_cla_2018"),
    ("cla_private_share_reported", "Private provision", "2018", "34.0", "dfe_cla_2018"),
    ("cla_provider_share", "Own provision (by the LA)", "2018", "52.6", "dfe_cla_2018"),
    ("cla_provider_share", "Placement provider not reported", "2018", "0.4", "dfe_cla_2018"),
    ("cla_provider_share", "Private provision", "2018", "33.9", "dfe_cla_2018"),
    ("cla_provider_share", "Voluntary/third sector provision", "2018", "5.1", "dfe_cla_2018"),
    (
        "la_overall_official_count",
        "councils with a judgement",
        "2023-03-31",
        "152",
        "ofsted_la_outcomes_2023",
    ),
    (
        "la_overall_official_count",
        "councils with a judgement",
        "2025-03-31",
        "153",
        "ofsted_la_outcomes_2025",
    ),
    ("la_overall_official_count", "good", "2023-03-31", "65", "ofsted_la_outcomes_2023"),
    ("la_overall_official_count", "good", "2025-03-31", "67", "ofsted_la_outcomes_2025"),
    ("la_overall_official_count", "inadequate", "2023-03-31", "14", "ofsted_la_outcomes_2023"),
    ("la_overall_official_count", "inadequate", "2025-03-31", "19", "ofsted_la_outcomes_2025"),
    ("la_overall_official_count", "outstanding", "2023-03-31", "25", "ofsted_la_outcomes_2023"),
    ("la_overall_official_count", "outstanding", "2025-03-31", "36", "ofsted_la_outcomes_2025"),
    (
        "la_overall_official_count",
        "requires improvement",
        "2023-03-31",
        "48",
        "ofsted_la_outcomes_2023",
    ),
    (
        "la_overall_official_count",
        "requires improvement",
        "2025-03-31",
        "31",
        "ofsted_la_outcomes_2025",
    ),
    ("sif_lscb_count", "boards", "2013-11 to 2017-12", "152", "ofsted_la_outcomes_2023"),
    ("sif_lscb_count", "good", "2013-11 to 2017-12", "53", "ofsted_la_outcomes_2023"),
    ("sif_lscb_count", "inadequate", "2013-11 to 2017-12", "25", "ofsted_la_outcomes_2023"),
    ("sif_lscb_count", "outstanding", "2013-11 to 2017-12", "7", "ofsted_la_outcomes_2023"),
    (
        "sif_lscb_count",
        "requires improvement",
        "2013-11 to 2017-12",
        "67",
        "ofsted_la_outcomes_2023",
    ),
    ("slac_safeguarding_first_count", "adequate", "2009 to 2012", "66", "ofsted_la_outcomes_2023"),
    ("slac_safeguarding_first_count", "good", "2009 to 2012", "57", "ofsted_la_outcomes_2023"),
    (
        "slac_safeguarding_first_count",
        "inadequate",
        "2009 to 2012",
        "24",
        "ofsted_la_outcomes_2023",
    ),
    (
        "slac_safeguarding_first_count",
        "inspections",
        "2009 to 2012",
        "152",
        "ofsted_la_outcomes_2023",
    ),
    (
        "slac_safeguarding_first_count",
        "outstanding",
        "2009 to 2012",
        "5",
        "ofsted_la_outcomes_2023",
    ),
]

# Events that stood in two timelines: file and title of the row dropped, title of the one kept.
MERGED = {
    (
        "inspection",
        "Social Services Inspectorate replaces Social Work Service",
    ): "Social Services Inspectorate replaces the Social Work Service",
    ("inspection", "Children Act 2004, section 20: joint area reviews"): "Children Act 2004",
    ("workforce", "Care Standards Act 2000"): "Care Standards Act 2000",
    (
        "privatisation",
        "Doncaster Children's Services Trust takes over",
    ): "Doncaster Children's Services Trust takes over",
    (
        "privatisation",
        "Le Grand report on Doncaster",
    ): "Le Grand report: Doncaster to lose children's services to a trust",
    (
        "inspection",
        "Slough Children's Services Trust takes over",
    ): "Slough Children's Services Trust takes over",
    (
        "inspection",
        "Birmingham Children's Trust takes on services",
    ): "Birmingham Children's Trust goes live",
    ("workforce", "Munro review final report"): "Munro review of child protection: final report",
    (
        "inspection",
        "Regulations let councils delegate most children's social care functions to non-profit bodies",
    ): "Delegation regulations in force: newly delegable functions to not-for-profit bodies only",
    ("workforce", "Children and Social Work Act 2017"): "Children and Social Work Act 2017",
    (
        "workforce",
        "Independent review of children's social care",
    ): "Independent review of children's social care: final report",
    (
        "inspection",
        "Doncaster services return to the council",
    ): "Doncaster services return to the council",
    ("workforce", "Stable Homes, Built on Love"): "Stable Homes, Built on Love",
    (
        "workforce",
        "Children's Wellbeing and Schools Bill introduced",
    ): "Children's Wellbeing and Schools Bill introduced",
    (
        "workforce",
        "Children's Wellbeing and Schools Act 2026",
    ): "Children's Wellbeing and Schools Act 2026",
}

# Titles that changed when two rows became one.
RETITLED = {
    "Death of Victoria Climbie": "Victoria Climbié dies; a public inquiry follows",
    "Baby P verdicts": "Verdicts after the death of Peter Connelly",
    "Death of Peter Connelly (Baby P)": "Peter Connelly dies; a national debate follows",
    "Haringey graded good weeks after Peter Connelly's death": "Haringey's yearly assessment says good",
    "Social Services Inspectorate established": "Social Services Inspectorate replaces the Social Work Service",
    "Doncaster Children's Services Trust begins": "Doncaster Children's Services Trust takes over",
    "Doncaster to lose children's services to a trust": "Le Grand report: Doncaster to lose children's services to a trust",
    "Slough Children's Services Trust launches": "Slough Children's Services Trust takes over",
    "Munro review final report": "Munro review of child protection: final report",
    "Delegation regulations in force, newly delegable functions not-for-profit only": "Delegation regulations in force: newly delegable functions to not-for-profit bodies only",
    "Independent Review of Children's Social Care, final report": "Independent review of children's social care: final report",
    "Doncaster returns to council control": "Doncaster services return to the council",
}

# Events that the audit dates to the day.
SHARPENED = {
    "Case for Change": "2021-06-17",
    "Keeping Children Safe, Helping Families Thrive": "2024-11-18",
}

# What the audit says to caution (its section 3) or not to show (5.1): series, patterns of the
# breakdown and the period, and how the rows must be marked.
CAUTION, HIDE = "with caveat", "hide"
DISPLAY = [
    ("child_protection_2009_13_count", "", "", CAUTION),
    ("wf_agency_rate_fte", "^all$", "^202[34]$", CAUTION),
    ("wf_agency_cover_rate_fte", "", "^(2017|2023|2024)$", CAUTION),
    ("wf_vacancy_agency_cover_rate_fte", "", "^(2017|2018|2024)$", CAUTION),
    ("dm_s47", "^all$", "^2009-10$", CAUTION),
    ("dm_s47_to_icpc_pct", "^all$", "^2009-10$", CAUTION),
    ("dm_cpp_second_pct", "", "^(2009-10|2011-12|2021-22)$", CAUTION),
    ("dm_cla_uasc", "", "^2023$", CAUTION),
    ("childrens_homes_in_year_pct", "^local authority .* inadequate", "^2022-23$", CAUTION),
    ("childrens_homes_in_year_count", "^local authority", "^2022-23$", CAUTION),
    ("grade_good_outstanding_by_sector", "^Private$", "^2023$", CAUTION),
    ("childrens_homes_latest_pct", "^private .* good or outstanding", "^2023-03-31$", CAUTION),
    ("nao_private_share", "", "", CAUTION),
    ("ilacs_in_year_published_count", "^inspections$", "^2024$", CAUTION),
    ("slac_safeguarding_count", "", "^2009-06 to 2011-06$", CAUTION),
    ("case_pre_sif_grade", "", "^2010-07$", CAUTION),
    ("cma_price_week", "", "^2016$", CAUTION),
    ("lga_independent_residential", "", "", CAUTION),
    ("lga_top20_income", "", "", CAUTION),
    ("lga_top20_profit", "", "", CAUTION),
    ("lga_top20_margin", "", "", CAUTION),
    ("foster_households", "", "", CAUTION),
    ("star_ratings_count", "", "", CAUTION),
    ("star_ratings_adults_count", "", "", CAUTION),
    ("apa_overall_count", "", "", CAUTION),
    ("apa_overall_pct", "", "", CAUTION),
    ("scotland_private_share", "", "^2020$", CAUTION),
    ("sv_low_morale", "", "", CAUTION),
    ("sp_late_share", "", "", HIDE),
    ("homes_largest_share_private", "", "^2021$", HIDE),
    ("homes_top10_share", "", "^2022$", CAUTION),
    ("homes_share_by_sector_pre2002", "", "", CAUTION),
    ("oxford_2022_homes_odds_change", "^for-profit homes", "", HIDE),
    ("oxford_2022_homes_odds_ratio", "", "", HIDE),
    ("oxford_2022_homes_inspections_pct", "^outstanding", "", HIDE),
    ("star_ratings_pct", "", "", CAUTION),
    ("wf_agency_spend", "", "", CAUTION),
    ("foster_ifa_share_2007", "", "", HIDE),
    ("bm2022_inadequate_raw", "^Voluntary$", "", HIDE),
    ("wf_old_headcount", "", "^2012$", CAUTION),
    ("wf_old_fte", "", "^2012$", CAUTION),
    ("apa_overall_pct", "", "^2006$", CAUTION),
    ("ofsted_social_care_report_2013_pct", "", "", HIDE),
    ("inspection_burden", "estimate", "", HIDE),
    ("inspection_burden_year", "", "", HIDE),
    ("sv_thinking_leaving_profession", "", "", CAUTION),
    ("sv_less_likely_stay", "", "", CAUTION),
    ("wf_leavers_tenure", "", "", HIDE),
    ("wf_tenure_under5", "", "", HIDE),
    ("foi_children_la_homes", "", "", HIDE),
    ("claim_demand", "", "", CAUTION),
    ("claim_demand_s47_growth", "", "", CAUTION),
    ("claim_workforce", "", "", CAUTION),
]

# Events and regimes whose date the audit doubts (its sections 3 and 5.2), by title now.
CAUTIONED_EVENTS = [
    "Seebohm report published",
    "Social Services Inspectorate replaces the Social Work Service",
    "First joint review report",
    "Late review reported to find the 1999 Haringey joint review too positive",
    "First annual performance assessments of children's services",
    "Haringey's yearly assessment says good",
    "Rotherham safeguarding judged adequate",
    "Doncaster compromise: council keeps its functions",
    "Consultation on delegating nearly all functions",
    "Delegation consultation closes",
    "Delegation regulations in force: newly delegable functions to not-for-profit bodies only",
    "Doncaster Children's Services Trust takes over",
    "Knowledge and skills statement for children's social work unveiled",
    "Munro review of child protection: final report",
    "Independent review of children's social care: final report",
    "Ray Jones calls Ofsted destructive and damaging",
    "Doncaster services return to the council",
    "Rotherham judged outstanding",
    "First reports without an overall grade: Brent and Somerset",
    "Birmingham Children's Trust goes live",
    "Slough judged inadequate under SIF",
    "Supported accommodation registration compulsory",
    "Regulator data: 27% of 2010 graduates jobless",
    "Survey: six in ten would not recommend their employer",
    "Directors report that 44% of councils inspected so far fell under SIF",
    "Investigation finds little take-up of delegation",
    "Trust model falls short of ambition",
    "End of accreditation scheme reported",
    "Seven more pathfinder councils reported",
    "A quarter of councils outstanding",
]
CAUTIONED_REGIMES = ["ssi", "joint_reviews", "apa", "annual_rating", "ucra", "lscb_review"]

# Pages that the audit asks for (its section 5.3), by address, or by number where it gives none.
PAGES = [
    "api.parliament.uk/historic-hansard/written_answers/1970/dec/18/",
    "10.4324/9780203969946-11",
    "id=4570",
    "communitycare.co.uk/2013/05/16/summer-school",
    "communitycare.co.uk/2021/12/17/disconnect-between",
    "communitycare.co.uk/2013/07/16/doncaster",
    "localgov.co.uk/Wholly-owned-company",
    "/50272-",
    "3622947",
    "3647559",
    "careinspectorate.wales/removing-profit",
    "Cm 5730",
    "communitycare.co.uk/2002/07/09/platt",
    "cypnow.co.uk/news/article/timpson-orders",
    "cypnow.co.uk/content/news/slough",
    "communitycare.co.uk/2015/11/27/doncasters",
    "itv.com/news/central/2023-04-18/",
    "cypnow.co.uk/news/article/hmi-probation",
    "gov.uk/government/news/joint-targeted-area-inspections",
]

# A child's death is not told with one body as the one who acted.
WITHOUT_ACTOR = {
    "Victoria Climbié dies; a public inquiry follows",
    "Peter Connelly dies; a national debate follows",
}
