"""Whose amounts a total adds up, beside whose mean is told: the two rest on different people and do not meet."""

from __future__ import annotations

from analysis.findings import Finding, Findings
from figures.changes import TOTALS
from i18n import Language, word
from i18n.numbers import write_number


def tell_whose_total(findings: Findings, language: Language) -> str:
    """Of how many the total of incomes is, and of how many the mean; "" where both are of the same people.

    Of several rounds also that the total of the trend is of others, where it is.
    """
    ((total, mean),) = ((findings.find(key), findings.find(of)) for key, of in TOTALS.items())
    if total is None or mean is None or total.baseline is None or total.endline is None or not mean.n_pairs:
        return ""
    before, after = (write_number(n or 0) for n in (total.n_baseline, total.n_endline))
    sizes = {total.n_baseline, total.n_endline, total.n_pairs, mean.n_pairs}
    told = {"pairs": write_number(mean.n_pairs), "before": before, "after": after}
    whose = word("totals.whose", language, **told) if len(sizes) > 1 else ""
    return " ".join(filter(None, (whose, _tell_trend(findings, total, language))))


def _tell_trend(findings: Findings, total: Finding, language: Language) -> str:
    """That the total over all rounds is of those without a blank in any; nothing where these are as many."""
    trend = next((one for one in findings.trends if one.indicator.key == total.indicator.key), None)
    if trend is None or len(trend.known) != len(trend.values):
        return ""
    ends = [next(one for one in trend.values if one.round == side.key) for side in findings.rounds]
    if [one.value for one in ends] == [total.baseline, total.endline]:
        return ""
    of_all, of_two = (
        [write_number(n or 0) for n in counts]
        for counts in ([one.n for one in ends], [total.n_baseline, total.n_endline])
    )
    return word("totals.two_totals", language, of_two=" → ".join(of_two), of_all=" → ".join(of_all))
