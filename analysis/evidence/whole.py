"""Everything that the sheets read row by row tell, in one frozen object that screen, images and JSON render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.network import Network, read_network
from analysis.evidence.participation import Participation, gather_participation
from analysis.evidence.technology import Technology, gather_technology
from analysis.findings import Finding
from dictionary.nouns import Round
from dictionary.records import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part for each kind of sheet; None where no sheet of the kind has a row. ``rounds`` are the two compared."""

    rounds: tuple[Round, Round]
    network: Network | None = None
    participation: Participation | None = None
    technology: Technology | None = None


def gather_evidence(records: Sequence[Record], rounds: tuple[Round, Round], findings: Sequence[Finding]) -> Evidence:
    """What the records tell of two rounds, beside what was found from the observations."""
    return Evidence(
        rounds,
        network=read_network(records, rounds),
        participation=gather_participation(records, rounds),
        technology=gather_technology(records, findings),
    )
