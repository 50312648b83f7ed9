"""The charts there are: each key with what draws it and the pages that show it."""

from __future__ import annotations

from dictionary.nouns import Dimension
from figures.flows import find_members_flow, find_partners_flow
from figures.kinds import ChangesKind, FlowKind, GroupsKind, Kind
from figures.kinds_chain import ChainKind, TargetsKind
from figures.kinds_comparison import ComparisonKind, LoveKind
from figures.kinds_dimensions import BalanceKind, EffectsKind
from figures.kinds_forest import ForestKind
from figures.kinds_income import PairsKind, SharesKind
from figures.kinds_index import IndexKind
from figures.kinds_lorenz import LorenzKind
from figures.kinds_material import MaterialKind, MaterialUsesKind
from figures.kinds_network import NetworkKind, TiesKind
from figures.kinds_participation import LevelsKind, MatrixKind, TimelineKind
from figures.kinds_sroi import DrawsKind, TornadoKind, ValuesKind
from figures.kinds_technology import ChannelsKind, WorksKind
from figures.kinds_trend import TrendKind

BY_MEMBER = ("sex", "age_band", "role", "village")
CHARTS: dict[str, tuple[Kind, tuple[str, ...]]] = {
    "changes": (ChangesKind(), ("overview",)),
    "trend": (TrendKind(), ("overview",)),
    "changes_economic": (ChangesKind(Dimension.ECONOMIC), ("economic",)),
    "trend_economic": (TrendKind(Dimension.ECONOMIC), ("economic",)),
    "changes_social": (ChangesKind(Dimension.SOCIAL), ("social",)),
    "trend_social": (TrendKind(Dimension.SOCIAL), ("social",)),
    "changes_environmental": (ChangesKind(Dimension.ENVIRONMENTAL), ("environmental",)),
    "trend_environmental": (TrendKind(Dimension.ENVIRONMENTAL), ("environmental",)),
    "income_pairs": (PairsKind(), ("income", "economic")),
    "income_shares": (SharesKind(), ("income", "economic")),
    "trend_income": (TrendKind(detail="income"), ("income",)),
    "income_lorenz": (LorenzKind(), ("income",)),
    "income_sources": (GroupsKind("income_sources", "member_income", "income_source"), ("income",)),
    "income_groups": (ForestKind("income_groups", "member_income", BY_MEMBER), ("income",)),
    "members_flow": (
        FlowKind(find_members_flow, ("members_active", "members_new", "members_left")),
        ("members", "social"),
    ),
    "trend_members": (TrendKind(detail="members"), ("members",)),
    "members_villages": (GroupsKind("members_villages", "members_active", "village"), ("members",)),
    "trend_partners": (TrendKind(detail="partners"), ("partners",)),
    "partners_network": (NetworkKind(), ("partners",)),
    "partners_ties": (TiesKind(), ("partners",)),
    "partners_kinds": (GroupsKind("partners_kinds", "partner_support", "support_kind"), ("partners",)),
    "partners_stages": (GroupsKind("partners_stages", "partners", "stage"), ("partners",)),
    "partners_sectors": (GroupsKind("partners_sectors", "partners", "sector"), ("partners", "social")),
    "partners_flow": (FlowKind(find_partners_flow, ("partners", "partners_new", "partners_ended")), ("partners",)),
    "partners_support": (GroupsKind("partners_support", "partner_support", "sector"), ("partners",)),
    "participation_matrix": (MatrixKind(), ("participation",)),
    "participation_levels": (LevelsKind(), ("participation",)),
    "participation_people": (GroupsKind("participation_people", "participation_people", "stage"), ("participation",)),
    "participation_timeline": (TimelineKind(), ("participation",)),
    "technology_channels": (ChannelsKind(), ("technology",)),
    "technology_works": (WorksKind(), ("technology",)),
    "chain": (ChainKind(), ("chain",)),
    "targets": (TargetsKind(), ("chain",)),
    "balance": (BalanceKind(), ("dimensions",)),
    "effects": (EffectsKind(), ("dimensions",)),
    "effects_economic": (EffectsKind(Dimension.ECONOMIC), ("economic",)),
    "effects_social": (EffectsKind(Dimension.SOCIAL), ("social",)),
    "effects_environmental": (EffectsKind(Dimension.ENVIRONMENTAL), ("environmental",)),
    "index": (IndexKind(), ("index",)),
    "material": (MaterialKind(), ("material", "environmental")),
    "material_uses": (MaterialUsesKind(), ("material",)),
    "material_2": (MaterialKind(1), ("material",)),
    "material_3": (MaterialKind(2), ("material",)),
    "material_4": (MaterialKind(3), ("material",)),
    "material_uses_2": (MaterialUsesKind(1), ("material",)),
    "comparison_means": (ComparisonKind(), ("comparison",)),
    "comparison_balance": (LoveKind(), ("comparison",)),
    "sroi_values": (ValuesKind(), ("sroi",)),
    "sroi_tornado": (TornadoKind(), ("sroi",)),
    "sroi_draws": (DrawsKind(), ("sroi",)),
}
CutKind = (  # some rows may be left out
    ChangesKind
    | GroupsKind
    | ForestKind
    | TrendKind
    | TimelineKind
    | ChannelsKind
    | WorksKind
    | ChainKind
    | TargetsKind
    | BalanceKind
    | EffectsKind
    | MaterialKind
    | MaterialUsesKind
    | ValuesKind
    | TornadoKind
    | ComparisonKind
)
