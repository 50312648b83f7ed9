"""The page of the results chain: its answer, the gaps, the indicators with their tags, and the links."""

from __future__ import annotations

import streamlit as st

from analysis.evidence.chain import Chain
from analysis.findings import Findings
from figures.balance import name_level
from figures.chain_words import name_goal, write_goal, write_tags, write_target, write_way
from figures.kinds_chain import find_chain
from figures.targets import count_met, list_aims, write_score
from figures.told_evidence import tell_chain, tell_goals, tell_links
from figures.wording import DOT
from i18n import word
from ui.charts import show_charts
from ui.layout import find_or_invite, show_answer
from ui.pieces import item, label, plain, show_grid, show_html, span
from ui.screen import is_narrow
from ui.session import language, say
from ui.sources import show_titled, write_place

WIDE = ("level", "node", "indicator", "values", "way", "tags")
NARROW = ("node", "values", "way")


def show_chain() -> None:
    """The whole page; without a chain it says how to add one, and shows the targets that other sheets have."""
    findings = find_or_invite()
    chain = find_chain(findings)
    if chain is None:
        show_answer(say("pages.chain.none"), say("pages.chain.none_help"))
        show_charts("chain")
        return
    show_answer(answer_chain(chain, findings), detail_chain(chain), tell_chain(chain))
    show_charts("chain")
    show_gaps(chain)
    show_goals(chain)
    show_links(chain)


def answer_chain(chain: Chain, findings: Findings) -> str:
    """Behind how many links evidence stands, and how many targets were reached."""
    targets = write_score(count_met(list_aims(findings)), language())
    if not chain.links:
        return say("pages.chain.answer_no_links", nodes=len(chain.nodes), targets=targets)
    proven = sum(bool(link.evidence) for link in chain.links)
    return say("pages.chain.answer", proven=proven, links=len(chain.links), targets=targets)


def detail_chain(chain: Chain) -> str:
    """How many gaps there are."""
    return say("pages.chain.detail", gaps=len(chain.gaps)) if chain.gaps else say("pages.chain.detail_none")


def show_gaps(chain: Chain) -> None:
    """What the chain does not say, each with its cells."""
    if not chain.gaps:
        return
    st.subheader(say("pages.chain.gaps"), anchor=False)
    show_html(
        *(
            item(
                label(word(f"chain.gap_{gap.code}", language(), node=gap.node, subject=gap.subject), "block"),
                span(write_place(gap.source), "block quiet cells") if gap.source else "",
            )
            for gap in chain.gaps
        ),
        kind="items",
    )


def show_goals(chain: Chain) -> None:
    """Every indicator with its values, how far it came, and its IRIS+ and SDG tags."""
    show_titled(say("pages.chain.indicators"), tell_goals(chain), "chain_goals")
    st.caption(plain(say("pages.chain.tags_help")))
    chosen = language()
    rows = [
        {
            "level": name_level(node.level, chosen),
            "node": node.name,
            "indicator": name_goal(goal, chosen),
            "values": DOT.join((write_goal(goal, chosen), write_target(goal, chosen))),
            "way": write_way(goal, chosen),
            "tags": write_tags(goal, chosen),
        }
        for node in chain.nodes
        for goal in node.goals
    ]
    columns = NARROW if is_narrow() else WIDE
    show_grid([say(f"figures.column_{name}") for name in columns], [[row[name] for name in columns] for row in rows])


def show_links(chain: Chain) -> None:
    """Every link with its assumption and its evidence; that there is none is said."""
    if not chain.links:
        return
    show_titled(say("pages.chain.links"), tell_links(chain), "chain_links")
    none = say("chain.not_stated")
    heads = [say("pages.chain.column_from_node"), say("pages.chain.column_to_node")]
    heads += [say("chain.assumption"), say("chain.evidence")]
    show_grid(heads, [(one.start, one.end, one.assumption or none, one.evidence or none) for one in chain.links])
