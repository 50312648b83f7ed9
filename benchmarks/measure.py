"""How things are measured: time as the best of some runs, memory as the peak of a process and its children."""

from __future__ import annotations

import gc
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass

import psutil

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the page: what was measured, what came out, what it is compared with and what was aimed at.

    ``value`` and ``aim`` are in ``unit``; ``lower`` says whether less is better.
    """

    part: str
    what: str
    value: float
    unit: str
    aim: float | None = None
    lower: bool = True

    @property
    def reached(self) -> bool | None:
        """Whether the aim was reached; None where there is none."""
        if self.aim is None:
            return None
        return self.value <= self.aim if self.lower else self.value >= self.aim


def time_best(work: Callable[[], object], runs: int = 3, before: Callable[[], object] = lambda: None) -> float:
    """Seconds of the quickest of some runs, each after what goes ``before``: what the work takes undisturbed."""
    times = []
    for _ in range(runs):
        before()
        times.append(time_once(work))
    return min(times)


def time_once(work: Callable[[], object]) -> float:
    """Seconds of one run, with nothing left over from before to clean up during it."""
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def run_alone(arguments: Sequence[str]) -> str:
    """What ``python -m benchmarks.alone ...`` prints: a measurement in a process of its own."""
    return subprocess.run(_command(arguments), capture_output=True, check=True, text=True).stdout.strip()


def peak_memory(arguments: Sequence[str], pause: float = 0.02) -> float:
    """Peak megabytes of such a process with all its children, shared pages counted once for each."""
    process = psutil.Popen(_command(arguments), stdout=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        with suppress(psutil.NoSuchProcess):
            peak = max(peak, sum(_resident(one) for one in (process, *process.children(recursive=True))))
        time.sleep(pause)
    if process.returncode:
        raise RuntimeError(f"the measured process ended with {process.returncode}")
    return peak / MEGABYTE


def _resident(process: psutil.Process) -> int:
    with suppress(psutil.NoSuchProcess):
        return int(process.memory_info().rss)
    return 0


def _command(arguments: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "benchmarks.alone", *arguments]
