"""Pairing: the same answer on every engine, and what is not known of a unit stays unknown."""

from __future__ import annotations

import narwhals as nw
import numpy as np
import pandas as pd
import pyarrow as pa

from analysis.pairs import match_rounds

ROUNDS = ("baseline", "endline")
KEYS = ["indicator", "unit"]
IS_PRESENCE = nw.col("indicator") == "presence"


def _frame(rows: list[tuple[str, str, str, float]]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["indicator", "unit", "round", "value"])


SMALL = _frame(
    [
        ("income", "both", "baseline", 100),
        ("income", "both", "baseline", 50),
        ("income", "both", "endline", 200),
        ("income", "before", "baseline", 70),
        ("income", "after", "endline", 80),
        ("income", "blank", "baseline", 90),
        ("income", "blank", "endline", 10),
        ("income", "blank", "endline", np.nan),
        ("income", "neither", "baseline", np.nan),
        ("presence", "both", "baseline", 1),
        ("presence", "both", "baseline", 1),
        ("presence", "both", "endline", 0),
        ("presence", "both", "target", 9),
    ]
)


def _pair(indicator: str, unit: str) -> dict[str, object]:
    pairs = match_rounds(SMALL, ROUNDS, largest=IS_PRESENCE)
    (row,) = pairs[(pairs["indicator"] == indicator) & (pairs["unit"] == unit)].to_dict("records")
    return {str(name): value for name, value in row.items()}


def test_several_cells_of_a_unit_are_added() -> None:
    assert _pair("income", "both")["baseline"] == 100 + 50


def test_presence_on_several_rows_is_one_presence() -> None:
    assert _pair("presence", "both")["baseline"] == max(1, 1)


def test_a_value_is_known_in_the_rounds_in_which_it_was_stated() -> None:
    pairs = {unit: _pair("income", unit) for unit in ("both", "before", "after", "blank", "neither")}
    assert {unit: (str(pair["baseline"]), str(pair["endline"])) for unit, pair in pairs.items()} == {
        "both": ("150.0", "200.0"),
        "before": ("70.0", "nan"),
        "after": ("nan", "80.0"),
        "blank": ("90.0", "nan"),
        "neither": ("nan", "nan"),
    }


def test_one_blank_cell_makes_the_total_of_the_unit_unknown() -> None:
    assert str(_pair("income", "blank")["endline"]) == "nan"
    assert _pair("income", "blank")["endline_cells"] == 2


def test_a_target_is_no_round() -> None:
    assert _pair("presence", "both")["endline"] == 0


def test_pandas_and_arrow_give_the_same_pairs() -> None:
    generator = np.random.default_rng(7)
    size = 2_000
    frame = pd.DataFrame(
        {
            "indicator": generator.choice(["income", "presence"], size),
            "unit": generator.integers(0, 400, size),
            "round": generator.choice([*ROUNDS, "target"], size),
            "value": np.where(generator.random(size) < 0.1, np.nan, generator.integers(0, 9, size)),
        }
    )
    on_pandas = match_rounds(frame, ROUNDS, largest=IS_PRESENCE)
    on_arrow = match_rounds(pa.Table.from_pandas(frame), ROUNDS, largest=IS_PRESENCE).to_pandas()
    ordered = [pairs.sort_values(KEYS).reset_index(drop=True) for pairs in (on_pandas, on_arrow)]
    pd.testing.assert_frame_equal(ordered[0], ordered[1], check_dtype=False)
