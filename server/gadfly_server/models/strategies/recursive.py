"""After the Socratic questioning of Qi et al. (EMNLP 2023): split a question until what is left can be answered.

The question that was split stays unasked, so it comes again once the smaller ones are answered.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_server.models.strategies import roles
from gadfly_server.models.strategies.gadfly import Gadfly

if TYPE_CHECKING:
    from gadfly_server.models.checked import Told
    from gadfly_server.models.strategies.strategy import Asking, Candidate, View

MOST_SPLITS = 3  # of one question, one below the other


@dataclass(frozen=True, slots=True)
class Recursive(Gadfly):
    """Asks for smaller questions as long as the model holds the one that is to come for too hard."""

    name: str = "recursive"
    chooses: bool = True

    async def choose(self, view: View, ask: Asking) -> str:
        """The smallest question of those that were split off."""
        question = view.candidate(view.planned)
        left = [each for each in view.candidates if each.id != view.planned]
        for _ in range(MOST_SPLITS):
            if question is None or not left:
                break
            smaller = await _split(view, question, left, ask)
            if smaller is None:
                break
            question = smaller
            left = [each for each in left if each.id != smaller.id]
        return question.id if question else ""


async def _split(view: View, question: Candidate, some: list[Candidate], ask: Asking) -> Candidate | None:
    """The question that comes before another; ``None`` if that one can be answered."""

    async def objecting(told: Told) -> str:
        fits = told.get("answerable") is True or roles.chosen(told, some) is not None
        return "" if fits else "names none of the questions"

    told = await ask(roles.splitter(view, question, some), objecting)
    return None if not told or told.get("answerable") is True else roles.chosen(told, some)
