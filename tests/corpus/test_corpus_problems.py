"""Every mistake is named at its place, all in one run, and nothing is written."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from swteach.corpus import CorpusError, build

HEAD = "doc_id,source_file,start_marker,end_marker,start_match,end_match,inside"
PAGE = (
    "The first line opens.\n\nA second line goes on.\n\nThe first line closes.\nLast words here.\n"
)


def write(folder: Path, *rows: str, omit: str = "", **pages: str) -> Path:
    """Write a manifest of these rows, an omit list and pages; return the manifest."""
    folder.mkdir(exist_ok=True)
    for name, text in {"page": PAGE, **pages}.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (folder / "manifest.csv").write_text("\n".join([HEAD, *rows]) + "\n", encoding="utf-8")
    head = "source_file,doc_id,line_marker,kind\n"
    (folder / "omit.csv").write_text(head + omit, encoding="utf-8")
    return folder / "manifest.csv"


def fail(folder: Path, manifest: Path, **choices: object) -> list[str]:
    """Build, expect mistakes, check that nothing was written, and return the messages."""
    out = folder / "out"
    with pytest.raises(CorpusError) as raised:
        build(folder, out, manifest, **choices)
    assert not out.exists() or not any(out.iterdir())
    return str(raised.value).replace(f"{manifest}:", "manifest:").splitlines()


def test_marker_not_found_names_the_closest_line(tmp_path: Path) -> None:
    """A marker that is not on the page: the message gives the line most like it."""
    manifest = write(tmp_path, "a,page.txt,A secund line goes,Last words here.,,,")
    assert fail(tmp_path, manifest) == [
        "manifest:2: a: the start_marker 'A secund line goes' is not in page.txt. "
        "The closest line is 3: 'A second line goes'; copy its words from the page again"
    ]


def test_marker_found_twice_names_both_lines_and_the_manifest_may_say_which(tmp_path: Path) -> None:
    """A marker in two places: both lines are named, and start_match settles it."""
    manifest = write(tmp_path, "a,page.txt,The first line,Last words here.,,,")
    assert fail(tmp_path, manifest) == [
        "manifest:2: a: the start_marker is found 2 times in page.txt, on lines 1, 5. "
        "Say which in start_match (1 is the first), or use more words"
    ]
    build(tmp_path, tmp_path / "out", write(tmp_path, "a,page.txt,The first line,,2,,"))
    rows = (tmp_path / "out" / "paragraphs.csv").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 3


def test_match_beyond_the_places_found(tmp_path: Path) -> None:
    """A start_match of 2 where the marker stands once."""
    manifest = write(tmp_path, "a,page.txt,A second line,,2,,")
    assert "is found only once in page.txt, on line 3" in fail(tmp_path, manifest)[0]


def test_end_before_start(tmp_path: Path) -> None:
    """An end marker above the start marker."""
    manifest = write(tmp_path, "a,page.txt,A second line,The first line opens.,,,")
    assert fail(tmp_path, manifest) == [
        "manifest:2: a: it ends on line 1, before it starts on line 3. "
        "Check the markers, or say which place in end_match"
    ]


def test_overlap_other_than_declared(tmp_path: Path) -> None:
    """Two texts that overlap; naming the outer one in `inside` makes it right."""
    rows = ["a,page.txt,,A second line goes on.,,,", "b,page.txt,A second line,,,,"]
    assert fail(tmp_path, write(tmp_path, *rows)) == [
        "manifest:3: b: from line 3 it overlaps a, lines 1 to 3. "
        "Move a marker, or name the outer text in the column inside"
    ]
    crossing = [rows[0], "b,page.txt,A second line,,,,a"]
    assert "overlaps a" in fail(tmp_path, write(tmp_path, *crossing))[0]
    nested = ["a,page.txt,,,,,", "b,page.txt,A second line,line goes on.,,,a"]
    build(tmp_path, tmp_path / "out", write(tmp_path, *nested))


def test_said_to_be_inside_but_outside(tmp_path: Path) -> None:
    """A text declared inside another that it does not touch."""
    rows = ["a,page.txt,,line goes on.,,,", "b,page.txt,Last words here.,,,,a"]
    assert "lies outside it, lines 1 to 3" in fail(tmp_path, write(tmp_path, *rows))[0]


def test_empty_text(tmp_path: Path) -> None:
    """A text all of whose lines are left out."""
    row = "a,page.txt,A second line,line goes on.,,,"
    manifest = write(tmp_path, row, omit="page.txt,a,A second line goes on.,x\n")
    assert fail(tmp_path, manifest) == [
        "manifest:2: a: no words are left of it in page.txt. "
        "Check its markers and its lines in omit.csv"
    ]


def test_unknown_doc_id_in_the_omit_list_and_in_documents(tmp_path: Path) -> None:
    """An id that the manifest, or documents.csv, does not know; the nearest is named."""
    manifest = write(tmp_path, "alpha,page.txt,,,,,", omit="page.txt,alfa,A second line goes,x\n")
    found = fail(tmp_path, manifest)
    omit = tmp_path / "omit.csv"
    assert found == [f"{omit}:2: unknown doc_id 'alfa' on the page page.txt. Did you mean alpha?"]
    manifest = write(tmp_path, "alpha,page.txt,,,,,")
    (tmp_path / "documents.csv").write_text("doc_id,title\nalphas,A\n", encoding="utf-8")
    found = fail(tmp_path, manifest, documents=tmp_path / "documents.csv")
    assert "unknown doc_id" in found[0]
    assert found[0].endswith("Did you mean alphas?")


def test_duplicate_doc_id(tmp_path: Path) -> None:
    """Two rows with one id: the second is named with the line of the first."""
    told = ["manifest:3: a: the same doc_id stands on line 2. Give each text an id of its own"]
    manifest = write(tmp_path, "a,page.txt,,line goes on.,,,", "a,page.txt,Last words,,,,")
    assert fail(tmp_path, manifest) == told
    # A row copied whole is that one mistake, not an overlap with itself as well.
    manifest = write(tmp_path, "a,page.txt,,line goes on.,,,", "a,page.txt,,line goes on.,,,")
    assert fail(tmp_path, manifest) == told


def test_source_file_missing(tmp_path: Path) -> None:
    """A page that is not in the folder: the nearest name is given."""
    manifest = write(tmp_path, "a,pagge.txt,,,,,")
    assert fail(tmp_path, manifest) == [
        "manifest:2: a: pagge.txt: the source file is missing. Did you mean page.txt?"
    ]


@pytest.mark.parametrize(("encoding", "guess"), [("cp1252", "Windows-1252"), ("utf-16", "UTF-16")])
def test_not_utf8_says_byte_and_guess(tmp_path: Path, encoding: str, guess: str) -> None:
    """A page in another encoding: the first wrong byte and what it looks like."""
    manifest = write(tmp_path, "a,page.txt,,,,,")
    content = "Plain words, then a caf\u00e9\n".encode(encoding)
    (tmp_path / "page.txt").write_bytes(content)
    place = 0 if encoding == "utf-16" else content.index(b"\xe9")
    assert fail(tmp_path, manifest) == [
        f"manifest:2: a: page.txt: not UTF-8: byte {place} does not fit; it looks like {guess}. "
        "Open it in that encoding and save it as UTF-8"
    ]


def test_byte_offset_counts_from_the_start_of_a_large_page(tmp_path: Path) -> None:
    """A wrong byte far into a page read in blocks is still counted from the start of the file."""
    manifest = write(tmp_path, "a,page.txt,,,,,")
    content = b"Plain words all along.\n" * 60_000 + b"caf\xe9\n"
    (tmp_path / "page.txt").write_bytes(content)
    assert f"byte {len(content) - 2} does not fit" in fail(tmp_path, manifest)[0]


@pytest.mark.parametrize("path", ["../page.txt", "/etc/hostname", "in/../../page.txt", ""])
def test_path_that_leaves_the_folder(tmp_path: Path, path: str) -> None:
    """An absolute path, an empty one, or one with `..`."""
    manifest = write(tmp_path, f"a,{path},,,,,")
    assert fail(tmp_path, manifest) == [
        f"manifest:2: a: the source_file {path!r} leaves the folder of pages. "
        "Name a file inside that folder, without .."
    ]


def test_link_that_leaves_the_folder(tmp_path: Path) -> None:
    """A link in the folder to a file outside it."""
    manifest = write(tmp_path / "in", "a,link.txt,,,,,")
    (tmp_path / "secret.txt").write_text(PAGE, encoding="utf-8")
    (tmp_path / "in" / "link.txt").symlink_to(tmp_path / "secret.txt")
    assert fail(tmp_path / "in", manifest) == [
        "manifest:2: a: link.txt: this leads out of the folder of pages. Copy the file there"
    ]


def test_page_over_the_limit(tmp_path: Path) -> None:
    """A page larger than --limit."""
    manifest = write(tmp_path, "a,page.txt,,,,,", page=PAGE * 20_000)
    assert "1.7 MB is over the limit of 1 MB" in fail(tmp_path, manifest, limit=1)[0]


def test_missing_column(tmp_path: Path) -> None:
    """A manifest without one of its four columns."""
    manifest = write(tmp_path)
    manifest.write_text("doc_id,source_file,start_marker\na,page.txt,x\n", encoding="utf-8")
    assert fail(tmp_path, manifest) == [
        "manifest:1: the column end_marker is missing. "
        "The columns are doc_id, source_file, start_marker, end_marker"
    ]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("a b,page.txt,,,,,", "the doc_id 'a b' cannot be used"),
        ("a,page.txt,,,x,,", "start_match is 'x'"),
        ("a,page.txt,,,,,z", "it is said to stand inside 'z', no text of page.txt"),
        ("a,page.pdf,,,,,", "this kind of file is not read"),
    ],
)
def test_other_slips_in_a_row(tmp_path: Path, row: str, message: str) -> None:
    """An id with a space, a match that is no number, an unknown outer text, a kind not read."""
    manifest = write(tmp_path, row)
    (tmp_path / "page.pdf").write_bytes(b"%PDF")
    assert message in fail(tmp_path, manifest)[0]


@pytest.mark.parametrize(
    ("omit", "message"),
    [
        ("page.txt,a,Nowhere on the page at,x", "opens no line of page.txt"),
        ("none.txt,a,A second line goes on.,x", "no text of the manifest stands on the page"),
        ("page.txt,a,,x", "the line_marker is empty"),
    ],
)
def test_slips_in_the_omit_list(tmp_path: Path, omit: str, message: str) -> None:
    """A line that is not there, a page with no text, an empty marker."""
    manifest = write(tmp_path, "a,page.txt,,,,,", omit=omit + "\n")
    found = fail(tmp_path, manifest)
    assert found[0].startswith(f"{tmp_path / 'omit.csv'}:2: ")
    assert message in found[0]


def test_omit_marker_that_opens_different_lines(tmp_path: Path) -> None:
    """Five words that open two different lines: both are named; a line that repeats is fine."""
    page = "One two three four five six.\nOne two three four five seven.\nEnd.\nEnd.\nAnd more.\n"
    omit = "page.txt,a,One two three four five,x\n"
    manifest = write(tmp_path, "a,page.txt,,,,,", omit=omit, page=page)
    assert "opens different lines: 1, 2" in fail(tmp_path, manifest)[0]
    manifest = write(tmp_path, "a,page.txt,,,,,", omit="page.txt,a,End.,x\n", page=page)
    build(tmp_path, tmp_path / "out", manifest)
    assert '"words": 14' in (tmp_path / "out" / "build.json").read_text(encoding="utf-8")


def test_omit_marker_means_a_line_of_its_own_text(tmp_path: Path) -> None:
    """The same five words opening another line in another text do no harm."""
    page = "One two three four five six.\nAnd so on.\nOne two three four five seven.\nThe end.\n"
    rows = ["a,page.txt,,And so on.,,,", "b,page.txt,One two three,,2,,"]
    manifest = write(tmp_path, *rows, omit="page.txt,a,One two three four five,x\n", page=page)
    build(tmp_path, tmp_path / "out", manifest)
    table = (tmp_path / "out" / "paragraphs.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[:4] for line in table[1:]] == [
        ["a", "1", "paragraph", "3"],
        ["b", "1", "paragraph", "6"],
        ["b", "2", "paragraph", "2"],
    ]


def test_everything_wrong_is_said_in_one_run(tmp_path: Path) -> None:
    """Mistakes on several pages and in the omit list come out together, in order of place."""
    rows = [
        "a,page.txt,No such words,,,,",
        "b,none.txt,,,,,",
        "c,latin.txt,,,,,",
        "d,other.txt,closes.,opens.,,,",
    ]
    manifest = write(tmp_path, *rows, omit="other.txt,d,Not a line there,x\n", other=PAGE)
    (tmp_path / "latin.txt").write_bytes(b"caf\xe9")
    found = fail(tmp_path, manifest)
    assert [line.split(": ")[0] for line in found if line.startswith("manifest")] == [
        "manifest:2",
        "manifest:3",
        "manifest:4",
        "manifest:5",
    ]
    assert sum("omit.csv:2: " in line for line in found) == 1
    assert len(found) == 5


def test_faults_of_every_file_are_said_in_one_run(tmp_path: Path) -> None:
    """Manifest, omit list, documents and pages are all wrong: one run says all of it.

    A row with a fault of its own is still held against its page.
    """
    rows = [
        "a b,page.txt,Nowhere on it,,,,",
        "c,page.txt,The first line opens.,goes on.,x,,",
        "c,none.txt,,,,,",
        "d,../page.txt,,,,,",
        "e,page.txt,Last words here.,,,,z",
    ]
    omit = "page.txt,q,A second line goes,x\npage.txt,e,,x\npage.txt,c,No line of it at all,x\n"
    manifest = write(tmp_path, *rows, omit=omit)
    (tmp_path / "documents.csv").write_text("doc_id\nc\nd\n", encoding="utf-8")
    found = fail(tmp_path, manifest, documents=tmp_path / "documents.csv")
    told = [line.replace(f"{tmp_path / 'omit.csv'}:", "omit:").split(". ")[0] for line in found]
    strange = f"unknown doc_id: it is not in {tmp_path / 'documents.csv'}"
    expected = [
        "omit:2: unknown doc_id 'q' on the page page.txt",
        "omit:3: the line_marker is empty",
        "omit:4: the line_marker 'No line of it at all' opens no line of page.txt",
        "manifest:2: a b: the start_marker 'Nowhere on it' is not in page.txt",
        f"manifest:2: a b: {strange}",
        "manifest:2: the doc_id 'a b' cannot be used",
        "manifest:3: start_match is 'x'",
        "manifest:4: c: none.txt: the source file is missing",
        "manifest:4: c: the same doc_id stands on line 3",
        "manifest:5: d: the source_file '../page.txt' leaves the folder of pages",
        "manifest:6: e: it is said to stand inside 'z', no text of page.txt",
        f"manifest:6: e: {strange}",
    ]
    assert sorted(told) == sorted(expected)


def test_unreadable_manifest_hides_no_other_file(tmp_path: Path) -> None:
    """Where no row of the manifest can be read, the other files are checked for their own form.

    Nothing is said of names, since the rows that hold them could not be read.
    """
    manifest = write(tmp_path, omit="page.txt,a,,x\npage.txt,a,A second line goes on.,x\n")
    manifest.write_text("doc_id,source_file,start_marker\na,page.txt,x\n", encoding="utf-8")
    (tmp_path / "documents.csv").write_text("id\na\n", encoding="utf-8")
    found = fail(tmp_path, manifest, documents=tmp_path / "documents.csv")
    assert [line.split(": ", 1)[1].split(".")[0] for line in found] == [
        "the column doc_id is missing",
        "the column end_marker is missing",
        "the line_marker is empty",
    ]


def test_row_that_cannot_be_read_makes_no_name_unknown(tmp_path: Path) -> None:
    """A text whose row has an open quotation mark may still be named by others."""
    rows = ['a,page.txt,"The first,,,,', "b,page.txt,A second line,goes on.,,,a"]
    manifest = write(tmp_path, *rows, omit="page.txt,a,Last words here.,x\n")
    assert [line.split(". ")[0] for line in fail(tmp_path, manifest)] == [
        "manifest:2: a quotation mark is not closed where its field ends"
    ]


def test_text_that_is_not_found_gives_its_omit_lines_no_second_blame(tmp_path: Path) -> None:
    """Five words that open lines of two texts: nothing is said while one of them is not placed."""
    page = "One two three four five six.\nAnd so on.\nOne two three four five seven.\nThe end.\n"
    rows = ["a,page.txt,,And so off.,,,", "b,page.txt,One two three,,2,,"]
    manifest = write(tmp_path, *rows, omit="page.txt,a,One two three four five,x\n", page=page)
    assert [line.split(". ")[0] for line in fail(tmp_path, manifest)] == [
        "manifest:2: a: the end_marker 'And so off.' is not in page.txt"
    ]


def test_many_wrong_markers_are_all_said(tmp_path: Path) -> None:
    """The closest line is sought for the first fifty; each of the others is still named."""
    rows = [f"t{number},page.txt,Nowhere {number},,,," for number in range(60)]
    found = fail(tmp_path, write(tmp_path, *rows))
    assert len(found) == 60
    assert sum("The closest line is" in line for line in found) == 50
    assert sum("is this the right page?" in line for line in found) == 10


@pytest.mark.parametrize(
    ("source_file", "message"),
    [
        ("pa\0ge.txt", "the source_file 'pa\\x00ge.txt' holds a null character"),
        ("x" * 300 + ".txt", "cannot be read (File name too long)"),
        ("folder.txt", "folder.txt: this is a folder, not a file. Name a file in it"),
    ],
)
def test_name_that_no_file_can_have(tmp_path: Path, source_file: str, message: str) -> None:
    """A null character, a name too long for any disk, a folder: told as the others are."""
    (tmp_path / "folder.txt").mkdir()
    manifest = write(tmp_path, f"a,{source_file},,,,,", "b,page.txt,Nowhere,,,,")
    found = fail(tmp_path, manifest)
    assert message in found[0]
    assert "'Nowhere' is not in page.txt" in found[1]


def break_document(path: Path, part: str, content: bytes | None) -> None:
    """Write a Word document one of whose parts holds something else, or is missing."""
    import docx

    document = docx.Document()
    document.add_paragraph("Words of a listed kind.", style="List Bullet")
    whole = io.BytesIO()
    document.save(whole)
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif content is not None:
                new.writestr(name, content)


@pytest.mark.parametrize("content", [None, b"", b"<open>", b"\xff\xfe", b"<a/>"])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "[Content_Types].xml", "_rels/.rels"]
)
def test_broken_part_of_a_word_document(
    tmp_path: Path, needs: Callable, part: str, content: bytes | None
) -> None:
    """A part that is missing, empty, cut short, no XML or other XML: a message, and the next."""
    needs("docx")
    manifest = write(tmp_path, "a,page.docx,,,,,", "b,page.txt,Nowhere,,,,")
    break_document(tmp_path / "page.docx", part, content)
    found = fail(tmp_path, manifest)
    assert found[-1].startswith("manifest:3: b: the start_marker 'Nowhere' is not in page.txt")
    assert "page.docx: not a whole Word document (" in found[0]


def test_broken_archive_of_a_word_document(tmp_path: Path, needs: Callable) -> None:
    """A .docx that is no archive, or one whose bytes were changed or cut off."""
    needs("docx")
    manifest = write(tmp_path, "a,page.docx,,,,,")
    path = tmp_path / "page.docx"
    path.write_bytes(b"not a zip")
    assert "page.docx: not a Word document" in fail(tmp_path, manifest)[0]
    break_document(path, "none", None)
    whole = path.read_bytes()
    at = whole.index(b"word/document.xml") + 40
    for content in (whole[: len(whole) // 2], whole[:at] + bytes(60) + whole[at + 60 :]):
        path.write_bytes(content)
        assert "page.docx: not a" in fail(tmp_path, manifest)[0]


@pytest.mark.parametrize("choice", [{"workers": 0}, {"workers": -2}, {"limit": 0}])
def test_numbers_below_one(tmp_path: Path, choice: dict[str, int]) -> None:
    """No worker and no megabyte: the message repeats the value."""
    manifest = write(tmp_path, "a,page.txt,,,,,")
    with pytest.raises(ValueError, match="give 1 or more"):
        build(tmp_path, tmp_path / "out", manifest, **choice)
    assert not (tmp_path / "out").exists()


def test_old_tables_stay_when_something_is_wrong(tmp_path: Path) -> None:
    """Mistakes leave the tables of an earlier build as they were."""
    manifest = write(tmp_path, "a,page.txt,,,,,")
    build(tmp_path, tmp_path / "out", manifest)
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    write(tmp_path, "a,page.txt,No such words,,,,")
    with pytest.raises(CorpusError):
        build(tmp_path, tmp_path / "out", manifest)
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
