"""Findings in the reader's words on the screen; what images say too comes from ``figures.wording``."""

from __future__ import annotations

from analysis.contrasts import Contrast
from analysis.findings import Finding
from dictionary.load_indicators import is_share
from dictionary.nouns import Round
from figures.values import show, show_contrast, write_value
from figures.wording import (
    ARROW,
    DOT,
    unit_for,
    write_both,
    write_bounds,
    write_difference,
    write_n,
    write_reason,
    write_round,
    write_unit,
)
from i18n import Language, word
from i18n.numbers import MINUS, UNKNOWN, write_signed_percent

SIGNS = f"+{MINUS}"
ARROWS = {1: "▲", -1: "▼"}


def name_rounds(rounds: tuple[Round, Round], language: Language) -> str:
    """``ก่อน มี.ค. 2562 → หลัง มี.ค. 2564``."""
    return f"  {ARROW}  ".join(write_round(round_, language) for round_ in rounds)


def write_with_unit(value: float | None, unit: str, language: Language) -> str:
    """A value with its unit; a share carries its per cent sign."""
    written = write_value(value, unit)
    return written + write_unit(unit, language, written)


def write_values(finding: Finding, language: Language) -> str:
    """Both values and the unit, or the one there is: ``3,175 → 4,636 บาท/เดือน``; the reason where one is missing."""
    if reason := write_reason(finding, language):
        known = finding.baseline is not None or finding.endline is not None
        return f"{write_both(finding, language)}{DOT}{reason}" if known else reason
    if finding.baseline is None:
        return write_with_unit(finding.endline, finding.unit, language)
    return write_both(finding, language)


def direction(finding: Finding) -> int:
    """1 where the value rose, −1 where it fell, 0 where it stayed or is not known."""
    difference = finding.difference or 0.0
    return (difference > 0) - (difference < 0)


def write_amount(finding: Finding, language: Language) -> str:
    """The size of the change without its sign, in the unit without "per": ``1,461 บาท``, ``8 จุดร้อยละ``."""
    return UNKNOWN if finding.difference is None else _write_size(show(finding).result, finding.unit, language)


def write_gained(contrast: Contrast, language: Language) -> str:
    """The same of what the project's own people changed by beyond the others."""
    return _write_size(show_contrast(contrast).result, contrast.finding.unit, language)


def _write_size(result: str, unit: str, language: Language) -> str:
    written = result.lstrip(SIGNS)
    if is_share(unit):
        return word("figures.points", language, value=written)
    return f"{written} {unit_for(unit, language, written).split('/')[0].split(' (')[0]}"


def write_plain_difference(finding: Finding, language: Language) -> str:
    """The change with its sign and without its unit; percentage points for a share."""
    if finding.difference is None:
        return UNKNOWN
    if is_share(finding.unit):
        return write_difference(finding, language)
    return show(finding).result


def write_relative(finding: Finding) -> str:
    """The change as a share of the value before, or nothing where there is no such share."""
    return "" if finding.relative_change is None else write_signed_percent(finding.relative_change)


def tell_n(finding: Finding, language: Language) -> str:
    """On how many it rests, in a sentence for who does not know what n is; nothing where it is a full count."""
    told = write_n(finding, language).removeprefix("n").strip()
    return word("ui.beside.n", language, n=told) if told else ""


def write_interval(finding: Finding, language: Language) -> str:
    """The 95 % interval, in the finding's unit (a share's in per cent, its difference's in points), or nothing."""
    if finding.interval is None:
        return ""
    low, high = write_bounds(finding, language)
    return word("ui.interval", language, low=low, high=high)
