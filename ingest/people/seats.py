"""All rows of all lists as seats, and the persons that an id or a national ID makes certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.people import CellRef, Decision
from ingest.addresses import cell_address, read_row
from ingest.keys import find_key
from ingest.people.claims import Claims, Texts, join_labels
from ingest.people.groups import Groups, Indexes
from ingest.people.names import fold_name
from ingest.people.shared_ids import find_shared_ids
from ingest.recognise import key_column
from ingest.results import place_of

MEMBERS = "members"
MOST_LISTS = 62  # kinds of lists that bits of one number tell apart


@dataclass(frozen=True)
class Seats:
    """Every row of every list. ``lists`` numbers its table; ``bits`` is the kind of list: which table, which round.

    ``reused`` counts the rows whose id says nothing because different people have it.
    ``ids`` and ``nationals`` are codes (−1: none), ``tokens`` what says whom the row is about, for the rows of one
    token are of one person: its id, else its national ID, else the row itself (or, on lists of income, its name).
    """

    claims: tuple[Claims, ...]
    lists: Indexes
    lines: npt.NDArray[np.int32]
    bits: npt.NDArray[np.int64]
    ids: Indexes
    id_names: tuple[str, ...]
    nationals: Indexes
    tokens: Indexes
    columns: tuple[int, ...]
    reused: int = 0

    def read_names(self, seats: Indexes) -> Texts:
        """The names on some of the rows (in ascending order), as typed."""
        starts = np.searchsorted(self.lists, np.arange(len(self.claims)))
        ends = np.searchsorted(self.lists[seats], np.arange(len(self.claims) + 1))
        chosen = (seats[ends[n] : ends[n + 1]] - starts[n] for n in range(len(self.claims)))
        return np.concatenate([one.read_names(places) for one, places in zip(self.claims, chosen, strict=True)])

    def refer(self, seat: int) -> CellRef:
        """The cell that says whom a row is about."""
        found = self.claims[self.lists[seat]].rows.found
        address = cell_address(int(self.lines[seat]), self.columns[self.lists[seat]])
        return CellRef(found.file, found.sheet.name, address)

    def round_of(self, seat: int) -> str | None:
        """The round of the list that a row stands on; None: every round."""
        round_key: str | None = self.claims[self.lists[seat]].rows.found.round
        return round_key

    def seat_of(self, refs: Sequence[CellRef]) -> dict[CellRef, int]:
        """The first seat of each cell that is one, or else of its row: another column may say now whom it means."""
        wanted: dict[tuple[str, str, int], list[CellRef]] = {}
        for ref in refs:
            wanted.setdefault((ref.file, ref.sheet, read_row(ref.cell)), []).append(ref)
        places = [place_of(one.rows) for one in self.claims]
        rows = np.isin(self.lines, [line for _, _, line in wanted])
        exact: dict[CellRef, int] = {}
        beside: dict[CellRef, int] = {}
        for seat in np.flatnonzero(rows):
            for ref in wanted.get((*places[self.lists[seat]], int(self.lines[seat])), ()):
                found = exact if self.refer(int(seat)) == ref else beside
                found.setdefault(ref, int(seat))
        return beside | exact


def seat_rows(claims: Sequence[Claims]) -> Seats:
    """The rows of all lists in their order."""
    sizes = [len(one.rows.kept) for one in claims]
    ids, id_names = join_labels([one.ids for one in claims])
    nationals = _number(np.concatenate([one.nationals for one in claims]))
    lists = np.repeat(np.arange(len(claims)), sizes)
    kinds = [(one.rows.found.table, one.rows.found.round) for one in claims]
    bits = [1 << min(list(dict.fromkeys(kinds)).index(kind), MOST_LISTS) for kind in kinds]
    seats = Seats(
        claims=tuple(claims),
        lists=lists,
        lines=np.concatenate([one.rows.lines for one in claims]),
        bits=np.array(bits, dtype=np.int64)[lists],
        ids=ids,
        id_names=tuple(id_names),
        nationals=nationals,
        tokens=ids,
        columns=tuple(map(_find_column, claims)),
    )
    reused = _find_reused(seats) | find_shared_ids(seats)
    seats = replace(seats, ids=np.where(reused, -1, seats.ids), reused=int(reused.sum()))
    return replace(seats, tokens=_find_tokens(seats))


def _find_reused(seats: Seats) -> npt.NDArray[np.bool_]:
    """The rows whose id stands beside several national IDs: the id was given to another person, so it says nothing."""
    both = (seats.ids >= 0) & (seats.nationals >= 0)
    pairs = pd.DataFrame({"id": seats.ids[both], "national": seats.nationals[both]}).drop_duplicates()
    reused = pairs["id"][pairs["id"].duplicated()].to_numpy()
    return both & np.isin(seats.ids, reused)


def _find_column(claims: Claims) -> int:
    """The 1-based sheet column that says whom a row is about."""
    found = claims.rows.found
    match = find_key(found, key_column(found.table))
    return found.sheet.first_column + (match.position if match else 0)


def _number(texts: Texts) -> Indexes:
    codes, _ = pd.factorize(np.append(np.array([""], dtype=object), texts))
    return codes[1:].astype(np.intp) - 1


def _find_tokens(seats: Seats) -> Indexes:
    """One number for each id, then for each national ID, then for each row that has neither."""
    first, second = len(seats.id_names), int(seats.nationals.max(initial=-1)) + 1
    tokens = np.where(seats.ids >= 0, seats.ids, np.where(seats.nationals >= 0, seats.nationals + first, -1))
    lone = np.flatnonzero(tokens < 0)
    if len(lone):
        described = [_describe_list(one, seats.claims) for one in seats.claims]
        places = zip(lone.tolist(), seats.read_names(lone), strict=True)
        own, _ = pd.factorize(pd.Series([_describe_lone(seats, seat, name, described) for seat, name in places]))
        tokens[lone] = own + first + second
    return tokens.astype(np.intp)


def _describe_list(one: Claims, others: Sequence[Claims]) -> tuple[str, str, bool]:
    """File and sheet of a list, and whether each of its rows is somebody: on a member list, or income on one."""
    place = place_of(one.rows)
    return (*place, any(place_of(other.rows) == place for other in others if other.rows.found.table == MEMBERS))


def _describe_lone(
    seats: Seats, seat: int, name: str, described: Sequence[tuple[str, str, bool]]
) -> tuple[str, str, str, int]:
    """What tells a row without id and national ID from others: its place; on a list of income its name."""
    file, sheet, is_somebody = described[seats.lists[seat]]
    if is_somebody:  # lists side by side have other people on one row
        return file, sheet, f"{seats.columns[seats.lists[seat]]}", int(seats.lines[seat])
    return file, sheet, f"{seats.round_of(seat)} {fold_name(name).key}", 0


def part_seats(seats: Seats, decisions: Sequence[Decision]) -> Seats:
    """The seats, those parted by the user from others of their id (or national ID) given a token of their own."""
    known = seats.seat_of([ref for one in decisions for ref in (one.left, one.right)])
    tokens, ids, nationals = seats.tokens.copy(), seats.ids.copy(), seats.nationals.copy()
    for one in decisions:
        left, right = known.get(one.left), known.get(one.right)
        if one.same or left is None or right is None or left == right:
            continue
        if tokens[left] == tokens[right] or (nationals[left] >= 0 and nationals[left] == nationals[right]):
            alike = np.zeros(len(tokens), dtype=bool)
            alike[right] = True
            if not seats.bits[left] & seats.bits[right]:
                alike = (tokens == tokens[right]) & _shares_round(seats, right)
            tokens[alike], ids[alike], nationals[alike] = max(tokens.max(), _last_national(seats)) + 1, -1, -1
    return replace(seats, tokens=tokens, ids=ids, nationals=nationals)


def _last_national(seats: Seats) -> int:
    """The largest token of a national ID, also of one that stands beside an id."""
    return len(seats.id_names) + int(seats.nationals.max(initial=-1))


def _shares_round(seats: Seats, seat: int) -> npt.NDArray[np.bool_]:
    rounds = [one.rows.found.round for one in seats.claims]
    return np.array([one == rounds[seats.lists[seat]] for one in rounds], dtype=bool)[seats.lists]


def join_certain(seats: Seats, decisions: Sequence[Decision]) -> Groups:
    """Tokens that are one person: the id and the national ID of one row, and what the user said is the same."""
    groups = Groups(max(seats.tokens.max(initial=-1), _last_national(seats)) + 1)
    both = (seats.ids >= 0) & (seats.nationals >= 0)
    pairs = pd.DataFrame({"id": seats.tokens[both], "national": seats.nationals[both] + len(seats.id_names)})
    for one, other in pairs.drop_duplicates().itertuples(index=False, name=None):
        groups.join(int(one), int(other))
    known = seats.seat_of([ref for one in decisions for ref in (one.left, one.right)])
    for decision in decisions:
        if decision.same and decision.left in known and decision.right in known:
            groups.join(int(seats.tokens[known[decision.left]]), int(seats.tokens[known[decision.right]]))
    return groups
