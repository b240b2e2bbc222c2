"""Tables as .csv and .xlsx files in which a student's words can never run as a formula."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape
from io import StringIO

from swteach.collecting.sheets import Cell, Sheet
from swteach.editions.packing import pack
from swteach.journal.exports.outline import JOINER, clean

# A program may part a line at any of these, whatever the file says; a formula may begin there.
_FORMULA = re.compile(r"(^|[\n\r\t;,|\"'])([ \xa0]*)(?=[=+\-@＝＋－＠])", re.MULTILINE)
_NUMBER = re.compile(r"[+-]?\d{1,15}(\.\d{1,10})?", re.ASCII)
_RISK = re.compile(r"[=+\-@＝＋－＠\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
# What one cell of Excel holds.
MOST_CHARACTERS = 32_767
WIDE = {"text": 60, "what was asked": 50, "comment": 40, "why, or what to look at": 70}


def write_csv(sheet: Sheet) -> bytes:
    """Return a table as CSV in UTF-8, with the mark at its start by which Excel knows that."""
    file = StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(sheet.columns)
    writer.writerows(tuple(map(guard, row)) for row in sheet.rows)
    return b"\xef\xbb\xbf" + file.getvalue().encode()


@lru_cache(maxsize=50_000)  # most cells say what others said
def guard(cell: Cell) -> Cell:
    """
    Return a cell that no spreadsheet takes for a formula.

    An invisible sign (U+2060) goes before what could begin one; a plain number stays as it is.
    """
    if type(cell) is int or not _RISK.search(cell) or _NUMBER.fullmatch(cell):
        return cell
    return _FORMULA.sub(rf"\1\2{JOINER}", "\n".join(clean(cell)))


def write_workbook(sheets: Sequence[Sheet]) -> bytes:
    """Return tables as one .xlsx file, a sheet each, with the headings held in place."""
    files = {
        "[Content_Types].xml": _list_types(len(sheets)),
        "_rels/.rels": _relate([(f"{_OFFICE}/officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _list_sheets(sheets),
        "xl/_rels/workbook.xml.rels": _relate_sheets(len(sheets)),
        "xl/styles.xml": _STYLES,
    }
    for number, sheet in enumerate(sheets, 1):
        files[f"xl/worksheets/sheet{number}.xml"] = _write_sheet(sheet)
    return pack(files)


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FONT = '<sz val="11"/><name val="Calibri"/>'
# Cells: 0 as they come, 1 a heading, 2 lines that wrap from the top.
_STYLES = (
    f'{_XML}<styleSheet xmlns="{_MAIN}">'
    f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    "<borders><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>'
    '<xf fontId="1" applyFont="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>'
    '<xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
)


def _list_types(count: int) -> str:
    parts = [("workbook", "sheet.main"), ("styles", "styles")]
    parts += [(f"worksheets/sheet{number}", "worksheet") for number in range(1, count + 1)]
    lines = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in parts
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{lines}</Types>'
    )


def _relate(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _relate_sheets(count: int) -> str:
    sheets = [(f"{_OFFICE}/worksheet", f"worksheets/sheet{n}.xml") for n in range(1, count + 1)]
    return _relate([*sheets, (f"{_OFFICE}/styles", "styles.xml")])


def _list_sheets(sheets: Sequence[Sheet]) -> str:
    lines = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, 1)
    )
    return (
        f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{lines}</sheets></workbook>'
    )


def _write_sheet(sheet: Sheet) -> str:
    widths = "".join(
        f'<col min="{n}" max="{n}" width="{WIDE.get(name, 14)}" customWidth="1"/>'
        for n, name in enumerate(sheet.columns, 1)
    )
    rows = [_write_row(sheet.columns, 1), *(_write_row(row, 2) for row in sheet.rows)]
    return (
        f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{widths}</cols>"
        f"<sheetData>{''.join(rows)}</sheetData></worksheet>"
    )


def _write_row(cells: Sequence[Cell], style: int) -> str:
    return f"<row>{''.join([_write_cell(cell, style) for cell in cells])}</row>"


def _write_cell(cell: Cell, style: int) -> str:
    if type(cell) is int:
        return f'<c s="{style}"><v>{cell}</v></c>'
    text = str(guard(cell))
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - 20] + " [cut here]"
    safe = escape(text, quote=False)
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
