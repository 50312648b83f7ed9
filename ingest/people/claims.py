"""What every row of the lists of people says of whom it is about: an id, a national ID as a key, a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from dictionary.load import code_label
from dictionary.people import FAMILY_NAME, IDENTITY, NAME, NATIONAL_ID
from dictionary.people import ID as MEMBER_ID
from ingest.blanks import is_blank
from ingest.cells import Cells, Labels, report, write_cell
from ingest.clean import Problems, clean_ids
from ingest.people.names import looks_like_name
from ingest.people.national_id import has_form, hash_cells, hash_national_id, is_national_id
from ingest.rows import Rows

Texts = npt.NDArray[np.object_]

_MAY_TELL = re.compile(r"^(?:\d(?:[ .–-]*\d){12}|[^\d\n]*)$", re.MULTILINE)  # thirteen digits, or no digit at all
HIDDEN = ""


@dataclass(frozen=True)
class Foreign:
    """What stands in the column of ids and is none: national IDs as keys, and names; "" for a row with neither.

    ``wrong`` are those of the keys whose number has thirteen digits and a wrong check digit.
    """

    nationals: Texts
    names: Texts
    wrong: Texts


@dataclass(frozen=True)
class Claims:
    """One entry for each row of a list. ``nationals`` are keyed hashes; "" where a row does not say.

    ``is_plain``: every row is keyed by an id of the group's own, as it stands. Names are read when they are needed.
    """

    rows: Rows
    ids: Labels
    nationals: Texts
    is_plain: bool
    foreign: Foreign
    problems: Problems = ()

    @property
    def has_names(self) -> bool:
        """Whether any column may hold names."""
        return self.rows.found.find(NAME) is not None or bool((self.foreign.names != "").any())

    def read_names(self, places: npt.NDArray[np.intp]) -> Texts:
        """The names on some of the rows, as typed; "" where there is none."""
        chosen = replace(self.rows, kept=self.rows.kept[places], ids=self.rows.ids.take(places))
        typed = [_write_texts(cells) for column in (NAME, FAMILY_NAME) if (cells := chosen.cells(column)) is not None]
        names = [" ".join(filter(None, parts)) for parts in zip(*typed, strict=True)] or [""] * len(places)
        foreign = self.foreign.names[places] if len(self.foreign.names) else np.full(len(places), "", dtype=object)
        return np.where(np.array(names, dtype=object) != "", np.array(names, dtype=object), foreign)


def read_claims(rows: Rows, salt: bytes) -> Claims:
    """Read the identity of each row; the digits of a national ID go no further than this."""
    if rows.found.by_row:
        return _claim_as_is(rows)
    columns = {column: cells for column in IDENTITY if (cells := rows.cells(column)) is not None}
    has_foreign = MEMBER_ID in columns and _MAY_TELL.search("\n".join(rows.ids.names)) is not None
    if MEMBER_ID in columns and not has_foreign and (rows.ids.codes >= 0).all() and NATIONAL_ID not in columns:
        return _claim_as_is(rows)
    ids, foreign = _read_ids(columns.get(MEMBER_ID), len(rows.kept), salt)
    nationals, problems = _read_nationals(columns.get(NATIONAL_ID), foreign.nationals, salt)
    return Claims(rows, ids, nationals, bool((ids.codes >= 0).all()), foreign, problems)


def _claim_as_is(rows: Rows) -> Claims:
    """Everybody by the key of the row; nothing else says who they are."""
    nothing = np.full(len(rows.kept), "", dtype=object)
    return Claims(rows, rows.ids, nothing, is_plain=True, foreign=Foreign(*[nothing[:0]] * 3))


def _read_nationals(cells: Cells | None, foreign: Texts, salt: bytes) -> tuple[Texts, Problems]:
    """The keys of the column of national IDs, else those among the ids; a wrong number is said and not quoted."""
    if cells is None:
        return foreign, ()
    texts, wrong = hash_cells(list(cells.values), salt)
    keys = np.array(texts, dtype=object)
    hidden = replace(cells, values=np.full(len(keys), HIDDEN, dtype=object))
    problems = report("national_id_wrong", hidden, np.array(wrong, dtype=bool), code_label("allowed", NATIONAL_ID))
    return np.where(keys != "", keys, foreign), problems


def _read_ids(cells: Cells | None, count: int, salt: bytes) -> tuple[Labels, Foreign]:
    """The column of ids apart: the group's own ids, national IDs as keys, and names."""
    nothing = np.full(count, "", dtype=object)
    if cells is None:
        return Labels(np.full(count, -1, dtype=np.intp), ()), Foreign(nothing, nothing, nothing)
    labels = clean_ids(cells)
    nationals = [hash_national_id(text, salt) if has_form(text) else "" for text in labels.names]
    wrong = ["" if is_national_id(text) else key for text, key in zip(labels.names, nationals, strict=True)]
    names = [text if looks_like_name(text) else "" for text in labels.names]
    is_own = np.array([not (key or name) for key, name in zip(nationals, names, strict=True)] + [False], dtype=bool)
    kept = tuple(name if own else "" for name, own in zip(labels.names, is_own, strict=False))
    codes = np.where(is_own[labels.codes], labels.codes, -1)
    return Labels(codes, kept), Foreign(*(_spread(texts, labels) for texts in (nationals, names, wrong)))


def _spread(texts: Sequence[str], labels: Labels) -> Texts:
    return np.array([*texts, ""], dtype=object)[labels.codes]


def _write_texts(cells: Cells) -> Texts:
    codes, uniques = cells.uniques()
    return np.array(["" if is_blank(value) else write_cell(value) for value in uniques] + [""], dtype=object)[codes]


def join_labels(labels: Sequence[Labels]) -> tuple[npt.NDArray[np.intp], list[str]]:
    """The codes of all lists in one numbering of the names; −1 where there is none."""
    numbers, names = pd.factorize(np.array([name for one in labels for name in one.names], dtype=object))
    starts = np.cumsum([0, *(len(one.names) for one in labels)])
    codes = [np.append(numbers[a:b], -1)[one.codes] for one, a, b in zip(labels, starts, starts[1:], strict=False)]
    return np.concatenate(codes).astype(np.intp) if codes else np.empty(0, dtype=np.intp), [str(name) for name in names]
