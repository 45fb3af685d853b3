"""What the conversations of one process have in common: warm interpreters, turns, and who may come."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from gadfly_server.lsp.guests import Guests
from gadfly_server.lsp.metrics import Metrics
from gadfly_server.lsp.roster import Roster

if TYPE_CHECKING:
    from gadfly_analyzers.execution.runner import Runner
    from gadfly_analyzers.execution.turns import Turns
    from gadfly_analyzers.execution.warm import Warm


@dataclass
class Shared:
    """One for all conversations of a process; ``places`` runs go on at once.

    Where the ``roster`` has a secret, each client has to say which student it is, and to prove it with a token.
    ``most`` is how many clients may be there at a time, 0 for any number.
    """

    places: int
    roster: Roster = field(default_factory=Roster)
    most: int = 0
    metrics: Metrics = field(default_factory=Metrics)
    _warm: Warm | None = None
    _turns: Turns | None = None
    _numbers: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def runner(self, student: str) -> Runner:
        """A runner for one conversation; nothing that runs programs is imported before the first one needs it."""
        from gadfly_analyzers.execution.runner import Runner  # noqa: PLC0415 - not needed for the first diagnostics
        from gadfly_analyzers.execution.turns import Turns  # noqa: PLC0415 - the same
        from gadfly_analyzers.execution.warm import Warm  # noqa: PLC0415 - the same

        if self._warm is None or self._turns is None:
            self._warm, self._turns = Warm(), Turns(self.places, self.metrics.turn)
            self.metrics.watch(self._turns)
        return Runner(self._warm, self._turns, student or f"client {next(self._numbers)}")

    @cached_property
    def guests(self) -> Guests:
        """Who is there."""
        return Guests(self.most, self.metrics.clients)

    async def close(self) -> None:
        """End the warm interpreters."""
        if self._warm is not None:
            await self._warm.close()
