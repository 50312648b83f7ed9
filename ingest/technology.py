"""Sheets of technology: each measure of each channel is an indicator of the sheet's own, beside the rows as records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from dictionary.load import code_label, load_codes
from dictionary.load_indicators import UnitSpelling, find_unit, is_share, match_unit, unit_label
from dictionary.nouns import Better, Dimension, Indicator, Problem, Round
from dictionary.records import Record
from dictionary.squash import squash
from i18n import Text
from ingest.cells import Cells, Labels, Mask, report
from ingest.channel_words import add_kinds, tell_named_by_measure
from ingest.clean import Floats, Problems, clean_numbers
from ingest.dimension_words import OF_KIND
from ingest.duplicates import drop_repeated
from ingest.parts import Part
from ingest.records import list_records, read_records
from ingest.results import TableResult, has_round, key_cells, place_of, rounds_of
from ingest.rows import Rows
from ingest.shares import scale_shares

OWN = "technology_"  # how the keys of these indicators begin
VALUE, OUTPUT = "value", "output"
NO_UNIT = UnitSpelling("", 1.0)

Name = tuple[str, str]  # a channel and what is measured of it


def read_technology(sheets: Sequence[Rows], waves: Sequence[Round]) -> TableResult:
    """The records of all rows; the values of those that have any as typed figures of indicators of their own.

    A second row of the same measure of the same channel is left out; a row without any value is no figure.
    """
    lines = [add_kinds(list_records(rows, waves)) for rows in sheets]
    keys = _name_keys(chain.from_iterable(lines))
    keyed = [_key_rows(rows, records, keys) for rows, records in zip(sheets, lines, strict=True)]
    kept, repeated = drop_repeated(keyed, "duplicate_indicator")
    result = read_records(kept, waves)
    result = replace(result, records=add_kinds(result.records))
    named = chain.from_iterable(map(tell_named_by_measure, kept))
    units = _choose_units(result.records, keys)
    figures = [_read_figures(rows, waves, (keys, units)) for rows in kept]
    return replace(
        result,
        parts=(*result.parts, *chain.from_iterable(parts for parts, _ in figures)),
        problems=(*result.problems, *named, *repeated, *chain.from_iterable(odd for _, odd in figures)),
        indicators={keys[name]: _define(record, keys[name], units) for name, record in _first(result.records, keys)},
    )


def _name(record: Record) -> Name:
    return squash(record.text("item")), squash(record.code("measure") or record.text("measure"))


def _name_keys(records: Iterable[Record]) -> dict[Name, str]:
    """A key for each measure of a channel that has a value in any row."""
    valued = (_name(one) for one in records if any(column == VALUE for column, _ in one.entries))
    return {name: f"{OWN}{number}" for number, name in enumerate(dict.fromkeys(valued), start=1)}


def _key_rows(rows: Rows, records: Sequence[Record], keys: Mapping[Name, str]) -> Rows:
    """The rows with these keys as ids; a row that is no figure has one of its own, so that none repeats another."""
    ids = [keys.get(_name(record), f"{place_of(rows)} {record.row}") for record in records]
    names = list(dict.fromkeys(ids))
    places = {name: place for place, name in enumerate(names)}
    return replace(rows, ids=Labels(np.array([places[one] for one in ids], dtype=np.intp), tuple(names)))


def _first(records: Iterable[Record], keys: Mapping[Name, str]) -> list[tuple[Name, Record]]:
    """The first row of each indicator."""
    first: dict[Name, Record] = {}
    for record in records:
        first.setdefault(_name(record), record)
    return [(name, record) for name, record in first.items() if name in keys]


def _choose_units(records: Iterable[Record], keys: Mapping[Name, str]) -> dict[str, UnitSpelling]:
    """The unit of each indicator: the first that a row of it names."""
    units: dict[str, UnitSpelling] = {}
    for record in records:
        key, text = keys.get(_name(record)), record.text("unit")
        if key and text:
            units.setdefault(key, _read_unit(text))
    return units


def _read_unit(text: str) -> UnitSpelling:
    return next(iter(match_unit(text)), UnitSpelling(text, 1.0))


def _define(record: Record, key: str, units: Mapping[str, UnitSpelling]) -> Indicator:
    """The indicator of a row: more is better unless its sheet says otherwise."""
    item, measure, unit = record.text("item"), record.code("measure"), units.get(key, NO_UNIT).unit
    what = code_label("technology_measure", measure) if measure else Text("", "")
    return Indicator(
        key=key,
        label=Text(*(": ".join(filter(None, (item, text))) for text in (what.th, what.en))),
        unit=unit,
        dimension=OF_KIND.get(find_unit(unit).kind, Dimension.SOCIAL),
        better=Better(record.code("better") or Better.HIGHER),
        chain_level=OUTPUT,
    )


def _read_figures(
    rows: Rows, waves: Sequence[Round], known: tuple[Mapping[Name, str], Mapping[str, UnitSpelling]]
) -> tuple[list[Part], Problems]:
    """The observations of each round; a value in another unit than the same measure elsewhere is not used."""
    keys, units = known
    names = [keys.get(_name(record)) for record in list_records(rows, waves)]
    wanted = np.array([name is not None for name in names], dtype=bool)
    chosen = [units.get(name or "", NO_UNIT) for name in names]
    clashes = _find_clashes(rows, waves, chosen)
    factors = np.array([np.nan if i in clashes else unit.factor for i, unit in enumerate(chosen)], dtype=float)
    spoken = [wave.key for wave in waves if wave.key in rounds_of(rows) and has_round(rows, VALUE, wave.key)]
    cells = {key: one for key in spoken if (one := rows.cells(VALUE, key)) is not None}
    if not cells:  # a list of works has no figures
        return [], tuple(clashes.values())
    measures = (record.code("measure") for record in list_records(rows, waves))
    counted = np.array([measure in load_codes("technology_measure") for measure in measures], dtype=bool)
    numbers, below = _drop_below(cells, counted)
    scaled, odd = scale_shares(cells, numbers, factors, np.array([is_share(one.unit) for one in chosen], dtype=bool))
    whole = Labels(np.zeros(int(wanted.sum()), dtype=np.intp), ("",))
    ids, lines, place = rows.ids.take(wanted), rows.lines[wanted], place_of(rows)
    parts = [
        Part(ids, key, place, whole, values[wanted], lines, cells[key].column, typed=True)
        for key, values in scaled.items()
    ]
    return parts, (*clashes.values(), *below, *odd)


def _drop_below(cells: Mapping[str, Cells], counted: Mask) -> tuple[dict[str, Floats], Problems]:
    """The numbers of each round; of what is counted (followers, orders) there are none below 0, and such is said."""
    numbers = {key: clean_numbers(one)[0] for key, one in cells.items()}
    below = {key: counted & (values < 0) for key, values in numbers.items()}
    kept = {key: np.where(below[key], np.nan, values) for key, values in numbers.items()}
    return kept, tuple(one for key, cell in cells.items() for one in report("count_negative", cell, below[key]))


def _find_clashes(rows: Rows, waves: Sequence[Round], chosen: Sequence[UnitSpelling]) -> dict[int, Problem]:
    cells = rows.cells("unit") or key_cells(rows)
    texts = [record.text("unit") for record in list_records(rows, waves)]
    return {
        place: cells.problem("unit_differs_between_rounds", place, text, unit_label(unit.unit))
        for place, (text, unit) in enumerate(zip(texts, chosen, strict=True))
        if text and unit is not NO_UNIT and _read_unit(text) != unit
    }
