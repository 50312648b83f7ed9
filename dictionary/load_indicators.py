"""Indicators and units, and how people type them: the rows of the CSV files beside, typed and read once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dictionary.load_methods import Caveat, load_caveats, load_methods
from dictionary.nouns import Better, Dimension, Indicator
from dictionary.rows import read_rows, read_text
from dictionary.squash import squash
from i18n import Text
from i18n.marks import fold_marks

SHARE, MONEY = "share", "money"
_SCALE = re.compile(r"(\d{1,3})\s*(?:-|–|ถึง|to)\s*(\d{1,3})")
_PER = re.compile(r"/|ต่อ|\bper\b|\ba\b")
_BAHT = re.compile(r"บาท|฿|\bbaht\b|\bthb\b", re.IGNORECASE)

__all__ = [
    "Caveat",
    "Unit",
    "UnitSpelling",
    "find_unit",
    "is_money",
    "is_same_amount",
    "is_share",
    "load_caveats",
    "load_indicators",
    "load_methods",
    "load_units",
    "match_indicator",
    "match_unit",
    "unit_label",
]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a value is counted in.

    ``kind`` is money, count, share, multiple, score, mass, volume, time or other (a unit the user wrote);
    ``decimals`` None means: as many as the size of the value asks for. ``one`` is the label behind the number 1.
    ``broader`` is the unit that says less of the same amounts (tonnes, of tonnes of fresh weight), "" where none does.
    """

    code: str
    label: Text
    kind: str
    decimals: int | None
    one: Text
    broader: str = ""


@dataclass(frozen=True, slots=True)
class UnitSpelling:
    """A unit as people type it: a typed value times ``factor`` is in ``unit`` (45 ร้อยละ → 0.45 of a share)."""

    unit: str
    factor: float


@cache
def load_indicators() -> dict[str, Indicator]:
    """Every indicator of ``indicators.csv`` by its key, in the order of the file."""
    return {row["indicator"]: _read_indicator(row) for row in read_rows("indicators")}


@cache
def load_units() -> dict[str, Unit]:
    """Every unit of ``units.csv`` by its code."""
    return {row["unit"]: _read_unit(row) for row in read_rows("units")}


def find_unit(code: str) -> Unit:
    """The unit of a code; a unit that the user wrote freely is its own label, in both languages where it is a rate."""
    known = load_units().get(code) or _read_rate(code) or _read_scale(code)
    return known or Unit(code, Text(code, code), "other", None, Text(code, code))


@cache
def _read_scale(code: str) -> Unit | None:
    """A unit that the user wrote as the ends of a scale (``1-5``): points of it; else None."""
    ends = _SCALE.fullmatch(code.strip())
    if ends is None:
        return None
    label = Text(f"คะแนน (สเกล {ends[1]}–{ends[2]})", f"points (scale {ends[1]}–{ends[2]})")
    return Unit(code, label, "score", 2, label)


@cache
def _read_rate(code: str) -> Unit | None:
    """A unit that the user wrote as one thing per another (``ครั้ง/เดือน``), where both are known; else None."""
    counted, _, per = _fold_unit(code).partition("/")
    known, behind = match_unit(counted), _list_pers().get(per)
    if not known or behind is None or known[0].factor != 1:
        return None
    unit = load_units()[known[0].unit]
    many, one = (Text(f"{said.th}/{behind.th}", f"{said.en}/{behind.en}") for said in (unit.label, unit.one))
    return Unit(code, many, "other", None, one)


@cache
def _list_pers() -> dict[str, Text]:
    """What the units of the list are counted per, as it stands behind their sign for it, by either language."""
    texts = (
        Text(*(label.partition("/")[2] for label in (unit.label.th, unit.label.en))) for unit in load_units().values()
    )
    return {_fold_unit(said): text for text in texts if text.th and text.en for said in (text.th, text.en)}


