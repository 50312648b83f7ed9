"""Files → recognised sheets."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dictionary.load import PROJECT, load_spellings_of
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.calculated import calculate
from ingest.carried import read_carried
from ingest.checks import list_sheet_names
from ingest.confirmed import apply_mappings
from ingest.file_names import name_files
from ingest.file_rounds import FileTables
from ingest.input_sheets import find_assumptions, find_inputs, part_inputs
from ingest.inputs import InputFile
from ingest.likely import add_likely, use_likeness
from ingest.mapping import SKIPPED, SheetMapping, join_mappings
from ingest.mends import apply_mends
from ingest.one_time import find_one_time, find_same, make_tables
from ingest.project_sheet import ProjectSheet, read_project_sheet
from ingest.recognise import FoundTable
from ingest.regions import ONE_TIME, TOO_WIDE, recognise_sheet
from ingest.skipped import report_file
from ingest.skipping import SkippedSheet
from ingest.statuses import hear_status
from ingest.turned import ACROSS
from ingest.twin_sheets import find_twins
from ingest.unheard import report_changed
from ingest.workbooks import RawSheet, read_sheets

NOTHING = "nothing_recognised"
TITLE_ROWS = 8  # first rows of a sheet in which a mark of invented data is looked for


@dataclass(frozen=True)
class OpenedFile:
    """The sheets of one file as recognised; ``problems`` where it could not be opened or holds nothing known."""

    name: str
    answer: str | None = None
    tables: tuple[FoundTable, ...] = ()
    projects: tuple[ProjectSheet, ...] = ()
    skipped: tuple[SkippedSheet, ...] = ()
    sheets: tuple[RawSheet, ...] = ()
    is_sample: bool = False
    carried: tuple[SheetMapping, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def told(self) -> FileTables:
        """What is known of its rounds."""
        return FileTables(self.name, self.tables, self.projects, self.answer)


def tell_nobody(_index: int) -> None:
    """Where nobody waits to hear which file is being opened."""


def open_files(
    files: Sequence[InputFile], mappings: Sequence[SheetMapping] = (), tell: Callable[[int], None] = tell_nobody
) -> list[OpenedFile]:
    """Open every file once; two of one name get different names, a second copy of a file is not read.

    ``tell`` hears the place of each file in ``files`` before it is opened, and their number when all are.
    """
    opened: list[OpenedFile] = []
    contents: dict[bytes, str] = {}
    names = name_files([file.name for file in files])
    for index, (name, file) in enumerate(zip(names, files, strict=True)):
        tell(index)
        if file.content in contents:
            twin = Problem("same_file", name, found=contents[file.content])
            opened.append(OpenedFile(name, problems=(twin,)))
            continue
        contents[file.content] = name
        opened.append(_open(replace(file, name=name), mappings))
    tell(len(files))
    return _add_inputs(_join_one_time(_join_twins(opened)))


def _join_twins(opened: Sequence[OpenedFile]) -> list[OpenedFile]:
    """The files with the sheets read that measure the same of people as others do at another time."""
    read = find_twins(chain.from_iterable(one.skipped for one in opened))
    return [_take_tables(one, read) for one in opened] if read else list(opened)


def _join_one_time(opened: Sequence[OpenedFile]) -> list[OpenedFile]:
    """The files with the tables of one time read where others like them are of another time."""
    lone = {(one.name, skipped.sheet.name): skipped for one in opened for skipped in one.skipped}
    tables = [
        (file, skipped.sheet, table)
        for (file, _), skipped in lone.items()
        if skipped.reason == ONE_TIME and (table := find_one_time(skipped.sheet))
    ]
    same = [one for group in find_same(tables) for one in group]
    read = {(file, sheet.name): make_tables(file, sheet, table) for file, sheet, table in same}
    return [_take_tables(one, read) for one in opened] if read else list(opened)


def _add_inputs(opened: Sequence[OpenedFile]) -> list[OpenedFile]:
    """The files with what was put into a value map, where that is listed apart from its outcomes."""
    opened = [replace(one, tables=tuple(part for table in one.tables for part in part_inputs(table))) for one in opened]
    tables = [table for one in opened for table in one.tables]
    read: dict[tuple[str, str], list[FoundTable]] = {}
    for found in find_inputs(tables, chain.from_iterable(one.skipped for one in opened)):
        read.setdefault((found.file, found.sheet.name), []).append(found)
    told = [_take_tables(one, read) for one in opened] if read else list(opened)
    stated = find_assumptions(tables, chain.from_iterable(one.skipped for one in told))
    return [_take_projects(one, stated) for one in told] if stated else told


def _take_projects(one: OpenedFile, stated: Mapping[tuple[str, str], RawSheet]) -> OpenedFile:
    """The file with the sheets that say the rate, or the inputs, of a value map read as labels and values."""
    mine = [sheet for (file, _), sheet in stated.items() if file == one.name]
    left = tuple(skipped for skipped in one.skipped if (one.name, skipped.sheet.name) not in stated)
    tables = tuple(found for found in one.tables if (one.name, found.sheet.name) not in stated)
    projects = (*one.projects, *(read_project_sheet(one.name, sheet) for sheet in mine))
    return replace(one, tables=tables, projects=projects, skipped=left)


def _take_tables(one: OpenedFile, read: Mapping[tuple[str, str], Sequence[FoundTable]]) -> OpenedFile:
    found = [table for sheet in one.sheets for table in read.get((one.name, sheet.name), ())]
    left = tuple(skipped for skipped in one.skipped if (one.name, skipped.sheet.name) not in read)
    problems = tuple(odd for odd in one.problems if not (found and odd.code == NOTHING))
    return replace(one, tables=(*one.tables, *found), skipped=left, problems=problems)


def _open(file: InputFile, mappings: Sequence[SheetMapping]) -> OpenedFile:
    read = file.refused or read_sheets(file.content, file.password)
    if isinstance(read, str):
        return OpenedFile(file.name, problems=(report_file(read, file.name),))
    mended = [apply_mends(file.name, sheet, file.mends) for sheet in read]
    worked_out = [calculate(file.name, sheet, file.mends) for sheet, _ in mended]
    raw = tuple(sheet for sheet, _ in worked_out)
    carried, told = read_carried(file.name, raw)
    mappings = join_mappings(carried, mappings)
    found = [_recognise(file.name, sheet, mappings) for sheet in raw]
    tables = [hear_status(table) for one in found if not isinstance(one, SkippedSheet) for table in one]
    skipped = tuple(one for one in found if isinstance(one, SkippedSheet))
    return OpenedFile(
        name=file.name,
        answer=file.round,
        tables=tuple(one for one in tables if one.table != PROJECT),
        projects=tuple(read_project_sheet(file.name, one.sheet) for one in tables if one.table == PROJECT),
        skipped=skipped,
        sheets=raw,
        is_sample=any(map(_is_marked, raw)),
        carried=carried,
        problems=(
            *told,
            *_report_sheets(file.name, skipped, has_tables=bool(tables)),
            *(Problem("decimal_commas_read", file.name, sheet.name) for sheet in raw if sheet.decimal_commas),
            *_report_hidden(file.name, raw, {id(sheet) for sheet in (one.sheet for one in skipped)}),
            *chain.from_iterable(notes for _, notes in (*mended, *worked_out)),
            *chain.from_iterable(report_changed(file.name, sheet, mappings) for sheet in raw),
        ),
    )


def _report_hidden(file: str, sheets: Sequence[RawSheet], unused: Collection[int]) -> tuple[Problem, ...]:
    """Sheets and rows that nobody sees in Excel and that are used all the same; ``unused`` are ids of sheets."""
    read = [sheet for sheet in sheets if id(sheet) not in unused]
    hidden = (Problem("hidden_sheet_read", file, sheet.name) for sheet in read if sheet.is_hidden)
    rows = ((sheet.name, sheet.hidden_rows) for sheet in read if sheet.hidden_rows)
    return (*hidden, *(Problem("hidden_rows_read", file, name, found=f"{count:,}") for name, count in rows))


def _recognise(file: str, sheet: RawSheet, mappings: Sequence[SheetMapping]) -> tuple[FoundTable, ...] | SkippedSheet:
    """The tables of the sheet as somebody confirmed it, or else as its name and its headers say."""
    told = apply_mappings(file, sheet, mappings)
    if told:
        return told
    found = recognise_sheet(file, sheet)
    if isinstance(found, SkippedSheet):
        likely = use_likeness(found)
        return likely if isinstance(likely, SkippedSheet) else (likely,)
    is_plain = len(found) == 1 and found[0].only is None and not found[0].is_years
    return tuple(map(use_likeness if is_plain else add_likely, found))


def _report_sheets(file: str, skipped: Sequence[SkippedSheet], *, has_tables: bool) -> tuple[Problem, ...]:
    """What is wrong with the sheets as a whole: one that is there but empty, or none that is known by its name."""
    empty = [one.sheet.name for one in skipped if one.table and one.reason == "sheet_empty"]
    if has_tables:
        return tuple(Problem("named_sheet_empty", file, name) for name in empty)
    if empty:
        return (Problem("only_empty_sheets", file, found=", ".join(empty)),)
    if any(one.table or one.reason in {SKIPPED, ONE_TIME, TOO_WIDE, ACROSS} for one in skipped):
        return ()  # a sheet is known by its name and its missing header is said already, or it was put aside
    if not any(one.sheet.cells.size for one in skipped):
        is_empty = any(one.sheet.is_table for one in skipped)
        return (Problem("file_empty" if is_empty else "file_no_cells", file),)
    names = ", ".join(one.sheet.name for one in skipped)
    return (Problem(NOTHING, file, found=names, allowed=list_sheet_names()),)


def _is_marked(sheet: RawSheet) -> bool:
    """Whether a title says that the data are invented."""
    marks = load_spellings_of("sample_mark", "sample")
    texts = (squash(cell) for row in sheet.cells[:TITLE_ROWS] for cell in row if isinstance(cell, str))
    return any(mark in text for text in texts for mark in marks)
