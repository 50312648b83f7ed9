"""The project sheet: labels in one column and what the group wrote in the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from dictionary.load import load_columns
from dictionary.nouns import Exclusion, MatchedColumn, Problem, SheetReading
from dictionary.squash import squash
from i18n import Language, Text
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.cells import LONGEST_FOUND, write_cell
from ingest.headers import split_header
from ingest.known_headers import NOT_USED, load_headers
from ingest.map_labels import INPUT_TOTAL, names_total
from ingest.matching import find_column
from ingest.names import read_sheet_name
from ingest.workbooks import RawSheet, Values

TABLE = "project"
FIRST_ROWS = 60  # rows looked at to find the labels
FIRST_COLUMNS = 8
FIRST_WIDTH = 60  # columns looked at to tell what a sheet is; what is read of a project sheet is all of them
ENOUGH_FIELDS = 3  # labels that make a project sheet of one whose name says nothing
BY_ROUND = {"round_from": "_from", "round_to": "_to", "round_period": "_period"}  # endings behind the round
MOST_TIMES = 3  # that a label stands on such a sheet: what stands more often is a value
ENDS = ("_from", "_to")  # endings of the labels of one date: without a date they are blank, and no heading
NAMES = {"name", "group"}  # one of them names what the sheet is about
ROUND = "round"  # which round the whole file is
HEADING = "heading"  # a round that stands alone above its dates


@dataclass(frozen=True)
class Field:
    """One line of the project sheet: ``key`` is a column of the table project (or ``baseline_period``), "" not used.

    ``values`` are the cells that follow the label on its row, blank ones left out; ``cell`` the first of them.
    """

    key: str | None
    label: str
    values: tuple[object, ...]
    row: int
    label_cell: str
    cell: str


@dataclass(frozen=True)
class ProjectSheet:
    """The lines of one project sheet, from the first label that is known."""

    file: str
    sheet: str
    fields: tuple[Field, ...]


def read_project_sheet(file: str, sheet: RawSheet) -> ProjectSheet:
    """Every line of a sheet as label and values; titles above the first known label are no lines."""
    column = _find_label_column(sheet)
    lines = list(_read_lines(sheet, sheet.cells, column))
    first = next((place for place, line in enumerate(lines) if line.key), len(lines))
    return ProjectSheet(file, sheet.name, tuple(lines[first:]))


def is_project_sheet(sheet: RawSheet) -> bool:
    """Whether a sheet reads as labels and values of a project."""
    name = read_sheet_name(sheet.name).table
    if not sheet.cells.size or name not in {None, TABLE}:
        return False
    lines = _read_lines(sheet, sheet.cells[:FIRST_ROWS, :FIRST_WIDTH], _find_label_column(sheet))
    told = Counter(line.key for line in lines if line.key)
    keys = {key for key, times in told.items() if times <= MOST_TIMES}
    return bool(keys) if name == TABLE else len(keys) >= ENOUGH_FIELDS and bool(keys & NAMES)


def _find_label_column(sheet: RawSheet) -> int:
    """The column (0-based) with the most labels that are known."""
    columns = range(min(FIRST_COLUMNS, sheet.cells.shape[1]))
    top = sheet.cells[:FIRST_ROWS, :FIRST_WIDTH]
    return max(columns, key=lambda column: _count_known(_read_lines(sheet, top, column)))


def describe_project(project: ProjectSheet) -> tuple[SheetReading, tuple[Exclusion, ...], tuple[Problem, ...]]:
    """Where the lines went: used, or left out because the label is not known (a note) or not needed.

    A label that is known and has nothing beside it is a line that nobody filled in, and no row.
    """
    used = {field.row for field in project.fields if field.key and (field.values or field.key == HEADING)}
    filled = [field for field in project.fields if field.values or not field.key or field.key == HEADING]
    left = {field.row: field for field in filled if field.row not in used}
    strange = [field for field in project.fields if field.key is None and field.values]
    reading = SheetReading(
        file=project.file,
        sheet=project.sheet,
        table=TABLE,
        columns=tuple(MatchedColumn(field.label, field.label_cell, field.key or None) for field in project.fields),
        rows_read=len(used) + len(left),
        rows_used=len(used),
        rows_left_out=len(left),
    )
    excluded = tuple(_exclude(project, field) for field in left.values())
    return reading, excluded, tuple(_report_label(project, field) for field in strange)


def _exclude(project: ProjectSheet, field: Field) -> Exclusion:
    reason = "label_not_recognised" if field.key is None else "not_used"
    return Exclusion(reason, project.file, project.sheet, (field.label_cell,), field.row)


def _report_label(project: ProjectSheet, field: Field) -> Problem:
    known = (", ".join(column.label[language] for column in load_columns(TABLE)) for language in Language)
    label = field.label[:LONGEST_FOUND]
    return Problem("project_field_unknown", project.file, project.sheet, field.label_cell, label, Text(*known))


def _count_known(lines: Iterable[Field]) -> int:
    return len({line.key for line in lines if line.key})


def _read_lines(sheet: RawSheet, cells: Values, column: int) -> Iterator[Field]:
    """The lines of the rows that are not blank, with their labels in a column (0-based).

    A round that stands alone ("ก่อนดำเนินการ" without a value) holds for the lines below it. A second label on a row
    begins a line of its own.
    """
    context: str | None = None
    for index, row in enumerate(cells):
        filled = [place for place, cell in enumerate(row) if not is_blank(cell)]
        if not filled:
            continue
        starts = [column, *(place for place in filled if place > column and _is_label(row[place]))]
        for start, end in zip(starts, [*starts[1:], len(row)], strict=True):
            after = [place for place in filled if start < place < end]
            label = write_cell(row[start]) if isinstance(row[start], str) else ""
            words = split_header(label)
            context = words.round if words.round and not after else context
            first, line = sheet.first_column + start, sheet.first_row + index
            yield Field(
                key=_find_key(label, context, is_heading=not after) if label else NOT_USED,
                label=label,
                values=tuple(row[place] for place in after),
                row=line,
                label_cell=cell_address(line, first),
                cell=cell_address(line, sheet.first_column + after[0] if after else first + 1),
            )


def _is_label(cell: object) -> bool:
    """Whether a cell further right is exactly a known label, so that no value is taken for it."""
    return isinstance(cell, str) and _is_known(cell)


@lru_cache(maxsize=1 << 13)
def _is_known(text: str) -> bool:
    return bool(load_headers(TABLE).get(squash(text), ("",))[0])


def _find_key(label: str, context: str | None, *, is_heading: bool) -> str | None:
    """The key of a label; what belongs to a round is named after it, and not known without one."""
    words = split_header(label)
    key = INPUT_TOTAL if names_total(label) else find_column(words, TABLE)
    about = words.round or context
    if is_heading and words.round and not (key or "").endswith(ENDS):
        return HEADING
    if key == ROUND and words.round:  # "รอบก่อน" with a date, not "รอบ" with a round
        return f"{words.round}_period"
    if key not in BY_ROUND:
        return key
    return f"{about}{BY_ROUND[key]}" if about else None
