"""The reading process: reads the files that its parent sends and says which one it is opening.

A file that brings this process down brings nothing else down. ``ingest.process`` runs it as ``python -m ingest.child``.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import threading
from queue import SimpleQueue
from typing import IO

from ingest.confine import confine, forget_peak, load_early, peak_megabytes
from ingest.messages import FAULT, NO_MEMORY, OPENING, PEAK, READ, READY, receive, send
from ingest.reading import read_as_told


def main() -> None:
    """Read until the parent closes the pipe. What stray code prints goes nowhere near the answers."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the parent, whose end ends this
    requests: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, requests), daemon=True).start()
    load_early()
    confine()
    gc.disable()  # while it reads: to walk millions of cells over and over takes a tenth of the time
    send(answers, READY)
    while True:
        _answer(requests.get(), answers)
        gc.collect()


def _listen(pipe: IO[bytes], requests: SimpleQueue[bytes]) -> None:
    """Take requests; when the parent is gone, end the process in the midst of whatever it does."""
    while (message := receive(pipe)) is not None:
        requests.put(message[1])
    os._exit(0)


def _answer(request: bytes, answers: IO[bytes]) -> None:
    forget_peak()
    try:
        files, told = pickle.loads(request)  # noqa: S301 - our own parent wrote it, into our own pipe
        reading = read_as_told(files, told, lambda index: send(answers, OPENING, str(index).encode()))
        result = (READ, pickle.dumps(reading, protocol=5))
    except MemoryError:
        result = (NO_MEMORY, b"")
    except Exception as fault:  # noqa: BLE001 - told to the parent, which leaves the file out and writes it in its log
        result = (FAULT, _describe(fault).encode())
    send(answers, PEAK, str(peak_megabytes()).encode())
    send(answers, *result)


def _describe(fault: BaseException) -> str:
    """The type of a fault and the lines it passed, never its text: that can hold data."""
    lines = [type(fault).__name__]
    trace = fault.__traceback__
    while trace is not None:
        lines.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
        trace = trace.tb_next
    return "\n  ".join(lines)


if __name__ == "__main__":
    main()
