"""Problems → cells to colour and comments to write, sheet by sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dictionary.load import describe, load_problems, severity
from dictionary.nouns import Problem, Severity
from i18n import Language, word

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
FILLED_CELLS = 1_000  # of one problem: a fault of a whole column is shown by its first cells
CITED_CELLS = 250_000  # of one range that a number came from
USED, LEFT_OUT = "cell_used", "cell_left_out"
NOTED_PROBLEMS = 10  # told in full in the comment of one cell
NOTE_LENGTH = 8_000  # signs; Excel allows 32,767

Cell = tuple[int, int]  # 1-based row and column
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_LEVELS = tuple(Severity)


@dataclass(slots=True)
class Marks:
    """What to do on one sheet: the severity each cell is coloured by, the problems each comment tells."""

    fills: dict[Cell, Severity] = field(default_factory=dict)
    notes: dict[Cell, list[Problem]] = field(default_factory=dict)


def mark_cells(problems: Iterable[Problem]) -> dict[str, Marks]:
    """For each sheet that a problem names with a cell: every cell of its ranges, a comment on the first of each."""
    sheets: dict[str, Marks] = {}
    for problem in problems:
        marks = sheets.setdefault(problem.sheet, Marks())
        for first, _ in read_ranges(problem.cell):
            marks.notes.setdefault(first, []).append(problem)
        left = CITED_CELLS if problem.code in {USED, LEFT_OUT} else FILLED_CELLS
        for first, last in read_ranges(", ".join(problem.cells) or problem.cell):
            for cell in _cells_of(first, last, left):
                left -= 1
                marks.fills[cell] = _worse(marks.fills.get(cell), severity(problem))
    return sheets


def read_ranges(address: str) -> list[tuple[Cell, Cell]]:
    """The ranges of an address such as ``C3, C8:C9 …``, first and last cell each; what lies outside a sheet is none."""
    found = []
    for text in address.split(","):
        hit = _RANGE.fullmatch(text.strip(" …"))
        if hit:
            first = int(hit[2]), column_number(hit[1])
            last = (int(hit[4]), column_number(hit[3])) if hit[3] else first
            if _is_on_sheet(first) and _is_on_sheet(last):
                found.append((first, last))
    return found


def column_number(letters: str) -> int:
    """The 1-based number of a column: A is 1, AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _is_on_sheet(cell: Cell) -> bool:
    return 1 <= cell[0] <= LAST_ROW and 1 <= cell[1] <= LAST_COLUMN


def _cells_of(first: Cell, last: Cell, most: int) -> Iterator[Cell]:
    cells = ((row, column) for row in range(first[0], last[0] + 1) for column in range(first[1], last[1] + 1))
    return (cell for _, cell in zip(range(most), cells, strict=False))


def _worse(one: Severity | None, other: Severity) -> Severity:
    return other if one is None else min(one, other, key=_LEVELS.index)


def write_note(problems: Sequence[Problem], language: Language) -> str:
    """The comment of one cell: what each problem is, in full sentences, the gravest first."""
    ranked = sorted(dict.fromkeys(problems), key=lambda one: _LEVELS.index(severity(one)))
    told = [write_problem(problem, language) for problem in ranked[:NOTED_PROBLEMS]]
    if len(ranked) > NOTED_PROBLEMS:
        told.append(word("annotated.more", language, n=len(ranked) - NOTED_PROBLEMS))
    return "\n\n".join(told)[:NOTE_LENGTH]


def write_problem(problem: Problem, language: Language) -> str:
    """How grave it is and what it is called, then the sentence: where, what was found, allowed, what to do."""
    title = load_problems()[problem.code].title[language]
    return f"{word(f'ui.severity.{severity(problem)}', language)}: {title}\n{describe(problem, language)}"
