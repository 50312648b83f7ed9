"""The indicator that a row of the chain names: its values from the findings, or else those typed in the row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from analysis.evidence.chain import Goal
from analysis.findings import Finding
from dictionary.load_indicators import is_share, load_indicators, match_indicator, match_unit
from dictionary.nouns import Better, Indicator, Round
from dictionary.records import Place, Record
from dictionary.squash import squash

NO_COMPARISON, TYPED = "W01", "W12"
ALIKE = 1e-6  # of a value: typed and computed values that differ by less are the same


@dataclass(frozen=True, slots=True)
class Known:
    """What the findings hold: the whole-project findings by every way of naming their indicator, and the rounds."""

    findings: Mapping[str, Finding]
    rounds: tuple[Round, Round]

    def find(self, name: str) -> Finding | None:
        """The finding of the indicator that a typed name means."""
        return self.findings.get(match_indicator(name) or "") or self.findings.get(squash(name))


def know(findings: Sequence[Finding], rounds: tuple[Round, Round]) -> Known:
    """The findings by key and by both labels; of two that are called the same the first counts."""
    named: dict[str, Finding] = {}
    for finding in findings:
        if not finding.group:
            label = finding.indicator.label
            for name in (finding.indicator.key, squash(label.th), squash(label.en)):
                named.setdefault(name, finding)
    return Known(named, rounds)


def read_goal(record: Record, known: Known) -> Goal | None:
    """The indicator of a row; None where the row names none and has no value."""
    name, typed = record.text("indicator"), _read_typed(record, known.rounds)
    finding = known.find(name) if name else None
    if finding:
        return _from_finding(finding, typed, record)
    if not name and all(value is None for value in typed):
        return None
    indicator = load_indicators().get(match_indicator(name) or "")
    unit, factor = _read_unit(record, indicator, typed)
    baseline, actual, target = (None if value is None else value * factor for value in typed)
    return Goal(
        name=name or record.text("node"),
        unit=unit,
        better=_read_better(record, indicator),
        baseline=baseline,
        actual=actual,
        target=target,
        indicator=indicator,
        caveats=(NO_COMPARISON, TYPED),
        sources=(record.source(*_places(known.rounds)),),
        missing="" if actual is not None else "not_stated",
    )


def join_goals(goals: Iterable[Goal]) -> tuple[Goal, ...]:
    """One goal for each indicator: what one row leaves blank another may say, as where each round has its own sheet."""
    joined: dict[tuple[str, str], Goal] = {}
    for goal in goals:
        key = (squash(goal.name), goal.unit)
        joined[key] = _fill(joined[key], goal) if key in joined else goal
    return tuple(joined.values())


def _fill(goal: Goal, other: Goal) -> Goal:
    actual = other.actual if goal.actual is None else goal.actual
    return replace(
        goal,
        baseline=other.baseline if goal.baseline is None else goal.baseline,
        actual=actual,
        target=other.target if goal.target is None else goal.target,
        better=other.better if goal.better is Better.NEITHER else goal.better,
        overruled=goal.overruled or other.overruled,
        sources=tuple(dict.fromkeys((*goal.sources, *other.sources))),
        missing=goal.missing if goal.computed or actual is None else "",
    )


def _from_finding(finding: Finding, typed: tuple[float | None, ...], record: Record) -> Goal:
    """The values of a finding; a target of the row goes before that of the summary sheet, its values give way."""
    factor = _read_factor(record, finding.unit, typed)
    before, after, target = (None if value is None or factor is None else value * factor for value in typed)
    unlike = _differ(before, finding.baseline) or _differ(after, finding.endline) or (factor is None and any(typed))
    goal = goal_of(finding)
    return replace(
        goal,
        target=goal.target if target is None else target,
        overruled=bool(unlike) and not finding.suppressed,
        sources=(*goal.sources, *((record.source(("target", "")),) if target is not None else ())),
    )


def goal_of(finding: Finding) -> Goal:
    """The values and the target of a finding, as an indicator on its way."""
    return Goal(
        name=finding.indicator.label.th,
        unit=finding.unit,
        better=finding.indicator.better,
        baseline=finding.baseline,
        actual=finding.endline,
        target=finding.target,
        indicator=finding.indicator,
        computed=True,
        caveats=finding.caveats,
        sources=tuple(finding.sources),
        missing="suppressed" if finding.suppressed else finding.missing,
    )


def _read_better(record: Record, indicator: Indicator | None) -> Better:
    """The direction of the dictionary, or where it has none the one that the row states."""
    if indicator and indicator.better is not Better.NEITHER:
        return indicator.better
    return Better(record.code("better") or Better.NEITHER)


def _read_typed(record: Record, rounds: tuple[Round, Round]) -> tuple[float | None, float | None, float | None]:
    before, after = (record.number("value", one.key) for one in rounds)
    return before, after, record.number("target")


def _places(rounds: tuple[Round, Round]) -> tuple[Place, ...]:
    return ("indicator", ""), *(("value", one.key) for one in rounds), ("target", "")


def _read_unit(record: Record, indicator: Indicator | None, typed: Sequence[float | None]) -> tuple[str, float]:
    """The unit of the typed values and what they are multiplied by; a unit that nobody knows stands as typed."""
    meant = match_unit(record.text("unit")) if record.text("unit") else ()
    if meant:
        return meant[0].unit, _scale(meant[0].unit, meant[0].factor, typed)
    if record.text("unit") or not indicator:
        return record.text("unit"), 1.0
    return indicator.unit, _scale(indicator.unit, 0.01 if is_share(indicator.unit) else 1.0, typed)


def _read_factor(record: Record, unit: str, typed: Sequence[float | None]) -> float | None:
    """What the typed values are multiplied by to be in a unit; None where they are in another one."""
    text = record.text("unit")
    if not text:
        return _scale(unit, 0.01 if is_share(unit) else 1.0, typed)
    meant = next((one for one in match_unit(text) if one.unit == unit), None)
    if meant:
        return _scale(unit, meant.factor, typed)
    return 1.0 if squash(text) == squash(unit) else None


def _scale(unit: str, factor: float, typed: Sequence[float | None]) -> float:
    """Per cent whose values are all from 0 to 1 were typed as shares."""
    values = [value for value in typed if value is not None]
    within = is_share(unit) and all(0 <= value <= 1 for value in values) and any(0 < value < 1 for value in values)
    return 1.0 if within else factor


def _differ(typed: float | None, found: float | None) -> bool:
    if typed is None:
        return False
    return found is None or abs(typed - found) > ALIKE * max(abs(typed), abs(found))
