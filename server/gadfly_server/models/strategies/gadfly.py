"""Ours: the planner chooses from what the run shows, and a model only words the question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_server.models.checked import Objecting, Told
    from gadfly_server.models.request import WordingRequest
    from gadfly_server.models.strategies.strategy import Asking, Prompting, View


@dataclass(frozen=True, slots=True)
class Gadfly:
    """Leaves the choice to the planner."""

    name: str = "gadfly"
    chooses: bool = False

    async def choose(self, _: View, __: Asking) -> str:
        """Nothing else than planned."""
        return ""

    async def word(self, _: WordingRequest, prompt: Prompting, objecting: Objecting, ask: Asking) -> Told | None:
        """The model's wording."""
        return await ask(prompt, objecting)
