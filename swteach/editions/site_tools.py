"""The tools that work in a page of the site: what their scripts must know."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from swteach.editions.site_barometer_data import make_barometer, write_barometer
from swteach.editions.site_claims_data import write_checker, write_ledger
from swteach.editions.site_coding_data import write_coders, write_page
from swteach.editions.site_sums_data import (
    write_calculator_data,
    write_drawing_data,
    write_simulator_data,
)
from swteach.editions.site_traits import read_traits
from swteach.widgets.agency_calculator import agency_calculator
from swteach.widgets.claim_checker import claim_checker
from swteach.widgets.inspection_simulator import inspection_simulator
from swteach.widgets.ledger import ledger
from swteach.widgets.messy_page import messy_page
from swteach.widgets.two_coders import two_coders
from swteach.widgets.you_draw_it import you_draw_it

# By name: what makes the widget, and what gives its script the data that Python keeps.
Maker, Writer = Callable[..., Any], Callable[..., dict[str, Any]]
SCRIPTED: dict[str, tuple[Maker, Writer]] = {
    "agency_calculator": (agency_calculator, write_calculator_data),
    "claim_checker": (claim_checker, write_checker),
    "inspection_simulator": (inspection_simulator, write_simulator_data),
    "ledger": (ledger, write_ledger),
    "messy_page": (messy_page, write_page),
    "stance_barometer": (make_barometer, write_barometer),
    "two_coders": (two_coders, write_coders),
    "you_draw_it": (you_draw_it, write_drawing_data),
}


def write_tool(name: str, given: Sequence[Any], named: dict[str, Any]) -> dict[str, Any] | None:
    """
    Return what the script of a tool must know; None for a tool that is a plain page.

    Parameters
    ----------
    name
        Of ``swteach``, such as "ledger".
    given, named
        The arguments with which a notebook calls it.

    Returns
    -------
    dict
        ``name``; ``sheet`` as the widget has it; ``data``, for the tool's script alone.
    """
    if name not in SCRIPTED:
        return None
    make, write = SCRIPTED[name]
    sheet = read_traits(make(*given, **named))["sheet"]
    return {"name": name, "sheet": sheet, "data": write(*given, **named)}
