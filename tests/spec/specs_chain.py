"""How targets are attained, and how changes become an index of a dimension."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from analysis.evidence.chain import Chain, Goal
from analysis.evidence.chain_goals import know
from analysis.evidence.index import DimensionIndex, Part, weigh
from analysis.evidence.read_chain import read_chain
from dictionary.records import Record
from i18n import Text
from tests.factories_chain import make_record
from tests.observe import BLANK, NO_CELL, ROUNDS, observe, read_table
from tests.spec.spec import TYPED, Spec

CHAIN, WEIGHTS = "chain", "weights"


@dataclass(frozen=True)
class ChainSpec(Spec):
    """``expected`` maps ``node.field`` of a chain, or ``indicator.field`` and ``dimension.field`` of an index."""

    def finding(self, subject: str) -> object:
        parts = {part.indicator.key: part for one in self.indexes for part in one.parts}
        indexes = {one.dimension.value: one for one in self.indexes}
        goals: dict[str, Goal] = {node.name: node.goals[0] for node in self.chain.nodes}
        found: dict[str, Part | DimensionIndex | Goal] = {**parts, **indexes, **goals}
        return found[subject]

    @property
    def frames(self) -> list[pd.DataFrame]:
        """The summary sheet alone is observations; the rest are rows and weights."""
        return [observe(TYPED, read_table(text), typed=True) for key, text in self.tables.items() if key == TYPED]

    @property
    def chain(self) -> Chain:
        found = self.compared.findings if TYPED in self.tables else ()
        return read_chain(tuple(self._records()), know(found, ROUNDS)) or Chain((), ())

    @property
    def indexes(self) -> tuple[DimensionIndex, ...]:
        if WEIGHTS not in self.tables:
            return ()
        weights = {row["indicator"]: float(row["weight"]) for row in read_table(self.tables[WEIGHTS])}
        return weigh(self.compared.findings, weights, np.random.default_rng(0)).dimensions

    def _records(self) -> Iterator[Record]:
        rows = read_table(self.tables[CHAIN]) if CHAIN in self.tables else []
        for at, row in enumerate(rows, start=2):
            yield make_record(CHAIN, at, {name: _read(name, text) for name, text in row.items()})


def _read(name: str, text: str) -> object:
    if text in {BLANK, NO_CELL}:
        return None
    return float(text) if name.startswith(("value", "target")) else text


SPECS = (
    ChainSpec(
        title=Text("สัดส่วนของทางถึงเป้าหมาย", "Share of the way to the target"),
        rule=Text(
            "(หลัง − ก่อน) ÷ (เป้าหมาย − ก่อน) ใช้ได้ทั้งตัวชี้วัดที่ยิ่งมากยิ่งดีและยิ่งน้อยยิ่งดี ค่าติดลบคือห่างจากเป้าหมายกว่าเดิม "
            "ไม่คิดเมื่อไม่มีค่าก่อนหรือเป้าหมาย เมื่อเป้าหมายเท่ากับค่าก่อน หรือเมื่อเป้าหมายแย่กว่าค่าก่อน ตัวชี้วัดที่มีในหน้าอื่นใช้ค่าของหน้านั้น",
            "(after − before) ÷ (target − before), whether higher or lower is better; below zero the value moved "
            "away. It is not given without a baseline or target, where the target is the baseline, or lies on its "
            "worse side. An indicator that other sheets hold has their values.",
        ),
        tables={
            TYPED: "indicator baseline endline target\nhousehold_debt 80000 70000 60000\ngroup_sales 400 300 300",
            CHAIN: "node level indicator value_baseline value_endline target\n"
            "looms input looms 6 18 20\ndebt impact household_debt 1 2 .\nsales outcome group_sales . . .\n"
            "water outcome water - 41 60\nkept outcome kept 5 5 5",
        },
        expected={
            "looms.attained": "(18 - 6) / (20 - 6)",
            "looms.met": "False",
            "debt.attained": "(70000 - 80000) / (60000 - 80000)",
            "debt.computed": "True",
            "debt.overruled": "True",
            "sales.attained": "None",
            "sales.met": "True",
            "water.attained": "None",
            "kept.attained": "None",
        },
    ),
    ChainSpec(
        title=Text("ดัชนีรายมิติ", "Index of a dimension"),
        rule=Text(
            "คะแนนของตัวชี้วัดคือผลต่างหารด้วยค่าที่มากกว่าของสองรอบ (สัดส่วนใช้ผลต่างโดยตรง) เป็นบวกเมื่อดีขึ้น อยู่ระหว่าง −1 ถึง 1 "
            "ดัชนีคือค่าเฉลี่ยถ่วงน้ำหนักคูณ 100 ตัวชี้วัดที่ไม่มีทิศทางที่ดีกว่า เป็นระดับขั้น หรือเทียบไม่ได้ ไม่นำมารวม "
            "ช่วงของน้ำหนักใดก็ได้คือคะแนนต่ำสุดถึงสูงสุด",
            "An indicator’s score is its difference divided by the larger of its two values (of a share: the "
            "difference itself), positive where better, from −1 to 1. The index is the mean by the weights times 100. "
            "What has no better direction, is a scale of steps or cannot be compared is left out. What any weights "
            "could give runs from the lowest score to the highest.",
        ),
        tables={
            TYPED: "indicator baseline endline\ngroup_sales 400 1000\nhousehold_debt 50 100\nmember_savings 0 30\n"
            "group_net_income 200 -100\nstem_use_rate 0.18 0.59\nresidue_dumped 20 5",
            WEIGHTS: "indicator weight\ngroup_sales 2\nmember_savings 0",
        },
        expected={
            "group_sales.score": "(1000 - 400) / 1000",
            "household_debt.score": "(50 - 100) / 100",
            "member_savings.score": "30 / 30",
            "group_net_income.score": "-1",
            "stem_use_rate.score": "0.59 - 0.18",
            "residue_dumped.score": "(20 - 5) / 20",
            "economic.value": "100 * (2 * 0.6 + 1 * (-0.5) + 0 * 1 + 1 * (-1)) / (2 + 1 + 0 + 1)",
            "economic.extreme": "(100 * -1.0, 100 * 1.0)",
            "environmental.value": "100 * (0.41 + 0.75) / 2",
            "environmental.place": "1",
        },
    ),
)
