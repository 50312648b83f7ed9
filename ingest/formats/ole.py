"""The container of old Office files (MS-CFB): its streams, followed with a count: a chain of blocks can be a ring.

calamine follows such a ring until memory ends and takes the process with it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from struct import unpack_from

from ingest.formats.sheet import Unreadable

OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LAST = 0xFFFFFFFA  # block numbers from here on mean an end, not a block
_ENTRY = 128  # bytes of an entry of the directory
_MINI = 64  # bytes of a small block
_IN_HEADER = 109  # blocks of the table of blocks that the header lists
STREAM, ROOT = 2, 5


@dataclass(frozen=True)
class Entry:
    """A stream of the container: its name, kind, first block and size in bytes."""

    name: str
    kind: int
    start: int
    size: int


@dataclass(frozen=True)
class Container:
    """The container in ``content``. Everything raises Unreadable where the blocks do not lead to an end."""

    content: bytes

    def check(self) -> None:
        """Follow every chain that a reader follows."""
        for entry in self.streams.values():
            if entry.size >= self._cutoff:
                self._follow(self._table, entry.start)
            else:
                self._follow(self._mini_table, entry.start)

    @cached_property
    def streams(self) -> dict[str, Entry]:
        """The streams by name; of two with one name the first."""
        found: dict[str, Entry] = {}
        for entry in self._entries:
            if entry.kind == STREAM:
                found.setdefault(entry.name, entry)
        return found

    def read(self, name: str) -> bytes:
        """The bytes of a stream; b"" where there is none."""
        entry = self.streams.get(name)
        if entry is None:
            return b""
        if entry.size >= self._cutoff:
            return b"".join(map(self._block, self._follow(self._table, entry.start)))[: entry.size]
        return b"".join(map(self._small_block, self._follow(self._mini_table, entry.start)))[: entry.size]

    @cached_property
    def _size(self) -> int:
        """Bytes of a block: 512 or 4096."""
        power = self._number(30, "<H")
        if power not in {9, 12}:
            raise Unreadable("file_damaged")
        return 1 << power

    @cached_property
    def _cutoff(self) -> int:
        return self._number(56)

    @cached_property
    def _table(self) -> list[int]:
        """For each block the one that follows it (the FAT)."""
        blocks = list(unpack_from(f"<{_IN_HEADER}I", self._head, 76))
        following, seen, per_block = self._number(68), 0, self._size // 4 - 1
        while following < _LAST:
            seen += 1
            if seen > self._count:
                raise Unreadable("file_damaged")
            numbers = self._numbers(self._block(following))
            blocks += numbers[:per_block]
            following = numbers[per_block] if len(numbers) > per_block else _LAST
        used = [block for block in blocks if block < _LAST]
        if len(used) > self._count or len(set(used)) < len(used):
            raise Unreadable("file_damaged")
        return [number for block in used for number in self._numbers(self._block(block))]

    @cached_property
    def _mini_table(self) -> list[int]:
        chain = self._follow(self._table, self._number(60))
        return [number for block in chain for number in self._numbers(self._block(block))]

    @cached_property
    def _small(self) -> bytes:
        """The stream that holds all small blocks."""
        root = next((entry for entry in self._entries if entry.kind == ROOT), None)
        return b"".join(map(self._block, self._follow(self._table, root.start))) if root else b""

    @cached_property
    def _entries(self) -> list[Entry]:
        chain = self._follow(self._table, self._number(48))
        directory = b"".join(map(self._block, chain))
        return list(_read_entries(directory))

    @cached_property
    def _count(self) -> int:
        return len(self.content) // self._size + 1

    @cached_property
    def _head(self) -> bytes:
        if len(self.content) < 512:
            raise Unreadable("file_damaged")
        return self.content[:512]

    def _number(self, at: int, form: str = "<I") -> int:
        return int(unpack_from(form, self._head, at)[0])

    def _numbers(self, block: bytes) -> tuple[int, ...]:
        return tuple(unpack_from(f"<{len(block) // 4}I", block))

    def _block(self, number: int) -> bytes:
        start = (number + 1) * self._size
        return self.content[start : start + self._size]

    def _small_block(self, number: int) -> bytes:
        return self._small[number * _MINI : (number + 1) * _MINI]

    def _follow(self, table: Sequence[int], start: int) -> list[int]:
        """The blocks of a chain in their order; refused where it comes back to itself."""
        chain: list[int] = []
        while start < len(table):
            chain.append(start)
            if len(chain) > len(table):
                raise Unreadable("file_damaged")
            start = table[start]
        return chain


def _read_entries(directory: bytes) -> Iterator[Entry]:
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = unpack_from("<HB", directory, at + 64)
        name = directory[at : at + max(0, min(length, 64) - 2)].decode("utf-16le", errors="replace")
        start, size = unpack_from("<II", directory, at + 116)
        yield Entry(name, kind, start, size)


def open_container(content: bytes) -> Container:
    """The container, all its chains followed once."""
    container = Container(content)
    try:
        container.check()
    except (struct.error, MemoryError) as fault:
        raise Unreadable("file_damaged") from fault
    return container
