"""Where to look when nothing can be compared and the file holds something else."""

from __future__ import annotations

import streamlit as st

from analysis.findings import Findings
from figures.changes import count_changes
from ui.frame import page_path
from ui.headlines import list_headlines
from ui.session import say

FINDINGS = {"members": "members_active", "income": "member_income_all", "partners": "partners"}  # a page, its indicator


def list_elsewhere(findings: Findings) -> tuple[str, ...]:
    """The pages that have something to show, in the order of the navigation; none where an indicator is compared."""
    if count_changes(list_headlines(findings)).compared:
        return ()
    told = findings.evidence
    filled = {
        "chain": told and told.chain,
        "sroi": told and told.sroi,
        **{page: findings.find(key) for page, key in FINDINGS.items()},
        "participation": told and told.participation,
        "technology": told and told.technology,
        "material": told and told.materials,
    }
    return tuple(page for page, content in filled.items() if content)


def show_elsewhere(findings: Findings) -> None:
    """A sentence, and a link to each such page."""
    pages = list_elsewhere(findings)
    if not pages:
        return
    st.write(say("pages.overview.elsewhere", pages=", ".join(say(f"ui.page.{page}") for page in pages)))
    with st.container(horizontal=True, key="elsewhere"):
        for page in pages:
            st.page_link(page_path(page), label=say("pages.overview.go", page=say(f"ui.page.{page}")))
