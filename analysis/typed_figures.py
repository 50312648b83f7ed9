"""Findings from figures typed into the summary sheet: as typed, one for each indicator."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from analysis.beside import Beside
from analysis.caveats import Facts
from analysis.findings import Finding
from analysis.provenance import Cells, name_sources
from analysis.sample import Change, subtract
from analysis.study import Study
from analysis.write_finding import Subject, write_finding
from dictionary.load_estimators import find_estimation
from dictionary.load_indicators import is_share
from dictionary.load_methods import Design, load_method_rows
from dictionary.nouns import Source

METHOD = "typed_figure"


def find_typed(study: Study) -> tuple[Finding, ...]:
    """A finding for each indicator of the summary sheet that has a figure of either round, in its order."""
    figures = study.typed[study.typed["round"].isin(study.rounds)]
    return tuple(
        _find_one(study, str(key), figures[figures["indicator"] == key]) for key in figures["indicator"].unique()
    )


def read_figure(study: Study, key: str, round_key: str) -> tuple[float | None, int | None, tuple[Source, ...]]:
    """The figure of an indicator typed for one round, its n and its cells."""
    figures = study.typed[(study.typed["indicator"] == key) & (study.typed["round"] == round_key)]
    value = _add(figures["value"])
    finite = value is not None and np.isfinite(value)
    return value if finite else None, _whole(_first(figures["n"])), _name_cells(study, figures)


def _find_one(study: Study, key: str, figures: pd.DataFrame) -> Finding:
    indicator = study.indicators[key]
    change = _compare(*(figures[figures["round"] == name] for name in study.rounds))
    subject = Subject(indicator, METHOD, (), study.target_of(key))
    facts = Facts(change, Design.TYPED, share=is_share(indicator.unit))
    finding = write_finding(subject, facts, _name_cells(study, figures))
    row = find_estimation(indicator, load_method_rows()[METHOD], Design.TYPED)
    return replace(finding, beside=tuple(Beside(code, reason=row.reason) for code in row.estimators) if row else ())


def _compare(before: pd.DataFrame, after: pd.DataFrame) -> Change:
    baseline, endline = _add(before["value"]), _add(after["value"])
    return Change(
        baseline=baseline,
        endline=endline,
        difference=subtract(baseline, endline),
        n_baseline=_whole(_first(before["n"])),
        n_endline=_whole(_first(after["n"])),
        missing=_why_missing(baseline, endline, (before.empty, after.empty)),
    )


def _add(values: pd.Series[float]) -> float | None:
    """The figure typed in one cell, or what those of the months add up to."""
    known = values.dropna()
    return float(known.sum()) if len(known) else None


def _first(values: pd.Series[float]) -> float | None:
    known = values.dropna()
    return float(known.iloc[0]) if len(known) else None


def _whole(number: float | None) -> int | None:
    return None if number is None or not np.isfinite(number) else round(number)


def _why_missing(baseline: float | None, endline: float | None, empty: tuple[bool, bool]) -> str:
    if baseline is None and endline is None:
        return "not_stated"
    if baseline is None:
        return "endline_only" if empty[0] else "baseline_unknown"
    if endline is None:
        return "baseline_only" if empty[1] else "endline_unknown"
    return ""


def _name_cells(study: Study, figures: pd.DataFrame) -> tuple[Source, ...]:
    cells = Cells(*(figures[name].to_numpy(np.int64) for name in ("source", "row", "column")))
    return name_sources(cells, study.places).get(0, ())
