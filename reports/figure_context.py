"""What stands around a number of the result: its unit, on how many it rests, its grade and its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeGuard

from dictionary.load_estimators import load_estimators
from dictionary.load_figures import CURRENCY, METHOD, NEAR, find_figure_unit
from dictionary.load_indicators import is_share, unit_label
from dictionary.nouns import Source
from figures.wording import write_n
from i18n import Language, word
from i18n.numbers import write_number
from i18n.words import load_words
from reports.finding_json import Json
from reports.source_cells import write_cells

COUNTS = ("n_baseline", "n_endline", "n_pairs")
THB = "THB"


@dataclass(frozen=True, slots=True)
class Counts:
    """On how many units an entry rests, by the method that it was found by."""

    method: str
    n_baseline: int | None
    n_endline: int | None
    n_pairs: int | None


@dataclass(frozen=True, slots=True)
class Context:
    """The nearest of each that the entries around a number state; ``place`` are the keys that lead to it."""

    place: str
    unit: str = ""
    currency: str = THB
    method: str = ""
    n: Counts | int | None = None
    grade: str = ""
    cells: str = ""

    def at(self, key: str) -> Context:
        """The context one key further down."""
        return replace(self, place=f"{self.place}.{key}")

    def inside(self, node: Mapping[str, Json], language: Language) -> Context:
        """The context of what stands in an entry."""
        cells = write_cells(_read_sources(node), language)
        around = replace(
            self,
            unit=_read_text(node, "unit") or self.unit,
            currency=_read_text(node, "currency") or self.currency,
            method=_read_text(node, "method") or self.method,
            grade=_read_text(node, "grade_label") or self.grade,
            cells=cells or self.cells,
        )
        return replace(around, n=_count(node, around))

    def write_unit(self, language: Language) -> str:
        """The unit of the number in words."""
        unit = find_figure_unit(self.place)
        if unit == METHOD:
            stated = load_estimators()[self.method].unit
            unit = {"same": NEAR, "share": "share"}.get(stated, "none")
        if unit == CURRENCY:
            return unit_label("thb")[language] if self.currency == THB else self.currency
        return _name_unit(self.unit if unit == NEAR else unit, language)

    def write_n(self, language: Language) -> str:
        """On how many units the number rests, as beside it on screen; empty for a count, which is its own."""
        if isinstance(self.n, Counts):
            return write_n(self.n, language)
        return "" if self.n is None else word("figures.n", language, n=write_number(self.n))


def _read_text(node: Mapping[str, Json], key: str) -> str:
    return text if isinstance(text := node.get(key), str) else ""


def _count(node: Mapping[str, Json], around: Context) -> Counts | int | None:
    """How many an entry says that it rests on, else those of the entry around it."""
    if isinstance(node.get("n"), int):
        return int(str(node["n"]))
    known = [value if isinstance(value := node.get(key), int) else None for key in COUNTS]
    return around.n if known == [None] * len(COUNTS) else Counts(around.method, *known)


def _read_sources(node: Mapping[str, Json]) -> Iterator[Source]:
    """The cells of an entry; those typed beside those computed."""
    for key in ("sources", "typed_sources"):
        listed = node.get(key)
        for one in listed if _is_list(listed) else ():
            if isinstance(one, Mapping):
                ranges = one["ranges"]
                yield Source(str(one["file"]), str(one["sheet"]), tuple(map(str, ranges)) if _is_list(ranges) else ())


def _is_list(node: Json) -> TypeGuard[Sequence[Json]]:
    return isinstance(node, Sequence) and not isinstance(node, str)


def _name_unit(unit: str, language: Language) -> str:
    """A share as it stands in the file (0–1), a number without a unit as such, any other unit by its name."""
    code = "share" if unit and is_share(unit) else unit or "none"
    own = load_words().get(f"tables.unit_{code}")
    return (own or unit_label(unit))[language]
