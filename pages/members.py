"""Members: who was active before and after, who came and who left, by village and sex."""

from ui.answers import answer_members, detail_members
from ui.screens import show_details

KEYS = ("members_active", "members_new", "members_left", "member_retention", "women_share")

show_details("members", KEYS, (answer_members, detail_members), filtered=True)
