"""Where one unit of a material ends, as rows that stand between the drawing of before and that of after."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.evidence.material import Balance, Material
from analysis.findings import Findings
from dictionary.load import code_label
from dictionary.load_indicators import unit_label
from figures.material_web import Place, Web, place_of, weave
from figures.wording import ARROW
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number

UNNAMED = {"changed", "unweighed", "mixed", "unaccounted", "unstated"}  # codes of ``flow_end``
USED = {"product", "reused", "processed"}
LOST = {"dumped", "burned"}
MOST_ORIGINS = 4  # things named that an end comes from
OTHERS = {True: "used", False: "lost", None: "left"}

Pair = tuple[float | None, float | None]  # before and after; None is not known


@dataclass(frozen=True, slots=True)
class End:
    """One row: a place where the material ends, or several that are too small to be told apart (``places``).

    ``told`` is how it ends, where its name does not say that, and ``path`` what it comes through; ``kg`` and ``baht``
    are per unit of the material, before and after.
    """

    places: tuple[Place, ...]
    name: str
    told: str
    path: str
    kg: Pair
    baht: Pair
    better: bool | None

    @property
    def most(self) -> float:
        """The larger of the two weights."""
        return max((kg for kg in self.kg if kg is not None), default=0.0)

    @property
    def use(self) -> str:
        """How it ends: a code of ``flow_use`` or ``flow_end``."""
        return self.places[0][1]


def find_material(findings: Findings, place: int) -> Material | None:
    """The material of a chart: the first has place 0; None where there are fewer."""
    materials = findings.evidence.materials if findings.evidence else ()
    return materials[place] if place < len(materials) else None


def name_use(use: str, language: Language) -> str:
    """The words for how something ends."""
    return code_label("flow_end" if use in UNNAMED else "flow_use", use)[language]


def write_kg(kg: float | None, language: Language) -> str:
    """A weight with its unit, or a dash."""
    return UNKNOWN if kg is None else word("figures.kg", language, kg=write_number(kg))


def write_baht(baht: float | None, language: Language) -> str:
    """A value with its unit, or nothing where it is not known."""
    return "" if baht is None else f"{write_number(baht)} {unit_label('thb')[language]}"


def write_pair(values: Pair, language: Language) -> str:
    """Both weights: ``4.8 → 1.5 กก.``."""
    before, after = (UNKNOWN if kg is None else write_number(kg) for kg in values)
    return word("figures.kg", language, kg=f"{before} {ARROW} {after}")


def write_baht_pair(values: Pair, language: Language) -> str:
    """Both values: ``8 → 20 บาท``."""
    before, after = (UNKNOWN if baht is None else write_number(baht) for baht in values)
    return f"{before} {ARROW} {after} {unit_label('thb')[language]}"


def list_ends(material: Material, language: Language, most: int | None = None) -> tuple[End, ...]:
    """The ends that hold anything or were not weighed, in the order of the sheet, what has no name last.

    Of more than ``most`` the smallest are put together: what is used, what is lost, and the rest.
    """
    web = weave(material)
    ends = [_make_end(place, material, web, language) for place in web.order]
    if most is None or len(ends) <= most:
        return tuple(ends)
    kept = sorted(ends, key=lambda end: -end.most)[: max(0, most)]
    small = [end for end in ends if end not in kept]
    rest = ([end for end in small if end.better is better] for better in OTHERS)
    return (*(e for e in ends if e in kept), *(_pool(part, language) if part[1:] else part[0] for part in rest if part))


def _make_end(place: Place, material: Material, web: Web, language: Language) -> End:
    first, last = (_weigh(place, balance) for balance in material.balances)
    names, target = material.names, place[0]
    path = _write_path(place, web, names, language)
    use = name_use(place[1], language)
    better = True if place[1] in USED else False if place[1] in LOST else None
    name, told = (names[target], use) if target else (use, "")
    return End((place,), name, told, path, (first[0], last[0]), (first[1], last[1]), better)


def _write_path(place: Place, web: Web, names: Mapping[str, str], language: Language) -> str:
    """What an end comes through, or from what it comes together; of many only how many."""
    through, several = web.path_to(place), len(web.parents[place]) > 1
    if several and len(through) > MOST_ORIGINS:
        return word("figures.flow_from_several", language, count=len(through))
    told = (", " if several else f" {ARROW} ").join(names.get(name, "") for name in through)
    return word("figures.flow_from", language, names=told) if told else ""


def _weigh(place: Place, balance: Balance) -> tuple[float | None, float | None]:
    """Kg and baht of an end in one round."""
    own = [band for band in balance.bands if band.use and place_of(band) == place]
    weights = [band.flow.weights.get(balance.round) for band in own if band.flow]
    baht = [weight.baht for weight in weights if weight and weight.baht is not None]
    return (_add(band.kg for band in own) if balance.bands else None), (sum(baht) if baht else None)


def _add(values: Iterable[float | None]) -> float | None:
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def _pool(ends: Sequence[End], language: Language) -> End:
    """Several small ends in one row."""
    places = tuple(place for end in ends for place in end.places)
    before, after = (_add(end.kg[i] for end in ends) for i in (0, 1))
    paid = [[end.baht[i] for end in ends if end.baht[i] is not None] for i in (0, 1)]
    baht = [_add(values) if values else None for values in paid]
    name = word(f"figures.flow_others_{OTHERS[ends[0].better]}", language, count=len(ends))
    return End(places, name, "", "", (before, after), (baht[0], baht[1]), ends[0].better)
