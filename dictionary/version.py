"""Which dictionary a form was made from: a short fingerprint of its rows, so that an old form is recognised."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import cache

from dictionary.rows import read_rows

SHAPING = ("tables", "columns", "indicators", "units")  # what a form is made of, beside the codes of its columns
LENGTH = 8


@cache
def dictionary_version() -> str:
    """The first hexadecimal digits of the SHA-256 of the rows that shape the form."""
    digest = hashlib.sha256()
    for row in _shaping_rows():
        digest.update("\x1f".join(row.values()).encode() + b"\x1e")
    return digest.hexdigest()[:LENGTH]


def _shaping_rows() -> Iterator[dict[str, str]]:
    for name in SHAPING:
        yield from read_rows(name)
    codelists = {row["codelist"] for row in read_rows("columns")}
    yield from (row for row in read_rows("codes") if row["codelist"] in codelists)
