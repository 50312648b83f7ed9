"""Tables, columns and codes: the rows of the CSV files beside, typed and read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dictionary.load_indicators import load_units
from dictionary.load_problems import ProblemKind, describe, describe_question, load_problems, severity
from dictionary.nouns import NOT_STATED
from dictionary.rows import read_rows, read_text
from dictionary.squash import squash
from i18n import Text

__all__ = [
    "Column",
    "ProblemKind",
    "Table",
    "code_label",
    "column_label",
    "describe",
    "describe_question",
    "list_codelists",
    "list_row_tables",
    "load_codes",
    "load_columns",
    "load_problems",
    "load_spellings",
    "load_spellings_of",
    "load_tables",
    "match_code",
    "severity",
]

GROUPED = {"stage": "participation_stage"}  # a disaggregation whose codes stand in a list of another name
PROJECT = "project"  # the one sheet of keys and values; every other holds a table

_NUMBERED = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.):]\s*(?=[^\W\d])")  # before a word, in a list
GIVEN = "_given"  # how a kind ends of a column that our own form asks for elsewhere


@dataclass(frozen=True, slots=True)
class Table:
    """One clean rectangle of a project: the key of its sheet, the sheet's name and what it is for.

    ``is_optional``: a workbook without it lacks nothing.
    """

    key: str
    is_optional: bool
    sheet: Text
    purpose: Text


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table.

    ``kind`` is id, text, number, money, share, code, word (a code, or a word of the user's own), date, year, integer,
    name or national_id. ``by_round``: it stands once for each round. ``codelist`` names the allowed codes of a code
    column. ``unit`` is a code of ``units.csv`` or "". ``example_after`` is the example of the round after (where blank:
    as before). ``is_given``: read where it stands; our own form asks for it elsewhere (kinds that end in ``_given``).
    """

    table: str
    key: str
    kind: str
    unit: str
    codelist: str
    by_round: bool
    required: bool
    label: Text
    example: Text
    example_after: Text
    guidance: Text
    is_given: bool

    @property
    def is_asked(self) -> bool:
        """Whether our own form has the column: some are read where they stand and never asked for, names above all."""
        return self.kind not in {"name", "national_id"} and not self.is_given


@cache
def load_tables() -> dict[str, Table]:
    """The tables of a project workbook by key, in the order of its sheets."""
    rows = sorted(read_rows("tables"), key=lambda row: int(row["order"]))
    return {row["table"]: _read_table(row) for row in rows}


def list_row_tables() -> tuple[str, ...]:
    """The tables with one header row and a row for each unit: all but the sheet of keys and values."""
    return tuple(table for table in load_tables() if table != PROJECT)


@cache
def load_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in the order of the form."""
    rows = [row for row in read_rows("columns") if row["table"] == table]
    return tuple(_read_column(row) for row in sorted(rows, key=lambda row: int(row["order"])))


def column_label(table: str, key: str) -> Text:
    """What a column is called on the form."""
    return next(column.label for column in load_columns(table) if column.key == key)


@cache
def list_codelists() -> frozenset[str]:
    """The keys of all lists that a column may be chosen from."""
    return frozenset(column.codelist for table in list_row_tables() for column in load_columns(table)) | {"indicator"}


@cache
def load_codes(codelist: str) -> dict[str, Text]:
    """The codes of a list with their labels, in order; ``unit`` is the list of ``units.csv``."""
    if codelist == "unit":
        return {code: unit.label for code, unit in load_units().items()}
    rows = [row for row in read_rows("codes") if row["codelist"] == codelist]
    return {row["code"]: read_text(row, "label") for row in sorted(rows, key=lambda row: int(row["order"]))}


def code_label(codelist: str, code: str) -> Text:
    """The label of a code; a word that the user wrote freely is its own label, and a group may be not stated.

    ``codelist`` may be a disaggregation of the observations: its codes are those of its list.
    """
    is_unstated = code == NOT_STATED and codelist != "reason"
    codes = load_codes("group" if is_unstated else GROUPED.get(codelist, codelist))
    return codes.get(code) or Text(code, code)


@cache
def load_spellings(codelist: str) -> dict[str, str]:
    """Every way of writing the codes of a list (squashed) and the code: labels, codes and ``spellings.csv``."""
    spellings = {squash(row["text"]): row["code"] for row in read_rows("spellings") if row["codelist"] == codelist}
    for code, label in load_codes(codelist).items():
        spellings |= dict.fromkeys((squash(label.th), squash(label.en), squash(code)), code)
    return spellings


def load_spellings_of(codelist: str, code: str) -> tuple[str, ...]:
    """Every way of writing one code of a list, squashed."""
    return tuple(text for text, meant in load_spellings(codelist).items() if meant == code)


def match_code(codelist: str, text: str) -> str | None:
    """The code that a typed word means, or None. A number before it (``4. ร่วมรับผล``) is no part of the word."""
    spellings = load_spellings(codelist)
    return spellings.get(squash(text)) or spellings.get(squash(_NUMBERED.sub("", text)))


def _read_table(row: dict[str, str]) -> Table:
    return Table(row["table"], row["optional"] == "yes", read_text(row, "sheet"), read_text(row, "purpose"))


def _read_column(row: dict[str, str]) -> Column:
    return Column(
        table=row["table"],
        key=row["column"],
        kind=row["kind"].removesuffix(GIVEN),
        unit=row["unit"],
        codelist=row["codelist"],
        by_round=row["by_round"] == "yes",
        required=row["required"] == "yes",
        label=read_text(row, "label"),
        example=read_text(row, "example"),
        example_after=read_text(row, "example_after"),
        guidance=read_text(row, "guidance"),
        is_given=row["kind"].endswith(GIVEN),
    )
