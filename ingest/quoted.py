"""What stands in given cells of the user's own files, as it was typed: asked for when somebody looks, kept nowhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from ingest.cells import write_cell
from ingest.file_names import name_files
from ingest.inputs import InputFile
from ingest.workbooks import RawSheet, read_sheets

Place = tuple[str, str]  # file and sheet
Wanted = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]  # 1-based rows and columns


def quote_cells(files: Sequence[InputFile], wanted: Mapping[Place, Wanted]) -> dict[Place, list[str]]:
    """The text of each cell wanted, sheet by sheet; "" where it is blank. A file that cannot be opened is left out.

    Only files that the reading process has read before are opened here.
    """
    names = {file for file, _ in wanted}
    named = zip(name_files([file.name for file in files]), files, strict=True)
    quoted: dict[Place, list[str]] = {}
    for name, file in named:
        sheets = read_sheets(file.content, file.password) if name in names and not file.refused else ()
        for sheet in () if isinstance(sheets, str) else sheets:
            if (name, sheet.name) in wanted:
                quoted[name, sheet.name] = _quote(sheet, wanted[name, sheet.name])
    return quoted


def _quote(sheet: RawSheet, wanted: Wanted) -> list[str]:
    rows, columns = wanted[0] - sheet.first_row, wanted[1] - sheet.first_column
    height, width = sheet.cells.shape
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    values = np.full(len(rows), "", dtype=object)
    values[inside] = sheet.cells[rows[inside], columns[inside]]
    return [_write(value) for value in values.tolist()]


def _write(value: object) -> str:
    """A text as it stands; of a number and a date what Excel shows without a format."""
    if isinstance(value, str):
        return value
    return value.isoformat()[:10] if isinstance(value, date) else write_cell(value)
