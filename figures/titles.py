"""Titles that say the finding in one sentence: what changed, never what caused it."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.findings import Finding
from dictionary.nouns import Dimension
from figures.changes import INCONCLUSIVE, Moved, Tally, count_changes, count_open, find_neither, is_unsure
from figures.draw_shares import Part
from figures.flows import Flow
from figures.groups import group_name
from figures.households import fit_words
from figures.pairs import Incomes
from figures.values import write_share
from figures.verbs import COUNTED, MEMBERS, add_chance, find_rung, say_moves, write_verb, write_verdict
from figures.wording import unit_for, write_change, write_difference, write_moves
from i18n import Language, word
from i18n.numbers import write_number


def title_changes(changes: Sequence[Moved], dimension: Dimension | None, language: Language) -> str:
    """How many indicators got better and how many worse."""
    tally = count_changes(changes)
    counts = {"better": tally.better, "worse": tally.worse, "all": tally.compared, "open": count_open(changes)}
    if tally.compared == 0:
        kind = "none"
    elif tally.compared == 1:
        return _title_one(next(f for f in changes if f.difference is not None), language)
    elif not tally.worse:
        kind = _name_better(tally, changes) if tally.better else find_neither(changes)
    else:
        kind = "worse" if not tally.better else "both" if tally.better >= tally.worse else "both_worse"
    told = {"moves": write_moves(changes, language), **counts}
    sentence = add_chance(say_moves(f"figures.changes_{kind}", find_rung(changes), language, **told), changes, language)
    return sentence if dimension is None else f"{word(f'figures.{dimension}', language)}: {sentence}"


def _name_better(tally: Tally, changes: Sequence[Moved]) -> str:
    """Where nothing got worse: that it did not is said only where nothing else changed of an open direction."""
    if tally.better == tally.compared:
        return "all_better"
    return "better_open" if count_open(changes) else "better"


def _title_one(finding: Moved, language: Language) -> str:
    words = {"change": write_change(finding, language), "verb": write_verdict(finding, language)}
    sentence = word("figures.one_change", language, name=finding.indicator.label[language], **words)
    return add_chance(sentence, [finding], language)


def title_incomes(incomes: Incomes, counted: bool, language: Language) -> str:
    """How many members earned more or less; the mean difference alone where counts may not be shown."""
    rose, same, fell = incomes.rises()
    if not counted:
        return _title_mean(incomes, language)
    kind = "rose" if rose >= fell else "fell"
    if incomes.count in (rose, same, fell):
        kind = "all_same" if same else f"all_{kind}"
    numbers = {"n": incomes.count, "rose": rose, "fell": fell}
    written = {key: write_number(value) for key, value in numbers.items()}
    found = [incomes.finding]
    told = say_moves(fit_words(f"figures.incomes_{kind}", incomes.finding), find_rung(found), language, **written)
    return add_chance(told, found, language)


def _title_mean(incomes: Incomes, language: Language) -> str:
    return _title_move("incomes_mean", incomes.finding, language, n=write_number(incomes.count))


def _title_move(kind: str, finding: Finding, language: Language, **words: str) -> str:
    """Rose or fell by how much, in words that need no sign."""
    if finding.difference is None:
        return word(fit_words(f"figures.{kind}_unknown", finding), language, **words)
    way = "moved" if finding.difference else "same"
    amount = write_difference(finding, language).lstrip("+\N{MINUS SIGN}")
    key = fit_words(f"figures.{kind}_{way}", finding)
    told = word(key, language, change=amount, verb=write_verb(finding, language), **words)
    return add_chance(told, [finding], language)


def title_shares(parts: Sequence[Part], language: Language) -> str:
    """The share who earned more, or less where those are more; the same where nobody did.

    The counts are the title of the chart of pairs.
    """
    worse, same, better = parts
    kind, told = ("rose", better) if better.count >= worse.count else ("fell", worse)
    if not told.count:
        kind, told = "same", same
    key = fit_words(f"figures.shares_{kind}", told.finding)
    title = say_moves(key, MEMBERS, language, share=write_share(told.share))
    few = told.finding is not None and told.finding.grade == INCONCLUSIVE
    return word("figures.one_chance", language, sentence=title) if few else title


def title_flow(flow: Flow, language: Language) -> str:
    """From how many to how many, and who came and went."""
    numbers = {"before": flow.before, "after": flow.after, "joined": flow.joined, "left": flow.left}
    written = {key: write_number(value) for key, value in numbers.items()}
    unit = unit_for(flow.unit, language, written["after"])
    way = "same" if flow.before == flow.after else "rose" if flow.after > flow.before else "fell"
    return say_moves(f"figures.flow_{flow.kind}_{way}", COUNTED, language, unit=unit, **written)


def title_groups(groups: Sequence[Finding], key: str, language: Language, hidden: int = 0) -> str:
    """In how many groups the number rose and fell, how many cannot be compared; the change where there is only one.

    Where groups are ``hidden`` it is said of those shown; those that may be chance are counted.
    """
    title = _title_known(groups, key, language, hidden)
    unsure = sum(map(is_unsure, groups))
    if not unsure or len(groups) == 1:
        return title
    return word("figures.groups_unsure", language, title=title, n=unsure, place=word(f"figures.place_{key}", language))


def _title_known(groups: Sequence[Finding], key: str, language: Language, hidden: int) -> str:
    compared = [f for f in groups if f.difference is not None]
    if len(compared) == 1 or len(groups) == 1:
        one = (*compared, *groups)[0]
        name = f"{one.indicator.label[language]} {group_name(one, language)}".strip()
        return _title_move("one_group", one, language, name=name)
    moves = [f.difference or 0.0 for f in compared]
    rose, fell = sum(move > 0 for move in moves), sum(move < 0 for move in moves)
    kind = "both" if rose and fell else "rose" if rose else "fell" if fell else "same" if moves else "none"
    kind = f"all_{kind}" if moves and max(rose, fell) == len(moves) else kind
    what = word(f"figures.what_{key}", language)
    place = word(f"figures.place_{key}", language)
    place = word("figures.place_shown", language, place=place) if hidden else place
    counts = {"rose": rose, "fell": fell, "same": len(moves) - rose - fell, "n": len(groups)}
    unknown, rung = len(groups) - len(moves) if moves else 0, find_rung(compared)
    if not unknown:
        return say_moves(f"figures.groups_{kind}", rung, language, what=what, place=place, **counts)
    kind = (
        kind if kind == "both" else f"some_{kind.removeprefix('all_')}"
    )  # what is not known may have moved the other way
    title = say_moves(f"figures.groups_{kind}", rung, language, what=what, place=place, **counts)
    return word("figures.groups_unknown", language, title=title, unknown=unknown, place=place)
