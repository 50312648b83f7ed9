"""Words as they are compared: one spelling of marks and digits, small letters, no spaces or punctuation."""

from __future__ import annotations

import re

from i18n.marks import fold_marks
from i18n.numbers import THAI_DIGITS

_PUNCTUATION = re.compile(r"""[\s_\-–—.,/\\:;*'"“”‘’()\[\]{}?!#|&]+""")


def squash(text: str) -> str:
    """The word as it is compared. A text of punctuation alone stays, so that ``/`` and ``-`` can be spellings."""
    folded = fold_marks(text).translate(THAI_DIGITS).casefold()
    return _PUNCTUATION.sub("", folded) or folded
