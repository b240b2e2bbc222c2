"""A menu that needs no kernel."""

from __future__ import annotations

from chart_calls import read_layers, read_spec

import swteach as sw


def test_menu_offers_each_sector_and_all() -> None:
    """The menu under the grades has the sectors drawn, and begins with all of them."""
    spec = read_spec(sw.charts.grades_by_sector(sectors=["private", "voluntary"]))
    menu = next(param for param in spec["params"] if "bind" in param)
    assert menu["bind"]["options"] == ["", "Private", "Voluntary"]
    assert menu["bind"]["labels"][0] == "all"
    assert menu["value"] == ""


def test_choice_fades_lines_points_and_labels() -> None:
    """Every layer follows the menu, and marks without a group stay."""
    layers = read_layers(read_spec(sw.charts.grades_by_sector()))
    tests = [str(layer["encoding"]["opacity"]["condition"]) for layer in layers]
    assert all("datum.group == chosen" in test and "isDefined" in test for test in tests)
