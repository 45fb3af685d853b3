"""An exercise: a program with a bug of a named misconception, and how simulated students fare with it."""

from __future__ import annotations

from dataclasses import dataclass

from gadfly_server.grading.playing import Game, play
from gadfly_server.grading.transcript import Transcript

WEAK, MEDIUM = "guesser", "tracer"
SEEDS = tuple(range(4))
WEAK_TURNS, MEDIUM_TURNS = 4, 12
FAILS, SUCCEEDS = 0.5, 0.75  # at most this share of the weak students repairs it alone, at least this of the others


@dataclass(frozen=True, slots=True)
class Exercise:
    """``lesson`` is the program with its tests; ``line`` is where it is wrong, by which ``misconceptions``.

    ``alone`` is the share of weak students who repair it without help, ``taught`` that of medium ones with our hints,
    who need so many ``turns`` in the mean.
    """

    lesson: Transcript
    line: int
    misconceptions: tuple[str, ...]
    alone: float = 0.0
    taught: float = 0.0
    turns: float = 0.0

    @property
    def is_learnable(self) -> bool:
        """Whether it is neither too easy to learn from nor too hard to do: Vygotsky's zone, as far as this can tell."""
        return not self.is_too_easy and self.taught >= SUCCEEDS

    @property
    def is_too_easy(self) -> bool:
        """Whether weak students repair it alone too often."""
        return self.alone > FAILS

    @property
    def difficulty(self) -> tuple[float, float]:
        """Greater is harder: what medium students need, then how few weak ones do it alone."""
        return self.turns, -self.alone


def tried(exercise: Exercise) -> Exercise:
    """Let students try an exercise; a function of a module, since it may be done by other processes."""
    alone = play(Game(exercise.lesson, ("nobody",), (WEAK,), SEEDS, WEAK_TURNS))
    taught = play(Game(exercise.lesson, ("gadfly",), (MEDIUM,), SEEDS, MEDIUM_TURNS))
    return Exercise(
        exercise.lesson,
        exercise.line,
        exercise.misconceptions,
        sum(each.repaired for each in alone) / len(alone),
        sum(each.repaired for each in taught) / len(taught),
        sum(each.turns for each in taught) / len(taught),
    )
