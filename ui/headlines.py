"""Which findings stand for the project on cards and in tables; the same as in the arrow chart."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding, Findings
from dictionary.nouns import Dimension
from figures.changes import count_changes, count_open, count_same, list_changes
from i18n import Language, word

INCOME = {"member_income", "member_income_all"}  # of the same members, or of whoever is known
FIRST = {*INCOME, "members_active", "partners"}
LAST = {"member_income_total", "women_share"}  # another view of a headline, or of no direction


def list_headlines(findings: Findings, dimension: Dimension | None = None) -> tuple[Finding, ...]:
    """The whole-project changes in the order of the dictionary: what was computed from rows first, then the summary."""
    wanted = {id(finding) for finding in list_changes(findings, dimension) if not finding.suppressed}
    return tuple(finding for finding in findings.findings if id(finding) in wanted)


def rank_headlines(headlines: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same, for little room: what reports always name first, then what got worse, so that it is not passed over."""

    def rank(finding: Finding) -> int:
        if finding.indicator.key in FIRST:
            return 0
        if finding.indicator.key in LAST:
            return 3
        return 1 if finding.better is False else 2

    return tuple(sorted(headlines, key=rank))


def list_behind(headlines: Sequence[Finding]) -> tuple[Finding, ...]:
    """The findings behind the overview's answer, the income that it names first."""
    return tuple(sorted(rank_headlines(headlines), key=lambda one: one.indicator.key not in INCOME))


def count_verdicts(headlines: Sequence[Finding], language: Language) -> tuple[str, ...]:
    """``ดีขึ้น 2``, ``แย่ลง 1``, ``เท่าเดิม 3``; nothing of what did not happen."""
    tally = count_changes(headlines)
    counts = {
        "better": tally.better,
        "worse": tally.worse,
        "same": count_same(headlines),
        "other": count_open(headlines),
    }
    return tuple(word(f"figures.count_{key}", language, count=n) for key, n in counts.items() if n)
