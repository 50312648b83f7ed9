"""Columns that say yes or no for a round: present before, present after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

import numpy as np

from dictionary.load import match_code
from dictionary.nouns import Problem
from ingest.blanks import find_blank, is_blank
from ingest.cells import Cells, Labels, Mask, list_ranges, write_cell
from ingest.clean import Floats, Problems, clean_codes
from ingest.presence import NO_CODE, YES_CODE, read_presence
from ingest.results import has_round, place_of, rounds_of
from ingest.rows import Rows

Ticks = dict[str, Floats]
YES_NO = "yes_no"


def read_ticks(rows: Rows, dated: Mask | None = None) -> tuple[Ticks, Problems]:
    """Presence by round from the columns that say so, as far as the sheet has them.

    Where some cells say yes and none says no, people ticked: blank cells are no, and a note says so. So they are in a
    column that holds marks alone (ticks, and crosses beside them), whatever other columns say. On a sheet that also
    gives dates (``dated``: the rows that do) that holds for the rows that are ticked and not dated. Columns in which
    nothing is written say nothing. A cross is no beside any yes, and a tick where nothing else says yes.
    """
    typed = _list_columns(rows)
    columns, crosses = _read_crosses(typed)
    read = {round_key: clean_codes(cells, YES_NO) for round_key, cells in columns.items()}
    answers = {round_key: labels for round_key, (labels, _) in read.items()}
    problems = [found for _, found in read.values()]
    said = {answer.names[code] for answer in answers.values() for code in set(answer.codes.tolist()) if code >= 0}
    if not said and not any(problems):
        return {}, ()
    ticked = YES_CODE in said and NO_CODE not in said and not any(problems)
    spoken = np.logical_or.reduce([answer.codes >= 0 for answer in answers.values()])
    free = np.full(len(rows.kept), True) & (True if dated is None or not dated.any() else spoken & ~dated)
    as_no = {
        key: free & _find_wordless(typed[key]) & (ticked or _holds_marks(typed[key], answer))
        for key, answer in answers.items()
    }
    if ticked and any((as_no[key] & (answer.codes < 0)).any() for key, answer in answers.items()):
        problems.append((_note_ticks(rows),))
    elif not ticked:
        open_cells = ((typed[key], as_no[key] & (answer.codes < 0)) for key, answer in answers.items())
        problems += [report_open("blank_among_marks", cells, places) for cells, places in open_cells]
    if crosses:
        problems.append((Problem("cross_means_yes", *place_of(rows), found=crosses),))
    presence = {key: read_presence(answer, as_no[key]) for key, answer in answers.items()}
    return presence, tuple(chain.from_iterable(problems))


def _list_columns(rows: Rows) -> dict[str, Cells]:
    """The columns that say yes or no, by round."""
    found = {round_key: rows.cells("present", round_key) for round_key in rounds_of(rows)}
    return {key: cells for key, cells in found.items() if cells is not None and has_round(rows, "present", key)}


def _read_crosses(columns: Mapping[str, Cells]) -> tuple[Mapping[str, Cells], str]:
    """The columns with each cross written as what it means; the crosses, where they are taken for yes."""
    words = {value for cells in columns.values() for value in cells.uniques()[1]}
    crosses = {word for word in words if match_code("mark", write_cell(word)) == "cross"}
    if not crosses:
        return columns, ""
    is_tick = not any(match_code(YES_NO, write_cell(word)) == YES_CODE for word in words)
    meaning = YES_CODE if is_tick else NO_CODE
    told = {
        key: replace(cells, values=np.array([meaning if one in crosses else one for one in cells.values], dtype=object))
        for key, cells in columns.items()
    }
    return told, ", ".join(sorted(map(write_cell, crosses))) if is_tick else ""


def _holds_marks(cells: Cells, answers: Labels) -> bool:
    """Whether all that is written in a column are ticks, with or without crosses."""
    written = [value for value in cells.uniques()[1] if not is_blank(value)]
    are_marks = all(match_code("mark", write_cell(value)) or not _has_letters(value) for value in written)
    return are_marks and YES_CODE in {answers.names[code] for code in set(answers.codes.tolist()) if code >= 0}


def _find_wordless(cells: Cells) -> Mask:
    """The cells without letters and digits: where ``not known`` is written, that is not no."""
    codes, uniques = cells.uniques()
    return np.array([not _has_letters(value) for value in uniques] + [True], dtype=bool)[codes]


def _has_letters(value: object) -> bool:
    return any(map(str.isalnum, write_cell(value)))


def find_open(cells: Cells, values: Floats) -> Mask:
    """The rows whose cell is blank and does not stand for no; a word that is not known is said by itself."""
    return find_blank(cells) & np.isnan(values)


def report_open(code: str, cells: Cells, places: Mask) -> Problems:
    """One problem for all blank cells of a column, with their number and ranges."""
    if not places.any():
        return ()
    return (Problem(code, cells.file, cells.sheet, list_ranges(cells, places), f"{int(places.sum()):,}"),)


def _note_ticks(rows: Rows) -> Problem:
    headers = [match.header for match in rows.found.matches if match.column == "present"]
    return Problem("blank_means_no", *place_of(rows), found=", ".join(headers))
