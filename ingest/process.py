"""Reading in a process of its own: no file can end the app, hold it up or take its memory (calamine can abort).

The parent waits without holding the interpreter, so that others are served meanwhile. A file on which the reading
process dies or passes a limit is refused, and the others are read again without it.
"""

from __future__ import annotations

import atexit
import logging
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ingest.inputs import InputFile, Reading, Told
from ingest.opening import tell_nobody
from ingest.reading_child import Lost, ReadingChild

_LOG = logging.getLogger(__name__)


@dataclass
class _Spare:
    """A reading process that has loaded its libraries and waits for files; kept once somebody asked for one."""

    child: ReadingChild | None = None
    is_wanted: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)

    def keep(self) -> None:
        """Start one if none is waiting."""
        with self.lock:
            if self.is_wanted and not (self.child and self.child.is_alive):
                self.child = ReadingChild()

    def take(self) -> ReadingChild:
        """The one that waits, or a new one."""
        with self.lock:
            child, self.child = self.child, None
        return child if child and child.is_alive else ReadingChild()

    def drop(self) -> None:
        """End it; none is kept from now on."""
        with self.lock:
            self.is_wanted = False
            if self.child:
                self.child.end()
            self.child = None


_SPARE = _Spare()
atexit.register(_SPARE.drop)


def warm_up(*, patiently: bool = False) -> None:
    """Keep a reading process ready from now on, so that nobody waits for its libraries.

    Returns at once, or where somebody waits ``patiently`` when it is ready.
    """
    _SPARE.is_wanted = True
    _SPARE.keep()
    if patiently and _SPARE.child:
        _SPARE.child.await_start()


def read_apart(
    files: Sequence[InputFile], told: Told | None = None, tell: Callable[[int], None] = tell_nobody
) -> Reading:
    """``ingest.read_files`` in a process of its own, within the limits of ``ingest.limits``.

    ``tell`` hears the place of each file before it is opened and their number when all are open, in the calling
    thread; where files have to be read again without one that is refused, it hears their places again.
    """
    left = list(files)
    while True:
        child = _SPARE.take()
        try:
            return child.read(left, told or Told(), tell)
        except Lost as lost:
            _log(lost)
            if not left or left[lost.index].refused:
                raise  # not one of the files: the process itself does not work
            left[lost.index] = replace(left[lost.index], content=_stand_in(lost.index), refused=lost.code)
        finally:
            child.end()
            _SPARE.keep()


def _stand_in(index: int) -> bytes:
    """The content of a refused file is not sent again; each stands for itself, since equal files are read once."""
    return b"refused %d" % index


def _log(lost: Lost) -> None:
    """What happened, for whoever runs the program: no name of a file and nothing of what it holds."""
    _LOG.warning("A file was not read (%s). %s", lost.code, lost.detail)
