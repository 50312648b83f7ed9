"""The sheet that lists every problem of a file, with a link to the cell of each."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from analysis import METHODS_VERSION
from dictionary.load import describe, load_problems, severity
from dictionary.nouns import Problem, Severity
from i18n import Language, word
from ingest.addresses import cell_address
from ingest.carried import MARK
from reports.annotated.fills import Styles
from reports.annotated.marks import read_ranges
from reports.annotated.splice import escape
from reports.form.style import width_of

LINKS = 65_000  # Excel opens no sheet with more than 65,530
LISTED = 100_000
TEXT_LENGTH = 8_000
_WIDTHS = (16, 26, 14, 30, 100)  # in letters
_COLUMNS = ("severity", "sheet", "cell", "title", "sentence")
_TOP = 4  # the row of the headers
_LINE_HEIGHT = 17  # points


@dataclass(frozen=True, slots=True)
class CheckStyles:
    """The numbers of the styles of the sheet."""

    text: int
    strong: int
    link: int
    levels: dict[Severity, int]


def add_check_styles(styles: Styles) -> CheckStyles:
    """Ask for the styles that the sheet needs."""
    return CheckStyles(
        text=styles.add_text_style(),
        strong=styles.add_text_style(font=b"<b/>"),
        link=styles.add_text_style(font=b'<u/><color rgb="FF0B6E99"/>'),
        levels={level: styles.add_text_style(level=level) for level in Severity},
    )


@dataclass(frozen=True, slots=True)
class CheckSheet:
    """What the sheet tells: the problems in order, the names of tabs that links may lead to, and a remark.

    ``mapping`` is what was confirmed of the sheets of the file, kept in rows that nobody sees.
    """

    problems: Sequence[Problem]
    tabs: Collection[str]
    remark: str
    namespace: str
    mapping: str = ""


def write_check_sheet(sheet: CheckSheet, styles: CheckStyles, language: Language) -> bytes:
    """The XML of the sheet; every text is a text, whatever it begins with."""
    title = [_cell(1, 1, word("annotated.mark", language), styles.strong)]
    remark = [_cell(2, 1, sheet.remark, styles.text)]
    header = [_cell(_TOP, n, word(f"annotated.{name}", language), styles.strong) for n, name in enumerate(_COLUMNS, 1)]
    listed = sheet.problems[:LISTED]
    version = [_cell(3, 1, word("version.methods", language, version=METHODS_VERSION), styles.text)]
    rows = [(1, title), (2, remark), (3, version), (_TOP, header)]
    rows += [
        (row, _problem_cells(row, one, _Look(sheet.tabs, styles, language))) for row, one in enumerate(listed, _TOP + 1)
    ]
    heights = {2: _height(sheet.remark, sum(_WIDTHS))}
    heights |= {row: _height(describe(one, language), _WIDTHS[-1]) for row, one in enumerate(listed, _TOP + 1)}
    data = b"".join(_row(row, heights.get(row, _LINE_HEIGHT), cells) for row, cells in rows)
    data += _write_mapping(sheet.mapping, rows[-1][0] + 1, styles.text)
    columns = b"".join(
        b'<col min="%d" max="%d" width="%d" customWidth="1"/>' % (n, n, w) for n, w in enumerate(_WIDTHS, 1)
    )
    return (
        b'<?xml version="1.0" encoding="UTF-8"?>\n<worksheet xmlns="%s"><sheetPr><tabColor rgb="FFB3261F"/>'
        b'<pageSetUpPr fitToPage="1"/></sheetPr>'
        b'<sheetViews><sheetView workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" '
        b'state="frozen"/></sheetView></sheetViews><cols>%s</cols><sheetData>%s</sheetData>'
        b'<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A2:E2"/></mergeCells>%s'
        b'<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>'
    ) % (sheet.namespace.encode(), _TOP, _TOP + 1, columns, data, _write_links(listed, sheet.tabs))


def _row(row: int, height: int, cells: list[bytes]) -> bytes:
    return b'<row r="%d" ht="%d" customHeight="1">%s</row>' % (row, height, b"".join(cells))


def _write_mapping(mapping: str, first: int, style: int) -> bytes:
    """The lines of the mapping below a mark, in hidden rows of the first column."""
    lines = [MARK, *mapping.splitlines()] if mapping else []
    cells = (_cell(row, 1, line, style) for row, line in enumerate(lines, first))
    return b"".join(b'<row r="%d" hidden="1">%s</row>' % (row, cell) for row, cell in enumerate(cells, first))


def _height(text: str, width: int) -> int:
    """The height in points that a text needs in a column of some letters, with room for a line to break early."""
    return _LINE_HEIGHT * max(1, -(-width_of(text[:TEXT_LENGTH]) * 11 // (width * 10)))


@dataclass(frozen=True, slots=True)
class _Look:
    tabs: Collection[str]
    styles: CheckStyles
    language: Language


def _problem_cells(row: int, problem: Problem, look: _Look) -> list[bytes]:
    level, styles, language = severity(problem), look.styles, look.language
    link = styles.link if _target(problem, look.tabs) else styles.text
    return [
        _cell(row, 1, word(f"ui.severity.{level}", language), styles.levels[level]),
        _cell(row, 2, problem.sheet, styles.text),
        _cell(row, 3, problem.cell, link),
        _cell(row, 4, load_problems()[problem.code].title[language], styles.text),
        _cell(row, 5, describe(problem, language), styles.text),
    ]


def _cell(row: int, column: int, text: str, style: int) -> bytes:
    place = cell_address(row, column).encode()
    if not text:
        return b'<c r="%s" s="%d"/>' % (place, style)
    inside = b'<is><t xml:space="preserve">%s</t></is>' % escape(text[:TEXT_LENGTH])
    return b'<c r="%s" s="%d" t="inlineStr">%s</c>' % (place, style, inside)


def _target(problem: Problem, tabs: Collection[str]) -> str:
    """The place a link leads to, as Excel writes it, or "" where there is none."""
    ranges = read_ranges(problem.cell)
    if not ranges or problem.sheet not in tabs:
        return ""
    name = problem.sheet.replace("'", "''")
    return f"'{name}'!{cell_address(*ranges[0][0])}"


def _write_links(problems: Sequence[Problem], tabs: Collection[str]) -> bytes:
    targets = [(row, _target(one, tabs)) for row, one in enumerate(problems, _TOP + 1)]
    links = [b'<hyperlink ref="C%d" location="%s"/>' % (row, escape(to)) for row, to in targets if to][:LINKS]
    return b"<hyperlinks>%s</hyperlinks>" % b"".join(links) if links else b""
