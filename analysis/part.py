"""A part of the members shown on its own (a filter on a page): whether it may be, and what is left where it may not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.beside import Beside
from analysis.compare import Compared
from analysis.crossing import design_of, has_few_broken, has_few_moved, has_small_cell
from analysis.disclosure import PEOPLE, Size, choose_suppressed, is_small
from analysis.findings import PROTECTING, Finding, Group, tell_hidden
from analysis.hiding import count_groups, tell_groups_hidden
from analysis.measured import name_group
from analysis.study import Study
from analysis.write_finding import suppress
from dictionary.load_methods import CROSS, Design, KnownIn, Measure, load_measures, load_method_rows
from dictionary.nouns import Round

MOVED = ("share_better", "share_same", "share_worse")  # together they are all pairs


def why_hidden(whole: pd.DataFrame, part: pd.DataFrame, rounds: Sequence[Round]) -> str:
    """Why a part of the observations must not be shown beside the whole (codelist ``reason``); empty where it may.

    It must not where the part, or the rest that the whole would give away, has fewer people than the disclosure policy
    allows in a round in which it has any.
    """
    everybody, some = (_count_people(frame, rounds) for frame in (whole, part))
    rest = tuple(all_there - there for all_there, there in zip(everybody, some, strict=True))
    hidden = choose_suppressed({0: some, 1: rest} if any(rest) else {0: some})
    return tell_hidden(protects=not is_small(some)) if hidden else ""


class Whole:
    """All members of a project, beside whom parts of them are shown; what was worked out for one part is kept.

    Measures of the same units by the same design hide alike.
    """

    def __init__(self, study: Study) -> None:
        self.study = study
        self._small: dict[tuple[str, Design, tuple[str, ...]], bool] = {}
        self._moved: dict[tuple[str, ...], bool] = {}
        self._hidden: dict[tuple[str, Design, str], Mapping[int, str]] = {}

    def has_small_cell(self, measure: Measure, columns: tuple[str, ...]) -> bool:
        """Whether the groups of several columns crossed have a cell of too few people."""
        asked = measure.observed, design_of(measure), columns
        if asked not in self._small:
            self._small[asked] = has_small_cell(self.study, measure, columns)
        return self._small[asked]

    def has_few_moved(self, measure: Measure, columns: tuple[str, ...]) -> bool:
        """Whether in any group too few got better, stayed or got worse."""
        if columns not in self._moved:
            self._moved[columns] = has_few_moved(self.study, measure, columns)
        return self._moved[columns]

    def why_hidden(self, measure: Measure, column: str, value: str) -> str:
        """Why a group is hidden in the breakdown by its column (codelist ``reason``); "" where it is shown."""
        asked = measure.observed, design_of(measure), column
        if asked not in self._hidden:
            self._hidden[asked] = tell_groups_hidden(self.study, measure, column)
        code = int(self.study.names[column].get_indexer(pd.Index([value]))[0])
        return self._hidden[asked].get(code, "") if code >= 0 else ""

    def list_groups(self, measure: Measure, column: str, only: Mapping[str, str]) -> tuple[Group, ...]:
        """The groups of a column that anybody is in, those not stated last; of a column of ``only`` the one chosen."""
        if not column or column in only:
            return (((column, only[column]),) if column else (),)
        codes = sorted(count_groups(self.study, measure.observed, column), key=lambda code: (code < 0, code))
        stated = any(code >= 0 for code in codes)
        return tuple(name_group(self.study, column, code) for code in codes) if stated else ()


def hide_given_away(compared: Compared, whole: Whole, only: Mapping[str, str]) -> Compared:
    """The findings of a part of the members without those that would give away a few of them beside the whole.

    A number of one group is hidden where the whole project's breakdown by that group hides it. Of several groups
    crossed (two filters, a breakdown inside a filter) all are hidden where any cell of that table is too small.
    No pair is told: the value of one member is a group of one.
    """
    measures = {measure.indicator: measure for measure in load_measures() if measure.about == PEOPLE}
    chosen = tuple(only.items())
    reasons = {
        (key, by): _why_given_away(whole, measure, chosen, by)
        for key, measure in measures.items()
        if measure.observed in whole.study.observed
        for by in _tell_by(measure)
    }
    judged = tuple(_write_hidden(compared.findings, whole, only, reasons))
    paired = _hide_unpaired(judged, measures)
    found = tuple(replace(one, beside=tuple(map(_hide_few, one.beside))) for one in paired)
    gone = {key for (key, by), reason in reasons.items() if reason and not by}
    return replace(
        compared,
        findings=found,
        pairs={},
        excluded=tuple(one for one in compared.excluded if one.indicator not in gone),
    )


def name_given_away(wholes: Sequence[Whole], only: Mapping[str, str]) -> frozenset[str]:
    """The indicators whose trend over the rounds of ``wholes`` would give away a few people beside that of everybody.

    Each whole looks at one round. A trend of a part is hidden where the number of the part in any of them would be.
    """
    measures = [measure for measure in load_measures() if measure.about == PEOPLE]
    asked = ((whole, one) for whole in wholes for one in measures if one.observed in whole.study.observed)
    return frozenset(one.indicator for whole, one in asked if _why_given_away(whole, one, tuple(only.items()), ""))


def _hide_unpaired(findings: Sequence[Finding], measures: Mapping[str, Measure]) -> Iterator[Finding]:
    """The findings without those of all known in a round that, less the pairs, would tell of one to four people."""
    pairs = {
        (measures[one.indicator.key].observed, one.group): one.n_pairs
        for one in findings
        if one.indicator.key in measures and design_of(measures[one.indicator.key]) is Design.PAIRED
    }
    for one in findings:
        measure = measures.get(one.indicator.key)
        n_pairs = pairs.get((measure.observed, one.group)) if measure else None
        is_each = measure is not None and design_of(measure) is Design.EACH_ROUND
        few = n_pairs is not None and is_small(tuple((n or 0) - n_pairs for n in (one.n_baseline, one.n_endline)))
        yield _hide(one, PROTECTING) if is_each and few else one


def _name_column(finding: Finding) -> str:
    return CROSS.join(column for column, _ in finding.group)


def _hide(finding: Finding, reason: str) -> Finding:
    return suppress(finding, protects=reason == PROTECTING) if reason and not finding.suppressed else finding


def _hide_few(one: Beside) -> Beside:
    """An estimate that rests on fewer people than the disclosure policy allows has no figure."""
    return Beside(one.method, reason=tell_hidden(protects=False)) if is_small((one.n or 0,)) else one


def _why_given_away(whole: Whole, measure: Measure, chosen: Sequence[tuple[str, str]], by: str) -> str:
    """Why the number of a part, or its breakdown by a column, is hidden; "" where it may stand.

    The share of a group counts that group: under a filter it is a breakdown by its column.
    """
    shared = [measure.share_of[0]] if measure.share_of else []
    columns = tuple(dict.fromkeys([column for column, _ in chosen] + shared + by.split(CROSS) * bool(by)))
    if measure.method in MOVED and whole.has_few_moved(measure, columns):
        return PROTECTING
    unbroken = load_method_rows()[measure.method].known_in is KnownIn.UNBROKEN
    if unbroken and has_few_broken(whole.study, measure, columns):
        return PROTECTING
    if len(columns) > 1:
        return PROTECTING if whole.has_small_cell(measure, columns) else ""
    return whole.why_hidden(measure, *chosen[0])


def hide_part(compared: Compared, whole: Whole, only: Mapping[str, str], *, protects: bool = False) -> Compared:
    """Every finding that a part may have, without any value, pair or person."""
    reason = tell_hidden(protects=protects)
    reasons = {(one.indicator, by): reason for one in load_measures() for by in _tell_by(one)}
    hidden = _write_hidden((), whole, only, reasons)
    return replace(compared, findings=tuple(hidden), pairs={}, excluded=())


def _write_hidden(
    findings: Sequence[Finding], whole: Whole, only: Mapping[str, str], reasons: Mapping[tuple[str, str], str]
) -> Iterator[Finding]:
    """The findings; where there is a reason to hide those of an indicator and a column, rows without figures.

    There is one for each group that anybody is in: rows left out would tell which groups nobody of the part is in.
    """
    study = whole.study
    for measure in filter(study.tells, load_measures()):
        for by in _tell_by(measure):
            asked = measure.indicator, by
            reason = reasons.get(asked, "")
            groups = whole.list_groups(measure, by, only) if reason else ()
            about = (study.indicators[measure.indicator], study.indicators[measure.indicator].unit, measure.method)
            yield from (suppress(Finding(*about, group), protects=reason == PROTECTING) for group in groups)
            if not reason:
                yield from (one for one in findings if (one.indicator.key, _name_column(one)) == asked)


def _tell_by(measure: Measure) -> tuple[str, ...]:
    """The columns that a measure is parted by, "" for the whole first."""
    return ("", *measure.by)


def _count_people(frame: pd.DataFrame, rounds: Sequence[Round]) -> Size:
    """How many people are there in each round; where presence was not recorded, how many have a row."""
    presences = {measure.presence for measure in load_measures() if measure.about == PEOPLE}
    observed = {measure.observed for measure in load_measures() if measure.about == PEOPLE}
    is_presence = frame["indicator"].isin(presences)
    counted = is_presence & (frame["value"] == 1) if is_presence.any() else frame["indicator"].isin(observed)
    units, when = frame["unit"][counted], frame["round"][counted]
    return tuple(units[when == one.key].nunique() for one in rounds)
