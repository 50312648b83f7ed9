"""The words and the table of the bars of a material: what one unit is worth, and by how it ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from analysis.evidence.material import Material
from dictionary.load import code_label
from figures.material_uses import count_unpriced, list_uses, sum_values
from figures.materials import name_use
from figures.verbs import COUNTED, say_moves
from i18n import Language, word
from i18n.numbers import write_number

ENDS = ("before", "after")
HEADS = ("basis", "use", "kg_before", "kg_after", "thb_before", "thb_after")


def title_values(materials: Sequence[Material], language: Language) -> str:
    """What one unit is worth, before and after; what is known where one is not."""
    before, after = sum_values(materials)
    if before is None or after is None:
        way = "unknown" if before is None and after is None else "only_before" if after is None else "only_after"
    else:
        way = "rose" if after > before else "fell" if after < before else "same"
    told = {
        "before": "" if before is None else write_number(before),
        "after": "" if after is None else write_number(after),
    }
    return say_moves(f"figures.uses_{way}", COUNTED, language, resource=materials[0].resource, **told)


def list_use_notes(materials: Sequence[Material], language: Language) -> Iterator[str]:
    """That each basis has its own scale, and how many have no price in a round whose value is told."""
    before, after = count_unpriced(materials)
    said = {"apart": int(len(materials) > 1), "unpriced_before": before, "unpriced_after": after}
    return (word(f"figures.uses_note_{key}", language, count=count) for key, count in said.items() if count)


def use_table(materials: Sequence[Material], language: Language) -> pd.DataFrame:
    """Every way to end on each basis, one row each, with the cells of all flows of that basis."""
    cells = {one.basis: ", ".join(f"{s.sheet}!{area}" for s in one.sources for area in s.ranges) for one in materials}
    rows = [
        [
            code_label("weight_basis", row.basis)[language],
            name_use(row.use, language),
            *row.kg,
            *row.baht,
            cells[row.basis],
        ]
        for row in list_uses(materials)
    ]
    return pd.DataFrame(rows, columns=[word(f"figures.column_flow_{name}", language) for name in (*HEADS, "cells")])
