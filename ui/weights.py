"""The weights of the index: kept with the session, and the index in all findings that are kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.store import Session

EQUAL = 1.0
HEAVIEST = 10.0


def keep_weights(session: Session, weights: dict[str, float] | None) -> None:
    """Weigh again what was found before; None takes the index away."""
    from figures.weighing import weigh_findings

    session.weights = weights
    session.found = {kept: weigh_findings(found, weights) for kept, found in session.found.items()}
