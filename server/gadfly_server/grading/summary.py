"""What a run comes to: for each tutor the mean of each score with its interval, and how the dialogues went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gadfly_server.grading.grade import NAMES
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.intervals import Estimate, estimate

DIALOGUE = ("solved", "arrived", "taught", "turns")  # of whole dialogues; the last is a count and no share
# What people judge by hand in the evaluation of TreeInstruct (Kargupta and others, 2024), by rules: its success is
# ``solved`` here, its length ``turns``, and a question has one of these if none of the scores behind it is 0.
BY_RULES = {
    "relevant": ("relevance", "location"),
    "indirect": ("concealment",),
    "logical": ("repetition", "patience", "level_fit"),
}


@dataclass(frozen=True)
class TutorSummary:
    """One tutor: how many dialogues, turns and problems, and its scores by name."""

    tutor: str
    dialogues: int
    turns: int
    problems: int
    scores: Mapping[str, Estimate | None]


def summaries(graded: Sequence[Graded]) -> list[TutorSummary]:
    """Sum up each tutor, in the order in which they come first."""
    tutors = dict.fromkeys(each.tutor for each in graded)
    return [_summary(tutor, [each for each in graded if each.tutor == tutor]) for tutor in tutors]


def _summary(tutor: str, graded: Sequence[Graded]) -> TutorSummary:
    scores = {name: estimate(values_of(graded, name)) for name in (*NAMES, *DIALOGUE, *BY_RULES)}
    problems = len({each.problem for each in graded})
    return TutorSummary(tutor, len(graded), sum(len(each.turns) for each in graded), problems, scores)


def values_of(graded: Sequence[Graded], name: str) -> dict[str, list[float]]:
    """Give all values of a score, by problem."""
    found: dict[str, list[float]] = {}
    for each in graded:
        found.setdefault(each.problem, []).extend(_values(each, name))
    return found


def _values(graded: Graded, name: str) -> list[float]:
    if name == "solved":
        return [] if graded.solved is None else [float(graded.solved)]
    if name == "taught":
        return [] if graded.taught is None else [graded.taught]
    if name == "turns":
        return [float(len(graded.turns))]
    if name == "arrived":
        return list(graded.values("location"))[-1:]
    if name in BY_RULES:
        judged = (turn for turn in graded.turns if any(score.value is not None for score in turn.scores.values()))
        return [float(all(turn.scores[each].value != 0 for each in BY_RULES[name])) for turn in judged]
    return list(graded.values(name))
