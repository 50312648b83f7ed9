"""The index in the findings, where somebody asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from analysis.evidence.index import weigh
from analysis.findings import Findings
from figures.changes import list_changes

SEED = 2569  # the random weights are the same each time


def weigh_findings(findings: Findings, weights: Mapping[str, float] | None) -> Findings:
    """The findings with the index that the weights give; without an index where nobody asks for one."""
    if findings.evidence is None or (weights is None and findings.evidence.index is None):
        return findings
    shown = [finding for finding in list_changes(findings) if not finding.suppressed]
    index = None if weights is None else weigh(shown, weights, np.random.default_rng(SEED))
    return replace(findings, evidence=replace(findings.evidence, index=index))
