"""What a comparison gives where a whole part is not there, and which cells it names."""

from __future__ import annotations

import pandas as pd

from analysis import compare_rounds
from dictionary.nouns import Better, Dimension, Indicator, Source
from dictionary.observations import COLUMNS
from i18n import Text
from tests.observe import PLACES, ROUNDS, compare, find, join_frames, observe, read_table

MEMBERS = "unit baseline endline\nm1 1 1\nm2 1 0\nm3 0 1"


def test_nothing_observed_finds_nothing() -> None:
    compared = compare_rounds(pd.DataFrame(columns=list(COLUMNS)), ROUNDS, {}, PLACES)
    assert (compared.findings, compared.pairs, compared.excluded) == ((), {}, ())


def test_only_what_was_observed_is_found() -> None:
    keys = {finding.indicator.key for finding in compare(observe("members_active", read_table(MEMBERS))).findings}
    assert keys == {"members_active", "members_new", "members_left", "member_retention"}


def test_years_of_birth_are_no_measure_and_stop_none() -> None:
    members = observe("members_active", read_table(MEMBERS))
    born = observe("member_birth_year", read_table("unit baseline\nm1 1970\nm2 1985"))
    assert compare(members, born).findings == compare(members).findings


def test_a_round_that_was_not_recorded_is_missing_and_not_zero() -> None:
    compared = compare(observe("members_active", read_table("unit baseline\nm1 1\nm2 1")))
    active = find(compared, "members_active")
    assert (active.baseline, active.endline, active.difference, active.missing) == (2, None, None, "baseline_only")
    assert find(compared, "members_new").endline is None


def test_no_pairs_at_all_are_missing_and_listed() -> None:
    compared = compare(observe("member_income", read_table("unit baseline endline\nm1 100 .\nm2 . 200")))
    income = find(compared, "member_income")
    assert (income.baseline, income.difference, income.n_pairs, income.missing) == (None, None, 0, "no_pairs")
    assert find(compared, "member_income_all").difference == 200 - 100
    assert len(compared.excluded) == 2


def test_every_number_leads_back_to_its_cells() -> None:
    compared = compare(observe("member_income", read_table("unit baseline endline\nm1 100 150\nm2 - 80\nm3 300 350")))
    cells = ("E2", "E4", "F2", "F4")
    assert find(compared, "member_income").sources == (Source("test.xlsx", "sheet", cells),)
    assert find(compared, "member_income_all").sources == (Source("test.xlsx", "sheet", ("E2", "E4", "F2:F4")),)
    assert all(finding.sources for finding in compared.findings if not finding.suppressed)


def test_a_group_leads_back_to_its_own_cells() -> None:
    table = "unit sector baseline endline\np1 government 1 1\np2 education 1 1\np3 government 0 1"
    compared = compare(observe("partners", read_table(table)))
    (source,) = find(compared, "partners", (("sector", "government"),)).sources
    assert source.ranges == ("E2", "E4", "F2", "F4")


def test_a_unit_left_out_is_shown_by_the_cells_at_fault() -> None:
    table = "unit income_source baseline endline\nm1 a 100 150\nm2 a 100 -\nm2 b 50 60\nm3 a 70 ."
    listed = {
        line.unit: (line.reason, line.ranges) for line in compare(observe("member_income", read_table(table))).excluded
    }
    assert listed == {"m2": ("endline_unknown", ("F3:F4",)), "m3": ("baseline_only", ("E5",))}


def test_members_without_any_income_row_are_listed_by_the_cells_of_their_membership() -> None:
    compared = compare(
        observe("members_active", read_table(MEMBERS)),
        observe("member_income", read_table("unit baseline endline\nm1 100 150\nm2 100 -")),
    )
    listed = {line.unit: line.reason for line in compared.excluded if line.indicator == "member_income"}
    assert listed == {"m2": "baseline_only", "m3": "not_stated"}


def test_an_unstated_sex_of_everybody_is_no_share_and_no_list() -> None:
    compared = compare(observe("members_active", read_table(MEMBERS)))
    assert not any(finding.indicator.key == "women_share" for finding in compared.findings)
    assert compared.excluded == ()


def test_a_group_stated_in_one_round_serves_for_the_other() -> None:
    before = observe("members_active", read_table("unit village baseline\n" + "\n".join(f"m{n} v 1" for n in range(6))))
    after = observe("members_active", read_table("unit endline\n" + "\n".join(f"m{n} 1" for n in range(6))))
    assert find(compare(before, after), "members_active", (("village", "v"),)).endline == 6


def test_a_target_of_the_summary_sheet_stands_beside_what_is_computed_from_rows() -> None:
    target = observe("", read_table("indicator target\nmembers_active 50"), typed=True)
    compared = compare(observe("members_active", read_table(MEMBERS)), target)
    assert find(compared, "members_active").target == 50


def test_an_indicator_of_the_users_own_is_compared() -> None:
    own = Indicator("custom_1", Text("ลายผ้า", "ลายผ้า"), "ลาย", Dimension.SOCIAL, Better.HIGHER)
    figures = observe("", read_table("indicator baseline endline\ncustom_1 2 7"), typed=True)
    finding = find(compare(figures, indicators={"custom_1": own}), "custom_1")
    assert (finding.difference, finding.better, finding.unit) == (7 - 2, True, "ลาย")


def test_pairs_behind_a_finding_carry_no_order_of_the_sheet() -> None:
    compared = compare(
        observe("member_income", read_table("unit baseline endline\nm1 300 1\nm2 100 2\nm3 200 3\nm4 5 ."))
    )
    pairs = compared.pairs["member_income"]
    assert pairs.baseline.tolist() == [100, 200, 300]
    assert pairs.endline.tolist() == [2, 3, 1]
    assert (pairs.n_baseline_only, pairs.n_endline_only) == (1, 0)


def test_plain_text_columns_serve_as_well_as_categories() -> None:
    frame = join_frames([observe("members_active", read_table(MEMBERS))])
    text = frame.astype(dict.fromkeys(("indicator", "unit", "round", "sex", "village"), object))
    assert compare_rounds(text, ROUNDS, {}, PLACES) == compare_rounds(frame, ROUNDS, {}, PLACES)


def test_totals_of_other_units_are_no_change() -> None:
    """Nothing known fell: 100,000 became unknown and 3,000 became known."""
    frames = (
        observe("partners", read_table("unit sector baseline endline\na x 1 1\nb y 1 1\nc z 0 1")),
        observe("partner_support", read_table("unit sector baseline endline\na x 100000 -\nb y - 3000\nc z . 0")),
    )
    compared = compare(join_frames(frames))
    total = find(compared, "partner_support")
    assert (total.baseline, total.endline, total.difference, total.better) == (100_000, 3_000, None, None)
    assert total.missing == "baseline_unknown"
    assert find(compared, "partner_support", (("sector", "z"),)).endline == 0


def test_nobody_is_said_to_have_stayed_where_most_are_not_known() -> None:
    table = "unit baseline endline\nm1 1 1\nm2 - 1\nm3 1 0\nm4 - 1"
    kept = find(compare(observe("members_active", read_table(table))), "member_retention")
    assert (kept.endline, kept.missing) == (None, "baseline_unknown")
