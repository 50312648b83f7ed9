"""Workbooks spoiled by chance: bits, parts of the archive, XML. The same seed spoils them in the same way."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections.abc import Callable
from random import Random

Parts = list[tuple[str, bytes]]

_FAULTS = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, zlib.error)
_NUMBER = re.compile(rb"\d+")
_ODD_NUMBERS = (b"0", b"-1", b"4294967295", b"99999999999", b"1048576", b"16384", b"1e308", b"NaN", b"")
_DEPTH = 5_000
_BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;"><!ENTITY d SYSTEM "file:///dev/zero">]>'


def mutate(content: bytes, chance: Random) -> bytes:
    """The workbook with one to three faults."""
    for _ in range(chance.randint(1, 3)):
        kinds = _OF_BYTES + (_OF_ARCHIVES * 2 if zipfile.is_zipfile(io.BytesIO(content)) else ())
        content = chance.choice(kinds)(content, chance) or content
    return content


def _flip(content: bytes, chance: Random) -> bytes:
    """Some bits turned."""
    spoiled = bytearray(content)
    for _ in range(chance.randint(1, 24)):
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    return bytes(spoiled)


def _flip_start(content: bytes, chance: Random) -> bytes:
    """Bits of the first kilobyte, where containers keep their tables."""
    return _flip(content[:1024], chance) + content[1024:]


def _cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(1, len(content) + 1)]


def _blank(content: bytes, chance: Random) -> bytes:
    at, length = chance.randrange(len(content)), chance.randint(1, 2000)
    return content[:at] + chance.choice((b"\x00", b"\xff")) * length + content[at + length :]


def _repeat(content: bytes, chance: Random) -> bytes:
    at, length = chance.randrange(len(content)), chance.randint(1, 5000)
    return content[: at + length] + content[at:]


def _odd_number(content: bytes, chance: Random) -> bytes:
    """A number of a text replaced by one that nobody expects."""
    numbers = list(_NUMBER.finditer(content[: 1 << 20]))
    if not numbers:
        return content
    hit = chance.choice(numbers)
    return content[: hit.start()] + chance.choice(_ODD_NUMBERS) + content[hit.end() :]


def _of_parts(change: Callable[[Parts, Random], Parts]) -> Callable[[bytes, Random], bytes]:
    """A fault of the parts of an archive; an archive that is broken already is left as it is."""

    def spoil(content: bytes, chance: Random) -> bytes:
        try:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                parts = [(name, archive.read(name)) for name in archive.namelist()]
        except _FAULTS:
            return content
        return _write(change(parts, chance)) if parts else content

    return spoil


def _write(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        warnings.simplefilter("ignore")  # of two parts with one name
        for name, part in parts:
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)  # without the time of day
    return stream.getvalue()


def _swap(parts: Parts, chance: Random) -> Parts:
    (first, one), (second, other) = chance.choice(parts), chance.choice(parts)
    changed = {first: other, second: one}
    return [(name, changed.get(name, part)) for name, part in parts]


def _rename(parts: Parts, chance: Random) -> Parts:
    hit = chance.randrange(len(parts))
    names = (
        "../evil.xml",
        "/etc/evil",
        "C:\\evil",
        parts[0][0],
        parts[hit][0].upper(),
        "xl\\worksheets\\sheet1.xml",
        " ",
    )
    return [(chance.choice(names) if place == hit else name, part) for place, (name, part) in enumerate(parts)]


def _double(parts: Parts, chance: Random) -> Parts:
    name, part = chance.choice(parts)
    return [*parts, (name, chance.choice(parts)[1] if chance.random() < 0.5 else part)]


def _remove(parts: Parts, chance: Random) -> Parts:
    hit = chance.randrange(len(parts))
    return parts[:hit] + parts[hit + 1 :]


def _garble(parts: Parts, chance: Random) -> Parts:
    """One part of XML cut, nested, given a bomb, an odd number or turned bits."""
    hit = chance.randrange(len(parts))
    kinds: tuple[Callable[[bytes, Random], bytes], ...] = (
        _cut,
        _flip,
        _nest,
        _explode,
        _odd_number,
        _odd_number,
        _repeat,
    )
    name, part = parts[hit]
    return [*parts[:hit], (name, chance.choice(kinds)(part, chance) if part else part), *parts[hit + 1 :]]


def _nest(part: bytes, chance: Random) -> bytes:
    at = part.find(b">", chance.randrange(len(part))) + 1
    return part[:at] + b"<a>" * _DEPTH + part[at:]


def _explode(part: bytes, chance: Random) -> bytes:
    at = part.find(b"?>") + 2 if part.startswith(b"<?xml") else 0
    return part[:at] + _BOMB + part[at:].replace(b"</", b"&c;&d;</", chance.randint(1, 5))


_OF_BYTES = (_flip, _flip_start, _cut, _blank, _repeat, _odd_number)
_OF_ARCHIVES = tuple(_of_parts(change) for change in (_swap, _rename, _double, _remove, _garble, _garble, _garble))
