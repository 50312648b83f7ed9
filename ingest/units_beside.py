"""Figures of a row beside which another unit is typed than that of the row: ``3 ตัน`` in a row of ``กก.``."""

from __future__ import annotations

from itertools import chain

import numpy as np
import numpy.typing as npt

from dictionary.load_indicators import SHARE, match_unit
from i18n import Text
from i18n.numbers import list_number_words
from ingest.cells import Cells, report, write_cell
from ingest.clean import Floats, Problems, clean_numbers


def clean_figures(cells: Cells, units: Cells | None) -> tuple[Floats, Problems]:
    """The numbers of a column; one with another unit beside it than its row names is a problem and not known."""
    numbers, problems = clean_numbers(cells)
    if units is None or all(not isinstance(value, str) for value in cells.values):
        return numbers, problems
    pairs = zip(cells.values, units.values, strict=True)
    other = np.array([isinstance(value, str) and _is_other(value, write_cell(unit)) for value, unit in pairs])
    other &= ~np.isnan(numbers)
    names = np.array([write_cell(unit) for unit in units.values], dtype=object)
    told = (
        report("figure_of_another_unit", cells, other & (names == name), Text(name, name))
        for name in _list(names[other])
    )
    return np.where(other, np.nan, numbers), (*problems, *chain.from_iterable(told))


def _list(names: npt.NDArray[np.object_]) -> tuple[str, ...]:
    """Each unit that a row names, once, in the order of the rows."""
    return tuple(dict.fromkeys(map(str, names)))


def _is_other(text: str, unit: str) -> bool:
    """Whether a unit that is known stands beside a number and is surely not that of the row, of a year or not."""
    own = _kinds(unit)
    beside = [kinds for word in list_number_words(text) if (kinds := _kinds(word)) and SHARE not in kinds]
    return bool(own) and any(not kinds & own for kinds in beside)


def _kinds(text: str) -> set[str]:
    return {spelling.unit.partition("_")[0] for spelling in match_unit(text)}
