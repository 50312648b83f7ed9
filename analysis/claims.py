"""What may be said of a finding: the rung of the ladder of claims, chosen by the design alone (``claims.csv``)."""

from __future__ import annotations

from analysis.findings import Finding
from dictionary.load_claims import load_claims
from dictionary.load_methods import load_method_rows

PARALLEL, TRACED = "parallel", "traced"  # what a claim may ask for beyond its design


def find_claim(finding: Finding, *, parallel: bool = False, traced: bool = False) -> str:
    """The code of the highest claim that the design allows; "" where the finding is hidden.

    ``parallel``: before the project, participants and the comparison group went alike; ``traced``: there is evidence
    for every link of the theory of change that leads to the indicator. A value of one round alone allows the lowest.
    """
    method = load_method_rows().get(finding.method)
    if finding.suppressed or method is None:
        return ""
    one_round = finding.missing and finding.difference is None
    design = "one_round" if one_round else method.design.value
    has = {name for name, holds in ((PARALLEL, parallel), (TRACED, traced)) if holds}
    allowed = [claim for claim in load_claims().values() if design in claim.designs and claim.needs <= has]
    return allowed[-1].code
