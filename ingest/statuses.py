"""A column of statuses (left, new, active) on a member list: who was there before and after."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from dictionary.load import code_label, load_spellings_of, match_code
from dictionary.nouns import Problem
from i18n import Language, Text
from ingest.addresses import cell_address
from ingest.blanks import find_blank, is_blank
from ingest.cells import Cells, Labels, Mask, write_cell
from ingest.clean import Floats, Problems, clean_codes
from ingest.headers import split_header
from ingest.matching import HeaderMatch
from ingest.member_presence import Presence
from ingest.presence import Stay
from ingest.recognise import FoundTable
from ingest.results import place_of
from ingest.rows import Rows
from ingest.ticks import report_open

TABLE, PRESENT, ROLE = "members", "present", "role"
STATUS = "member_status"
LEFT, NEW, ACTIVE = "left", "new", "active"
REMARK = "remark"
LOOSE_END = re.compile(r"[\d๐-๙(/,:;]")  # a date or a reason behind the word: ลาออก 15/3/66, ย้ายออก (แต่งงาน)


@dataclass(frozen=True)
class Status:
    """The status of each row, by the column that says it. ``dumb``: rows whose cell says nothing that is known."""

    cells: Cells
    labels: Labels
    dumb: Mask

    def are(self, code: str) -> Mask:
        """The rows of a status."""
        mask: Mask = self.labels.codes == self.labels.names.index(code)
        return mask


def hear_status(found: FoundTable) -> FoundTable:
    """A member list with its column of statuses taken for presence, where nothing else on the sheet says that."""
    if found.table != TABLE or PRESENT in found.columns or found.round or found.is_confirmed:
        return found
    chosen = next((match for match in found.matches if _may_say(match) and _says_status(found, match)), None)
    if chosen is None:
        return found
    heard = replace(chosen, column=PRESENT, round=None, repeated=False, confidence=1.0)
    return replace(found, matches=tuple(heard if match is chosen else match for match in found.matches))


def read_status(rows: Rows) -> tuple[Status | None, Problems]:
    """What a column for no round says of each member, a note of how it was read, and the words not known.

    Who has a role in the group is active. Where no word says active, only the others were marked and a blank is active.
    """
    match = next((one for one in rows.found.matches if one.column == PRESENT and one.round is None), None)
    cells = rows.cells(PRESENT) if match else None
    if match is None or cells is None:
        return None, ()
    codes, uniques = cells.uniques()
    if not any(map(_match_status, uniques)):
        return None, ()
    spelled = [*(_spell(value, _is_remark(match)) for value in uniques), ""]
    meant = replace(cells, values=np.array(spelled, dtype=object)[codes])
    labels, odd = clean_codes(meant, STATUS)
    silent = find_blank(meant)
    only_marked = ACTIVE not in {labels.names[code] for code in labels.codes if code >= 0}
    labels = replace(labels, codes=np.where(silent & only_marked, labels.names.index(ACTIVE), labels.codes))
    status = Status(cells, labels, labels.codes < 0)
    unknown = report_open("presence_unknown", cells, silent & status.dumb)
    return status, (_note(rows, match, status), *odd, *unknown)


def apply_status(status: Status, stay: Stay, presence: Presence, place: tuple[str, Sequence[str]]) -> Presence:
    """Presence in the round at a ``place`` (its key and those of all rounds), with what the status adds to the dates.

    A date goes before the status, but who has left and gives no date of leaving is not there in the last round.
    """
    key, keys = place
    is_first, is_last = key == keys[0], key == keys[-1]
    left, new = status.are(LEFT), status.are(NEW)
    said = np.where(status.dumb, np.nan, 1.0)
    said = np.where(left, 0.0 if is_last else 1.0 if is_first else np.nan, said)
    said = np.where(new, 0.0 if is_first else 1.0 if is_last else np.nan, said)
    gone = left & ~stay.left.filled & is_last
    used = ~stay.is_dated | gone | (new & np.isnan(presence.values))
    values: Floats = np.where(used, said, presence.values)
    columns = np.where(used, np.int16(status.cells.column), presence.columns).astype(np.int16)
    return replace(presence, values=values, columns=columns, asks=presence.asks & np.isnan(values))


def _may_say(match: HeaderMatch) -> bool:
    keys = {*split_header(match.header).keys}
    is_headed = bool(keys & {*load_spellings_of("status_column", "column"), *_remarks()})
    return match.column in (None, ROLE) and match.round is None and is_headed


def _is_remark(match: HeaderMatch) -> bool:
    """Whether a header is of remarks, where any other words may stand too."""
    return bool({*split_header(match.header).keys} & _remarks())


def _remarks() -> set[str]:
    return {*load_spellings_of("status_column", REMARK)}


def _says_status(found: FoundTable, match: HeaderMatch) -> bool:
    below = {write_cell(value) for value in found.sheet.cells[found.header + 1 :, match.position]}
    return any(_match_status(text) for text in below)


def _match_status(value: object) -> str | None:
    """The status that a cell says, whatever date or reason stands behind it; a role is none."""
    text = write_cell(value)
    if match_code(ROLE, text):
        return None
    return match_code(STATUS, text) or match_code(STATUS, LOOSE_END.split(text, maxsplit=1)[0])


def _spell(value: object, is_remark: bool) -> object:
    """The cell as the code of a status: a role is active, another remark says nothing."""
    if is_blank(value):
        return value
    code = _match_status(value) or (ACTIVE if match_code(ROLE, write_cell(value)) else None)
    return code or ("" if is_remark else value)


def _note(rows: Rows, match: HeaderMatch, status: Status) -> Problem:
    """What the column was taken for: the words of each status and how many rows have them."""
    sheet = rows.found.sheet
    cell = cell_address(sheet.first_row + rows.found.header, sheet.first_column + match.position)
    places, uniques = status.cells.uniques()
    pairs = Counter(zip(status.labels.codes.tolist(), places.tolist(), strict=True))
    words = {
        (code, " ".join(write_cell(uniques[place]).split())): count
        for (code, place), count in pairs.items()
        if place >= 0 and code >= 0 and _match_status(uniques[place])
    }
    said = {language: _list_words(words, status.labels.names, language) for language in Language}
    header = " ".join(match.header.split())
    return Problem("status_is_presence", *place_of(rows), cell, header, Text(*(said[one] for one in Language)))


def _list_words(words: Mapping[tuple[int, str], int], names: Sequence[str], language: Language) -> str:
    by_code = {code: [f"{word} {count:,}" for (one, word), count in words.items() if one == code] for code, _ in words}
    return "; ".join(
        f"{code_label(STATUS, names[code])[language]}: {', '.join(by_code[code])}" for code in sorted(by_code)
    )
