"""Caveats, methods and measures: what may be found from which observations, how, and with which warnings."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dictionary.rows import read_rows, read_text
from i18n import Text


@dataclass(frozen=True, slots=True)
class Caveat:
    """A warning on a finding: its code, a short title and one sentence."""

    code: str
    title: Text
    sentence: Text


class Design(StrEnum):
    """What is compared with what; the design decides which caveats can apply and what may be tested."""

    CENSUS = "census"  # everyone is counted: nothing to test
    PAIRED = "paired"  # the same units in both rounds
    EACH_ROUND = "each_round"  # whoever is known in each round
    INDEPENDENT = "independent"  # nobody is known in both rounds
    TYPED = "typed"  # a figure of the summary sheet
    COMPARED = "compared"  # participants beside people outside the project


class KnownIn(StrEnum):
    """Which units of observation a method uses: those known in both rounds, or in each round those known in it.

    ``UNBROKEN``: in each round those known in it, but nobody who is there in the other and not known.
    """

    BOTH = "both"
    ROUND = "round"
    UNBROKEN = "unbroken"


@dataclass(frozen=True, slots=True)
class Method:
    """How a finding is computed: its design, which units it uses, label and one-sentence explanation."""

    code: str
    design: Design
    known_in: KnownIn
    label: Text
    sentence: Text


CROSS = "+"  # joins two disaggregations that are crossed: every stage with every stakeholder


@dataclass(frozen=True, slots=True)
class Measure:
    """Which finding comes from which observations (one row of ``measures.csv``).

    ``indicator`` is found from the observations of ``observed`` by ``method``, in total and for each group of ``by``
    (``a+b``: of ``a`` crossed with ``b``). ``about`` is what is counted: people, organisations, activities, attendances
    …; ``presence`` the indicator that says who was there (and in which group). ``share_of`` is the group whose share is
    taken; ``lists`` says which units left out are listed.
    """

    indicator: str
    observed: str
    method: str
    about: str
    presence: str
    by: tuple[str, ...]
    share_of: tuple[str, str] | None
    lists: str


@cache
def load_caveats() -> dict[str, Caveat]:
    """Every caveat of ``caveats.csv`` by its code (W01 …)."""
    return {
        row["caveat"]: Caveat(row["caveat"], read_text(row, "title"), read_text(row, "sentence"))
        for row in read_rows("caveats")
    }


@cache
def load_method_rows() -> dict[str, Method]:
    """Every method of ``methods.csv`` by its code, whole."""
    return {row["method"]: _read_method(row) for row in read_rows("methods")}


def load_methods() -> dict[str, Text]:
    """The one-sentence explanation of each method code."""
    return {code: method.sentence for code, method in load_method_rows().items()}


@cache
def load_measures() -> tuple[Measure, ...]:
    """The rows of ``measures.csv``, in the order in which findings are listed."""
    return tuple(_read_measure(row) for row in read_rows("measures"))


def _read_method(row: dict[str, str]) -> Method:
    return Method(
        code=row["method"],
        design=Design(row["design"]),
        known_in=KnownIn(row["known_in"]),
        label=read_text(row, "label"),
        sentence=read_text(row, "sentence"),
    )


def _read_measure(row: dict[str, str]) -> Measure:
    group, _, value = row["share_of"].partition("=")
    return Measure(
        indicator=row["indicator"],
        observed=row["observed"],
        method=row["method"],
        about=row["about"],
        presence=row["presence"],
        by=tuple(filter(None, row["by"].split(";"))),
        share_of=(group, value) if group else None,
        lists=row["lists"],
    )
