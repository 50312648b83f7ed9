"""Whose amounts a total adds up, beside whose mean is told: the two rest on different people and do not meet."""

from __future__ import annotations

from analysis.findings import Findings
from figures.changes import TOTALS
from i18n import Language, word
from i18n.numbers import write_number


def tell_whose_total(findings: Findings, language: Language) -> str:
    """Of how many the total of incomes is, and of how many the mean; "" where both are of the same people."""
    ((total, mean),) = ((findings.find(key), findings.find(of)) for key, of in TOTALS.items())
    if total is None or mean is None or total.baseline is None or total.endline is None or not mean.n_pairs:
        return ""
    sizes = {total.n_baseline, total.n_endline, total.n_pairs, mean.n_pairs}
    if len(sizes) == 1:
        return ""
    before, after = (write_number(n or 0) for n in (total.n_baseline, total.n_endline))
    return word("totals.whose", language, pairs=write_number(mean.n_pairs), before=before, after=after)
