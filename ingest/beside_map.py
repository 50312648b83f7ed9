"""What stands beside the rows of a value map or on the project sheet: the rate, a currency, all that went in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from dictionary.load import code_label
from dictionary.nouns import Problem
from dictionary.records import Entry, Record
from i18n.numbers import read_number
from ingest.addresses import cell_address
from ingest.blanks import is_blank
from ingest.cells import LONGEST_FOUND, write_cell
from ingest.clean import Problems
from ingest.composing import MOST_HEADER_ROWS
from ingest.currencies import drop_currency, find_currency
from ingest.map_labels import DISCOUNT_RATE as RATE
from ingest.map_labels import INPUT_TOTAL, names_rate, names_total
from ingest.project_info import list_lines
from ingest.project_sheet import TABLE as PROJECT
from ingest.project_sheet import ProjectSheet
from ingest.recognise import FoundTable
from ingest.results import TableResult
from ingest.rows import Rows

TABLE, CURRENCY = "sroi", "currency"
AMOUNTS = ("input_thb", "proxy_thb")
MOST_PERCENT = 50
_NUMBER = r"[0-9๐-๙][0-9๐-๙,]*(?:\.[0-9๐-๙]+)?"
_SHARE = re.compile(rf"(?:ร้อยละ\s*({_NUMBER})|({_NUMBER})\s*(?:%|เปอร์เซ็นต์|per\s?cent))", re.IGNORECASE)
_SUM = re.compile(rf"{_NUMBER}\s*(?:ล้าน|แสน|หมื่น|พัน)?\s*(?:บาท|บ\.|thb|baht)", re.IGNORECASE)


def read_beside(projects: Sequence[ProjectSheet], results: Sequence[TableResult]) -> TableResult:
    """A record for each sheet that says a discount rate or a foreign currency, and what of it cannot be read.

    The sum of all inputs is taken where no row has an input of its own.
    """
    entries = [(PROJECT, *place, RATE, entry) for place, entry in _list_said(projects, RATE)]
    maps = [rows for one in results for rows in one.rows if rows.found.table == TABLE]
    by_rows = any(_has_inputs(rows) for rows in maps)
    for rows in maps:
        found = rows.found
        place = (TABLE, found.file, found.sheet.name)
        entries += [(*place, row, RATE, entry) for row, entry in _find_beside(rows, names_rate)][:1]
        entries += [(*place, row, CURRENCY, entry) for row, entry in _find_currencies(found)][:1]
        sums = [] if by_rows else _find_beside(rows, names_total)
        entries += [(*place, row, AMOUNTS[0], entry) for row, entry in sums][:1]
    if maps and not by_rows and not any(key == AMOUNTS[0] for *_, key, _ in entries):
        said = [one for one in _list_said(projects, INPUT_TOTAL) if one[1].number is not None]
        entries += [(TABLE, *place, AMOUNTS[0], entry) for place, entry in said[:1]]
    records = tuple(
        Record(table, file, sheet, row, {(key, ""): entry}) for table, file, sheet, row, key, entry in entries
    )
    sheets = {(rows.found.file, rows.found.sheet.name) for rows in maps}
    currencies = [entry.text for record in records if (entry := record.find(CURRENCY))]
    one_currency = len(set(currencies)) == 1 and len(currencies) == len(sheets)  # else the value map says what counts
    told = [record for record in records if one_currency or not record.find(CURRENCY)]
    return TableResult(problems=tuple(problem for record in told for problem in _report(record)), records=records)


def _list_said(projects: Sequence[ProjectSheet], key: str) -> list[tuple[tuple[str, str, int], Entry]]:
    """What lines of labels and values say of a key: file, sheet and row, and the number."""
    lines = [(line.project, line.field) for line in list_lines(projects, key)]
    return [
        ((sheet.file, sheet.sheet, field.row), _read_rate(field.cell, drop_currency(field.values[0])))
        for sheet, field in lines
    ]


def _report(record: Record) -> Problems:
    currency, rate = record.find(CURRENCY), record.find(RATE)
    place = (record.file, record.sheet)
    if currency:
        return (Problem("sroi_currency", *place, currency.cell, found=currency.text),)
    if rate and (rate.number is None or not 0 <= rate.number <= MOST_PERCENT):
        allowed = code_label("allowed", "discount_rate")
        return (Problem("sroi_rate_unread", *place, rate.cell, rate.text[:LONGEST_FOUND], allowed),)
    return ()


def _read_rate(cell: str, value: object) -> Entry:
    text = write_cell(value)
    number = read_number(value) if isinstance(value, str) else float(value) if isinstance(value, int | float) else None
    return Entry(cell, text, number)


def _has_inputs(rows: Rows) -> bool:
    cells = rows.cells(AMOUNTS[0])
    return cells is not None and any(not is_blank(value) for value in cells.values)


def _find_beside(rows: Rows, names: Callable[[object], bool]) -> Iterator[tuple[int, Entry]]:
    """The numbers that labels name outside the data: behind the words, in the next filled cell, or in that below."""
    found, data = rows.found, {*rows.kept.tolist()}
    for row in (row for row in range(len(found.sheet.cells)) if row not in data):
        for place, cell in enumerate(found.sheet.cells[row]):
            label, inside = _take_apart(cell)
            if not names(label):
                continue
            yield from _read_beside(found, (row, place), inside)


def _take_apart(cell: object) -> tuple[object, str]:
    """A label and the per cent or the sum of baht that stands in the same cell: ``อัตราคิดลดร้อยละ 3``; "" if none."""
    if not isinstance(cell, str):
        return cell, ""
    share, amount = _SHARE.search(cell), _SUM.search(cell)
    found = share or amount
    if found is None:
        return cell, ""
    inside = f"{share[1] or share[2]}%" if share else found[0]
    label = f"{cell[: found.start()]} {cell[found.end() :]}".replace("( )", " ")
    return " ".join(label.split()).strip(" :="), inside


def _read_beside(found: FoundTable, label: tuple[int, int], inside: str) -> Iterator[tuple[int, Entry]]:
    """The first number in (``inside``), behind or below a label."""
    sheet, (row, place) = found.sheet, label
    behind = [at for at in range(place + 1, sheet.cells.shape[1]) if not is_blank(sheet.cells[row, at])][:1]
    below = [(row + 1, place)] if row + 1 < len(sheet.cells) else []
    for line, column in [(row, place)] if inside else [*((row, at) for at in behind), *below]:
        value = inside or sheet.cells[line, column]
        address = cell_address(sheet.first_row + line, sheet.first_column + column)
        entry = _read_rate(address, drop_currency(value))
        if entry.number is not None:
            yield sheet.first_row + line, entry
            return


def _find_currencies(found: FoundTable) -> Iterator[tuple[int, Entry]]:
    """The foreign currencies that the headers of the amounts name, or else the amounts themselves."""
    amounts = [one for one in found.matches if one.column in AMOUNTS]
    above = range(found.header, max(found.header - MOST_HEADER_ROWS, -1), -1)
    for match, line in (
        *((match, line) for match in amounts for line in above),
        *((match, line) for match in amounts for line in range(found.header + 1, len(found.sheet.cells))),
    ):
        cell = found.sheet.cells[line, match.position]
        code = find_currency(cell) if isinstance(cell, str) else ""
        if code:
            row = found.sheet.first_row + line
            yield row, Entry(cell_address(row, found.sheet.first_column + match.position), code, code=code)
