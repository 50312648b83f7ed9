"""Income sheets → ``member_income``: baht per month for each amount cell; blank or unreadable is unknown."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain

import numpy as np
import pandas as pd

from dictionary.load import column_label
from dictionary.nouns import Problem, Round
from ingest.addresses import cell_address
from ingest.cells import Labels, Mask, list_codes, report
from ingest.clean import Floats, Problems, clean_codes, clean_numbers, clean_texts, find_blank
from ingest.headers import find_period
from ingest.parts import Part
from ingest.results import (
    TableResult,
    has_round,
    key_cells,
    no_labels,
    place_of,
    rounds_of,
    sheet_problem,
)
from ingest.row_kinds import AVERAGE, TOTAL, read_kind
from ingest.rows import Rows

INDICATOR = "member_income"
MONTHS = {"month": 1.0, "year": 12.0}  # months that an amount stands for
UNKNOWN = np.nan


def read_income(sheets: Sequence[Rows], waves: Sequence[Round], members: Collection[str]) -> TableResult:
    """Income per month of every row and round; ``members`` are the ids on the member lists (empty: no list)."""
    sheets = [_drop_totals(rows) for rows in sheets]
    results = [_read_sheet(rows, waves) for rows in sheets]
    parts = tuple(chain.from_iterable(parts for parts, _ in results))
    problems = chain.from_iterable(problems for _, problems in results)
    strangers = chain.from_iterable(_report_strangers(rows, members) for rows in sheets) if members else ()
    return TableResult(parts, (*problems, *strangers, *_report_repeated(sheets)), tuple(sheets))


def _drop_totals(rows: Rows) -> Rows:
    """The rows without a member's total ("รวม") where the sources it adds up stand on rows of their own."""
    source = _read_source(rows)
    total = np.array([read_kind(name) in {TOTAL, AVERAGE} for name in source.names] + [False], dtype=bool)[source.codes]
    detailed = np.isin(rows.ids.codes, rows.ids.codes[~total])
    return rows.keep(~(total & detailed), TOTAL)


def _read_sheet(rows: Rows, waves: Sequence[Round]) -> tuple[tuple[Part, ...], Problems]:
    spoken = [wave for wave in waves if wave.key in rounds_of(rows) and has_round(rows, "amount", wave.key)]
    months, problems = _read_months(rows)
    groups = {"income_source": _read_source(rows)}
    parts, found = [], [problems]
    for wave in spoken:
        cells = rows.cells("amount", wave.key)
        if cells is not None:
            amounts, odd = clean_numbers(cells)
            values = amounts / _fill_months(rows, wave.key, months)
            found.append(odd)
            place = place_of(rows)
            parts.append(Part(INDICATOR, wave.key, place, rows.ids, values, rows.lines, cells.column, groups=groups))
    return tuple(parts), (*chain.from_iterable(found), *_ask_period(rows, spoken), *_note_years(rows, spoken))


def _read_months(rows: Rows) -> tuple[Floats, Problems]:
    """The months that each row says its amounts stand for; NaN where the row does not say."""
    cells = rows.cells("period")
    if cells is None:
        return np.full(len(rows.kept), UNKNOWN), ()
    labels, problems = clean_codes(cells, "period", "period_not_known")
    months = np.array([MONTHS[name] for name in labels.names] + [UNKNOWN])[labels.codes]
    if any(_state_months(rows, round_key) for round_key in rounds_of(rows)):
        return months, problems
    silent = find_blank(cells) & _has_amount(rows)
    return months, (*problems, *report("period_of_row_unknown", cells, silent, list_codes("period")))


def _has_amount(rows: Rows) -> Mask:
    """Which rows have an amount in any round."""
    columns = [rows.cells("amount", round_key) for round_key in rounds_of(rows)]
    filled = [~find_blank(cells) for cells in columns if cells]
    return np.logical_or.reduce(filled, axis=0) if filled else np.zeros(len(rows.kept), dtype=bool)


def _fill_months(rows: Rows, round_key: str, months: Floats) -> Floats:
    """The months of each row; where the row does not say, those that the header or the sheet states."""
    stated = _state_months(rows, round_key)
    return np.where(np.isnan(months), stated, months) if stated else months


def _state_months(rows: Rows, round_key: str) -> float | None:
    """Months by the header of the amount, else by a title above the table or the name of the sheet."""
    match = rows.found.find("amount", round_key)
    if match is not None and match.period:
        return MONTHS.get(match.period)
    sheet = rows.found.sheet
    titles = [cell for row in sheet.cells[: rows.found.header] for cell in row if isinstance(cell, str)]
    return MONTHS.get(find_period(" ".join((sheet.name, *titles))) or "")


def _ask_period(rows: Rows, spoken: Sequence[Round]) -> Problems:
    """A problem where neither a column nor a header says whether amounts are per month or per year."""
    silent = [wave for wave in spoken if _state_months(rows, wave.key) is None]
    if rows.cells("period") is not None or not silent:
        return ()
    return (sheet_problem(rows, "period_not_stated", column_label("income", "period")),)


def _note_years(rows: Rows, spoken: Sequence[Round]) -> Problems:
    """A note for each header of amounts that are per year by what the header, a title or the sheet's name says."""
    if rows.cells("period") is not None:
        return ()
    yearly = [wave.key for wave in spoken if _state_months(rows, wave.key) == MONTHS["year"]]
    matches = dict.fromkeys(match for key in yearly if (match := rows.found.find("amount", key)))
    sheet = rows.found.sheet
    row = rows.found.header + sheet.first_row
    return tuple(
        Problem(
            "amount_per_year",
            *place_of(rows),
            cell_address(row, sheet.first_column + match.position),
            found=" ".join(match.header.split()),
        )
        for match in matches
    )


def _report_strangers(rows: Rows, members: Collection[str]) -> Problems:
    """A problem for the first row of each id that no member list has."""
    known = np.array([name in members for name in rows.ids.names] + [True], dtype=bool)
    strange = ~known[rows.ids.codes]
    if not strange.any():
        return ()
    first = strange & ~pd.Series(rows.ids.codes).duplicated().to_numpy()
    return report("unknown_member", key_cells(rows), first)


def _report_repeated(sheets: Sequence[Rows]) -> Problems:
    """A problem for each row that gives a member's income from a source again in the same round."""
    if not sheets:
        return ()
    again = pd.concat([_list_keys(rows) for rows in sheets], ignore_index=True).duplicated().to_numpy()
    ends = np.cumsum([len(rows.kept) for rows in sheets])
    each = zip(sheets, np.split(again, ends[:-1]), strict=True)
    doubled = [report("duplicate_income", key_cells(rows), mask) for rows, mask in each]
    return tuple(chain.from_iterable(doubled))


def _list_keys(rows: Rows) -> pd.DataFrame:
    """Round of the sheet, member and source of each row."""
    source = _read_source(rows)
    ids, sources = (
        pd.Categorical.from_codes(one.codes, categories=pd.Index(one.names, dtype="str")) for one in (rows.ids, source)
    )
    return pd.DataFrame({"round": rows.found.round or "", "member": ids, "source": sources})


def _read_source(rows: Rows) -> Labels:
    cells = rows.cells("income_source")
    return clean_texts(cells) if cells else no_labels(rows)
