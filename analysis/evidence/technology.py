"""The technology used to take part: channels with their figures, and works as a list in the order of their dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from analysis.findings import Finding
from dictionary.nouns import Source
from dictionary.records import Record

TABLE, VALUE = "technology", "value"
WORKS = {"research", "innovation"}
KINDS, MEASURES = "technology_kind", "technology_measure"


@dataclass(frozen=True, slots=True)
class Channel:
    """One measure of one channel (or work, or training): its finding, what came of it and where it can be checked.

    ``kind`` is a code, "" where not stated; ``measure`` a code or a word of the user's own.
    """

    item: str
    kind: str
    measure: str
    finding: Finding
    first: date | None
    last: date | None
    result: str
    link: str


@dataclass(frozen=True, slots=True)
class Work:
    """Research, an innovation, or a row without figures (a channel that was opened); and what came of it."""

    item: str
    kind: str
    first: date | None
    last: date | None
    result: str
    link: str
    source: Source


@dataclass(frozen=True, slots=True)
class Technology:
    """Channels in the order of the measures and then of the sheet, works in the order of their dates, undated last."""

    channels: tuple[Channel, ...]
    works: tuple[Work, ...]


def gather_technology(records: Iterable[Record], findings: Sequence[Finding]) -> Technology | None:
    """What the rows of technology tell; None where there is no row. The figures are those of the findings."""
    rows = [record for record in records if record.table == TABLE]
    if not rows:
        return None
    cells = {
        (source.file, source.sheet, cell): finding
        for finding in findings
        if not finding.group
        for source in finding.sources
        for cell in source.ranges
    }
    found = [(record, cells.get(place)) for record in rows for place in _places(record)]
    channels = {finding.indicator.key: _read_channel(record, finding) for record, finding in reversed(found) if finding}
    works = [_read_work(record) for record in rows if _tells_of_work(record)]
    return Technology(tuple(reversed(channels.values())), tuple(sorted(works, key=_order)))


def _places(record: Record) -> Iterable[tuple[str, str, str]]:
    """The cells of a row that hold a value."""
    return ((record.file, record.sheet, entry.cell) for (column, _), entry in record.entries.items() if column == VALUE)


def _read_channel(record: Record, finding: Finding) -> Channel:
    day = record.find("date")
    return Channel(
        item=record.text("item"),
        kind=record.code("kind") or "",
        measure=record.code("measure") or "",
        finding=finding,
        first=day.first if day else None,
        last=day.last if day else None,
        result=record.text("result"),
        link=record.text("link"),
    )


def _tells_of_work(record: Record) -> bool:
    """Whether a row says what was done: research, an innovation, or anything without a figure."""
    return record.code("kind") in WORKS or not any(column == VALUE for column, _ in record.entries)


def _read_work(record: Record) -> Work:
    day = record.find("date")
    return Work(
        item=record.text("item"),
        kind=record.code("kind") or "",
        first=day.first if day else None,
        last=day.last if day else None,
        result=record.text("result"),
        link=record.text("link"),
        source=record.source(),
    )


def _order(work: Work) -> tuple[bool, date]:
    return work.first is None, work.first or date.min
