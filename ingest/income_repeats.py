"""Rows that give a person's income from a source again: added up where they differ, counted once where they do not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

import numpy as np
import pandas as pd

from i18n import Text
from ingest.addresses import cell_address
from ingest.amounts import SOURCE
from ingest.blanks import find_blank
from ingest.cells import MOST_LISTED, Cells, Labels, Mask, number_names, report, write_cell
from ingest.clean import Problems, clean_texts
from ingest.income_names import TABLE
from ingest.matching import HeaderMatch, is_known
from ingest.results import key_cells, no_labels, place_of
from ingest.rows import Rows

AGAIN, COPY = "duplicate_income", "income_repeated"


def drop_copies(sheets: Sequence[Rows]) -> tuple[list[Rows], Problems]:
    """The sheets without each row that is the same in every cell as an earlier one of the same round.

    A list entered twice repeats all of it; two incomes differ in something. Each copy is said with both cells, and so
    is each row that gives a person's income from a source again and differs: those are added up.
    """
    keys = _list_keys(sheets)
    again = keys.duplicated().to_numpy()
    if not again.any():
        return list(sheets), ()
    keys["text"] = _write_rows(sheets, keys.duplicated(keep=False).to_numpy())
    copied = again & keys.duplicated().to_numpy()
    firsts = keys.groupby(list(keys.columns), sort=False)["round"].transform(lambda one: one.index[0])[copied]
    ends = np.cumsum([len(rows.kept) for rows in sheets])[:-1]
    each = list(zip(sheets, np.split(copied, ends), np.split(again & ~copied, ends), strict=True))
    doubled = [report(AGAIN, key_cells(rows), mask) for rows, _, mask in each]
    problems = _report_copies(sheets, [mask for _, mask, _ in each], firsts.tolist())
    return [rows.keep(~mask, COPY) for rows, mask, _ in each], (*problems, *chain.from_iterable(doubled))


def are_said_elsewhere(rows: Rows, cells: Cells, source: Labels) -> Mask:
    """Which blanks stand on a further row of somebody whose income of the same source and round another row gives.

    Of a person on two rows, one with the income before and one with that after, both are known.
    """
    blank = find_blank(cells)
    lines = pd.DataFrame({"unit": rows.ids.codes, "source": source.codes, "filled": ~blank})
    if not blank.any() or not lines.duplicated(["unit", "source"]).any():
        return np.zeros(len(blank), dtype=bool)
    known: Mask = lines.groupby(["unit", "source"])["filled"].transform("any").to_numpy()
    return blank & known


def read_source(rows: Rows) -> Labels:
    """What the income of each row came from."""
    cells = rows.cells(SOURCE)
    return clean_texts(cells) if cells else no_labels(rows)


def _list_keys(sheets: Sequence[Rows]) -> pd.DataFrame:
    """Round of the sheet, and the numbers of member and source of each row (−1: not stated)."""
    members: dict[str, int] = {}
    sources: dict[str, int] = {}
    frames = [pd.DataFrame({"round": [], "member": [], "source": []})]
    for rows in sheets:
        both = ((rows.ids, members), (read_source(rows), sources))
        ids, source = (np.array([*number_names(one.names, known), -1])[one.codes] for one, known in both)
        frames.append(pd.DataFrame({"round": rows.found.round or "", "member": ids, "source": source}))
    return pd.concat(frames[1:] or frames, ignore_index=True)


def _write_rows(sheets: Sequence[Rows], wanted: Mask) -> list[str]:
    """The cells of each wanted row as one text, without the columns that merely number the rows; "" for the others."""
    texts: list[str] = []
    for rows in sheets:
        cells = rows.found.sheet.cells[rows.kept]
        numbering = {match.position for match in rows.found.matches if _numbers_rows(rows, match)}
        told = [column for position, column in enumerate(cells.T) if position not in numbering]
        marks = wanted[len(texts) : len(texts) + len(cells)]
        texts += [
            "\n".join(" ".join(write_cell(column[place]).casefold().split()) for column in told) if mark else ""
            for place, mark in enumerate(marks)
        ]
    return texts


def _numbers_rows(rows: Rows, match: HeaderMatch) -> bool:
    """Whether a column that holds nothing of the table has another value on each row."""
    values = rows.found.sheet.cells[rows.kept, match.position]
    return match.column is None and is_known(match, (TABLE,)) and len({*values.tolist()}) == len(values)


def _report_copies(sheets: Sequence[Rows], masks: Sequence[Mask], firsts: Sequence[int]) -> Problems:
    """A problem for each copy that names the cell it repeats; beyond those listed one by one, one for the rest."""
    cells = [(rows, cell_address(int(line), key_cells(rows).column)) for rows in sheets for line in rows.lines]
    problems: list[Problems] = []
    at = 0
    for rows, mask in zip(sheets, masks, strict=True):
        said = report(COPY, key_cells(rows), mask)
        earlier = [cells[first] for first in firsts[at : at + MOST_LISTED]]
        named = [cell if one is rows else f"{place_of(one)[1]} {cell}" for one, cell in earlier]
        count = min(int(mask.sum()), MOST_LISTED)
        listed = [replace(one, allowed=Text(cell, cell)) for one, cell in zip(said[:count], named, strict=False)]
        problems.append((*listed, *said[count:]))
        at += int(mask.sum())
    return tuple(chain.from_iterable(problems))
