"""The answer of each screen in one sentence, and a quiet line below it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.evidence.effects import NEGATIVE, POSITIVE
from analysis.findings import Finding, Findings
from dictionary.load import code_label
from dictionary.nouns import Dimension
from figures.changes import count_changes, count_open, count_same, find_neither, is_inconclusive
from figures.grade_words import write_grade
from figures.households import fit_words
from figures.prices import add_price_years
from figures.verbs import add_chance, find_rung, say_moves, write_verb
from figures.wording import DOT, write_each, write_moves, write_unit
from i18n import Language, word
from i18n.numbers import write_number
from ui.headlines import count_verdicts, list_headlines
from ui.income_sentences import tell_beside_group, tell_earners, tell_income, tell_whose
from ui.texts import direction, write_interval, write_values, write_with_unit

OPEN_PEOPLE = "W23"
WAYS = {1: "up", -1: "down", 0: "same"}


def answer_overview(findings: Findings, language: Language) -> str:
    """How many indicators got better, and what happened to a member's income."""
    answer = _count_better(findings, None, language)
    income = findings.find("member_income")
    if income is None or income.difference is None:
        return answer
    return add_price_years(f"{answer} {tell_income(income, language)}", findings, language)


def detail_overview(findings: Findings, language: Language) -> str:
    """How many members earn more, and how many indicators got worse or did not change."""
    headlines = list_headlines(findings)
    tally, rung, same = count_changes(headlines), find_rung(headlines), count_same(headlines)
    counts = {"worse": tally.worse, "same": same if same < tally.compared else 0}
    told = [tell_earners(findings, language), tell_whose(findings, language)]
    told += [say_moves(f"pages.overview.some_{kind}", rung, language, n=n) for kind, n in counts.items() if n]
    n_open = count_open(headlines)
    told.append(word("pages.overview.some_open", language, n=n_open) if n_open else "")
    told += [tell_beside_group(findings, language), _tell_open(headlines, language), _tell_unsaid(findings, language)]
    return " · ".join(filter(None, told))


def answer_dimension(findings: Findings, dimension: Dimension, language: Language) -> str:
    """How many indicators of one dimension got better."""
    return _count_better(findings, dimension, language)


def detail_dimension(headlines: Sequence[Finding], language: Language) -> str:
    """How many got better, worse and neither, where they did not all go the same way."""
    tally = count_changes(headlines)
    return DOT.join(count_verdicts(headlines, language)) if max(tally.better, tally.worse) < tally.compared else ""


def answer_members(findings: Findings, language: Language) -> str:
    """How the number of members changed; that the list does not say who was a member when."""
    if _is_unsaid(findings):
        return word("pages.members_active.not_stated", language)
    return _tell_count(findings, "members_active", language)


def detail_members(findings: Findings, language: Language) -> str:
    """Who came, who went, how many stayed."""
    told = (
        _tell_grade(findings, "members_active", language),
        _list_moves(findings, ("members_new", "members_left"), language),
        _list_values(findings, ("member_retention",), language),
        _tell_open(findings.findings, language),
        word("pages.members_active.to_state", language) if _is_unsaid(findings) else "",
    )
    return " · ".join(filter(None, told))


def _is_unsaid(findings: Findings) -> bool:
    """Whether nothing is told of members as their list does not say who was one when."""
    unsaid = any(problem.code == "presence_not_stated" for problem in findings.problems)
    return unsaid and findings.find("members_active") is None


def _tell_unsaid(findings: Findings, language: Language) -> str:
    """That nothing is told of members, and what to add."""
    keys = ("not_stated", "to_state") if _is_unsaid(findings) else ()
    return " ".join(word(f"pages.members_active.{key}", language) for key in keys)


def answer_income(findings: Findings, language: Language) -> str:
    """How many members earn more and by how much on average."""
    income = findings.find("member_income")
    if income is None or income.difference is None:
        return word(fit_words("pages.income.none", income), language)
    told = [tell_earners(findings, language, short=True), tell_income(income, language)]
    if is_inconclusive(income):  # the doubt comes first
        told.reverse()
    return add_price_years(" ".join(told).strip(), findings, language)


