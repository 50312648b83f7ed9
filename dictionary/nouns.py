"""The small typed nouns that every layer shares; their meaning stands as rows in the CSV files beside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from i18n import Text

BASELINE = "baseline"
ENDLINE = "endline"
NOT_STATED = "not_stated"  # the group of those whose group no cell states
GUIDE_SHEET = "guide_sheet"  # why the form's own guidance and lists are not used: nobody filled in anything there
EXAMPLE_ROW = "example_row"  # why a row is not used that shows how to fill in the form
TARGET = "target"  # a target is an observation of this round: planned, not seen


class Dimension(StrEnum):
    """The three dimensions of change; nothing else is called a dimension here."""

    ECONOMIC = "economic"
    SOCIAL = "social"
    ENVIRONMENTAL = "environmental"


class Better(StrEnum):
    """The direction in which an indicator improves."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Severity(StrEnum):
    """How much a problem costs: a row or cell lost, a doubt, or only something to know."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Round:
    """A wave of data; dates may be unknown.

    ``key`` is ``baseline`` or ``endline`` where there are two; where there are more it is the data's own (``y2562``).
    """

    key: str
    label: Text
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A defined quantity with unit and direction (one row of ``indicators.csv``, or one the user wrote).

    ``unit`` is a code of ``units.csv``; ``aggregation`` says how units of observation are rolled up,
    ``within_unit`` how several cells of one unit in one round are (``sum`` or ``max``). ``of_households``: it is
    measured of households, and not of members.
    """

    key: str
    label: Text
    unit: str
    dimension: Dimension
    better: Better
    chain_level: str = ""
    aggregation: str = "last"
    within_unit: str = "sum"
    numerator: Text | None = None
    denominator: Text | None = None
    iris_id: str = ""
    iris_name: str = ""
    iris_fit: str = ""
    sdg_unverified: str = ""
    of_households: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Cells that a number came from: file name, sheet and A1 ranges such as ``("C2:C61",)``."""

    file: str
    sheet: str
    ranges: tuple[str, ...]


MORE = " … +"  # in what was found, before the number of things that are not listed


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault in the data, as a value. ``code`` is a row of ``problems.csv`` (severity, sentence, what to do).

    ``cell`` is an A1 address or range, or "" when the fault has no cell. ``found`` is what stands there;
    where it is a name or an id, ``personal`` is true and it may be shown on the uploader's screen only.
    ``allowed`` says what may stand there (already in both languages). ``cells`` are the exact ranges where ``cell``
    gives only the first and the last of them.
    """

    code: str
    file: str = ""
    sheet: str = ""
    cell: str = ""
    found: str = ""
    allowed: Text = field(default=Text("", ""))
    personal: bool = False
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Something that was read but not used, and why. Nothing is dropped in silence.

    A left-out row has ``row`` (1-based sheet row); a unit left out of a comparison has ``indicator`` and
    ``unit`` (its id: for the uploader's own screen only, never in JSON, images or logs).
    ``reason`` is a code of the codelist ``reason``.
    """

    reason: str
    file: str
    sheet: str
    ranges: tuple[str, ...]
    row: int | None = None
    indicator: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class MatchedColumn:
    """A header of the sheet and the column of the dictionary it was taken for (None: not used).

    ``period`` is what the header says that amounts stand for (``month`` or ``year``), or what all rows of the column
    that says so for each say. ``confidence`` is 1 for a wording
    that the dictionary knows or somebody confirmed, lower for a part of the header or a likeness. ``column`` is
    ``round`` for the header of a column that says of which round each row is; ``rounds`` are those that it says.
    """

    header: str
    cell: str
    column: str | None
    round: str | None = None
    period: str | None = None
    confidence: float = 1.0
    rounds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetReading:
    """What one sheet was taken for and where its rows went: ``rows_read == rows_used + rows_left_out``.

    ``table`` is a key of ``tables.csv`` or None (not used: ``reason`` says why, a code of codelist ``reason``).
    """

    file: str
    sheet: str
    table: str | None
    round: str | None = None
    header_row: int | None = None
    columns: tuple[MatchedColumn, ...] = ()
    rows_read: int = 0
    rows_used: int = 0
    rows_left_out: int = 0
    reason: str = ""

    @property
    def is_guide(self) -> bool:
        """Whether this is a sheet of the form that holds no data, so that its rows are not counted."""
        return self.reason == GUIDE_SHEET


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """What the project sheet says (all may be empty). ``is_sample`` marks invented data (ข้อมูลสมมติ).

    ``chosen_low``: the members were chosen because their income was low; ``population_mean`` is the mean income (baht a
    month) of those they were chosen from; ``collected`` says how the figures were gathered (codelist ``collected``).
    """

    name: str = ""
    group: str = ""
    province: str = ""
    currency: str = ""
    is_sample: bool = False
    chosen_low: bool = False
    population_mean: float | None = None
    collected: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """Where the program is unsure and asks: ``code`` is a key of the word lists, ``options`` the answers.

    A question about a sheet has no options: ``mapping`` is the mapping file (TOML) that would answer it.
    """

    code: str
    values: Mapping[str, str | Text]
    options: tuple[str, ...] = ()
    file: str = ""
    sheet: str = ""
    mapping: str = ""
