"""Where the form's columns stand: the dictionary's columns, one for each round where a value is asked by round."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from dictionary.load import Column, load_codes, load_columns
from dictionary.load_indicators import load_indicators, unit_label
from dictionary.load_methods import load_measures
from dictionary.nouns import ENDLINE
from i18n import Language, Text

FORM_VERSION = "1"
INDICATOR = "indicator"
UNIT_KINDS = ("money", "number", "integer")  # kinds whose header names the unit


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a form's sheet: ``key`` is the dictionary's, with the round behind it where it has one."""

    column: Column
    round: str
    letter: str

    @property
    def key(self) -> str:
        """The name under which a row holds its value, such as ``amount_baseline``."""
        return f"{self.column.key}_{self.round}" if self.round else self.column.key

    @property
    def codelist(self) -> str:
        """The list that its cells are chosen from, or ""."""
        is_indicator = (self.column.table, self.column.key) == ("summary", INDICATOR)
        return INDICATOR if is_indicator else self.column.codelist

    def example(self, language: Language) -> str:
        """What the example row holds; the round after may have an example of its own."""
        after = self.column.example_after[language] if self.round == ENDLINE else ""
        return after or self.column.example[language]

    def header(self, language: Language) -> str:
        """What stands in row 1, such as ``จำนวนเงิน ก่อน (บาท)``."""
        words = [self.column.label[language]]
        if self.round:
            words.append(_round_label(self.round, language))
        if self.column.unit and self.column.kind in UNIT_KINDS:
            words.append(f"({_unit(self.column.unit)[language].lower()})")
        return " ".join(words)


def lay_out(table: str) -> tuple[FormColumn, ...]:
    """The columns of a table's sheet from left to right."""
    places = [(column, name) for column in load_columns(table) if column.is_asked for name in _rounds(column)]
    return tuple(FormColumn(column, name, get_column_letter(i)) for i, (column, name) in enumerate(places, start=1))


def choices(codelist: str) -> tuple[Text, ...]:
    """The labels of a codelist; for indicators those that are typed in, not those that rows are counted for."""
    if codelist == INDICATOR:
        computed = {measure.indicator for measure in load_measures()}
        return tuple(i.label for key, i in load_indicators().items() if key not in computed)
    return tuple(load_codes(codelist).values())


def _rounds(column: Column) -> tuple[str, ...]:
    return tuple(load_codes("round")) if column.by_round else ("",)


def _round_label(name: str, language: Language) -> str:
    label = load_codes("round")[name][language]
    return label.lower() if language is Language.EN else label


def _unit(code: str) -> Text:
    return load_codes("period")[code] if code in load_codes("period") else unit_label(code)
