"""Who supports whom, in which stage and with what: partners and their ties in two rounds.

A tie is a partner with a kind of support, a stage and a receiver. Several rows of one tie are one tie, and a partner is
there in a round where any of its rows is, as ``partners`` is counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.evidence.dependence import Dependence, Holding, measure_dependence
from analysis.evidence.tie_rows import Amounts, Sides, Status, TieRow, find_recorded, judge, read_rows, split_rows
from analysis.provenance import join_sources
from dictionary.nouns import Round, Source
from dictionary.records import Record


@dataclass(frozen=True, slots=True)
class Partner:
    """One organisation. ``name`` is "" where it looks like a person's: then only the sector is told.

    ``present`` and ``value`` (baht) are of the earlier and the later round, None where not known; of a partner
    whose value is told the value of a round in which it was not there is 0.
    """

    name: str
    sector: str
    present: Sides
    value: Amounts
    status: Status
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Tie:
    """One kind of support by one partner in one stage for one receiver.

    ``kind`` and ``stage`` are codes (or a word of the user's own), "" where not stated; ``receiver`` is a name, "" for
    the whole group. The rest is as of the partner.
    """

    partner: Partner
    kind: str
    stage: str
    receiver: str
    present: Sides
    value: Amounts
    status: Status
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Network:
    """All partners that were there in a round, their ties, and how much rests on one of them in each round."""

    partners: tuple[Partner, ...]
    ties: tuple[Tie, ...]
    dependence: tuple[Dependence, Dependence]
    caveats: tuple[str, ...] = ()

    def ties_of(self, side: int) -> tuple[Tie, ...]:
        """The ties that are known to be there in the earlier (0) or the later (1) round."""
        return tuple(tie for tie in self.ties if tie.present[side])

    @property
    def unnamed(self) -> int:
        """How many partners are not named because their names look like those of people."""
        return sum(not partner.name for partner in self.partners)


def read_network(records: Sequence[Record], rounds: tuple[Round, Round]) -> Network | None:
    """The network of two rounds; None where no partner was there in either."""
    rows = read_rows(records, rounds)
    recorded = find_recorded(rows)
    partners: list[Partner] = []
    ties: list[Tie] = []
    for mine in split_rows(rows, lambda row: row.key):
        partner = _make_partner(mine, recorded)
        if partner:
            partners.append(partner)
            told = (_make_tie(partner, same, recorded) for same in split_rows(mine, lambda row: row.about))
            ties += _doubt([tie for tie in told if tie])
    if not partners:
        return None
    first, last = (_depend(partners, ties, side) for side in (0, 1))
    return Network(tuple(partners), tuple(ties), (first, last))


def _make_partner(rows: Sequence[TieRow], recorded: tuple[bool, bool]) -> Partner | None:
    judged = judge(rows, recorded)
    if judged.status is None:
        return None
    sector = next((row.sector for row in rows if row.sector), "")
    sources = join_sources(row.source for row in rows)
    return Partner(rows[0].name, sector, judged.present, judged.value, judged.status, sources)


def _make_tie(partner: Partner, rows: Sequence[TieRow], recorded: tuple[bool, bool]) -> Tie | None:
    judged = judge(rows, recorded)
    if judged.status is None:
        return None
    sources = join_sources(row.source for row in rows)
    return Tie(partner, *rows[0].about, judged.present, judged.value, judged.status, sources)


def _doubt(ties: Sequence[Tie]) -> list[Tie]:
    """The ties of one partner; where one round leaves open what the other states, nobody knows what began or ended."""
    return [
        replace(tie, status=Status.NOT_KNOWN) if any(_may_be(tie, other) for other in ties) else tie for tie in ties
    ]


def _may_be(tie: Tie, other: Tie) -> bool:
    """Whether a tie of one round alone may be one of the other round alone, told less exactly there."""
    apart = {tie.status, other.status} == {Status.NEW, Status.ENDED} and tie.receiver == other.receiver
    stated = ((tie.kind, other.kind), (tie.stage, other.stage))
    return apart and all(one == two or not (one and two) for one, two in stated)


def _depend(partners: Sequence[Partner], ties: Sequence[Tie], side: int) -> Dependence:
    holdings = [
        Holding(
            partner.name,
            partner.sector,
            partner.value[side],
            sum(tie.partner is partner and bool(tie.present[side]) for tie in ties),
            partner.sources,
        )
        for partner in partners
        if partner.present[side] or partner.value[side]
    ]
    return measure_dependence(holdings)
