"""The cells behind a finding: those of its values, and those that say which group each row belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial

import numpy as np

from analysis.observed import Bools, Observed
from analysis.provenance import Cells, Ints, LaterSources, name_sources
from analysis.study import Study
from dictionary.load_methods import CROSS, Measure, load_method_rows
from dictionary.nouns import Source


def cite_whole(study: Study, measure: Measure) -> Sequence[Source]:
    """The cells behind a measure of the whole project."""
    known_in = load_method_rows()[measure.method].known_in
    if measure.share_of is None:
        return study.sources[measure.observed, known_in]
    return LaterSources(partial(cite_round, study, measure, study.observed[measure.observed].used(known_in)))


def cite_round(study: Study, measure: Measure, used: Bools) -> tuple[Source, ...]:
    """The cells behind a measure, of those ``used`` alone."""
    observed = study.observed[measure.observed]
    if measure.share_of is None:
        return name_sources(observed.cells.take(used), study.places).get(0, ())
    cells, _ = _with_groups(study, observed, measure.share_of[0], used)
    return name_sources(cells, study.places).get(0, ())


def cite_groups(
    study: Study, measure: Measure, column: str, labels: Callable[[], Ints]
) -> Callable[[int], Sequence[Source]]:
    """The cells behind each group (``labels``: the group of every cell), all in one sort when first asked."""
    name = cache(partial(_name_groups, study, measure, column, labels))
    return lambda code: LaterSources(lambda: name().get(code, ()))


def _name_groups(
    study: Study, measure: Measure, column: str, labels: Callable[[], Ints]
) -> Mapping[int, tuple[Source, ...]]:
    observed = study.observed[measure.observed]
    used = observed.used(load_method_rows()[measure.method].known_in)
    found, owners = _with_groups(study, observed, column, used)
    return name_sources(found, study.places, labels()[owners])


def cite_stated(study: Study, measure: Measure, column: str) -> tuple[Source, ...]:
    """The cells behind a measure, and those that say of its units which group they are in, on whatever list."""
    observed = study.observed[measure.observed]
    used = observed.used(load_method_rows()[measure.method].known_in)
    cells, _ = _with_groups(study, observed, column, used)
    parts = [cells]
    presence = study.presence_of(measure.observed)
    if presence is not None:
        told = np.isin(presence.units[presence.owner], observed.units[observed.owner[used]])
        beside, owners = _with_groups(study, presence, column, told)
        parts.append(beside.take(np.arange(owners.size) >= told.sum()))
    joined = Cells(*(np.concatenate(field) for field in zip(*map(_fields, parts), strict=True)))
    return name_sources(joined, study.places).get(0, ())


def _with_groups(study: Study, observed: Observed, column: str, used: Bools) -> tuple[Cells, Ints]:
    """The cells used and, in their rows, those that state the group; with the observed cell each belongs to."""
    own = np.flatnonzero(used)
    stated = np.flatnonzero(used & (observed.groups[column] >= 0))
    parts, owners = [observed.cells.take(own)], [own]
    for number, place in enumerate(study.places):
        rows = stated[observed.cells.place[stated] == number]
        for letter in (letter for part in column.split(CROSS) for letter in place.group_columns.get(part, ())):
            beside = observed.cells.take(rows)
            parts.append(Cells(beside.place, beside.row, np.full_like(beside.row, letter)))
            owners.append(rows)
    return Cells(*(np.concatenate(field) for field in zip(*map(_fields, parts), strict=True))), np.concatenate(owners)


def _fields(cells: Cells) -> tuple[Ints, Ints, Ints]:
    return cells.place, cells.row, cells.column
