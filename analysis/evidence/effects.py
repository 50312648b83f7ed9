"""Effects of the work, good and bad, meant or not, as their sheet tells them; none is left out because it is bad."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.sample import subtract
from dictionary.load import match_code
from dictionary.load_indicators import is_share, match_unit
from dictionary.nouns import Dimension, Round, Source
from dictionary.records import Record

TABLE = "effects"
NEGATIVE, POSITIVE = "negative", "positive"
YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Effect:
    """One effect. ``direction`` is negative, positive or "" where the sheet does not say; so ``intended`` may be None.

    ``baseline`` and ``endline`` are what was typed, in ``unit`` (shares 0–1). ``caveats`` are those of typed figures.
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
    source: Source

    @property
    def caveats(self) -> tuple[str, ...]:
        """No comparison group says that the work brought it about; a figure was typed in, not computed."""
        return ("W01",) if self.baseline is None and self.endline is None else ("W01", "W12")

    @property
    def sources(self) -> tuple[Source, ...]:
        """The cells of the row."""
        return (self.source,)

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
    found = [_read(record, rounds) for record in records if record.table == TABLE and record.text("effect")]
    places = {dimension: place for place, dimension in enumerate(Dimension)}
    first = {NEGATIVE: 0, POSITIVE: 2}
    return tuple(
        sorted(found, key=lambda e: (places.get(e.dimension, 3) if e.dimension else 3, first.get(e.direction, 1)))
    )


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
        source=record.source(),
    )


def _read_unit(text: str) -> tuple[str, float]:
    meant = match_unit(text) if text else ()
    if not meant:
        return text, 1.0
    return meant[0].unit, meant[0].factor if is_share(meant[0].unit) else 1.0
