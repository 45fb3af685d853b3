"""The tests that a program carries itself: asserts, doctests, test functions, and input and output beside it."""

from __future__ import annotations

import ast
import builtins
import contextlib
import doctest
import functools
import os
import sys
import types
from typing import Any, Dict, Iterator, List, Optional

import pytest

from gadfly_analyzers.execution.probe import overlay, places
from gadfly_analyzers.execution.probe.pairs import PairItem, pairs_of

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class ProgramFile(pytest.Module):
    """The program as a file of tests; it is loaded only if some of its tests need that."""

    def collect(self) -> Iterator[Any]:
        """Give the tests of every kind."""
        path = str(self.fspath)
        tree = places.tree_of(path)
        for pair in pairs_of(path):
            yield PairItem.from_parent(self, name=pair, program=path)
        for statement, line in zip(asserts_of(tree), lines_of_asserts(path, tree)):  # noqa: B905
            yield AssertItem.from_parent(self, name=f"assert on line {line}", line=statement.lineno)
        if has_examples(tree):
            yield from self.examples(path)
        if has_tests(tree):
            yield from super().collect()

    def examples(self, path: str) -> Iterator[Any]:
        """Give one test per docstring with examples."""
        module = load(path)
        with known_as(module.__name__, module):  # to doctest, what others hold by this name is of another module
            tests = doctest.DocTestFinder(exclude_empty=True).find(module, "", globs=None)
        for test in tests:
            if test.examples:
                yield ExampleItem.from_parent(self, name=f"examples of {test.name.strip('.') or 'the file'}", test=test)


def has_tests(tree: ast.AST) -> bool:
    """Tell whether the program defines test functions or test cases."""
    for node in getattr(tree, "body", ()):
        if isinstance(node, _FUNCTIONS) and node.name.startswith("test"):
            return True
        if isinstance(node, ast.ClassDef):
            bases = {getattr(base, "attr", getattr(base, "id", "")) for base in node.bases}
            if node.name.startswith("Test") or "TestCase" in bases:
                return True
    return False


def has_examples(tree: ast.AST) -> bool:
    """Tell whether a docstring has examples."""
    documented = (ast.Module, ast.ClassDef, *_FUNCTIONS)
    return any(
        ">>>" in (ast.get_docstring(node, clean=False) or "") for node in ast.walk(tree) if isinstance(node, documented)
    )


def asserts_of(tree: ast.AST) -> List[ast.Assert]:
    """List the asserts on the top level and under ``if __name__ == "__main__"``."""
    return [node for node in statements_of(tree) if isinstance(node, ast.Assert)]


def lines_of_asserts(path: str, tree: ast.AST) -> List[int]:
    """Give the lines by which asserts are known: those in the file, also where a text stands for it."""
    known = [statement.lineno for statement in asserts_of(tree)]
    try:
        usual = [statement.lineno for statement in asserts_of(ast.parse(overlay.usual(path) or b""))]
    except (SyntaxError, ValueError):
        usual = []
    return usual if len(usual) == len(known) else known


def statements_of(tree: ast.AST) -> List[ast.stmt]:
    """List what a start of the program as a script would run, guards opened."""
    found: List[ast.stmt] = []
    for node in getattr(tree, "body", ()):
        found += node.body if is_guard(node) else [node]
    return found


def is_guard(node: ast.stmt) -> bool:
    """Tell whether a statement is ``if __name__ == "__main__":``."""
    if not isinstance(node, ast.If):
        return False
    names = {part.id for part in ast.walk(node.test) if isinstance(part, ast.Name)}
    words = {part.value for part in ast.walk(node.test) if isinstance(part, ast.Constant)}
    return "__name__" in names and "__main__" in words


@functools.lru_cache(maxsize=1)
def load(path: str) -> types.ModuleType:
    """Import the program, without asserts on its top level: these are tests of their own."""
    tree = places.parsed(path)
    tree.body = [node for node in tree.body if not isinstance(node, ast.Assert)]
    return execute(path, tree, os.path.splitext(os.path.basename(path))[0])


def execute(path: str, tree: ast.Module, name: str) -> types.ModuleType:
    """Run a syntax tree as the module of a file."""
    module = types.ModuleType(name)
    module.__file__ = path
    with known_as(name, module):
        exec(compile(tree, path, "exec"), module.__dict__)
    return module


