"""Findings made by hand for the tests of figures; all names and numbers are invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from analysis.estimators import Values, list_beside
from analysis.evidence import Evidence
from analysis.findings import Finding, Findings, PairedValues
from analysis.sample import Sample
from analysis.sroi import find_return
from dictionary.load_indicators import load_indicators
from dictionary.load_methods import load_method_rows
from dictionary.nouns import Better, Dimension, Indicator, ProjectInfo, Round, Source
from i18n import Text
from tests.factories_chain import make_evidence
from tests.factories_network import Row, make_network, make_partners
from tests.factories_participation import CROSSED, PARTICIPATION, make_technology
from tests.factories_sroi import make_line, make_map

ROUNDS = (
    Round("baseline", Text("ก่อน", "Before"), date(2019, 3, 1), date(2019, 3, 31)),
    Round("endline", Text("หลัง", "After"), date(2021, 3, 1), date(2021, 3, 31)),
)
SOURCE = (Source("ทอผ้าใยกล้วย.xlsx", "รายได้", ("D2:E39",)),)
PROJECT = ProjectInfo(name="เส้นใยกล้วย", group="กลุ่มทอผ้าใยกล้วยบ้านตัวอย่าง", province="ปทุมธานี", is_sample=True)
LONG = (  # about 120 characters each
    "จำนวนครัวเรือนที่นำเศษเหลือจากการปั่นใยกล้วยกลับมาใช้ประโยชน์ในแปลงเกษตรของตนเองต่อเนื่องทั้งปีและไม่เผาในที่โล่ง",
    "Households that put the residue of spinning banana fibre back to use on their own fields all year, not burned",
)


def make_finding(key: str, before: float | None, after: float | None, **changes: object) -> Finding:
    """A whole-project finding of a known indicator, its change computed from the two values."""
    indicator = load_indicators().get(key) or make_indicator(key)
    return compare(
        Finding(indicator, indicator.unit, "typed_figure", (), before, after, caveats=("W01",), sources=SOURCE), changes
    )


def make_indicator(key: str, label: tuple[str, str] = ("", "")) -> Indicator:
    text = Text(label[0] or key, label[1] or key)
    return Indicator(key, text, "person", Dimension.SOCIAL, Better.HIGHER)


def compare(finding: Finding, changes: dict[str, object]) -> Finding:
    before, after = finding.baseline, finding.endline
    if before is not None and after is not None:
        based = before > 0 and finding.unit != "share"
        rise = after - before
        way = {Better.HIGHER: rise > 0, Better.LOWER: rise < 0, Better.NEITHER: None}[finding.indicator.better]
        finding = replace(
            finding,
            difference=rise,
            relative_change=rise / before if based else None,
            better=way if rise else None,
        )
    return replace(finding, **changes)  # type: ignore[arg-type]


def make_group(
    key: str, group: tuple[str, str], before: float | None, after: float | None, **changes: object
) -> Finding:
    method = {"members_active": "count", "partners": "count", "partner_support": "sum_of_known"}.get(key, "paired_mean")
    return make_finding(key, before, after, group=(group,), **{"method": method, **changes})


def make_pairs(n: int, rise: float = 1400.0, seed: int = 5) -> PairedValues:
    random = np.random.default_rng(seed)
    before = np.round(random.lognormal(8.05, 0.28, n) / 10) * 10
    after = np.round(np.maximum(0, before + random.normal(rise, 900, n)) / 10) * 10
    return PairedValues(before, after, n_baseline_only=3, n_endline_only=4)


def income_findings(pairs: PairedValues) -> tuple[Finding, ...]:
    change = pairs.endline - pairs.baseline
    n = len(change)
    half = 1.96 * change.std(ddof=1) / n**0.5 if n > 1 else 0.0
    mean = float(change.mean())
    counts = {"n_baseline": n, "n_endline": n, "n_pairs": n}
    values = Values(Sample(pairs.baseline, pairs.endline))
    paired = make_finding(
        "member_income",
        float(pairs.baseline.mean()),
        float(pairs.endline.mean()),
        method="paired_mean",
        interval=(mean - half, mean + half) if n >= 6 else None,
        caveats=("W01", "W04", "W06"),
        beside=list_beside(load_indicators()["member_income"], load_method_rows()["paired_mean"], values),
        **counts,
    )
    return (paired, *(_share(key, float(value), n) for key, value in _shares(change).items()))


def _shares(change: np.ndarray) -> dict[str, float]:
    return {"better": (change > 0).mean(), "same": (change == 0).mean(), "worse": (change < 0).mean()}


def _share(what: str, value: float, n: int) -> Finding:
    indicator = make_indicator(f"income_{what}_share")
    return Finding(indicator, "share", f"share_{what}", (), None, value, n_pairs=n, caveats=("W01",), sources=SOURCE)


def make_findings(extra: Sequence[Finding] = (), pairs: PairedValues | None = None) -> Findings:
    """A project of about forty members in which most things got better and some got worse."""
    pairs = make_pairs(38) if pairs is None else pairs
    told = (*PARTICIPATION_FOUND, *CHANNELS.values())
    found = (*income_findings(pairs), *SUMMARY, *MEMBERS, *PARTNERS, *SOURCES, *told, *extra)
    evidence = replace(
        make_evidence(ROUNDS, found),
        network=make_network(make_partners(12)),
        participation=PARTICIPATION,
        technology=make_technology(CHANNELS),
        sroi=find_return(
            make_map(make_line(stakeholder_number=24, input_thb=5000), make_line(outcome="less skill", quantity=-2))
        ),
    )
    return Findings("1", PROJECT, ROUNDS, found, {"member_income": pairs}, evidence=evidence)


def with_network(rows: list[Row]) -> Findings:
    """The usual findings, with the network of these rows and no other evidence."""
    return replace(make_findings(), evidence=Evidence(ROUNDS, network=make_network(rows)))


def many_indicators(count: int, *, long: bool = False) -> Findings:
    """Nothing but summary indicators, as many as asked for, some of them for the worse."""
    keys = list(load_indicators())
    random = np.random.default_rng(3)
    found = []
    for i in range(count):
        before = float(np.round(random.lognormal(4, 1.5), 0)) + 1
        after = float(np.round(before * random.uniform(0.4, 2.6), 0))
        if load_indicators()[keys[i]].unit == "share":
            before, after = (float(np.round(random.uniform(0.1, 0.8), 2)) for _ in range(2))
        finding = make_finding(keys[i], before, after, caveats=("W01", "W12"))
        if long and i % 3 == 0:
            finding = replace(finding, indicator=replace(finding.indicator, label=Text(*LONG)))
        found.append(finding)
    return Findings("1", PROJECT, ROUNDS, tuple(found), {})


SUMMARY = (
    make_finding("group_sales", 412_000, 655_000, target=600_000.0, caveats=("W01", "W12")),
    make_finding("household_debt", 58_200, 63_100, n_baseline=35, n_endline=35, caveats=("W01", "W12")),
    make_finding("training_hours", 12, 11),
    make_finding("stems_used", 300, 2_150, caveats=("W01", "W12")),
    make_finding("residue_diverted", 0.9, 4.1),
    make_finding("residue_dumped", 5.4, 1.9),
    make_finding("women_share", 0.72, 0.66),
    make_finding("communities_reached", 0, 3, caveats=("W01", "W10")),
    make_finding("community_fund", None, 12_000, missing="baseline_unknown"),
)
MEMBERS = (
    make_finding("members_active", 18, 42, method="count"),
    make_finding("members_new", None, 26, method="count_joined"),
    make_finding("members_left", None, 2, method="count_left"),
    make_group("members_active", ("village", "หมู่ 1 บ้านคลองหนึ่ง"), 6, 17),
    make_group("members_active", ("village", "หมู่ 2 บ้านตัวอย่าง"), 7, 14),
    make_group("members_active", ("village", "หมู่ 5 บ้านริมน้ำ"), 5, 5),
    make_group("members_active", ("village", "หมู่ 7"), 9, 6),
    make_group("members_active", ("village", "หมู่ 9"), None, None, suppressed=True),
)
PARTNERS = (
    make_finding("partners", 6, 13, method="count"),
    make_finding("partners_new", None, 9, method="count_joined"),
    make_finding("partners_ended", None, 2, method="count_left"),
    make_group("partners", ("sector", "government"), 2, 4),
    make_group("partners", ("sector", "education"), 1, 3),
    make_group("partners", ("sector", "local_authority"), 1, 1),
    make_group("partners", ("sector", "private"), 0, 4),
    make_group("partners", ("sector", "community_network"), 2, 1),
    make_group("partners", ("stage", "think"), 4, 6),
    make_group("partners", ("stage", "act"), 2, 7),
    make_group("partners", ("stage", "improve"), 0, 3),
    make_finding("partner_support", 180_000, 415_000, method="sum_of_known"),
    make_group("partner_support", ("support_kind", "funding"), 150_000, 240_000),
    make_group("partner_support", ("support_kind", "training"), 30_000, 175_000),
    make_group("partner_support", ("sector", "government"), 120_000, 200_000),
    make_group("partner_support", ("sector", "education"), 20_000, 95_000),
    make_group("partner_support", ("sector", "private"), 0, 120_000),
    make_group("partner_support", ("sector", "local_authority"), 40_000, 0),
)
PARTICIPATION_FOUND = (
    make_finding("participation_stages", 2, 4, method="count"),
    make_finding("stakeholders_reached", 3, 4, method="count"),
    make_finding("participation_activities", 4, 5, method="count"),
    *(
        make_finding("participation_activities", *counts, method="count", group=(("stage", s), ("stakeholder", who)))
        for (s, who), counts in CROSSED.items()
    ),
    make_finding("participation_people", 57, 150, method="sum_of_known", caveats=("W01", "W21")),
    make_group("participation_people", ("stage", "think"), 35, 64, method="sum_of_known"),
    make_group("participation_people", ("stage", "act"), 22, 42, method="sum_of_known"),
    make_group("participation_people", ("stage", "improve"), 0, 22, method="sum_of_known"),
    make_finding("participation_level", 3, 5, method="highest", relative_change=None),
)
CHANNELS = {
    (item, measure): replace(finding, indicator=replace(finding.indicator, label=Text(item, item)))
    for (item, measure), finding in {
        ("เพจผ้าใยกล้วย", "followers"): make_finding("technology_1", 420, 6_850, caveats=("W01", "W12")),
        ("ไลน์กลุ่มสมาชิกและเครือข่ายผู้ปลูกกล้วย", "followers"): make_finding("technology_2", 43, 212),
        ("เพจผ้าใยกล้วย", "orders"): make_finding("technology_3", 0, 46, caveats=("W01", "W10", "W12")),
        ("เว็บไซต์", "visits"): make_finding("technology_4", 310, 240),
        ("เว็บไซต์", "messages"): make_finding("technology_5", 4, 15),
    }.items()
}
SOURCES = (
    make_group("member_income", ("income_source", "ทอผ้าใยกล้วย"), 850, 2_400, n_pairs=38, interval=(1300.0, 1800.0)),
    make_group("member_income", ("income_source", "แปรรูปอาหารจากกล้วย"), 420, 610, n_pairs=38),
    make_group("member_income", ("income_source", "รับจ้างทั่วไป"), 1_905, 1_626, n_pairs=38),
)
