"""What the caveats of findings call for, in the reader's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from analysis.beside import Remedy
from analysis.findings import Finding
from figures.values import write_value
from figures.wording import DOT, name_finding, write_both, write_difference, write_unit
from i18n import Language, word
from i18n.numbers import write_number

ONE_DOMINATES = "W08"
OUTSIDE = "W24"


def list_remedies(findings: Iterable[object], caveat: str, language: Language) -> tuple[str, ...]:
    """The remedies of one caveat, each once, behind the name of the first finding that has it.

    Where one unit dominates groups alone it is said why there is none: it would tell the figure of that one.
    """
    told: dict[Remedy, str] = {}
    raised = [one for one in findings if isinstance(one, Finding) and caveat in one.caveats]
    for finding in raised:
        for remedy in finding.remedies:
            if remedy.caveat == caveat:
                told.setdefault(
                    remedy, f"{name_finding(finding, language)} · {write_remedy(finding, remedy, language)}"
                )
    if caveat == ONE_DOMINATES and raised and not told:
        return (word("remedies.without_dominant_hidden", language),)
    return tuple(told.values())


def tell_outside(finding: Finding, language: Language) -> str:
    """How many of those whom a finding rests on were no members in a round; nothing where all were."""
    return DOT.join(write_remedy(finding, one, language) for one in finding.remedies if one.caveat == OUTSIDE)


def write_remedy(finding: Finding, remedy: Remedy, language: Language) -> str:
    """One remedy of a finding as a sentence with its figures."""
    figures = replace(finding, baseline=remedy.baseline, endline=remedy.endline, difference=remedy.difference)
    baseline = write_value(remedy.baseline, finding.unit)
    return word(
        f"remedies.{remedy.key}",
        language,
        baseline=baseline + write_unit(finding.unit, language, baseline),
        both=write_both(figures, language),
        difference=write_difference(figures, language),
        n=write_number(remedy.n or 0),
    )
