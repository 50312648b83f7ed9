"""How the sheets of a project were understood, as the mapping file that would say so."""

from __future__ import annotations

from ingest import OPEN, SheetPreview, join_files, write_mappings
from project import Project

PROJECT = "project"


def write_understood(project: Project) -> str:
    """The mapping of every sheet that is read or asked about, as TOML; where something is asked it stands open."""
    asked = {(one.file, one.sheet): one.mapping for one in project.questions if one.mapping}
    listed = (one for one in project.previews if one.place in asked or _can_be_said(one))
    return join_files([asked.get(one.place) or write_mappings([one.mapping]) for one in listed])


def _can_be_said(preview: SheetPreview) -> bool:
    """Whether a mapping says all that was understood of a sheet, and names no cell of its data."""
    return preview.is_whole and not {one.table for one in preview.mapping.tables} & {PROJECT, OPEN, ""}