def unit_label(code: str) -> Text:
    """How a unit is written behind a number; a unit the user wrote freely stands as written."""
    return find_unit(code).label


def is_same_amount(one: str, other: str) -> bool:
    """Whether a number is the same in two units, one of which may say less of it than the other."""
    return (find_unit(one).broader or one) == (find_unit(other).broader or other)


def is_share(code: str) -> bool:
    """Whether values of the unit are shares (0–1, shown as per cent and changing by percentage points)."""
    return find_unit(code).kind == SHARE


def is_money(code: str) -> bool:
    """Whether values of the unit are baht, or baht for something; a unit that the user wrote is by its words."""
    unit = find_unit(code)
    return unit.kind == MONEY or (unit.code not in load_units() and bool(_BAHT.search(_PER.split(code, maxsplit=1)[0])))


def match_unit(text: str) -> tuple[UnitSpelling, ...]:
    """The units a typed text may mean, the most usual first (``ตัน/ปี`` may be fresh weight); empty if unknown."""
    return _unit_spellings().get(_fold_unit(text), ())


def match_indicator(text: str) -> str | None:
    """The key of the indicator that a typed name means (its key, either label, or a listed spelling), or None."""
    return _indicator_spellings().get(squash(text))


@cache
def _unit_spellings() -> dict[str, tuple[UnitSpelling, ...]]:
    spellings: dict[str, tuple[UnitSpelling, ...]] = {}
    for unit in load_units().values():
        for text in (unit.label.th, unit.label.en, unit.code):
            spellings[_fold_unit(text)] = (UnitSpelling(unit.code, 0.01 if _is_per_cent(unit, text) else 1.0),)
    for row in read_rows("unit_spellings"):
        key, meant = _fold_unit(row["spelling"]), UnitSpelling(row["unit"], float(row["factor"]))
        known = spellings.get(key, ())
        spellings[key] = known if meant in known else (*known, meant)
    return spellings


def _is_per_cent(unit: Unit, text: str) -> bool:
    """A share's labels read "per cent", so what stands under them is typed as 45; its code means 0.45."""
    return unit.kind == SHARE and text != unit.code


@cache
def _indicator_spellings() -> dict[str, str]:
    spellings = {squash(row["spelling"]): row["indicator"] for row in read_rows("indicator_spellings")}
    for key, indicator in load_indicators().items():
        spellings |= dict.fromkeys(map(squash, (key, indicator.label.th, indicator.label.en)), key)
    return spellings


def _fold_unit(text: str) -> str:
    """A unit without spaces and dots, in small letters, with one sign for "per" (ต่อ, per, a)."""
    folded = re.sub(r"\s(per\s(?!cent)|a\s)", "/", fold_marks(text).casefold()).replace("ต่อ", "/")
    return re.sub(r"[\s.]", "", folded)


def _read_indicator(row: dict[str, str]) -> Indicator:
    return Indicator(
        key=row["indicator"],
        label=read_text(row, "label"),
        unit=row["unit"],
        dimension=Dimension(row["dimension"]),
        better=Better(row["better"]),
        chain_level=row["chain_level"],
        aggregation=row["aggregation"],
        within_unit=row["within_unit"],
        numerator=_part(row, "numerator"),
        denominator=_part(row, "denominator"),
        iris_id=row["iris_id"],
        iris_name=row["iris_name"],
        iris_fit=row["iris_fit"],
        sdg_unverified=row["sdg_unverified"],
    )


def _read_unit(row: dict[str, str]) -> Unit:
    decimals = int(row["decimals"]) if row["decimals"] else None
    label = read_text(row, "label")
    return Unit(row["unit"], label, row["kind"], decimals, Text(label.th, row["one_en"]), row["broader"])


def _part(row: dict[str, str], name: str) -> Text | None:
    """Numerator or denominator of a ratio; None where the indicator is no ratio."""
    return Text(row[f"{name}_th"], row[name]) if row[name] else None
