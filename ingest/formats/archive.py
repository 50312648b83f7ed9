"""The parts of a zipped workbook, inflated within limits whatever the archive says of itself. Nothing goes to disk."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from ingest.formats.sheet import Unreadable
from ingest.limits import LIMITS, MEGABYTE

_HEADER = 30  # bytes of the header before each part, then its name and its extra field
_ENCRYPTED = 1
_MEDIA = (".png", ".jpg", ".jpeg", ".gif", ".bmp", ".emf", ".wmf", ".tif", ".tiff", ".svg")
_FAULTS = (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError, LookupError)


@dataclass(frozen=True)
class Archive:
    """A zip file by its directory. ``parts`` gives each entry by its name with plain slashes."""

    content: bytes

    @cached_property
    def entries(self) -> tuple[zipfile.ZipInfo, ...]:
        """What the directory lists; refused where it cannot be read or lists too much."""
        try:
            with zipfile.ZipFile(io.BytesIO(self.content)) as archive:
                entries = tuple(archive.infolist())
        except _FAULTS as fault:
            raise Unreadable("file_damaged") from fault
        if len(entries) > LIMITS.entries:
            raise Unreadable("file_too_large")
        return entries

    @cached_property
    def names(self) -> dict[str, zipfile.ZipInfo]:
        """The entries by name; of two with one name the last, as Excel and calamine have it."""
        return {entry.filename.replace("\\", "/"): entry for entry in self.entries}

    def check(self) -> None:
        """Refuse names that lead out of the archive and parts that only a password opens."""
        for name, entry in self.names.items():
            if name.startswith("/") or ":" in name or ".." in PurePosixPath(name).parts or entry.flag_bits & _ENCRYPTED:
                raise Unreadable("file_damaged")

    def find(self, name: str) -> bytes:
        """A part inflated; b"" where there is none."""
        entry = self.names.get(name)
        return self.inflate(entry) if entry else b""

    def inflate(self, entry: zipfile.ZipInfo) -> bytes:
        """A part, as far as its bytes go: the size that the directory tells is not believed."""
        start = entry.header_offset
        lengths = (self.content[start + at : start + at + 2] for at in (26, 28))
        begin = start + _HEADER + sum(int.from_bytes(length, "little") for length in lengths)
        packed = memoryview(self.content)[begin : begin + entry.compress_size]
        if entry.compress_type == zipfile.ZIP_STORED:
            return bytes(packed)
        if entry.compress_type != zipfile.ZIP_DEFLATED:
            raise Unreadable("file_damaged")
        return _inflate(packed, LIMITS.part_megabytes * MEGABYTE)

    def account(self, inflated: int) -> None:
        """Refuse an archive whose parts came to so many bytes, where that is too much for any workbook of its size."""
        is_bomb = inflated > LIMITS.small_megabytes * MEGABYTE and inflated > LIMITS.ratio * len(self.content)
        if is_bomb or inflated > LIMITS.inflated_megabytes * MEGABYTE:
            raise Unreadable("file_too_large")


def is_media(name: str) -> bool:
    """Whether a part is a picture, which no reader of tables opens."""
    return name.lower().endswith(_MEDIA)


def _inflate(packed: memoryview, most: int) -> bytes:
    try:
        part = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, most + 1)
    except zlib.error as fault:
        raise Unreadable("file_damaged") from fault
    if len(part) > most:
        raise Unreadable("file_too_large")
    return part
