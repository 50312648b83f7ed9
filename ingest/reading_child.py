"""One reading process as its parent sees it: started, asked, watched, ended."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from time import monotonic
from typing import IO

import psutil

from ingest.inputs import InputFile, Reading, Told
from ingest.limits import LIMITS, MEGABYTE
from ingest.messages import ASK, FAULT, NO_MEMORY, OPENING, PEAK, READ, READY, Message, receive, send
from ingest.opening import tell_nobody

ROOT = Path(__file__).parents[1]
START_SECONDS = 60.0  # for the libraries to load on a slow machine
PATIENCE = 4  # times the seconds of work that a file may take by the wall clock
TICK = 0.05  # seconds between two looks at the memory
_BASELINE = 400  # megabytes that the libraries themselves may take
_CODES = {NO_MEMORY: "file_too_large", FAULT: "file_crashed_reader"}
_LONGEST = 1000  # bytes of a complaint that are looked at
_ALLOCATION = b"memory allocation of"  # what calamine says before it aborts
_SETTINGS = {"MALLOC_ARENA_MAX": "2", "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "RUST_BACKTRACE": "0"}
_SETTINGS |= {"ARROW_DEFAULT_MEMORY_POOL": "system", "PYTHONUTF8": "1"}


class Lost(Exception):
    """The file at ``index`` brought the reading process down or passed a limit; ``code`` is its problem."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail, self.index = code, detail, 0


@dataclass(frozen=True)
class Since:
    """When a file was begun: seconds by the wall clock and of work, and how many ``seconds`` of work it may take."""

    wall: float
    work: float
    seconds: float

    def is_over(self, wall: float, worked: Callable[[], float]) -> bool:
        """Whether the time is up: on a crowded machine a file has waited for its turn more than it has worked."""
        waited = wall - self.wall
        return waited > self.seconds and (waited > PATIENCE * self.seconds or worked() - self.work > self.seconds)


class ReadingChild:
    """A process that reads files, one request at a time. ``peak`` is the most memory (MB) of the last reading."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "ingest.child"],
            cwd=ROOT,
            env={**os.environ, **_SETTINGS},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._messages: SimpleQueue[Message | None] = SimpleQueue()
        self._complaints: deque[bytes] = deque(maxlen=50)
        self._is_ready = False
        self.peak = 0
        self._threads = [_start(self._listen), _start(self._hear)]

    @property
    def is_alive(self) -> bool:
        """Whether the process still runs."""
        return self._process.poll() is None

    def read(self, files: Sequence[InputFile], told: Told, tell: Callable[[int], None] = tell_nobody) -> Reading:
        """The reading of the files. Raises Lost; the process is gone or of no more use then."""
        self.peak, opened = 0, 0
        self.await_start()
        request = pickle.dumps((tuple(files), told), protocol=5)
        self._threads.append(_start(lambda: self._ask(request)))
        since = self._look_at_clocks(_seconds(files, opened))
        try:
            while True:
                kind, body = self._next(since)
                if kind == READ:
                    reading: Reading = pickle.loads(body)  # noqa: S301 - our own process wrote it, into our own pipe
                    return reading
                if kind == OPENING:
                    opened, since = int(body), self._look_at_clocks(_seconds(files, int(body)))
                    tell(opened)
                elif kind == PEAK:
                    self.peak = int(body)
        except Lost as lost:
            lost.index = _blame(files, opened)
            raise

    def end(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for thread in self._threads:
            thread.join()
        with contextlib.suppress(OSError):
            self._pipe("stdin").close()

    def await_start(self) -> None:
        """Return when its libraries are loaded. RuntimeError where it does not start."""
        if self._is_ready:
            return
        with contextlib.suppress(Empty):
            self._is_ready = self._messages.get(timeout=START_SECONDS) == (READY, b"")
        if not self._is_ready:
            self.end()
            raise RuntimeError("the reading process does not start")

    def _look_at_clocks(self, seconds: float) -> Since:
        return Since(monotonic(), self.worked(), seconds)

    def _next(self, since: Since) -> Message:
        """The next message; Lost where the process is gone, too slow or too large."""
        while True:
            with contextlib.suppress(Empty):
                message = self._messages.get(timeout=TICK)
                if message is None:
                    raise Lost(self._why_gone(), f"exit {self._process.wait()}")
                if message[0] in _CODES:
                    raise Lost(_CODES[message[0]], message[1].decode())
                return message
            self.peak = max(self.peak, self.memory())
            if self.peak > LIMITS.megabytes + _BASELINE:
                raise Lost("file_too_large", f"{self.peak} MB")
            if since.is_over(monotonic(), self.worked):
                raise Lost("file_too_slow")

    def memory(self) -> int:
        """Megabytes that the process takes now; 0 where it is gone."""
        with contextlib.suppress(psutil.Error):
            return int(psutil.Process(self._process.pid).memory_info().rss) // MEGABYTE
        return 0

    def worked(self) -> float:
        """Seconds that the process was at work since its start; 0 where it is gone."""
        with contextlib.suppress(psutil.Error):
            times = psutil.Process(self._process.pid).cpu_times()
            return float(times.user + times.system)
        return 0.0

    def _why_gone(self) -> str:
        """Calamine says it when it aborts for want of memory; what else ends a process is a fault of the reader."""
        return "file_too_large" if any(_ALLOCATION in line for line in self._complaints) else "file_crashed_reader"

    def _ask(self, request: bytes) -> None:
        with contextlib.suppress(OSError):
            send(self._pipe("stdin"), ASK, request)

    def _listen(self) -> None:
        with self._pipe("stdout") as pipe:
            while (message := receive(pipe)) is not None:
                self._messages.put(message)
        self._messages.put(None)

    def _hear(self) -> None:
        """Take what the process complains of, so that it never waits for a reader; the last of it is kept."""
        with self._pipe("stderr") as pipe:
            while complaint := pipe.readline(_LONGEST):
                self._complaints.append(complaint)

    def _pipe(self, name: str) -> IO[bytes]:
        pipe: IO[bytes] = getattr(self._process, name)
        return pipe


def _seconds(files: Sequence[InputFile], index: int) -> float:
    """How long it may take to the next sign of life, which is for one file or, after the last, for all of them."""
    wanted = files[index : index + 1] or files
    return LIMITS.seconds_for(sum(len(file.content) for file in wanted))


def _blame(files: Sequence[InputFile], index: int) -> int:
    """The file that was being opened; where all were open already, the largest that is left."""
    return (
        index if index < len(files) else max(range(len(files)), key=lambda place: len(files[place].content), default=0)
    )


def _start(work: Callable[[], None]) -> threading.Thread:
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return thread
