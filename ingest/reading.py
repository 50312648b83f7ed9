"""Files → one reading: open, recognise, settle the rounds, read each table, and account for every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from dictionary.nouns import Exclusion, Problem, Round, SheetReading
from dictionary.people import PeopleAnswers
from ingest.accounts import describe_sheet
from ingest.beside_map import read_beside
from ingest.checks import CheckedTable, check_rounds, check_table
from ingest.file_rounds import settle_rounds
from ingest.half_filled import take_halves
from ingest.inputs import InputFile, ProjectAnswers, Reading, Told
from ingest.keys import PEOPLE_TABLES
from ingest.levels_beside import add_levels
from ingest.mapping import SheetMapping
from ingest.measured_beside import add_measured
from ingest.none_before import tell_none_before
from ingest.opening import OpenedFile, open_files, tell_nobody
from ingest.parts import join_parts
from ingest.people.matching import Matched, match_people
from ingest.people.national_id import derive_salt
from ingest.personal_headers import add_personal
from ingest.previews import Proposal, SheetPreview, preview_sheet
from ingest.project_groups import hear_groups, is_comparison_sheet
from ingest.project_info import read_info
from ingest.project_sheet import ProjectSheet, describe_project
from ingest.proposals import propose_mappings
from ingest.results import TableResult
from ingest.riders import LIST, RIDERS
from ingest.round_dates import read_rounds
from ingest.rounds import hear_hints, settle_periods
from ingest.row_tables import read_tables
from ingest.rows import Rows
from ingest.settled_groups import keep_apart
from ingest.skipped import describe_skipped, report_missing
from ingest.totals import check_all_totals
from ingest.unheard import list_heard
from ingest.unsure import Known, ask_about_sheets
from ingest.unused import report_put_aside, report_unused

Described = tuple[SheetReading, tuple[Exclusion, ...], tuple[Problem, ...]]


def read_files(
    files: Sequence[InputFile],
    answers: ProjectAnswers | None = None,
    people: PeopleAnswers | None = None,
    mappings: Sequence[SheetMapping] = (),
) -> Reading:
    """Read files as one project. Never raises for what they hold: faults are problems, doubts are questions.

    A sheet whose headers a mapping knows is taken exactly as it says. Where files come from strangers,
    ``ingest.process.read_apart`` does the same in a process of its own.
    """
    return read_as_told(files, Told(answers, people, tuple(mappings)))


def read_as_told(files: Sequence[InputFile], told: Told, tell: Callable[[int], None] = tell_nobody) -> Reading:
    """The same with everything that was said of the files in one.

    ``tell`` hears the place of each file in ``files`` before it is opened, and their number when all are open.
    """
    opened = open_files(files, told.mappings, tell)
    projects = tuple(chain.from_iterable(one.projects for one in opened))
    settled, questions = settle_rounds(hear_hints(take_halves([one.told for one in opened])))
    dated, odd_dates = read_rounds(projects, told.answers)
    found, periods = settle_periods(measured := add_levels(add_measured(add_personal(settled))), dated)
    waves = periods.waves
    info, odd_info = read_info(projects, told.answers, is_sample=any(one.is_sample for one in opened))
    asked = {file for question in questions for file in question.options}
    checked = tell_none_before([check_table(one, is_asked=one.file in asked) for one in hear_groups(found)], waves)
    matched, checked = _match(checked, waves, _make_salt(files, told.people))
    results = _read_all(checked, waves, projects)
    places = tuple((one.name, sheet.name) for one in opened for sheet in one.sheets)
    described = _describe(opened, checked, results)
    problems = (*periods.problems, *_list_problems(opened, checked, results), *matched.problems)
    proposed = {(one.name, two.mapping.name): two for one in opened for two in propose_mappings(one, measured)}
    ordered = _sort_by_place((*odd_info, *odd_dates, *problems, *chain(*(odd for _, _, odd in described))), places)
    return Reading(
        info=info,
        rounds=waves,
        observations=join_parts([part for one in results for part in one.parts], places, [one.key for one in waves]),
        places=places,
        indicators={key: indicator for result in results for key, indicator in result.indicators.items()},
        problems=ordered + _report_absent(opened, checked, has_answers=told.answers is not None),
        excluded=tuple(chain.from_iterable(excluded for _, excluded, _ in described)),
        sheets=tuple(sheet for sheet, _, _ in described),
        questions=(*questions, *ask_about_sheets(checked, opened, Known(proposed, asked))),
        people=matched.people,
        previews=_preview_all(opened, ordered, proposed),
        records=tuple(record for one in results for record in one.records),
        heard=list_heard([sheet for one in opened for sheet in one.sheets], told.mappings),
        carried=tuple(mapping for one in opened for mapping in one.carried),
    )


def _read_all(
    checked: Sequence[CheckedTable], waves: Sequence[Round], projects: Sequence[ProjectSheet]
) -> list[TableResult]:
    """Every table of rows, and what stands beside a value map."""
    return [*(results := read_tables(checked, waves)), read_beside(projects, results)]


def _make_salt(files: Sequence[InputFile], told: PeopleAnswers | None) -> PeopleAnswers:
    """What was decided, and a salt: where none is given one that the same files always have."""
    told = told or PeopleAnswers()
    return told if told.salt else replace(told, salt=derive_salt([file.content for file in files]))


def _preview_all(
    opened: Sequence[OpenedFile], problems: Sequence[Problem], proposed: Mapping[tuple[str, str], Proposal]
) -> tuple[SheetPreview, ...]:
    """What a screen shows of each sheet to ask about it."""
    by_place: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        by_place.setdefault((problem.file, problem.sheet), []).append(problem)
    return tuple(
        preview_sheet((one.name, sheet), proposed[one.name, sheet.name], by_place.get((one.name, sheet.name), ()))
        for one in opened
        for sheet in one.sheets
    )


def _match(
    checked: Sequence[CheckedTable], waves: Sequence[Round], answers: PeopleAnswers
) -> tuple[Matched, list[CheckedTable]]:
    """The tables with one key for each person on all lists of members and income.

    Sheets of a comparison group are matched by themselves: their ids are other people's.
    """
    lists = [place for place, one in enumerate(checked) if one.rows.found.table in PEOPLE_TABLES and len(one.rows.kept)]
    lists.sort(key=lambda place: is_comparison_sheet(checked[place].rows.found))
    own = [checked[place].rows for place in lists if not is_comparison_sheet(checked[place].rows.found)]
    keys = [wave.key for wave in waves]
    matched = match_people(own, keys, answers)
    others = match_people([checked[place].rows for place in lists[len(own) :]], keys, answers)
    apart, shared = keep_apart(matched.rows, others.rows)
    keyed = dict(zip(lists, (*matched.rows, *apart), strict=True))
    told = replace(matched, problems=(*matched.problems, *others.problems, *shared))
    return told, [replace(one, rows=keyed.get(place, one.rows)) for place, one in enumerate(checked)]


def _describe(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], results: Sequence[TableResult]
) -> list[Described]:
    """The reading of every sheet, in the order of the files and of their sheets."""
    wholes = {(one.name, sheet.name): sheet for one in opened for sheet in one.sheets}
    described: dict[tuple[str, str], Described] = {
        place: (*describe_sheet(rows, wholes[place]), ()) for place, rows in _list_final(checked, results).items()
    }
    for one in opened:
        described |= {(one.name, project.sheet): describe_project(project) for project in one.projects}
        described |= {(one.name, skipped.sheet.name): describe_skipped(skipped) for skipped in one.skipped}
    return [described[one.name, sheet.name] for one in opened for sheet in one.sheets]


def _list_final(checked: Sequence[CheckedTable], results: Sequence[TableResult]) -> dict[tuple[str, str], list[Rows]]:
    """The tables of each sheet with their rows as finally used; a member list stands for the income on it."""
    final = {(id(rows.found), rows.found.table): rows for rows in (one.rows for one in checked)}
    final |= {(id(rows.found), rows.found.table): rows for result in results for rows in result.rows}
    lists = {_part(rows) for rows in final.values() if rows.found.table == LIST}
    tables: dict[tuple[str, str], list[Rows]] = {}
    for rows in final.values():
        if rows.found.table not in RIDERS or _part(rows) not in lists:
            tables.setdefault(_place(rows), []).append(rows)
    return tables


def _part(rows: Rows) -> tuple[int, str | None]:
    """The part of a sheet, and the round, that a table is of."""
    return id(rows.found.sheet), rows.found.round


def _place(rows: Rows) -> tuple[str, str]:
    return rows.found.file, rows.found.sheet.name


def _list_problems(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], results: Sequence[TableResult]
) -> tuple[Problem, ...]:
    """The problems of files, of tables as a whole, and of their rows and cells."""
    of_files = chain.from_iterable(one.problems for one in opened)
    of_tables = (
        *chain.from_iterable(one.problems for one in checked),
        *report_unused([one.rows for one in checked]),
        *report_put_aside([one.rows for one in checked]),
    )
    of_totals = check_all_totals([one.rows for one in checked])
    of_rows = chain.from_iterable((*result.problems, *check_rounds(result.rows, result.empty)) for result in results)
    return (*of_files, *of_tables, *of_totals, *of_rows)


def _report_absent(
    opened: Sequence[OpenedFile], checked: Sequence[CheckedTable], *, has_answers: bool
) -> tuple[Problem, ...]:
    """What no file holds; nothing is said where no file could be used at all."""
    if not checked:
        return ()
    tables = {one.rows.found.table for one in checked}
    missing = report_missing(sorted(tables | _named(opened)), [sheet.name for one in opened for sheet in one.sheets])
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
