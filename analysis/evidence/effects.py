"""Effects of the work, good and bad, meant or not, as their sheet tells them; none is left out because it is bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.sample import subtract
from dictionary.load import match_code
from dictionary.load_indicators import is_share, match_unit
from dictionary.nouns import Dimension, Round, Source
from dictionary.records import Record
from dictionary.squash import squash

TABLE = "effects"
NEGATIVE, POSITIVE = "negative", "positive"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect. ``direction`` is negative, positive or "" where the sheet does not say; so ``intended`` may be None.

    ``baseline`` and ``endline`` are what was typed, in ``unit`` (shares 0–1). ``caveats`` are those of typed figures,
    and ``doubts`` what prices add.
    """

    name: str
    dimension: Dimension | None
    direction: str
    intended: bool | None
    who: str
    unit: str
    baseline: float | None
    endline: float | None
    evidence: str
    response: str
    sources: tuple[Source, ...]
    doubts: tuple[str, ...] = ()

    @property
    def caveats(self) -> tuple[str, ...]:
        """No comparison group says that the work brought it about; a figure was typed in, not computed."""
        typed = ("W12",) if self.baseline is not None or self.endline is not None else ()
        return ("W01", *self.doubts, *typed)

    @property
    def better(self) -> bool | None:
        """Whether the effect itself is good, for its colour; None where the sheet does not say."""
        return {NEGATIVE: False, POSITIVE: True}.get(self.direction)

    @property
    def answered(self) -> bool:
        """Whether something was done about it: a word for nothing is no answer."""
        return bool(self.response) and match_code("yes_no", self.response) != NO

    @property
    def difference(self) -> float | None:
        """After less before."""
        return subtract(self.baseline, self.endline)


def read_effects(records: Sequence[Record], rounds: tuple[Round, Round]) -> tuple[Effect, ...]:
    """Every effect: by dimension, and within it the bad ones first."""
    found: dict[tuple[str, Dimension | None], Effect] = {}
    for effect in (_read(record, rounds) for record in records if record.table == TABLE and record.text("effect")):
        key = (squash(effect.name), effect.dimension)
        found[key] = _fill(found[key], effect) if key in found else effect
    places: tuple[Dimension | None, ...] = (*Dimension, None)
    first = {NEGATIVE: 0, POSITIVE: 2}
    return tuple(sorted(found.values(), key=lambda e: (places.index(e.dimension), first.get(e.direction, 1))))


def _read(record: Record, rounds: tuple[Round, Round]) -> Effect:
    dimension, intended = record.code("dimension"), record.code("intended")
    before, after = (record.number("value", one.key) for one in rounds)
    unit, factor = _read_unit(record.text("unit"))
    return Effect(
        name=record.text("effect"),
        dimension=Dimension(dimension) if dimension else None,
        direction=record.code("direction") or "",
        intended=None if intended is None else intended == YES,
        who=record.text("who"),
        unit=unit,
        baseline=None if before is None else before * factor,
        endline=None if after is None else after * factor,
        evidence=record.text("evidence"),
        response=record.text("response"),
        sources=(record.source(),),
    )


def _fill(effect: Effect, other: Effect) -> Effect:
    """One effect on two rows, as where each round has its own sheet: what one leaves blank the other may say."""
    return replace(
        effect,
        direction=effect.direction or other.direction,
        intended=other.intended if effect.intended is None else effect.intended,
        who=effect.who or other.who,
        unit=effect.unit or other.unit,
        baseline=other.baseline if effect.baseline is None else effect.baseline,
        endline=other.endline if effect.endline is None else effect.endline,
        evidence=effect.evidence or other.evidence,
        response=effect.response or other.response,
        sources=(*effect.sources, *other.sources),
    )


def _read_unit(text: str) -> tuple[str, float]:
    meant = match_unit(text) if text else ()
    if not meant:
        return text, 1.0
    return meant[0].unit, meant[0].factor if is_share(meant[0].unit) else 1.0
