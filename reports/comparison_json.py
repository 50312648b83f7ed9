"""What a comparison group tells, as JSON; ``docs/methods.md`` says how each figure is computed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from analysis.contrasts import Contrast, GroupComparison, SideValues, Step, Trait
from analysis.findings import Findings
from analysis.provenance import join_sources
from reports.finding_json import tell_source

if TYPE_CHECKING:
    from reports.finding_json import Json


def tell_contrast(contrast: Contrast) -> dict[str, Json]:
    """What stands in the finding of a contrast beside the keys of every finding.

    ``participants`` and ``comparison`` hold the four means, ``naive_difference`` is the change of participants alone,
    ``expected_endline`` where they would be had they changed as the others did.
    """
    shown = not contrast.finding.suppressed
    return {
        "design": contrast.design,
        "participants": _side(contrast.participants) if shown else None,
        "comparison": _side(contrast.comparison) if shown else None,
        "naive_difference": contrast.participants.change if shown else None,
        "expected_endline": contrast.expected if shown else None,
        "standard_error": contrast.error,
        "standard_error_cr1": contrast.usual,
        "degrees_of_freedom": contrast.df,
        "clusters": contrast.clusters or None,
        "rounds": [_step(step) for step in contrast.steps],
        "earlier_difference": contrast.earlier.difference if contrast.earlier else None,
        "earlier_interval": contrast.earlier.interval if contrast.earlier else None,
        "parallel_before": contrast.is_parallel,
    }


def tell_comparison(findings: Findings) -> Json:
    """How many people each group has and how alike they are at the baseline; null without a comparison group."""
    comparison = findings.comparison
    if comparison is None:
        return None
    cells = join_sources(source for one in comparison.contrasts for source in one.finding.sources)
    return {
        "people": dict(comparison.people) or None,
        "balance": [_trait(trait) for trait in comparison.balance],
        "sources": [tell_source(source) for source in cells] if comparison.people else [],
    }


def list_contrasts(comparison: GroupComparison | None) -> tuple[Contrast, ...]:
    """The contrasts, none where there is no comparison group."""
    return comparison.contrasts if comparison else ()


def _side(side: SideValues) -> dict[str, Json]:
    return {**asdict(side), "difference": side.change}


def _step(step: Step) -> dict[str, Json]:
    return asdict(step)


def _trait(trait: Trait) -> dict[str, Json]:
    return {
        "trait": trait.trait,
        "unit": trait.unit,
        "participants": trait.participants,
        "comparison": trait.comparison,
        "standardised_difference": trait.difference,
        "n_participants": trait.n_participants or None,
        "n_comparison": trait.n_comparison or None,
        "suppressed": trait.suppressed,
        "sources": [tell_source(source) for source in trait.sources],
    }
