"""The index in words: who stands first, whether the order hangs on the weights, and what a score means."""

from __future__ import annotations

from analysis.evidence.index import SCALE, DimensionIndex, Index, Part
from dictionary.load import code_label
from i18n import Language, word
from i18n.numbers import UNKNOWN, write_number, write_percent, write_signed

FIRM, LIKELY = 0.95, 0.6  # shares of the random weights from which an order is called firm, or likely


def write_score(score: float) -> str:
    """A score of −1 to +1 as a whole number of −100 to +100."""
    return write_signed(round(score * SCALE), 0)


def write_index(value: float | None) -> str:
    """An index as a whole number; a dash where no weight is above 0."""
    return UNKNOWN if value is None else write_signed(round(value), 0)


def write_part(part: Part, language: Language) -> str:
    """The score of an indicator and its weight."""
    return word("index.part", language, score=write_score(part.score), weight=write_number(part.weight))


def title_index(index: Index, language: Language) -> str:
    """The dimensions with their indexes, the highest first."""
    ranked = sorted(index.dimensions, key=lambda one: (one.value is None, -(one.value or 0.0)))
    return " · ".join(f"{code_label('dimension', one.dimension)[language]} {write_index(one.value)}" for one in ranked)


def write_order(index: Index, language: Language) -> str:
    """In one plain sentence how much the order depends on the weights."""
    if index.same_order is None:
        return ""
    kind = "firm" if index.same_order >= FIRM else "likely" if index.same_order >= LIKELY else "loose"
    share = write_percent(index.same_order, 0)
    return word(f"index.order_{kind}", language, share=share, draws=write_number(index.draws))


def write_ranges(one: DimensionIndex, language: Language) -> str:
    """The range of usual weights and that of any weights at all."""
    low, high = (write_index(value) for value in one.usual)
    least, most = (write_index(value) for value in one.extreme)
    return word("index.ranges", language, low=low, high=high, least=least, most=most, n=len(one.parts))
