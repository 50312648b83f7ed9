"""Observations → pairs: the join of two rounds, one formula for pandas, Arrow, DuckDB and Spark alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import narwhals as nw
from narwhals.typing import IntoDataFrameT

KEYS = ("indicator", "unit")
SIDES = ("baseline", "endline")


def match_rounds(
    observations: IntoDataFrameT, rounds: tuple[str, str], keys: Sequence[str] = KEYS, largest: nw.Expr | None = None
) -> IntoDataFrameT:
    """One row for each indicator and unit of observation, with its value in the earlier and the later round.

    ``observations`` has the columns of ``keys`` (which together say the indicator and the unit), round and value;
    ``rounds`` names the earlier and the later round; ``largest`` says by the keys whose cells of one round are rolled
    up by maximum (presence), all others are summed. A blank cell (NaN or null) makes the unit's value of that round
    unknown (of a maximum only where no other cell is above 0: who was there by one cell was there); a cell that is not
    there adds nothing. Columns of the result: the keys, baseline, endline (null where not known), baseline_cells,
    endline_cells (how many cells stand behind it).
    """
    sides = dict(zip(SIDES, rounds, strict=True))
    frame = nw.from_native(observations)
    rows = frame.select(*keys, *(part for side, name in sides.items() for part in _spread(side, name)))
    rolled = rows.group_by(*keys).agg(*(part for side in SIDES for part in _roll_up(side, largest is not None)))
    cells = (f"{side}_cells" for side in SIDES)
    return rolled.select(*keys, *(_known(side, largest) for side in SIDES), *cells).to_native()


def _spread(side: str, name: str) -> tuple[nw.Expr, ...]:
    """The known value of a row in its round, and whether the row is a cell of that round."""
    here = nw.col("round") == name
    return nw.when(here).then(nw.col("value").fill_nan(None)).alias(side), here.cast(nw.Int64).alias(f"{side}_cells")


def _roll_up(side: str, also_largest: bool) -> Iterator[nw.Expr]:
    """Sum (and maximum, where one is asked for) of a unit's known cells in one round, how many are known, and all."""
    yield nw.col(side).sum()
    yield nw.col(side).count().alias(f"{side}_known")
    yield nw.col(f"{side}_cells").sum()
    if also_largest:
        yield nw.col(side).max().alias(f"{side}_max")


def _known(side: str, largest: nw.Expr | None) -> nw.Expr:
    """The value of a unit in one round: null where it has no cell there, or a blank one that could change it."""
    known = (nw.col(f"{side}_cells") > 0) & (nw.col(f"{side}_known") == nw.col(f"{side}_cells"))
    summed = nw.when(known).then(nw.col(side))
    if largest is None:
        return summed.alias(side)
    most = nw.col(f"{side}_max")
    return nw.when(largest).then(nw.when(known | (most > 0)).then(most)).otherwise(summed).alias(side)
