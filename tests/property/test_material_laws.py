"""Laws of material flows, whatever was weighed: mass is conserved at each thing or a problem is raised."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.evidence.material import Balance, Material, find_material_problems, find_materials
from analysis.evidence.material.weighed import TOLERANCE
from dictionary.records import Entry, Record
from tests.observe import ROUNDS

Weights = tuple[float | None, float | None]
Row = tuple[int, int, str, str, Weights]

USES = ("product", "reused", "unused", "dumped", "burned", "moisture", "processed", "")
KG = st.one_of(st.none(), st.sampled_from([0.0, 1.0, 2.5, 20.0]), st.floats(0, 100, allow_nan=False, width=32))
PLAIN = settings(max_examples=120, deadline=None)


@st.composite
def sheets(draw: st.DrawFn) -> list[Row]:
    """Rows of flows between up to seven things, each only into a later one; some blank, some dry."""
    rows = draw(
        st.lists(st.tuples(st.integers(0, 5), st.integers(1, 3), st.sampled_from(USES)), min_size=1, max_size=9)
    )
    bases = st.sampled_from(["fresh", "fresh", "fresh", "dry"])
    return [(origin, origin + step, use, draw(bases), (draw(KG), draw(KG))) for origin, step, use in rows]


def _read(rows: list[Row], times: float = 1.0) -> tuple[Record, ...]:
    return tuple(_record(number + 2, row, times) for number, row in enumerate(rows))


def _record(number: int, row: Row, times: float) -> Record:
    origin, target, use, basis, weights = row
    entries = {
        ("from_node", ""): Entry(f"A{number}", f"thing{origin}"),
        ("to_node", ""): Entry(f"B{number}", f"thing{target}"),
        ("basis", ""): Entry(f"C{number}", basis, code=basis),
        ("resource", ""): Entry(f"D{number}", "stem"),
    }
    if use:
        entries["use", ""] = Entry(f"E{number}", use, code=use)
    for wave, kg, column in zip(ROUNDS, weights, "FG", strict=True):
        if kg is not None:
            entries["mass", wave.key] = Entry(f"{column}{number}", str(kg), number=kg * times)
    return Record("flows", "f.xlsx", "flows", number, entries)


def _balances(rows: list[Row], times: float = 1.0) -> list[tuple[Material, Balance]]:
    materials = find_materials(_read(rows, times), ROUNDS)
    return [(material, balance) for material in materials for balance in material.balances]


@PLAIN
@given(sheets())
def test_mass_is_conserved_at_each_thing_or_the_problem_is_raised(rows: list[Row]) -> None:
    codes = {problem.code for problem in find_material_problems(_read(rows), ROUNDS)}
    for _, balance in _balances(rows):
        if balance.missing == "flow_more_out":
            assert "flow_more_out" in codes
            continue
        into: dict[str, list[float | None]] = defaultdict(list)
        out: dict[str, list[float | None]] = defaultdict(list)
        for band in balance.bands:
            out[band.origin].append(band.kg)
            into[band.target].append(band.kg)
        for node, parts in out.items():
            if node in into and None not in parts and None not in into[node]:
                whole = sum(kg or 0 for kg in into[node])
                assert sum(kg or 0 for kg in parts) == pytest.approx(whole, rel=TOLERANCE * 1.01, abs=1e-9)


@PLAIN
@given(sheets())
def test_what_goes_in_is_the_sum_of_its_ends(rows: list[Row]) -> None:
    for _, balance in _balances(rows):
        if balance.mass_in is not None and balance.mass_unaccounted is not None:
            ends = sum(kg or 0 for kg in balance.by_use.values()) + balance.mass_unaccounted
            assert ends == pytest.approx(balance.mass_in, rel=0.05, abs=1e-9)
            assert ends >= balance.mass_in * (1 - 1e-9)


@PLAIN
@given(sheets(), st.sampled_from([0.001, 0.5, 3.0, 1000.0]))
def test_scaling_all_weights_leaves_the_rates(rows: list[Row], times: float) -> None:
    for (_, first), (_, scaled) in zip(_balances(rows), _balances(rows, times), strict=True):
        assert scaled.use_rate == (None if first.use_rate is None else pytest.approx(first.use_rate))
        assert scaled.mass_in == (None if first.mass_in is None else pytest.approx(first.mass_in * times))
        assert scaled.missing == first.missing


@PLAIN
@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_of_the_rows_is_irrelevant(rows: list[Row], chance: object) -> None:
    shuffled = list(rows)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    told = [
        {(one.basis, b.round): (b.mass_in, b.mass_used, b.use_rate, b.missing) for one, b in _balances(some)}
        for some in (rows, shuffled)
    ]
    assert told[0].keys() == told[1].keys()
    for key, values in told[0].items():
        for one, other in zip(values, told[1][key], strict=True):
            assert other == (pytest.approx(one) if isinstance(one, float) else one)


@PLAIN
@given(sheets())
def test_a_rate_lies_between_nothing_and_all(rows: list[Row]) -> None:
    rates = [balance.use_rate for _, balance in _balances(rows) if balance.use_rate is not None]
    assert all(0 <= rate <= 1 for rate in rates)
