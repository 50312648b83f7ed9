"""Use of the raw material: what one unit becomes before and after, by weight and value, and what is lost."""

from figures.told_evidence import tell_material
from ui.charts import show_charts
from ui.layout import find_or_invite, show_answer, show_caveats
from ui.material import answer_material, detail_material, show_estimates, show_flow_tables
from ui.session import language
from ui.way_on import show_way_on

findings = find_or_invite()
materials = findings.evidence.materials if findings.evidence else ()
behind = tell_material(materials[0]) if materials else ()
show_answer(answer_material(findings, language()), detail_material(findings, language()), behind)
if findings.evidence is None or not materials:
    show_way_on("flows")
else:
    show_caveats(behind)
    show_charts("material")
    show_flow_tables(materials)
    show_estimates(findings.evidence.avoided)
