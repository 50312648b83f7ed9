"""Results chain: the picture, how far the targets are, what is missing, and what each link rests on."""

from ui.chain import show_chain

show_chain()
