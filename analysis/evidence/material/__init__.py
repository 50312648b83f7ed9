"""What one unit of a raw material becomes: weights along its way, in balance, and what is estimated from them."""

from analysis.evidence.material.balance import Balance, Band
from analysis.evidence.material.factors import Avoided, estimate_avoided
from analysis.evidence.material.faults import find_material_problems
from analysis.evidence.material.flows import Flow, Weight
from analysis.evidence.material.whole import Material, find_materials

__all__ = [
    "Avoided",
    "Balance",
    "Band",
    "Flow",
    "Material",
    "Weight",
    "estimate_avoided",
    "find_material_problems",
    "find_materials",
]
