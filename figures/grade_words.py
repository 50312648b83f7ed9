"""How strong the evidence is, in the reader's words, and what would raise it."""

from __future__ import annotations

from analysis.findings import Finding
from analysis.grades import INTERVAL, MORE_UNITS, NARROWER
from dictionary.load import code_label
from dictionary.load_claims import load_claims
from dictionary.load_methods import Design
from figures.changes import spans_zero
from i18n import Language, word

LASTING = frozenset({"W21"})  # caveats that no work on the data can settle, so that nothing raises the grade


def write_grade(finding: Finding, language: Language) -> str:
    """The grade of evidence; nothing where a finding has none."""
    return code_label("grade", finding.grade)[language] if finding.grade else ""


def write_short_grade(finding: Finding, language: Language) -> str:
    """The same where the head of a column says what it is."""
    return word(f"grades.short_{finding.grade}", language) if finding.grade else ""


def write_raising(finding: Finding, language: Language) -> str:
    """What would raise the grade, in one sentence; nothing where nothing would or can, or there is no grade."""
    if not finding.raises or LASTING & {*finding.raises}:
        return ""
    told = {MORE_UNITS} if {NARROWER, INTERVAL} & {*finding.raises} else set()  # the interval asks for them already
    codes = [code for code in finding.raises if code not in told]
    ways = word("grades.raise_and", language).join(word(f"grades.raise_{code.lower()}", language) for code in codes)
    return word("grades.raise", language, ways=ways)


def write_claim(finding: Finding, language: Language) -> str:
    """What may be said of a finding by its design; nothing of one that is hidden.

    Of a difference from the comparison group whose interval includes zero, that it cannot be told.
    """
    if not finding.claim:
        return ""
    claim = load_claims()[finding.claim]
    if Design.COMPARED in claim.designs and spans_zero(finding):
        return word("grades.claim_unsure", language)
    return claim.sentence[language]
