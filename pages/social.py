"""Social: what changed in the social dimension."""

from dictionary.nouns import Dimension
from ui.screens import show_dimension

show_dimension(Dimension.SOCIAL)
