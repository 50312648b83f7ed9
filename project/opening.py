"""Open files as one project: read them, join what the dictionary knows, keep it frozen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from analysis.evidence import find_record_problems
from analysis.part import Whole
from analysis.price_sheet import TABLE as PRICES
from analysis.prices import AS_PAID, PriceChoice
from analysis.study import Asked, Sizes
from dictionary.load import PROJECT
from dictionary.load_indicators import load_indicators
from dictionary.nouns import (
    EXAMPLE_ROW,
    GUIDE_SHEET,
    Exclusion,
    Indicator,
    Problem,
    ProjectInfo,
    Question,
    Round,
    SheetReading,
)
from dictionary.records import Record
from ingest import InputFile, PeopleMatching, Reading, SheetMapping, SheetPreview, Told
from ingest.opening import tell_nobody
from ingest.process import read_apart
from project.typed import set_typed_aside


@dataclass(frozen=True)
class Project:
    """Everything read from the files of one project, in the shape of ``dictionary.observations``.

    ``places`` are the (file, sheet) pairs that ``observations.source`` points into; ``indicators`` holds the
    dictionary's and those the user's own summary sheet defines. ``rounds`` are two or more, in the order of time.
    ``observations`` is never changed in place. ``previews`` are the few cells of each sheet by which the screen asks
    about it. ``prices`` are those in which amounts shall be told, ``typed_aside`` the typed figures that rows give too.
    ``heard`` are the fingerprints of the mappings that said what a sheet is, ``carried`` those that workbooks brought.
    ``wholes`` keeps by pair of rounds what a filter needs to know of everybody, ``together`` how many people are in
    each group over all pairs of several rounds.
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
    previews: tuple[SheetPreview, ...] = ()
    records: tuple[Record, ...] = ()
    prices: PriceChoice = AS_PAID
    typed_aside: pd.DataFrame | None = None
    heard: frozenset[tuple[str, ...]] = frozenset()
    carried: tuple[SheetMapping, ...] = ()
    wholes: dict[tuple[str, str], Whole] = field(default_factory=dict, init=False, repr=False, compare=False)
    together: dict[Asked, Sizes] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read that could be shown."""
        return self.observations.empty and all(record.table in {PROJECT, PRICES} for record in self.records)

    @property
    def is_blank_form(self) -> bool:
        """Whether it is the form as it was downloaded: nothing stands in its tables but the example rows."""
        tables = [sheet for sheet in self.sheets if sheet.table not in {None, PROJECT}]
        left = {row.reason for row in self.excluded} - {GUIDE_SHEET}
        return bool(tables) and not any(sheet.rows_used for sheet in tables) and left == {EXAMPLE_ROW}


def open_project(
    files: Sequence[InputFile], told: Told | None = None, tell: Callable[[int], None] = tell_nobody
) -> Project:
    """Read the files as one project; ``answers`` (typed on screen) override the project sheet.

    ``people``: what the user decided of who is who, and the project's salt.

    Never raises for the content of a file: what is wrong with it is in ``problems``, what must be asked in
    ``questions``. The files are opened in a process of their own; ``tell`` hears the place of each before it is, and
    their number when all are open.
    """
    return make_project(read_apart(files, told or Told(), tell))


def make_project(reading: Reading) -> Project:
    """A reading as a project: typed figures that the rows give are set aside, the dictionary's indicators added."""
    aside = set_typed_aside(reading)
    return Project(
        info=reading.info,
        rounds=reading.rounds,
        observations=aside.observations,
        places=reading.places,
        indicators={**load_indicators(), **reading.indicators},
        problems=(*reading.problems, *find_record_problems(reading.records, reading.rounds)),
        excluded=(*reading.excluded, *aside.excluded),
        sheets=aside.sheets,
        questions=reading.questions,
        people=reading.people,
        previews=reading.previews,
        records=reading.records,
        typed_aside=aside.typed if len(aside.typed) else None,
        heard=reading.heard,
        carried=reading.carried,
    )
