"""Several items in one cell of a results chain: a list with bullets or numbers, or with a line for each."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dictionary.nouns import Problem
from dictionary.records import Entry, Place, Record
from i18n import Language, Text
from i18n.numbers import THAI_DIGITS
from ingest.addresses import cell_address
from ingest.rows import Rows

TABLE, ITEM, NEXT = "chain", "node", "leads_to"
VALUES = {"indicator", "unit", "value", "target"}  # what is of one item alone, so that its cell is not taken apart
LEAST = 3  # lines without a mark that are items: two may be one that was broken to fit
SHOWN, MORE = 4, "…"  # items that a problem quotes
DIVIDER = "; "  # between next items
Lists = Mapping[str, tuple[str, ...]]  # the items of a cell
_BULLETS = "•●▪◦‣∙◆➢✓✔"
_MARK = re.compile(rf"\s*(?:[{_BULLETS}*·–—-]|\(?[0-9๐-๙]{{1,2}}[.)](?![0-9๐-๙]))\s*(?=\S)")
_BULLET = re.compile(rf"\s*[{_BULLETS}]\s*")
_NUMBER = re.compile(r"(?:^|(?<=\s))\(?([0-9๐-๙]{1,2})[.)](?![0-9๐-๙])\s*")


def list_items(text: str) -> tuple[str, ...]:
    """The items of a cell: ``- looms`` and ``- thread`` on two lines are two; a text that is no list is one."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    marked = [_MARK.match(line) is not None for line in lines]
    if sum(marked) > 1:
        items = _join_lines(lines, marked)
    elif len(lines) >= LEAST:
        items = lines
    else:
        items = _part_line(" ".join(lines))
    return tuple(" ".join(item.split()) for item in items)


def _join_lines(lines: Sequence[str], marked: Sequence[bool]) -> list[str]:
    """A line without a mark goes on with the item before it."""
    items: list[str] = []
    for line, is_marked in zip(lines, marked, strict=True):
        if is_marked or not items:
            items.append(_MARK.sub("", line, count=1))
        else:
            items[-1] = f"{items[-1]} {line}"
    return items


def _part_line(line: str) -> list[str]:
    """Items within a line: behind bullets, or behind numbers that count from 1."""
    numbers = list(_NUMBER.finditer(line))
    counted = [int(one[1].translate(THAI_DIGITS)) for one in numbers]
    if len(numbers) > 1 and numbers[0].start() == 0 and counted == list(range(1, len(numbers) + 1)):
        ends = [*(one.start() for one in numbers[1:]), len(line)]
        return [line[one.end() : end] for one, end in zip(numbers, ends, strict=True)]
    parts = [part for part in _BULLET.split(line) if part]
    return [_MARK.sub("", part, count=1) for part in parts] if len(parts) > 1 else [line]


def part_records(rows: Rows, records: Sequence[Record]) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """One record for each item of a chain's cell, and that it was so read; a row with values of its own stays one."""
    if rows.found.table != TABLE:
        return tuple(records), ()
    items, onward = (_read_lists(rows, column) for column in (ITEM, NEXT))
    parted = [_part(_divide_next(record, onward), items) for record in records]
    return tuple(one for part in parted for one in part), tuple(_tell(part) for part in parted if len(part) > 1)


def _read_lists(rows: Rows, column: str) -> Lists:
    """The items of the cells of a column that hold several, by their cell."""
    cells = rows.cells(column, None)
    if cells is None:
        return {}
    texts = zip(cells.rows.tolist(), cells.values, strict=True)
    lists = {cell_address(row, cells.column): list_items(value) for row, value in texts if isinstance(value, str)}
    return {cell: items for cell, items in lists.items() if len(items) > 1}


def _part(record: Record, lists: Lists) -> tuple[Record, ...]:
    entry = record.find(ITEM)
    items = lists.get(entry.cell, ()) if entry else ()
    if entry is None or not items or any(column in VALUES for column, _ in record.entries):
        return (record,)
    return tuple(replace(record, entries=_put(record, ITEM, replace(entry, text=item))) for item in items)


def _divide_next(record: Record, lists: Lists) -> Record:
    """The record with the next items apart, where its cell is a list of them."""
    entry = record.find(NEXT)
    if entry is None or entry.cell not in lists:
        return record
    return replace(record, entries=_put(record, NEXT, replace(entry, text=DIVIDER.join(lists[entry.cell]))))


def _put(record: Record, column: str, entry: Entry) -> Mapping[Place, Entry]:
    return {**record.entries, (column, ""): entry}


def _tell(part: Sequence[Record]) -> Problem:
    entry = part[0].find(ITEM)
    texts = [f"“{one.text(ITEM)}”" for one in part[:SHOWN]]
    more = [MORE] if len(part) > SHOWN else []
    told = Text(*(str(len(part)) for _ in Language))
    return Problem(
        "chain_list", part[0].file, part[0].sheet, entry.cell if entry else "", ", ".join(texts + more), told
    )
