"""What else rows say of a person: sex, year of birth, village. It supports a likely match or speaks against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from dictionary.load import load_codes
from dictionary.squash import squash
from i18n.dates import BUDDHIST_FROM, BUDDHIST_OFFSET
from ingest.clean import clean_codes, clean_numbers, clean_texts
from ingest.people.groups import Indexes
from ingest.people.names import FoldedName, fold_name
from ingest.people.seats import Seats
from ingest.rows import Rows

_BETWEEN = re.compile(r"(?<!\d)[\W_]+|[\W_]+(?!\d)")
_PARTS = re.compile(r"[\W_]+")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_VILLAGE_NUMBER = re.compile(r"(?:หมู่บ้าน|หมู่ที่|หมู่|ม|village|mooban|moo|no)*(\d+)")


@dataclass(frozen=True, slots=True)
class Person:
    """Whom the rows of one group are about, as far as they say; "" is not said.

    ``seat`` is the first row, ``bits`` the kinds of lists it stands on. ``own_id`` is a group's own id, folded.
    """

    group: int
    seat: int
    bits: int
    own_id: str
    national: int
    names: tuple[FoldedName, ...]
    sex: str
    birth_year: str
    village: str

    @property
    def has_id(self) -> bool:
        """Whether the group gave this person an id."""
        return bool(self.own_id)

    def compare(self, other: Person) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The traits in which two persons agree and those in which they differ, of what both say."""
        agrees: list[str] = []
        differs: list[str] = []
        for trait in ("sex", "birth_year", "village"):
            one, two = getattr(self, trait), getattr(other, trait)
            if one and two:
                (agrees if one == two else differs).append(trait)
        if self.has_id and other.has_id and self.own_id != other.own_id:
            differs.append("member_id")
        if self.national >= 0 and other.national >= 0:
            differs.append("national_id")
        return tuple(agrees), tuple(differs)


def fold_id(text: str) -> str:
    """``A-006``, ``a 6`` and ``A6`` are alike: capitals, spaces, signs and leading zeros are left out."""
    return _ZEROS.sub("", _PARTS.sub("-", _BETWEEN.sub("", text))).casefold()


def describe_people(seats: Seats, groups: Indexes, wanted: Indexes) -> list[Person]:
    """The persons of the wanted groups; where rows differ the first that says something counts."""
    bits = np.zeros(int(groups.max(initial=-1)) + 1, dtype=np.int64)
    np.bitwise_or.at(bits, groups, seats.bits)
    rows = np.flatnonzero(np.isin(groups, wanted))
    by_group: dict[int, list[int]] = {}
    for place, group in enumerate(groups[rows].tolist()):
        by_group.setdefault(group, []).append(place)
    lines = _read_lines(seats, rows)
    return [_describe([lines[place] for place in by_group[one]], one, int(bits[one])) for one in sorted(by_group)]


Line = tuple[int, FoldedName | None, str, int, tuple[str, str, str]]  # seat, name, id, national ID, traits


def _read_lines(seats: Seats, rows: Indexes) -> list[Line]:
    typed = seats.read_names(rows).tolist()
    names = {text: fold_name(text) if text else None for text in set(typed)}
    folded = [names[text] for text in typed]
    traits = zip(*_read_traits(seats, rows).values(), strict=True)
    codes, nationals = seats.ids[rows].tolist(), seats.nationals[rows].tolist()
    ids = {code: fold_id(seats.id_names[code]) or seats.id_names[code] if code >= 0 else "" for code in set(codes)}
    return list(zip(rows.tolist(), folded, (ids[code] for code in codes), nationals, traits, strict=True))


def _describe(lines: Sequence[Line], group: int, bits: int) -> Person:
    seats, folded, ids, nationals, traits = zip(*lines, strict=True)
    names = tuple(dict.fromkeys(filter(None, folded)))
    titles = ((name.sex, "", "") for name in names)
    sex, birth_year, village = (next(filter(None, said), "") for said in zip(*traits, *titles, strict=True))
    own = next(filter(None, ids), "")
    return Person(group, seats[0], bits, own, max(nationals), names, sex, birth_year, village)


def _read_traits(seats: Seats, rows: Indexes) -> dict[str, list[str]]:
    traits: dict[str, list[str]] = {"sex": [], "birth_year": [], "village": []}
    ends = np.searchsorted(seats.lists[rows], np.arange(len(seats.claims) + 1))
    starts = np.searchsorted(seats.lists, np.arange(len(seats.claims)))
    for number, claims in enumerate(seats.claims):
        mine = rows[ends[number] : ends[number + 1]] - starts[number]
        chosen = replace(claims.rows, kept=claims.rows.kept[mine], ids=claims.rows.ids.take(mine))
        traits["sex"] += _read_sex(chosen)
        traits["birth_year"] += _read_birth_year(chosen)
        traits["village"] += _read_village(chosen)
    return traits


def _read_sex(rows: Rows) -> list[str]:
    cells = rows.cells("sex")
    if cells is None:
        return [""] * len(rows.kept)
    labels, _ = clean_codes(cells, "sex")
    known = {"female", "male"} & set(load_codes("sex"))
    return [name if name in known else "" for name in _spell(labels.codes, labels.names)]


def _read_birth_year(rows: Rows) -> list[str]:
    cells = rows.cells("birth_year")
    if cells is None:
        return [""] * len(rows.kept)
    numbers, _ = clean_numbers(cells)
    years = np.where(numbers > BUDDHIST_FROM, numbers - BUDDHIST_OFFSET, numbers)
    return ["" if np.isnan(year) else f"{year:.0f}" for year in years]


def _read_village(rows: Rows) -> list[str]:
    cells = rows.cells("village")
    if cells is None:
        return [""] * len(rows.kept)
    labels = clean_texts(cells)
    return [_fold_village(name) for name in _spell(labels.codes, labels.names)]


def _fold_village(text: str) -> str:
    """``หมู่ 1``, ``ม.1`` and ``1`` are one village."""
    folded = squash(text)
    number = _VILLAGE_NUMBER.fullmatch(folded)
    return number[1].lstrip("0") if number else folded


def _spell(codes: Indexes, names: Sequence[str]) -> list[str]:
    return [str(name) for name in np.array([*names, ""], dtype=object)[codes]]
