"""Searches better weights for the choice of questions: simulated students are the judges of which tutor teaches faster.

From the usual weights, each is made smaller and greater in turn, all of these are played on the same lessons with the
same students and seeds, and the best of them is where the next round begins: a coordinate search (steepest descent).
Since chance has a part in which is best, what was found is reported on other lessons than those it was found on.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from gadfly_server.grading.files import Unreadable, text_of
from gadfly_server.grading.intervals import Estimate, estimate
from gadfly_server.grading.playing import BY_NAME, Game, Played, play
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.tutors.choosing import OURS
from gadfly_server.tutor.weights import USUAL, Weights

TUNED = ("surprise", "contradiction", "departure", "answered", "seen", "shown")  # the others never come up in a lesson
TIMES = (0.25, 4.0)
Costs = dict[Weights, dict[str, list[float]]]


@dataclass(frozen=True)
class Plan:
    """What is played for each choice of weights; a dialogue in which nothing is repaired costs a turn more than all."""

    seeds: tuple[int, ...] = (0, 1)
    turns: int = 12
    students: tuple[str, ...] = tuple(BY_NAME)


@dataclass(frozen=True)
class Tuned:
    """What came of a search: the weights, the turns that they save on the lessons of the search and on others.

    Negative is better; the intervals (95 %) are drawn over problems.
    """

    weights: Weights
    searched: Estimate | None
    held_out: Estimate | None
    tried: int


def tune(  # noqa: PLR0913 # all but the first two are by name
    lessons: Sequence[Transcript],
    others: Sequence[Transcript],
    *,
    plan: Plan = Plan(),  # frozen
    rounds: int = 2,
    pool: Pool = Pool(),  # noqa: B008 # frozen
    tell: Callable[[str], None] = lambda _: None,
) -> Tuned:
    """Search weights on ``lessons``, and compare them with the usual ones on the ``others``."""
    if both := {each.problem for each in lessons} & {each.problem for each in others}:
        raise Unreadable(f"The problem {min(both)} is in both sets; what is found on one must be measured on others.")
    best, costs = USUAL, Costs()
    for number in range(1, rounds + 1):
        wanted = [each for each in (best, *neighbours(best)) if each not in costs]
        costs |= costs_of(lessons, wanted, plan, pool)
        before, best = best, min(costs, key=lambda each: (_mean(costs[each]), each != USUAL))
        found, usual = _mean(costs[best]), _mean(costs[USUAL])
        tell(f"Round {number}: {found:.2f} turns a dialogue, {usual:.2f} with the usual weights.")
        if best == before:
            break
    held_out = costs_of(others, list(dict.fromkeys((USUAL, best))), plan, pool)
    gains = [estimate(_differences(some[best], some[USUAL])) for some in (costs, held_out)]
    return Tuned(best, gains[0], gains[1], len(costs))


def neighbours(weights: Weights) -> Iterator[Weights]:
    """Give the weights with one of them smaller or greater."""
    for name in TUNED:
        for times in TIMES:
            yield replace(weights, **{name: getattr(weights, name) * times})


def costs_of(lessons: Sequence[Transcript], wanted: Sequence[Weights], plan: Plan, pool: Pool) -> Costs:
    """Play lessons with each of some weights; gives the turns of all dialogues by problem."""
    found: Costs = {each: {} for each in wanted}
    games = [Game(each, (OURS,), plan.students, plan.seeds, plan.turns, tuple(wanted)) for each in lessons]
    for played in pool.in_order(play, games):
        share = len(played) // len(wanted)
        for at, weights in enumerate(wanted):
            for each in played[at * share : (at + 1) * share]:
                found[weights].setdefault(each.problem, []).append(_cost(each, plan.turns))
    return found


def _cost(played: Played, most: int) -> float:
    return float(played.turns if played.repaired else most + 1)


def _mean(costs: Mapping[str, Sequence[float]]) -> float:
    every = [each for some in costs.values() for each in some]
    return sum(every) / len(every)


def _differences(costs: Mapping[str, Sequence[float]], usual: Mapping[str, Sequence[float]]) -> dict[str, list[float]]:
    """Compare dialogue by dialogue: the same student, seed and lesson."""
    return {name: [a - b for a, b in zip(costs[name], usual[name], strict=True)] for name in costs}


def written(weights: Weights) -> str:
    """Give weights as JSON."""
    return json.dumps(asdict(weights), indent=1) + "\n"


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and math.isfinite(value)


def weights_in(path: Path) -> Weights:
    """Read what ``written`` gave; raises ``Unreadable``."""
    try:
        told = json.loads(text_of(path))
    except ValueError as error:
        raise Unreadable(f"{path} is no JSON: {error}") from error
    if not isinstance(told, dict):
        raise Unreadable(f"{path} must hold one JSON object: what gadfly grade tune wrote.")
    known = [each.name for each in fields(Weights)]
    wrong = [name for name, value in told.items() if name not in known or not _is_number(value)]
    if wrong:
        raise Unreadable(f"{path}: {wrong[0]!r} is no weight, or no number. There are {', '.join(known)}.")
    return Weights(**told)
