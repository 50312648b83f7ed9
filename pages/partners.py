"""Partners: who supports whom with what and in which stage, who is new, stayed or ended, and what rests on one."""

from figures.wording import DOT
from ui.answers import answer_partners, detail_partners
from ui.charts import show_charts
from ui.layout import find_or_invite, show_answer, show_caveats
from ui.network import detail_dependence, list_dependence, show_ties
from ui.screens import list_details
from ui.session import language
from ui.tables import show_findings

KEYS = ("partners", "partners_new", "partners_continuing", "partners_ended", "partner_support")

findings = find_or_invite()
shown = list_details(findings, KEYS)
details = (detail_partners(findings, language()), detail_dependence(findings, language()))
show_answer(answer_partners(findings, language()), DOT.join(filter(None, details)))
show_caveats((*shown, *list_dependence(findings)))
show_charts("partners")
show_ties(findings)
show_findings(shown, "partners")
