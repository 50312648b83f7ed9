"""Every workbook of a folder, and any number of spoiled ones, put to the reader: what became of each, and its cost.

``python -m benchmarks.corpus [FOLDER] [--fuzz 2000]``; ends with 1 where a file brought the reader down.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.mutate import mutate
from benchmarks.seeds import make_seeds
from dictionary.load import describe, severity
from dictionary.nouns import Problem, Severity
from i18n import Language
from ingest import InputFile, Reading, Told
from ingest.limits import LIMITS
from ingest.reading_child import Lost, ReadingChild

FOLDER = Path(__file__).parents[2] / "shared" / "workbooks"
SEED = 20_620_101
UNDERSTOOD, ASKED, REFUSED, CRASHED = "understood", "asked", "refused", "CRASHED"
_LIMIT_CODES = {"file_too_large", "file_too_slow"}
_HEALTHY = 450  # megabytes that a process may hold between two files and read on
_NAME = 60


@dataclass(frozen=True)
class Outcome:
    """What became of a file: ``sentence`` begins with the code of the problem; seconds and peak megabytes."""

    name: str
    verdict: str
    sentence: str = ""
    seconds: float = 0.0
    megabytes: int = 0
    passed_limit: bool = False

    def __str__(self) -> str:
        cost = f"{self.seconds:6.2f} s {self.megabytes:5} MB"
        return f"{self.verdict:10} {cost}  {self.name[:_NAME]:{_NAME}}  {self.sentence}".rstrip()


def read_all(files: Iterable[tuple[str, bytes]]) -> Iterator[Outcome]:
    """The outcome of each file, all read by one process as long as it stays sound."""
    child: ReadingChild | None = None
    for name, content in files:
        child = child or _start()
        outcome = read_one(child, name, content)
        yield outcome
        if outcome.passed_limit or outcome.verdict == CRASHED or not child.is_alive or child.memory() > _HEALTHY:
            child.end()
            child = None
    if child:
        child.end()


def _start() -> ReadingChild:
    """A process that has loaded its libraries: their time is nobody's."""
    child = ReadingChild()
    child.read([InputFile("start.csv", b"a,b\n1,2\n")], Told())
    return child


def read_one(child: ReadingChild, name: str, content: bytes) -> Outcome:
    """Put one file to the reader."""
    start = time.perf_counter()
    try:
        verdict, problem = judge(child.read([InputFile(name, content)], Told()))
        lost = False
    except Lost as fault:
        lost = True
        problem = Problem(fault.code, name)
        verdict = REFUSED if fault.code in _LIMIT_CODES else CRASHED
    sentence = f"{problem.code}: {describe(problem, Language.EN, personal=False)}" if problem else ""
    return Outcome(name, verdict, " ".join(sentence.split()), time.perf_counter() - start, child.peak, lost)


def judge(reading: Reading) -> tuple[str, Problem | None]:
    """Whether the file was understood, is asked about or was refused, and the problem that says it."""
    if reading.questions:
        return ASKED, None
    if not reading.observations.empty:
        return UNDERSTOOD, None
    worst = sorted(reading.problems, key=lambda problem: list(Severity).index(severity(problem)))
    of_file = [problem for problem in worst if not problem.sheet]
    return REFUSED, next(iter([*of_file, *worst]), None)


def list_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """The files of a folder and its folders by name."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".md" and path.name != "odd.csv":
            yield path.name, path.read_bytes()


def spoil(seeds: Sequence[tuple[str, bytes]], count: int, seed: int = SEED) -> Iterator[tuple[str, bytes]]:
    """So many spoiled workbooks, the same ones for the same seed."""
    for number in range(count):
        chance = Random(f"{seed}-{number}")
        name, content = seeds[number % len(seeds)]
        yield f"{number} {name}", mutate(content, chance)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a line for each file of the folder, those spoiled files that went badly, and the counts."""
    parser = argparse.ArgumentParser(prog="benchmarks.corpus", description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)
    parser.add_argument("--fuzz", type=int, default=0, metavar="COUNT")
    options = parser.parse_args(arguments)
    known = list(list_files(options.folder)) if options.folder.is_dir() else []
    if not known:
        print(f"There is no folder {options.folder} with workbooks; give another: python -m benchmarks.corpus FOLDER")
    outcomes = _show(read_all(known), only_bad=False)
    seeds = [*make_seeds(), *((name, content) for name, content in known if 0 < len(content) < 100_000)]
    spoiled = _show(read_all(spoil(seeds, options.fuzz)), only_bad=True)
    for what, those in (("Files", outcomes), ("Spoiled", spoiled)):
        if those:
            print(summarise(what, those))
    return int(any(one.verdict == CRASHED for one in (*outcomes, *spoiled)))


def _show(outcomes: Iterable[Outcome], *, only_bad: bool) -> list[Outcome]:
    shown = []
    for one in outcomes:
        shown.append(one)
        is_slow = one.seconds > LIMITS.seconds
        if not only_bad or one.verdict == CRASHED or one.passed_limit or is_slow:
            print(one, flush=True)
    return shown


def summarise(what: str, outcomes: Sequence[Outcome]) -> str:
    """One line of counts and the worst cost."""
    counts = Counter(one.verdict for one in outcomes)
    verdicts = ", ".join(f"{counts[verdict]} {verdict}" for verdict in (UNDERSTOOD, ASKED, REFUSED, CRASHED))
    limits = sum(one.passed_limit for one in outcomes)
    slowest, largest = max(one.seconds for one in outcomes), max(one.megabytes for one in outcomes)
    return (
        f"{what}: {len(outcomes)} read: {verdicts}; {limits} ended by a limit of the process "
        f"({LIMITS.seconds} s and more by size, {LIMITS.megabytes} MB); at most {slowest:.1f} s and {largest} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
