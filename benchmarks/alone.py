"""One measurement in a process of its own: ``python -m benchmarks.alone NAME ARGUMENT`` prints seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import time_best, time_once


def read_and_analyse(name: str) -> float:
    """This program as its server runs: the file's bytes to findings, a reading process waiting with its libraries."""
    from ingest.process import warm_up

    return time_best(_prepare(Path(name)), before=lambda: warm_up(patiently=True))


def read_and_analyse_once(name: str) -> float:
    """The same once, no process waiting: what the command line does, and what the memory is taken from."""
    return time_once(_prepare(Path(name)))


def _prepare(path: Path) -> Callable[[], object]:
    from ingest import InputFile
    from project import find_changes, open_project

    return lambda: find_changes(open_project([InputFile(path.name, path.read_bytes())]))


def read_with_fastexcel(name: str) -> float:
    """The limit: every sheet to Arrow, nothing understood."""
    import fastexcel

    def read() -> None:
        book = fastexcel.read_excel(name)
        for sheet in book.sheet_names:
            book.load_sheet(sheet).to_arrow()

    return time_best(read)


def read_with_openpyxl(name: str) -> float:
    """The usual way: every sheet with pandas and openpyxl, nothing understood."""
    import pandas as pd

    return time_once(lambda: pd.read_excel(name, sheet_name=None, engine="openpyxl"))


def compare_pairs(pairs: str) -> float:
    """The analysis of so many pairs of incomes."""
    from analysis import compare_rounds
    from analysis.provenance import Place
    from benchmarks.made import ROUNDS, make_observations

    observations = make_observations(int(pairs))
    runs = 5 if int(pairs) < 100_000 else 3
    return time_best(lambda: compare_rounds(observations, ROUNDS, {}, [Place("made.xlsx", "รายได้")]), runs)


MEASURED = (read_and_analyse, read_and_analyse_once, read_with_fastexcel, read_with_openpyxl, compare_pairs)

if __name__ == "__main__":
    chosen = {measured.__name__: measured for measured in MEASURED}[sys.argv[1]]
    print(chosen(sys.argv[2]))
