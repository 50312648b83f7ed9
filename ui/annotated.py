"""The reader's own files with what must be mended marked in them, beside the list of problems."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from dictionary.nouns import Exclusion, Problem, Source
from dictionary.squash import squash
from i18n import Text
from i18n.numbers import write_number
from ui.files import offer_file
from ui.pieces import plain
from ui.session import current_session, language, say

if TYPE_CHECKING:
    from ingest import SheetMapping
    from project import Project
    from reports.annotated import CheckedFile


def offer_annotated(problems: Sequence[Problem]) -> None:
    """One button: the file itself, or a zip where several files were read; none where there is no cell to mark."""
    from reports.annotated import annotate_file, annotate_files, keeps_its_format, name_annotated

    files, chosen = _checked_files(tuple(problems)), language()
    if not files:
        return
    copies = [file.name for file in files if not keeps_its_format(file.plain)]
    if len(files) == 1:
        label = say("pages.data_check.take_copy" if copies else "pages.data_check.take_own")
        offer_file(label, partial(annotate_file, files[0], chosen), name_annotated(files[0], chosen))
    else:
        label = say("pages.data_check.take_all", n=write_number(len(files)))
        offer_file(label, partial(annotate_files, files, chosen), f"konlang_{say('annotated.name')}.zip")
    st.caption(say("pages.data_check.take_help"))
    session = current_session()
    if session.people.decisions or any(file.mends for file in session.files):
        st.caption(say("pages.data_check.take_with"))
    if copies:
        st.caption(plain(say("pages.data_check.take_copies", files=", ".join(copies))))
    if locked := [file.name for file in files if file.is_protected]:
        st.caption(plain(say("pages.data_check.take_locked", files=", ".join(locked))))


def offer_marked(name: Text, sources: Sequence[Source], excluded: Sequence[Exclusion]) -> None:
    """A button for the reader's own file, or a zip of them, with the cells behind one number marked."""
    from ingest import name_files
    from reports.annotated import CheckedFile, annotate_file, annotate_files, mark_cited, name_annotated

    session, chosen = current_session(), language()
    marks = mark_cited(name, sources, excluded)
    cited = {source.file for source in sources}
    named = zip(name_files([file.name for file in session.files]), session.files, strict=True)
    files = [CheckedFile(own, file.content, marks, file.password) for own, file in named if own in cited]
    if len(files) == 1:
        offer_file(say("cells.take"), partial(annotate_file, files[0], chosen), name_annotated(files[0], chosen))
    elif files:
        offer_file(say("cells.take"), partial(annotate_files, files, chosen), f"konlang_{say('annotated.cells')}.zip")


def _checked_files(problems: tuple[Problem, ...]) -> list[CheckedFile]:
    """The files that have a cell to mark, with the names the problems call them by."""
    from ingest import name_files
    from reports.annotated import CheckedFile

    session = current_session()
    project = session.project
    if project is None:
        return []
    read = {sheet.file for sheet in project.sheets} & {one.file for one in problems if one.cell}
    named = zip(name_files([file.name for file in session.files]), session.files, strict=True)
    return [
        CheckedFile(name, file.content, problems, file.password, write_confirmed(project, session.mappings, name))
        for name, file in named
        if name in read
    ]


def write_confirmed(project: Project, mappings: Sequence[SheetMapping], file: str) -> str:
    """What was confirmed of the sheets of a file, now or before; "" where nothing was."""
    from ingest import write_mappings

    names = {squash(sheet.sheet) for sheet in project.sheets if sheet.file == file}
    said = [one for one in mappings if one in project.carried or one.fingerprints in project.heard]
    own = [one for one in said if squash(one.name) in names]
    return write_mappings(own) if own else ""
