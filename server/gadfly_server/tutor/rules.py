"""What a teacher lays down for the tutor: which levels there are, how soon, whom to turn to, and own questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gadfly_analyzers.misconceptions.misconception import Misconception
    from gadfly_server.tutor.turns import Dialogue

DIRECT, ANALOGUE, HAND_OVER = 4, 5, 6  # levels that tell something
DWELL = 2  # acts before the first of them
COOLDOWN = 2  # acts between them


@dataclass(frozen=True, slots=True)
class CourseQuestion:
    """A question of the course, or a ``misconception`` to ask about.

    It is asked about a failing test that shows one of the ``symptoms`` or calls one of the ``functions``; where
    neither are named, about any.
    """

    id: str
    text: str
    right: str
    wrong: tuple[str, ...] = ()
    why: str = ""
    level: int = 3
    symptoms: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()
    misconception: Misconception | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """``levels`` are those above 0 at which something may be said; steps are counted in acts (see ``gates``).

    ``start`` is the least level at which a dialogue starts (see ``remembered``), ``teacher`` whom to turn to and
    ``reach`` how.
    """

    levels: frozenset[int] = frozenset(range(1, HAND_OVER + 1))
    start: int = 2
    first_steps: int = DWELL
    cooldown: int = COOLDOWN
    teacher: str = ""
    reach: str = ""
    questions: tuple[CourseQuestion, ...] = ()

    def following(self, dialogue: Dialogue) -> int:
        """The next level that tells more than questions do; 0 if none is allowed."""
        reached = max(dialogue.level, DIRECT - 1)
        return next((level for level in range(reached + 1, HAND_OVER + 1) if level in self.levels), 0)
