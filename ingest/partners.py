"""Partner sheets → ``partners`` (1 or 0) and ``partner_support`` (baht) in each round, and their rows as records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from dictionary.nouns import Round
from ingest.blanks import find_blank
from ingest.cells import Cells, Labels, list_codes, report
from ingest.clean import Floats, Problems, clean_amounts, clean_codes, clean_texts
from ingest.partner_names import name_partners
from ingest.partner_records import Stated, list_ties
from ingest.parts import Part
from ingest.results import TableResult, has_round, key_cells, no_labels, place_of, rounds_of
from ingest.rows import Rows
from ingest.ticks import Ticks, find_open, read_ticks, report_open

PRESENCE, SUPPORT = "partners", "partner_support"


@dataclass(frozen=True)
class Named:
    """The name of the partner on each row, and the groups that the row is in."""

    names: Labels
    groups: dict[str, Labels]


def read_partners(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """Presence and support of every partner; one on several rows is one partner (analysis rolls it up)."""
    named, notes = name_partners(sheets)
    results = [_read_sheet(rows, names, waves) for rows, names in zip(sheets, named, strict=True)]
    parts = chain.from_iterable(parts for parts, _ in results)
    problems = chain.from_iterable(problems for _, problems in results)
    records = (
        list_ties(rows, waves, Stated(names, [part for part in mine if part.indicator == PRESENCE]))
        for rows, names, (mine, _) in zip(sheets, named, results, strict=True)
    )
    return TableResult(tuple(parts), (*problems, *notes), tuple(sheets), records=tuple(chain.from_iterable(records)))


def _read_sheet(rows: Rows, names: Labels, waves: Sequence[Round]) -> tuple[tuple[Part, ...], Problems]:
    groups, problems = _read_groups(rows)
    ticks, odd = read_ticks(rows)
    named = Named(names, groups)
    parts: list[Part] = []
    found: list[Problems] = [problems, odd]
    for wave in waves:
        if wave.key in rounds_of(rows):
            presence = _find_presence(rows, wave, ticks, named)
            support, odd = _read_support(rows, wave, named, presence)
            parts += [part for part in (presence, support) if part]
            found += [odd, _report_open(rows, wave, ticks)]
    return tuple(parts), tuple(chain.from_iterable(found))


def _read_groups(rows: Rows) -> tuple[dict[str, Labels], Problems]:
    """Sector, kind of support and stage; a sector that is blank or unknown leaves the partner in none."""
    sector, kind, stage = (rows.cells(column) for column in ("sector", "support_kind", "stage"))
    kinds, unknown = _read_kinds(kind) if kind else (no_labels(rows), ())
    stages, odd = clean_codes(stage, "participation_stage") if stage else (no_labels(rows), ())
    groups = {"sector": no_labels(rows), "support_kind": kinds, "stage": stages}
    odd = (*odd, *unknown)
    if sector is None:
        return groups, odd
    sectors, problems = clean_codes(sector, "sector", "unknown_sector")
    blank = report("sector_not_stated", sector, find_blank(sector), list_codes("sector"))
    return {**groups, "sector": sectors}, (*problems, *blank, *odd)


def _read_kinds(cells: Cells) -> tuple[Labels, Problems]:
    """Kinds of support; a word that is none of the list is a kind of its own, and a problem."""
    coded, problems = clean_codes(cells, "support_kind", "unknown_support")
    typed = clean_texts(cells, "support_kind")
    names = tuple(dict.fromkeys((*coded.names, *typed.names)))
    places = np.array([*map(names.index, typed.names), -1], dtype=np.intp)
    return Labels(np.where(coded.codes >= 0, coded.codes, places[typed.codes]), names), problems


def _find_presence(rows: Rows, wave: Round, ticks: Ticks, named: Named) -> Part | None:
    """Presence from yes or no; on the sheet of a round from being listed; else none."""
    cells = rows.cells("present", wave.key)
    listed: Floats | None = np.ones(len(rows.kept)) if rows.found.round == wave.key else None
    values = ticks.get(wave.key, listed)
    if values is None:
        return None
    column = cells.column if cells and wave.key in ticks else key_cells(rows).column
    return Part(PRESENCE, wave.key, place_of(rows), named.names, values, rows.lines, column, groups=named.groups)


def _report_open(rows: Rows, wave: Round, ticks: Ticks) -> Problems:
    """A problem for the partners of whom neither yes nor no is said in a round."""
    cells = rows.cells("present", wave.key)
    if cells is None or wave.key not in ticks:
        return ()
    return report_open("presence_unknown", cells, find_open(cells, ticks[wave.key]))


def _read_support(rows: Rows, wave: Round, named: Named, presence: Part | None) -> tuple[Part | None, Problems]:
    """Support in baht; a blank on a row that says the partner was not there is nothing that is not known."""
    cells = rows.cells("support_thb", wave.key)
    if cells is None or not has_round(rows, "support_thb", wave.key):
        return None, ()
    values, problems = clean_amounts(cells)
    absent = np.zeros(len(values), dtype=bool) if presence is None else presence.values == 0
    told = ~(absent & np.isnan(values))
    groups = {name: labels.take(told) for name, labels in named.groups.items()}
    where = (rows.lines[told], cells.column)
    part = Part(SUPPORT, wave.key, place_of(rows), named.names.take(told), values[told], *where, groups=groups)
    return part, problems
