"""Workbook bytes → clean tables → observations, problems and provenance.

``read_files`` is the whole of it: it opens workbooks, recognises their sheets by the dictionary, and reads every
value as an observation that knows its cell. It speaks in codes, never in words, and knows no analysis.
"""

from ingest.file_names import name_files
from ingest.inputs import InputFile, ProjectAnswers, Reading
from ingest.people.result import PeopleMatching
from ingest.reading import read_files

__all__ = ["InputFile", "PeopleMatching", "ProjectAnswers", "Reading", "name_files", "read_files"]
