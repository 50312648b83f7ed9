"""What the reading process and its parent say to each other: messages of a kind, a length and bytes, over pipes."""

from __future__ import annotations

from struct import calcsize, pack, unpack
from typing import IO, TypeAlias

ASK, READY, OPENING, PEAK, READ, NO_MEMORY, FAULT = b"Q", b"R", b"O", b"P", b"D", b"M", b"F"
_HEAD = "<cQ"

Message: TypeAlias = tuple[bytes, bytes]


def send(pipe: IO[bytes], kind: bytes, body: bytes = b"") -> None:
    """Send a message at once. Raises OSError where nobody reads any more."""
    pipe.write(pack(_HEAD, kind, len(body)))
    pipe.write(body)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Message | None:
    """The next message; None where the other side is gone."""
    head = pipe.read(calcsize(_HEAD))
    if len(head) < calcsize(_HEAD):
        return None
    kind, length = unpack(_HEAD, head)
    body = pipe.read(length)
    return (kind, body) if len(body) == length else None
