"""Columns of what was measured or asked of each person: headers of no other meaning above numbers, or yes and no."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath

from dictionary.squash import squash
from ingest.amounts import AMOUNT, SOURCE, is_period_open, must_tell_period
from ingest.by_row import may_be_people, say_rows
from ingest.composing import MOST_HEADER_ROWS, list_tops, read_headers
from ingest.fitting import fits
from ingest.headers import split_header
from ingest.keys import PEOPLE_TABLES, can_key
from ingest.matching import HeaderMatch, find_column, list_known, match_headers
from ingest.measurable import counts_rows, is_measured
from ingest.measure_names import Name, name_match, name_measure
from ingest.names import SheetName, read_file_round, read_sheet_name
from ingest.period_columns import has_round_column
from ingest.project_groups import GROUP
from ingest.recognise import HEADER_ROWS, FoundTable, hear_titles, key_column, says_rounds
from ingest.riders import LIST, RIDER, add_riders, says_round_alone
from ingest.rows import PERIOD
from ingest.who_again import hear_who
from ingest.workbooks import RawSheet, Values

PERSONAL, VALUE, PRESENT = "personal", "value", "present"
DIRECTION = "better"  # before and after: no column of directions
ENOUGH_ROUNDS = 2  # in which the same thing must be measured


def find_personal(file: str, sheet: RawSheet, name: SheetName, *, by_row: bool = False) -> FoundTable | None:
    """The table of a sheet that names people and measures something of each, before and after; None if there is none.

    A header says the round, or the sheet's name does, or a column of the table. ``by_row``: nothing names them, and
    each row is taken for somebody.
    """
    for last in range(min(HEADER_ROWS, len(sheet.cells) - 1)):
        for top in list_tops(sheet, last)[:MOST_HEADER_ROWS]:
            matches = match_headers(read_headers(sheet, top, last), PERSONAL)
            found = hear_who(FoundTable(file, sheet, PERSONAL, name.round, last, matches, top))
            if bool(can_key(PERSONAL, key_column(PERSONAL)) & found.columns) == by_row:
                continue
            taken = take_values(
                found, [one for one, _ in _list_measured(found)] if _says_round(found) else pair_rounds(found)
            )
            if by_row and may_be_people(taken):
                taken = replace(taken, by_row=True, notes=say_rows(taken))
            if taken.is_complete:
                return hear_titles(taken, name)
    return None


def measure_part(found: FoundTable) -> FoundTable:
    """The part of such a table that a column of rounds cuts out, where its headers were matched anew."""
    if found.is_complete:
        return found
    named = hear_who(found)
    return take_values(named, [one for one, _ in _list_measured(named)])


def _says_round(found: FoundTable) -> bool:
    return bool(found.round or read_file_round(found.file)) or has_round_column(found)


def add_personal(tables: Sequence[FoundTable]) -> list[FoundTable]:
    """The tables, each member list followed by the income on its rows and by what it measures of its people.

    A list that says nothing else of its people is no list of members: only what it measures is kept.
    """
    riding, again = add_riders(tables), list_again(tables, LIST)
    return [one for found in riding for one in (_ride(found, again) if found.table == LIST else _add_unstated(found))]


def _add_unstated(found: FoundTable) -> tuple[FoundTable, ...]:
    """Amounts of which nothing says whether they are of a month or of a year: no income, but measured all the same."""
    if found.table != RIDER or {PERIOD, SOURCE} & found.columns:
        return (found,)
    amounts = [match for match in found.matches if match.column == AMOUNT]
    places = [((one.header, one.period or ""), found.sheet, found.first_header) for one in amounts]
    if not all(is_period_open(*one) and not must_tell_period(*one) for one in places):
        return (found,)
    measured = replace(take_values(found, amounts), table=PERSONAL)
    is_bare = all(says_round_alone(split_header(one.header)) for one in amounts) and not _says_income(found)
    return (measured,) if is_bare and not found.is_confirmed else (found, measured)


def _says_income(found: FoundTable) -> bool:
    """Whether the name of the sheet or of the file, or a title, says that amounts are incomes."""
    titles = [cell for row in found.sheet.cells[: found.first_header] for cell in row if isinstance(cell, str)]
    names = (found.sheet.name, PurePath(found.file).stem, *titles)
    return any(read_sheet_name(one).table == RIDER or find_column(split_header(one), RIDER) == AMOUNT for one in names)


def _ride(found: FoundTable, again: frozenset[str]) -> tuple[FoundTable, ...]:
    if found.is_confirmed:
        return (found, replace(found, table=PERSONAL)) if VALUE in found.columns else (found,)
    chosen = list_measured(found, again)
    if not chosen:
        return (found,)
    told = take_values(found, chosen)
    others = told.columns - can_key(LIST, key_column(LIST)) - {VALUE, GROUP}
    personal = replace(told, table=PERSONAL)
    return (told, personal) if others else (personal,)


def list_again(tables: Sequence[FoundTable], table: str) -> frozenset[str]:
    """What lists (``table``: of members, of incomes) of several rounds measure under the same header."""
    lists = [found for found in tables if found.table == table and found.round and not found.is_confirmed]
    rounds: dict[str, set[str | None]] = {}
    for found in lists:
        for _, (name, said) in _list_measured(found):
            rounds.setdefault(name, set()).update(() if said else (found.round,))
    return frozenset(name for name, said in rounds.items() if name and len(said) >= ENOUGH_ROUNDS)


def list_measured(found: FoundTable, again: frozenset[str]) -> list[HeaderMatch]:
    """What a table measures in several rounds: in columns of its own, or in its round what others do (``again``)."""
    in_round = [one for one, (name, said) in _list_measured(found) if found.round and not said and name in again]
    return [*pair_rounds(found), *in_round]


def pair_rounds(found: FoundTable) -> list[HeaderMatch]:
    """The headers that name a round and measure what another names of another round."""
    named = [(one, name, said) for one, (name, said) in _list_measured(found, unsaid=False) if said]
    rounds: dict[str, set[str | None]] = {}
    for _, name, said in named:
        rounds.setdefault(name.casefold(), set()).add(said)
    return [replace(one, round=said) for one, name, said in named if len(rounds[name.casefold()]) >= ENOUGH_ROUNDS]


def _list_measured(found: FoundTable, *, unsaid: bool = True) -> Iterator[tuple[HeaderMatch, Name]]:
    """The headers of no other meaning above numbers or answers, what they measure, and the round they name.

    ``unsaid``: those too that name no round; where they are of no use their cells need not be looked at.
    """
    told = _list_told(found)
    for match in found.matches:
        cells = found.sheet.cells[found.header + 1 :, match.position]
        if match.position == found.round_column or says_rounds(match):
            continue
        name, said = name_match(match), name_measure(match.header)[1]
        if not (unsaid or match.round or said):
            continue
        is_odd = bool(match.round or said) and squash(name) == DIRECTION
        is_liked = match.guess not in {None, PRESENT}  # "good status" is a status of something
        is_taken = match.repeated or is_liked or (name and (_means_other(match, cells) or _lists_rows(found, match)))
        is_free = is_odd or (match.column is None and not is_taken)
        others = [found.sheet.cells[found.header + 1 :, place] for place in told.get(name.casefold(), ())]
        if (is_free and is_measured(cells, others) and not counts_rows(cells)) or (
            match.column == PRESENT and is_measured(cells, answers=False)
        ):
            yield match, (name, match.round or said)


def _lists_rows(found: FoundTable, match: HeaderMatch) -> bool:
    """Whether a header below a group is known as none of a table of people, such as the number of the row."""
    own = found.sheet.cells[found.header, match.position]
    is_own = not isinstance(own, str) or not own.strip() or " ".join(own.split()) == " ".join(match.header.split())
    return not is_own and find_column(split_header(own), LIST) == ""


def _list_told(found: FoundTable) -> dict[str, list[int]]:
    """The positions of the headers that measure the same thing in some round, by its name."""
    told: dict[str, list[int]] = {}
    for match in found.matches:
        name, said = name_match(match), name_measure(match.header)[1]
        if match.round or said:
            told.setdefault(name.casefold(), []).append(match.position)
    return told


def _means_other(match: HeaderMatch, cells: Values) -> bool:
    """Whether a table knows a header as something else that its cells can be; under *rate* may stand any number."""
    known = list_known(match, PEOPLE_TABLES)
    return any(not column or (column != VALUE and fits(cells, table, column)) for table, column in known)


def take_values(found: FoundTable, chosen: Sequence[HeaderMatch]) -> FoundTable:
    """The table with some headers taken for what is measured."""
    by_place = {one.position: replace(one, column=VALUE, repeated=False, guess=None) for one in chosen}
    return replace(found, matches=tuple(by_place.get(match.position, match) for match in found.matches))
