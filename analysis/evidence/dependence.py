"""How much of the support rests on one partner: the largest share of the known value and of the ties."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.provenance import join_sources
from dictionary.nouns import Source

MOST_FROM_ONE = 0.5  # W22: a larger share than this from one partner
ONE_GIVES_MOST, SOME_NOT_KNOWN = "W22", "W20"


@dataclass(frozen=True, slots=True)
class Holding:
    """What one partner gives in a round: baht (None: not known) and how many ties."""

    name: str
    sector: str
    value: float | None
    ties: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Largest:
    """Who gives most, and what share (0–1) of all that is known. ``name`` is "" for a name that is not shown.

    ``equals`` counts those who give as much: of several this is the first.
    """

    name: str
    sector: str
    share: float
    equals: int = 1


@dataclass(frozen=True, slots=True)
class Dependence:
    """How much of the support of one round rests on one partner.

    ``value`` is the known baht of ``known`` partners, ``unknown`` more are there without a value; ``ties`` counts the
    ties. ``equal_partners`` says how many partners, each giving the same, would share the value as evenly: one over the
    sum of the squared shares of value (Herfindahl). What has nothing to be a share of is None.
    """

    value: float | None
    known: int
    unknown: int
    ties: int
    by_value: Largest | None
    by_ties: Largest | None
    equal_partners: float | None
    caveats: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()

    @property
    def leading(self) -> Largest | None:
        """Who gives most: by value where any is known, else by ties."""
        return self.by_value or self.by_ties


def measure_dependence(holdings: Sequence[Holding]) -> Dependence:
    """The dependence of one round on the partners that were there."""
    amounts = [0.0 if one.value is None else one.value for one in holdings]
    known = [one.value for one in holdings if one.value is not None]
    unknown = sum(one.value is None for one in holdings)
    shares = _share(amounts)
    by_value = _find_largest(holdings, shares)
    by_ties = _find_largest(holdings, _share([float(one.ties) for one in holdings]))
    leading = by_value or by_ties
    raised = {
        SOME_NOT_KNOWN: unknown > 0 and bool(known),
        ONE_GIVES_MOST: leading is not None and leading.share > MOST_FROM_ONE,
    }
    return Dependence(
        value=sum(known) if known else None,
        known=len(known),
        unknown=unknown,
        ties=sum(one.ties for one in holdings),
        by_value=by_value,
        by_ties=by_ties,
        equal_partners=1 / sum(share**2 for share in shares) if shares else None,
        caveats=tuple(code for code, is_raised in raised.items() if is_raised),
        sources=join_sources(source for one in holdings for source in one.sources),
    )


def _share(amounts: Sequence[float]) -> tuple[float, ...]:
    """Each amount as a share of all; nothing where all are 0, or one is less, or they are too large to add."""
    total = sum(amounts)
    if not amounts or total <= 0 or min(amounts) < 0 or not math.isfinite(total):
        return ()
    return tuple(amount / total for amount in amounts)


def _find_largest(holdings: Sequence[Holding], shares: Sequence[float]) -> Largest | None:
    if not shares:
        return None
    place = shares.index(max(shares))
    return Largest(holdings[place].name, holdings[place].sector, shares[place], shares.count(shares[place]))
