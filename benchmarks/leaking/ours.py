"""What Gadfly itself can say of programs: how much would leak, what becomes of that, and how long a verdict takes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.barred import barring
from gadfly_server.tutor.dialogue import begin
from gadfly_server.tutor.facts import facts_of
from gadfly_server.tutor.planner import plan
from leaking.sayings import MOST_ANSWERS, Saying, right, sayings, wrong
from localize.programs import Program


@dataclass(frozen=True)
class Verdicts:
    """The verdicts on all that can be said of one program: what leaks, and the milliseconds that each took and cost."""

    leaking: tuple[Saying, ...]
    said: int
    turns: int
    clock: tuple[float, ...]
    busy: tuple[float, ...]


@dataclass(frozen=True)
class Told:
    """What came of one program: ``asks`` and ``asks_best`` tell of the dialogue in which nothing that leaks is said.

    ``leaked`` are turns that were shown although they leak.
    """

    set: str
    name: str
    verdicts: Verdicts
    asks: bool
    asks_best: bool
    leaked: tuple[str, ...]


async def told(programs: Sequence[Program]) -> list[Told]:
    """Let Gadfly say everything about every program."""
    async with Runner() as runner:
        return [await _told(program, runner) for program in programs]


async def _told(program: Program, runner: Runner) -> Told:
    session = Session(program.folder / "program.py", runner)
    await session.refresh(Source.parse(program.text))
    assert session.examination is not None
    assert session.examination.checker is not None
    facts = facts_of(session.examination)
    judged = await verdicts(sayings(session.examination, facts), session.examination.checker)
    best = plan(facts)[:1]
    left = barring(facts, [text for _, _, text in judged.leaking])
    return Told(
        program.set,
        program.name,
        judged,
        begin(left).question is not None,
        plan(left)[:1] == best,
        tuple(await _leaked(session, session.examination.checker)),
    )


async def verdicts(said: Sequence[Saying], checker: Checker) -> Verdicts:
    """Judge texts, each for the first time."""
    checker.forget()
    leaking, clock, busy = [], [], []
    for saying in said:
        began, worked = time.perf_counter(), time.process_time()
        verdict = await checker.verdict(saying[2], saying[0])
        clock.append((time.perf_counter() - began) * 1000)
        busy.append((time.process_time() - worked) * 1000)
        if verdict.leaks:
            leaking.append(saying)
    turns = sum(sort.startswith("turn") for _, sort, _ in said)
    return Verdicts(tuple(leaking), len(said), turns, tuple(clock), tuple(busy))


async def _leaked(session: Session, checker: Checker) -> list[str]:
    """Play a real dialogue, answered right and wrong in turns, and judge again all that was said in it."""
    for number in range(MOST_ANSWERS):
        if (question := session.dialogue.question) is None:
            break
        await session.answer((right, wrong, lambda _: "?")[number % 3](question), question.id)
    heard: list[str] = []
    leaked = []
    for turn in session.dialogue.turns:
        if turn.speaker == "student":
            heard.append(turn.text)
            continue
        texts = (turn.text, *(turn.choices if turn.kind != "parsons" else ()))  # those are lines of an example
        leaked += [text for text in texts if (await checker.verdict(text, turn.level, heard)).leaks]
    return leaked


def table(found: Sequence[Told]) -> list[str]:
    """Sum up, for each set."""
    rows = [
        "| set | programs | texts | would leak % | of turns % | still a dialogue % | still the same first % | leaks |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for name in dict.fromkeys(each.set for each in found):
        some = [each for each in found if each.set == name]
        said, turns = sum(each.verdicts.said for each in some), sum(each.verdicts.turns for each in some)
        leaking = [saying for each in some for saying in each.verdicts.leaking]
        of_turns = sum(sort.startswith("turn") for _, sort, _ in leaking)
        shares = (_share(len(leaking), said), _share(of_turns, turns))
        kept = (
            _share(sum(each.asks for each in some), len(some)),
            _share(sum(each.asks_best for each in some), len(some)),
        )
        leaked = sum(len(each.leaked) for each in some)
        rows.append(f"| {name} | {len(some)} | {said} | {' | '.join((*shares, *kept))} | {leaked} |")
    return rows


def timing(found: Sequence[Told]) -> str:
    """Give how long verdicts take."""
    clock = quantiles([each for one in found for each in one.verdicts.clock], n=100)
    busy = quantiles([each for one in found for each in one.verdicts.busy], n=100)
    longest = max(each for one in found for each in one.verdicts.clock)
    told_of = f"{clock[49]:.1f} ms (p50), {clock[89]:.1f} ms (p90), {clock[98]:.0f} ms (p99), at most {longest:.0f} ms"
    return f"{told_of}; of processor time {busy[49]:.1f}, {busy[89]:.1f} and {busy[98]:.1f} ms"


def _share(some: int, of: int) -> str:
    return f"{100 * some / of:.1f}" if of else ""
