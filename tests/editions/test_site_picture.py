"""A lecturer's pictures are in the pages; one that cannot be carried keeps its words."""

from __future__ import annotations

import json
import shutil
from base64 import b64encode
from pathlib import Path

import pytest
from site_reading import read_html

from swteach.editions.site_build import build
from swteach.editions.site_picture import LOST, Pictures

ROOT = Path(__file__).resolve().parents[2]
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154"
    "78da63f8ffff3f0005fe02fea735815c0000000049454e44ae426082"
)
PASTED = {"a b.png": {"image/png": b64encode(DOT).decode()}}


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """Return where a notebook lies, beside a picture, and in a course beside a private one."""
    folder = tmp_path / "course" / "notebooks"
    folder.mkdir(parents=True)
    (folder / "my line.png").write_bytes(DOT + b"file")
    (tmp_path / "private.png").write_bytes(DOT)
    return folder / "02_mine.ipynb"


@pytest.mark.parametrize("source", ["attachment:a%20b.png", "my%20line.png", "./my line.png"])
def test_a_picture_is_carried(notebook: Path, source: str) -> None:
    """One that was pasted, or that lies beside the notebook, is a file of the site."""
    pictures = Pictures(notebook)
    html = pictures.write('A line & "more"', source, PASTED)
    [name] = pictures.files
    assert html == f'<img src="{name}" alt="A line &amp; &quot;more&quot;">'
    assert pictures.files[name].startswith(DOT) and pictures.lost == []
    assert pictures.write("Again", source, PASTED).startswith(f'<img src="{name}"')
    assert len(pictures.files) == 1


@pytest.mark.parametrize(
    "source",
    [
        "attachment:gone.png",
        "gone.png",
        "../../private.png",
        "https://example.org/a.png",
        "data:image/png;base64,AAAA",
        "02_mine.ipynb",
    ],
)
def test_what_is_no_picture_of_the_course_keeps_its_words(notebook: Path, source: str) -> None:
    """Nothing is read outside the course or asked of another host; the source is named."""
    notebook.write_text("{}", encoding="utf-8")
    pictures = Pictures(notebook)
    assert pictures.write("A <line>", source, PASTED) == "A &lt;line&gt;"
    assert pictures.files == {} and pictures.lost == [source]


def test_the_site_holds_the_pictures_and_says_what_it_lost(tmp_path: Path) -> None:
    """In a course with a pasted picture and one from elsewhere the page has the first."""
    course = tmp_path / "mine"
    for name in ("data", "notebooks", "docs"):
        shutil.copytree(ROOT / name, course / name)
    [path] = (course / "notebooks").glob("00_*.ipynb")
    cells = json.loads(path.read_text(encoding="utf-8"))
    words = "![A *grey* dot](attachment:a%20b.png) and ![Far](https://example.org/far.png)"
    own = {"cell_type": "markdown", "id": "mine", "metadata": {}, "source": words}
    cells["cells"].append({**own, "attachments": PASTED})
    path.write_text(json.dumps(cells), encoding="utf-8")
    build(course, tmp_path / "site", notebooks=[0])
    html = (tmp_path / "site" / f"{path.stem}.html").read_text(encoding="utf-8")
    [given] = [given for tag, given in read_html(html).tags if tag == "img"]
    assert given["alt"] == "A grey dot"
    assert (tmp_path / "site" / given["src"]).read_bytes() == DOT
    told = (tmp_path / "site" / "summary.txt").read_text(encoding="utf-8")
    assert f"{LOST} https://example.org/far.png." in told
