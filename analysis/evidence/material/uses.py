"""What becomes of a material in the end, where the row does not say: told from the name of what it becomes."""

from __future__ import annotations

from dictionary.load import load_spellings
from dictionary.squash import squash

CODELIST = "flow_use"
RESTS = "flow_rest"  # words for what is left of something
USED = ("product", "reused", "processed")  # "processed further", and the sheet says nothing of into what
LOST = ("dumped", "burned")
GUESSED = "guessed"
SHORTEST = 3  # letters: a shorter spelling stands inside too many other words


def infer_use(name: str) -> str:
    """The use whose longest spelling stands in a name (``กองทิ้งหลังบ้าน``: dumped), or "".

    That something is processed further is never guessed: it shows in what it becomes. What is left of a product
    (``เศษผ้า``) is none.
    """
    text = squash(name)
    hits = [(len(spelling), use) for spelling, use in load_spellings(CODELIST).items() if _stands_in(spelling, text)]
    longest = max(hits, default=(0, ""))[1]
    is_rest = longest == "product" and any(word in text for word in load_spellings(RESTS))
    return "" if longest == "processed" or is_rest else longest


def _stands_in(spelling: str, text: str) -> bool:
    return len(spelling) >= SHORTEST and spelling in text