@contextlib.contextmanager
def known_as(name: str, module: types.ModuleType) -> Iterator[None]:
    """Have a module imported by a name, and afterwards the one that was before, if there was one."""
    before = sys.modules.get(name)
    sys.modules[name] = module
    try:
        yield
    finally:
        if before is not None:
            sys.modules[name] = before


class ProgramItem(pytest.Item):
    """A test that the program carries."""

    gadfly_line = 1
    gadfly_source = ""

    def reportinfo(self) -> Any:
        """Say where it is written."""
        return self.fspath, self.gadfly_line - 1, self.name


class AssertItem(ProgramItem):
    """One assert: runs what comes before it, other asserts left out, and then the assert."""

    gadfly_main = True

    def __init__(self, *, line: int, **options: Any) -> None:
        super().__init__(**options)
        self.gadfly_line = line
        statement = next(one for one in asserts_of(places.tree_of(str(self.fspath))) if one.lineno == line)
        self.gadfly_source = ast.get_source_segment(places.text_of(str(self.fspath)), statement) or ""

    def runtest(self) -> None:
        """Run the program up to the assert."""
        from _pytest.assertion.rewrite import rewrite_asserts

        path = str(self.fspath)
        tree = places.parsed(path)
        before = [node for node in statements_of(tree) if node.lineno <= self.gadfly_line]
        tree.body = [node for node in before if not isinstance(node, ast.Assert) or node.lineno == self.gadfly_line]
        rewrite_asserts(tree, places.text_of(path).encode(), path, self.config)
        execute(path, tree, "__main__")


class ExampleItem(ProgramItem):
    """The examples of one docstring; the first that goes wrong is what it tells of."""

    def __init__(self, *, test: doctest.DocTest, **options: Any) -> None:
        super().__init__(**options)
        self.test = test
        self.gadfly_line = (test.lineno or 0) + 1
        self.gadfly_source = test.docstring or ""
        self.gadfly_failure: Optional[Dict[str, Any]] = None

    def runtest(self) -> None:
        """Run them until one goes wrong."""
        runner = Examples(verbose=False, optionflags=doctest.NORMALIZE_WHITESPACE)
        try:
            run_examples(self.test, runner)
        except doctest.DocTestFailure as failure:
            line = self.gadfly_line + failure.example.lineno
            source = failure.example.source.strip()
            failed = {"line": line, "source": source, "want": failure.example.want, "got": failure.got}
            self.gadfly_failure = {**failed, "printed": bool(failure.got) and not runner.shown}
            raise AssertionError(source) from None
        except doctest.UnexpectedException as failure:
            self.gadfly_failure = {
                "line": self.gadfly_line + failure.example.lineno,
                "source": failure.example.source.strip(),
                "want": failure.example.want,
            }
            raise failure.exc_info[1] from None


class Examples(doctest.DebugRunner):
    """Knows whether the last example had a value: otherwise what there is to compare was printed."""

    shown = False

    def report_start(self, out: Any, test: doctest.DocTest, example: doctest.Example) -> None:
        """Begin an example."""
        self.shown = False

    def show(self, value: Any) -> None:
        """Show a value as Python's prompt does."""
        if value is not None:
            self.shown = True
            builtins._ = value  # type: ignore[attr-defined] # as the prompt does
            sys.stdout.write(repr(value) + "\n")


def run_examples(test: doctest.DocTest, runner: Examples) -> None:
    """Run examples until one goes wrong, which raises what doctest says of it."""
    show, sys.__displayhook__ = sys.__displayhook__, runner.show
    try:
        runner.run(test, out=lambda _: None, clear_globs=False)
    finally:
        sys.__displayhook__ = show


def carries_tests(path: str) -> bool:
    """Tell whether the program has tests of its own, without loading it."""
    tree = places.tree_of(path)
    return bool(asserts_of(tree) or has_examples(tree) or has_tests(tree) or pairs_of(path))


def test_lines(path: str) -> "frozenset[int]":
    """Return the lines of the program that are tests, not the code under test."""
    tree = places.tree_of(path)
    tests: List[ast.stmt] = list(asserts_of(tree))
    for node in getattr(tree, "body", ()):
        if (is_guard(node) and tests) or has_tests(ast.Module(body=[node], type_ignores=[])):
            tests.append(node)
    return frozenset(line for node in tests for line in range(node.lineno, (node.end_lineno or node.lineno) + 1))
