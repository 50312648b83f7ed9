"""What the user's own cells say of people: read again for this screen, and kept with the session alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dictionary.load import code_label
from dictionary.people import CellRef
from ui.session import current_session, language

if TYPE_CHECKING:
    from ingest.people.lookup import ShownPerson

DOT = " · "


def look_up(refs: Sequence[CellRef]) -> Mapping[CellRef, ShownPerson]:
    """The texts of the rows of these cells; what was read once is not read again."""
    from ingest.people.lookup import read_people

    session = current_session()
    missing = [ref for ref in refs if ref not in session.shown]
    if missing and session.project and session.project.people:
        session.shown |= read_people(session.files, session.project.people, missing)
    return session.shown


def write_place(ref: CellRef) -> str:
    """Where the row stands: ``สมาชิก ก่อน A4``, with the file where there are several."""
    place = f"{ref.sheet} {ref.cell}"
    return place if len(current_session().files) == 1 else f"{ref.file} › {place}"


def name_round(ref: CellRef) -> str:
    """The round of the list on which the row stands; "" for a list of every round."""
    project = current_session().project
    found = project.people.find_list(ref) if project and project.people else None
    return code_label("round", found.round)[language()] if found and found.round else ""


def name_person(ref: CellRef, shown: Mapping[CellRef, ShownPerson]) -> str:
    """A person on one line: the name, else the id, and the place."""
    one = shown.get(ref)
    return DOT.join(filter(None, ((one.name or one.member_id) if one else "", write_place(ref))))
