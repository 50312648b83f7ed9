"""The reader's own files with what must be mended marked in them, beside the list of problems."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from i18n.numbers import write_number
from ui.files import offer_file
from ui.pieces import plain
from ui.session import current_session, language, say

if TYPE_CHECKING:
    from reports.annotated import CheckedFile


def offer_annotated() -> None:
    """One button: the file itself, or a zip where several files were read; none where nothing could be read."""
    from reports.annotated import annotate_file, annotate_files, keeps_its_format, name_annotated

    files, chosen = _checked_files(), language()
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
    if copies:
        st.caption(plain(say("pages.data_check.take_copies", files=", ".join(copies))))
    if locked := [file.name for file in files if file.is_protected]:
        st.caption(plain(say("pages.data_check.take_locked", files=", ".join(locked))))


def _checked_files() -> list[CheckedFile]:
    """The files that could be read, with the names the problems call them by."""
    from ingest import name_files
    from reports.annotated import CheckedFile

    session = current_session()
    project = session.project
    if project is None or not project.problems:
        return []
    read = {sheet.file for sheet in project.sheets}
    named = zip(name_files([file.name for file in session.files]), session.files, strict=True)
    return [CheckedFile(name, file.content, project.problems, file.password) for name, file in named if name in read]
