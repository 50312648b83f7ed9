"""What stands in the cells of people, read again from the user's own files for the user's own screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dictionary.people import FAMILY_NAME, ID, NAME, CellRef
from ingest.addresses import read_row
from ingest.blanks import is_blank
from ingest.cells import write_cell
from ingest.inputs import InputFile
from ingest.opening import open_files
from ingest.people.national_id import has_form
from ingest.people.result import PeopleList, PeopleMatching
from ingest.workbooks import RawSheet


@dataclass(frozen=True)
class ShownPerson:
    """Texts of one row as typed; "" where there is none. Never a national ID."""

    name: str
    member_id: str
    sex: str
    birth_year: str
    village: str


def read_people(
    files: Sequence[InputFile], people: PeopleMatching, refs: Iterable[CellRef]
) -> dict[CellRef, ShownPerson]:
    """What the rows of these cells say of a person."""
    wanted = [(ref, found) for ref in dict.fromkeys(refs) if (found := people.find_list(ref)) is not None]
    if not wanted:
        return {}
    sheets = {
        (file.name, sheet.name): sheet
        for file in open_files(files)
        for sheet in (*(one.sheet for one in file.tables), *(one.sheet for one in file.skipped))
    }
    return {
        ref: _read_row(found, sheets[ref.file, ref.sheet], read_row(ref.cell))
        for ref, found in wanted
        if (ref.file, ref.sheet) in sheets
    }


def _read_row(one: PeopleList, sheet: RawSheet, row: int) -> ShownPerson:
    cells = sheet.cells[row - sheet.first_row]
    texts = {column: _write(cells[place - sheet.first_column]) for column, place in one.columns}
    name = " ".join(filter(None, (texts.get(NAME), texts.get(FAMILY_NAME))))
    return ShownPerson(name, *(texts.get(column, "") for column in (ID, "sex", "birth_year", "village")))


def _write(value: object) -> str:
    text = "" if is_blank(value) else write_cell(value)
    return "" if has_form(text) else text
