"""What matching found: every row of every list with the key of its person, and how many stand where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.nouns import Source
from dictionary.people import IDENTITY, CellRef, Decision, PeopleCounts, UncertainPair
from ingest.addresses import cell_address, column_ranges
from ingest.people.groups import Indexes
from ingest.people.seats import MEMBERS, Seats

SHOWN = (*IDENTITY[:-1], "sex", "birth_year", "village")  # what a person is shown by; a national ID never is


@dataclass(frozen=True)
class PeopleList:
    """One list: its place, table and round (None: every round); ``key`` and ``columns`` are 1-based sheet columns."""

    file: str
    sheet: str
    table: str
    round: str | None
    key: int
    columns: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class PeopleMatching:
    """Who is who. ``seats`` has a line for each row of a list: ``unit``, ``list`` (a place in ``lists``), ``row``.

    ``unit`` is the key of observations. Names and national IDs are not here: the screen reads the cells again.
    ``repeated`` marks further rows of a person on one member list.
    """

    rounds: tuple[str, ...]
    lists: tuple[PeopleList, ...]
    seats: pd.DataFrame
    uncertain: tuple[UncertainPair, ...] = ()
    decisions: tuple[Decision, ...] = ()

    @property
    def has_rounds(self) -> bool:
        """Whether lists of different rounds, or uncertain people, leave something to match."""
        return any(one.round for one in self.lists) or bool(self.uncertain or self.decisions)

    def find_list(self, ref: CellRef) -> PeopleList | None:
        """The list on which a cell stands; where one sheet holds several, the first."""
        return next((one for one in self.lists if (one.file, one.sheet) == (ref.file, ref.sheet)), None)

    def refer(self, number: int, row: int) -> CellRef:
        """The cell that says whom a row of a list is about."""
        one = self.lists[number]
        return CellRef(one.file, one.sheet, cell_address(row, one.key))

    def without(self, units: Iterable[str]) -> PeopleMatching:
        """The same without some persons, by their keys."""
        listed = list(units)
        return replace(self, seats=self.seats[~self.seats["unit"].isin(listed)]) if listed else self

    def list_presence(self) -> pd.DataFrame:
        """A line for each person on a member list (where there is none: on a list of income), a column a round.

        True where a list of that round has the person; those on several lists of one round count once.
        """
        counted = self._are_counted()
        stands = {wave: self._stand(wave)[counted] for wave in self.rounds}
        return pd.DataFrame(stands).groupby(self.seats["unit"].array[counted], observed=True).any()

    def list_matched(self) -> list[str]:
        """The keys of those who stand on lists of several rounds."""
        presence = self.list_presence()
        return [str(unit) for unit in presence.index[presence.sum(axis=1) > 1]]

    def list_alone(self, wave: str) -> list[str]:
        """The keys of those who stand on a list of this round and of no other."""
        presence = self.list_presence()
        return [str(unit) for unit in presence.index[(presence.sum(axis=1) == 1) & presence[wave]]]

    def find_seats(self, wave: str, units: Sequence[str]) -> dict[str, CellRef]:
        """The first row of each of some persons on the counted lists of a round, as far as they stand there."""
        seats = self.seats[self._are_counted() & self._stand(wave) & self.seats["unit"].isin(units)]
        return self._refer_each(seats.drop_duplicates("unit"))

    def find_first(self, units: Iterable[str]) -> dict[str, CellRef]:
        """The first row of each of some persons, on whatever list."""
        return self._refer_each(self.seats[self.seats["unit"].isin(list(units))].drop_duplicates("unit"))

    def list_repeated(self) -> list[tuple[str, CellRef]]:
        """The further rows of persons on one member list, each with its key."""
        seats = self.seats[self.seats["repeated"]]
        lines = zip(seats["unit"].astype(str), seats["list"], seats["row"], strict=True)
        return [(unit, self.refer(int(number), int(row))) for unit, number, row in lines]

    def _refer_each(self, seats: pd.DataFrame) -> dict[str, CellRef]:
        lines = zip(seats["unit"].astype(str), seats["list"], seats["row"], strict=True)
        return {unit: self.refer(int(number), int(row)) for unit, number, row in lines}

    @cached_property
    def counts(self) -> PeopleCounts:
        """How many people were matched, stand in one round only, stand twice, or are uncertain."""
        presence = self.list_presence().to_numpy(dtype=np.bool_)
        alone = presence[presence.sum(axis=1) == 1]
        return PeopleCounts(
            matched=int((presence.sum(axis=1) > 1).sum()),
            only=tuple(zip(self.rounds, (int(n) for n in alone.sum(axis=0)), strict=True)),
            duplicates=int(self.seats["repeated"].sum()),
            uncertain=len(self.uncertain),
            sources=tuple(self._list_sources()),
        )

    def _list_sources(self) -> Iterator[Source]:
        """The cells that say whom the rows of each list are about."""
        for number, one in enumerate(self.lists):
            rows = self.seats["row"].array[self.seats["list"].array == number]
            if len(rows):
                yield Source(one.file, one.sheet, column_ranges(rows, one.key))

    def _are_counted(self) -> npt.NDArray[np.bool_]:
        """The seats on member lists; where there is none, all."""
        is_list = np.array([one.table == MEMBERS for one in self.lists], dtype=np.bool_)
        return (is_list | (not is_list.any()))[np.asarray(self.seats["list"], dtype=np.intp)]

    def _stand(self, wave: str) -> npt.NDArray[np.bool_]:
        """Which seats are of a round."""
        speaks = np.array([one.round in {None, wave} for one in self.lists], dtype=np.bool_)
        return speaks[np.asarray(self.seats["list"], dtype=np.intp)]


def summarise(seats: Seats, persons: Indexes, labels: npt.NDArray[np.object_], rounds: Sequence[str]) -> PeopleMatching:
    """The matching as the screen and the command line tell of it."""
    codes, found = pd.factorize(persons)
    tables = np.array([one.rows.found.table == MEMBERS for one in seats.claims], dtype=bool)
    frame = pd.DataFrame(
        {
            "unit": pd.Categorical.from_codes(codes, categories=pd.Index(labels[found], dtype="str")),
            "list": seats.lists.astype(np.int16),
            "row": seats.lines,
        }
    )
    again = pd.DataFrame({"person": persons, "bits": seats.bits}).duplicated().to_numpy()
    frame["repeated"] = again & tables[seats.lists]
    return PeopleMatching(tuple(rounds), tuple(_describe_list(seats, n) for n in range(len(seats.claims))), frame)


def _describe_list(seats: Seats, number: int) -> PeopleList:
    found = seats.claims[number].rows.found
    first = found.sheet.first_column
    columns = ((column, found.find(column)) for column in SHOWN)
    return PeopleList(
        file=found.file,
        sheet=found.sheet.name,
        table=found.table,
        round=found.round,
        key=seats.columns[number],
        columns=tuple((column, first + one.position) for column, one in columns if one),
    )
