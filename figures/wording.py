"""How a finding is written on a figure: values with units, the size of a change, and the word for its direction."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding, Findings, Group
from dictionary.load import code_label
from dictionary.load_indicators import find_unit, is_share
from dictionary.load_methods import KnownIn, load_method_rows
from dictionary.nouns import NOT_STATED, Round
from figures.changes import Moved, count_moves, is_perhaps_chance, is_unsure
from figures.counted import Counted
from figures.values import decimals_for, show
from figures.verbs import find_rung, say_moves
from i18n import Language, word
from i18n.dates import write_period, write_year
from i18n.numbers import PERCENT, UNKNOWN, write_number, write_signed_percent
from i18n.words import is_one, load_words

ARROW = "→"
DOT = " · "
COUNT = "count"


def name_finding(finding: Finding, language: Language) -> str:
    """The indicator and, where it is of a group, the group."""
    return DOT.join((finding.indicator.label[language], *_name_groups(finding.group, language)))


def _name_groups(group: Group, language: Language) -> tuple[str, ...]:
    """The groups in words; of several that no cell states together one phrase."""
    if len(group) > 1 and all(value == NOT_STATED for _, value in group):
        return (word("figures.not_placed", language),)
    return tuple(code_label(column, value)[language] for column, value in group)


def write_reason(finding: Finding, language: Language) -> str:
    """Why something is not there, or nothing; where both values are, they are of those known, and some are not."""
    if not finding.reason:
        return ""
    both = finding.baseline is not None and finding.endline is not None
    some = load_words().get(f"figures.some_unknown.{finding.reason}") if both else None
    return (some or code_label("reason", finding.reason))[language]


def write_unit(unit: str, language: Language, number: str = "") -> str:
    """The unit behind a number, with a space before it; nothing where there is none, or for a share with its sign.

    ``number`` is the number as written: behind 1 stands the singular.
    """
    return "" if is_share(unit) or not unit else f" {unit_for(unit, language, number)}"


def unit_for(unit: str, language: Language, number: str) -> str:
    """The label of a unit as it stands behind a number."""
    known = find_unit(unit)
    return (known.one if is_one(number) else known.label)[language]


def write_each(finding: Finding) -> tuple[str, str]:
    """Both values without their unit, so exact that the difference between them can be checked by eye."""
    before, after = show(finding).values
    return before, after


def write_both(finding: Finding, language: Language) -> str:
    """Both values with their unit: ``3,175 → 4,636 บาท/เดือน``."""
    before, after = write_each(finding)
    return f"{before} {ARROW} {after}{write_unit(finding.unit, language, after)}"


def write_n(finding: Counted, language: Language) -> str:
    """How many units a finding rests on: ``n 38 คู่``, ``n 35``, ``n 18 → 42``; nothing where it is not known.

    A count is its own n; a finding of each round's own units has two.
    """
    method = load_method_rows().get(finding.method)
    if finding.method.startswith(COUNT):  # of those there, who came or who went: each is its own number
        return ""
    if finding.n_pairs is not None and method and method.known_in is KnownIn.BOTH:
        return word("figures.n_pairs", language, n=write_number(finding.n_pairs))
    known = [n for n in (finding.n_baseline, finding.n_endline) if n is not None]
    same = len(set(known)) == 1 and finding.n_pairs in {None, known[0]}  # as many need not be the same ones
    numbers = f" {ARROW} ".join(write_number(n) for n in (known[:1] if same else known))
    return word("figures.n", language, n=numbers) if known else ""


def write_difference(finding: Moved, language: Language) -> str:
    """The difference in the finding's unit, with its sign; shares differ by percentage points."""
    if finding.difference is None:
        return UNKNOWN
    written = show(finding).result
    if is_share(finding.unit):
        return word("figures.points", language, value=written)
    return written + write_unit(finding.unit, language, written)


