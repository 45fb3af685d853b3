"""The pytest plugin that tells each test's outcome and what it showed."""

from __future__ import annotations

import builtins
import gc
import os
import sys
import unittest
from time import perf_counter
from types import FrameType
from typing import Any, Dict, Iterable, Iterator, List, Optional

import pytest
from _pytest.assertion import util

from gadfly_analyzers.execution.probe import (
    asked,
    channel,
    clock,
    comparisons,
    confine,
    coverage,
    depth,
    failures,
    foundations,
    hooks,
    intact,
    places,
    processes,
    program,
    recorder,
    scopes,
    session,
    tools,
    wishes,
)

Message = Dict[str, Any]
SKIPPED = (pytest.skip.Exception, unittest.SkipTest)  # as they are now, whatever a program makes of them
EXIT = pytest.exit.Exception
OFTEN = 50  # tests that are found from one word of it to the next
_collect = gc.collect  # as it is now, too
PAUSES = not hasattr(sys, "monitoring")  # tracing costs wherever Python calls a function, monitoring does not


class Reporter:
    """Drives coverage, clock and output around each test and sends what they saw."""

    def __init__(self, request: Message, desk: session.Desk) -> None:
        self.request = request
        self.program: str = request["program"]
        self.line = desk.line
        self.sink = desk.sink
        self.clock = desk.clock
        self.guards = desk.guards
        self.clock.on_ring = self.partial
        self.coverage = None if request["trace"] or "trials" in request else coverage.Coverage(self.program)
        self.own_tests = program.test_lines(self.program)
        self.recorder: Optional[recorder.Recorder] = None
        self.comparisons = comparisons.Comparisons()
        self.is_test: places.IsTest = lambda frame: False
        self.selected = request["selected"]
        self.current: Optional[Message] = None
        self.watch: Optional[intact.Watch] = None
        self.tools: Optional[tools.Tools] = None
        self.hooks: Optional[hooks.Hooks] = None
        self.ran = False  # the test that runs, by the way that is watched
        self.own = intact.Own()
        self.depth = depth.Depth()
        self.foundations: Optional[foundations.Foundations] = None
        self.asked = asked.Asked(self.program) if request["heard"] and not request["trace"] else None
        self.broken = False
        self.before: Message = {}
        self.began = 0.0
        self.collected = False
        self.found = 0  # names and tests, of files that have loaded

    # -- the session ---------------------------------------------------------------------------------------------

    def start(self) -> None:
        """Watch from the first import on."""
        self.comparisons.watch_unittest()
        if self.request["wary"]:
            self.depth.install()
            self.foundations = foundations.Foundations()
            self.foundations.install()
            self.watch = intact.Watch(self.request["rewritten"], self.program)
            self.tools = tools.Tools([*self.request["rewritten"]], self.request["paths"], self.program)
        if self.coverage and not PAUSES:
            self.coverage.start()

    def resume(self) -> None:
        """Watch the lines from here on."""
        if self.coverage and PAUSES:
            self.coverage.start()

    def pause(self) -> None:
        """Leave pytest's own code in peace."""
        if self.coverage and PAUSES:
            self.coverage.stop()

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection(self, session: Any) -> None:
        """Let what is printed while loading go to where tests print."""
        self.sink.begin()
        if self.watch:
            self.hooks = hooks.Hooks(session.config.pluginmanager, self.request["tests"], self.program)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, session: Any, config: Any, items: List[Any]) -> None:
        """Tell what there is to run, and keep what was asked for."""
        lacks = self.watch and wishes.names_are_usual(config) and not wishes.has_conftest(items)
        if lacks and wishes.missing(items, self.request["tests"]):
            self.line.send({"kind": "tampered"})
        if self.selected is not None:
            wanted = set(self.selected)
            items[:] = [item for item in items if item.nodeid in wanted]
        lines = self.under_test(self.coverage.take()[0]) if self.coverage else []
        self.pause()
        for part in places.described(items):
            self.line.send({"kind": "found", "tests": part})
        self.collected = True
        self.line.send({"kind": "collected", "lines": lines})

    @pytest.hookimpl(hookwrapper=True)
    def pytest_make_collect_report(self, collector: Any) -> Iterator[None]:
        """Load a test file within limits; one that does not load is a problem, not the end."""
        path = str(collector.fspath)
        self.line.send({"kind": "collecting", "path": path if os.path.isfile(path) else None})
        self.clock.begin(self.request["limits"]["load_seconds"])
        self.resume()
        self.clock.arm()
        watch, say, own, below = self.watch, self.line.send, self.own, self.foundations
        outcome: Any = yield
        self.broken = (outcome.excinfo or outcome.get_result().outcome == "failed") and own.mend()
        if below:
            below.put_back()
        if watch and watch.put_back():
            say({"kind": "tampered"})
        self.clock.end()
        self.pause()
        error = outcome.excinfo[1] if outcome.excinfo else self.left_out_by(outcome.get_result(), collector)
        if error is not None:
            self.problem(error, collector)
            outcome.force_result(pytest.CollectReport(collector.nodeid, "failed", longrepr="", result=[]))
        elif watch and wishes.lacks_all(collector, outcome.get_result()):
            what = failures.EMPTIED.format(file=os.path.basename(str(collector.fspath)))
            say({"kind": "problem", "what": what, "path": self.program, "line": None})

    def left_out_by(self, report: Any, collector: Any) -> Optional[BaseException]:
        """Give the exception by which all tests of a file are skipped, if that is not what the file itself wants."""
        call = getattr(report, "call", None)
        if not self.watch or report.outcome != "skipped" or call is None:
            return None
        error: BaseException = call.excinfo.value
        given_up = failures.given_up(error, self.program, self.is_test)
        may = given_up is None and wishes.may_not_count(collector, error, self.program)
        return None if may else error

    def pytest_pycollect_makeitem(self, name: str) -> None:
        """Give each name of a file that has loaded its time: there may be thousands."""
        self.clock.extend(self.request["limits"]["load_seconds"])
        self.go_on()

    def pytest_itemcollected(self, item: Any) -> None:
        """Tell that tests are being found."""
        self.go_on()

    def go_on(self) -> None:
        """Tell now and then that all goes on, and nothing is being loaded any more."""
        self.found += 1
        if self.found % OFTEN == 0:
            self.line.send({"kind": "collecting", "path": None})

    def pytest_exception_interact(self, node: Any, call: Any, report: Any) -> None:
        """Tell of a file that did not load."""
        if call.when == "collect" and report.outcome != "skipped":
            self.problem(call.excinfo.value, node)

    def problem(self, error: BaseException, node: Any) -> None:
        """Send which file did not load, and where; if Python is broken, it is for what the program did."""
        told = failures.loading(error, self.program, str(getattr(node, "fspath", "")), self.clock.seconds)
        if self.broken and told["line"] is None:
            told = {"what": failures.BROKEN, "path": self.program, "line": None}
        self.line.send({"kind": "problem", **told})

    if int(pytest.__version__.split(".", maxsplit=1)[0]) >= 7:

        def pytest_pycollect_makemodule(self, module_path: Any, parent: Any) -> Any:
            """Read the program's own tests in our way."""
            if same_file(str(module_path), self.program):
                return program.ProgramFile.from_parent(parent, path=module_path)
            return None

    else:

        def pytest_pycollect_makemodule(self, path: Any, parent: Any) -> Any:  # type: ignore[misc] # pytest 6
            """Read the program's own tests in our way."""
            if same_file(str(path), self.program):
                return program.ProgramFile.from_parent(parent, fspath=path)
            return None

    # -- one test --------------------------------------------------------------------------------------------------

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_protocol(self, item: Any, nextitem: Any) -> Iterator[None]:
        """Begin and end a test; where pytest itself fails, nobody knows how the test would have ended."""
        self.begin(item)
        outcome: Any = yield
        if outcome.excinfo is not None:
            channel.leave(channel.BROKEN)
        self.end()

    def begin(self, item: Any) -> None:
        """Start all that watches a test."""
        self.line.send({"kind": "start", "id": item.nodeid})
        self.current = {"kind": "result", "id": item.nodeid, "outcome": "passed"}
        self.ran = False
        guard(item, self)
        self.is_test = places.test_frames(item, self.request["root"], self.program)
        self.sink.begin()
        self.guards.begin()
        if self.coverage:
            self.coverage.take()
        self.pause()
        self.before = {}
        self.comparisons.begin()
        if self.asked:
            self.asked.begin(item)
        self.clock.begin(self.request["limits"]["test_seconds"], self.request["limits"]["lag_seconds"])
        self.began = perf_counter()
        if self.request["trace"]:
            most = self.request["limits"]["trace_events"]
            self.recorder = recorder.Recorder(self.program, most, self.send_events, self.send_traced)
            self.recorder.__enter__()
            self.recorder.pause()

    def send_events(self, events: List[Any]) -> None:
        """Send a part of the trace."""
        told = [event for event in events if event["line"] not in self.own_tests]
        self.line.send({"kind": "events", "events": told})

    def send_traced(self) -> None:
        """Send whether the trace is whole."""
        if self.recorder is not None:
            self.line.send({"kind": "traced", "complete": self.recorder.complete, "stopped": self.recorder.stopped})

    def end(self) -> None:
        """Send what the test showed."""
        self.clock.end()
        if self.recorder is not None:
            self.recorder.__exit__()
            self.send_traced()
            self.recorder = None
        told, self.current = self.current, None
        if told is None:
            return
        told["seconds"] = round(perf_counter() - self.began, 6)
        told.update(self.seen())
        if self.asked:
            told.update(self.asked.end())
        told["stdout"] = self.sink.text()
        if self.hooks and told["outcome"] == "passed" and not (self.ran and self.hooks.are_whole()):
            self.line.send({"kind": "tampered"})
        self.line.send(told)
        if self.clock.rang:
            self.hurry()

    def hurry(self) -> None:
        """After a test that did not end give the others less time."""
        limits = self.request["limits"]
        self.request["limits"] = {**limits, "test_seconds": min(limits["test_seconds"], limits["hurried_seconds"])}

    def seen(self) -> Message:
        """Give what was observed of the program in this test so far."""
        if self.coverage is None:
            return {"lines": [], "calls": []}
        lines, calls = self.coverage.take()
        if not self.clock.armed:
            self.pause()
        lines = self.under_test(lines)
        if self.before:
            lines, calls = sorted({*lines, *self.before["lines"]}), self.before["calls"]
        self.before = {"lines": lines, "calls": calls}
        return self.before

    def under_test(self, lines: Iterable[int]) -> List[int]:
        """Leave out the lines of tests that the program carries itself."""
        return [line for line in lines if line not in self.own_tests]

    def partial(self, frame: Optional[FrameType]) -> None:
        """Send what was observed so far, since there may be no later."""
        if self.recorder is not None:
            self.recorder.flush()
        line = places.line_in(frame, self.program)
        if self.current is None:
            elsewhere = {} if line else {"path": places.file_in(frame, self.request["root"])}
            self.line.send({"kind": "partial", "id": None, "line": line, **elsewhere})
            return
        seen = self.seen()
        self.current["line_at"] = line
        wanted = self.wanted(scopes.scope_of_frame(frame, self.is_test), failed=False)
        told = {"kind": "partial", "id": self.current["id"], "line": line}
        self.line.send({**told, **seen, **wanted})

    def wanted(self, scope: Optional[scopes.Scope], failed: bool) -> Message:
        """Tell what the test expected where it stands."""
        if scope is None:
            return {}
        try:
            return self.comparisons.described(scope, self.program, self.seen()["calls"], failed)
        except Exception:  # a test may be written in any way at all
            return {}

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_setup(self, item: Any) -> Iterator[None]:
        """Time the fixtures."""
        yield from self.timed()

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_call(self, item: Any) -> Iterator[None]:
        """Time the test."""
        util._reprcompare = self.comparisons.failed  # called when an assertion fails; pytest's own words are not needed
        there = {*processes.descendants_of(os.getpid())} if self.guards.has_started else set()
        yield from self.timed()
        if self.clock.rang and self.guards.has_started:  # what goes on would take the next test's time
            processes.end_below(there, self.request["limits"]["test_seconds"])

    @pytest.hookimpl(hookwrapper=True, tryfirst=True)
    def pytest_runtest_teardown(self, item: Any) -> Iterator[None]:
        """Time what the fixtures clear up, which they may do also after a test that took all its time."""
        self.clock.extend(self.request["limits"]["hurried_seconds"])
        if self.clock.rang and self.guards.has_started:
            self.let_go()
        yield from self.timed()

    def let_go(self) -> None:
        """Have what a stopped test holds come to its end in the time of that test, and not in that of another one."""
        for name in ("last_type", "last_value", "last_traceback", "last_exc"):
            vars(sys).pop(name, None)
        try:
            self.clock.arm()
            _collect()
            self.clock.disarm()
        except clock.Stopped:
            self.clock.disarm()

    def timed(self) -> Iterator[None]:
        """Let the clock ring only while the student's code runs."""
        self.resume()
        if self.recorder:
            self.recorder.resume()
        self.clock.arm()
        yield
        self.clock.disarm()
        if self.recorder:
            self.recorder.pause()
        self.pause()

    def pytest_runtest_makereport(self, item: Any, call: Any) -> Any:
        """Note how a phase ended; pytest's own, costly picture of a failure is not needed."""
        outcome: str = "passed"
        reason: Any = None
        given_up, may = None, True
        if call.excinfo is not None and failures.is_unexpected_success(call.excinfo.value):
            outcome, reason = "failed", str(call.excinfo.value)
        elif call.excinfo is not None:
            error = call.excinfo.value
            given_up = failures.given_up(error, self.program, self.is_test)
            skips = isinstance(error, SKIPPED)
            doubtful = self.watch and (skips or item.get_closest_marker("xfail"))
            may = not doubtful or wishes.may_not_count(item, error, self.program)
            given_up = error if skips and not may else given_up
            skipped = skips and given_up is None
            outcome, reason = ("skipped", ("", 0, str(error))) if skipped else ("failed", None)
            self.note(item, failures.InterruptedTest(given_up) if given_up else error, skipped)
        return pytest.TestReport(
            nodeid=item.nodeid,
            location=item.location,
            keywords={},
            outcome=outcome,  # type: ignore[arg-type] # one of the three
            longrepr=reason,
            when=call.when,
            duration=call.duration,
            given_up=given_up is not None or not may,
        )

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Take pytest's word on a test that is expected to fail: if it does, it tells nothing, and it may have to.

        Where it has to and does not, it is the mark that is in doubt, and neither the program nor the test.
        """
        if self.current is None:
            return
        if hasattr(report, "wasxfail") and report.skipped and not report.given_up:
            self.current = {"kind": "result", "id": report.nodeid, "outcome": "skipped"}
        elif report.failed and self.current["outcome"] == "passed":  # nothing was raised
            self.current.update({"had_to_fail": True} if failures.had_to_fail(report) else {"outcome": "failed"})

    def note(self, item: Any, error: BaseException, skipped: bool) -> None:
        """Add the first exception of a test to its message."""
        if self.current is None or self.current["outcome"] != "passed":
            return
        if skipped:
            self.current["outcome"] = "skipped"
            return
        self.current["outcome"] = "raised"
        self.current.update(failures.describe(error, item, self.program, self.request["limits"], self.is_test))
        if getattr(item, "gadfly_failure", None):
            self.current.update(comparisons.written_out(item.gadfly_failure))
        else:
            scope = scopes.scope_of(error.__traceback__, self.is_test)
            self.current.update(self.wanted(scope, failed=self.current["outcome"] == "failed"))
        line_at = self.current.pop("line_at", None)
        if self.current.get("stop") and line_at:
            self.current["stop"]["line"] = line_at

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self) -> None:
        """End the process here: what pytest and its plugins sum up at the end is for nobody."""
        self.line.send({"kind": "done"})
        channel.leave(0)


def guard(item: Any, reporter: Reporter) -> None:
    """Keep a test from ending the session, from taking our builtins, and from changing how it is judged."""
    watch, say, own, known = reporter.watch, reporter.line.send, reporter.current, set(vars(reporter))
    is_own = watch is None or (watch.is_genuine(item) and "runtest" not in vars(item))
    original, usual, depth, below = item.runtest, dict(vars(builtins)), reporter.depth, reporter.foundations
    restore, asked, kind, used = vars(builtins).update, reporter.asked, type(reporter.asked), reporter.tools
    parts = used.around(item) if used else []

    def runtest() -> None:
        reporter.ran = True
        depth.begin()
        try:
            original()
        except MemoryError:
            confine.use_reserve()
            raise
        except (KeyboardInterrupt, EXIT) as error:
            raise failures.InterruptedTest(error) from error
        except BaseException as error:
            if failures.given_up(
                error, reporter.program, reporter.is_test
            ):  # what pytest would take as the test's wish
                raise failures.InterruptedTest(error) from error
            raise
        finally:
            depth.end()
            lies = vars(builtins).get("AssertionError") is not usual["AssertionError"]  # what asserts would raise
            lies = lies or not (used is None or used.are_ours(parts))
            restore(usual)
            if below:
                below.put_back()
            if watch and (lies or not (is_untouched() and is_own)):
                say({"kind": "tampered"})

    def is_untouched() -> bool:
        same = own is reporter.current and own["outcome"] == "passed" and set(vars(reporter)) <= known  # type: ignore[index]
        same = same and reporter.asked is asked and type(asked) is kind
        return not watch.put_back() and watch.is_genuine(item) and same  # type: ignore[union-attr]

    item.runtest = runtest


def same_file(first: str, second: str) -> bool:
    """Compare paths as the file system does."""
    return os.path.realpath(first) == os.path.realpath(second)
