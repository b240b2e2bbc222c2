"""Where leavers went: parts of turnover, with a gap that stays a gap."""

from __future__ import annotations

import swteach as sw
from swteach.charts.twin import NO_FIGURE, make_table


def test_the_parts_of_2020_21_make_the_turnover() -> None:
    """The three destinations add to the turnover of that year."""
    data = sw.charts.where_leavers_went().data
    total = data.loc[data["period"] == "2020-21", "value"].sum()
    record = sw.load_observations(series="wf_turnover_rate_fte", geography="England")
    turnover = record.set_index("period")["value"]["2021"]
    assert abs(total - turnover) < 0.05


def test_the_missing_destination_is_no_zero() -> None:
    """Moves to another council in 2019-20 have no bar and no figure in the table."""
    chart = sw.charts.where_leavers_went()
    first = chart.data[chart.data["period"] == "2019-20"]
    assert "To another council" not in set(first["group"])
    twin = make_table(chart)
    assert twin.rows[0][twin.columns.index("To another council")] == NO_FIGURE
