"""Reading apart: what a file does to its process is said in a sentence, and everybody else goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from dictionary.load import describe
from i18n import Language
from ingest import InputFile, ProjectAnswers, Told, read_files
from ingest.limits import LIMITS, Limits, read_limits
from ingest.process import read_apart, warm_up
from ingest.reading_child import Lost, ReadingChild, Since
from tests import hostile
from tests.build import build, codes, sums

GOOD = build(
    {
        "รายได้": [
            ["รหัสสมาชิก", "แหล่งรายได้", "ก่อน", "หลัง", "ต่อ"],
            ["M1", "ทอผ้า", 100, 150, "เดือน"],
            ["M2", "ทอผ้า", 300, 350, "เดือน"],
        ]
    }
)


@pytest.fixture
def child() -> Iterator[ReadingChild]:
    one = ReadingChild()
    yield one
    one.end()


@pytest.fixture
def _narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Little memory and time, so that limits are met at once."""
    monkeypatch.setenv("KONLANG_MOST_MEGABYTES", "250")
    monkeypatch.setattr("ingest.reading_child.LIMITS", replace(LIMITS, seconds=3, megabytes=250))


def test_reading_apart_is_reading() -> None:
    files, answers = [InputFile("a.xlsx", GOOD)], ProjectAnswers(name="ทอผ้า")
    apart, here = read_apart(files, Told(answers)), read_files(files, answers)
    assert apart.observations.equals(here.observations)
    assert (apart.info, apart.problems, apart.sheets, apart.excluded) == (
        here.info,
        here.problems,
        here.sheets,
        here.excluded,
    )


def test_each_file_is_told_before_it_is_opened() -> None:
    told: list[int] = []
    read_apart([InputFile(f"{n}.csv", b"a,b\n1,%d\n" % n) for n in range(3)], None, told.append)
    assert told == [0, 1, 2, 3]


def test_one_process_reads_many_times(child: ReadingChild) -> None:
    for _ in range(2):
        reading = child.read([InputFile("a.xlsx", GOOD)], Told())
        assert sums(reading, "member_income") == {"baseline": 400, "endline": 500}


@pytest.mark.usefixtures("_narrow")
def test_a_file_that_asks_for_too_much_memory_is_refused_and_the_others_are_read() -> None:
    files = [InputFile("big.xlsx", hostile.far_cell_with_a_lying_size()), InputFile("good.xlsx", GOOD)]
    reading = read_apart(files)
    assert codes(reading.problems) == ["file_too_large"]
    assert [problem.file for problem in reading.problems if problem.code == "file_too_large"] == ["big.xlsx"]
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}


SPOILED = """import os, sys
if sys.orig_argv[-1] == "ingest.child":
    import ingest.workbooks as workbooks
    read = workbooks._read
    def spoiled(content, password):
        exec(content[6:].decode() if content[:6] == b"spoil:" else "")
        return read(content, password)
    workbooks._read = spoiled
"""