def write_bounds(finding: Finding, language: Language) -> tuple[str, str]:
    """Both ends of the interval: of a share in per cent, of a difference of shares in points; else in the unit."""
    bounds = finding.interval or (float("nan"), float("nan"))
    if not is_share(finding.unit):
        decimals = decimals_for(max(bounds, key=abs), finding.unit)
        low, high = (write_number(bound, decimals) for bound in bounds)
        return low, high
    low, high = (write_number(100 * bound, 1) for bound in bounds)
    is_change = finding.difference is not None
    return low, word("figures.points", language, value=high) if is_change else high + PERCENT


def write_bare_difference(finding: Moved, language: Language) -> str:
    """The difference without its unit, where that stands beside it already; shares keep theirs (points)."""
    if finding.difference is None or is_share(finding.unit):
        return write_difference(finding, language)
    return show(finding).result


def write_change(finding: Moved, language: Language) -> str:
    """The size of a change: per cent of the baseline where there is a base, else the difference."""
    if finding.relative_change is None:
        return write_bare_difference(finding, language)
    return write_signed_percent(finding.relative_change)


def write_direction(finding: Moved, language: Language) -> str:
    """The word that stands beside the colour: better, worse, unchanged, or merely up or down."""
    if not finding.difference:
        return word("figures.same", language)
    if finding.better is not None:
        return word("figures.better" if finding.better else "figures.worse", language)
    return word("figures.up" if finding.difference > 0 else "figures.down", language)


def write_judged(finding: Moved, language: Language) -> str:
    """The word for the direction; that it may be chance where no interval shows that it is not."""
    return add_doubt(write_direction(finding, language), finding, language)


def write_briefly(finding: Moved, language: Language) -> str:
    """The same beside a signed difference in a picture: the direction, or in its place that it may be chance."""
    doubted = bool(finding.difference) and is_unsure(finding)
    return word("figures.chance_short", language) if doubted else write_direction(finding, language)


def add_doubt(told: str, finding: Moved, language: Language) -> str:
    """A verdict, and that the change may be chance where no interval shows that it is not."""
    if not finding.difference or not is_unsure(finding):
        return told
    key = "may_be_chance" if is_perhaps_chance(finding) else "may_be_chance_unknown"
    return word(f"figures.{key}", language, verdict=told)


def write_moves(changes: Sequence[Moved], language: Language) -> str:
    """How many went up, down and neither way: ``เพิ่มขึ้น 2 ตัว, เท่าเดิม 1 ตัว``; nothing of what did not happen."""
    told = count_moves(changes).items()
    rung = find_rung(changes)
    return ", ".join(say_moves(f"figures.moved_{way}", rung, language, n=write_number(n)) for way, n in told if n)


def write_round(round_: Round, language: Language) -> str:
    """A round with its dates: ``ก่อน มี.ค. 2562``."""
    return " ".join(filter(None, (round_.label[language], write_dates(round_, language))))


def write_dates(round_: Round, language: Language) -> str:
    """The dates of a round; nothing where they are just the calendar year that its label ends with."""
    start, end = round_.start, round_.end
    whole = start and end and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year
    named = start and round_.label[language].endswith(write_year(start.year, language))
    return "" if whole and named else write_period(start, end, language)


def write_only(findings: Findings, language: Language) -> str:
    """Whose findings these are: ``เฉพาะ หมู่ 4 บ้านสวนสมมติ · หญิง``; nothing where they are of everybody."""
    names = DOT.join(code_label(group, value)[language] for group, value in findings.only)
    return word("figures.only", language, group=names) if names else ""


def write_version(findings: Findings, language: Language) -> str:
    """By which version of the methods the figures were found; it stands in every file."""
    return word("version.methods", language, version=findings.methods_version)


def write_rounds(findings: Findings, language: Language) -> str:
    """Both rounds with their dates; that they are not known is said."""
    line = DOT.join(write_round(round_, language) for round_ in findings.rounds)
    dated = any(round_.start or round_.end for round_ in findings.rounds)
    return line if dated else f"{line} ({word('figures.no_dates', language)})"
