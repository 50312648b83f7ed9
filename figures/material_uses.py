"""What one unit of a material weighs and is worth by how it ends, fresh and dry apart: the rows of its bar chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.material import Balance, Material
from analysis.findings import Findings
from dictionary.load import load_codes
from figures.materials import LOST, USED, Pair

UNACCOUNTED = "unaccounted"


@dataclass(frozen=True, slots=True)
class UseRow:
    """One way to end, on one basis: kg and baht for one unit of the material, before and after."""

    basis: str
    use: str
    kg: Pair
    baht: Pair

    @property
    def better(self) -> bool | None:
        """True where it is put to use, False where it is dumped or burned."""
        return True if self.use in USED else False if self.use in LOST else None


def find_resource(findings: Findings, place: int) -> tuple[Material, ...]:
    """The balances of one material, fresh and dry: the first has place 0; none where there are fewer."""
    materials = findings.evidence.materials if findings.evidence else ()
    names = list(dict.fromkeys(one.resource for one in materials))
    return tuple(one for one in materials if place < len(names) and one.resource == names[place])


def list_uses(materials: Sequence[Material], most: int | None = None) -> tuple[UseRow, ...]:
    """The ways to end that hold anything or were not weighed, in the order of the code list.

    Of more than ``most`` those of the largest share of their basis are kept.
    """
    codes = (*load_codes("flow_use"), *load_codes("flow_end"))
    rows = [_make_row(material, use) for material in materials for use in codes]
    rows = [row for row in rows if any(kg is None or kg > 0 for kg in row.kg)]
    whole = {one.basis: max(balance.mass_in or 0.0 for balance in one.balances) or 1.0 for one in materials}
    kept = sorted(rows, key=lambda row: -max(kg or 0.0 for kg in row.kg) / whole[row.basis])[:most]
    return tuple(row for row in rows if row in kept)


def _make_row(material: Material, use: str) -> UseRow:
    first, last = material.balances
    return UseRow(material.basis, use, (_kg(first, use), _kg(last, use)), (_baht(first, use), _baht(last, use)))


def _kg(balance: Balance, use: str) -> float | None:
    return balance.mass_unaccounted if use == UNACCOUNTED else balance.by_use.get(use, 0.0)


def _baht(balance: Balance, use: str) -> float | None:
    """The sum of the baht that are known; None where none is."""
    ends = [band for band in balance.bands if band.use == use and band.flow]
    weights = [band.flow.weights.get(balance.round) for band in ends if band.flow]
    return _sum_known([weight.baht for weight in weights if weight])


def sum_values(materials: Sequence[Material]) -> Pair:
    """What one unit is worth in all: baht may be added where fresh and dry kg may not."""
    first, last = ([one.balances[at].value_thb for one in materials] for at in (0, 1))
    return _sum_known(first), _sum_known(last)


def _sum_known(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def count_unpriced(materials: Sequence[Material]) -> tuple[int, int]:
    """How many ends that are put to use have a weight and no price, in each round in which any value is known."""
    values = sum_values(materials)
    first, last = (sum(one.balances[at].values_unknown for one in materials) for at in (0, 1))
    return (0 if values[0] is None else first, 0 if values[1] is None else last)
