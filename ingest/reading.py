"""Files → one reading: open, recognise, settle the rounds, read each table, and account for every row."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain

from dictionary.nouns import Exclusion, Problem, Round, SheetReading
from ingest.checks import CheckedTable, check_rounds, check_table
from ingest.file_rounds import FileTables, settle_rounds
from ingest.income import read_income
from ingest.inputs import InputFile, ProjectAnswers, Reading
from ingest.members import read_members
from ingest.opening import OpenedFile, open_files, tell_nobody
from ingest.partners import read_partners
from ingest.parts import join_parts
from ingest.project_info import read_info
from ingest.project_sheet import describe_project
from ingest.recognise import ROW_TABLES
from ingest.results import TableResult
from ingest.riders import add_riders, follow_list
from ingest.round_dates import read_rounds
from ingest.rows import Rows, describe_rows, list_excluded
from ingest.skipped import describe_skipped, report_missing
from ingest.summary import read_summary

Described = tuple[SheetReading, tuple[Exclusion, ...], tuple[Problem, ...]]


def read_files(
    files: Sequence[InputFile], answers: ProjectAnswers | None = None, tell: Callable[[int], None] = tell_nobody
) -> Reading:
    """Read files as one project. Never raises for what they hold: faults are problems, doubts are questions.

    ``tell`` hears the place of each file in ``files`` before it is opened, and their number when all are open. Where
    files come from strangers, ``ingest.process.read_apart`` does the same in a process of its own.
    """
    opened = open_files(files, tell)
    tell(len(files))
    projects = tuple(chain.from_iterable(one.projects for one in opened))
    found, questions = settle_rounds([FileTables(one.name, one.tables, one.projects, one.answer) for one in opened])
    waves, odd_dates = read_rounds(projects, answers)
    info, odd_info = read_info(projects, answers, is_sample=any(one.is_sample for one in opened))
    asked = {file for question in questions for file in question.options}
    checked = [check_table(table, is_asked=table.file in asked) for table in add_riders(found)]
    results = _read_tables(checked, waves)
    places = tuple((one.name, sheet) for one in opened for sheet in one.sheets)
    described = _describe(opened, checked, results)
    problems = (*_list_problems(opened, checked, results), *chain.from_iterable(odd for _, _, odd in described))
    absent = _report_absent(opened, checked, has_answers=answers is not None)
    return Reading(
        info=info,
        rounds=waves,
        observations=join_parts([part for result in results for part in result.parts], places),
        places=places,
        indicators={key: indicator for result in results for key, indicator in result.indicators.items()},
        problems=_sort_by_place((*odd_info, *odd_dates, *problems), places) + absent,
        excluded=tuple(chain.from_iterable(excluded for _, excluded, _ in described)),
        sheets=tuple(sheet for sheet, _, _ in described),
        questions=questions,
    )


def _read_tables(checked: Sequence[CheckedTable], waves: Sequence[Round]) -> list[TableResult]:
    """Each table from all its sheets that have rows to use."""
    rows = [one.rows for one in checked if len(one.rows.kept)]
    by_table = {table: [one for one in rows if one.found.table == table] for table in ROW_TABLES}
    members = read_members(by_table["members"], waves)
    ids = {one.ids.names[code] for one in members.rows for code in set(one.ids.codes.tolist())}
    return [
        members,
        read_income([follow_list(one, members.rows) for one in by_table["income"]], waves, ids),
        read_partners(by_table["partners"], waves),
        read_summary(by_table["summary"], waves),
    ]


def _describe(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], results: Sequence[TableResult]
) -> list[Described]:
    """The reading of every sheet, in the order of the files and of their sheets."""
    tables = (*(one.rows for one in checked), *(rows for result in results for rows in result.rows))
    final = {_place(rows): rows for rows in tables}
    final |= {_place(rows): rows for rows in results[0].rows}  # a member list stands for the income on it
    described: dict[tuple[str, str], Described] = {
        place: (describe_rows(rows), list_excluded(rows), ()) for place, rows in final.items()
    }
    for one in opened:
        described |= {(one.name, project.sheet): describe_project(project) for project in one.projects}
        described |= {(one.name, skipped.sheet.name): describe_skipped(skipped) for skipped in one.skipped}
    return [described[one.name, sheet] for one in opened for sheet in one.sheets]


def _place(rows: Rows) -> tuple[str, str]:
    return rows.found.file, rows.found.sheet.name


def _list_problems(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], results: Sequence[TableResult]
) -> tuple[Problem, ...]:
    """The problems of files, of tables as a whole, and of their rows and cells."""
    of_files = chain.from_iterable(one.problems for one in opened)
    of_tables = chain.from_iterable(one.problems for one in checked)
    of_rows = chain.from_iterable((*result.problems, *check_rounds(result.rows)) for result in results)
    return (*of_files, *of_tables, *of_rows)


def _report_absent(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], *, has_answers: bool
) -> tuple[Problem, ...]:
    """What no file holds; nothing is said where no file could be used at all."""
    if not checked:
        return ()
    tables = {one.rows.found.table for one in checked}
    missing = report_missing(sorted(tables | _named(opened)), [sheet for one in opened for sheet in one.sheets])
    is_silent = has_answers or any(one.projects for one in opened)
    return (*missing, *(() if is_silent else (Problem("no_project_sheet"),)))


def _named(opened: Sequence[OpenedFile]) -> set[str]:
    """Tables whose sheet is there but could not be read: that is said already."""
    return {skipped.table for one in opened for skipped in one.skipped if skipped.table}


def _sort_by_place(problems: Sequence[Problem], places: Sequence[tuple[str, str]]) -> tuple[Problem, ...]:
    """Problems in the order of files and sheets; within a sheet as found, those of a file as a whole first."""
    order = {place: number for number, place in enumerate(places)}
    files = {file: number for number, (file, _) in reversed(list(enumerate(places)))}
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda one: order.get((one.file, one.sheet), files.get(one.file, -1) - 0.5))
    )