def detail_income(findings: Findings, language: Language) -> str:
    """The interval of the mean difference, and the shares of those better and worse off."""
    income = findings.find("member_income")
    interval = write_interval(income, language) if income else ""
    told = word("pages.income.interval", language, interval=interval) if interval else ""
    grade = _tell_grade(findings, "member_income", language)
    shares = _list_values(findings, ("income_worse_share",), language)
    beside, n_open = tell_beside_group(findings, language), _tell_open([income] if income else [], language)
    whose = tell_whose(findings, language)
    return " · ".join(filter(None, (grade, told, whose, shares, beside, n_open)))


def answer_partners(findings: Findings, language: Language) -> str:
    """How the number of partners changed."""
    return _tell_count(findings, "partners", language)


def detail_partners(findings: Findings, language: Language) -> str:
    """New, continuing and ended partners, and the value of their support."""
    moves = _list_moves(findings, ("partners_new", "partners_continuing", "partners_ended"), language)
    support = findings.find("partner_support")
    told = f"{support.indicator.label[language]} {write_values(support, language)}" if support else ""
    return " · ".join(
        filter(None, (_tell_grade(findings, "partners", language), moves, add_price_years(told, findings, language)))
    )


def _tell_open(findings: Sequence[Finding], language: Language) -> str:
    """How many pairs of people may be the same, where any finding rests on who is who."""
    numbers = (one.n for finding in findings for one in finding.remedies if one.caveat == OPEN_PEOPLE)
    n = next(numbers, None)
    return word("pages.people.open", language, n=write_number(n)) if n else ""


def _tell_grade(findings: Findings, key: str, language: Language) -> str:
    finding = findings.find(key)
    return write_grade(finding, language) if finding else ""


def _count_better(findings: Findings, dimension: Dimension | None, language: Language) -> str:
    headlines = list_headlines(findings, dimension)
    tally = count_changes(headlines)
    if not tally.compared:
        return word("pages.dimension.none", language)
    place = code_label("dimension", dimension)[language] if dimension else ""
    verdict = "worse" if tally.worse > tally.better else "better" if tally.better else find_neither(headlines)
    key = f"pages.{'dimension' if dimension else 'overview'}.{verdict}"
    counts = {"better": tally.better, "worse": tally.worse, "n": tally.compared}
    told = {"dimension": place, "moves": write_moves(headlines, language), **counts}
    return add_chance(say_moves(key, find_rung(headlines), language, **told), headlines, language)


def _tell_count(findings: Findings, key: str, language: Language) -> str:
    finding = findings.find(key)
    if finding is None or finding.difference is None:
        return word(f"pages.{key}.none", language)
    before, after = write_each(finding)
    return word(
        f"pages.{key}.{WAYS[direction(finding)]}",
        language,
        verb=write_verb(finding, language),
        before=before,
        after=after + write_unit(finding.unit, language, after),
    )


def _list_moves(findings: Findings, keys: tuple[str, ...], language: Language) -> str:
    """How many came, stayed and went, in few words; nothing of what did not happen."""
    known = (findings.find(key) for key in keys)
    return " · ".join(
        word(f"ui.beside.{f.indicator.key}", language, n=write_with_unit(f.endline, f.unit, language))
        for f in known
        if f and f.endline
    )


def _list_values(findings: Findings, keys: tuple[str, ...], language: Language) -> str:
    known = (findings.find(key) for key in keys)
    return " · ".join(
        f"{f.indicator.label[language]} {write_with_unit(f.endline, f.unit, language)}"
        for f in known
        if f and f.endline is not None
    )


def detail_effects(findings: Findings, language: Language) -> str:
    """How many good and bad effects are on record; nothing where there is none."""
    effects = findings.evidence.effects if findings.evidence else ()
    counts = {name: sum(e.direction == way for e in effects) for name, way in (("bad", NEGATIVE), ("good", POSITIVE))}
    return word("pages.dimensions.detail", language, **counts) if effects else ""
