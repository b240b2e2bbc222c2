"""Reading YAML with lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from swteach.yamlfile import CourseFileError, Problem, read_sound, read_yaml


def _write(folder: Path, content: str | bytes) -> Path:
    path = folder / "03_x.yaml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_lines_are_remembered(tmp_path: Path) -> None:
    """Each mapping knows its own line and that of each key, counted from 1."""
    document = read_yaml(_write(tmp_path, "# title\na: 1\nb:\n  - c: x\n    d: y\n"))
    assert document == {"a": 1, "b": [{"c": "x", "d": "y"}]}
    assert document.line_of("b") == 3
    assert document["b"][0].line_of("d") == 5
    assert document["b"][0].line_of("absent") == 4


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        ("a: 1\nb:\n\tc: 2\n", 3, "there is a tab. Put spaces in its place."),
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "this is not YAML"),
        ('a: 1\nb: "open\n', 3, "this is not YAML"),
        ("a: 1\nb: 2\na: 3\n", 3, '"a" stands twice, here and on line 1.'),
        (b"a: 1\nb: caf\xe9\n", 2, "the file is not UTF-8 text."),
        ("a: 1\nb: x\x0by\n", 2, "there is a hidden character (0xb), perhaps pasted in."),
        ("a: 1\nb: 2024-02-31\n", 2, "'2024-02-31' is no date or number."),
        ("a: 1\nb: !!bool x\n", 2, "'x' is no date or number."),
        (f"a: 1\nb: 0x{'f' * 5000}\n", 2, "ff… is no date or number."),
        ("a: &a [*a]\n", 1, "lists stand within lists without end."),
    ],
    ids=["tab", "bracket", "quote", "twice", "bytes", "hidden", "date", "tag", "long", "endless"],
)
def test_bad_files_are_located(tmp_path: Path, content: str | bytes, line: int, words: str) -> None:
    """A file that is not YAML is answered with its name, the line and what to do."""
    with pytest.raises(CourseFileError) as error:
        read_yaml(_write(tmp_path, content))
    assert str(error.value).startswith(f"03_x.yaml, line {line}: ")
    assert words in str(error.value)


def test_a_folder_in_a_file_s_place_is_said(tmp_path: Path) -> None:
    """A folder of the file's name is one problem, not a traceback."""
    (tmp_path / "03_x.yaml").mkdir()
    with pytest.raises(CourseFileError, match=r"03_x\.yaml, line 1: this cannot be opened"):
        read_yaml(tmp_path / "03_x.yaml")


def test_a_colon_in_a_sentence_is_not_a_tab(tmp_path: Path) -> None:
    """A tab inside a text is no fault; only where YAML wants spaces."""
    assert read_yaml(_write(tmp_path, 'a: "one\ttwo"\n')) == {"a": "one\ttwo"}


def test_a_file_with_a_problem_is_not_read(tmp_path: Path) -> None:
    """What a check yields is raised with the file's name; a sound file is returned."""
    path = tmp_path / "tool.yaml"
    path.write_text("note: x\n", encoding="utf-8")
    assert read_sound(path, lambda document: []) == {"note": "x"}
    found = Problem("", 1, "note", "too short.", "Write more.")
    with pytest.raises(CourseFileError, match=r"^tool\.yaml, line 1, note: too short"):
        read_sound(path, lambda document: [found])
