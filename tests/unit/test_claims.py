"""The ladder of claims: the design chooses the verb, and no sentence of the product says more than that."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from analysis.claims import find_claim
from analysis.evidence.chain import Chain, Goal, Link, Node
from analysis.evidence.traced import find_traced
from analysis.findings import Finding
from analysis.judging import judge_one
from dictionary.load_claims import load_claims
from dictionary.load_methods import load_method_rows
from dictionary.nouns import Better
from figures.catalogue import default_texts, list_charts
from figures.verbs import write_verb
from i18n import Language, Text
from i18n.words import load_words
from ingest import InputFile
from project import find_changes, open_project
from reports.findings_text import write_text
from tests.factories_figures import SOURCE, make_finding
from ui.answers import answer_income, answer_members, answer_overview, answer_partners

HOUSE = Path(__file__).parents[2]
CAUSAL = re.compile(
    r"ทำให้|ส่งผลให้|ส่งผลต่อ|เพราะโครงการ|เนื่องจากโครงการ|ด้วยผลของโครงการ|ผลจากโครงการ|เป็นผลมาจาก"
    r"|\bcaus(?:ed?|es|ing)\b|\bled to\b|\bdue to\b|\bthanks to\b|\bresulted? (?:in|from)\b"
    r"|\bbecause of\b|\bbrought about\b|\bimpact of the project\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"ยังไม่ใช่ข้อพิสูจน์|ยังกล่าวไม่ได้|\bno proof\b|\bnot that\b", re.IGNORECASE)
PAIRED = make_finding("member_income", 100, 150, method="paired_mean")


def _design(finding: Finding) -> str:
    return load_method_rows()[finding.method].design.value


@pytest.mark.parametrize(
    ("method", "claim"),
    [
        ("typed_figure", "changed"),
        ("mean_of_known", "changed"),
        ("count", "changed"),
        ("paired_mean", "members_changed"),
        ("share_better", "members_changed"),
    ],
)
def test_the_design_of_a_method_gives_the_claim(method: str, claim: str) -> None:
    assert find_claim(replace(PAIRED, method=method)) == claim


def test_one_round_alone_says_what_is() -> None:
    assert find_claim(replace(PAIRED, difference=None, endline=None, missing="baseline_only")) == "is"


def test_a_hidden_finding_claims_nothing() -> None:
    assert find_claim(replace(PAIRED, suppressed=True)) == ""


def test_no_evidence_lifts_a_before_and_after_over_its_rung() -> None:
    assert find_claim(PAIRED, parallel=True, traced=True) == "members_changed"


def test_a_comparison_needs_parallel_trends_and_then_a_traced_chain_to_climb() -> None:
    rungs = [one for one in load_claims().values() if "compared" in one.designs]
    assert [sorted(one.needs) for one in rungs] == [[], ["parallel"], ["parallel", "traced"]]


def test_the_verb_of_a_sentence_is_that_of_its_rung() -> None:
    rose = judge_one(PAIRED)
    fell = judge_one(replace(PAIRED, difference=-5.0))
    assert (write_verb(rose, Language.EN), write_verb(fell, Language.TH)) == ("rose", "ลดลง")


VERB = re.compile(
    r"เพิ่มขึ้น|ลดลง|ดีขึ้น|แย่ลง|เท่าเดิม|คงเดิม|เพิ่มจาก|ลดจาก"
    r"|\b(?:rose|fell|grew|got better|got worse|up from|down from|earns? more|earns? less|stayed)\b",
    re.IGNORECASE,
)
PLACE = re.compile(r"\{\w+\}")
LABELS = {  # what stands alone beside a number or explains: no sentence says with it that something changed
    *(
        f"figures.{name}"
        for name in ("better", "worse", "same", "up", "down", "count_better", "count_worse", "count_same")
    ),
    *(
        f"figures.{name}"
        for name in ("income_better", "income_same", "income_worse", "key_rose", "key_fell", "key_same")
    ),
    *("figures.balance_tick", "figures.index_method", "pages.dimensions.index_help", "pages.guide.judged_help"),
    *("figures.some_largest_shown", "figures.some_leading_shown", "pages.start.sample.rice_mill"),
    *("tables.better", "tables.better_true", "tables.better_false", "every.better", "every.worse"),
    *("figures.changes_neither", "pages.overview.neither", "pages.dimension.neither"),  # what cannot be called
    *(
        "pages.material.added",
        "pages.sroi.break_even_above",
        "pages.sroi.priced_help",
        "figures.sroi_assumptions",
    ),  # estimates, settings
    *("figures.members_stayed", "figures.flow_members_subtitle"),  # who stayed, left and came
}


def test_no_sentence_has_a_verb_of_change_of_its_own() -> None:
    plain = {key: PLACE.sub(" ", f"{both.th} {both.en}") for key, both in load_words().items()}
    found = {key for key, text in plain.items() if VERB.search(text)}
    assert found == LABELS


def test_another_ladder_gives_every_title_and_answer_other_verbs(monkeypatch: pytest.MonkeyPatch) -> None:
    marked = {
        code: replace(claim, verbs={name: Text(f"<{code}>", f"<{code}>") for name in claim.verbs})
        for code, claim in load_claims().items()
    }
    monkeypatch.setattr("figures.verbs.load_claims", lambda: marked)
    content = (HOUSE / "data" / "samples" / "banana_weaving.xlsx").read_bytes()
    found = find_changes(open_project([InputFile("book.xlsx", content)]))
    answers = (answer_overview, answer_income, answer_members, answer_partners)
    assert all("<" in answer(found, Language.EN) for answer in answers)
    charts = [chart.key for chart in list_charts(found) if chart.available]
    titles = {key: default_texts(found, key, Language.EN).title for key in charts}
    assert [key for key, title in titles.items() if VERB.search(title)] == []
    assert "<members_changed>" in titles["income_shares"]
    assert "<changed>" in titles["members_flow"]


def _list_texts() -> Iterator[tuple[str, str]]:
    """Every sentence of the word lists; of the dictionary those of methods, caveats and claims."""
    yield from ((f"{key} {text}", text) for key, both in load_words().items() for text in (both.th, both.en))
    for name in ("methods", "caveats", "claims"):
        with (HOUSE / "dictionary" / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            for row in csv.DictReader(lines):
                yield from ((f"{name} {text}", text) for text in row.values() if text)


def test_no_sentence_of_the_word_lists_claims_a_cause() -> None:
    assert [place for place, text in _list_texts() if _claims_cause(text)] == []


def test_only_the_rungs_of_a_comparison_speak_of_the_project() -> None:
    for claim in load_claims().values():
        said = [verb[language] for verb in claim.verbs.values() for language in Language]
        assert not any(map(_claims_cause, said))
        if "compared" not in claim.designs:
            assert not any("โครงการ" in verb or "project" in verb for verb in said)


@pytest.mark.parametrize("sample", ["banana_weaving", "rice_mill"])
@pytest.mark.parametrize("language", list(Language))
def test_no_sentence_that_the_product_writes_claims_a_cause(sample: str, language: Language) -> None:
    content = (HOUSE / "data" / "samples" / f"{sample}.xlsx").read_bytes()
    found = find_changes(open_project([InputFile("book.xlsx", content)]))
    answers = (answer_overview, answer_income, answer_members, answer_partners)
    told = [*(answer(found, language) for answer in answers), *write_text(found, language).split("\n")]
    assert [line for line in told if _claims_cause(line)] == []


def _claims_cause(text: str) -> bool:
    return bool(CAUSAL.search(text)) and not DENIED.search(text)


def _chain(*links: tuple[str, str, str]) -> Chain:
    goal = Goal("ก", "count", Better.HIGHER, indicator=PAIRED.indicator)
    levels = {"act": "activity", "out": "output", "come": "outcome"}
    nodes = tuple(Node(name, level, (goal,) if name == "come" else (), SOURCE[0]) for name, level in levels.items())
    return Chain(nodes, tuple(Link(start, end, "", evidence, SOURCE[0]) for start, end, evidence in links))


@pytest.mark.parametrize(
    ("links", "traced"),
    [
        ([("act", "out", "x"), ("out", "come", "y")], {"member_income"}),
        ([("act", "out", ""), ("out", "come", "y")], set()),
        ([("out", "come", "y")], set()),
        ([("act", "come", "x"), ("out", "come", "")], set()),
        ([], set()),
    ],
)
def test_an_indicator_is_traced_where_every_link_on_the_way_has_evidence(
    links: list[tuple[str, str, str]], traced: set[str]
) -> None:
    assert find_traced(_chain(*links)) == traced
