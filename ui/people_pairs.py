"""People who may be the same: two rows side by side, what agrees and what differs, and the user's answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from dictionary.load import column_label
from dictionary.people import CellRef, Decision, UncertainPair
from i18n.numbers import write_number
from ingest import PeopleMatching
from ui.people_cells import DOT, look_up, name_person, name_round, write_place
from ui.people_decide import decide
from ui.pieces import label, show_html
from ui.session import current_session, language, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ingest.people.lookup import ShownPerson

AT_ONCE = 10  # pairs asked about at a time
ANSWERS = ("same", "different")
HARMLESS = {"name"}  # a trait that may differ in a pair without a contradiction
CLEAR = 0.9  # likeness of the names from which a pair may be accepted with others in one go
TELLING = {"name", "birth_year", "village"}  # traits of which one at least must agree for a pair to be clear


def show_pairs(people: PeopleMatching) -> None:
    """The uncertain pairs, some at a time; what is answered is applied when the user says so."""
    pairs = people.uncertain
    if not pairs:
        st.write(say("pages.people.none_uncertain"))
        return
    st.write(say("pages.people.uncertain", n=write_number(len(pairs))))
    _offer_all(pairs)
    shown = look_up([ref for pair in pairs[:AT_ONCE] for ref in (pair.left, pair.right)])
    with st.form(f"people_{current_session().version}", border=False):
        for number, pair in enumerate(pairs[:AT_ONCE]):
            _ask_pair(number, pair, shown)
        if len(pairs) > AT_ONCE:
            st.caption(say("pages.people.first_pairs", shown=AT_ONCE, n=write_number(len(pairs))))
        if st.form_submit_button(say("pages.people.apply"), type="primary"):
            _apply(pairs[:AT_ONCE])


def _offer_all(pairs: Sequence[UncertainPair]) -> None:
    """One button for all pairs that nothing speaks against."""
    clear = list_clear(pairs)
    if len(clear) > 1 and st.button(say("pages.people.accept_clear", n=write_number(len(clear)))):
        decide([Decision(pair.left, pair.right, same=True) for pair in clear])


def list_clear(pairs: Sequence[UncertainPair]) -> list[UncertainPair]:
    """The pairs of which nobody is in another: something agrees, and at most the spelling differs, a little."""
    times = Counter(ref for pair in pairs for ref in (pair.left, pair.right))
    alone = [pair for pair in pairs if times[pair.left] == times[pair.right] == 1 and not pair.same_list]
    alike = [pair for pair in alone if pair.likeness >= CLEAR and (pair.near_id or set(pair.agrees) & TELLING)]
    return [pair for pair in alike if set(pair.differs) <= HARMLESS]


def _key(number: int) -> str:
    return f"people_{current_session().version}_{number}"


def _ask_pair(number: int, pair: UncertainPair, shown: Mapping[CellRef, ShownPerson]) -> None:
    with st.container(border=True, gap="xsmall", key=f"pair_{number}"):
        show_html(_tell_side(pair.left, shown), _tell_side(pair.right, shown), kind="pair")
        show_html(_tell_traits(pair), kind="traits")
        st.radio(
            " / ".join(name_person(ref, shown) for ref in (pair.left, pair.right)),
            ANSWERS,
            index=None,
            format_func={answer: say(f"pages.people.{answer}") for answer in ANSWERS}.__getitem__,
            horizontal=True,
            label_visibility="collapsed",
            key=_key(number),
        )


def _tell_side(ref: CellRef, shown: Mapping[CellRef, ShownPerson]) -> str:
    """The name, what else the row says, and where it stands."""
    one = shown.get(ref)
    said = [one.member_id, one.sex, one.birth_year, one.village] if one else []
    lines = (label(one.name if one else "", "name block"), label(DOT.join(filter(None, said)), "block"))
    place = DOT.join(filter(None, (name_round(ref), write_place(ref))))
    return f'<div class="side">{"".join(lines)}{label(place, "quiet block")}</div>'


def _tell_traits(pair: UncertainPair) -> str:
    """What differs, what agrees, how alike the names are."""
    twice = (say("pages.people.same_list"),) if pair.same_list else ()
    alike = (say("pages.people.likeness", percent=round(100 * pair.likeness)),) if "name" in pair.differs else ()
    near = (say("pages.people.near_id"),) if pair.near_id else ()
    rest = DOT.join((*_tell("agrees", pair.agrees), *alike, *near, *twice))
    return " ".join((*(label(text, "neutral") for text in _tell("differs", pair.differs)), label(rest, "quiet")))


def _tell(what: str, traits: Sequence[str]) -> list[str]:
    named = ", ".join(column_label("members", trait)[language()] for trait in traits)
    return [say(f"pages.people.{what}", traits=named)] if traits else []


def _apply(pairs: Sequence[UncertainPair]) -> None:
    answered = [(pair, st.session_state.get(_key(number))) for number, pair in enumerate(pairs)]
    made = [Decision(pair.left, pair.right, same=answer == "same") for pair, answer in answered if answer]
    if made:
        decide(made)
    st.error(say("pages.people.choose"))
