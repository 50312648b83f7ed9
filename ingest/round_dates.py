"""When the two rounds were: from the project sheets and the user's answers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dictionary.load import code_label
from dictionary.nouns import BASELINE, ENDLINE, Problem, Round
from i18n import Language, Text
from i18n.dates import PartialDate, Precision, has_two_digit_year, read_date, write_period
from ingest.inputs import ProjectAnswers
from ingest.project_info import Line, list_lines
from ingest.project_sheet import ProjectSheet

_BETWEEN = re.compile(r"\s+-\s+|\s*[–—]\s*|\s+to\s+|\s+until\s+|\s*ถึง\s*")
_DAY = re.compile(r"\d{1,2}(?!\d)")
_LAST_YEAR = re.compile(r"[0-9๐-๙]{4}\s*$")


@dataclass(frozen=True)
class Span:
    """First and last day as far as a line says them, and what is wrong with it."""

    first: PartialDate | None = None
    last: PartialDate | None = None
    problems: tuple[Problem, ...] = ()


def read_rounds(
    sheets: Sequence[ProjectSheet], answers: ProjectAnswers | None
) -> tuple[tuple[Round, Round], tuple[Problem, ...]]:
    """The rounds before and after with their dates as far as known; wrong or exchanged dates are problems."""
    before, odd_before = _read_round(BASELINE, sheets, answers)
    after, odd_after = _read_round(ENDLINE, sheets, answers)
    waves, out_of_order = _check_order(before, after, list_lines(sheets, f"{ENDLINE}_"))
    return waves, (*odd_before, *odd_after, *out_of_order)


def _read_round(
    key: str, sheets: Sequence[ProjectSheet], answers: ProjectAnswers | None
) -> tuple[Round, tuple[Problem, ...]]:
    lines = list_lines(sheets, f"{key}_")
    spans = [_read_line(line, (line.field.key or "").removeprefix(f"{key}_")) for line in lines]
    problems = tuple(problem for span in spans for problem in span.problems)
    first = next((span.first for span in spans if span.first), None)
    last = next((span.last for span in spans if span.last), None)
    if first and not last and first.precision is not Precision.DAY:
        last = first
    typed_start, typed_end = _find_answers(key, answers)
    start = typed_start or (first.first() if first else None)
    end = typed_end or (last.last() if last else None)
    label = code_label("round", key)
    if start and end and start > end:
        found = Text(*(f"{write_period(start, None, lang)} – {write_period(end, None, lang)}" for lang in Language))
        return Round(key, label), (*problems, _place("round_reversed", lines, found.th, "period_order"))
    return Round(key, label, start, end), problems


def _find_answers(key: str, answers: ProjectAnswers | None) -> tuple[date | None, date | None]:
    if answers is None:
        return None, None
    if key == BASELINE:
        return answers.baseline_start, answers.baseline_end
    return answers.endline_start, answers.endline_end


def _read_line(line: Line, name: str) -> Span:
    """What a line says: a first day, a last day, or both in one or two cells."""
    values = line.field.values
    if name == "to":
        return Span(last=read_date(values[0]), problems=_report(line, values[:1]))
    if name == "from":
        return Span(first=read_date(values[0]), problems=_report(line, values[:1]))
    ends = values[:2] if len(values) > 1 else _split_period(values[0])
    return Span(read_date(ends[0]), read_date(ends[-1]), _report(line, ends))


def _split_period(value: object) -> tuple[object, ...]:
    """The two ends of a typed period such as ``1 ม.ค. – 31 ธ.ค. 2562``; one alone stands for both."""
    if not isinstance(value, str) or read_date(value):
        return (value,)
    parts = _BETWEEN.split(value.strip())
    year = _LAST_YEAR.search(value)
    if len(parts) != 2:
        return (value,)
    if _DAY.fullmatch(parts[0]):  # 1–31 มี.ค. 2562
        return _DAY.sub(parts[0], parts[1], count=1), parts[1]
    first = parts[0] if read_date(parts[0]) or not year else f"{parts[0]} {year[0]}"
    return first, parts[1]


def _report(line: Line, values: Sequence[object]) -> tuple[Problem, ...]:
    """A problem for each value that is no date."""
    return tuple(_name_fault(line, value) for value in values if read_date(value) is None)


def _name_fault(line: Line, value: object) -> Problem:
    if isinstance(value, str) and has_two_digit_year(value):
        return line.problem("year_of_two_digits", value, code_label("allowed", "four_digit_year"))
    return line.problem("not_a_date", value, code_label("allowed", "date"))


def _check_order(before: Round, after: Round, lines: Sequence[Line]) -> tuple[tuple[Round, Round], tuple[Problem, ...]]:
    """The rounds, without dates where the round before starts after the round after; overlapping ones are said."""
    found = (
        f"{write_period(before.start, before.end, Language.TH)} / {write_period(after.start, after.end, Language.TH)}"
    )
    if _is_after(before.start, after.start) or _is_after(before.end, after.end):
        problem = _place("rounds_out_of_order", lines, found, "round_order")
        return (Round(BASELINE, before.label), Round(ENDLINE, after.label)), (problem,)
    if before.end and after.start and before.end >= after.start:
        return (before, after), (_place("rounds_overlap", lines, found, "round_order"),)
    return (before, after), ()


def _is_after(first: date | None, second: date | None) -> bool:
    return first is not None and second is not None and first > second


def _place(code: str, lines: Sequence[Line], found: str, allowed: str) -> Problem:
    """A problem at the first line of the round, or of the answers on the screen where there is none."""
    if lines:
        return lines[0].problem(code, found, code_label("allowed", allowed))
    return Problem(code, found=found, allowed=code_label("allowed", allowed))
