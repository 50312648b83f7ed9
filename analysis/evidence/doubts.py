"""W06 on what is told row by row: amounts of rounds of different years beside each other, not adjusted for prices."""

from __future__ import annotations

from dataclasses import replace

from analysis.deflate import NOMINAL
from analysis.evidence.chain import Chain, Goal
from analysis.evidence.effects import Effect
from analysis.evidence.material import Material
from analysis.evidence.network import Network
from analysis.evidence.whole import Evidence
from analysis.prices import Prices
from dictionary.load_indicators import is_money

DOUBTS = (NOMINAL,)


def doubt_amounts(evidence: Evidence, prices: Prices) -> Evidence:
    """The same, with W06 on ties, flows, effects and indicators of the chain that have an amount in both rounds."""
    if prices.is_real or not prices.differ(prices.compared):
        return evidence
    return replace(
        evidence,
        network=_doubt_network(evidence.network),
        chain=_doubt_chain(evidence.chain),
        effects=tuple(map(_doubt_effect, evidence.effects)),
        materials=tuple(map(_doubt_material, evidence.materials)),
    )


def _doubt_network(network: Network | None) -> Network | None:
    valued = network is not None and any(None not in tie.value for tie in network.ties)
    return replace(network, caveats=DOUBTS) if network and valued else network


def _doubt_material(material: Material) -> Material:
    first, last = (one.round for one in material.balances)
    sides = ([flow.weights.get(key) for key in (first, last)] for flow in material.flows)
    valued = any(all(one is not None and one.baht is not None for one in side) for side in sides)
    return replace(material, caveats=DOUBTS) if valued else material


def _doubt_effect(effect: Effect) -> Effect:
    valued = is_money(effect.unit) and effect.baseline is not None and effect.endline is not None
    return replace(effect, doubts=DOUBTS) if valued else effect


def _doubt_chain(chain: Chain | None) -> Chain | None:
    if chain is None:
        return None
    nodes = (replace(node, goals=tuple(map(_doubt_goal, node.goals))) for node in chain.nodes)
    return replace(chain, nodes=tuple(nodes))


def _doubt_goal(goal: Goal) -> Goal:
    """A goal with values of the findings has their caveats already."""
    valued = is_money(goal.unit) and goal.baseline is not None and goal.actual is not None
    return replace(goal, caveats=tuple(sorted({*goal.caveats, *DOUBTS}))) if valued and not goal.computed else goal
