"""Participation and technology as JSON: counts, dates and whether there is evidence; never what the evidence says."""

from __future__ import annotations

from datetime import date

from analysis.evidence import Evidence
from analysis.evidence.participation import LEVELS, STAGES, STAKEHOLDERS, Activity, Held, Participation
from analysis.evidence.technology import KINDS, MEASURES, Channel, Work
from analysis.provenance import join_sources
from dictionary.load import code_label, load_codes
from dictionary.nouns import Round
from i18n import Language
from reports.finding_json import Json, tell_source


def tell_participation(evidence: Evidence | None, language: Language) -> Json:
    """Each activity with both rounds, and how many reached each level; None where there is no row."""
    if evidence is None or evidence.participation is None:
        return None
    told = evidence.participation
    return {
        "activities": [_activity(one, evidence.rounds, language) for one in told.activities],
        "levels": _levels(told, evidence.rounds, language),
        "levels_without_evidence": told.unproven,
        "not_in_matrix": {f"{column}_not_known": count for column, count in told.aside.items()},
        "sources": [tell_source(source) for source in join_sources(s for one in told.activities for s in one.sources)],
    }


def _activity(one: Activity, rounds: tuple[Round, Round], language: Language) -> Json:
    return {
        "activity": one.name,
        **_code("stage", STAGES, one.stage, language),
        **_code("stakeholder", STAKEHOLDERS, one.stakeholder, language),
        **_days(one.first, one.last),
        "rounds": [_held(held, round_) for held, round_ in zip(one.held, rounds, strict=True)],
        "sources": [tell_source(source) for source in one.sources],
    }


def _held(held: Held, round_: Round) -> Json:
    return {
        "round": round_.key,
        "took_place": held.took_place,
        "people": held.people,
        "level": held.level,
        "evidence": bool(held.evidence),
    }


def _levels(told: Participation, rounds: tuple[Round, Round], language: Language) -> Json:
    labels = load_codes(LEVELS).items()
    return [
        {
            "level": place,
            "code": code,
            "label": label[language],
            **{round_.key: count for round_, count in zip(rounds, counts, strict=True)},
        }
        for place, ((code, label), counts) in enumerate(zip(labels, told.levels, strict=True), start=1)
    ]


def tell_technology(evidence: Evidence | None, language: Language) -> Json:
    """Each channel by the key of its finding, and the works in the order of their dates; None where there is no row."""
    if evidence is None or evidence.technology is None:
        return None
    return {
        "channels": [_channel(one, language) for one in evidence.technology.channels],
        "works": [_work(one, language) for one in evidence.technology.works],
    }


def _channel(one: Channel, language: Language) -> Json:
    return {
        "item": one.item,
        **_code("kind", KINDS, one.kind, language),
        **_code("measure", MEASURES, one.measure, language),
        "indicator": one.finding.indicator.key,
        "baseline": one.finding.baseline,
        "endline": one.finding.endline,
        "relative_change": one.finding.relative_change,
        "unit": one.finding.unit,
        "sources": [tell_source(source) for source in one.finding.sources],
        **_days(one.first, one.last),
        "result": one.result or None,
        "link": one.link or None,
    }


def _work(one: Work, language: Language) -> Json:
    return {
        "item": one.item,
        **_code("kind", KINDS, one.kind, language),
        **_days(one.first, one.last),
        "result": one.result or None,
        "link": one.link or None,
        "sources": [tell_source(one.source)],
    }


def _code(name: str, codelist: str, code: str, language: Language) -> dict[str, Json]:
    return {name: code or None, f"{name}_label": code_label(codelist, code)[language] if code else None}


def _days(first: date | None, last: date | None) -> dict[str, Json]:
    return {"from": first.isoformat() if first else None, "to": last.isoformat() if last else None}
