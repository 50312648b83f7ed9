"""Effects, the balance of the dimensions and the index: nothing bad is hidden, no weight is silent."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from analysis.evidence.effects import read_effects
from analysis.evidence.index import weigh
from analysis.findings import Findings
from dictionary.nouns import Better, Dimension
from figures import chart_table, default_texts, draw_chart, list_charts, look
from figures.balance import list_balance
from figures.index_words import write_order
from figures.weighing import weigh_findings
from i18n import Language, word
from reports.findings_json import write_json
from tests.build import find
from tests.factories_chain import EFFECTS, make_records
from tests.factories_figures import CHANNELS, ROUNDS, make_finding, make_findings
from ui.cards import tell_levels
from ui.headlines import count_verdicts, list_headlines
from ui.store import Session
from ui.weights import keep_weights

FOUND = make_findings()


def random() -> np.random.Generator:
    return np.random.default_rng(7)


def test_bad_effects_come_first_in_their_dimension_and_none_is_left_out() -> None:
    effects = read_effects(make_records("effects", EFFECTS), ROUNDS)
    assert [(e.dimension, e.direction) for e in effects] == [
        (Dimension.ECONOMIC, "negative"),
        (Dimension.SOCIAL, "positive"),
        (Dimension.ENVIRONMENTAL, "negative"),
    ]
    assert [e.answered for e in effects] == [False, False, True]  # "not yet" is no answer
    assert effects[2].difference == 12


def test_an_effect_without_dimension_or_direction_is_shown_last_and_said() -> None:
    rows = ({"effect": "x"}, {"effect": "y", "dimension": "social", "direction": "positive"})
    effects = read_effects(make_records("effects", rows), ROUNDS)
    assert [e.name for e in effects] == ["y", "x"]
    found = replace(FOUND, evidence=replace(FOUND.evidence, effects=effects))  # type: ignore[type-var]
    drawn = [t for trace in draw_chart(found, "effects", look(Language.EN, "word")).data for t in trace.text or ()]
    assert word("effects.no_direction", Language.EN) in drawn
    assert any(word("figures.no_dimension", Language.EN) in text for text in drawn)


def test_good_and_bad_effects_have_boxes_of_one_width_and_like_weight() -> None:
    shapes = draw_chart(FOUND, "effects", look(Language.TH, "word")).layout.shapes
    assert {round(shape.x1 - shape.x0, 3) for shape in shapes} == {round(shapes[0].x1 - shapes[0].x0, 3)}
    assert len(shapes) == len(EFFECTS)


def test_the_balance_keeps_levels_apart_and_puts_an_indicator_where_the_chain_has_it() -> None:
    rows = {(row.dimension, row.level): (row.better, row.worse) for row in list_balance(FOUND)}
    assert rows[Dimension.ECONOMIC, "impact"] == (0, 1)  # household debt: an outcome in the dictionary
    assert rows[Dimension.ECONOMIC, "outcome"][0] >= 1
    assert rows[Dimension.ENVIRONMENTAL, "effects"] == (0, 1)


def test_figures_of_channels_stand_apart_and_do_not_drown_the_outputs() -> None:
    technology = FOUND.evidence.technology if FOUND.evidence else None
    assert technology is not None
    social = [row for row in list_balance(FOUND) if row.level == "channels"]
    counted = sum(row.better + row.worse + row.other for row in social)
    assert counted == len(technology.channels)
    without = replace(FOUND, findings=tuple(f for f in FOUND.findings if f not in CHANNELS.values()))
    kept = [row for row in list_balance(FOUND) if row.level != "channels"]
    assert kept == list(list_balance(without))


def test_every_square_of_the_balance_is_of_one_size() -> None:
    figure = draw_chart(FOUND, "balance", look(Language.TH, "word"))
    squares = [trace for trace in figure.data if trace.mode == "lines" and trace.line.width == 15]
    widths = {round(b - a, 6) for trace in squares for a, b in zip(trace.x[::3], trace.x[1::3], strict=True)}
    assert len(widths) == 1
    assert len({trace.line.width for trace in squares}) == 1


def test_equal_weights_give_the_mean_of_the_scores() -> None:
    changes = [make_finding("group_sales", 100, 200), make_finding("household_debt", 100, 50)]
    (one,) = weigh(changes, {}, random()).dimensions
    assert one.value == pytest.approx(100 * (0.5 + 0.5) / 2)
    assert {part.weight for part in one.parts} == {1}


def test_a_weight_of_zero_leaves_an_indicator_out_and_all_zero_leave_no_index() -> None:
    changes = [make_finding("group_sales", 100, 200), make_finding("household_debt", 50, 100)]
    (one,) = weigh(changes, {"household_debt": 0}, random()).dimensions
    assert one.value == pytest.approx(50)
    (none,) = weigh(changes, {"household_debt": 0, "group_sales": 0}, random()).dimensions
    assert (none.value, none.place) == (None, None)


def test_what_no_index_can_hold_is_named_with_the_reason() -> None:
    neither = make_finding("women_share", 0.5, 0.6)
    assert neither.indicator.better is Better.NEITHER
    ordinal = make_finding("participation_level", 2, 4)
    unknown = make_finding("group_sales", None, 4)
    left = weigh([neither, ordinal, unknown], {}, random()).left_out
    assert {one.key: why for one, why in left} == {
        "women_share": "neither",
        "participation_level": "ordinal",
        "group_sales": "unknown",
    }


def test_an_order_that_no_weights_can_change_is_called_firm() -> None:
    changes = [make_finding("group_sales", 100, 200), make_finding("stems_used", 200, 100)]
    index = weigh(changes, {}, random())
    assert index.same_order == 1
    assert "hardly" in write_order(index, Language.EN)


def test_an_order_that_hangs_on_the_weights_is_said_to() -> None:
    changes = [make_finding(key, 100, 200) for key in ("group_sales", "stems_used")]
    changes += [make_finding(key, 200, 100) for key in ("member_savings", "residue_diverted")]
    index = weigh(changes, {"group_sales": 1.2}, random())
    assert index.same_order is not None
    assert 0.4 < index.same_order < 0.6
    assert "Rank nothing by it" in write_order(index, Language.EN)


def test_the_same_seed_gives_the_same_ranges() -> None:
    changes = [f for f in FOUND.findings if not f.group]
    assert weigh(changes, {}, random()) == weigh(changes, {}, random())


def test_an_index_is_off_until_it_is_asked_for_and_then_in_all_findings_that_are_kept() -> None:
    session = Session()
    plain = weigh_findings(FOUND, None)
    session.found = {session.chosen(): plain}
    assert not next(c for c in list_charts(plain) if c.key == "index").available
    keep_weights(session, {"group_sales": 3.0})
    found = session.found[session.chosen()]
    assert next(c for c in list_charts(found) if c.key == "index").available
    table = chart_table(found, "index", Language.EN)
    assert table[table["Indicator"] == "Group sales revenue"]["Weight"].tolist() == [3.0]
    keep_weights(session, None)
    assert session.found[session.chosen()].evidence.index is None  # type: ignore[union-attr]


def test_json_has_chain_effects_dimensions_and_no_index_unless_asked() -> None:
    told = json.loads(write_json(weigh_findings(FOUND, None), Language.EN))
    assert {"nodes", "links", "gaps"} == set(told["chain"])
    assert [effect["effect"] for effect in told["effects"]] == [e.name for e in FOUND.evidence.effects]  # type: ignore[union-attr]
    assert told["index"] is None
    named = {"dimension", "level", "better", "worse", "other", "indicators", "sources"}
    assert named == set(told["dimensions"][0])
    weighed = json.loads(write_json(weigh_findings(FOUND, {}), Language.TH))
    assert all(part["weight"] == 1 for one in weighed["index"]["dimensions"] for part in one["indicators"])


def test_json_says_that_sdg_is_unverified_and_a_proxy_is_no_match() -> None:
    told = json.loads(write_json(FOUND, Language.EN))
    goals = [goal for node in told["chain"]["nodes"] for goal in node["indicators"]]
    members = next(goal for goal in goals if goal["indicator"] == "members_active")
    assert members["iris"]["fit"] == "proxy"
    assert members["sdg_unverified"] == ["8.5", "16.7"]
    table = chart_table(FOUND, "chain", Language.EN)
    tags = " ".join(str(tag) for tag in table["IRIS+ and SDG"])
    assert "near match, not the same" in tags
    assert "unverified" in tags


def test_without_any_evidence_the_charts_say_what_to_fill_in() -> None:
    bare = Findings("1", FOUND.project, ROUNDS, FOUND.findings)
    missing = {c.key: c.missing.en for c in list_charts(bare) if not c.available}
    assert "fill it in on the form" in missing["chain"]
    assert "good and bad ones" in missing["effects"]
    assert default_texts(bare, "balance", Language.EN).title


def test_a_card_does_not_count_twice_what_its_head_counts() -> None:
    rows = [["ตัวชี้วัด", "หน่วย", "ก่อน", "หลัง"], ["ป้ายที่ติด", "ป้าย", 4, 5], ["เวทีที่จัด", "เวที", 1, 3]]
    found = find({"ตัวชี้วัด": rows})
    said = count_verdicts(list_headlines(found, Dimension.SOCIAL), Language.TH)
    told = tell_levels(found, Dimension.SOCIAL, Language.TH, said)
    assert said == (word("figures.count_other", Language.TH, count=2),)
    assert said[0] in tell_levels(found, Dimension.SOCIAL, Language.TH)
    assert said[0] not in told
    assert told


def test_boxes_of_a_dimension_with_bad_effects_alone_take_the_whole_width() -> None:
    alone = {"effect": "x", "dimension": "social", "direction": "negative"}
    both = [{"effect": way, "dimension": "economic", "direction": way} for way in ("negative", "positive")]
    effects = read_effects(make_records("effects", (alone, *both)), ROUNDS)
    found = replace(FOUND, evidence=replace(FOUND.evidence, effects=effects))  # type: ignore[type-var]
    shapes = draw_chart(found, "effects", look(Language.TH, "word")).layout.shapes
    widths = sorted({round(shape.x1 - shape.x0) for shape in shapes})
    assert len(widths) == 2
    assert widths[1] > 2 * widths[0]


def test_the_title_of_the_balance_hides_no_bad_effect() -> None:
    title = default_texts(FOUND, "balance", Language.TH).title
    assert word("figures.count_bad", Language.TH, count=2) in title
