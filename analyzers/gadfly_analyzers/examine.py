"""One look at a program: what its text shows, what its tests say, which statements are suspect, how one test runs."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from gadfly_analyzers.bug_in_focus import bug_of_test_first
from gadfly_analyzers.check import check
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.processors import processors
from gadfly_analyzers.execution.results import Outcome, Problem, ProblemKind, RunResult, TestResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.execution.turns import CROWDED
from gadfly_analyzers.findings import Finding, Span
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.workbench import Workbench
from gadfly_analyzers.localize.departure import Departure, departure
from gadfly_analyzers.localize.direction import Deviation, Direction
from gadfly_analyzers.localize.hits import Hit, Searched
from gadfly_analyzers.localize.learned import Learned
from gadfly_analyzers.localize.luck import lucky_lines
from gadfly_analyzers.localize.ranking import suspects, witnessed
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.localize.unreadable import suspects_of_unreadable
from gadfly_analyzers.patience import BRIEF_EVENTS, patience, settled
from gadfly_analyzers.patterns.syntax_place import RULE as SYNTAX
from gadfly_analyzers.predictions import predict as predicting
from gadfly_analyzers.predictions.prediction import Prediction
from gadfly_analyzers.relevance import relevant
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.divergence import Divergence
from gadfly_analyzers.trace.endless import Endless, endless, is_short, never_ends
from gadfly_analyzers.trace.parts import Part, named_parts, parts_in, with_names
from gadfly_analyzers.trace.recording import Trace

SEARCH_STEPS, LEAST_STEPS = 9_000_000, 3_000_000  # the most, and where the student has waited long
STEPS_OF_WAITING = 1_500_000  # what the search has less for each test that was stopped
SEARCH_SECONDS = 10.0  # of the clock, on a busy machine
PACKED = 2.0  # so many runs wait for each place: then nothing is compared with a repair either
CROWDED_STEPS, CROWDED_SECONDS = 200_000, 0.5  # for the search, however many wait
MOST_AT_ONCE = 2
_ASKED_AT = 2  # the level of help at which patterns ask
_TOO_DEEP = ("RecursionError",)


@dataclass(frozen=True)
class Examination:
    """What is known of one version of a program so far.

    ``findings`` are all that patterns see, for they tell where a fault may be; ``asked`` are those that are worth a
    question: what is certain, and what a failing run came by.
    ``run`` is ``None`` if the tests did not run: the program is broken, or nothing was started yet.
    ``focus`` is the smallest test that fails, ``trace`` its recording, ``problems`` what kept tests from running.
    ``parts`` are what the parts of lines gave in it, if there is little else to ask of it.
    ``endless`` is the loop or recursion in the trace that makes no progress, ``divergence`` the place where the trace
    goes another way than it would have to, as far as the most suspect statement is at fault, and ``direction`` how.
    ``ranked`` tells that no more repairs will be tried, so that suspects keep their places and their scores, and
    ``sharpened`` that nothing more will become known of them.
    ``predictions`` are what people with misconceptions would expect of the test in focus: all that could be told,
    whole or for a set number of steps, or none, so that they are the same every time.
    ``aside`` is another failing test that comes by the most suspect statement, with its recording.
    ``lucky`` are 1-based lines of a program whose tests all pass that could be otherwise without any test to notice;
    ``None`` if that was not looked for.
    ``checker`` tells what texts give too much away; until the ranking is sharpened, it knows no repairs.
    """

    program: Path
    source: Source
    findings: tuple[Finding, ...] = ()
    run: RunResult | None = None
    focus: TestResult | None = None
    trace: Trace | None = None
    parts: tuple[Part, ...] = ()
    suspects: tuple[Suspect, ...] = ()
    problems: tuple[Problem, ...] = ()
    endless: Endless | None = None
    divergence: Divergence | None = None
    direction: Direction | None = None
    ranked: bool = False
    sharpened: bool = False
    asked: tuple[Finding, ...] = ()
    predictions: tuple[Prediction, ...] = ()
    lucky: tuple[int, ...] | None = None
    aside: tuple[TestResult, Trace] | None = None
    checker: Checker | None = field(default=None, repr=False, compare=False)

    @property
    def run_is_over(self) -> bool:
        """Whether all tests had their time, so that ``run`` and ``asked`` stay what they are."""
        return self.sharpened or self.trace is not None


def read(program: Path, source: Source) -> Examination:
    """Look at the text alone; of one that Python cannot read, only the place where it cannot counts."""
    source = source.settled()
    findings = tuple(check(source))
    if source.broken:
        findings = tuple(finding for finding in findings if finding.rule == SYNTAX)
    asked = relevant(findings, source, None)
    return Examination(program, source, findings, asked=asked, checker=Checker(source, None))


async def examine(  # noqa: PLR0913 # all but the first three are by name
    source: Source,
    assignment: Assignment,
    runner: Runner,
    *,
    interpreter: Path,
    limits: Limits = Limits(),  # noqa: B008 # frozen
    on_stage: Callable[[Examination], None] | None = None,
    table: Learned | None = None,
    beliefs: Collection[str] = predicting.ALL,
    doubted: Collection[int] = (),
) -> Examination:
    """Read the program, run its tests, rank its statements, record the test in focus, sharpen the ranking, predict.

    ``on_stage`` gets the first ranking, then that with the recording, one for each statement at which a repair is found
    and the last one of all (but in a crowd neither, for that takes a while and brings nothing that can be said), and
    then all that is known of it; the last state is what is returned.
    ``table`` has other weights than those that were learned on everything; ``beliefs`` are the misconceptions for
    which the test in focus is predicted; ``doubted`` are lines of which, once all tests pass, it is looked whether
    they do so by luck. Cancelling stops whatever runs.
    """
    tell = on_stage or (lambda _: None)
    seen = await asyncio.to_thread(read, assignment.program, source)
    if seen.source.broken:
        return await asyncio.to_thread(_unreadable, seen)
    run = await runner.run(assignment, interpreter=interpreter, limits=hasty(limits))
    seen = await asyncio.to_thread(_ranked, seen, run, table)
    if seen.focus is not None:
        tell(seen)
        seen = await _recorded(seen, assignment, runner, interpreter, limits)
    waited = False
    if run.stopped:
        known = await asyncio.to_thread(_known, seen)
        run, waited = await settled(run, known, seen.source, assignment, runner, interpreter=interpreter, limits=limits)
        seen = await asyncio.to_thread(_ranked, seen, run, table)
        seen = await _recorded(seen, assignment, runner, interpreter, limits)
    if seen.focus is None and run.tests and not run.problems and doubted:
        tell(replace(seen, sharpened=True))
        lucky = await lucky_lines(seen.source, assignment, run, doubted, runner, interpreter, limits)
        return replace(seen, lucky=lucky, sharpened=True)
    if seen.focus is None or seen.trace is None:
        return replace(seen, suspects=seen.suspects or _where_loading_ended(run), sharpened=True)
    tell(seen)
    budget = _budget(run, runner.crowd, waited=waited)
    search = Search(source, assignment, run, runner, interpreter, limits, budget, table, seen.findings)
    tell_early = tell if runner.crowd < CROWDED else None
    searched = await search(tell_early and _teller(seen, table, tell_early))
    ranked = await asyncio.to_thread(suspects, source, run, searched, table, seen.findings)
    if tell_early:
        tell_early(replace(seen, suspects=ranked, ranked=True))
    parts = await _parts(seen.source, seen.trace, assignment, runner, interpreter, limits)
    ahead = bug_of_test_first(ranked, seen.focus, run.failing, seen.source)
    can_depart = ahead and runner.crowd < PACKED
    departed = await departure(search, searched, ahead[0], seen.trace) if can_depart else Departure()
    ranked = witnessed(ranked, seen.focus.name, seen.endless, departed.divergence)
    beliefs = () if runner.crowd >= CROWDED else beliefs
    aside = await _beside(seen, run, ranked, assignment, runner, interpreter, limits) if beliefs else None
    seen = replace(seen, suspects=ranked, ranked=True, parts=parts, aside=aside)
    seen = replace(seen, divergence=departed.divergence, direction=departed.direction)
    workbench = Workbench(assignment, run, runner, interpreter, limits)
    know = partial(Checker, searched=searched, suspects=ranked, workbench=workbench, table=table)
    checker = await asyncio.to_thread(know, source, run)
    asked = [each for each in seen.asked if not (await checker.verdict(each.message, _ASKED_AT)).leaks]
    seen = replace(seen, checker=checker, asked=tuple(asked), sharpened=True)
    if not beliefs:
        return seen
    tell(seen)
    return await _predicted(seen, assignment, runner, interpreter, limits, beliefs)


def _budget(run: RunResult, crowd: float, *, waited: bool) -> Budget:
    """Give how much may be tried: no less on a busy machine, and less where the student has waited for tests.

    It is least where a test took all its time and did not end (``waited``).
    Where others wait for a place, everybody gets a much smaller part, so that none is held for long.
    """
    steps = LEAST_STEPS if waited else max(SEARCH_STEPS - len(run.stopped) * STEPS_OF_WAITING, LEAST_STEPS)
    share = 1 / (1 + 2 * crowd) ** 2
    processes = min(MOST_AT_ONCE, processors()) if crowd < CROWDED else 1
    steps, seconds = max(int(share * steps), CROWDED_STEPS), max(share * SEARCH_SECONDS, CROWDED_SECONDS)
    return Budget(steps=steps, seconds=seconds, processes=processes)


async def _predicted(  # noqa: PLR0913, PLR0917 # what a run needs
    seen: Examination,
    assignment: Assignment,
    runner: Runner,
    interpreter: Path,
    limits: Limits,
    beliefs: Collection[str],
) -> Examination:
    """Add what misconceptions predict of the test in focus; nothing of it if the time was too short for all."""
    if seen.focus is None or seen.trace is None:
        return seen
    clock = asyncio.get_running_loop().time
    began = clock()
    found = await predicting.predict(
        seen.source, assignment, seen.focus.id, runner, interpreter, limits, beliefs, real=seen.trace
    )
    in_time = clock() - began < predicting.SECONDS
    return replace(seen, predictions=tuple(each for each in found if in_time and each.trace.repeatable))


def _unreadable(seen: Examination) -> Examination:
    """Suspect the places of a program that Python cannot read."""
    ranked = suspects_of_unreadable(seen.source)
    lines = next(((each.line, each.end_line) for each in ranked), None)
    direction = Direction(Deviation.UNREADABLE, *lines) if lines else None
    return replace(seen, suspects=ranked, direction=direction, sharpened=True)


def _where_loading_ended(run: RunResult) -> tuple[Suspect, ...]:
    """Suspect the line at which a program that does not load gave up."""
    ended = (problem for problem in run.problems if problem.kind is ProblemKind.PROGRAM_DOES_NOT_LOAD)
    return tuple(Suspect(each.line, each.line, 0.5, (each.message,)) for each in ended if each.line)[:1]


def _teller(seen: Examination, table: Learned | None, tell: Callable[[Examination], None]) -> Callable[[Hit], None]:
    """Tell of the ranking whenever a repair makes every test pass at a statement where none did so far.

    The rest of a search may take a while, and what comes at other moments hardly changes what comes first.
    """
    hits: list[Hit] = []
    cured: set[Span] = set()

    def heard(hit: Hit) -> None:
        hits.append(hit)
        if seen.run is not None and hit.whole and not cured.issuperset((hit.span, *hit.others)):
            cured.update((hit.span, *hit.others))
            ranked = suspects(seen.source, seen.run, Searched(tuple(hits)), table, seen.findings)
            tell(replace(seen, suspects=ranked))

    return heard


async def _recorded(
    seen: Examination, assignment: Assignment, runner: Runner, interpreter: Path, limits: Limits
) -> Examination:
    """Add the recording of the test in focus, if there is one."""
    if seen.focus is None:
        return replace(seen, trace=None, endless=None)
    if seen.trace is not None and seen.trace.test == seen.focus.id and seen.focus.stop:
        return seen  # it was stopped before as well
    allowed = patience(limits) if seen.focus.stop else limits
    most = allowed.trace_events
    events = min(most, BRIEF_EVENTS) if seen.focus.stop else most
    while True:
        within = replace(allowed, trace_events=events)
        trace = await runner.trace(assignment, seen.focus.id, interpreter=interpreter, limits=within)
        stuck = await asyncio.to_thread(_stuck, trace, seen)
        is_enough = stuck or len(trace.events) < events or events == most
        if is_enough or not await asyncio.to_thread(is_short, trace, seen.source):
            return replace(seen, trace=trace, endless=stuck)
        events = most


async def _parts(  # noqa: PLR0913, PLR0917 # what a run needs
    source: Source, trace: Trace, assignment: Assignment, runner: Runner, interpreter: Path, limits: Limits
) -> tuple[Part, ...]:
    """Find what the parts of lines gave, where the run was so short that there is little else to ask of it."""
    names = await asyncio.to_thread(named_parts, source, trace) if trace.complete else {}
    if not names:
        return ()
    text = with_names(source, names)
    named = await runner.trace(assignment, trace.test, interpreter=interpreter, limits=limits, text=text)
    return parts_in(named, trace, names)


def _known(seen: Examination) -> dict[str, bool]:
    """Tell of the test in focus, if it was stopped and recorded, whether it is sure never to end."""
    if seen.focus is None or not seen.focus.stop or seen.trace is None:
        return {}
    return {seen.focus.id: never_ends(seen.endless, seen.trace, seen.source)}


def _stuck(trace: Trace, seen: Examination) -> Endless | None:
    """Find what kept the test in focus from ending, if it was stopped or went too deep."""
    raised = seen.focus.raised.type if seen.focus and seen.focus.raised else ""
    is_cut = seen.focus is not None and (seen.focus.stop or raised in _TOO_DEEP)
    return endless(trace, seen.source) if is_cut else None


async def _beside(  # noqa: PLR0913, PLR0917 # what a run needs
    seen: Examination,
    run: RunResult,
    ranked: tuple[Suspect, ...],
    assignment: Assignment,
    runner: Runner,
    interpreter: Path,
    limits: Limits,
) -> tuple[TestResult, Trace] | None:
    """Record another failing test, the smallest that comes by the most suspect statement and ends in another way."""
    suspect, focus = ranked[0].line if ranked else 0, seen.focus
    others = (test for test in run.failing if focus and test.id != focus.id and not test.stop)
    new = (test for test in others if focus and not _breaks_off_alike(test, focus))
    chosen = smallest(tuple(test for test in new if suspect in test.lines))
    if chosen is None:
        return None
    return chosen, await runner.trace(assignment, chosen.id, interpreter=interpreter, limits=limits)


def _breaks_off_alike(one: TestResult, other: TestResult) -> bool:
    """Tell whether two tests end with the same error on the same line."""
    both = [(test.raised.type, test.raised.line) for test in (one, other) if test.raised]
    return len(both) == 2 and both[0] == both[1]  # two tests


def _ranked(seen: Examination, run: RunResult, table: Learned | None) -> Examination:
    """Add what a run showed."""
    ranked = suspects(seen.source, run, table=table, findings=seen.findings)
    asked = relevant(seen.findings, seen.source, run)
    focus = smallest(run.failing)
    checker = Checker(seen.source, run, table=table)
    return replace(seen, checker=checker, run=run, problems=run.problems, focus=focus, suspects=ranked, asked=asked)


def smallest(failing: tuple[TestResult, ...]) -> TestResult | None:
    """Choose the failing test to talk about: one call with values to write down, which runs little of the program."""
    return min(failing, key=_size, default=None)


def _size(test: TestResult) -> tuple[bool, bool, bool, int, int]:
    """Order tests by how easily one can talk about them; of equals the first one written comes first."""
    call = test.calls[-1] if test.calls else None
    expected = test.comparison.expected if test.comparison else test.expected
    can_be_said = call is not None and call.literal and expected is not None and expected.literal
    stopped = test.outcome in (Outcome.STOPPED, Outcome.ENDED)
    return (not test.lines, not can_be_said, stopped, len(test.lines), len(call.text) if call else 0)
