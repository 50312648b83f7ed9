"""Workbook bytes → clean tables → observations, problems and provenance.

``read_files`` is the whole of it: it opens workbooks, recognises their sheets by the dictionary, and reads every
value as an observation that knows its cell. It speaks in codes, never in words, and knows no analysis.
"""

from ingest.file_names import name_files
from ingest.inputs import InputFile, ProjectAnswers, Reading, Told
from ingest.mapping import (
    ROUND_COLUMN,
    ColumnMapping,
    IndicatorMapping,
    SheetMapping,
    TableMapping,
    join_mappings,
    list_headers,
    take_fingerprint,
)
from ingest.mapping_files import read_decisions, read_mappings
from ingest.mapping_writing import OPEN, join_files, list_columns, write_mappings
from ingest.mends import Mend
from ingest.people.decision_files import DecidedPair, hear_decided, write_pairs
from ingest.people.result import PeopleMatching
from ingest.previews import PartPreview, SheetPreview
from ingest.proposals import propose_table
from ingest.quoted import quote_cells
from ingest.reading import read_files
from ingest.unheard import find_unheard

__all__ = [
    "OPEN",
    "ROUND_COLUMN",
    "ColumnMapping",
    "DecidedPair",
    "IndicatorMapping",
    "InputFile",
    "Mend",
    "PartPreview",
    "PeopleMatching",
    "ProjectAnswers",
    "Reading",
    "SheetMapping",
    "SheetPreview",
    "TableMapping",
    "Told",
    "find_unheard",
    "hear_decided",
    "join_files",
    "join_mappings",
    "list_columns",
    "list_headers",
    "name_files",
    "propose_table",
    "quote_cells",
    "read_decisions",
    "read_files",
    "read_mappings",
    "take_fingerprint",
    "write_mappings",
    "write_pairs",
]
