"""An effect on the environment estimated from a weight: always a range, and only of what really was lost before.

Avoided = (kg dumped or burned before − kg after) × factor ÷ the kg that the factor is for, for one unit of the
material.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.material.balance import Band
from analysis.evidence.material.flows import row_source
from analysis.evidence.material.uses import LOST
from analysis.evidence.material.weighed import add_known
from analysis.evidence.material.whole import Material
from dictionary.load import match_code
from dictionary.nouns import Source
from dictionary.records import Record
from dictionary.squash import squash

TABLE = "factors"
CAVEATS = ("W18",)  # it is estimated and not measured, whatever its range


@dataclass(frozen=True, slots=True)
class Factor:
    """One row of the sheet: ``low`` ≤ ``central`` ≤ ``high`` of ``unit`` for ``per_kg`` kg of a basis; its source.

    ``sources`` are the cells of the row, ``named_at`` the one that says what it applies to, or the row without one.
    """

    name: str
    applies_to: str
    low: float | None
    central: float | None
    high: float | None
    unit: str
    per_kg: float | None
    basis: str
    source: str
    sources: tuple[Source, ...] = ()
    named_at: tuple[Source, ...] = ()

    @property
    def is_ranged(self) -> bool:
        """Whether low, central and high are all there and in their order, for a weight above 0."""
        if self.low is None or self.central is None or self.high is None:
            return False
        return self.low <= self.central <= self.high and (self.per_kg or 0) > 0


@dataclass(frozen=True, slots=True)
class Avoided:
    """What is estimated for one unit of a material: from ``low`` to ``high``, below 0 where more is lost than before.

    ``missing`` is a code of the codelist ``reason``; then nothing is estimated.
    """

    factor: Factor
    resource: str = ""
    kg_before: float | None = None
    kg_after: float | None = None
    low: float | None = None
    central: float | None = None
    high: float | None = None
    missing: str = ""
    sources: tuple[Source, ...] = ()
    caveats: tuple[str, ...] = CAVEATS


def read_factors(records: Sequence[Record]) -> tuple[Factor, ...]:
    """The factors of the sheets, in their order."""
    return tuple(_read(record) for record in records if record.table == TABLE and record.text("factor"))


def _read(record: Record) -> Factor:
    return Factor(
        record.text("factor"),
        record.text("applies_to"),
        record.number("low"),
        record.number("central"),
        record.number("high"),
        record.text("unit"),
        record.number("per_kg"),
        record.code("basis") or "",
        record.text("source"),
        (row_source(record),),
        (record.source(("applies_to", "")) if record.find("applies_to") else row_source(record),),
    )


def estimate_avoided(records: Sequence[Record], materials: Sequence[Material]) -> tuple[Avoided, ...]:
    """For each factor what it tells of each material that it applies to, or why it tells nothing."""
    return tuple(avoided for factor in read_factors(records) for avoided in _estimate(factor, materials))


def _estimate(factor: Factor, materials: Sequence[Material]) -> tuple[Avoided, ...]:
    meant = [one for one in materials if any(_applies(factor, band) for b in one.balances for band in b.bands)]
    fitting = [one for one in meant if one.basis == factor.basis]
    if not factor.is_ranged:
        return (Avoided(factor, missing="factor_range"),)
    if not meant:
        return (Avoided(factor, missing="factor_no_flow"),)
    if not fitting:
        return (Avoided(factor, meant[0].resource, missing="factor_basis"),)
    return tuple(_avoid(factor, one) for one in fitting)


def names_flow(factor: Factor, target: str, use: str | None) -> bool:
    """Whether a factor is of what a flow becomes, by its squashed name, or of the way it ends ("burned")."""
    named = bool(target) and target == squash(factor.applies_to)
    return named or (bool(use) and match_code("flow_use", factor.applies_to) == use)


def _applies(factor: Factor, band: Band) -> bool:
    return names_flow(factor, band.target, band.use)


def _avoid(factor: Factor, material: Material) -> Avoided:
    before, after = ([b for b in one.bands if _applies(factor, b)] for one in material.balances)
    kg_before, kg_after = (add_known(band.kg for band in bands) for bands in (before, after))
    sources = (*factor.sources, *(s for b in (*before, *after) if b.flow for s in b.flow.sources))
    place = (factor, material.resource, kg_before, kg_after)
    if any(balance.missing for balance in material.balances) or kg_before is None or kg_after is None:
        return Avoided(*place, missing="flow_not_weighed", sources=sources)
    if not kg_before or any(band.use not in LOST for band in before if band.kg):
        return Avoided(*place, missing="factor_not_lost_before", sources=sources)
    units = (kg_before - kg_after) / (factor.per_kg or 1)
    low, central, high = sorted(units * (value or 0) for value in (factor.low, factor.central, factor.high))
    return Avoided(*place, low, central, high, sources=tuple(dict.fromkeys(sources)))
