"""Partners: who supports whom with what and in which stage, who is new, stayed or ended, and what rests on one."""

from figures.told_evidence import tell_dependence
from figures.wording import DOT
from ui.answers import answer_partners, detail_partners
from ui.layout import find_or_invite, show_answer, show_caveats, show_typed
from ui.network import KEYS, detail_dependence, list_dependence, show_view
from ui.screens import list_details
from ui.session import language

findings = find_or_invite()
details = (detail_partners(findings, language()), detail_dependence(findings, language()))
behind = [one for one in list_details(findings, KEYS) if not one.group]
rests = [told for one in list_dependence(findings) for told in tell_dependence(one)]
show_answer(answer_partners(findings, language()), DOT.join(filter(None, details)), [*behind, *rests])
show_caveats((*list_details(findings, KEYS), *list_dependence(findings)))
show_typed(findings, behind)
show_view(findings)
