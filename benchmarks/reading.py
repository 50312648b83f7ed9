"""(a) Reading and analysing a large workbook, (d) the memory it takes, (e) how the analysis grows with the pairs."""

from __future__ import annotations

import math
from collections.abc import Iterator

from benchmarks.made import big_workbook
from benchmarks.measure import Result, peak_memory, run_alone

SMALL, LARGE = 1_000, 1_000_000
TURNS = 4


def measure_reading() -> Iterator[Result]:
    """Wall time of each reader on the same file, each in a process of its own that has its libraries loaded."""
    part, path = "(a) 100,000 members × two rounds", str(big_workbook())
    usual = float(run_alone(["read_with_openpyxl", path]))
    limit, ours = _best_in_turns(["read_with_fastexcel", path], ["read_and_analyse", path])
    yield Result(part, "fastexcel to Arrow, nothing understood", limit, "s")
    yield Result(part, "pandas.read_excel with openpyxl, nothing understood", usual, "s")
    cold = float(run_alone(["read_and_analyse_once", path]))
    yield Result(part, "Konlang: read, checked, paired, analysed", ours, "s")
    yield Result(part, "Konlang's first, with the start of its reading process", cold, "s")
    yield Result(part, "Konlang to fastexcel", ours / limit, "×", 4)
    yield Result(part, "Konlang to pandas with openpyxl", ours / usual, "×", 0.2)
    memory = peak_memory(["read_and_analyse_once", path])
    yield Result("(d) memory", "peak of (a), with the reading process", memory, "MB", 600)


def measure_growth() -> Iterator[Result]:
    """Seconds of the analysis by the number of pairs; the exponent is the slope between the ends on log axes."""
    part = "(e) growth"
    times = {pairs: float(run_alone(["compare_pairs", str(pairs)])) for pairs in (SMALL, 10_000, 100_000, LARGE)}
    for pairs, seconds in times.items():
        yield Result(part, f"{pairs:,} pairs", seconds, "s")
    yield Result(part, "exponent from 1,000 to 1,000,000", _exponent(times, SMALL, LARGE), "", 1.1)
    yield Result(part, "exponent of the last step, 100,000 to 1,000,000", _exponent(times, 100_000, LARGE), "", 1.1)


def _best_in_turns(*measured: list[str]) -> list[float]:
    """The best seconds of each measurement; taking turns, they share what disturbs the machine."""
    rounds = [[float(run_alone(arguments)) for arguments in measured] for _ in range(TURNS)]
    return [min(seconds) for seconds in zip(*rounds, strict=True)]


def _exponent(times: dict[int, float], small: int, large: int) -> float:
    return math.log(times[large] / times[small]) / math.log(large / small)
