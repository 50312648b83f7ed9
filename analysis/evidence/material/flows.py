"""The rows of the sheet of material flows as flows: from, to, fresh or dry, and the weight in each round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from analysis.evidence.material.row_rounds import list_rounds
from analysis.evidence.material.uses import GUESSED, infer_use
from analysis.statistics import mean_interval
from dictionary.load import load_spellings_of
from dictionary.nouns import Source
from dictionary.records import Record
from dictionary.squash import squash

TABLE = "flows"
TOTAL = "total_row"
WHOLE = "="  # stands for where the material itself comes from: a row from a thing to itself says what the whole weighs
FRESH, DRY = "fresh", "dry"

Key = tuple[str, str, str, str]  # squashed resource ("" where the row names none), from and to, and the basis
Way = tuple[str, str, str]  # squashed from and to, and the use


@dataclass(frozen=True, slots=True)
class Weight:
    """What one flow weighs in one round, for one unit of the material.

    ``kg`` None: the cell is blank or cannot be read, which is not known and never 0. ``n`` samples were weighed,
    ``sd`` is their standard deviation, ``interval`` the 95 % interval of the mean where n ≥ 2 and the sd is known.
    """

    kg: float | None = None
    baht: float | None = None
    n: int | None = None
    sd: float | None = None
    interval: tuple[float, float] | None = None
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class Flow:
    """One way that the material goes. ``use`` is a code of ``flow_use`` or "" where the row neither says nor hints.

    ``how_known``: ``stated`` by the row, ``guessed`` from the name of what it becomes, ``valued`` (it has a price and
    so is a product), or "" where it is not known. ``basis`` is ``fresh`` or ``dry``; ``assumed`` where it is blank.
    """

    resource: str
    origin: str
    target: str
    basis: str
    use: str = ""
    how_known: str = ""
    assumed: bool = False
    how_weighed: str = ""
    weights: Mapping[str, Weight] = field(default_factory=dict)
    sources: tuple[Source, ...] = ()

    @property
    def ends(self) -> tuple[str, str]:
        """From and to, as they are compared: spaces, marks and capitals make no other thing."""
        return _compare(self.origin, self.target)

    @property
    def key(self) -> Way:
        """What tells a flow from the others of its material and basis."""
        return (*self.ends, self.use)

    def kg(self, round_key: str) -> float | None:
        """The weight in a round; a flow without a row in a round that others have is none: 0."""
        return self.weights[round_key].kg if round_key in self.weights else 0.0


@lru_cache(maxsize=2048)
def _compare(origin: str, target: str) -> tuple[str, str]:
    return squash(origin) or f"{WHOLE}{squash(target)}", squash(target)


def read_flows(records: Sequence[Record], rounds: Sequence[str]) -> tuple[Flow, ...]:
    """The flows of the sheets, rows of the same flow joined: those of one round are added, as their kg are."""
    rows = [record for record in records if record.table == TABLE and record.text("from_node") and _speaks(record)]
    read = [_read_flow(one, spoken) for one, spoken in zip(rows, list_rounds(rows, rounds), strict=True)]
    flows = [_open_whole(flow, read) for flow in _join_rows(read)]
    totals = {squash(one.text("from_node")) for one in rows if _is_total(one)}
    return tuple(_settle_use(flow) for flow in flows if not (flow.ends[0] == flow.ends[1] and flow.ends[0] in totals))


def read_unplaced(records: Sequence[Record], rounds: Sequence[str]) -> tuple[Flow, ...]:
    """The rows that say what a weight became and not of what it is: nobody knows whether it is part of what went in."""
    rows = [record for record in records if record.table == TABLE and not record.text("from_node")]
    rows = [record for record in rows if record.text("to_node") and not _is_total(record)]
    read = [_read_flow(one, spoken) for one, spoken in zip(rows, list_rounds(rows, rounds), strict=True)]
    return tuple(_settle_use(flow) for flow in _join_rows(read))


def _join_rows(rows: Sequence[Flow]) -> tuple[Flow, ...]:
    """One flow from the rows of the same way; where they state several uses, one for each."""
    uses: dict[Key, set[str]] = {}
    for row in rows:
        uses.setdefault(_key(row), set()).add(row.use)
    flows: dict[tuple[Key, str], Flow] = {}
    for row in rows:
        several = len(uses[_key(row)] - {""}) > 1
        place = (_key(row), row.use if several else "")
        flows[place] = _join(flows[place], row) if place in flows else row
    return tuple(flows.values())


def _key(flow: Flow) -> Key:
    return (squash(flow.resource), *flow.ends, flow.basis)


def _open_whole(flow: Flow, flows: Iterable[Flow]) -> Flow:
    """A row from a thing to itself tells what the whole weighs, unless the thing is made from something else."""
    own, target = flow.ends
    made = any(one.ends[1] == target != one.ends[0] and one.basis == flow.basis for one in flows)
    return replace(flow, origin="") if own == target and not made else flow


def _target(record: Record) -> str:
    """What a row's material becomes; a total, or no name but a weight, is that material itself: the whole of it."""
    return record.text("from_node") if _is_total(record) else record.text("to_node")


