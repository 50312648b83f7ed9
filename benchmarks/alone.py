"""One measurement in a process of its own: ``python -m benchmarks.alone NAME ARGUMENT`` prints seconds."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

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


def test_with_scipy(pairs: str) -> float:
    """The limit: SciPy's paired t test and Wilcoxon's signed rank test, nothing else."""
    from scipy import stats

    from benchmarks.estimates import make_incomes

    before, after = make_incomes(int(pairs))
    return time_best(lambda: (stats.ttest_rel(after, before), stats.wilcoxon(after, before)), 7)


def test_groups_with_scipy(pairs: str) -> float:
    """The same two tests of all pairs and of each group of five breakdowns, cut before the clock runs."""
    from scipy import stats

    from benchmarks.estimates import make_groups, make_incomes

    before, after = make_incomes(int(pairs))
    arrays = [(after, before)]
    for codes in make_groups(int(pairs)).values():
        arrays.extend((after[codes == group], before[codes == group]) for group in np.unique(codes))
    return time_best(lambda: [(stats.ttest_rel(*two), stats.wilcoxon(*two)) for two in arrays], 7)


def estimate_arrays(pairs: str) -> float:
    """Every estimate of the pairs, and the mean difference with its interval in each group of five breakdowns."""
    from analysis.breakdown import split_codes
    from analysis.estimators import Values, list_beside
    from analysis.methods import METHODS
    from analysis.sample import Sample
    from benchmarks.estimates import make_groups, make_incomes
    from dictionary.load_indicators import load_indicators
    from dictionary.load_methods import load_method_rows

    before, after = make_incomes(int(pairs))
    groups = make_groups(int(pairs))
    income, method = load_indicators()["member_income"], load_method_rows()["paired_mean"]

    def work() -> None:
        whole = Sample(before, after)
        METHODS["paired_mean"](whole)
        list_beside(income, method, Values(whole))
        for codes in groups.values():
            for places in split_codes(codes).values():
                METHODS["paired_mean"](Sample(before[places], after[places]))

    return time_best(work, 7)


def compare_groups(pairs: str) -> float:
    """All findings of members and their incomes, every member in a group of each disaggregation."""
    import pandas as pd

    from analysis import compare_rounds
    from analysis.provenance import Place
    from benchmarks.estimates import make_groups
    from benchmarks.made import ROUNDS, make_observations

    income = make_observations(int(pairs))
    members = income.assign(indicator=pd.Categorical(["members_active"] * len(income)), value=1.0)
    for name, codes in make_groups(int(pairs)).items():
        for frame in (members, income):
            if name in frame.columns:
                frame[name] = pd.Categorical(np.tile(codes, 2).astype(str))
    both = pd.concat([members.assign(income_source=None), income], ignore_index=True)
    both["indicator"] = both["indicator"].astype("category")
    observations = both.astype({"income_source": "category"})
    return time_best(lambda: compare_rounds(observations, ROUNDS, {}, [Place("made.xlsx", "รายได้")]))


MEASURED = (
    read_and_analyse,
    read_and_analyse_once,
    read_with_fastexcel,
    read_with_openpyxl,
    compare_pairs,
    test_with_scipy,
    test_groups_with_scipy,
    estimate_arrays,
    compare_groups,
)

if __name__ == "__main__":
    chosen = {measured.__name__: measured for measured in MEASURED}[sys.argv[1]]
    print(chosen(sys.argv[2]))
