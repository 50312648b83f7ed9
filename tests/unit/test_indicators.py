"""The rows of the dictionary that the analysis rests on: complete, consistent, and with right IRIS+ ids."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from analysis.caveats import RULES
from analysis.income_lines import METHOD as HELD_AGAINST
from analysis.methods import METHODS
from dictionary.load_indicators import (
    find_unit,
    load_caveats,
    load_indicators,
    load_units,
    match_indicator,
    match_unit,
    unit_label,
)
from dictionary.load_methods import CROSS, Design, load_measures, load_method_rows
from dictionary.nouns import Dimension
from dictionary.observations import GROUPS
from i18n import Text

HOUSE = Path(__file__).parents[2]
FILES = ("indicators", "units", "unit_spellings", "indicator_spellings", "caveats", "methods", "measures")
KINDS = {"money", "count", "share", "multiple", "score", "mass", "volume", "time", "area", "yield", "concentration"}
INDICATORS = load_indicators()


def _iris_names() -> dict[str, str]:
    with (HOUSE / "data/reference/iris53_names.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {row["iris_id"]: row["name"] for row in csv.DictReader(lines)}


@pytest.mark.parametrize("name", FILES)
def test_every_list_opens_in_excel_with_thai_letters(name: str) -> None:
    assert (HOUSE / "dictionary" / f"{name}.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_every_iris_id_stands_with_its_own_name() -> None:
    names = _iris_names()
    pairs = {(i.iris_id, i.iris_name) for i in INDICATORS.values() if i.iris_id}
    assert pairs - set(names.items()) == set()
    assert len(pairs) > 30


def test_an_indicator_without_an_iris_id_says_that_it_is_custom() -> None:
    fits = {i.iris_fit for i in INDICATORS.values() if not i.iris_id}
    assert fits == {"custom"}
    assert {i.iris_fit for i in INDICATORS.values() if i.iris_id} == {"exact", "proxy", "derived"}


def test_every_indicator_has_a_known_unit_and_both_labels() -> None:
    assert {i.unit for i in INDICATORS.values()} <= load_units().keys()
    assert all(i.label.th and i.label.en for i in INDICATORS.values())
    assert {i.within_unit for i in INDICATORS.values()} == {"sum", "max"}
    assert {i.dimension for i in INDICATORS.values()} == set(Dimension)


def test_every_ratio_says_what_is_divided_by_what_in_both_languages() -> None:
    ratios = [i for i in INDICATORS.values() if i.aggregation in {"ratio", "net_share"}]
    assert ratios
    for indicator in ratios:
        for part in (indicator.numerator, indicator.denominator):
            assert part is not None, indicator.key
            assert part.th, indicator.key
            assert part.en, indicator.key


def test_every_unit_has_a_known_kind() -> None:
    assert {unit.kind for unit in load_units().values()} == KINDS


@pytest.mark.parametrize(
    ("typed", "unit", "factor"),
    [
        ("บาทต่อเดือน", "thb_per_month", 1),
        ("บาท / เดือน", "thb_per_month", 1),
        ("Baht per month", "thb_per_month", 1),
        ("ร้อยละ", "share", 0.01),
        ("%", "share", 0.01),
        ("สัดส่วน", "share", 1),
        ("ตัน/ปี", "tonne_per_year", 1),
        ("คน", "person", 1),
        ("แห่ง", "organisation", 1),
        ("ลบ.ม.ต่อปี", "m3_per_year", 1),
        ("kg CO₂e/year", "kg_co2e_per_year", 1),
    ],
)
def test_a_unit_is_known_as_people_type_it(typed: str, unit: str, factor: float) -> None:
    first, *_ = match_unit(typed)
    assert (first.unit, first.factor) == (unit, factor)


def test_a_unit_that_may_mean_several_gives_all_of_them() -> None:
    assert [spelling.unit for spelling in match_unit("ตัน/ปี")] == ["tonne_per_year", "tonne_fresh_per_year"]


def test_every_unit_is_known_by_its_own_labels() -> None:
    for unit in load_units().values():
        for text in (unit.code, unit.label.th, unit.label.en):
            assert unit.code in {spelling.unit for spelling in match_unit(text)}, text


def test_a_unit_nobody_listed_is_its_own_label() -> None:
    assert match_unit("ไร่นาสวนผสม") == ()
    assert unit_label("ไร่") == Text("ไร่", "ไร่")
    assert find_unit("ไร่").decimals is None


@pytest.mark.parametrize(
    ("typed", "many", "one"),
    [
        ("ครั้ง/เดือน", Text("ครั้ง/เดือน", "times/month"), Text("ครั้ง/เดือน", "time/month")),
        ("คน ต่อ วัน", Text("คน/วัน", "people/day"), Text("คน/วัน", "person/day")),
        ("items/month", Text("รายการ/เดือน", "items/month"), Text("รายการ/เดือน", "item/month")),
        ("กล่อง/เดือน", Text("กล่อง/เดือน", "กล่อง/เดือน"), Text("กล่อง/เดือน", "กล่อง/เดือน")),
    ],
)
def test_a_rate_that_nobody_listed_is_said_in_both_languages_where_its_words_are_known(
    typed: str, many: Text, one: Text
) -> None:
    assert (unit_label(typed), find_unit(typed).one) == (many, one)


def test_an_indicator_is_known_by_key_label_and_spelling() -> None:
    assert match_indicator("household_debt") == "household_debt"
    assert match_indicator("หนี้สินเฉลี่ยต่อครัวเรือน") == "household_debt"
    assert match_indicator("  Household  DEBT ") == "household_debt"
    assert match_indicator("จำนวนช้าง") is None


def test_no_name_means_two_indicators() -> None:
    labels = [label for i in INDICATORS.values() for label in (i.label.th, i.label.en)]
    assert [label for label in labels if labels.count(label) > 1] == []
    assert all(
        match_indicator(i.label.th) == key and match_indicator(i.label.en) == key for key, i in INDICATORS.items()
    )


def test_every_measure_names_rows_that_exist() -> None:
    for measure in load_measures():
        assert {measure.indicator, measure.observed, measure.presence} <= INDICATORS.keys()
        assert measure.method in METHODS
        assert {part for by in measure.by for part in by.split(CROSS)} <= set(GROUPS)


def test_every_method_is_explained_and_every_explained_method_exists() -> None:
    of_two = {Design.TYPED, Design.COMPARED}  # of a figure, or of two groups: not of one sample
    others = {code for code, row in load_method_rows().items() if row.design in of_two}
    assert load_method_rows().keys() - others == METHODS.keys() | {HELD_AGAINST}


def test_every_caveat_of_the_field_has_a_sentence_and_every_rule_a_caveat() -> None:
    caveats = load_caveats()
    assert {f"W{number:02d}" for number in range(1, 19)} <= caveats.keys()
    assert RULES.keys() <= caveats.keys()
    assert all(text.th and text.en for caveat in caveats.values() for text in (caveat.title, caveat.sentence))