def _is_total(record: Record) -> bool:
    """Whether a row sums up what becomes of something; of a thing that other rows make it says nothing new."""
    named = record.text("to_node")
    return not named or squash(named) in load_spellings_of("row_kind", TOTAL)


def _speaks(record: Record) -> bool:
    """Whether a row says what its material becomes, or what it weighs as a whole."""
    weighed = any(column == "mass" and entry.number is not None for (column, _), entry in record.entries.items())
    return bool(record.text("to_node")) or weighed


def _read_flow(record: Record, rounds: Iterable[str]) -> Flow:
    use, basis = record.code("use") or "", record.code("basis")
    return Flow(
        resource=record.text("resource"),
        origin=record.text("from_node"),
        target=_target(record),
        basis=basis or FRESH,
        use=use,
        how_known="stated" if use else "",
        assumed=basis is None,
        how_weighed=record.text("how_weighed"),
        weights={key: _read_weight(record, key) for key in rounds},
        sources=(row_source(record),),
    )


def row_source(record: Record) -> Source:
    """The row of a record, from its first filled cell to its last."""
    cells = record.source().ranges
    return Source(record.file, record.sheet, (f"{cells[0]}:{cells[-1]}",))


def _read_weight(record: Record, key: str) -> Weight:
    kg, sd = record.number("mass", key), record.number("weighed_sd", key)
    n = record.number("weighed_n", key)
    return Weight(
        kg=None if kg is None or kg < 0 else kg,
        baht=record.number("value", key),
        n=None if n is None else int(n),
        sd=sd,
        interval=mean_interval(kg, sd, int(n)) if kg and sd is not None and n is not None else None,
        sources=(record.source(("mass", key)),) if record.find("mass", key) else (),
    )


def _join(first: Flow, more: Flow) -> Flow:
    weights = dict(first.weights)
    for key, weight in more.weights.items():
        weights[key] = _add(weights[key], weight) if key in weights else weight
    use = first if first.use else more
    return replace(
        first,
        use=use.use,
        how_known=use.how_known,
        how_weighed=first.how_weighed or more.how_weighed,
        weights=weights,
        sources=(*first.sources, *more.sources),
    )


def _add(first: Weight, more: Weight) -> Weight:
    """The sum of two rows of one flow; where one is not known neither is the sum. How they were weighed is lost."""
    return Weight(_sum(first.kg, more.kg), _sum(first.baht, more.baht), sources=(*first.sources, *more.sources))


def _sum(first: float | None, more: float | None) -> float | None:
    return None if first is None or more is None else first + more


def _settle_use(flow: Flow) -> Flow:
    """Where the row does not say what the material is used for: its name may tell, or that it has a price."""
    if flow.use:
        return flow
    if hint := infer_use(flow.target):
        return replace(flow, use=hint, how_known=GUESSED)
    priced = any((weight.baht or 0) > 0 for weight in flow.weights.values())
    return replace(flow, use="product", how_known="valued") if priced else flow
