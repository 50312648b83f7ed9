"""Laws of the network of partners: it agrees with what is counted, and dependence does not know names or scale."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import compare_rounds
from analysis.evidence.dependence import Holding, measure_dependence
from analysis.evidence.network import read_network
from analysis.evidence.tie_rows import Status
from analysis.findings import Finding
from ingest import InputFile, read_files
from project.opening import make_project
from project.places import list_places
from tests.build import build
from tests.observe import find

HEAD = ["ชื่อหน่วยงาน", "ภาคส่วน", "ลักษณะการสนับสนุน", "ขั้นการมีส่วนร่วม", "ร่วมงาน ก่อน", "ร่วมงาน หลัง"]
VALUES = ["มูลค่าการสนับสนุน ก่อน (บาท)", "มูลค่าการสนับสนุน หลัง (บาท)"]
ROW = st.tuples(
    st.sampled_from(["ก. สมมติ", "ข. สมมติ", "ค. สมมติ", "ง. สมมติ"]),
    st.just("ภาครัฐ"),
    st.sampled_from(["งบประมาณ", "ฝึกอบรม", "เรื่องอื่น", None]),
    st.sampled_from(["ร่วมคิด", "ร่วมทำ", None]),
    st.sampled_from(["ใช่", "ใช่", "ไม่ใช่", None]),
    st.sampled_from(["ใช่", "ใช่", "ไม่ใช่", None]),
    st.one_of(st.none(), st.integers(0, 9_000)),
    st.one_of(st.none(), st.integers(0, 9_000)),
)
AMOUNTS = st.lists(st.floats(0.01, 1e6), min_size=1, max_size=12)
SURE = [["จ. สมมติ", "ภาครัฐ", "งบประมาณ", "ร่วมคิด", "ใช่", "ไม่ใช่", 1, None]]  # yes and no stand there: no ticks
COUNTED = {"partners_new": Status.NEW, "partners_continuing": Status.CONTINUING, "partners_ended": Status.ENDED}


@given(st.lists(ROW, max_size=10))
@settings(max_examples=25, deadline=None)
def test_the_network_agrees_with_what_is_counted_and_summed(rows: list[tuple[object, ...]]) -> None:
    book = build({"ภาคีเครือข่าย": [[*HEAD, *VALUES], *SURE, *map(_agree, rows)]})
    reading = read_files([InputFile("book.xlsx", book)])
    rounds = reading.rounds[0], reading.rounds[-1]
    network = read_network(reading.records, rounds)
    compared = compare_rounds(reading.observations, rounds, {}, list_places(make_project(reading)))
    assert network is not None
    for key, status in COUNTED.items():
        counted = find(compared, key)
        if not counted.missing:
            assert sum(partner.status is status for partner in network.partners) == counted.endline
    total = find(compared, "partner_support")
    for side, value in enumerate((total.baseline, total.endline)):
        known = [partner.value[side] for partner in network.partners if partner.value[side] is not None]
        assert value is None or value == pytest.approx(sum(one for one in known if one is not None))
    for by in ("support_kind", "stage"):
        groups = [one for one in compared.findings if one.indicator.key == "partner_support" and _is_by(one, by)]
        if groups and not any(group.missing for group in (*groups, total)):
            assert sum(group.endline or 0 for group in groups) == pytest.approx(total.endline)


def _agree(row: tuple[object, ...]) -> list[object]:
    """A row without support in a round that it says the partner was not there in: the two would not agree."""
    *about, before, after, given, gives = row
    return [*about, before, after, None if before == "ไม่ใช่" else given, None if after == "ไม่ใช่" else gives]


def _is_by(finding: Finding, column: str) -> bool:
    return bool(finding.group) and finding.group[0][0] == column


@given(AMOUNTS, st.floats(0.1, 1000))
def test_dependence_does_not_depend_on_the_scale_of_money(amounts: list[float], factor: float) -> None:
    one, other = (
        measure_dependence([Holding(str(at), "", amount * times, 1, ()) for at, amount in enumerate(amounts)])
        for times in (1.0, factor)
    )
    assert one.by_value is not None
    assert other.by_value is not None
    assert other.by_value.share == pytest.approx(one.by_value.share)
    assert other.equal_partners == pytest.approx(one.equal_partners)


@given(AMOUNTS)
def test_the_support_is_spread_as_over_one_to_all_of_the_partners(amounts: list[float]) -> None:
    one = measure_dependence([Holding(str(at), "", amount, 1, ()) for at, amount in enumerate(amounts)])
    assert one.equal_partners is not None
    assert 1 - 1e-9 <= one.equal_partners <= len(amounts) + 1e-9
    assert one.by_value is not None
    assert one.by_value.share >= 1 / len(amounts) - 1e-9


@given(st.integers(1, 20))
def test_partners_that_give_the_same_count_each_as_one(count: int) -> None:
    one = measure_dependence([Holding(str(at), "", 70.0, 1, ()) for at in range(count)])
    assert one.equal_partners == pytest.approx(count)
