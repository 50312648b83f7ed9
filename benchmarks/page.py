"""The page that the benchmarks write: a table for each part, with the aims reached and those that were not."""

from __future__ import annotations

from importlib.metadata import version
from itertools import groupby

from benchmarks.estimates import COMPARED
from benchmarks.estimates import PART as ESTIMATES
from benchmarks.measure import Result

PEERS = ("streamlit", "pandas", "plotly", "kaleido", "fastexcel", "python-calamine", "openpyxl")
OPENING = """# Performance

Written by `make bench`, everything measured in one run on a machine with 2 cores. Seconds are one machine's: read
them as ratios. Times are the best or the median of some runs; where an aim was missed it says so.
"""
NOTES = {ESTIMATES: f"{COMPARED}\n"}  # what a part compares, where its lines cannot say it


def print_page(results: list[Result]) -> str:
    """The results as Markdown, a table for each part."""
    versions = ", ".join(f"{name} {version(name)}" for name in PEERS)
    parts = [_print_part(part, list(lines)) for part, lines in groupby(results, key=lambda result: result.part)]
    return "\n".join([OPENING, *parts, f"Peers: {versions}.\n"])


def _print_part(part: str, results: list[Result]) -> str:
    rows = "".join(
        f"| {one.what} | {_number(one.value)} {one.unit} | {_aim(one)} | {_reached(one)} |\n" for one in results
    )
    return f"## {part}\n\n{NOTES.get(part, '')}| measured | figure | aim | reached |\n|---|---|---|---|\n{rows}"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def _aim(result: Result) -> str:
    if result.aim is None:
        return ""
    return f"{'≤' if result.lower else '≥'} {_number(result.aim)}"


def _reached(result: Result) -> str:
    return {None: "", True: "yes", False: "**no**"}[result.reached]
