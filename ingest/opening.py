"""Files → recognised sheets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import PurePath

from dictionary.load import load_spellings_of
from dictionary.nouns import Problem
from dictionary.squash import squash
from ingest.checks import list_sheet_names
from ingest.inputs import InputFile
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
    is_sample: bool = False
    problems: tuple[Problem, ...] = ()


def tell_nobody(_index: int) -> None:
    """Where nobody waits to hear which file is being opened."""


def open_files(files: Sequence[InputFile], tell: Callable[[int], None] = tell_nobody) -> list[OpenedFile]:
    """Open every file once; two of one name get different names, a second copy of a file is not read.

    ``tell`` hears the place of each file in ``files`` before it is opened.
    """
    opened: list[OpenedFile] = []
    contents: dict[bytes, str] = {}
    for index, file in enumerate(files):
        tell(index)
        name = _free_name(file.name, [one.name for one in opened])
        if file.content in contents:
            twin = Problem("same_file", name, found=contents[file.content])
            opened.append(OpenedFile(name, problems=(twin,)))
            continue
        contents[file.content] = name
        opened.append(_open(replace(file, name=name)))
    return opened


def _free_name(name: str, taken: Sequence[str]) -> str:
    """The name, with a number before its ending where another file has it."""
    path = PurePath(name)
    names = (name if number == 1 else f"{path.stem} ({number}){path.suffix}" for number in count(1))
    return next(free for free in names if free not in taken)


def _open(file: InputFile) -> OpenedFile:
    raw = file.refused or read_sheets(file.content, file.password)
    if isinstance(raw, str):
        return OpenedFile(file.name, problems=(report_file(raw, file.name),))
    found = [recognise_sheet(file.name, sheet) for sheet in raw]
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
        is_sample=any(map(_is_marked, raw)),
        problems=(*_report_sheets(file.name, skipped, has_tables=bool(tables)), *_report_hidden(file.name, tables)),
    )


def _report_hidden(file: str, tables: Sequence[FoundTable]) -> tuple[Problem, ...]:
    """Sheets and rows that nobody sees in Excel and that are used all the same."""
    sheets = [one.sheet for one in tables]
    hidden = (Problem("hidden_sheet_read", file, sheet.name) for sheet in sheets if sheet.is_hidden)
    rows = ((sheet.name, sheet.hidden_rows) for sheet in sheets if sheet.hidden_rows)
    return (*hidden, *(Problem("hidden_rows_read", file, name, found=f"{count:,}") for name, count in rows))


def _report_sheets(file: str, skipped: Sequence[SkippedSheet], *, has_tables: bool) -> tuple[Problem, ...]:
    """What is wrong with the sheets as a whole: one that is there but empty, or none that is known by its name."""
    empty = [one.sheet.name for one in skipped if one.table and one.reason == "sheet_empty"]
    if has_tables:
        return tuple(Problem("named_sheet_empty", file, name) for name in empty)
    if empty:
        return (Problem("only_empty_sheets", file, found=", ".join(empty)),)
    if any(one.table for one in skipped):
        return ()  # a sheet is known by its name and its missing header is said already
    names = ", ".join(one.sheet.name for one in skipped)
    return (Problem("nothing_recognised", file, found=names, allowed=list_sheet_names()),)


def _is_marked(sheet: RawSheet) -> bool:
    """Whether a title says that the data are invented."""
    marks = load_spellings_of("sample_mark", "sample")
    texts = (squash(cell) for row in sheet.cells[:TITLE_ROWS] for cell in row if isinstance(cell, str))
    return any(mark in text for text in texts for mark in marks)
