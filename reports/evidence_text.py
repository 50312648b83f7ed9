"""What the sheets read row by row tell, as lines of text: activities, works, materials, and the chain of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.evidence import Evidence
from analysis.findings import Findings
from figures.material_texts import title_material
from figures.matrix import tell_aside
from figures.told import Told
from figures.told_evidence import tell_activities, tell_chain, tell_material, tell_works
from i18n import Language, word

Part = tuple[str, tuple[Told, ...]]


def list_evidence(evidence: Evidence | None) -> tuple[Part, ...]:
    """Each page that a sheet gives something to, with what stands there and is no finding; none that is empty."""
    if evidence is None:
        return ()
    taking, technology, chain = evidence.participation, evidence.technology, evidence.chain
    parts: dict[str, tuple[Told, ...]] = {
        "participation": tell_activities(taking) if taking else (),
        "technology": tell_works(technology.works) if technology else (),
        "material": tuple(told for material in evidence.materials for told in tell_material(material)),
        "chain": tell_chain(chain) if chain else (),
    }
    return tuple((page, told) for page, told in parts.items() if told)


def write_evidence(findings: Findings, parts: Sequence[Part], language: Language) -> Iterator[str]:
    """A heading for each page, and a line for each thing below it."""
    for page, told in parts:
        yield from ("", word(f"ui.page.{page}", language))
        if page == "material" and findings.evidence:
            yield from (title_material(one, language) for one in findings.evidence.materials)
        yield from (f"{one.name[language]}: {one.values[language]}" for one in told)
        aside = tell_aside(findings, language) if page == "participation" else ""
        yield from filter(None, [aside])
