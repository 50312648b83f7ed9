"""The XML of one sheet with the style of some cells changed; cells that are not written yet are added."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from ingest.addresses import cell_address
from reports.annotated.marks import Cell, column_number, read_ranges
from reports.annotated.splice import CannotPatch, Edit, Element, Wanted, append_inside, find_elements, set_attributes

Restyle = Callable[[Cell, int], int]  # a cell and the number of its style → the number of its new style
_ROW, _CELL = "worksheet/sheetData/row", "worksheet/sheetData/row/c"
_COLUMN, _MERGE = "worksheet/cols/col", "worksheet/mergeCells/mergeCell"


@dataclass(frozen=True, slots=True)
class ColumnSpan:
    """Columns of one look: first and last (1-based), the number of their style, their width in letters."""

    first: int
    last: int
    style: int = 0
    width: float | None = None


@dataclass(slots=True)
class SheetPart:
    """Where the rows and the wanted cells of a sheet stand in its XML; ``top`` are the parts of the sheet by name."""

    xml: bytes
    top: dict[str, Element] = field(default_factory=dict)
    rows: dict[int, Element] = field(default_factory=dict)
    cells: dict[Cell, Element] = field(default_factory=dict)
    columns: list[ColumnSpan] = field(default_factory=list)
    merges: list[tuple[Cell, Cell]] = field(default_factory=list)

    @property
    def data(self) -> Element:
        """What holds the rows."""
        if "sheetData" not in self.top:
            raise CannotPatch("sheetData")
        return self.top["sheetData"]


def read_sheet_part(xml: bytes, rows: set[int]) -> SheetPart:
    """Find every row, and the cells of the given rows, by one walk through the XML."""
    counter = _Counter(rows)
    part = SheetPart(xml)
    for element in find_elements(xml, counter.keep):
        _file_element(part, element, counter)
    return part


class _Counter:
    """Counts rows and cells, which need not say their own address, and says which elements are of use."""

    def __init__(self, rows: set[int]) -> None:
        self.row_numbers: list[int] = []
        self.cell_places: list[Cell] = []
        self._rows, self._row, self._column = rows, 0, 0

    def keep(self, path: str, attributes: Mapping[str, str]) -> Wanted:
        if path == _CELL:
            return self._keep_cell(attributes)
        if path == _ROW:
            given = attributes.get("r", "")
            self._row, self._column = int(given) if given.isdigit() else self._row + 1, 0
            self.row_numbers.append(self._row)
            return Wanted.YES if self._row in self._rows else Wanted.WHOLE
        return Wanted.YES if path in {_COLUMN, _MERGE} or path.count("/") < 2 else Wanted.NO

    def _keep_cell(self, attributes: Mapping[str, str]) -> Wanted:
        letters = attributes.get("r", "").rstrip("0123456789")
        self._column = column_number(letters) if letters.isascii() and letters.isalpha() else self._column + 1
        self.cell_places.append((self._row, self._column))
        return Wanted.YES


def _file_element(part: SheetPart, element: Element, counter: _Counter) -> None:
    if element.path == _ROW:
        part.rows[counter.row_numbers[len(part.rows)]] = element
    elif element.path == _CELL:
        part.cells[counter.cell_places[len(part.cells)]] = element
    elif element.path == _COLUMN:
        part.columns.append(_read_span(element.attributes))
    elif element.path == _MERGE:
        part.merges += read_ranges(element.attributes.get("ref", ""))
    else:
        part.top.setdefault(element.path.partition("/")[2], element)


def _read_span(about: Mapping[str, str]) -> ColumnSpan:
    width = 0.0 if about.get("hidden") in {"1", "true"} else float(about["width"]) if "width" in about else None
    return ColumnSpan(int(about.get("min", 1)), int(about.get("max", 1)), int(about.get("style", 0)), width)


def find_shown(part: SheetPart, cell: Cell) -> Cell:
    """The cell that is seen in its place: of merged cells only the first is."""
    for first, last in part.merges:
        if first[0] <= cell[0] <= last[0] and first[1] <= cell[1] <= last[1]:
            return first
    return cell


def restyle_cells(part: SheetPart, cells: set[Cell], restyle: Restyle) -> list[Edit]:
    """The edits that put every cell of ``cells`` into its new style and leave all else as it was."""
    edits = [_restyle(part, cell, restyle) for cell in sorted(cells) if cell in part.cells]
    by_row: dict[int, list[Cell]] = {}
    for cell in sorted(cells - part.cells.keys()):
        by_row.setdefault(cell[0], []).append(cell)
    there: dict[int, list[Cell]] = {}
    for cell in sorted(part.cells):
        there.setdefault(cell[0], []).append(cell)
    for row, missing in by_row.items():
        if row in part.rows:
            edits += _add_to_row(part, missing, there.get(row, []), restyle)
    new = [(row, missing) for row, missing in by_row.items() if row not in part.rows]
    return [*edits, *_add_rows(part, new, restyle)]


def _restyle(part: SheetPart, cell: Cell, restyle: Restyle) -> Edit:
    element = part.cells[cell]
    style = restyle(cell, int(element.attributes.get("s", 0)))
    return element.start, element.inside, set_attributes(part.xml[element.start : element.inside], {"s": str(style)})


def _add_to_row(part: SheetPart, missing: list[Cell], there: list[Cell], restyle: Restyle) -> Iterator[Edit]:
    """New cells of a row that is there: each before the first cell to its right."""
    element = part.rows[missing[0][0]]
    style = int(element.attributes["s"]) if "s" in element.attributes else None
    written = {cell: _write_cell(part, cell, style, restyle) for cell in missing}
    if element.is_empty_tag:
        yield append_inside(part.xml, element, b"".join(written.values()))
        return
    for cell, xml in written.items():
        at = bisect_left(there, cell)
        place = part.cells[there[at]].start if at < len(there) else element.close
        yield place, place, xml


def _add_rows(part: SheetPart, rows: list[tuple[int, list[Cell]]], restyle: Restyle) -> Iterator[Edit]:
    """New rows, each before the first row below it."""
    data = part.data
    there = sorted(part.rows)
    cells_of = {row: [_write_cell(part, cell, None, restyle) for cell in cells] for row, cells in rows}
    written = {row: _write_row(data, row, cells) for row, cells in cells_of.items()}
    if data.is_empty_tag:
        if written:
            yield append_inside(part.xml, data, b"".join(written.values()))
        return
    for row, xml in written.items():
        at = bisect_left(there, row)
        place = part.rows[there[at]].start if at < len(there) else data.close
        yield place, place, xml


def _write_row(data: Element, row: int, cells: list[bytes]) -> bytes:
    return b'<%srow r="%d">%s</%srow>' % (data.prefix, row, b"".join(cells), data.prefix)


def _write_cell(part: SheetPart, cell: Cell, row_style: int | None, restyle: Restyle) -> bytes:
    prefix = part.data.prefix
    column = next((span.style for span in part.columns if span.first <= cell[1] <= span.last), 0)
    style = restyle(cell, column if row_style is None else row_style)
    return b'<%sc r="%s" s="%d"/>' % (prefix, cell_address(*cell).encode(), style)
