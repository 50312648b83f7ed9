"""Which estimates stand beside a finding: by the scale of its indicator and the design of its method."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dictionary.load_indicators import load_units
from dictionary.load_methods import Design, Method
from dictionary.nouns import Indicator
from dictionary.rows import read_rows, read_text
from i18n import Text

ANY = "*"
OTHER = "other"  # the kind of a unit that the user wrote


@dataclass(frozen=True, slots=True)
class Estimator:
    """A row of ``estimators.csv``: what is estimated, how, on which assumption, after whom.

    ``unit``: ``same`` as the finding's, a ``share`` (0–1), an ``index`` without unit, or the ``statistic`` of a test.
    """

    code: str
    unit: str
    label: Text
    formula: Text
    assumption: Text
    reference: str


@dataclass(frozen=True, slots=True)
class Estimation:
    """A row of ``estimation.csv``: the estimators of a scale under a design, or the reason why nothing is tested."""

    scale: str
    design: str
    estimators: tuple[str, ...]
    reason: str


@cache
def load_estimators() -> dict[str, Estimator]:
    """Every estimator by its code."""
    return {row["estimator"]: _read_estimator(row) for row in read_rows("estimators")}


@cache
def load_estimation() -> tuple[Estimation, ...]:
    """The table of scale × design, in order; the first row that fits holds."""
    return tuple(
        Estimation(row["scale"], row["design"], tuple(row["estimators"].split(";")), row["reason"])
        for row in read_rows("estimation")
    )


def find_scale(indicator: Indicator, method: Method) -> str:
    """What kind of quantity a finding is of: the first row of ``scales.csv`` that fits its unit, roll-up and method."""
    unit = load_units().get(indicator.unit)
    wanted = (unit.kind if unit else OTHER, indicator.aggregation, method.code)
    return next(row[-1] for row in _scale_rows() if _fits(row[:-1], wanted))


def find_estimation(indicator: Indicator, method: Method, design: Design) -> Estimation | None:
    """The row of the table that holds for a finding; None where the table has none."""
    wanted = (find_scale(indicator, method), design.value)
    return next((row for row in load_estimation() if _fits((row.scale, row.design), wanted)), None)


@cache
def _scale_rows() -> tuple[Sequence[str], ...]:
    return tuple((row["kind"], row["aggregation"], row["method"], row["scale"]) for row in read_rows("scales"))


def _fits(pattern: Iterable[str], wanted: Iterable[str]) -> bool:
    return all(part in {ANY, value} for part, value in zip(pattern, wanted, strict=True))


def _read_estimator(row: dict[str, str]) -> Estimator:
    return Estimator(
        code=row["estimator"],
        unit=row["unit"],
        label=read_text(row, "label"),
        formula=read_text(row, "formula"),
        assumption=read_text(row, "assumption"),
        reference=row["reference"],
    )
