"""The widgets' style sheets: in JupyterLab all of them hold for one page."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from swteach.widgets.parts import FOLDER

SHARED = ("shared", "live", "form", "explorer")  # each is part of a widget's sheet, or of all
_SELECTOR = re.compile(r"(?:^|\})\s*([^{}@]+?)\s*\{")
_CLASS = re.compile(r"\.(swteach-[a-z-]+)")


def _list_selectors(name: str) -> Iterator[str]:
    text = (FOLDER / f"{name}.css").read_text(encoding="utf-8")
    plain = re.sub(r"/\*.*?\*/|@media[^{]*\{", "", text, flags=re.DOTALL)
    for found in _SELECTOR.findall(plain):
        yield from found.split(",")


COMMON = {found for one in _list_selectors("shared") for found in _CLASS.findall(one)}
OWN = sorted({path.stem for path in FOLDER.glob("*.css")} - {*SHARED})


@pytest.mark.parametrize("name", OWN)
def test_style_of_one_widget_leaves_the_others_alone(name: str) -> None:
    """A class that one sheet styles wherever it stands is in no other widget's sheet."""
    firsts = {found[0] for one in _list_selectors(name) if (found := _CLASS.findall(one))}
    others = {
        found
        for other in OWN
        if other != name
        for selector in _list_selectors(other)
        for found in _CLASS.findall(selector)
    }
    assert firsts
    assert firsts & others - COMMON == set()
