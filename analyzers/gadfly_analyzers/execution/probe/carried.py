"""The tests that a program carries itself, run again and again without pytest."""

from __future__ import annotations

import doctest
import os
import sys
from types import CodeType, ModuleType, TracebackType
from typing import Any, Iterable, Optional

from gadfly_analyzers.execution.probe import pairs, places, program
from gadfly_analyzers.execution.probe.checks import Check
from gadfly_analyzers.execution.probe.worlds import Own, World


class CarriedCheck(Check):
    """A test in the program's own file, or in files beside it."""

    def __init__(self, item: Any, own: Own) -> None:
        super().__init__(item)
        self.came = 0

    def position(self, trace: Optional[TracebackType]) -> int:
        """Tell how far it came."""
        return self.came


class AssertCheck(CarriedCheck):
    """One assert: runs what comes before it, other asserts left out, and then the assert."""

    def __init__(self, item: Any, own: Own) -> None:
        super().__init__(item, own)
        lines = [statement.lineno for statement in program.asserts_of(places.tree_of(own.text.path))]
        self.number = lines.index(item.gadfly_line)

    def run(self, world: World) -> None:
        """Run the program up to the assert."""
        self.came = 0
        run_as("__main__", world, self.codes(world))

    def codes(self, world: World) -> "Iterable[CodeType]":
        """Give the statements to run."""
        asserts = 0
        for unit in world.own.version.units:
            if not unit.is_assert:
                yield unit.code
            elif asserts == self.number:
                self.came = 1
                yield unit.code
                return
            else:
                asserts += 1
        raise LookupError


class ExampleCheck(CarriedCheck):
    """The examples of one docstring."""

    def __init__(self, item: Any, own: Own) -> None:
        super().__init__(item, own)
        self.test: doctest.DocTest = item.test
        self.name = os.path.splitext(os.path.basename(own.text.path))[0]

    def run(self, world: World) -> None:
        """Run them until one goes wrong."""
        self.came = -1
        version, known = world.own.version, self.test
        if "examples" not in world.once:
            units = [unit.code for unit in version.units if not unit.is_assert and not unit.guarded]
            world.once["examples"] = run_as(self.name, world, units if world.own.text.by_statement else version.codes)
        names = dict(vars(world.once["examples"]))
        test = doctest.DocTest(known.examples, names, known.name, known.filename, known.lineno, known.docstring)
        try:
            program.run_examples(test, program.Examples(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE))
        except (doctest.DocTestFailure, doctest.UnexpectedException) as failure:
            self.came = failure.example.lineno
            raise


class PairCheck(CarriedCheck):
    """Runs the program as a script with input typed, and compares what it prints."""

    def __init__(self, item: Any, own: Own) -> None:
        super().__init__(item, own)
        self.given = pairs.read(item.given)
        self.wanted = pairs.lines_of(pairs.read(item.wanted))

    def run(self, world: World) -> None:
        """Run the program and compare."""
        self.came = 0
        before = sys.stdin, sys.stdout, sys.argv
        printed = pairs.Printed(sys.stdout)
        sys.stdin, sys.stdout, sys.argv = pairs.typed(self.given), printed, [world.own.text.path]
        try:
            run_as("__main__", world, world.own.version.codes)
        except SystemExit as error:
            if error.code not in (None, 0):
                raise
        finally:
            sys.stdin, sys.stdout, sys.argv = before
        self.compare(printed.getvalue())

    def compare(self, text: str) -> None:
        """Compare line by line."""
        found = pairs.lines_of(text)
        agree = [one == other for one, other in zip(found, self.wanted)]  # noqa: B905 # not in 3.9
        self.came = [*agree, False].index(False)
        if found != self.wanted:
            raise AssertionError


def run_as(name: str, world: World, codes: "Iterable[CodeType]") -> ModuleType:
    """Run code as a module of that name."""
    module = ModuleType(name)
    module.__file__ = world.own.text.path
    before = sys.modules.get(name)
    sys.modules[name] = module
    try:
        for code in codes:
            exec(code, module.__dict__)
    finally:
        if before is not None:
            sys.modules[name] = before
    return module
