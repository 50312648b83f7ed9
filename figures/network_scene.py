"""The parts of the picture of the network, laid out one under the other in px."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.evidence.network import Network
from dictionary.nouns import Round
from figures.labels import Style, wrap_lines, wrap_parts
from figures.network_plan import NetworkPlan, plan_network
from figures.network_rows import list_rows, name_receivers
from figures.status_key import KeyItem, key_height, key_width, lay_key
from figures.theme import Look
from figures.ties import count_statuses
from figures.wording import DOT, write_round
from i18n import word
from i18n.numbers import write_number


@dataclass(frozen=True, slots=True)
class Scene:
    """The parts of the picture one under the other: heads, rows from ``top``, key and letters from ``foot`` (px).

    Where the canvas is low and wide the key stands between the heads.
    """

    plan: NetworkPlan
    heads: tuple[tuple[str, ...], tuple[str, ...]]
    key: tuple[KeyItem, ...]
    letters: tuple[str, ...]
    top: float
    is_key_above: bool
    look: Look

    @property
    def foot(self) -> float:
        """Px to what stands below the rows."""
        below = self.letters or not self.is_key_above
        return self.top + self.plan.height + (0.8 * self.look.canvas.label if below else 0)

    @property
    def key_at(self) -> tuple[float, float]:
        """The corner of the key: below the rows, or between the heads."""
        if not self.is_key_above:
            return 0.0, self.foot
        return (self.inner - key_width(self.key, self.look)) / 2, 0.0

    @property
    def letters_at(self) -> float:
        """Px to what the letters stand for."""
        return self.foot + (0 if self.is_key_above else key_height(self.key, self.look))

    @property
    def height(self) -> float:
        """Px of the whole."""
        return self.letters_at + len(self.letters) * small_style(self.look).line

    @property
    def inner(self) -> float:
        """Px between the edges."""
        return self.look.canvas.width - 2 * self.look.canvas.edge

    def x(self, place: int, side: int) -> float:
        """Where receivers end (0) or names of partners begin (1), on the side of a round."""
        return self.inner - self.plan.xs[place] if side else self.plan.xs[place]


def lay_scene(network: Network, rounds: tuple[Round, Round], look: Look, how: tuple[bool, bool, float]) -> Scene:
    """The scene with rows for sectors or partners, with or without what they give, and px between its rows."""
    by_sector, detailed, apart = how
    rows, receivers = list_rows(network, look.language, by_sector), name_receivers(network, look.language)
    plan = plan_network(rows, receivers, look, (detailed, apart))
    inner = look.canvas.width - 2 * look.canvas.edge
    bonds = count_statuses(bond.status for row in rows for bond in row.bonds.values())
    key = lay_key(tuple(bonds), look, inner)
    heads, between = _lay_heads(network, rounds, look, key)
    return Scene(
        plan,
        heads,
        key,
        wrap_parts(DOT.join(plan.key), small_style(look), inner) if plan.key else (),
        max(map(len, heads)) * plain_style(look).line + 0.6 * look.canvas.label,
        between,
        look,
    )


def _lay_heads(
    network: Network, rounds: tuple[Round, Round], look: Look, key: Sequence[KeyItem]
) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], bool]:
    """The lines above both sides, in one line each where the key stands between them; and whether it does."""
    heads = _head(network, rounds, 0, look), _head(network, rounds, 1, look)
    first, last = (f"{' '.join(head[:-1])}: {head[-1]}" for head in heads)
    inner = look.canvas.width - 2 * look.canvas.edge
    widest = max(bold_style(look).width(first), bold_style(look).width(last)) + look.canvas.label
    if (
        look.canvas.height
        and key_height(key, look) <= plain_style(look).line
        and 2 * widest + key_width(key, look) <= inner
    ):
        return ((first,), (last,)), True
    return heads, False


def plain_style(look: Look) -> Style:
    """The type of names."""
    return Style(look.canvas.label, look.palette.ink)


def small_style(look: Look) -> Style:
    """The type of details."""
    return Style(look.canvas.note, look.palette.quiet)


def bold_style(look: Look) -> Style:
    """The type of headings."""
    return Style(look.canvas.label, look.palette.ink, bold=True)


def _head(network: Network, rounds: tuple[Round, Round], side: int, look: Look) -> tuple[str, ...]:
    """The lines above a side: the round, then how many partners are there."""
    there = sum(bool(partner.present[side]) for partner in network.partners)
    width = (look.canvas.width - 2 * look.canvas.edge) / 2 - look.canvas.label
    lines = wrap_lines(write_round(rounds[side], look.language), plain_style(look), width)
    return (*lines, word("figures.organisations", look.language, n=write_number(there)))
