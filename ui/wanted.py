"""Which chart somebody wants to see or take away: its findings, its language, and its words as edited."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256

from analysis.findings import Findings
from figures import ChartTexts, ImageChoice, default_texts
from i18n import Language
from ui.session import current_session
from ui.store import EditedTexts, Session

MOST_LETTERS = 4000  # of a title or a note: a picture has room for far fewer


@dataclass(frozen=True)
class Wanted:
    """A chart of some findings in a language; ``version`` says which of the session's data they are of."""

    key: str
    findings: Findings
    language: Language
    version: int = 0

    @property
    def place(self) -> str:
        """Under what the session keeps edited words: each data, language, round, price, group and choice its own."""
        evidence = self.findings.evidence if self.key.startswith("sroi") else None
        sroi = evidence.sroi if evidence else None
        choices = f"{sroi.timing}_{sroi.combination}_{sroi.discount_rate:g}" if sroi else ""
        only = "_".join(f"{group}={value}" for group, value in self.findings.only)
        rounds = "-".join(one.key for one in self.findings.rounds)
        real = self.findings.prices if self.findings.prices and self.findings.prices.is_real else None
        prices = "-".join(("real", *map(str, real.years))) if real else ""
        return "_".join(filter(None, (self.key, self.language, only, rounds, prices, choices, str(self.version))))

    @property
    def mark(self) -> str:
        """The place in an address, where no village is to be read."""
        return sha256(self.place.encode()).hexdigest()[:16]

    @property
    def query(self) -> str:
        """What an address says of the chart, besides its key."""
        return f"language={self.language}&of={self.mark}"


def want(key: str, findings: Findings, language: Language, session: Session | None = None) -> Wanted:
    """A chart of the data that the session holds now."""
    return Wanted(key, findings, language, (session or current_session()).version)


def texts_of(wanted: Wanted, session: Session | None = None) -> ChartTexts:
    """The words of the chart, as its reader left them."""
    texts = default_texts(wanted.findings, wanted.key, wanted.language)
    edited = (session or current_session()).texts.get(wanted.place)
    return replace(texts, title=edited.title, note=edited.note) if edited else texts


def keep_texts(wanted: Wanted, edited: EditedTexts, session: Session) -> None:
    """Keep edited words; words put back to the default are kept no longer."""
    default = default_texts(wanted.findings, wanted.key, wanted.language)
    texts = session.texts
    if (edited.title, edited.note) == (default.title, default.note):
        texts.pop(wanted.place, None)
    else:
        texts[wanted.place] = edited


def choose(
    wanted: Wanted, size: str = "word", image_format: str = "png", session: Session | None = None
) -> ImageChoice:
    """The image of the chart in a size and a format, with its edited words."""
    return ImageChoice(wanted.key, wanted.language, size, image_format, texts_of(wanted, session))
