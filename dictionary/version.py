"""Which dictionary a form was made from: a short fingerprint of its rows, so that an old form is recognised."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
SHAPING = ("tables", "columns", "codes", "indicators", "units")  # what a form is made of
LENGTH = 8


@cache
def dictionary_version(folder: Path = FOLDER) -> str:
    """The first hexadecimal digits of the SHA-256 of the lists that shape the form, line ends aside."""
    digest = hashlib.sha256()
    for name in SHAPING:
        digest.update((folder / f"{name}.csv").read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:LENGTH]
