"""A grading run of any size, event by event: who is busy, what dies, what is done again, and what is waited for.

One client hands programs out, so that a few wait at each worker, and writes each result down; the scheduler passes
each program on, one after another; workers take as long as was measured, and die by chance. Seconds throughout.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Sequence
from dataclasses import dataclass

SEED = 8


@dataclass(frozen=True)
class Measured:
    """What one program was measured to cost: ``work`` on a core (a sample), and of scheduler and client each."""

    work: Sequence[float]
    scheduler: float
    client: float


@dataclass(frozen=True)
class Told:
    """How a simulated run went: how long, which share of it each part was busy, how many programs were done twice."""

    seconds: float
    workers: float
    scheduler: float
    client: float
    again: int


def simulate(programs: int, workers: int, measured: Measured, deaths_per_hour: float = 0.0, waiting: int = 4) -> Told:
    """Run so many programs on so many workers, each of which dies so often and is replaced at once."""
    chance = random.Random(SEED)
    rate = deaths_per_hour / 3600
    passed = client = busy = 0.0  # until when the scheduler and the client have something to do; what workers did
    left, done, again = programs, 0, 0
    events: list[tuple[float, int]] = []  # when a worker's next program is done, or it dies over it: the worker
    free = [0.0] * workers

    def hand_out(now: float, worker: int) -> None:
        nonlocal passed, left, busy, again
        passed = max(passed, now) + measured.scheduler
        begins = max(passed, free[worker])
        takes = chance.choice(measured.work)
        if rate and chance.random() < 1 - 2.718281828459045 ** (-rate * takes):
            again += 1  # it is lost at the end, at worst, and done once more
            busy += takes
            begins, takes = begins + takes, chance.choice(measured.work)
        busy += takes
        free[worker] = begins + takes
        left -= 1
        heapq.heappush(events, (free[worker], worker))

    for _ in range(waiting):
        for worker in range(workers):
            if left:
                hand_out(0.0, worker)
    while done < programs:
        now, worker = heapq.heappop(events)
        client = max(client, now) + measured.client
        done += 1
        if left:
            hand_out(client, worker)
    whole = max(client, passed, *free)
    return Told(
        whole, busy / whole / workers, programs * measured.scheduler / whole, programs * measured.client / whole, again
    )
