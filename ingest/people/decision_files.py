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
    """The decisions that are about these files, or what is wrong: a file was changed since, or is not here.

    A file is known by what it holds: one that has another name now is the same.
    """
    contents = {file.name: blake2b(file.content).digest() for file in files}
    heard = []
    for one in told:
        followed = _follow(one, contents)
        if followed is None:
            names = _list_names(one.decision)
            absent = next((name for name in names if name not in contents), None)
            code = "people_of_another_file" if absent is None else "people_of_absent_file"
            return (), Problem(code, absent or names[0], found=one.decision.left.cell)
        heard.append(followed)
    return tuple(heard), None


def _follow(one: DecidedPair, contents: Mapping[str, bytes]) -> Decision | None:
    """The decision at the names that its files have here; None where no file here holds what they held."""
    names = _list_names(one.decision)
    kept = [names] if contents.keys() >= {*names} else []
    for now in (*kept, *permutations(contents, len(names))):
        if _join_prints(contents[name] for name in now) == one.content:
            moved = dict(zip(names, now, strict=True))
            left, right = one.decision.left, one.decision.right
            return replace(
                one.decision, left=replace(left, file=moved[left.file]), right=replace(right, file=moved[right.file])
            )
    return None


def _list_names(one: Decision) -> tuple[str, ...]:
    """The one or two files of a decision."""
    return tuple(dict.fromkeys((one.left.file, one.right.file)))


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
    return _join_prints(blake2b(contents.get(name, b"")).digest() for name in _list_names(one))


def _join_prints(prints: Iterable[bytes]) -> str:
    return blake2b(b"".join(prints), digest_size=PRINT_BYTES).hexdigest()


def describe_allowed() -> Text:
    """What may stand in a block."""
    return Text(*['left = ["file", "sheet", "A2"], right = …, same = true | false'] * 2)
