"""Words in Thai and English; numbers, dates and Thai marks, read and written in one place.

Imports nothing else of the project.
"""

from i18n.language import Language, Text
from i18n.words import word

__all__ = ["Language", "Text", "word"]
