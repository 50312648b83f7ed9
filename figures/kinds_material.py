"""The charts of one unit of a material: the way it goes, and what its ends weigh and are worth."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import pandas as pd

from analysis.evidence.material import Material
from analysis.findings import Findings
from figures.draw_material import draw_material
from figures.draw_material_uses import draw_material_uses
from figures.frame import Body, ChartTexts, most_for_body
from figures.material_texts import flow_table, list_notes, name_basis, tell_flows, title_material, write_samples
from figures.material_use_texts import list_use_notes, title_values, use_table
from figures.material_uses import find_resource, list_uses
from figures.materials import find_material, list_ends
from figures.notes import add_sentence, write_note, write_source
from figures.theme import Look
from figures.told import Told
from figures.wording import write_rounds
from i18n import Language, word

BROKEN = ("flow_more_out", "flow_circle")


@dataclass(frozen=True, slots=True)
class MaterialKind:
    """The way of the material at ``place`` among those of the sheets; at most ``most`` ends are named."""

    place: int = 0
    most: int | None = None
    chosen: ClassVar[str] = "ends"

    def is_listed(self, findings: Findings) -> bool:
        """Whether any sheet tells of such a material."""
        return find_material(findings, self.place) is not None

    def missing(self, findings: Findings) -> str:
        """No such material, or no round of it whose weights balance."""
        material = find_material(findings, self.place)
        if material is None:
            return "material"
        if any(balance.missing in BROKEN for balance in material.balances):
            return "material_broken"
        return "" if list_ends(material, Language.EN) else "material_not_weighed"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Every flow of the material."""
        return tell_flows(self.material(findings))

    def count(self, findings: Findings) -> int:
        """How many ends there are."""
        return len(list_ends(self.material(findings), Language.EN))

    def material(self, findings: Findings) -> Material:
        """The material that is drawn."""
        material = find_material(findings, self.place)
        if material is None:
            raise ValueError("there is no such material: ask missing() first")
        return material

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """How much of one unit is put to use, before and after; how it was weighed and what was not."""
        material = self.material(findings)
        basis, shown = name_basis(material, language), self.shown(findings)
        return ChartTexts(
            title_material(material, language),
            f"{word('figures.flow_subtitle', language, resource=material.resource, basis=basis)}\n"
            f"{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=write_samples(material, language)),
            write_note(list_notes(material, language), shown, language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Both rounds on one scale; on paper as high as the words around it leave room for."""
        texts, ends = self.texts(findings, look.language), self.count(findings)
        said = word("figures.some_ends_shown", look.language, shown=ends, all=ends) if self.most else ""
        most = most_for_body(replace(texts, note=add_sentence(texts.note, said, look.language)), look)
        return draw_material(self.material(findings), findings.rounds, look, (room, most, self.most))

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every flow of the material, one row each, with how it was weighed and its cells."""
        return flow_table(self.material(findings), language)


@dataclass(frozen=True, slots=True)
class MaterialUsesKind:
    """Kg beside baht by how one unit of the material at ``place`` ends; at most ``most`` ways are drawn."""

    place: int = 0
    most: int | None = None
    chosen: ClassVar[str] = "uses"

    def is_listed(self, findings: Findings) -> bool:
        """Whether any sheet tells of such a material."""
        return bool(self.materials(findings))

    def missing(self, findings: Findings) -> str:
        """No such material, or no round of it whose weights balance."""
        materials = self.materials(findings)
        if not materials:
            return "material"
        if any(balance.missing in BROKEN for one in materials for balance in one.balances):
            return "material_broken"
        return "" if list_uses(materials) else "material_not_weighed"

    def shown(self, findings: Findings) -> tuple[Told, ...]:
        """Every flow, fresh and dry."""
        return tuple(told for one in self.materials(findings) for told in tell_flows(one))

    def materials(self, findings: Findings) -> tuple[Material, ...]:
        """Those whose numbers are shown, fresh and dry."""
        return find_resource(findings, self.place)

    def count(self, findings: Findings) -> int:
        """How many ways to end there are."""
        return len(list_uses(self.materials(findings)))

    def texts(self, findings: Findings, language: Language) -> ChartTexts:
        """What one unit is worth in all, before and after; what is not known of it."""
        materials = self.materials(findings)
        shown = self.shown(findings)
        return ChartTexts(
            title_values(materials, language),
            f"{word('figures.uses_subtitle', language, resource=materials[0].resource)}\n"
            f"{write_rounds(findings, language)}",
            write_source(findings, shown, language, n=write_samples(materials[0], language)),
            write_note(list_use_notes(materials, language), shown, language),
        )

    def body(self, findings: Findings, look: Look, room: float | None) -> Body:
        """Bars for each way to end, fresh and dry apart."""
        return draw_material_uses(list_uses(self.materials(findings), self.most), look, room)

    def table(self, findings: Findings, language: Language) -> pd.DataFrame:
        """Every way to end, one row each."""
        return use_table(self.materials(findings), language)
