"""What an exception says about a test or about a file that did not load."""

from __future__ import annotations

import unittest
from typing import Any, Dict, Optional

import pytest

from gadfly_analyzers.execution.probe import clock, places, scopes
from gadfly_analyzers.execution.probe.values import type_name

LONGEST_MESSAGE = 500
BROKEN = "the program broke the Python that ran it."
EMPTIED = "the tests of `{file}` are gone once it has loaded."
TOO_DEEP = "Python cannot read it, for its brackets or operators are nested too deep"
READS_INPUT = "the program asked for input, but nobody types anything in a test"
_GIVES_UP = {  # as they are now, whatever a program makes of them
    pytest.skip.Exception: "pytest.skip",
    unittest.SkipTest: "unittest.SkipTest",
    pytest.xfail.Exception: "pytest.xfail",
}
MORE_INPUT = "the program asked for more input than there was"


_FAILED = pytest.fail.Exception  # likewise
_HAD_TO_FAIL = ("[XPASS(strict)]", "Unexpected success")  # so begins what is said of a test that did not


class InterruptedTest(BaseException):
    """Stands for what would end the whole session, so that it ends only its test."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__()
        self.cause = cause


def describe(
    error: BaseException, item: Any, program: str, limits: Dict[str, Any], is_test: places.IsTest
) -> Dict[str, Any]:
    """Tell how a test ended by this exception."""
    if isinstance(error, InterruptedTest):
        return {**describe(error.cause, item, program, limits, is_test), **interrupted(error.cause, program)}
    line = places.deepest(error.__traceback__, program, is_test)
    told: Dict[str, Any] = {"asserted_line": asserted_line(error, item, is_test)}
    stop = stop_of(error, line, limits)
    if stop is not None:
        return {**told, **stop}
    kind = type_name(error)
    if kind == "Failed" or (isinstance(error, AssertionError) and line is None):
        return {**told, "outcome": "failed"}
    message = MORE_INPUT if hasattr(item, "given") and kind == "EOFError" else message_of(error)
    return {**told, "outcome": "raised", "raised": {"type": kind, "message": message, "line": line}}


def is_unexpected_success(error: BaseException) -> bool:
    """Tell whether an exception only says that a test of unittest's passes that is expected to fail."""
    trace = error.__traceback__
    return isinstance(error, _FAILED) and trace is not None and trace.tb_frame.f_code.co_name == "addUnexpectedSuccess"


def had_to_fail(report: Any) -> bool:
    """Tell whether a report counts a test as failed for nothing but that it passes."""
    return str(report.longrepr).startswith(_HAD_TO_FAIL)


def asserted_line(error: BaseException, item: Any, is_test: places.IsTest) -> Optional[int]:
    """Find the line of the test's file at which it failed."""
    written = getattr(item, "gadfly_failure", None)
    if written:
        line: Optional[int] = written["line"]
        return line
    scope = scopes.scope_of(error.__traceback__, is_test)
    while scope is not None and scope.path != str(item.fspath):
        scope = scope.outer
    return scope.line if scope else None


def stop_of(error: BaseException, line: Optional[int], limits: Dict[str, Any]) -> Optional[Dict[str, Any]]:
    """Tell of an end by a limit or by the program's own will."""
    if isinstance(error, clock.Stopped):
        reason = f"stopped after {clock.words(limits['test_seconds'])}"
        return {"outcome": "stopped", "stop": {"reason": reason, "line": line}}
    if isinstance(error, MemoryError):
        size = limits["memory_bytes"] // (1024 * 1024)
        reason = f"stopped when it wanted more than {size} MB of memory"
        return {"outcome": "stopped", "stop": {"reason": reason, "line": line}}
    if isinstance(error, SystemExit):
        return {"outcome": "ended", "stop": {"reason": "the program ended itself with `sys.exit`", "line": line}}
    return None


def given_up(error: BaseException, program: str, is_test: places.IsTest) -> Optional[BaseException]:
    """Find the exception by which the program, and not the test, says that a test shall not count."""
    skips = (one for one in (error, error.__context__) if one is not None and way_of_giving_up(one))
    return next((one for one in skips if places.deepest(one.__traceback__, program, is_test) is not None), None)


def way_of_giving_up(error: BaseException) -> Optional[str]:
    """Name what makes an exception of this kind, if it says that a test shall not count."""
    return next((way for kind, way in _GIVES_UP.items() if isinstance(error, kind)), None)


def interrupted(error: BaseException, program: str) -> Dict[str, Any]:
    """Tell of an exception that is meant to end all of Python or all of pytest, or to have the test not count."""
    other = "KeyboardInterrupt" if isinstance(error, KeyboardInterrupt) else "pytest.exit"
    stop = {
        "reason": f"the program interrupted the test with `{way_of_giving_up(error) or other}`",
        "line": places.deepest(error.__traceback__, program),
    }
    return {"outcome": "ended", "stop": stop, "raised": None}


def message_of(error: BaseException) -> str:
    """Word an exception, whatever its ``__str__`` does."""
    if type(error) is EOFError:
        return READS_INPUT
    try:
        return str(error)[:LONGEST_MESSAGE]
    except clock.Stopped:
        raise
    except BaseException:  # the student's own ``__str__`` may fail in any way
        return ""


def loading(error: BaseException, program: str, path: str, seconds: float) -> Dict[str, Any]:
    """Tell which file did not load, at which line, and why."""
    cause = error
    while type(cause).__name__ == "CollectError" and cause.__cause__ is not None:
        cause = cause.__cause__
    line = line_of_loading(cause, program)
    is_own = line is not None or (isinstance(cause, SyntaxError) and cause.filename == program)
    if not is_own:
        line = line_of_loading(cause, path)
    what = TOO_DEEP if line is None and is_too_deep(cause) else why(cause, seconds)
    return {"what": what, "path": program if is_own or not path else path, "line": line}


def is_too_deep(error: BaseException) -> bool:
    """Tell whether Python could not read a file for all that is nested in it."""
    parsing = type(error) is RecursionError and "during" in message_of(error)  # "during compilation", "… ast …"
    return parsing or type(error) is MemoryError


def line_of_loading(error: BaseException, path: str) -> Optional[int]:
    """Find the line of a file where an exception arose, or which is not Python at all."""
    if isinstance(error, SyntaxError) and error.filename == path:
        return error.lineno or None  # what is wrong with a whole file is said to be at line 0
    return places.deepest(error.__traceback__, path)


def why(error: BaseException, seconds: float) -> str:
    """Word why a file did not load."""
    if isinstance(error, clock.Stopped):
        return f"it did not end within {clock.words(seconds)}"
    if isinstance(error, SystemExit):
        return "it ended itself with `sys.exit`"
    message = message_of(error)
    if isinstance(error, SyntaxError) and not error.lineno:  # at "line 0", which nobody finds
        message = error.msg
    return f"{type_name(error)}: {message}" if message else type_name(error)
