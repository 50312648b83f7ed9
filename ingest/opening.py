"""Files → recognised sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from dictionary.load import load_spellings_of
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.checks import list_sheet_names
from ingest.confirmed import apply_mappings
from ingest.file_names import name_files
from ingest.inputs import InputFile
from ingest.likely import use_likeness
from ingest.mapping import SKIPPED, SheetMapping
from ingest.mends import apply_mends
from ingest.project_sheet import ProjectSheet, read_project_sheet
from ingest.recognise import PROJECT, FoundTable, SkippedSheet, recognise_sheet
from ingest.skipped import report_file
from ingest.workbooks import RawSheet, read_sheets

TITLE_ROWS = 8  # first rows of a sheet in which a mark of invented data is looked for


@dataclass(frozen=True)
class OpenedFile:
    """The sheets of one file as recognised; ``problems`` where it could not be opened or holds nothing known."""

    name: str
    answer: str | None = None
    tables: tuple[FoundTable, ...] = ()
    projects: tuple[ProjectSheet, ...] = ()
    skipped: tuple[SkippedSheet, ...] = ()
    sheets: tuple[str, ...] = ()
    raw: tuple[RawSheet, ...] = ()
    is_sample: bool = False
    problems: tuple[Problem, ...] = ()


def open_files(files: Sequence[InputFile], mappings: Sequence[SheetMapping] = ()) -> list[OpenedFile]:
    """Open every file once; two of one name get different names, a second copy of a file is not read."""
    opened: list[OpenedFile] = []
    contents: dict[bytes, str] = {}
    names = name_files([file.name for file in files])
    for name, file in zip(names, files, strict=True):
        if file.content in contents:
            twin = Problem("same_file", name, found=contents[file.content])
            opened.append(OpenedFile(name, problems=(twin,)))
            continue
        contents[file.content] = name
        opened.append(_open(replace(file, name=name), mappings))
    return opened


def _open(file: InputFile, mappings: Sequence[SheetMapping]) -> OpenedFile:
    read = read_sheets(file.content)
    if isinstance(read, str):
        return OpenedFile(file.name, problems=(report_file(read, file.name),))
    mended = [apply_mends(file.name, sheet, file.mends) for sheet in read]
    raw = tuple(sheet for sheet, _ in mended)
    found = [_recognise(file.name, sheet, mappings) for sheet in raw]
    tables = [one for one in found if isinstance(one, FoundTable)]
    names = tuple(sheet.name for sheet in raw)
    skipped = tuple(one for one in found if isinstance(one, SkippedSheet))
    return OpenedFile(
        name=file.name,
        answer=file.round,
        tables=tuple(one for one in tables if one.table != PROJECT),
        projects=tuple(read_project_sheet(file.name, one.sheet) for one in tables if one.table == PROJECT),
        skipped=skipped,
        sheets=names,
        raw=raw,
        is_sample=any(map(_is_marked, raw)),
        problems=(
            *_report_sheets(file.name, skipped, has_tables=bool(tables)),
            *chain.from_iterable(notes for _, notes in mended),
        ),
    )


def _recognise(file: str, sheet: RawSheet, mappings: Sequence[SheetMapping]) -> FoundTable | SkippedSheet:
    """The sheet as somebody confirmed it, or else as its name and its headers say."""
    return apply_mappings(file, sheet, mappings) or use_likeness(recognise_sheet(file, sheet))


def _report_sheets(file: str, skipped: Sequence[SkippedSheet], *, has_tables: bool) -> tuple[Problem, ...]:
    """What is wrong with the sheets as a whole: one that is there but empty, or none that is known by its name."""
    empty = [one.sheet.name for one in skipped if one.table and one.reason == "sheet_empty"]
    if has_tables:
        return tuple(Problem("named_sheet_empty", file, name) for name in empty)
    if empty:
        return (Problem("only_empty_sheets", file, found=", ".join(empty)),)
    if any(one.table or one.reason == SKIPPED for one in skipped):
        return ()  # a sheet is known by its name and its missing header is said already, or it was put aside
    names = ", ".join(one.sheet.name for one in skipped)
    return (Problem("nothing_recognised", file, found=names, allowed=list_sheet_names()),)


def _is_marked(sheet: RawSheet) -> bool:
    """Whether a title says that the data are invented."""
    marks = load_spellings_of("sample_mark", "sample")
    texts = (squash(cell) for row in sheet.cells[:TITLE_ROWS] for cell in row if isinstance(cell, str))
    return any(mark in text for text in texts for mark in marks)
