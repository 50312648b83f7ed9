"""The user's own files with the faults in them: the same workbook, coloured and commented."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import PurePath

from dictionary.load import severity
from dictionary.nouns import Problem, Severity
from i18n import Language, word
from ingest.formats.locked import lock
from ingest.workbooks import read_sheets, take_password_off
from reports.annotated.book import SheetPlace, add_sheet, find_part, free_sheet_name, list_sheets, read_first_cell
from reports.annotated.check_sheet import CheckSheet, add_check_styles, write_check_sheet
from reports.annotated.fills import MINIMAL, Styles
from reports.annotated.marks import USED, Marks, mark_cells, read_ranges
from reports.annotated.notes import namespace_of
from reports.annotated.package import CONTENT_TYPES, Package
from reports.annotated.sheet import Pen, annotate_sheet
from reports.annotated.splice import CannotPatch
from reports.annotated.values_copy import write_values
from reports.workbook_bytes import EPOCH

_LEVELS = tuple(Severity)
_MACRO_TYPE = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"


@dataclass(frozen=True)
class CheckedFile:
    """A file as it was given, under the name the problems call it by, and all problems of the project.

    ``password`` is the one that opens it, if it needs one; ``mapping`` what was confirmed of its sheets.
    """

    name: str
    content: bytes = field(repr=False)
    problems: tuple[Problem, ...]
    password: str | None = field(default=None, repr=False)
    mapping: str = ""

    @cached_property
    def plain(self) -> bytes:
        """The workbook without its password; it is kept in memory as long as this object and nowhere else."""
        return take_password_off(self.content, self.password)

    @property
    def is_protected(self) -> bool:
        """Whether only the password opens it."""
        return bool(self.password) and self.plain is not self.content


class NothingToAnnotate(Exception):
    """The file cannot be read, so there is nothing to colour."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the list tells: the problems from the gravest on, and the mapping of the sheets."""

    problems: Sequence[Problem]
    mapping: str


def annotate_workbook(content: bytes, problems: Sequence[Problem], language: Language, mapping: str = "") -> bytes:
    """The workbook with each problem's cells coloured by severity, a comment on each, and a sheet that lists all.

    ``problems`` are those of this file and of the project as a whole, ``mapping`` goes with the list. An .xlsx or
    .xlsm keeps everything else as it is; of any other kind, and of a package that is not built as Excel builds it, an
    .xlsx of the values is given. Raises NothingToAnnotate where the file cannot be read at all.
    """
    listed = _Listed(_rank(problems), mapping)
    try:
        return _annotate(content, listed, {}, language)
    except CannotPatch:
        return _annotate_copy(content, listed, language)


def keeps_its_format(content: bytes) -> bool:
    """Whether the file itself can be annotated; otherwise an .xlsx copy of its values is given."""
    try:
        package = Package(content)
        Styles(package.read(_find_styles(package)))
        return bool(list_sheets(package))
    except CannotPatch:
        return False


def name_annotated(file: CheckedFile, language: Language) -> str:
    """The name of the annotated file: the name it had, what was done, and the ending of what it is."""
    ending = "xlsm" if keeps_its_format(file.plain) and _has_macros(file.plain) else "xlsx"
    done = word("annotated.cells" if _is_cited(file.problems) else "annotated.name", language)
    return f"{PurePath(file.name).stem}_{done}.{ending}"


def _is_cited(problems: Iterable[Problem]) -> bool:
    """Whether the marks are those of the cells behind a number, and no faults."""
    return any(one.code == USED for one in problems)


def annotate_file(file: CheckedFile, language: Language) -> bytes:
    """One file with its own problems and those of the project as a whole, behind the password it had."""
    own = [problem for problem in file.problems if problem.file in {"", file.name}]
    marked = annotate_workbook(file.plain, own, language, file.mapping)
    return lock(marked, file.password) if file.password and file.is_protected else marked


def annotate_files(files: Iterable[CheckedFile], language: Language) -> bytes:
    """A zip of several annotated files."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as pack:
        for file in files:
            pack.writestr(zipfile.ZipInfo(name_annotated(file, language), EPOCH), annotate_file(file, language))
    return stream.getvalue()


def _has_macros(content: bytes) -> bool:
    try:
        return _MACRO_TYPE in Package(content).read(CONTENT_TYPES)
    except CannotPatch:
        return False


def _annotate_copy(content: bytes, listed: _Listed, language: Language) -> bytes:
    sheets = read_sheets(content)
    if isinstance(sheets, str) or not sheets:
        raise NothingToAnnotate
    copy, tabs = write_values(sheets)
    return _annotate(copy, listed, tabs, language)


def _annotate(content: bytes, listed: _Listed, tabs: Mapping[str, str], language: Language) -> bytes:
    """Annotate a package; ``tabs`` are the names of its sheets by those that the problems use, if it is a copy."""
    package = Package(content)
    moved = [replace(one, sheet=tabs.get(one.sheet, one.sheet)) for one in listed.problems]
    sheets, styles_part = list_sheets(package), _find_styles(package)
    styles = Styles(package.read(styles_part))
    pen, old_check = Pen(package, styles, language), _find_old_check(package, sheets)
    marks = mark_cells(moved)
    for place in sheets:
        if place.kind == "worksheet" and place != old_check:
            annotate_sheet(pen, place.part, marks.get(place.name, Marks()))
    names = [place.name for place in sheets if place.kind == "worksheet"]
    told = "cited" if _is_cited(listed.problems) else "copy" if tabs else "own"
    remark = word(f"annotated.{told}", language)
    sheet = CheckSheet(moved, names, remark, namespace_of(package.read(package.book)), listed.mapping)
    xml = write_check_sheet(sheet, add_check_styles(styles), language)
    package.write(styles_part, styles.to_bytes())
    if old_check:
        package.write(old_check.part, xml)
    else:
        name = free_sheet_name(word("annotated.tab", language), [place.name for place in sheets])
        add_sheet(package, name, xml)
    return package.to_bytes()


def _find_styles(package: Package) -> str:
    found = find_part(package, package.book, "styles")
    if found:
        return found
    part = "xl/styles.xml"
    package.write(part, MINIMAL)
    package.declare(part, _STYLES_TYPE)
    package.relate(package.book, "styles", part)
    return part


def _find_old_check(package: Package, sheets: Sequence[SheetPlace]) -> SheetPlace | None:
    """The list of problems that an earlier check left in the file."""
    names = {word("annotated.tab", language) for language in Language}
    marks = {word("annotated.mark", language) for language in Language}
    ours = (place for place in sheets if place.name in names and place.kind == "worksheet")
    return next((place for place in ours if read_first_cell(package, place.part) in marks), None)


def _rank(problems: Iterable[Problem]) -> list[Problem]:
    """The gravest first, then as the file is read."""

    def order(problem: Problem) -> tuple[int, str, tuple[int, int]]:
        ranges = read_ranges(problem.cell)
        return _LEVELS.index(severity(problem)), problem.sheet, ranges[0][0] if ranges else (0, 0)

    return sorted(problems, key=order)
