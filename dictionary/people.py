"""The nouns of matching people between rounds. None of them holds a name or a number: they point at cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from dictionary.nouns import Source

ID, NATIONAL_ID, NAME, FAMILY_NAME = "member_id", "national_id", "name", "family_name"
IDENTITY = (ID, NAME, FAMILY_NAME, NATIONAL_ID)  # columns that may say whom a row is about, the best key first


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """The cell that says whom a row is about."""

    file: str
    sheet: str
    cell: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What the user decided of two rows: whether they are of the same person."""

    left: CellRef
    right: CellRef
    same: bool


@dataclass(frozen=True, slots=True)
class PeopleAnswers:
    """What matching needs from outside: the project's secret salt (empty: made of the files) and the decisions."""

    salt: bytes = field(default=b"", repr=False)
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class UncertainPair:
    """Two rows that may be of one person; the earlier round stands left.

    ``likeness`` is 0–1 by the letters of the folded names. ``agrees`` and ``differs`` are columns (``name``, ``sex``,
    ``birth_year``, ``village``, ``member_id``) that both rows fill in. ``same_list``: both stand on one list.
    ``near_id``: their ids differ in leading zeros, spaces and signs alone.
    """

    left: CellRef
    right: CellRef
    likeness: float
    agrees: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()
    same_list: bool = False
    near_id: bool = False


@dataclass(frozen=True, slots=True)
class PeopleCounts:
    """How many people stand on lists of several rounds, of one round alone (by round), twice, or are uncertain.

    ``sources`` are the cells that say who they are.
    """

    matched: int
    only: tuple[tuple[str, int], ...]
    duplicates: int
    uncertain: int
    sources: tuple[Source, ...] = ()
