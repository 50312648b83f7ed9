"""The results chain, the effects and the index of the dimensions as JSON."""

from __future__ import annotations

from analysis.evidence.chain import Chain, Gap, Goal, Link, Node
from analysis.evidence.effects import Effect
from analysis.evidence.index import SCALE, DimensionIndex, Index
from analysis.findings import Findings
from analysis.provenance import join_sources
from figures.balance import list_balance
from figures.chain_words import name_goal
from i18n import Language, word
from reports.finding_json import Json, tell_source


def tell_chain_and_effects(findings: Findings, language: Language) -> dict[str, Json]:
    """``dimensions``, ``chain``, ``effects`` and ``index``; null or empty where there is no such sheet."""
    evidence = findings.evidence
    return {
        "dimensions": [
            {
                "dimension": row.dimension.value,
                "level": row.level or None,
                "better": row.better,
                "worse": row.worse,
                "other": row.other,
                "indicators": row.indicators,
                "sources": [tell_source(source) for source in row.sources],
            }
            for row in list_balance(findings)
        ],
        "chain": _chain(evidence.chain, language) if evidence and evidence.chain else None,
        "effects": [_effect(effect) for effect in evidence.effects] if evidence else [],
        "index": _index(evidence.index, findings, language) if evidence and evidence.index else None,
    }


def _chain(chain: Chain, language: Language) -> dict[str, Json]:
    return {
        "nodes": [_node(node, language) for node in chain.nodes],
        "links": [_link(link) for link in chain.links],
        "gaps": [_gap(gap, language) for gap in chain.gaps],
    }


def _node(node: Node, language: Language) -> dict[str, Json]:
    return {
        "node": node.name,
        "level": node.level or None,
        "indicators": [_goal(goal, language) for goal in node.goals],
        "sources": [tell_source(node.source)],
    }


def _goal(goal: Goal, language: Language) -> dict[str, Json]:
    one = goal.indicator
    return {
        "indicator": one.key if one else None,
        "label": name_goal(goal, language),
        "unit": goal.unit,
        "baseline": goal.baseline,
        "actual": goal.actual,
        "target": goal.target,
        "attained_share": goal.attained,
        "target_met": goal.met,
        "from": "findings" if goal.computed else "chain",
        "typed_values_differ": goal.overruled,
        "missing": goal.missing or None,
        "sdg_unverified": one.sdg_unverified.split(";") if one and one.sdg_unverified else [],
        "iris": {"id": one.iris_id, "name": one.iris_name, "fit": one.iris_fit} if one and one.iris_id else None,
        "caveats": goal.caveats,
        "sources": [tell_source(source) for source in goal.sources],
    }


def _link(link: Link) -> dict[str, Json]:
    return {
        "from": link.start,
        "to": link.end,
        "assumption": link.assumption or None,
        "evidence": link.evidence or None,
        "goes_back": link.back,
        "in_circle": link.round_trip,
        "sources": [tell_source(link.source)],
    }


def _gap(gap: Gap, language: Language) -> dict[str, Json]:
    return {
        "gap": gap.code,
        "node": gap.node,
        "about": gap.subject or None,
        "message": word(f"chain.gap_{gap.code}", language, node=gap.node, subject=gap.subject),
        "sources": [tell_source(gap.source)] if gap.source else [],
    }


def _effect(effect: Effect) -> dict[str, Json]:
    return {
        "effect": effect.name,
        "dimension": effect.dimension.value if effect.dimension else None,
        "direction": effect.direction or None,
        "intended": effect.intended,
        "who": effect.who or None,
        "unit": effect.unit or None,
        "baseline": effect.baseline,
        "endline": effect.endline,
        "evidence": effect.evidence or None,
        "response": effect.response or None,
        "caveats": effect.caveats,
        "sources": [tell_source(source) for source in effect.sources],
    }


def _index(index: Index, findings: Findings, language: Language) -> dict[str, Json]:
    keys = {part.indicator.key for one in index.dimensions for part in one.parts}
    counted = (one for key in sorted(keys) if (one := findings.find(key)))
    return {
        "scale": [-SCALE, SCALE],
        "dimensions": [_dimension(one, language) for one in index.dimensions],
        "same_order_share": index.same_order,
        "draws": index.draws,
        "caveats": index.caveats,
        "left_out": [{"indicator": indicator.key, "reason": why} for indicator, why in index.left_out],
        "sources": [tell_source(source) for source in join_sources(s for one in counted for s in one.sources)],
    }


def _dimension(one: DimensionIndex, language: Language) -> dict[str, Json]:
    return {
        "dimension": one.dimension.value,
        "index": one.value,
        "place": one.place,
        "usual_range": one.usual,
        "any_weights_range": one.extreme,
        "indicators": [
            {
                "indicator": part.indicator.key,
                "label": part.indicator.label[language],
                "score": part.score,
                "weight": part.weight,
            }
            for part in one.parts
        ],
    }
