"""Workbooks built in a test, and readings of them put plainly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

from openpyxl import Workbook

from analysis.findings import Findings
from dictionary.nouns import Problem
from ingest import InputFile, ProjectAnswers, Reading, read_files
from project import find_changes
from project.opening import make_project

Rows = Sequence[Any]  # rows of cells; mypy cannot join lists of unlike cells
Sheets = Mapping[str, Rows]


def build(sheets: Sheets) -> bytes:
    """A workbook with these sheets, each a list of rows from A1."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def read(sheets: Sheets, answers: ProjectAnswers | None = None) -> Reading:
    """The reading of one workbook."""
    return check(read_files([InputFile("book.xlsx", build(sheets))], answers))


def find(sheets: Sheets, only: Mapping[str, str] | None = None) -> Findings:
    """What changed according to one workbook; ``only`` of the members of a group."""
    return find_changes(make_project(read(sheets)), only)


def read_many(files: Mapping[str, Sheets], rounds: Mapping[str, str] | None = None) -> Reading:
    """The reading of several workbooks; ``rounds`` are the user's answers by file name."""
    answers = rounds or {}
    return check(read_files([InputFile(name, build(sheets), answers.get(name)) for name, sheets in files.items()]))


def check(reading: Reading) -> Reading:
    """The reading itself, after its rows have been accounted for."""
    for sheet in reading.sheets:
        assert sheet.rows_read == sheet.rows_used + sheet.rows_left_out, sheet
        left = [one for one in reading.excluded if (one.file, one.sheet) == (sheet.file, sheet.sheet)]
        if sheet.table:
            assert len(left) == sheet.rows_left_out, sheet
    return reading


def values(reading: Reading, indicator: str, *by: str) -> dict[tuple[str, ...], float | None]:
    """The values of an indicator by unit, round and any groups; None is unknown."""
    rows = reading.observations[reading.observations["indicator"] == indicator]
    keys = ["unit", "round", *by]
    return {
        tuple(str(row[key]) for key in keys): None if row["value"] != row["value"] else float(row["value"])
        for _, row in rows.iterrows()
    }


def sums(reading: Reading, indicator: str) -> dict[str, float]:
    """The known values of an indicator added up by round."""
    rows = reading.observations[reading.observations["indicator"] == indicator]
    return {str(key): float(value) for key, value in rows.groupby("round", observed=True)["value"].sum().items()}


def codes(problems: Iterable[Problem]) -> list[str]:
    """The codes of problems without those about sheets that a small test leaves away."""
    return [problem.code for problem in problems if problem.code not in {"missing_sheet", "no_project_sheet"}]


def find_problem(reading: Reading, code: str) -> Problem:
    """The one problem of a code."""
    (problem,) = (problem for problem in reading.problems if problem.code == code)
    return problem
