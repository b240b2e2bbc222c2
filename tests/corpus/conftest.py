"""Fixtures of the corpus tests: invented pages, and the course's own where they may be read."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def needs() -> Callable[[str], ModuleType]:
    """Import a library of an extra: skip where it is absent, fail where CI must have it."""

    def load(name: str) -> ModuleType:
        if os.environ.get("SWTEACH_REQUIRE_EXTRAS") == "1":
            return importlib.import_module(name)
        return pytest.importorskip(name, reason=f"{name} comes with an extra of swteach")

    return load


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """Return the folder of the course's own pages, which are not part of the project."""
    return shared / "seeds"


@pytest.fixture
def text_pages(tmp_path: Path) -> Path:
    """Copy the invented pages that need no extra, with their manifest and omit list."""
    folder = tmp_path / "pages"
    folder.mkdir()
    shutil.copy(HERE / "pages" / "herald.txt", folder)
    for name in ("manifest.csv", "omit.csv"):
        lines = (HERE / "pages" / name).read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if "herald.txt" in line or line == lines[0]]
        (folder / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def pages(tmp_path: Path, needs: Callable[[str], ModuleType]) -> Path:
    """Copy the invented pages and write the Word document that goes with them."""
    needs("trafilatura")
    docx = needs("docx")
    folder = shutil.copytree(HERE / "pages", tmp_path / "all-pages")
    document = docx.Document()
    document.add_heading("Parish papers", 0)
    document.add_heading("The clerk’s note", 1)
    document.add_paragraph(
        "The clerk reported that the\xa0sluice was cleared on 3 March. The sluice held."
    )
    document.add_paragraph("Advert: logs by the trailer")
    document.add_paragraph("The herons returned in March.")
    document.add_heading("A letter", 1)
    document.add_paragraph("Dear neighbours, the mill wheel turns again.")
    document.add_paragraph("Bring a chair.", style="List Bullet")
    numbered = document.add_paragraph("Bring a friend.")
    numbered._p.get_or_add_pPr().get_or_add_numPr()
    document.add_paragraph("I am yours on any Tuesday.")
    document.save(str(folder / "parish.docx"))
    return folder
