"""From a right program and its tests to exercises, the easiest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from gadfly_analyzers.execution.interpreter import find_interpreter
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.workers import warmly
from gadfly_analyzers.source import Source
from gadfly_analyzers.variants.making import Workshop
from gadfly_analyzers.variants.variant import Variant
from gadfly_server.grading.files import Unreadable
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.practice.exercise import Exercise, tried
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.workplace import workplace


def exercises(
    lesson: Transcript, most: int, pool: Pool, tell: Callable[[Exercise], None] = lambda _: None
) -> list[Exercise]:
    """Make so many exercises at most, of as many misconceptions as can be; ``lesson`` is the program as it is right.

    ``tell`` hears of each that was tried, learnable or not. Raises ``Unreadable`` if the program is not right.
    """
    waiting = list(_spread(warmly(lambda runner: _variants(lesson, runner))))
    proposed = [_exercise(lesson, number, each) for number, each in enumerate(waiting, 1)]
    found: list[Exercise] = []
    for each in pool.in_order(tried, proposed):
        tell(each)
        found += [each] if each.is_learnable else []
        if len(found) == most:
            break
    return sorted(found, key=lambda each: each.difficulty)


async def _variants(lesson: Transcript, runner: Runner) -> Sequence[Variant]:
    with workplace(lesson, lesson.program) as assignment:
        interpreter = find_interpreter(assignment.root)
        if not isinstance(interpreter, Path):
            raise Unreadable(interpreter.message)
        run = await runner.run(assignment, interpreter=interpreter, limits=hasty(Limits()))
        if not run.agrees or run.problems or not run.tests:
            problems = [*run.problems, *([run.cut] if run.cut else ())]
            wrong = [*(problem.message for problem in problems), *(f"{test.name} fails." for test in run.failing)]
            told = wrong[0] if wrong else "there are no tests."
            raise Unreadable(f"{lesson.module}.py must be right, with tests that pass, to make exercises from: {told}")
        return await Workshop(assignment, runner, interpreter).variants(Source.parse(lesson.program))


def _spread(found: Sequence[Variant]) -> Iterator[Variant]:
    """Take one of each misconception in turn."""
    groups: dict[str, list[Variant]] = {}
    for each in found:
        groups.setdefault(each.misconceptions[0], []).append(each)
    return (each for some in zip_longest(*groups.values()) for each in some if each is not None)


def _exercise(lesson: Transcript, number: int, variant: Variant) -> Exercise:
    told = {
        "id": f"{lesson.id}-{number}",
        "program": variant.text,
        "repairs": (lesson.program,),
        "faulty": (variant.line,),
    }
    return Exercise(lesson.model_copy(update=told), variant.line, variant.misconceptions)
