"""How many people are in each group whichever rounds are compared: by these every page hides the same groups."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from analysis import Study, Together, count_together, open_rounds, open_study
from analysis.disclosure import PEOPLE
from dictionary.personal import list_measures
from project.opening import Project
from project.places import list_places
from project.rounds import keep_rounds


def open_together(project: Project) -> Together:
    """The sizes in each round over all pairs of rounds and by itself; none where there are but two rounds."""
    if len(project.rounds) > 2 and not project.together:
        people = {measure.observed for measure in list_measures(project.indicators) if measure.about == PEOPLE}
        kept = project.observations[project.observations["indicator"].isin(people)]
        keys = [one.key for one in project.rounds]
        project.together.update(count_together(tuple(_open_all(project, kept)), keys) if not kept.empty else {})
    return project.together


def _open_all(project: Project, kept: pd.DataFrame) -> Iterator[Study]:
    places = list_places(project)
    yield from open_rounds(kept, project.rounds, project.indicators, places)
    for pair in combinations(project.rounds, 2):
        yield open_study(keep_rounds(kept, pair), (pair[0].key, pair[1].key), project.indicators, places)
