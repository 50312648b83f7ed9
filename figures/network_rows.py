"""The rows and ends of the network picture: partners (or sectors) in the middle, those whom they support outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.evidence.network import Network, Partner, Tie
from analysis.evidence.tie_rows import Sides, Status, find_status
from dictionary.load import code_label, load_codes
from figures.ties import count_statuses, name_status
from figures.wording import DOT
from i18n import Language, word
from i18n.numbers import write_number

MOST_PARTNERS = 40  # more are drawn as sectors
MOST_RECEIVERS = 8  # more are drawn together
SECTOR, KIND, STAGE = "sector", "support_kind", "stage"


@dataclass(frozen=True, slots=True)
class Bond:
    """All ties of one row to one receiver: whether there in each round (None: not known), and what became of it."""

    present: Sides
    status: Status


@dataclass(frozen=True, slots=True)
class Row:
    """A partner or a sector: its name, what stands below it, and its bond to each receiver, by the receiver's place.

    ``heading`` opens the rows of a status.
    """

    name: str
    detail: str
    status: Status | None
    bonds: Mapping[int, Bond]
    heading: str = ""


def list_receivers(network: Network) -> tuple[str, ...]:
    """Those who are supported, the whole group ("") first, then by number of ties; the last may stand for the rest."""
    counts = Counter(tie.receiver for tie in network.ties)
    return tuple(sorted(counts, key=lambda name: (name != "", -counts[name], name)))


def name_receivers(network: Network, language: Language) -> tuple[str, ...]:
    """What the receivers that are drawn are called."""
    names = [name or word("figures.whole_group", language) for name in list_receivers(network)]
    if len(names) <= MOST_RECEIVERS:
        return tuple(names)
    return (*names[: MOST_RECEIVERS - 1], word("figures.other_receivers", language))


def list_rows(network: Network, language: Language, by_sector: bool = False) -> tuple[Row, ...]:
    """Partners by what became of them, or sectors; in the order of the sectors."""
    return tuple(_list_sectors(network, language) if by_sector else _list_partners(network, language))


def name_partner(partner: Partner, language: Language) -> str:
    """A partner's name; that of a person is not shown, but the sector."""
    return partner.name or word("figures.unnamed_partner", language, sector=name_sector(partner.sector, language))


def name_sector(sector: str, language: Language) -> str:
    """What a sector is called; where none is stated that is said."""
    return code_label(SECTOR, sector)[language] if sector else word("figures.not_stated", language)


def _list_partners(network: Network, language: Language) -> Iterable[Row]:
    opened: Status | None = None
    counts = count_statuses(partner.status for partner in network.partners)
    for partner in sorted(network.partners, key=_rank):
        ties = [tie for tie in network.ties if tie.partner is partner]
        opens = partner.status is not opened
        opened = partner.status
        told = {"status": name_status(opened, language), "n": write_number(counts[opened])}
        heading = word("figures.status_count", language, **told) if opens else ""
        detail = DOT.join(dict.fromkeys(_tell_tie(tie, language) for tie in ties))
        yield Row(name_partner(partner, language), detail, opened, _bond(ties, network), heading)


def _rank(partner: Partner) -> tuple[int, bool, int]:
    """By status, then by sector; in the order of the sheet within."""
    codes = list(load_codes(SECTOR))
    known = codes.index(partner.sector) if partner.sector in codes else len(codes)
    return list(Status).index(partner.status), not partner.sector, known


def _tell_tie(tie: Tie, language: Language) -> str:
    """Kind and stage of a tie, as far as they are stated: ``งบประมาณ (ร่วมคิด)``."""
    kind = code_label(KIND, tie.kind)[language] if tie.kind else ""
    stage = code_label(STAGE, tie.stage)[language] if tie.stage else ""
    return f"{kind} ({stage})" if kind and stage else kind or stage


def _list_sectors(network: Network, language: Language) -> Iterable[Row]:
    sectors = dict.fromkeys(partner.sector for partner in sorted(network.partners, key=lambda one: _rank(one)[1:]))
    for sector in sectors:
        partners = [partner for partner in network.partners if partner.sector == sector]
        ties = [tie for tie in network.ties if tie.partner.sector == sector]
        counts = count_statuses(partner.status for partner in partners)
        told = (f"{name_status(status, language)} {write_number(count)}" for status, count in counts.items())
        yield Row(name_sector(sector, language), DOT.join(told), None, _bond(ties, network))


def _bond(ties: Sequence[Tie], network: Network) -> Mapping[int, Bond]:
    """The bond to each receiver: several ties to one are one bond."""
    order = list_receivers(network)
    last = len(order) - 1 if len(order) <= MOST_RECEIVERS else MOST_RECEIVERS - 1
    bonds: dict[int, list[Tie]] = {}
    for tie in ties:
        bonds.setdefault(min(order.index(tie.receiver), last), []).append(tie)
    return {place: _join(mine) for place, mine in bonds.items()}


def _join(ties: Sequence[Tie]) -> Bond:
    """Continuing where some were there before and some after; what is doubted of all of them stays doubted."""
    first, last = (_any(tie.present[side] for tie in ties) for side in (0, 1))
    status = find_status((first, last)) or Status.NOT_KNOWN
    doubted = all(tie.status is Status.NOT_KNOWN for tie in ties) and status is not Status.CONTINUING
    return Bond((first, last), Status.NOT_KNOWN if doubted else status)


def _any(there: Iterable[bool | None]) -> bool | None:
    said = set(there)
    return True if True in said else None if None in said else False
