"""The sentences about incomes that answers are made of: how much, how many, and what a comparison group says of it."""

from __future__ import annotations

from analysis.findings import Finding, Findings
from figures.changes import is_inconclusive, is_perhaps_chance
from figures.comparison_paths import write_gain, write_sure
from figures.households import fit_words
from figures.remedy_words import tell_outside, write_remedy
from figures.verbs import MEMBERS, say_moves, write_verb
from i18n import Language, word
from i18n.numbers import write_number
from ui.texts import write_amount

ONE_DOMINATES = "W08"


def tell_income(income: Finding, language: Language) -> str:
    """By how much the mean income changed; that this may be chance alone where nothing can be concluded from it.

    Where one member's change is what makes it so wide, the difference without that member is told too.
    """
    key = "pages.income.mean" if income.difference else "pages.income.mean_same"
    told = word(
        fit_words(key, income), language, verb=write_verb(income, language), amount=write_amount(income, language)
    )
    if not is_inconclusive(income):
        return told
    told, n = told.removesuffix("."), write_number(income.n_pairs or 0)
    if not is_perhaps_chance(income):  # of so few that there is no interval
        return word("pages.income.too_few", language, told=told, n=n)
    without = (write_remedy(income, one, language) for one in income.remedies if one.caveat == ONE_DOMINATES)
    return " ".join((word("pages.income.perhaps_chance", language, told=told), *without))


def tell_whose(findings: Findings, language: Language) -> str:
    """Of how many the income is told and how many of them were no members in a round; nothing where all were."""
    income = findings.find("member_income")
    outside = tell_outside(income, language) if income else ""
    if income is None or not outside:
        return ""
    return f"{word('pages.income.known_in_both', language, n=write_number(income.n_pairs or 0))} {outside}"


def tell_earners(findings: Findings, language: Language, *, short: bool = False) -> str:
    """How many earn more, or how many earn less where those are more; that all earn the same where nobody does."""
    shares = [findings.find(f"income_{way}_share") for way in ("better", "worse")]
    counts = [round((share.endline or 0.0) * (share.n_pairs or 0)) if share else 0 for share in shares]
    pairs = shares[0].n_pairs if shares[0] and shares[0].endline is not None else 0
    if not pairs:
        return ""
    hidden = any(share is None or share.endline is None for share in shares)
    kind = "losers" if counts[1] > counts[0] else "earners" if counts[0] or hidden else "stayers"
    key = fit_words(f"pages.income.{kind}{'_short' if short else ''}", shares[0])
    return say_moves(key, MEMBERS, language, n=write_number(max(counts) or pairs), all=write_number(pairs))


def tell_beside_group(findings: Findings, language: Language) -> str:
    """What the income changed by beside a comparison group, where there is one: the plain change leaves that open."""
    contrasts = findings.comparison.contrasts if findings.comparison else ()
    for one in contrasts:
        if one.finding.indicator.key == "member_income" and one.finding.difference is not None:
            told = {"amount": write_gain(one, language), "sure": write_sure(one, language)}
            return word("pages.income.beside_group", language, **told)
    return ""
