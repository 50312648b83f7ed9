"""Ids that tell who somebody is: a national ID or a name where the group's own id belongs: matched, and said."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from dictionary.people import ID
from i18n import Text
from ingest.cells import Cells, Mask
from ingest.clean import Problems
from ingest.people.claims import Claims, Texts
from ingest.people.names import starts_with_title


def report_personal_ids(claims: Claims) -> Problems:
    """One problem for the national IDs in a column of ids, one for the mistyped of them and one for the names.

    Each gives the first cell and how many there are; what stands in the cells is not quoted.
    """
    cells = claims.rows.cells(ID)
    if cells is None or not len(claims.foreign.nationals):
        return ()
    names = claims.foreign.names
    titled = {name for name in set(names.tolist()) if name and starts_with_title(name)}
    is_titled = np.isin(names, sorted(titled)) if titled else np.zeros(len(names), dtype=bool)
    nationals, wrong = claims.foreign.nationals, claims.foreign.wrong
    return (
        *_report(cells, "national_id", nationals, (nationals != "") & (wrong == "")),
        *_report(cells, "national_id_mistyped", wrong, wrong != ""),
        *_report(cells, "name_as_id", names, is_titled),
    )


def _report(cells: Cells, code: str, texts: Texts, hits: Mask) -> Problems:
    places = np.flatnonzero(hits)
    if not len(places):
        return ()
    count = f"{len(set(texts[places].tolist())):,}"
    return (replace(cells.problem(code, int(places[0]), "", Text(count, count)), personal=True),)
