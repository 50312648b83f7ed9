"""Project sheets and the user's answers → what the project is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dictionary.load import code_label, load_codes, match_code
from dictionary.nouns import Problem, ProjectInfo
from i18n import Language, Text
from i18n.numbers import read_number
from ingest.cells import LONGEST_FOUND, write_cell
from ingest.inputs import ProjectAnswers
from ingest.project_sheet import Field, ProjectSheet

BAHT = "thb"
NAMES = ("name", "group", "province")


@dataclass(frozen=True)
class Line:
    """A field with the sheet it stands on."""

    project: ProjectSheet
    field: Field

    @property
    def text(self) -> str:
        """What the group wrote, or ""."""
        return write_cell(self.field.values[0]) if self.field.values else ""

    def problem(self, code: str, found: object, allowed: Text) -> Problem:
        """A problem of the cell behind the label."""
        place = (self.project.file, self.project.sheet, self.field.cell)
        return Problem(code, *place, found=write_cell(found)[:LONGEST_FOUND], allowed=allowed)


def list_lines(sheets: Sequence[ProjectSheet], key: str) -> list[Line]:
    """The lines of every project sheet whose key begins with this, in the order of the files."""
    fields = [Line(sheet, field) for sheet in sheets for field in sheet.fields]
    return [line for line in fields if (line.field.key or "").startswith(key) and line.field.values]


def read_info(
    sheets: Sequence[ProjectSheet], answers: ProjectAnswers | None, *, is_sample: bool
) -> tuple[ProjectInfo, tuple[Problem, ...]]:
    """Name, group, province and currency; answers go before the sheets, an earlier file before a later."""
    found = {key: list_lines(sheets, key) for key in NAMES}
    typed = {key: getattr(answers, key) if answers else "" for key in NAMES}
    chosen = {key: typed[key] or (found[key][0].text if found[key] else "") for key in NAMES}
    differing = tuple(problem for key in NAMES if not typed[key] for problem in _compare(found[key]))
    currency, odd = _read_currency(sheets)
    low, odd_low = _read_code(sheets, "chosen_low", "yes_no")
    collected, odd_collected = _read_code(sheets, "collected", "collected")
    mean, odd_mean = _read_mean(sheets)
    info = ProjectInfo(
        **chosen,
        currency=currency,
        is_sample=is_sample,
        chosen_low=low == "yes",
        population_mean=mean,
        collected=collected,
    )
    return info, (*differing, *odd, *odd_low, *odd_collected, *odd_mean)


def _compare(lines: Sequence[Line]) -> list[Problem]:
    """A problem for each later line that says something else than the first."""
    first = lines[0].text if lines else ""
    allowed = Text(first, first)
    return [line.problem("project_differs", line.text, allowed) for line in lines if line.text != first]


def _read_currency(sheets: Sequence[ProjectSheet]) -> tuple[str, list[Problem]]:
    lines = list_lines(sheets, "currency")
    odd = [line for line in lines if match_code("currency", line.text) != BAHT]
    allowed = code_label("allowed", "baht")
    problems = [line.problem("currency_not_baht", line.text, allowed) for line in odd]
    return (odd[0].text if odd else BAHT.upper() if lines else ""), problems


def _read_code(sheets: Sequence[ProjectSheet], key: str, codelist: str) -> tuple[str, tuple[Problem, ...]]:
    """The code that the first line of a key says; "" where there is none, and a problem where it is not known."""
    lines = list_lines(sheets, key)
    code = match_code(codelist, lines[0].text) if lines else None
    if not lines or code:
        return code or "", ()
    words = (", ".join(label[language] for label in load_codes(codelist).values()) for language in Language)
    return "", (lines[0].problem("unknown_code", lines[0].text, Text(*words)),)


def _read_mean(sheets: Sequence[ProjectSheet]) -> tuple[float | None, tuple[Problem, ...]]:
    """The mean income of those the members were chosen from, in baht a month."""
    lines = list_lines(sheets, "population_mean")
    number = read_number(lines[0].text) if lines else None
    if not lines or number is not None:
        return number, ()
    return None, (lines[0].problem("not_a_number", lines[0].text, code_label("allowed", "number")),)
