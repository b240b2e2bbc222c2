"""The script of the site: the widgets' own scripts, and what answers them in place of Python."""

from __future__ import annotations

from pathlib import Path

from swteach.widgets.parts import FOLDER as WIDGETS
from swteach.widgets.parts import read_style as read_widget_style

SCRIPT = "site.js"
PAGE = Path(__file__).with_name("page")
# What several widgets use; then each widget's own script, with what it alone needs before it.
SHARED = ("shared", "kept", "fields", "question", "live", "private", "record_cards", "save_file")
CLOSED = ("choice", "several", "numeric", "order", "match", "verdict")
QUESTIONS = (*CLOSED, "reflection", "prediction")
KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(QUESTIONS, ()),
    "agency_calculator": (),
    "claim_checker": (),
    "inspection_simulator": (),
    "journal_page": (),
    "ledger": (),
    "messy_page": (),
    "stance_barometer": (),
    "two_coders": (),
    "you_draw_it": ("drawing_plot",),
}
STYLES = ("live", "question", "form", *sorted({*KINDS} - {*QUESTIONS}))
FIRST, LAST = "registry", "start"
_EXPORT = "export default { render };"


def read_script() -> str:
    """Return all scripts as one classic script: a browser loads no module from a file."""
    between = sorted({path.stem for path in PAGE.glob("*.js")} - {FIRST, LAST})
    parts = [_read(PAGE, FIRST), *(_read(WIDGETS, name) for name in SHARED)]
    parts += [_wrap(name, needs) for name, needs in KINDS.items()]
    parts += [_read(PAGE, name) for name in (*between, LAST)]
    return '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"


def read_page_scripts(*names: str) -> str:
    """Return scripts of the page by their names, for a test that asks them something."""
    return "\n".join(_read(PAGE, name) for name in (FIRST, *names))


def read_styles() -> str:
    """Return the style sheets of all widgets in the page, the shared rules first."""
    return read_widget_style(*(name for name in STYLES if (WIDGETS / f"{name}.css").is_file()))


def _wrap(name: str, needs: tuple[str, ...]) -> str:
    own = "\n".join(_read(WIDGETS, one) for one in (*needs, name))
    return f"KINDS.{name} = (() => {{\n{own.replace(_EXPORT, 'return { render };')}}})();"


def _read(folder: Path, name: str) -> str:
    return (folder / f"{name}.js").read_text(encoding="utf-8")
