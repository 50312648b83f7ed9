"""The panel of who is who between the rounds: how many were matched, and lists to open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from dictionary.load import code_label
from dictionary.people import CellRef
from i18n.numbers import write_number
from ingest import PeopleMatching
from ui.drawers import Handle, show_drawer
from ui.people_cells import look_up, write_place
from ui.people_decide import show_by_hand, show_decisions
from ui.people_names import name_units
from ui.people_pairs import show_pairs
from ui.session import current_session, language, say

if TYPE_CHECKING:
    from ingest.people.lookup import ShownPerson

LISTED = 1000  # people of one list that are shown

Line = tuple[str, tuple[CellRef, ...]]  # the key of a person and its rows


def show_people() -> None:
    """Nothing where the data leave nobody to match; else counts, what is uncertain, and what was decided."""
    project = current_session().project
    people = project.people if project else None
    if people is None or not people.has_rounds:
        return
    st.subheader(say("pages.people.title"), anchor=False)
    st.caption(say("pages.people.here_only"))
    counts = people.counts
    with st.container(horizontal=True, key="people_counts"):
        _show_count("matched", say("pages.people.matched"), counts.matched, partial(_list_matched, people))
        for wave, number in counts.only:
            label = say("pages.people.only", round=code_label("round", wave)[language()].lower())
            _show_count(f"only_{wave}", label, number, partial(_list_only, people, wave))
        _show_count("twice", say("pages.people.twice"), counts.duplicates, partial(_list_repeated, people))
    show_pairs(people)
    show_by_hand(people)
    show_decisions(people)


def _show_count(key: str, label: str, number: int, find: Callable[[], Sequence[Line]]) -> None:
    """One count as a button that opens its list; nothing to open where it is zero."""
    told = f"{label} {write_number(number)}"
    if number:
        show_drawer(Handle(told), lambda: _show_lines(find()), f"people_{key}")
    else:
        st.button(told, disabled=True, key=f"people_{key}_none")


def _list_matched(people: PeopleMatching) -> list[Line]:
    units = people.list_matched()
    seats = [people.find_seats(wave, units[:LISTED]) for wave in people.rounds]
    return [(unit, tuple(dict.fromkeys(found[unit] for found in seats if unit in found))) for unit in units]


def _list_only(people: PeopleMatching, wave: str) -> list[Line]:
    units = people.list_alone(wave)
    seats = people.find_seats(wave, units[:LISTED])
    return [(unit, (seats[unit],) if unit in seats else ()) for unit in units]


def _list_repeated(people: PeopleMatching) -> list[Line]:
    return [(unit, (ref,)) for unit, ref in people.list_repeated()]


def _show_lines(lines: Sequence[Line]) -> None:
    """Name, id and place of each person; a key of our making is told to nobody."""
    listed = [line for line in lines[:LISTED] if line[1]]
    shown = look_up([refs[0] for _, refs in listed])
    made = {*name_units(unit for unit, _ in listed)}
    rows = [
        (_name(refs[0], shown), _id(refs[0], shown) if unit in made else unit, ", ".join(map(write_place, refs)))
        for unit, refs in listed
    ]
    names = [say(f"pages.people.{name}") for name in ("name", "key", "place")]
    frame = pd.DataFrame(rows, columns=names)
    st.dataframe(frame.drop(columns=[name for name in names if not frame[name].any()]), hide_index=True)
    if len(lines) > LISTED:
        st.caption(say("pages.data_check.more_rows", shown=write_number(LISTED), n=write_number(len(lines))))


def _name(ref: CellRef, shown: Mapping[CellRef, ShownPerson]) -> str:
    return shown[ref].name if ref in shown else ""


def _id(ref: CellRef, shown: Mapping[CellRef, ShownPerson]) -> str:
    return shown[ref].member_id if ref in shown else ""
