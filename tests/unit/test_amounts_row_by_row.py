"""W06 stands on amounts that are told row by row, where their rounds are of years with other prices."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from analysis import PriceKind, Prices
from analysis.evidence import Evidence
from analysis.evidence.doubts import doubt_amounts
from analysis.findings import Findings
from analysis.prices import PriceLevel
from i18n import Language
from reports.findings_json import write_json
from tests.unit.test_told_evidence import FINDINGS

BEFORE, AFTER = "baseline", "endline"


def _prices(years: tuple[int, int], kind: PriceKind = PriceKind.NOMINAL) -> Prices:
    levels = tuple(PriceLevel(key, ((year, 1.0),)) for key, year in zip((BEFORE, AFTER), years, strict=True))
    return Prices(kind, kind, levels=levels, compared=(BEFORE, AFTER))


def _plain(findings: Findings) -> Evidence:
    """What the sheets tell, without what was doubted."""
    told = findings.evidence
    assert told is not None
    assert told.network is not None
    materials = tuple(replace(one, caveats=()) for one in told.materials)
    return replace(told, network=replace(told.network, caveats=()), materials=materials)


def _list_doubted(evidence: Evidence) -> Iterator[str]:
    assert evidence.network is not None
    yield from ("network" for _ in evidence.network.caveats)
    yield from ("material" for one in evidence.materials if "W06" in one.caveats)


@pytest.mark.parametrize(
    ("prices", "raised"),
    [
        (_prices((2024, 2026)), True),
        (_prices((2026, 2026)), False),
        (_prices((2024, 2026), PriceKind.REAL), False),
    ],
)
def test_amounts_of_ties_and_flows_are_doubted_between_years_only(prices: Prices, raised: bool) -> None:
    doubted = set(_list_doubted(doubt_amounts(_plain(FINDINGS), prices)))
    assert doubted == ({"network", "material"} if raised else set())


def test_an_effect_in_baht_is_doubted_and_one_in_households_is_not() -> None:
    plain = _plain(FINDINGS)
    effect = replace(plain.effects[0], unit="thb", baseline=100.0, endline=200.0, doubts=())
    others = (replace(effect, unit="household"), replace(effect, endline=None))
    told = doubt_amounts(replace(plain, effects=(effect, *others)), _prices((2024, 2026)))
    assert ["W06" in one.caveats for one in told.effects] == [True, False, False]


def test_a_typed_amount_of_the_chain_is_doubted_and_one_of_the_findings_keeps_theirs() -> None:
    plain = _plain(FINDINGS)
    assert plain.chain is not None
    node = next(one for one in plain.chain.nodes if one.goals)
    typed = replace(node.goals[0], unit="thb", baseline=1.0, actual=2.0, computed=False, caveats=("W12",))
    goals = (typed, replace(typed, computed=True))
    chain = replace(plain.chain, nodes=(replace(node, goals=goals),))
    told = doubt_amounts(replace(plain, chain=chain), _prices((2024, 2026))).chain
    assert told is not None
    assert [one.caveats for one in told.nodes[0].goals] == [("W06", "W12"), ("W12",)]


def test_the_json_of_a_sample_of_two_years_says_it_of_ties_and_flows() -> None:
    told = json.loads(write_json(FINDINGS, Language.EN))
    assert told["network"]["caveats"] == ["W06"]
    assert ["W06"] in [one["caveats"] for one in told["flows"]]
