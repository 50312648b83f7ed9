"""Where observations came from, with the columns that say which group a row belongs to."""

from __future__ import annotations

from collections import defaultdict

from analysis.provenance import Place, number_column
from dictionary.observations import GROUPS
from project.opening import Project

BANDED = {"birth_year": "age_band", "age": "age_band"}  # columns that a group is read from, not stated in


def list_places(project: Project) -> tuple[Place, ...]:
    """The sheet of each source number; its columns are those that it was understood to have."""
    columns: dict[tuple[str, str], dict[str, tuple[int, ...]]] = defaultdict(dict)
    for sheet in project.sheets:
        known = columns[sheet.file, sheet.sheet]
        for matched in sheet.columns:
            group = BANDED.get(matched.column or "", matched.column)
            if group in GROUPS:
                number = number_column(matched.cell.rstrip("0123456789"))
                known[group] = (*known.get(group, ()), number)
    return tuple(Place(file, sheet, columns[file, sheet]) for file, sheet in project.places)
