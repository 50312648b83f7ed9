"""How the sheets of a project were understood, as the mapping file that would say so."""

from __future__ import annotations

from collections.abc import Sequence

from ingest import OPEN, InputFile, SheetPreview, join_files, write_mappings, write_pairs
from project import Project

PROJECT = "project"


def write_understood(project: Project, files: Sequence[InputFile]) -> str:
    """The mapping of every sheet that is read or asked about, as TOML; where something is asked it stands open.

    Pairs of rows that may be of one person follow, by their cells in ``files``; open ones may be left open.
    """
    asked = {(one.file, one.sheet): one.mapping for one in project.questions if one.mapping}
    listed = (one for one in project.previews if one.place in asked or _can_be_said(one))
    sheets = join_files([asked.get(one.place) or write_mappings([one.mapping]) for one in listed])
    return sheets + (write_pairs(project.people.uncertain, project.people.decisions, files) if project.people else "")


def _can_be_said(preview: SheetPreview) -> bool:
    """Whether a mapping says all that was understood of a sheet, and names no cell of its data."""
    return not {one.table for one in preview.mapping.tables} & {PROJECT, OPEN, ""}
