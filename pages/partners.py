"""Partners: how many agencies stand by the group, who is new, who stayed, and what they give."""

from ui.answers import answer_partners, detail_partners
from ui.screens import show_details

KEYS = ("partners", "partners_new", "partners_continuing", "partners_ended", "partner_support")

show_details("partners", KEYS, (answer_partners, detail_partners))
