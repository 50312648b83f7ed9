"""Income: the same members before and after, who earns more or less, and from which source."""

from ui.answers import answer_income, detail_income
from ui.certainty import show_certainty, show_whose_total
from ui.income_lines import show_income_lines
from ui.screens import show_details

KEYS = (
    "member_income",
    "member_income_median",
    "member_income_all",
    "member_income_total",
    "income_better_share",
    "income_same_share",
    "income_worse_share",
)

findings = show_details("income", KEYS, (answer_income, detail_income), filtered=True)
show_whose_total(findings)
show_certainty(findings)
show_income_lines(findings)
