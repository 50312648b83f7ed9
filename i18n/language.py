"""The two languages of the product, and a text that exists in both."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """A language a reader can choose; Thai is the first."""

    TH = "th"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Text:
    """The same sentence or name in Thai and in English: ``text[Language.TH]``."""

    th: str
    en: str

    def __getitem__(self, language: Language) -> str:
        return self.th if language is Language.TH else self.en
