"""The charts of one unit of a material: right in every size and language, with long names, many things, and gaps."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import combinations

import pytest

from analysis.evidence import gather_evidence
from analysis.findings import Findings
from figures import chart_table, default_texts, describe_chart, draw_chart, list_charts, look
from figures.sizes import CANVASES
from i18n import Language
from tests.factories_figures import PROJECT
from tests.factories_figures import ROUNDS as DATED
from tests.material_rows import records_of
from tests.unit.test_figures_layout import text_boxes

HEAD = "from_node to_node basis use mass@baseline mass@endline value@endline\n"
LONG = "เศษเหลือจากการปั่นเส้นใยที่นำไปตากแดดบนลานของกลุ่มชุดที่"
SMALL = HEAD + "garden stem fresh - 20 20 -\nstem cloth fresh product 1 4 80\nstem heap fresh dumped 19 10 -\n"


def _many() -> str:
    """Twenty things with long names, on three steps, some of them hardly anything."""
    rows = ["สวน ต้นกล้วย fresh - 100 100 -"]
    for part in range(5):
        rows.append(f"ต้นกล้วย {LONG}{part} fresh - 18 18 -")
        for end, use in enumerate(("product", "reused", "dumped")):
            kg = f"{(part + 1) * (end + 1) * 0.3:.2f} {(5 - part) * (3 - end) * 0.25:.2f}"
            rows.append(f"{LONG}{part} {LONG}{part}_ใช้แบบที่{end} fresh {use} {kg} {10 * end}")
    return HEAD + "\n".join(rows) + "\n"


DATA = {
    "small": SMALL,
    "twenty long names": _many(),
    "nothing weighed before": HEAD + "garden stem fresh - - 20 -\nstem cloth fresh product - 4 80\n",
    "partly weighed": SMALL.replace("dumped 19 10", "dumped - 10"),
    "fresh and dry": SMALL + "stem wet fresh - 0 2 -\nwet pulp dry - 0 0.2 -\npulp paper dry product 0 0.1 9\n",
    "several roots": HEAD
    + "husk mat fresh product 1 2 9\nleaf mat fresh product 3 3 9\nleaf fire fresh burned 2 1 -\n",
    "tiny beside huge": HEAD + "a b fresh product 0.001 0.002 9\na c fresh dumped 5000 6000 -\n",
}


def _findings(text: str) -> Findings:
    evidence = gather_evidence(records_of(text), DATED, ())
    return Findings("1", PROJECT, DATED, (), evidence=evidence)


def _available(findings: Findings) -> list[str]:
    return [chart.key for chart in list_charts(findings) if chart.available]


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("canvas", CANVASES)
@pytest.mark.parametrize("language", Language)
def test_no_word_is_cut_and_none_covers_another(data: str, canvas: str, language: Language) -> None:
    findings = _findings(DATA[data])
    assert {"material", "material_uses"} <= set(_available(findings))
    for key in _available(findings):
        figure = draw_chart(findings, key, look(language, canvas))
        width = figure.layout.width or CANVASES[canvas].width
        boxes = text_boxes(figure, width)
        assert [box for box in boxes if box.x0 < -0.5 or box.x1 > width + 0.5] == []
        assert [box for box in boxes if not box.size * 0.6 < box.y < figure.layout.height - box.size * 0.4] == []
        assert [(key, a.text, b.text) for a, b in combinations(boxes, 2) if a.covers(b)] == []


@pytest.mark.parametrize("data", DATA)
@pytest.mark.parametrize("canvas", CANVASES)
def test_nothing_is_drawn_outside_the_picture(data: str, canvas: str) -> None:
    findings = _findings(DATA[data])
    for key in _available(findings):
        figure = draw_chart(findings, key, look(Language.TH, canvas))
        for trace in figure.data:
            names = [(trace[f"{axis}axis"] or axis).replace(axis, f"{axis}axis") for axis in "xy"]
            x, y = (figure.layout[name].range for name in names)
            assert all(min(x) <= value <= max(x) for value in trace.x)
            assert all(min(y) <= value <= max(y) for value in trace.y)


def test_both_rounds_are_drawn_on_one_scale() -> None:
    figure = draw_chart(_findings(SMALL), "material", look(Language.EN, "word"))
    bands = {trace.text: max(trace.y) - min(trace.y) for trace in figure.data if trace.hoverinfo == "text"}
    straight = {name: trace for trace in figure.data if (name := trace.text) in bands}
    heights = {name: abs(trace.y[0] - trace.y[-1]) for name, trace in straight.items()}
    assert heights["stem → heap 19 kg"] / heights["stem → heap 10 kg"] == pytest.approx(19 / 10)
    assert heights["stem → cloth 4 kg"] / heights["stem → heap 10 kg"] == pytest.approx(4 / 10)


def test_what_is_unaccounted_for_has_a_bar_of_its_own() -> None:
    texts = [box.text for box in text_boxes(draw_chart(_findings(SMALL), "material", look(Language.EN, "word")), 945)]
    assert "Unaccounted for" in texts
    assert "<b>6 kg</b>" in texts


def test_a_balance_that_does_not_hold_is_not_drawn_and_says_why() -> None:
    findings = _findings(SMALL.replace("19 10", "19 30"))
    chart = next(one for one in list_charts(findings, "material") if one.key == "material")
    assert "More weight" in chart.missing.en
    assert not chart.available


def test_a_project_without_flows_has_a_chart_to_miss_on_no_page() -> None:
    findings = Findings("1", PROJECT, DATED, ())
    assert list_charts(findings, "material") == ()


def test_the_table_behind_the_chart_has_every_flow_and_what_is_unaccounted_for() -> None:
    table = chart_table(_findings(SMALL), "material", Language.EN)
    assert table["Becomes"].tolist() == ["stem", "cloth", "heap", ""]
    assert table["Weight after (kg)"].tolist() == [20, 4, 10, 6]
    assert table["Cells"].iloc[1] == "flows!A3:G3"


def test_the_title_tells_the_share_and_beside_it_the_weights_where_unlike_amounts_go_in() -> None:
    title = default_texts(_findings(SMALL.replace("20 20 -", "20 40 -")), "material", Language.EN).title
    assert "rose from 5\u00a0% to 10\u00a0% of the fresh weight (1 → 4 kg)" in title
    assert "from 5\u00a0% to 20\u00a0%" in default_texts(_findings(SMALL), "material", Language.EN).title


def test_a_chart_is_told_in_words_to_those_who_do_not_see_it() -> None:
    assert "heap 19 → 10 kg" in describe_chart(_findings(SMALL), "material", Language.EN)


def test_invented_data_and_the_missing_comparison_are_said() -> None:
    texts = default_texts(replace(_findings(SMALL)), "material", Language.TH)
    assert "ข้อมูลสมมติ" in texts.source
    assert "ไม่ได้เทียบกับคนนอกโครงการ" in texts.note


def test_on_paper_the_way_of_an_end_is_left_out_before_ends_are_put_together() -> None:
    name = f"{LONG}ของสมาชิกทั้งหมู่บ้าน".__add__
    rows = [f"นา {name('ฟาง')} fresh - 650 650 -"]
    rows += [f"{name('ฟาง')} {name(f'ใช้{n}')} fresh reused 60 {90 - n} 90" for n in range(3)]
    rows += [f"{name('ฟาง')} {name(f'ต่อ{n}')} fresh processed 20 160 -" for n in range(2)]
    rows += [f"{name(f'ต่อ{n % 2}')} {name(f'ขาย{n}')} fresh product 6 {48 - n} 90" for n in range(4)]
    findings = _findings(HEAD + "\n".join([*rows, f"{name('ฟาง')} {name('เผา')} fresh burned 400 25 0"]) + "\n")
    figure = draw_chart(findings, "material", look(Language.TH, "half"))
    found = re.search(r"แสดงชื่อ (\d+) ปลายทาง", "".join(text for trace in figure.data for text in trace.text or ()))
    assert found is None or int(found[1]) >= 7


def test_the_note_counts_what_has_no_value_only_in_a_round_whose_value_is_told() -> None:
    head = HEAD.replace("value@endline", "value@baseline value@endline")
    rows = "a b fresh product 1 4 - 80\na c fresh reused 1 4 - 20\na d fresh product 1 4 {} -\n"
    only_after = default_texts(_findings(head + rows.format("-")), "material_uses", Language.EN).note
    assert "1 put to use after has no known value" in only_after
    assert "put to use before" not in only_after
    both = default_texts(_findings(head + rows.format("5")), "material_uses", Language.EN).note
    assert "2 put to use before have no known value and are not part of the value before" in both


@pytest.mark.parametrize("canvas", ["word", "half", "slide", "square"])
def test_the_value_of_an_end_stands_beside_its_weight_at_every_size(canvas: str) -> None:
    figure = draw_chart(_findings(SMALL), "material", look(Language.EN, canvas))
    told = [text for trace in figure.data if trace.mode == "text" for text in trace.text]
    assert any("80" in text and "baht" in text.lower() for text in told)
