"""Tries changed versions of the program one after another in this process, without pytest and without a fork."""

from __future__ import annotations

import gc
import os
import time
from typing import Any, Dict, FrozenSet, List, NamedTuple, Optional, Sequence, Set

import pytest
from _pytest.unittest import TestCaseFunction

from gadfly_analyzers.execution.probe import channel, confine, pairs, program, quiet, reached, session
from gadfly_analyzers.execution.probe.carried import AssertCheck, ExampleCheck, PairCheck
from gadfly_analyzers.execution.probe.checks import NOWHERE, CaseCheck, Check, FunctionCheck
from gadfly_analyzers.execution.probe.fuse import COMPUTING_SECONDS, Fuse
from gadfly_analyzers.execution.probe.marks import Marks
from gadfly_analyzers.execution.probe.parameters import UnsupportedError
from gadfly_analyzers.execution.probe.steps import Steps
from gadfly_analyzers.execution.probe.variants import Text
from gadfly_analyzers.execution.probe.worlds import Own, Usual, World

Message = Dict[str, Any]
TELL_SECONDS = 0.1
LEAST_STEPS, TIMES_STEPS, TIMES_MOST = 2_000, 10, 2  # of its own steps, of those of the longest test
ENDLESS_STEPS = 20_000  # for a test that did not end in the run
MORE_SECONDS = 0.5
AMPLE_STEPS = 50_000_000
TIMES_MORE, TIMES_LONGER = 150, 10  # of the steps and the time of a test that had little to do, where others now pass
STEPS_OF_LOADING = 1_500  # what it takes to compile a version and begin with it, in steps
STEPS_A_SECOND = 4_000_000
SHARE_MORE = 8  # the part of all steps that such tests may take
MANY, HEAVY_STEPS, RED = 12, 20_000, 2  # of more tests than so many, or if more may take so much, two red are enough
SHARED, FRESH, ORDERED = "shared", "fresh", "ordered"  # whether tests share modules, and run in pytest's order
KINDS: "Dict[type, Any]" = {
    pytest.Function: FunctionCheck,
    TestCaseFunction: CaseCheck,
    program.AssertItem: AssertCheck,
    program.ExampleItem: ExampleCheck,
    pairs.PairItem: PairCheck,
}


class Result(NamedTuple):
    """How a test went: ``crash`` is the program's line at which it gave up, 0 where it did not, or did in the test, or
    nobody asks.

    ``met`` are lines that were asked about, and that it came to.
    """

    passed: bool
    position: int
    crash: int
    endless: bool
    cut: bool
    steps: int
    met: "FrozenSet[int]"


class Baseline(NamedTuple):
    """What the student's own program does here, and so how its versions are to be tried."""

    mode: str
    steps: "Dict[str, int]"
    computing: float
    failing: "List[str]"
    passing: "List[str]"
    places: "Dict[str, List[int]]"  # how far each came in the test, and the line at which the program gave up


