"""A part of the members shown on its own (a filter on a page): whether it may be, and what is left where it may not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from analysis.compare import Compared
from analysis.crossing import has_small_cell
from analysis.disclosure import PEOPLE, Size, choose_suppressed, is_small
from analysis.findings import PROTECTING, Finding, tell_hidden
from analysis.measured import why_group_hidden
from analysis.study import Study
from analysis.write_finding import suppress
from dictionary.load_methods import CROSS, Measure, load_measures
from dictionary.nouns import Round


def why_hidden(whole: pd.DataFrame, part: pd.DataFrame, rounds: Sequence[Round]) -> str:
    """Why a part of the observations must not be shown beside the whole (codelist ``reason``); empty where it may.

    It must not where the part, or the rest that the whole would give away, has fewer people than the disclosure policy
    allows in a round in which it has any.
    """
    everybody, some = (_count_people(frame, rounds) for frame in (whole, part))
    rest = tuple(all_there - there for all_there, there in zip(everybody, some, strict=True))
    hidden = choose_suppressed({0: some, 1: rest} if any(rest) else {0: some})
    return tell_hidden(protects=not is_small(some)) if hidden else ""


def hide_given_away(compared: Compared, whole: Study, only: Mapping[str, str]) -> Compared:
    """The findings of a part of the members without those that would give away a few of them beside the whole.

    A number of one group is hidden where the whole project's breakdown by that group hides it. Of several groups
    crossed (two filters, a breakdown inside a filter) all are hidden where any cell of that table is too small.
    """
    measures = {measure.indicator: measure for measure in load_measures() if measure.about == PEOPLE}
    chosen = tuple(only.items())
    reasons = {
        (key, by): _why_given_away(whole, measure, chosen, by)
        for key, measure in measures.items()
        if measure.observed in whole.observed
        for by in ("", *measure.by)
    }
    found = tuple(_hide(one, reasons.get((one.indicator.key, _name_column(one)), "")) for one in compared.findings)
    gone = {key for (key, by), reason in reasons.items() if reason and not by}
    return replace(
        compared,
        findings=found,
        pairs={key: values for key, values in compared.pairs.items() if key not in gone},
        excluded=tuple(one for one in compared.excluded if one.indicator not in gone),
    )


def _name_column(finding: Finding) -> str:
    return CROSS.join(column for column, _ in finding.group)


def _hide(finding: Finding, reason: str) -> Finding:
    return suppress(finding, protects=reason == PROTECTING) if reason and not finding.suppressed else finding


def _why_given_away(whole: Study, measure: Measure, chosen: Sequence[tuple[str, str]], by: str) -> str:
    """Why the number of a part, or its breakdown by a column, is hidden; "" where it may stand."""
    columns = [column for column, _ in chosen] + by.split(CROSS) * bool(by)
    if len(set(columns)) > 1:
        return PROTECTING if has_small_cell(whole, measure, list(dict.fromkeys(columns))) else ""
    column, value = chosen[0]
    names = whole.names[column].tolist()
    return why_group_hidden(whole, measure, column, names.index(value)) if value in names else ""


def hide_part(compared: Compared, *, protects: bool = False) -> Compared:
    """The same findings without any value, pair or person."""
    hidden = tuple(suppress(finding, protects=protects) for finding in compared.findings)
    return replace(compared, findings=hidden, pairs={}, excluded=())


def _count_people(frame: pd.DataFrame, rounds: Sequence[Round]) -> Size:
    """How many people are there in each round; where presence was not recorded, how many have a row."""
    presences = {measure.presence for measure in load_measures() if measure.about == PEOPLE}
    observed = {measure.observed for measure in load_measures() if measure.about == PEOPLE}
    is_presence = frame["indicator"].isin(presences)
    rows = frame[is_presence & (frame["value"] == 1) if is_presence.any() else frame["indicator"].isin(observed)]
    return tuple(rows.loc[rows["round"] == one.key, "unit"].nunique() for one in rounds)
