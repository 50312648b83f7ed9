"""Open files as one project: read them, join what the dictionary knows, keep it frozen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from dictionary.load_indicators import load_indicators
from dictionary.nouns import (
    BASELINE,
    ENDLINE,
    TARGET,
    Exclusion,
    Indicator,
    Problem,
    ProjectInfo,
    Question,
    Round,
    SheetReading,
)
from ingest import InputFile, ProjectAnswers, Reading, read_files
from project.typed import set_typed_aside


@dataclass(frozen=True)
class Project:
    """Everything read from the files of one project, in the shape of ``dictionary.observations``.

    ``places`` are the (file, sheet) pairs that ``observations.source`` points into; ``indicators`` holds the
    dictionary's and those the user's own summary sheet defines. ``observations`` is never changed in place.
    """

    info: ProjectInfo
    rounds: tuple[Round, Round]
    observations: pd.DataFrame
    places: tuple[tuple[str, str], ...]
    indicators: Mapping[str, Indicator]
    problems: tuple[Problem, ...]
    excluded: tuple[Exclusion, ...]
    sheets: tuple[SheetReading, ...]
    questions: tuple[Question, ...]


def _keep_two_rounds(reading: Reading) -> Reading:
    """The reading of several rounds with the first and the last of them as before and after."""
    if len(reading.rounds) == 2:
        return reading
    keys = {reading.rounds[0].key: BASELINE, reading.rounds[-1].key: ENDLINE}
    rounds = tuple(replace(one, key=keys[one.key]) for one in (reading.rounds[0], reading.rounds[-1]))
    observations = reading.observations
    kept = observations[observations["round"].isin([*keys, TARGET])]
    named = kept["round"].cat.rename_categories(keys).cat.set_categories([BASELINE, ENDLINE, TARGET])
    return replace(reading, rounds=rounds, observations=kept.assign(round=named))


def open_project(files: Sequence[InputFile], answers: ProjectAnswers | None = None) -> Project:
    """Read the files as one project; ``answers`` (typed on screen) override the project sheet.

    Never raises for the content of a file: what is wrong with it is in ``problems``, what must be asked in
    ``questions``.
    """
    reading = _keep_two_rounds(read_files(files, answers))
    aside = set_typed_aside(reading)
    return Project(
        info=reading.info,
        rounds=(reading.rounds[0], reading.rounds[-1]),
        observations=aside.observations,
        places=reading.places,
        indicators={**load_indicators(), **reading.indicators},
        problems=reading.problems,
        excluded=(*reading.excluded, *aside.excluded),
        sheets=aside.sheets,
        questions=reading.questions,
    )
