"""What comes of trying changed versions of a program, as plain values that say nothing of the changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

# Edits: half-open byte spans of the program's text and what stands there instead, sorted, none overlapping another.
Candidate = Sequence[tuple[int, int, bytes]]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one candidate that changed something for the better.

    ``number`` counts the candidates given from 0; ``passed`` are tests that failed on the student's program and pass
    now, ``broken`` those that passed and do not now (the first one found ends the trial), and ``farther`` those that
    still fail, but at a later line of the test. ``whole`` tells that every test of the run was tried and passes.
    ``cut`` are tests that failed and might pass now, had they not been stopped for the steps they take.
    ``met`` are lines that were asked about, and that a test which failed comes to now.
    """

    number: int
    passed: frozenset[str]
    broken: frozenset[str]
    farther: frozenset[str]
    whole: bool
    cut: frozenset[str] = frozenset()
    met: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Trials:
    """All that one search showed.

    ``verdicts`` are in the candidates' order, and only of those with something passed, farther or met.
    ``reached`` candidates were looked at, from the first on; ``tried`` of these could be run at all.
    ``steps`` counts their loop passes and calls, and what it takes to load them in such steps.
    ``complete`` is false if the budget did not suffice; ``hurried`` tells that it was the seconds that did not, so that
    more may come of the same in a calmer hour.
    ``failing`` and ``passing`` are the tests that can be run here, and do here as they did in the run.
    ``baseline`` is how the program as it is went here, for whoever tries more of it.
    """

    verdicts: tuple[Verdict, ...] = ()
    reached: int = 0
    tried: int = 0
    steps: int = 0
    seconds: float = 0.0
    complete: bool = True
    hurried: bool = False
    failing: frozenset[str] = frozenset()
    passing: frozenset[str] = frozenset()
    baseline: Mapping[str, Any] | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Budget:
    """How much a search may use, over all its ``processes``.

    ``steps`` are loop passes and calls, of which the loading of each candidate counts as some: the same however busy
    the machine is. A free core of this decade takes about a second for 4 million. ``seconds`` is the outer bound.
    ``suffices`` has candidates that are enough if they make every test pass, each with the first one that is not worth
    trying then.
    """

    candidates: int = 4_000
    steps: int = 40_000_000
    seconds: float = 4.0
    processes: int = 1
    suffices: Mapping[int, int] = field(default_factory=dict)

    def without(self, trials: Trials) -> Budget:
        """Give what is left after trials."""
        return Budget(
            max(self.candidates - trials.reached, 0),
            max(self.steps - trials.steps, 0),
            max(self.seconds - trials.seconds, 0.0),
            self.processes,
        )
