"""One simulated student at work: it takes hints in, tries edits of its own, and doubts what it believes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from gadfly_analyzers.attempts.attempt import Attempt, Attempts
from gadfly_server.grading.students.answering import Person
from gadfly_server.grading.students.attention import Hint, led_to, weights
from gadfly_server.grading.tutors.protocol import Reply

REMEMBERED = 4  # hints
TRUSTED = 0.1  # of the weight of an edit where the student reads the program by its misconception, and does not know it
FEW = 3  # lines: who is shown more is not shown a place


@dataclass(frozen=True)
class Learner:
    """What a person has heard of one version of a program, and tried on it.

    ``misread`` are the lines that its misconception is about, until somebody makes it doubt them.
    """

    person: Person
    known: Attempts
    misread: frozenset[int] = frozenset()
    hints: tuple[Hint, ...] = ()
    tried: frozenset[int] = field(default_factory=frozenset)

    def hears(self, reply: Reply) -> Learner:
        """Take a hint in; it doubts its reading of lines once an answer of its own was wrong, or it is led to them."""
        place = (reply.place.line, reply.place.end_line) if reply.place else None
        hint = Hint(" ".join([reply.text, *reply.choices]), place, earlier=tuple(hint.text for hint in self.hints))
        doubts = reply.marked == "wrong" or bool(led_to(hint, self.known, FEW) & self.misread)
        hints = (*self.hints, hint)[-REMEMBERED:] if hint.text.strip() else self.hints
        return replace(self, hints=hints, misread=frozenset() if doubts else self.misread)

    def tries(self, round_: int) -> tuple[Learner, Attempt | None]:
        """Try some edits that it has not tried yet; gives the first that leads on, which it keeps."""
        weighed = self._weights()
        tried = set(self.tried)
        for go in range(self.person.student.tries):
            chosen = _drawn(weighed, tried, self.person.chance(round_, go, "try"))
            if chosen is None:
                break
            tried.add(chosen)
            if self.known.every[chosen].helps:
                return replace(self, tried=frozenset(tried)), self.known.every[chosen]
        return replace(self, tried=frozenset(tried)), None

    def _weights(self) -> list[float]:
        person = self.person
        weighed = weights(self.known, self.hints, person.student, person.seed)
        pairs = zip(weighed, self.known.every, strict=True)
        return [weight * (TRUSTED if each.line in self.misread else 1.0) for weight, each in pairs]


def _drawn(weighed: list[float], tried: set[int], drawn: float) -> int | None:
    """Choose one that was not tried, in proportion to its weight; ``drawn`` is a number from 0 to 1."""
    left = [(number, weight) for number, weight in enumerate(weighed) if weight > 0 and number not in tried]
    reached = drawn * sum(weight for _, weight in left)
    for number, weight in left:
        reached -= weight
        if reached < 0:
            return number
    return left[-1][0] if left else None
