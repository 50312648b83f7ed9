"""What somebody decided of two rows, in the file of a mapping: it names their cells and never a person.

Cells move when a workbook is changed: each decision carries a print of the files it was made of, and holds for those.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from itertools import permutations

from dictionary.nouns import Problem
from dictionary.people import CellRef, Decision, UncertainPair
from i18n import Text
from ingest.inputs import InputFile
from ingest.mapping_writing import OPEN

PERSON = "person"  # the name of the blocks
PRINT_BYTES = 8
_CELL = re.compile(r"[A-Z]{1,3}[1-9][0-9]{0,6}")


class WrongDecision(Exception):
    """A block that cannot be read; the text is what stands there."""


@dataclass(frozen=True, slots=True)
class DecidedPair:
    """A decision as a file tells it; ``content`` is the print of the files of both cells."""

    decision: Decision
    content: str


def read_decided(blocks: Iterable[Mapping[str, object]]) -> tuple[DecidedPair, ...]:
    """The decisions of the blocks; a pair that is still open says nothing. Raises ``WrongDecision``."""
    return tuple(one for block in blocks if (one := _read(block)))


def _read(block: Mapping[str, object]) -> DecidedPair | None:
    same, content = block.get("same", OPEN), block.get("content", "")
    if same == OPEN:
        return None
    if not isinstance(same, bool) or not isinstance(content, str):
        raise WrongDecision(f"same = {same}")
    return DecidedPair(Decision(_read_cell(block, "left"), _read_cell(block, "right"), same), content)


def _read_cell(block: Mapping[str, object], side: str) -> CellRef:
    value = block.get(side)
    texts = [one for one in value if isinstance(one, str)] if isinstance(value, list) else []
    if len(texts) != len(("file", "sheet", "cell")) or not _CELL.fullmatch(texts[-1]):
        raise WrongDecision(f"{side} = {value}")
    return CellRef(*texts)


def hear_decided(
    told: Sequence[DecidedPair], files: Sequence[InputFile]
) -> tuple[tuple[Decision, ...], Problem | None]:
    """The decisions that are about these files, or what is wrong: a file was changed after they were made.

    A file that has another name now is known by its print. What is said of files that are not here is left aside.
    """
    known = {file.name: file.content for file in files}
    digests = {name: blake2b(content).digest() for name, content in known.items()}
    about = [_follow(one, digests) for one in told]
    here = [one for one in about if {one.decision.left.file, one.decision.right.file} <= known.keys()]
    for one in here:
        if take_print(one.decision, known) != one.content:
            return (), Problem("people_of_another_file", one.decision.left.file, found=one.decision.left.cell)
    return tuple(one.decision for one in here), None


def _follow(one: DecidedPair, digests: Mapping[str, bytes]) -> DecidedPair:
    """The decision with the names that its files have now, where they were only renamed."""
    names = list(dict.fromkeys((one.decision.left.file, one.decision.right.file)))
    if {*names} <= digests.keys():
        return one
    found = next(
        (now for now in permutations(digests, len(names)) if _print(digests[x] for x in now) == one.content), ()
    )
    now = dict(zip(names, found, strict=False))
    left, right = (replace(ref, file=now.get(ref.file, ref.file)) for ref in (one.decision.left, one.decision.right))
    return replace(one, decision=replace(one.decision, left=left, right=right))


def write_pairs(pairs: Sequence[UncertainPair], decisions: Sequence[Decision], files: Sequence[InputFile]) -> str:
    """The blocks of a mapping file: what was decided, and what is open, each by its cells."""
    contents = {file.name: file.content for file in files}
    open_pairs = [(Decision(pair.left, pair.right, same=False), OPEN, _tell(pair)) for pair in pairs]
    decided = [(one, one.same, "") for one in decisions]
    return "\n".join(_write(one, same, (take_print(one, contents), told)) for one, same, told in decided + open_pairs)


def _write(one: Decision, same: bool | str, about: tuple[str, str]) -> str:
    content, told = about
    choices = '  # true | false; "?" leaves it open' if same == OPEN else ""
    sides = [f"{side} = {_list(ref)}" for side, ref in (("left", one.left), ("right", one.right))]
    lines = ["", f"[[{PERSON}]]{told}", *sides, f'content = "{content}"', f"same = {json.dumps(same)}{choices}", ""]
    return "\n".join(lines)


def _tell(pair: UncertainPair) -> str:
    """Why it is asked, as a comment: how alike, what agrees and what differs. Nothing of the cells themselves."""
    said = [f"likeness {pair.likeness:.2f}"]
    said += [f"{name}: {', '.join(one)}" for name, one in (("agrees", pair.agrees), ("differs", pair.differs)) if one]
    return f"  # {'; '.join(said)}"


def _list(ref: CellRef) -> str:
    return json.dumps([ref.file, ref.sheet, ref.cell], ensure_ascii=False).replace("\x7f", "\\u007f")


def take_print(one: Decision, contents: Mapping[str, bytes]) -> str:
    """The print of the files of both cells."""
    names = dict.fromkeys((one.left.file, one.right.file))
    return _print(blake2b(contents.get(name, b"")).digest() for name in names)


def _print(digests: Iterable[bytes]) -> str:
    digest = blake2b(digest_size=PRINT_BYTES)
    for one in digests:
        digest.update(one)
    return digest.hexdigest()


def describe_allowed() -> Text:
    """What may stand in a block."""
    return Text(*['left = ["file", "sheet", "A2"], right = …, same = true | false'] * 2)
