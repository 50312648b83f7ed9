"""Results chain: the picture, how far the targets are, what is missing, and what each link rests on."""

from ui.chain import answer_chain, detail_chain, show_gaps, show_goals, show_links, take_chain
from ui.charts import show_charts
from ui.layout import show_answer

chain, findings = take_chain()
show_answer(answer_chain(chain, findings), detail_chain(chain))
show_charts("chain")
show_gaps(chain)
show_goals(chain)
show_links(chain)
