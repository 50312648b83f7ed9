"""Everything that the sheets read row by row tell, in one frozen object that screen, images and JSON render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.findings import Finding
from analysis.sroi import Settings, SocialReturn, find_return, read_value_map
from analysis.sroi.settings import USUAL
from dictionary.nouns import Round
from dictionary.records import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part for each kind of sheet; None where no sheet of the kind has a row. ``rounds`` are the two compared."""

    rounds: tuple[Round, Round]
    sroi: SocialReturn | None = None


def gather_evidence(
    records: Sequence[Record],
    rounds: tuple[Round, Round],
    findings: Sequence[Finding],
    settings: Settings = USUAL,
) -> Evidence:
    """What the records tell of two rounds, beside what was found from the observations.

    ``settings`` are the choices under the social return.
    """
    value_map = read_value_map(records)
    return Evidence(rounds, sroi=find_return(value_map, settings, findings) if value_map else None)
