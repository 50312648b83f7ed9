"""The whole evidence beside the findings: what is told row by row and what has no before."""

from analysis.evidence.whole import Evidence, find_record_problems, gather_evidence

__all__ = ["Evidence", "find_record_problems", "gather_evidence"]
