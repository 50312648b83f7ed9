"""The cells behind one number as a table: as typed, as read, what was left out; and the workbook with them marked.

All of it is for the uploader's own screen: it quotes cells and names units.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from analysis.findings import Finding, Findings, Trend
from dictionary.load import code_label
from dictionary.load_indicators import is_share
from dictionary.nouns import Exclusion, Source
from figures.told import Told
from figures.trends import name_trend
from figures.values import write_value
from figures.wording import DOT, name_finding, write_unit
from i18n import Language, Text
from i18n.numbers import write_number
from project import CitedCell, CitedCells, cite_cells, read_cells
from project.cited import Value
from reports.annotated import list_excluded
from ui.annotated import offer_marked
from ui.people_names import name_units
from ui.pieces import plain, show_grid
from ui.session import current_session, language, name_round, say

PAGE, LEFT_SHOWN = 50, 20
COLUMNS, SUM = ("cell", "typed", "read", "round"), "sum"
Shown = Finding | Trend | Told


def name_shown(shown: Shown, chosen: Language) -> str:
    """What a number is called."""
    if isinstance(shown, Told):
        return shown.name[chosen]
    return name_finding(shown, chosen) if isinstance(shown, Finding) else name_trend(shown, chosen)


def show_cells(shown: Shown, key: str) -> None:
    """A page of the cells, what was left out with the reasons, and the marked workbook; read when it is opened."""
    if not shown.sources or current_session().project is None:
        return
    cited = _cite(shown.sources)
    _show_page(shown, cited, key)
    excluded = _list_excluded(shown)
    _show_left_out(excluded)
    name = Text(*(name_shown(shown, one) for one in Language))
    offer_marked(name, shown.sources, excluded)


def _cite(sources: Sequence[Source]) -> CitedCells:
    """The cells as typed; those of the number looked at last are kept with the session, for its other pages."""
    session = current_session()
    if session.cited is None or session.cited[0] != sources:
        session.cited = (sources, cite_cells(session.files, sources))
    return session.cited[1]


def _show_page(shown: Shown, cited: CitedCells, key: str) -> None:
    pages = max(1, -(-len(cited) // PAGE))
    page = int(st.number_input(say("cells.page"), 1, pages, key=f"page_{key}", width=150)) if pages > 1 else 1
    first, last = (page - 1) * PAGE, min(page * PAGE, len(cited))
    counts = {"first": first + 1, "last": last, "n": len(cited)}
    told = say("cells.shown", **{name: write_number(n) for name, n in counts.items()})
    place = DOT.join(" › ".join(place) for place in cited.places)
    st.caption(plain(DOT.join((place, told))))
    project = current_session().project
    indicator = shown.indicator if isinstance(shown, Told) else shown.indicator.key
    cells = read_cells(project, cited, indicator, slice(first, last)) if project else ()
    columns = (*COLUMNS, SUM) if any(one.sums for one in cells) else COLUMNS
    rows = [_row(one, shown, cited)[: len(columns)] for one in cells]
    show_grid([say(f"cells.{name}") for name in columns], rows, kind="grid cited")


def _row(one: CitedCell, shown: Shown, cited: CitedCells) -> tuple[str, ...]:
    rounds = dict.fromkeys(name_round(round_key) for round_key, _ in one.values if round_key)
    values = dict.fromkeys(_write(value, one, shown) for _, value in one.values)
    place = one.cell if len(cited.places) == 1 else f"{one.sheet} {one.cell}"
    sums = (_write(total, one, shown) for _, total in one.sums)
    return place, one.typed or say("cells.blank"), DOT.join(values), DOT.join(rounds), DOT.join(sums)


def _write(value: Value, one: CitedCell, shown: Shown) -> str:
    """A number in the unit of the indicator, a code in its word."""
    if isinstance(value, str):
        return code_label(one.group, value)[language()] if one.group else value
    if one.unit and is_share(one.unit):
        return write_value(value, one.unit)
    if isinstance(shown, Told) or _is_share_of_counts(shown):
        return write_number(value)
    written = write_value(value, shown.unit)
    return written + write_unit(shown.unit, language(), written)


def _is_share_of_counts(shown: Finding | Trend) -> bool:
    """Whether the cells hold something else than the unit of the number, as for the share of those better off."""
    return is_share(shown.unit) and shown.method != "typed_figure"


def _list_excluded(shown: Shown) -> tuple[Exclusion, ...]:
    found = _find_whole(shown) if isinstance(shown, Finding) else None
    return list_excluded(found, shown) if found and isinstance(shown, Finding) else ()


def _find_whole(finding: Finding) -> Findings | None:
    """The findings that one is among: of everybody, or of the members chosen."""
    kept = current_session().found.values()
    return next((one for one in kept if any(other is finding for other in one.findings)), None)


def _show_left_out(excluded: Sequence[Exclusion]) -> None:
    if not excluded:
        return
    st.markdown(plain(say("cells.left_out", n=write_number(len(excluded)))))
    names = name_units(one.unit for one in excluded[:LEFT_SHOWN])
    rows = [
        (
            f"{one.sheet} {', '.join(one.ranges)}",
            code_label("reason", one.reason)[language()],
            names.get(one.unit, one.unit),
        )
        for one in excluded[:LEFT_SHOWN]
    ]
    show_grid([say(f"cells.{name}") for name in ("cell", "reason", "unit")], rows, kind="grid cited")
    if len(excluded) > LEFT_SHOWN:
        counts = {"shown": LEFT_SHOWN, "n": len(excluded)}
        st.caption(say("cells.left_shown", **{name: write_number(n) for name, n in counts.items()}))
