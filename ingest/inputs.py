"""What goes into reading and what comes out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from dictionary.nouns import Exclusion, Indicator, Problem, ProjectInfo, Question, Round, SheetReading
from dictionary.people import PeopleAnswers
from dictionary.records import Record
from ingest.mapping import SheetMapping
from ingest.mends import Mend
from ingest.people.result import PeopleMatching
from ingest.previews import SheetPreview


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file as it was given. ``round`` is the user's answer which round a file of a single round is.

    ``mends`` are cells that the user corrected on the screen; ``content`` stays as it was given. ``password`` is the
    user's too. ``refused`` is the code of the problem of a file that the reading process could not bear: it is not
    opened again.
    """

    name: str
    content: bytes = field(repr=False)
    round: str | None = None
    mends: tuple[Mend, ...] = field(default=(), repr=False)
    password: str | None = field(default=None, repr=False)
    refused: str = ""


@dataclass(frozen=True, slots=True)
class ProjectAnswers:
    """Name and round dates typed on the screen; what is given here overrides the project sheet."""

    name: str = ""
    group: str = ""
    province: str = ""
    baseline_start: date | None = None
    baseline_end: date | None = None
    endline_start: date | None = None
    endline_end: date | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody said of the files: name and dates, who is who, and what the sheets are."""

    answers: ProjectAnswers | None = None
    people: PeopleAnswers | None = None
    mappings: tuple[SheetMapping, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything read from the files of one project; ``rounds`` are two or more, in the order of time.

    ``observations`` has the shape of ``dictionary.observations``; ``places`` are the (file, sheet) pairs that its
    ``source`` points into. ``rounds`` are two (``baseline`` and ``endline``) or more (``y2562``), in the order of time.
    ``indicators`` holds only those that the summary sheet defines itself. For every sheet
    ``rows_read == rows_used + rows_left_out``, and what was left out is in ``excluded``. ``previews`` are the few
    cells of each sheet that a screen shows to ask about it: for the uploader's own screen only. ``records`` are the
    rows of tables that are shown row by row too (partners, activities, flows, the value map); none is of a person.
    ``heard`` are the fingerprints of the mappings that said what a sheet is, ``carried`` those that workbooks brought.
    """

    info: ProjectInfo
    rounds: tuple[Round, ...]
    observations: pd.DataFrame
    places: tuple[tuple[str, str], ...]
    indicators: Mapping[str, Indicator]
    problems: tuple[Problem, ...]
    excluded: tuple[Exclusion, ...]
    sheets: tuple[SheetReading, ...]
    questions: tuple[Question, ...]
    people: PeopleMatching | None = None
    previews: tuple[SheetPreview, ...] = field(default=(), repr=False)
    records: tuple[Record, ...] = field(default=(), repr=False)
    heard: frozenset[tuple[str, ...]] = frozenset()
    carried: tuple[SheetMapping, ...] = ()
