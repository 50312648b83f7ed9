"""How many stayed, left and joined between the rounds, from the findings."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.findings import Findings


@dataclass(frozen=True, slots=True)
class Flow:
    """Numbers between two rounds: ``before`` = stayed + left + those whose end is not known; ``after`` likewise.

    ``kind`` is ``members`` or ``partners`` and says in which words the flow is told; ``unit`` is its unit.
    """

    kind: str
    unit: str
    before: int
    after: int
    stayed: int
    left: int
    joined: int

    @property
    def unclear_before(self) -> int:
        """Present before, and not known whether after."""
        return self.before - self.stayed - self.left

    @property
    def unclear_after(self) -> int:
        """Present after, and not known whether before."""
        return self.after - self.stayed - self.joined


def find_members_flow(findings: Findings) -> Flow | None:
    """The flow of members; None where a count is missing."""
    return _find_flow(findings, "members", ("members_active", "members_new", "members_left"))


def find_partners_flow(findings: Findings) -> Flow | None:
    """The flow of partner organisations; None where a count is missing."""
    return _find_flow(findings, "partners", ("partners", "partners_new", "partners_ended"))


def _find_flow(findings: Findings, kind: str, keys: tuple[str, str, str]) -> Flow | None:
    total, new, gone = (findings.find(key) for key in keys)
    if total is None or new is None or gone is None:
        return None
    known = [None if v is None else round(v) for v in (total.baseline, total.endline, new.endline, gone.endline)]
    before, after, joined, left = known
    if before is None or after is None or joined is None or left is None or before + after == 0:
        return None
    stayed = max(0, min(before - left, after - joined))
    return Flow(kind, total.unit, before, after, stayed, left, joined)
