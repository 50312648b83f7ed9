"""What a specification is: a rule in words, a small table of observations, and what must come out, as arithmetic."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import pandas as pd

from analysis import Compared
from i18n import Text
from tests.observe import compare, find, join_frames, observe, read_table

TYPED = "typed"


@dataclass(frozen=True)
class Spec:
    """``tables`` maps an indicator (or ``typed``: the summary sheet) to rows of words.

    ``expected`` maps ``indicator.field`` or ``indicator[group=name].field`` to arithmetic: what the finding must say.
    ``left_out`` maps ``indicator`` to the units it must list, each with its reason.
    """

    title: Text
    rule: Text
    tables: dict[str, str]
    expected: dict[str, str]
    left_out: dict[str, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def compared(self) -> Compared:
        return compare(join_frames(self.frames))

    @property
    def frames(self) -> list[pd.DataFrame]:
        return [observe(key, read_table(text), typed=key == TYPED) for key, text in self.tables.items()]

    def finding(self, subject: str) -> object:
        """The finding of ``indicator`` or ``indicator[group=name]``, or with ``.beside.code`` what stands beside it."""
        subject, _, code = subject.partition(".beside.")
        indicator, _, group = subject.removesuffix("]").partition("[")
        column, _, name = group.partition("=")
        finding = find(self.compared, indicator, ((column, name),) if group else ())
        return next(one for one in finding.beside if one.method == code) if code else finding


def work_out(arithmetic: str) -> object:
    """The value of an expected expression: numbers and + − × ÷ only, or None, True, False, a text or a tuple."""
    return eval(arithmetic, {"__builtins__": {}})
