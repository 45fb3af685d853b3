"""What our server takes to start and holds when nothing happens, beside a pygls server that does nothing."""

from __future__ import annotations

from collections.abc import Iterator

from budgeting.clocks import cpu, resident
from budgeting.ratio import Ratio
from budgeting.server import GADFLY, PYGLS, Server
from keystroke import text_of

ROUNDS = 5


def start() -> Iterator[Ratio]:
    """Start both by turns; ours also shows what it finds in 500 lines."""
    text = text_of(500)
    spent, held = [], []
    empty_spent, empty_held = [], []
    for _ in range(ROUNDS):
        with Server(GADFLY) as ours:
            ours.open(text)
            spent.append(1000 * cpu(ours.pid))
            held.append(resident(ours.pid))
        with Server(PYGLS) as empty:
            empty_spent.append(1000 * cpu(empty.pid))
            empty_held.append(resident(empty.pid))
    against = "a pygls server without a feature"
    yield Ratio("start to first diagnostics", min(spent), min(empty_spent), "ms CPU", against)
    yield Ratio("memory when idle", min(held), min(empty_held), "MiB", against)
