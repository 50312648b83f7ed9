"""How files were understood, before anything is compared: as lines of text or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from dictionary.load import (
    PROJECT,
    code_label,
    column_label,
    describe,
    describe_question,
    list_row_tables,
    load_codes,
    load_columns,
    load_tables,
)
from dictionary.nouns import MatchedColumn, Question, SheetReading
from dictionary.people import UncertainPair
from i18n import Language, Text, word
from i18n.numbers import write_number, write_percent
from ingest import ROUND_COLUMN
from ingest.project_sheet import HEADING, ROUND
from ingest.riders import RIDING
from project import Project
from reports.finding_json import Json
from reports.findings_json import tell_problem, tell_sheet

OF_ROWS = {ROUND_COLUMN: "inspect.round_column"}
OF_PROJECT = {HEADING: "inspect.heading", ROUND: "inspect.round"}


def write_inspection_json(project: Project, language: Language) -> str:
    """Each sheet, what it was taken for and its rows; problems and open questions; no id and no name of a person."""
    content: dict[str, Json] = {
        "language": language.value,
        "sheets": [tell_sheet(sheet) for sheet in project.sheets],
        "problems": [tell_problem(problem, language) for problem in project.problems],
        "questions": [_tell_question(question, language) for question in project.questions],
        "uncertain_people": [_tell_pair(pair) for pair in project.people.uncertain] if project.people else [],
    }
    return json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)


def _tell_question(question: Question, language: Language) -> dict[str, Json]:
    return {
        "code": question.code,
        "question": describe_question(question, language),
        "options": question.options,
        "file": question.file or None,
        "sheet": question.sheet or None,
        "mapping": question.mapping or None,
    }


def _tell_pair(pair: UncertainPair) -> dict[str, Json]:
    """Two rows that may be of one person, by their cells: neither a name nor an id."""
    left, right = ({"file": one.file, "sheet": one.sheet, "cell": one.cell} for one in (pair.left, pair.right))
    agrees, differs = list(pair.agrees), list(pair.differs)
    return {"left": left, "right": right, "likeness": pair.likeness, "agrees": agrees, "differs": differs}


def write_inspection_text(project: Project, language: Language) -> str:
    """The same as lines of text for a terminal."""
    names = {wave.key: wave.label[language] for wave in project.rounds}
    lines = [line for sheet in project.sheets for line in _write_sheet(sheet, names, language)]
    return "\n".join([*lines, *(describe(problem, language, personal=False) for problem in project.problems)])


def _write_sheet(sheet: SheetReading, names: Mapping[str, str], language: Language) -> Iterator[str]:
    taken = load_tables()[sheet.table].sheet[language] if sheet.table else code_label("reason", sheet.reason)[language]
    wave = names.get(sheet.round or "", "")
    yield " · ".join(filter(None, (f"{sheet.file} › {sheet.sheet}", taken, wave)))
    if sheet.header_row:
        yield "  " + word("inspect.header_row", language, row=write_number(sheet.header_row))
    yield from ("  " + _write_column(column, sheet, (names, language)) for column in sheet.columns)
    counts = {"read": sheet.rows_read, "used": sheet.rows_used, "left": sheet.rows_left_out}
    yield "  " + word("inspect.rows", language, **{name: write_number(count) for name, count in counts.items()})
    yield ""


def _write_column(column: MatchedColumn, sheet: SheetReading, words: tuple[Mapping[str, str], Language]) -> str:
    names, language = words
    start = f"{column.cell} {column.header} → "
    if column.column is None:
        return start + word("inspect.not_used", language)
    said = [name_column(column.column, sheet.table or "")[language]]
    said += [names[key] for key in (column.round or "", *column.rounds) if key in names]
    said += [code_label("period", column.period)[language]] if column.period in load_codes("period") else []
    return f"{start}{' · '.join(said)} ({write_percent(column.confidence)})"


def name_column(key: str, table: str) -> Text:
    """The label of a column of a sheet; other tables may stand on its rows, or below the first."""
    if said := _name_line(key) if table == PROJECT else OF_ROWS.get(key):
        return Text(*(word(said, language) for language in Language))
    tables = (table, *RIDING, *list_row_tables())
    return column_label(next(one for one in tables if key in {column.key for column in load_columns(one)}), key)


def _name_line(key: str) -> str | None:
    """The word of a line of the project sheet that is no column of its table."""
    return "inspect.period" if key.endswith("_period") else OF_PROJECT.get(key)