@pytest.fixture
def _spoiled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Reading processes that do whatever a file says after "spoil:"."""
    (tmp_path / "sitecustomize.py").write_text(SPOILED)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join((str(tmp_path), str(Path.cwd()))))


@pytest.mark.usefixtures("_narrow", "_spoiled")
@pytest.mark.parametrize(
    ("crash", "code"),
    [
        ("os.abort()", "file_crashed_reader"),
        ("os._exit(0)", "file_crashed_reader"),
        ("raise ValueError('secret')", "file_crashed_reader"),
        ("raise MemoryError", "file_too_large"),
        ("while True: pass", "file_too_slow"),
        ("b = [bytearray(b'x' * (1 << 20)) for _ in iter(int, 1)]", "file_too_large"),
    ],
)
def test_whatever_brings_the_process_down_is_a_sentence_about_the_file(
    crash: str, code: str, caplog: pytest.LogCaptureFixture
) -> None:
    reading = read_apart([InputFile("good.xlsx", GOOD), InputFile("bad.xls", f"spoil:{crash}".encode())])
    (problem,) = (one for one in reading.problems if one.file == "bad.xls")
    assert problem.code == code
    assert all("bad.xls" in describe(problem, language) for language in Language)
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}
    assert "secret" not in caplog.text
    assert "bad.xls" not in caplog.text


UNLIMITED = "import resource\nresource.setrlimit = lambda *_: None\n"  # as on Windows and macOS
GROW = "b = [bytearray(b'x' * (1 << 20)) for _ in range(1500)]\nwhile True: pass"


@pytest.mark.usefixtures("_narrow", "_spoiled")
def test_where_the_system_sets_no_limit_the_parent_ends_a_process_that_grows(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "sitecustomize.py").write_text(SPOILED + UNLIMITED)
    reading = read_apart([InputFile("bad.xls", f"spoil:{GROW}".encode()), InputFile("good.xlsx", GOOD)])
    assert [one.code for one in reading.problems if one.file == "bad.xls"] == ["file_too_large"]
    assert sums(reading, "member_income") == {"baseline": 100 + 300, "endline": 150 + 350}
    assert " MB" in caplog.text  # what the parent counted


@pytest.mark.usefixtures("_narrow")
def test_other_threads_go_on_while_a_process_hangs() -> None:
    done = threading.Event()

    def read() -> None:
        read_apart([InputFile("a.xlsx", GOOD)])
        done.set()

    reader = threading.Thread(target=read)
    reader.start()
    ticks = 0
    while not done.wait(0.001):
        ticks += 1
    reader.join()
    assert ticks > 100  # the interpreter was free nearly all the time


def test_the_process_ends_with_its_parent() -> None:
    code = (
        "import os, signal, sys\n"
        "from ingest import Told\n"
        "from ingest.reading_child import ReadingChild\n"
        "child = ReadingChild(); child.read([], Told()); print(child._process.pid, flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    _, alive = psutil.wait_procs(_processes(int(told.stdout)), timeout=30)
    assert not alive


def _processes(pid: int) -> list[psutil.Process]:
    try:
        return [psutil.Process(pid)]
    except psutil.NoSuchProcess:
        return []


def test_a_spare_waits_once_it_is_wanted_and_is_taken() -> None:
    from ingest.process import _SPARE

    warm_up()
    spare = _SPARE.child
    assert spare is not None
    assert sums(read_apart([InputFile("a.xlsx", GOOD)]), "member_income") == {"baseline": 400, "endline": 500}
    assert not spare.is_alive
    assert _SPARE.child is not None
    _SPARE.drop()
    assert _SPARE.child is None


def test_it_is_started_from_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pandas.py").write_text("raise RuntimeError('not this one')")
    monkeypatch.chdir(tmp_path)
    assert sums(read_apart([InputFile("a.xlsx", GOOD)]), "member_income") == {"baseline": 400, "endline": 500}


def test_no_file_is_an_empty_project(child: ReadingChild) -> None:
    assert child.read([], Told()).observations.empty


def test_a_lost_process_says_which_file_it_was_at(child: ReadingChild) -> None:
    psutil.Process(child._process.pid).kill()
    with pytest.raises((Lost, RuntimeError)):
        child.read([InputFile("a.xlsx", GOOD)], Told())


def test_limits_are_set_by_the_environment_and_nonsense_is_not_used() -> None:
    given = {"KONLANG_MOST_SECONDS": "20", "KONLANG_MOST_CELLS": "many", "KONLANG_MOST_SHEETS": "0", "OTHER": "1"}
    assert read_limits(given) == replace(Limits(), seconds=20)
    assert read_limits({}).seconds_for(3 << 20) == Limits().seconds + 3 / Limits().megabytes_a_second


@pytest.mark.parametrize(
    ("waited", "worked", "is_over"),
    [(6.9, 6.9, False), (7.1, 7.1, True), (7.1, 2.0, False), (27.9, 2.0, False), (28.1, 2.0, True), (5.0, 9.0, False)],
)
def test_a_file_that_only_waited_for_its_turn_gets_more_time(waited: float, worked: float, is_over: bool) -> None:
    since = Since(wall=100.0, work=20.0, seconds=7.0)
    assert since.is_over(100.0 + waited, lambda: 20.0 + worked) is is_over
