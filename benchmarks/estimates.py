"""(h) Estimates of paired incomes: this program against SciPy's two tests, DABEST and pingouin; memory at a million.

DABEST and pingouin are measured where an environment of their own holds them (DABEST asks for older pandas and numpy
than this program): ``python3 -m venv .venv/peers && .venv/peers/bin/pip install dabest pingouin``.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import numpy as np

from benchmarks.measure import Result, peak_memory, run_alone
from benchmarks.serve import HOUSE

PART = "(h) estimates of paired incomes"
COMPARED = """SciPy's paired t and Wilcoxon are timed twice: over all pairs; and over all pairs and each of 41 groups of
five breakdowns, which is the work that the breakdowns ask for. What is compared with them does more. From arrays: of
all pairs thirteen estimates (Hodges–Lehmann, the median, Gini and Palma with their jackknives among them), of each
group the mean difference with its interval. All findings: rows are paired first, the other measures of presence and
income found, caveats looked for, small groups hidden, cells known. The aim is for both ratios; the first is stricter.
"""
PAIRS, FEWER, MOST = 100_000, 10_000, 1_000_000
PEERS = HOUSE / ".venv" / "peers" / "bin" / "python"
PEER_AIMS = {"dabest": 0.05, "pingouin": 0.1}
PEER_PROGRAM = """
import sys, time, warnings
import numpy as np
warnings.simplefilter("ignore")
peer, n = sys.argv[1], int(sys.argv[2])
random = np.random.default_rng(3)
before = random.lognormal(8, 0.6, n)
after = before * random.lognormal(0.2, 0.4, n)
if peer == "dabest":
    import dabest, pandas as pd
    frame = pd.DataFrame({"before": before, "after": after, "id": np.arange(n)})
    work = lambda: dabest.load(frame, idx=("before", "after"), paired="baseline", id_col="id").mean_diff.results
else:
    import pingouin
    work = lambda: (pingouin.ttest(before, after, paired=True), pingouin.wilcoxon(before, after))
start = time.perf_counter()
work()
print(time.perf_counter() - start)
"""


def measure_estimates() -> Iterator[Result]:
    """Seconds of the same arrays, each in a process of its own, and the ratios aimed at."""
    tests = {
        "over all pairs": float(run_alone(["test_with_scipy", str(PAIRS)])),
        "over all pairs and in each group": float(run_alone(["test_groups_with_scipy", str(PAIRS)])),
    }
    arrays, findings = (float(run_alone([name, str(PAIRS)])) for name in ("estimate_arrays", "compare_groups"))
    for how, seconds in tests.items():
        yield Result(PART, f"SciPy: paired t and Wilcoxon of {PAIRS:,} pairs, {how}", seconds, "s")
    yield Result(PART, "Konlang: every estimate of the pairs and five breakdowns, from the same arrays", arrays, "s")
    yield Result(
        PART, "Konlang: all findings with caveats and cells, from observations with five groups", findings, "s"
    )
    for how, seconds in tests.items():
        yield Result(PART, f"estimates from arrays to SciPy {how}", arrays / seconds, "×", 3)
        yield Result(PART, f"all findings to SciPy {how}", findings / seconds, "×", 3)
    yield from _measure_peers()
    memory = peak_memory(["compare_groups", str(MOST)])
    yield Result(PART, f"peak memory of all findings of {MOST:,} pairs with five groups", memory, "MB", 2_000)


def _measure_peers() -> Iterator[Result]:
    if not PEERS.exists():
        return
    ours = float(run_alone(["estimate_arrays", str(FEWER)]))
    yield Result(PART, f"Konlang: every estimate of {FEWER:,} pairs and five breakdowns", ours, "s")
    for peer, aim in PEER_AIMS.items():
        command = [str(PEERS), "-c", PEER_PROGRAM, peer, str(FEWER)]
        seconds = float(subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()[-1])
        yield Result(PART, f"{peer}: {FEWER:,} pairs", seconds, "s")
        yield Result(PART, f"Konlang to {peer}", ours / seconds, "×", aim)


def make_incomes(pairs: int) -> tuple[np.ndarray, np.ndarray]:
    """Skewed incomes before and after, whole baht."""
    random = np.random.default_rng(3)
    before = random.lognormal(8, 0.6, pairs)
    return before.round(), (before * random.lognormal(0.2, 0.4, pairs)).round()


def make_groups(pairs: int) -> dict[str, np.ndarray]:
    """Five breakdowns: the code of each pair's group."""
    random = np.random.default_rng(4)
    sizes = {"sex": 2, "age_band": 6, "village": 20, "role": 5, "income_source": 8}
    return {name: random.integers(0, size, pairs) for name, size in sizes.items()}
