"""Everything that the sheets read row by row tell, in one frozen object that screen, images and JSON render."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.chain import Chain
from analysis.evidence.chain_goals import know
from analysis.evidence.effects import Effect, read_effects
from analysis.evidence.index import Index
from analysis.evidence.material import (
    Avoided,
    Material,
    estimate_avoided,
    find_material_problems,
    find_materials,
)
from analysis.evidence.network import Network, read_network
from analysis.evidence.participation import Participation, gather_participation, hide_few_came
from analysis.evidence.read_chain import read_chain
from analysis.evidence.technology import Technology, gather_technology
from analysis.findings import Finding
from analysis.price_sheet import find_price_problems
from analysis.sroi import Settings, SocialReturn, check_value_map, find_return, read_value_map
from analysis.sroi.settings import USUAL
from dictionary.nouns import Problem, Round
from dictionary.records import Record


@dataclass(frozen=True, slots=True)
class Evidence:
    """A part for each kind of sheet; None where no sheet of the kind has a row. ``rounds`` are the two compared.

    ``index`` is None until somebody asks for it and says the weights.
    """

    rounds: tuple[Round, Round]
    network: Network | None = None
    participation: Participation | None = None
    technology: Technology | None = None
    chain: Chain | None = None
    effects: tuple[Effect, ...] = ()
    index: Index | None = None
    materials: tuple[Material, ...] = ()
    avoided: tuple[Avoided, ...] = ()
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
    materials = find_materials(records, rounds)
    return Evidence(
        rounds,
        network=read_network(records, rounds),
        participation=hide_few_came(gather_participation(records, rounds), findings),
        technology=gather_technology(records, findings),
        chain=read_chain(records, know(findings, rounds)),
        effects=read_effects(records, rounds),
        materials=materials,
        avoided=estimate_avoided(records, materials),
        sroi=find_return(value_map, settings, findings) if value_map else None,
    )


def find_record_problems(records: Sequence[Record], rounds: Sequence[Round]) -> tuple[Problem, ...]:
    """The faults that only show when the rows of a sheet are seen together, whichever rounds are compared."""
    chain = read_chain(records, know((), (rounds[0], rounds[-1])))
    return (
        *(chain.problems if chain else ()),
        *find_material_problems(records, rounds),
        *check_value_map(read_value_map(records)),
        *find_price_problems(records),
    )
