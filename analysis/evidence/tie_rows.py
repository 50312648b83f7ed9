"""The rows of the partner sheets: what each says of two rounds, and what several of them say together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dictionary.load import match_code
from dictionary.nouns import Round, Source
from dictionary.records import Record
from dictionary.squash import squash

TABLE = "partners"
PRESENT, SUPPORT = "present", "support_thb"
WHOLE_GROUP = "whole_group"
SAID = {"yes": True, "no": False}

Sides = tuple[bool | None, bool | None]  # there in the earlier and in the later round; None: not known
Amounts = tuple[float | None, float | None]  # baht


class Status(StrEnum):
    """What became of a partner or a tie between the rounds."""

    CONTINUING = "continuing"
    NEW = "new"
    ENDED = "ended"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True, slots=True)
class TieRow:
    """A row of a partner sheet. ``key`` is the partner, ``about`` its kind of support, stage and receiver.

    ``asked``: whether its sheet speaks of the round; ``present`` is then what it says, None where it is open.
    """

    key: str
    name: str
    sector: str
    about: tuple[str, str, str]
    asked: tuple[bool, bool]
    present: Sides
    amounts: Amounts
    source: Source


@dataclass(frozen=True, slots=True)
class Judged:
    """What rows of one partner or one tie say together."""

    present: Sides
    value: Amounts
    status: Status | None  # None: there in neither round


def read_rows(records: Iterable[Record], rounds: tuple[Round, Round]) -> tuple[TieRow, ...]:
    """The rows of the partner sheets, in their order."""
    keys = (rounds[0].key, rounds[1].key)
    return tuple(_read_row(record, keys) for record in records if record.table == TABLE)


def _read_row(record: Record, keys: tuple[str, str]) -> TieRow:
    first, last = (record.find(PRESENT, key) for key in keys)
    return TieRow(
        key=squash(record.text("partner")),
        name=record.code("partner") or "",
        sector=record.code("sector") or "",
        about=(record.code("support_kind") or "", record.code("stage") or "", _read_receiver(record)),
        asked=(first is not None, last is not None),
        present=(SAID.get((first and first.code) or ""), SAID.get((last and last.code) or "")),
        amounts=(record.number(SUPPORT, keys[0]), record.number(SUPPORT, keys[1])),
        source=_span_row(record.source()),
    )


def _span_row(source: Source) -> Source:
    """The row as one range, from its first filled cell to its last."""
    cells = sorted(source.ranges, key=lambda cell: (len(cell), cell))
    return Source(source.file, source.sheet, (f"{cells[0]}:{cells[-1]}",))


def _read_receiver(record: Record) -> str:
    """Who is supported: "" for the whole group, be the cell blank or say so in words."""
    text = record.text("supports")
    return "" if match_code(WHOLE_GROUP, text) else text


def split_rows(rows: Iterable[TieRow], by: Callable[[TieRow], Hashable]) -> tuple[tuple[TieRow, ...], ...]:
    """The rows that have something in common, in the order of the first of each."""
    groups: dict[Hashable, list[TieRow]] = {}
    for row in rows:
        groups.setdefault(by(row), []).append(row)
    return tuple(map(tuple, groups.values()))


def find_recorded(rows: Sequence[TieRow]) -> tuple[bool, bool]:
    """Whether any sheet speaks of each round."""
    return any(row.asked[0] for row in rows), any(row.asked[1] for row in rows)


def judge(rows: Sequence[TieRow], recorded: tuple[bool, bool]) -> Judged:
    """Present, value and status of rows that are one partner or one tie; ``recorded`` as of all rows."""
    present = (_judge_side(rows, recorded, 0), _judge_side(rows, recorded, 1))
    first, last = (_find_value(rows, present[side], side) for side in (0, 1))
    return Judged(present, (first, last), find_status(present))


def _find_value(rows: Sequence[TieRow], present: bool | None, side: int) -> float | None:
    """What was given in a round: nothing by who was not there, where a value of another round is told."""
    is_told = any(amount is not None for row in rows for amount in row.amounts)
    value = _add(rows, side)
    return 0.0 if value is None and present is False and is_told else value


def _judge_side(rows: Sequence[TieRow], recorded: tuple[bool, bool], side: int) -> bool | None:
    """There where a row says so, else not known where one is open; who has no row in a recorded round was not there."""
    said = [row.present[side] for row in rows if row.asked[side]]
    if not said:
        return False if recorded[side] else None
    return True if any(said) else None if None in said else False


def _add(rows: Sequence[TieRow], side: int) -> float | None:
    """The sum of a round; not known where a row that is not said to be absent has a blank."""
    asked = [row for row in rows if row.asked[side] or row.amounts[side] is not None]
    needed = [row.amounts[side] for row in asked if row.present[side] is not False or row.amounts[side] is not None]
    known = [amount for amount in needed if amount is not None]
    return sum(known) if known and len(known) == len(needed) else None


def find_status(present: Sides) -> Status | None:
    """What became of what was there in one round or in both; None where it was there in neither."""
    if None in present:
        return Status.NOT_KNOWN
    both = {(True, True): Status.CONTINUING, (False, True): Status.NEW, (True, False): Status.ENDED}
    return both.get((bool(present[0]), bool(present[1])))
