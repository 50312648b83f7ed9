"""The weights of the index: kept with the session, and the index in all findings that are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.evidence.index import Index
    from analysis.findings import Findings
    from ui.store import Session

SEED = 2569  # the random weights are the same each time
EQUAL = 1.0
HEAVIEST = 10.0


def weigh_findings(findings: Findings, weights: Mapping[str, float] | None) -> Findings:
    """The findings with the index that the weights give; without an index where nobody asks for one."""
    if findings.evidence is None or (weights is None and findings.evidence.index is None):
        return findings
    return replace(findings, evidence=replace(findings.evidence, index=_weigh(findings, weights)))


def _weigh(findings: Findings, weights: Mapping[str, float] | None) -> Index | None:
    import numpy as np

    from analysis.evidence.index import weigh
    from figures.changes import list_changes

    if weights is None:
        return None
    shown = [finding for finding in list_changes(findings) if not finding.suppressed]
    return weigh(shown, weights, np.random.default_rng(SEED))


def keep_weights(session: Session, weights: dict[str, float] | None) -> None:
    """Weigh again what was found before; None takes the index away."""
    session.weights = weights
    session.found = {kept: weigh_findings(found, weights) for kept, found in session.found.items()}
