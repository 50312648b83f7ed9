"""The findings of one row of ``measures.csv``: in total, and for each group of its disaggregations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from analysis.breakdown import CELL_GROUPS, ROW_GROUPS, Breakdown, split_cells, split_rows, split_units
from analysis.caveats import Facts
from analysis.cited import cite_groups, cite_whole
from analysis.crossing import count_pairs, design_of, group_units
from analysis.disclosure import PEOPLE, is_small
from analysis.estimators import Values, list_beside
from analysis.findings import Finding, Group, PairedValues
from analysis.hiding import find_hidden, hides_stated
from analysis.methods import METHODS
from analysis.observed import UNKNOWN_GROUP, read_groups
from analysis.outside import count_outside
from analysis.provenance import Ints
from analysis.sample import Sample
from analysis.statistics import Floats
from analysis.study import Study
from analysis.write_finding import Subject, suppress, write_finding
from dictionary.load_indicators import is_share
from dictionary.load_methods import CROSS, Design, KnownIn, Measure, load_method_rows
from dictionary.nouns import NOT_STATED, Source


def find_measured(study: Study, measure: Measure) -> tuple[Finding, ...]:
    """All findings of a measure; none where nothing can be told of it."""
    if not study.tells(measure):
        return ()
    groups = (finding for column in measure.by for finding in _find_groups(study, measure, column))
    return (_find_total(study, measure), *groups)


def take_pairs(study: Study, measure: Measure) -> PairedValues:
    """The values behind a paired measure, in the order of their size, so that none can be told by its place."""
    observed = study.observed[measure.observed]
    before, after = observed.known
    baseline, endline = (values[observed.paired] for values in observed.values)
    both = np.empty(baseline.size, np.complex128)  # which are sorted by their first part, then by the other
    both.real, both.imag = baseline, endline
    both.sort()
    alone = int((before & ~after).sum()), int((after & ~before).sum())
    apart = (np.sort(observed.values[0][before]), np.sort(observed.values[1][after])) if all(alone) else None
    return PairedValues(both.real.copy(), both.imag.copy(), *alone, apart=None if baseline.size else apart)


def _find_total(study: Study, measure: Measure) -> Finding:
    """The finding for the whole project; the share of a group is hidden where the group's own number would be."""
    sample = study.sample_for(measure)
    if measure.share_of:
        sample = _take_share(study, measure, sample)
    subject = Subject(study.indicators[measure.indicator], measure.method, (), study.target_of(measure.indicator))
    facts = replace(_collect_facts(study, measure, sample), is_whole=True)
    is_paired = load_method_rows()[measure.method].known_in is KnownIn.BOTH
    outside = count_outside(study, measure, sample, is_paired=is_paired)
    finding = write_finding(subject, replace(facts, outside=outside), cite_whole(study, measure))
    if _reveals_group(study, measure):
        return suppress(finding, protects=True)
    values = Values(sample, finding.endline)
    return replace(finding, beside=list_beside(finding.indicator, load_method_rows()[measure.method], values))


def _find_groups(study: Study, measure: Measure, column: str) -> tuple[Finding, ...]:
    """A finding for each group, small groups of people suppressed; none where no group is stated."""
    breakdown = _split(study, measure, column)
    if column in CELL_GROUPS:
        study.sizes[measure.observed, column] = breakdown.sizes
    sources = cite_groups(study, measure, column, breakdown.labels)
    groups = {
        code: _find_group(study, measure, (column, code), (sample, sources(code)))
        for code, sample in breakdown.samples.items()
        if any(breakdown.sizes[code]) or any(sample.unknown) or _states_zero(measure, sample)
    }
    if not groups.keys() - {UNKNOWN_GROUP}:
        return ()
    hidden = find_hidden(study, measure, column)
    return tuple(
        suppress(finding, protects=not is_small(breakdown.sizes[code])) if code in hidden else finding
        for code, finding in groups.items()
    )


def _states_zero(measure: Measure, sample: Sample) -> bool:
    """Whether a group of organisations states amounts that are all 0 (of people that would tell each one's)."""
    return measure.about != PEOPLE and measure.observed != measure.presence and any(sample.counts)


def _find_group(
    study: Study, measure: Measure, group: tuple[str, int], part: tuple[Sample, Sequence[Source]]
) -> Finding:
    column, code = group
    subject = Subject(study.indicators[measure.indicator], measure.method, name_group(study, column, code))
    better = study.indicators[measure.observed].better
    sample = part[0] if part[0].better is better else replace(part[0], better=better)
    return write_finding(subject, _collect_facts(study, measure, sample), part[1])


def name_group(study: Study, column: str, code: int) -> Group:
    """The group of a code: one column and its value, or of a crossing two."""
    columns = column.split(CROSS)
    name = NOT_STATED if code == UNKNOWN_GROUP else study.names[column][code]
    if len(columns) == 1:  # a name of the user's own may hold any sign
        return ((column, name),)
    names = [NOT_STATED] * len(columns) if code == UNKNOWN_GROUP else name.split(CROSS)
    return tuple(zip(columns, names, strict=True))


def _split(study: Study, measure: Measure, column: str) -> Breakdown:
    observed = study.observed[measure.observed]
    if column in CELL_GROUPS:
        return split_cells(observed, column)
    if column in ROW_GROUPS:
        return split_rows(observed, column, study.indicators[measure.observed].within_unit == "max")
    breakdown = split_units(observed, group_units(study, measure, column))
    if design_of(measure) is not Design.PAIRED:
        return breakdown
    return replace(breakdown, sizes={code: count_pairs(sample) for code, sample in breakdown.samples.items()})


def _reveals_group(study: Study, measure: Measure) -> bool:
    """Whether a share of a group would tell a number that the breakdown by that group hides.

    It may stand beside a few who state no group: they are left out of it and listed.
    """
    return measure.share_of is not None and hides_stated(study, measure, measure.share_of[0])


def _take_share(study: Study, measure: Measure, sample: Sample) -> Sample:
    """1 for those there and in the group, 0 for those there and in another; nobody else is counted."""
    column, name = measure.share_of or ("", "")
    observed = study.observed[measure.observed]
    codes = read_groups(study.presence_of(measure.observed) or observed, column, observed.units)
    wanted = study.names[column].tolist().index(name) if name in study.names[column] else UNKNOWN_GROUP
    sides = [_mark(values, code, wanted) for values, code in zip(sample.sides, codes, strict=True)]
    return replace(sample, baseline=sides[0], endline=sides[1], unknown=(0, 0))


def _mark(presence: Floats, codes: Ints, wanted: int) -> Floats:
    return np.where((presence == 1) & (codes >= 0), np.where(codes == wanted, 1.0, 0.0), np.nan)


def _collect_facts(study: Study, measure: Measure, sample: Sample) -> Facts:
    return Facts(
        change=METHODS[measure.method](sample),
        design=design_of(measure),
        method=measure.method,
        sample=sample,
        about=measure.about,
        share=is_share(study.indicators[measure.indicator].unit),
        match=study.matches[measure.observed],
        unknown=sum(sample.unknown),
        without_row=int(sample.paired.sum()) - min(sample.stated) if sample.stated else 0,
    )
