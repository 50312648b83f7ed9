"""What a reading process does to itself: load its libraries, then take limits of the system where there are any."""

from __future__ import annotations

import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import lxml.html  # noqa: F401 - loaded for those who come later
import psutil
from openpyxl import Workbook

from ingest.inputs import InputFile
from ingest.limits import LIMITS, MEGABYTE
from ingest.reading import read_files

if sys.platform != "win32":
    import resource

_PROC = Path("/proc/self")  # what Linux tells of a process
_FORGET_PEAK = "5"
_CPU_SECONDS = 3600  # where the parent has gone and nobody counts the seconds
_WARM_UP = "รหัสสมาชิก,รายได้ก่อน (บาท/เดือน),รายได้หลัง (บาท/เดือน)\nM1,1,2\nM2,2,3\n"


def load_early() -> None:
    """Read a small table and open the larger libraries, so that the first person does not wait for them."""
    stream = BytesIO()
    book = Workbook()
    book.save(stream)
    read_files([InputFile("รายได้.csv", _WARM_UP.encode()), InputFile("x.xlsx", stream.getvalue())])


def confine() -> None:
    """No more memory than is allowed beyond what is taken now, no core dump, nothing written to a disk.

    Windows has no such limits and macOS does not keep to that of memory: there the parent watches.
    """
    if sys.platform == "win32":
        return
    memory = psutil.Process().memory_info().vms + LIMITS.megabytes * MEGABYTE
    wanted = {"RLIMIT_CORE": 0, "RLIMIT_FSIZE": 0, "RLIMIT_CPU": _CPU_SECONDS, "RLIMIT_AS": memory}
    for name, most in wanted.items():
        if name == "RLIMIT_AS" and not sys.platform.startswith("linux"):
            continue
        kind = getattr(resource, name)
        hard = resource.getrlimit(kind)[1]
        least = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (least, least))


def forget_peak() -> None:
    """Count the most memory taken anew from here on; only Linux can."""
    with suppress(OSError):
        (_PROC / "clear_refs").write_text(_FORGET_PEAK)


def peak_megabytes() -> int:
    """The most memory that the process took, as far as the system tells; else what it takes now."""
    with suppress(OSError, ValueError, StopIteration):
        lines = (_PROC / "status").read_text().splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) // 1024
    return int(psutil.Process().memory_info().rss) // MEGABYTE