class Bench:
    """Tries versions; ``request["trials"]`` says which, and how the tests went in the run."""

    def __init__(self, items: Sequence[Any], request: Message, desk: session.Desk) -> None:
        self.wanted: Message = request["trials"]
        self.line = desk.line
        self.sink = desk.sink
        self.guards = desk.guards
        self.shared = request["started"]
        with open(request["program"], "rb") as file:
            data = file.read()
        by_statement = any(isinstance(item, program.AssertItem) for item in items)
        self.text = Text(data, request["program"], by_statement, frozenset(self.wanted["asked"]))
        self.own = Own(request["program"], self.text, [request["root"], *request["paths"]])
        self.order = [item.nodeid for item in items]
        self.checks = self.known(items)
        self.steps = Steps()
        self.marks = Marks()
        self.fuse = Fuse(self.steps.exhaust)
        self.streams = quiet.Streams()
        self.usual: Optional[Usual] = None
        self.world = World(self.own)
        self.unasked: Set[str] = set()  # tests of which it does not matter at which line the program gives up
        self.tried = self.total = 0
        self.more = self.wanted["steps"] // SHARE_MORE
        self.told = 0.0

    def known(self, items: Sequence[Any]) -> "Dict[str, Check]":
        """Make a check of every test that can be run here and whose outcome is known."""
        known = {}
        outcomes = {*self.wanted["failed"], *self.wanted["passed"]} - {*self.wanted["deadly"]}
        for item in items:
            kind = KINDS.get(type(item))
            if item.nodeid in outcomes and kind is not None:
                try:
                    known[item.nodeid] = kind(item, self.own)
                except UnsupportedError:
                    continue
        return known

    def conduct(self) -> None:
        """Run the tests on the program as it is, then on each version."""
        self.own.install()
        self.own.forget()
        self.fuse.prepare()
        quiet.install(self.guards)
        confine.lower_memory(quiet.MEMORY_BYTES)
        self.usual = Usual(self.own)
        baseline = self.baseline()
        self.renew()
        gc.freeze()
        last: Optional[int] = None
        for number, edits, suffices in self.wanted["candidates"]:
            if last is not None and number >= last:
                break
            self.note(number)
            if self.total >= self.wanted["steps"]:
                self.end(number, is_all=False)
                return
            whole = self.try_one(number, [(start, end, text.encode()) for start, end, text in edits], baseline)
            if whole and suffices is not None:
                last = suffices if last is None else min(last, suffices)
        self.end(-1, is_all=True)

    def end(self, number: int, *, is_all: bool) -> None:
        """Tell how far it came, and so that nothing more comes."""
        come = {"number": number, "tried": self.tried, "steps": self.total}
        self.line.send({"kind": "tried", "all": is_all, "reached": come})

    def note(self, number: int) -> None:
        """Write down what is tried now, in case it ends this process; say now and then how far it came."""
        reached.note(self.shared, number, self.tried, self.total)
        now = time.monotonic()
        if now - self.told > TELL_SECONDS:
            self.told = now
            self.line.send({"kind": "tried", "number": number})
            os.ftruncate(self.sink.descriptor, 0)

    # -- the program as it is ----------------------------------------------------------------------------------------

    def baseline(self) -> Baseline:
        """Find the way of running the tests in which most go as in the run."""
        given = self.wanted.get("baseline")
        if given:
            baseline = Baseline(**given)
        else:
            found = [self.measured(SHARED)]
            for mode in (FRESH, ORDERED):
                if self.agreeing(found[-1]) < len(self.checks):
                    found.append(self.measured(mode))
            baseline = max(found, key=self.agreeing)
            self.line.send({"kind": "baseline", **baseline._asdict()})
        self.fuse.computing = baseline.computing
        self.unasked = {*baseline.passing, *(id_ for id_, (_, crash) in baseline.places.items() if not crash)}
        return baseline

    def agreeing(self, baseline: Baseline) -> int:
        """Count the tests that went as in the run."""
        return len(baseline.failing) + len(baseline.passing)

    def measured(self, mode: str) -> Baseline:
        """Run every test on the program as it is."""
        self.own.version = self.text.plain()
        self.renew()
        failed, passed = ([id_ for id_ in self.wanted[key] if id_ in self.checks] for key in ("failed", "passed"))
        stopped = {*self.wanted["stopped"]}
        results: Dict[str, Result] = {}
        slowest = 0.0
        for id_ in self.order if mode == ORDERED else [*failed, *passed]:
            if id_ in self.checks:
                self.line.send({"kind": "checking", "id": id_})
                self.fuse.computing = COMPUTING_SECONDS if id_ in stopped else self.wanted["test_seconds"]
                began = time.process_time()
                self.guards.begin()
                result = self.run(id_, mode, ENDLESS_STEPS if id_ in stopped else AMPLE_STEPS)
                if not self.guards.count:
                    results[id_] = result
                if not result.endless:
                    slowest = max(slowest, time.process_time() - began)
        ended = {id_: result.steps for id_, result in results.items() if not result.endless}
        most = max(ended.values(), default=0)
        failed.sort(key=lambda id_: ended.get(id_, AMPLE_STEPS))
        return Baseline(
            mode,
            {id_: max(LEAST_STEPS, TIMES_STEPS * ended.get(id_, 0), TIMES_MOST * most) for id_ in results},
            max(COMPUTING_SECONDS, min(TIMES_STEPS * slowest, MORE_SECONDS + slowest)),
            [id_ for id_ in failed if id_ in results and not results[id_].passed],
            [id_ for id_ in passed if id_ in results and results[id_].passed],
            {id_: [results[id_].position, results[id_].crash] for id_ in failed if id_ in results},
        )

    # -- one version --------------------------------------------------------------------------------------------------

    def try_one(self, number: int, edits: "List[Any]", baseline: Baseline) -> bool:
        """Try a version, and say if it does anything for the better; tell whether it makes every test pass."""
        version = self.text.changed(edits)
        if version is None:
            return False
        self.tried += 1
        self.total += STEPS_OF_LOADING
        self.own.take(version, edits)
        results = self.in_order(baseline) if baseline.mode == ORDERED else self.failing_first(baseline)
        self.end_world()
        self.renew()
        self.line.check()
        passed = [id_ for id_ in baseline.failing if id_ in results and results[id_].passed]
        broken = [id_ for id_ in baseline.passing if id_ in results and not results[id_].passed]
        farther = [
            id_
            for id_ in baseline.failing
            if id_ in results and not results[id_].passed and self.is_farther(results[id_], baseline.places[id_], edits)
        ]
        met = {line for id_ in baseline.failing if id_ in results for line in results[id_].met}
        whole = len(passed) == len(self.wanted["failed"]) and not broken
        whole = whole and len(baseline.passing) == len(self.wanted["passed"])
        if passed or farther or met:
            cut = [id_ for id_ in baseline.failing if passed and id_ in results and results[id_].cut]
            told = {
                "number": number,
                "passed": passed,
                "broken": broken if passed else [],
                "farther": farther,
                "cut": cut,
                "met": sorted(met),
            }
            self.line.send({"kind": "trial", **told, "whole": whole})
        return whole

    def is_farther(self, now: Result, before: "List[int]", edits: "List[Any]") -> bool:
        """Tell whether a test came farther than on the program as it is: in the test, or past the line of the crash."""
        position, crash = before
        if now.position != position or now.endless or not crash:
            return now.position > position
        return not now.crash or self.text.line_before(now.crash, self.own.version, edits) > crash

    def failing_first(self, baseline: Baseline) -> "Dict[str, Result]":
        """Run the failing tests, and if any passes now, the others up to the first that does not."""
        results: Dict[str, Result] = {}
        passed, begun = 0, self.total
        for id_ in baseline.failing:
            many = len(baseline.failing) > MANY or self.total - begun + baseline.steps[id_] > HEAVY_STEPS
            if many and not passed and len(results) >= RED:
                return results
            result = results[id_] = self.run(id_, baseline.mode, baseline.steps[id_])
            passed += result.passed
            if not passed and (result.endless or self.world.broken):
                return results
        for id_ in baseline.passing if passed else ():
            results[id_] = self.run(id_, baseline.mode, baseline.steps[id_])
            if not results[id_].passed:
                return results
        if passed:
            results.update(self.once_more(baseline, [id_ for id_ in baseline.failing if results[id_].cut]))
        return results

    def once_more(self, baseline: Baseline, cut: "List[str]") -> "Dict[str, Result]":
        """Run tests with more steps that were cut although others pass now, up to the first that is cut again."""
        results: Dict[str, Result] = {}
        self.fuse.computing = TIMES_LONGER * baseline.computing
        for id_ in cut:
            if self.more <= 0:
                break
            result = results[id_] = self.run(id_, baseline.mode, min(TIMES_MORE * baseline.steps[id_], self.more))
            self.more -= result.steps
            if result.cut:
                break
        self.fuse.computing = baseline.computing
        return results

    def in_order(self, baseline: Baseline) -> "Dict[str, Result]":
        """Run all tests as pytest would, since they hang together."""
        results: Dict[str, Result] = {}
        known = {*baseline.failing, *baseline.passing}
        failing = {*baseline.failing}
        for id_ in self.order:
            if id_ in known:
                result = results[id_] = self.run(id_, baseline.mode, baseline.steps[id_])
                if result.endless and not any(results[one].passed for one in failing if one in results):
                    break
        return results

    def run(self, id_: str, mode: str, allowed: int) -> Result:
        """Run one test."""
        if mode == FRESH and self.world.used:
            self.end_world()
            self.renew()
        self.world.used = True
        check = self.checks[id_]
        passed, deep, position, crash = False, False, NOWHERE, 0
        self.steps.begin(allowed)
        self.marks.begin()
        try:
            self.fuse.light()
            check.run(self.world)
            passed = True
        except BaseException as error:  # whatever a version may raise
            self.fuse.lit = False
            deep = isinstance(error, RecursionError)
            position = check.position(error.__traceback__)
            crash = 0 if id_ in self.unasked else self.text.last_line(error.__traceback__)
        finally:
            self.fuse.quench()
        cut = self.fuse.burned or self.steps.over
        taken = allowed if cut else self.steps.taken
        if self.fuse.burned:  # what took so long was not counted
            taken = max(taken, int(self.fuse.computing * STEPS_A_SECOND))
        self.total += taken
        met = frozenset(self.marks.met)
        return Result(passed and not cut, position, crash, cut or deep, cut, taken, met)

    def renew(self) -> None:
        """Forget what a version has loaded and changed; if that ends the process, it is its own fault."""
        self.own.forget()
        if self.usual is not None:
            self.usual.restore()
        self.streams.renew()
        self.world = World(self.own)

    def end_world(self) -> None:
        """Clear up what tests share; that it goes wrong is no test's fault."""
        if self.world.ends:
            self.steps.begin(ENDLESS_STEPS)
            try:
                self.fuse.light()
                self.world.close()
            except BaseException:  # whatever a version may raise
                self.fuse.lit = False
            finally:
                self.fuse.quench()


class Trials:
    """The pytest plugin that takes over once the tests are collected."""

    def __init__(self, request: Message, desk: session.Desk) -> None:
        self.request = request
        self.desk = desk

    def pytest_runtestloop(self, session: Any) -> None:
        """Try all versions and end the process."""
        try:
            Bench(session.items, self.request, self.desk).conduct()
        except BaseException:  # what a version left behind broke something here
            channel.leave(channel.BROKEN)
        channel.leave(0)
