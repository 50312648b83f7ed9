"""What the app remembers of one browser, in memory only, until 8 idle hours or until it is told to forget."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from threading import Lock
from typing import TYPE_CHECKING

from dictionary.people import CellRef, PeopleAnswers
from i18n import Language

if TYPE_CHECKING:
    from analysis.findings import Findings
    from analysis.sroi import Settings
    from dictionary.nouns import Problem, Source
    from ingest import InputFile, ProjectAnswers, SheetMapping, SheetPreview
    from ingest.people.lookup import ShownPerson
    from project import CitedCells, Project
    from ui.mapping_uploads import SaidFile

IDLE_HOURS = 8
IDLE_SECONDS = IDLE_HOURS * 3600.0
KEPT_FINDINGS = 24  # filters and pairs of rounds whose findings are kept for a quick return

Place = tuple[str, str]  # a file and a sheet of it
Only = tuple[tuple[str, str], ...]  # (("village", "หมู่ 1"),); () is everybody
Pair = tuple[str, str]  # keys of the two rounds compared; None: the first and the last
AskedPrices = tuple[bool, "int | None"]  # whether amounts are real, and in the prices of which year C.E.
Chosen = tuple[Only, "Pair | None", AskedPrices, "Settings | None"]


@dataclass(frozen=True)
class EditedTexts:
    """Title and note of a chart as its reader rewrote them for the image."""

    title: str
    note: str


@dataclass(frozen=True)
class Refused:
    """Files that hold nothing to show, opened while a good project was open: that one stays, these are told.

    ``said``: they are mapping files that could not be followed.
    """

    files: tuple[InputFile, ...]
    problems: tuple[Problem, ...]
    said: bool = False


@dataclass(frozen=True)
class Waiting:
    """Files chosen while others were open, and the mapping files chosen with them: where they belong is asked."""

    files: tuple[InputFile, ...]
    said: tuple[SaidFile, ...]


@dataclass(frozen=True)
class Trial:
    """The files read with mappings that are not confirmed yet."""

    files: tuple[InputFile, ...]
    mappings: tuple[SheetMapping, ...]
    project: Project


@dataclass
class Session:
    """One browser's work. ``owner`` marks the files made for it, so that no other browser can fetch them.

    ``mappings`` are what was confirmed of sheets; ``drafts`` and ``mends`` (cell → text) are being made on the page
    that matches them and count only when they are confirmed; ``trial`` is what they would lead to. ``weights``
    (indicator → weight) are those of the index of the dimensions, None while nobody asks for one. ``sroi`` are the
    choices under the social return, None the usual ones. ``is_real``: amounts are told in constant prices, of
    ``price_year`` (C.E.) or where that is None of the later round. ``cited``
    are the cells, as typed, of the number whose cells were looked at last.
    """

    owner: str = field(default_factory=lambda: secrets.token_urlsafe(18))
    language: Language = Language.TH
    width: str = ""
    files: tuple[InputFile, ...] = ()
    answers: ProjectAnswers | None = None
    people: PeopleAnswers = field(default_factory=PeopleAnswers)
    shown: dict[CellRef, ShownPerson] = field(default_factory=dict)
    project: Project | None = None
    refused: Refused | None = None
    waiting: Waiting | None = None
    mappings: tuple[SheetMapping, ...] = ()
    drafts: dict[Place, SheetPreview] = field(default_factory=dict)
    mends: dict[Place, dict[str, str]] = field(default_factory=dict)
    trial: Trial | None = None
    only: dict[str, str] = field(default_factory=dict)
    pair: Pair | None = None
    sroi: Settings | None = None
    texts: dict[str, EditedTexts] = field(default_factory=dict)
    is_real: bool = False
    price_year: int | None = None
    found: dict[Chosen, Findings] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    weights: dict[str, float] | None = None
    cited: tuple[Sequence[Source], CitedCells] | None = field(default=None, repr=False)
    version: int = 0
    seen: float = 0.0

    def chosen(self, only: Only = ()) -> Chosen:
        """What decides the findings of the members of ``only``: those, rounds, prices, the social return's choices."""
        return only, self.pair, self.asked_prices, self.sroi

    @property
    def asked_prices(self) -> AskedPrices:
        """In which prices amounts are told."""
        return self.is_real, self.price_year if self.is_real else None

    @property
    def priced(self) -> Project | None:
        """The project with its amounts in the prices chosen."""
        from analysis.prices import PriceChoice, PriceKind

        if self.project is None or not self.is_real:
            return self.project
        return replace(self.project, prices=PriceChoice(PriceKind.REAL, self.price_year))


class Store:
    """The sessions of this server, each behind a key that nobody can guess. ``clock`` gives seconds."""

    def __init__(self, idle: float = IDLE_SECONDS, clock: Callable[[], float] = time.monotonic) -> None:
        self._idle = idle
        self._clock = clock
        self._sessions: dict[str, Session] = {}
        self._lock = Lock()

    def open(self, key: str) -> Session:
        """The session of a key, begun if there is none; it counts as used now."""
        self.sweep()
        with self._lock:
            session = self._sessions.get(key) or self._sessions.setdefault(key, Session())
            session.seen = self._clock()
            return session

    def find(self, key: str) -> Session | None:
        """The session of a key if there is one that has not idled out."""
        self.sweep()
        with self._lock:
            return self._sessions.get(key)

    def forget(self, key: str) -> None:
        """Drop all that is kept for a key."""
        with self._lock:
            self._sessions.pop(key, None)

    def sweep(self) -> None:
        """Drop every session that has been idle for too long."""
        with self._lock:
            now = self._clock()
            for key in [k for k, s in self._sessions.items() if now - s.seen > self._idle]:
                del self._sessions[key]


STORE = Store()
