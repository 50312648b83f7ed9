"""The list of sheets of a workbook: which part each one is, and one more sheet at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from reports.annotated.package import LOOSE, STRICT, Package
from reports.annotated.splice import CannotPatch, append_inside, escape, find_all, splice

_SHEETS, _SHEET = "workbook/sheets", "workbook/sheets/sheet"
_STRINGS = "sst/si"
LONGEST_NAME = 31
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"


@dataclass(frozen=True, slots=True)
class SheetPlace:
    """A sheet by the name on its tab and the part that holds it; ``kind`` is ``worksheet`` where it has cells."""

    name: str
    part: str
    kind: str


def list_sheets(package: Package) -> list[SheetPlace]:
    """The sheets in the order of their tabs."""
    parts = {relation.key: relation for relation in package.relations(package.book)}
    found = []
    for one in find_all(package.read(package.book), _SHEET):
        key = next((value for name, value in one.attributes.items() if name.rpartition(":")[2] == "id"), "")
        if key in parts:
            found.append(SheetPlace(one.attributes.get("name", ""), parts[key].target, parts[key].kind))
    return found


def find_part(package: Package, part: str, kind: str) -> str | None:
    """The part of a kind that a part is related to, if it is there."""
    found = (relation.target for relation in package.relations(part) if relation.kind == kind)
    return next((target for target in found if package.has(target)), None)


def free_sheet_name(wanted: str, taken: list[str]) -> str:
    """A name that no other tab has, within the length that Excel allows."""
    used, number, name = {one.casefold() for one in taken}, 1, wanted[:LONGEST_NAME]
    while name.casefold() in used:
        number += 1
        ending = f" ({number})"
        name = wanted[: LONGEST_NAME - len(ending)] + ending
    return name


def add_sheet(package: Package, name: str, xml: bytes) -> None:
    """One more sheet, after all others: no number of a tab that anything refers to changes."""
    part = package.free_name("xl/worksheets/sheet{}.xml")
    package.write(part, xml)
    package.declare(part, f"{TYPES}.worksheet+xml")
    key = package.relate(package.book, "worksheet", part)
    book = package.read(package.book)
    lists = find_all(book, _SHEETS)
    if not lists:
        raise CannotPatch("sheets")
    ids = [one.attributes.get("sheetId", "0") for one in find_all(book, _SHEET)]
    number = max((int(one) for one in ids if one.isdigit()), default=0) + 1
    space = STRICT if package.is_strict else LOOSE
    tag = b'<%ssheet xmlns:k="%s" name="%s" sheetId="%d" k:id="%s"/>' % (
        lists[0].prefix, space.encode(), escape(name), number, key.encode(),
    )  # fmt: skip
    package.write(package.book, splice(book, [append_inside(book, lists[0], tag)]))


def read_first_cell(package: Package, part: str) -> str:
    """The text in the first cell that a sheet writes, whether it stands there or among the shared strings."""
    cells = find_all(package.read(part), "worksheet/sheetData/row/c")[:1]
    if not cells:
        return ""
    xml = package.read(part)[cells[0].start : cells[0].end]
    if cells[0].attributes.get("t") != "s":
        return _read_text(xml)
    shared = find_part(package, package.book, "sharedStrings")
    values = find_all(xml, "c/v")
    number = xml[values[0].inside : values[0].close].strip() if values else b""
    strings = find_all(package.read(shared), _STRINGS) if shared and number.isdigit() else []
    if not strings or int(number) >= len(strings):
        return ""
    text = strings[int(number)]
    return _read_text(package.read(shared or "")[text.start : text.end])


def _read_text(xml: bytes) -> str:
    texts = re.findall(rb"<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<", xml)
    return unescape(b"".join(texts).decode("utf-8", "replace"))
