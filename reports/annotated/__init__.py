"""The user's own workbook back, with the cells to mend coloured and a comment on each."""

from reports.annotated.cited import list_excluded, mark_cited
from reports.annotated.files import (
    CheckedFile,
    NothingToAnnotate,
    annotate_file,
    annotate_files,
    annotate_workbook,
    keeps_its_format,
    name_annotated,
)

__all__ = [
    "CheckedFile",
    "NothingToAnnotate",
    "annotate_file",
    "annotate_files",
    "annotate_workbook",
    "keeps_its_format",
    "list_excluded",
    "mark_cited",
    "name_annotated",
]
