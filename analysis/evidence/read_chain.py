"""The rows of the chain → nodes and links: a node may stand on several rows, each with an indicator or a next item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from analysis.evidence.chain import LEVELS, Chain, Link, Node
from analysis.evidence.chain_gaps import find_gaps
from analysis.evidence.chain_goals import Known, join_goals, read_goal
from dictionary.load import code_label
from dictionary.nouns import Problem, Source
from dictionary.records import Record
from dictionary.squash import squash
from i18n import Text

TABLE = "chain"
MOST_NAMED = 8  # nodes that a problem names
_DIVIDERS = re.compile(r"[;；|]")

Grouped = Mapping[str, Sequence[Record]]  # the rows of each node, by its name as first written


def read_chain(records: Sequence[Record], known: Known) -> Chain | None:
    """The chain that the records tell; None where no row of the sheet has a name."""
    grouped = _group([record for record in records if record.table == TABLE and record.text("node")])
    if not grouped:
        return None
    nodes = tuple(_read_node(name, rows, known) for name, rows in grouped.items())
    links, unknown = _read_links(grouped)
    levels = {node.name: node.level for node in nodes}
    links = _mark_circles(tuple(replace(link, back=_goes_back(link, levels)) for link in links))
    odd = (*unknown, *_find_unlike_levels(grouped), *_describe(links))
    return Chain(nodes, links, find_gaps(nodes, links), odd)


def _group(records: Sequence[Record]) -> Grouped:
    names: dict[str, str] = {}
    grouped: dict[str, list[Record]] = {}
    for record in records:
        name = names.setdefault(squash(record.text("node")), record.text("node"))
        grouped.setdefault(name, []).append(record)
    return grouped


def _read_node(name: str, rows: Sequence[Record], known: Known) -> Node:
    level = next((code for row in rows if (code := row.code("level"))), "")
    goals = join_goals(goal for row in rows if (goal := read_goal(row, known)))
    return Node(name, level, goals, rows[0].source(("node", ""), ("level", "")))


def _read_links(grouped: Grouped) -> tuple[tuple[Link, ...], tuple[Problem, ...]]:
    """Each link once, with what all rows that name it say; names that no node has."""
    known = {squash(name): name for name in grouped}
    links: dict[tuple[str, str], Link] = {}
    problems: list[Problem] = []
    for start, rows in grouped.items():
        for row in rows:
            ends, unknown = find_next(row.text("leads_to"), known)
            problems += [_tell_unknown(row, name, known.values()) for name in unknown]
            for end in ends:
                links[start, end] = _join(links.get((start, end)), Link(start, end, *_grounds(row), _cells(row)))
        _lend_grounds(links, start, rows)
    return tuple(links.values()), tuple(problems)


def find_next(text: str, known: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The nodes that a cell names (by squashed name), and the names in it that no node has.

    Names are divided by ``;``. A piece that is no name is read as several in one line, where it is made of names alone.
    """
    found: list[str] = []
    unknown: list[str] = []
    for piece in filter(None, (part.strip() for part in _DIVIDERS.split(text))):
        names = _take_apart(squash(piece), known)
        found += [known[name] for name in names]
        unknown += [] if names else [piece]
    return tuple(dict.fromkeys(found)), tuple(unknown)


def _take_apart(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The names that a squashed text is made of; empty where it is made of anything else."""
    if text in known:
        return (text,)
    for name in sorted(known, key=len, reverse=True):
        if text.startswith(name) and (rest := _take_apart(text[len(name) :], known)):
            return (name, *rest)
    return ()


def _grounds(row: Record) -> tuple[str, str]:
    return row.text("assumption"), row.text("evidence")


def _cells(row: Record) -> Source:
    return row.source(("leads_to", ""), ("assumption", ""), ("evidence", ""))


def _join(earlier: Link | None, link: Link) -> Link:
    """Both rows in one: texts that are not the same stand one after the other."""
    if earlier is None:
        return link
    cells = replace(earlier.source, ranges=(*earlier.source.ranges, *link.source.ranges))
    return replace(
        earlier,
        assumption=_add(earlier.assumption, link.assumption),
        evidence=_add(earlier.evidence, link.evidence),
        source=cells if earlier.source.sheet == link.source.sheet else earlier.source,
    )


def _add(first: str, second: str) -> str:
    return "; ".join(dict.fromkeys(filter(None, (first, second))))


def _lend_grounds(links: dict[tuple[str, str], Link], start: str, rows: Sequence[Record]) -> None:
    """What stands on a row without a next item is of every link of the node."""
    for row in rows:
        if not row.text("leads_to") and any(_grounds(row)):
            for key, link in links.items():
                if key[0] == start:
                    links[key] = _join(link, Link(*key, *_grounds(row), _cells(row)))


def _goes_back(link: Link, levels: Mapping[str, str]) -> bool:
    start, end = levels[link.start], levels[link.end]
    return bool(start and end) and LEVELS.index(end) < LEVELS.index(start)


def _mark_circles(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links, those marked that lead to a node from which they come, by links that do not go back."""
    marked: list[Link] = []
    onward: dict[str, set[str]] = {}
    for link in links:
        circle = not link.back and link.start in _reach(link.end, onward)
        marked.append(replace(link, round_trip=circle))
        if not (link.back or circle):
            onward.setdefault(link.start, set()).add(link.end)
    return tuple(marked)


def _reach(start: str, onward: Mapping[str, set[str]]) -> set[str]:
    reached, edge = {start}, [start]
    while edge:
        new = onward.get(edge.pop(), set()) - reached
        reached |= new
        edge += new
    return reached


def _tell_unknown(row: Record, name: str, nodes: Iterable[str]) -> Problem:
    listed = ", ".join(list(nodes)[:MOST_NAMED])
    return _problem("chain_unknown_next", row, "leads_to", (name, Text(listed, listed)))


def _find_unlike_levels(grouped: Grouped) -> Iterator[Problem]:
    for rows in grouped.values():
        stated = [row for row in rows if row.code("level")]
        for row in stated[1:]:
            first, second = stated[0].code("level") or "", row.code("level") or ""
            if first != second:
                label = code_label("chain_level", first)
                yield _problem("chain_levels_differ", row, "level", (row.text("level"), label))


def _describe(links: Sequence[Link]) -> Iterator[Problem]:
    """A problem for each link that goes back a level or closes a circle, at its cell."""
    for link in links:
        if link.back or link.round_trip:
            code = "chain_goes_back" if link.back else "chain_circle"
            said = Text(link.start, link.start)
            yield Problem(code, link.source.file, link.source.sheet, link.source.ranges[0], link.end, said)


def _problem(code: str, row: Record, column: str, told: tuple[str, Text]) -> Problem:
    entry = row.find(column)
    return Problem(code, row.file, row.sheet, entry.cell if entry else "", *told)
