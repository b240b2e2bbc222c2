"""The bundle that JupyterLab draws, and what it leaves alone."""

from __future__ import annotations

import altair as alt
import nbformat
from chart_calls import read_spec

import swteach as sw
from swteach.charts import renderer


def test_bundle_is_what_jupyterlab_knows() -> None:
    """Vega-Lite 5 with its schema, no menu, and the description as plain text."""
    chart = sw.charts.provider()
    data, metadata = renderer.bundle(chart)
    assert list(data) == ["application/vnd.vegalite.v5+json", "text/plain"]
    schema = data["application/vnd.vegalite.v5+json"]["$schema"]
    assert schema == "https://vega.github.io/schema/vega-lite/v5.json"
    assert data["text/plain"] == chart.description
    assert metadata == {"application/vnd.vegalite.v5+json": {"embed_options": {"actions": False}}}


def test_bundle_may_stand_in_a_notebook() -> None:
    """Nbformat accepts the bundle, which it does not of Altair's own."""
    data, metadata = renderer.bundle(sw.charts.council_homes())
    cell = nbformat.v4.new_code_cell(
        outputs=[nbformat.v4.new_output("display_data", data, metadata=metadata)]
    )
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


def test_own_charts_stay_as_altair_makes_them() -> None:
    """Drawing ours changes neither the theme nor the renderer of a reader's own charts."""
    before = (alt.theme.active, alt.renderers.active)
    renderer.bundle(sw.charts.homes_and_places())
    own = alt.Chart({"values": [{"a": 1}]}).mark_point().encode(x="a:Q")
    assert (alt.theme.active, alt.renderers.active) == before
    assert "background" not in own.to_dict()["config"]


def test_renderer_can_be_enabled_for_own_charts() -> None:
    """A reader may ask Altair for this renderer, which then needs no network."""
    own = alt.Chart({"values": [{"a": 1}]}, description="One.").mark_point().encode(x="a:Q")
    with alt.renderers.enable("swteach"):
        data, _ = own._repr_mimebundle_()
    assert list(data) == [renderer.MIME, "text/plain"]


def test_width_fits_the_window() -> None:
    """Charts and panels of one width ask for the window's; no chart is wider than its page."""
    for chart in (sw.charts.provider(), sw.charts.council_homes(), sw.charts.timeline()):
        params = {param["name"]: param["expr"] for param in read_spec(chart)["params"]}
        assert "windowSize()" in params["width"]
        assert "width" not in [param["name"] for param in chart.to_dict().get("params", [])]


def test_charts_can_be_put_together_in_altair() -> None:
    """Two charts stack once their words, which belong to a whole page, are taken off."""
    parts = [sw.charts.provider(), sw.charts.homes_and_places()]
    for part in parts:
        part.usermeta = alt.Undefined
    assert len(alt.vconcat(*parts).to_dict()["vconcat"]) == 2
