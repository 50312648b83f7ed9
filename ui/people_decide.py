"""What the user decides of people: join or part by hand, take a decision back, and read the files again with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from dictionary.people import CellRef, Decision
from i18n.numbers import write_number
from ingest import PeopleMatching
from ui.drawers import Handle, show_drawer
from ui.mapping_uploads import join_decisions
from ui.people_cells import look_up, name_person
from ui.pieces import plain
from ui.session import current_session, open_files, say, told_before

MOST_CHOICES = 2000  # people offered in one box


def decide(made: Sequence[Decision]) -> None:
    """Add decisions to those of the session and read the files again; a later answer to a pair replaces an earlier."""
    _read_again(join_decisions(current_session().people.decisions, made))


def _read_again(decisions: Sequence[Decision]) -> None:
    session = current_session()
    with st.spinner(say("pages.start.reading")):
        open_files(session.files, told_before(people=replace(session.people, decisions=tuple(decisions))))
    st.rerun()


def show_by_hand(people: PeopleMatching) -> None:
    """Boxes to join two people who were not matched, and to part one who was."""
    with st.container(horizontal=True):
        show_drawer(Handle(say("pages.people.join")), lambda: _ask_to_join(people), "people_join")
        show_drawer(Handle(say("pages.people.part")), lambda: _ask_to_part(people), "people_part")


def _ask_to_join(people: PeopleMatching) -> None:
    waves = {"left": people.rounds[0], "right": people.rounds[-1]}
    left, right = (_choose(_list_alone(people, wave), side) for side, wave in waves.items())
    if st.button(say("pages.people.join_now"), type="primary", disabled=not (left and right)) and left and right:
        decide([Decision(left, right, same=True)])


def _list_alone(people: PeopleMatching, wave: str) -> list[CellRef]:
    return list(people.find_seats(wave, people.list_alone(wave)[:MOST_CHOICES]).values())


def _ask_to_part(people: PeopleMatching) -> None:
    units = people.list_matched()[:MOST_CHOICES]
    first, last = (people.find_seats(wave, units) for wave in (people.rounds[0], people.rounds[-1]))
    pairs = {ref: last[unit] for unit, ref in first.items() if unit in last and last[unit] != ref}
    chosen = _choose(list(pairs), "matched_one")
    if chosen:
        st.write(plain(name_person(pairs[chosen], look_up([pairs[chosen]]))))
    if st.button(say("pages.people.part_now"), type="primary", disabled=chosen is None) and chosen:
        decide([Decision(chosen, pairs[chosen], same=False)])


def _choose(refs: list[CellRef], what: str) -> CellRef | None:
    shown = look_up(refs)
    names = {ref: name_person(ref, shown) for ref in refs}
    return st.selectbox(
        say(f"pages.people.{what}"),
        refs,
        index=None,
        format_func=lambda ref: names.get(ref, ""),
        placeholder=say("pages.people.nobody"),
        key=f"people_{what}_{current_session().version}",
    )


def show_decisions(people: PeopleMatching) -> None:
    """What was decided, each with a button to take it back."""
    if people.decisions:
        label = say("pages.people.decided", n=write_number(len(people.decisions)))
        show_drawer(Handle(label), lambda: _list_decisions(people.decisions), "people_decided")


def _list_decisions(decisions: Sequence[Decision]) -> None:
    shown = look_up([ref for one in decisions for ref in (one.left, one.right)])
    for number, one in enumerate(decisions):
        answer = say(f"pages.people.{'same' if one.same else 'different'}")
        st.write(plain(f"{answer}: {name_person(one.left, shown)} / {name_person(one.right, shown)}"))
        if st.button(say("pages.people.take_back"), key=f"people_back_{number}"):
            _read_again([*decisions[:number], *decisions[number + 1 :]])
