"""Everything that the sheets read row by row tell, in one frozen object that screen, images and JSON render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.material import Avoided, Material, estimate_avoided, find_materials
from analysis.findings import Finding
from dictionary.nouns import Round
from dictionary.records import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part for each kind of sheet; None where no sheet of the kind has a row. ``rounds`` are the two compared."""

    rounds: tuple[Round, Round]
    materials: tuple[Material, ...] = ()
    avoided: tuple[Avoided, ...] = ()


def gather_evidence(
    records: Sequence[Record],
    rounds: tuple[Round, Round],
    findings: Sequence[Finding],  # noqa: ARG001
) -> Evidence:
    """What the records tell of two rounds, beside what was found from the observations."""
    materials = find_materials(records, rounds)
    return Evidence(rounds, materials=materials, avoided=estimate_avoided(records, materials))
