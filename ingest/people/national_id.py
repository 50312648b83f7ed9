"""Thai national IDs: checked and turned at once into a key from which nobody reads the number again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

from i18n.numbers import THAI_DIGITS
from ingest.blanks import is_blank

DIGITS = 13
KEY_BYTES = 16
MOST_SALT = 64  # bytes of a key that blake2b takes
SHORT_NUMBER = 12  # digits of a number cell whose leading zero Excel dropped

_FORM = re.compile(r"\d(?:[ .–-]*\d){12}")


def is_national_id(text: str) -> bool:
    """Whether a text is thirteen digits of which the last is the right check digit (weights 13 to 2, modulo 11)."""
    if not has_form(text):
        return False
    digits = [int(sign) for sign in text if sign.isdecimal()]
    weighted = sum(digit * (DIGITS - place) for place, digit in enumerate(digits[:-1]))
    return (11 - weighted % 11) % 10 == digits[-1]


def has_form(text: str) -> bool:
    """Whether a text is thirteen digits, as a national ID is written, right or mistyped."""
    return _FORM.fullmatch(text) is not None


def hash_national_id(text: str, salt: bytes) -> str:
    """The keyed hash of a national ID however it is spaced; without the salt the number cannot be tried out."""
    digits = "".join(sign for sign in text.translate(THAI_DIGITS) if sign.isdecimal())
    return blake2b(digits.encode(), key=salt[:MOST_SALT], digest_size=KEY_BYTES).hexdigest()


def hash_cells(values: Sequence[object], salt: bytes) -> tuple[list[str], list[bool]]:
    """The key of each cell ("" where there is none), and which cells are filled with something else than an ID."""
    texts = [_write(value) for value in values]
    good = [is_national_id(text) for text in texts]
    keys = [hash_national_id(text, salt) if fits else "" for text, fits in zip(texts, good, strict=True)]
    return keys, [bool(text) and not fits for text, fits in zip(texts, good, strict=True)]


def derive_salt(contents: Sequence[bytes]) -> bytes:
    """A salt made of the files themselves, for a run that is given none: the same files give the same keys."""
    digest = blake2b(digest_size=MOST_SALT // 2)
    for content in contents:
        digest.update(blake2b(content).digest())
    return digest.digest()


def _write(value: object) -> str:
    if is_blank(value):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int):
        text = str(value)
        return text.zfill(DIGITS) if len(text) == SHORT_NUMBER else text
    return " ".join(str(value).translate(THAI_DIGITS).split())
