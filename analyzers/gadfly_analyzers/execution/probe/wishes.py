"""Whether tests themselves may want not to count, or not to run: only they may say so, and the program may not."""

from __future__ import annotations

import ast
import functools
import os
import re
from typing import Any, Dict, FrozenSet, Iterator, Pattern, Sequence, Set, Tuple

import pytest
from _pytest.compat import NOTSET

from gadfly_analyzers.execution.probe import conftests, failures, places, plain, shadows

_WORDS = ("skip", "Skip", "xfail", "expectedFailure")
_CASES = ("parametrize", "params")  # by which a file gives the cases of a test
_OTHERWISE = ("__test__", "del ")  # by which a file takes back a test that it has defined
_OF_RUNNERS = frozenset(("_pytest", "pluggy", "unittest"))
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_NOTHING = re.compile(r"(?!)")
_OURS = os.path.dirname(__file__)


def may_not_count(item: Any, error: BaseException, program: str) -> bool:
    """Tell whether any file that is not the program's speaks of skipping, of those that had a part in this."""
    test, *around = files_of(item)
    spoke = passed(error) if failures.way_of_giving_up(error) else ()  # who fails says nothing of not counting
    helpers = {*around, *spoke} - {program, test}
    if has_no_cases(item, test, program) or any(map(speaks, helpers)):
        return True
    return test != program and speaks_of_it(item, test, program)


def has_no_cases(item: Any, path: str, program: str) -> bool:
    """Tell whether pytest has found no cases of a test, and it is not the program that should have given them."""
    if not any(value is NOTSET for value in getattr(getattr(item, "callspec", None), "params", {}).values()):
        return False
    return gives_cases(path, program)


@functools.lru_cache(maxsize=64)
def gives_cases(path: str, program: str) -> bool:
    """Tell whether a file of tests gives them cases of its own, none of which is the program's."""
    given = [line for line in places.lines_of(path) if any(word in line for word in _CASES)]
    return bool(given) and not any(map(names_of_program(path, program).search, given))


def speaks_of_it(item: Any, path: str, program: str) -> bool:
    """Tell whether a test's file has any word for it; what other tests say does not count, nor the program's names."""
    name, speakers = name_of(item), speakers_in(path, program)
    if name not in names_of_functions(path):
        return bool(speakers)
    return bool(speakers & {frozenset(), frozenset([name])})


@functools.lru_cache(maxsize=64)
def speakers_in(path: str, program: str) -> "FrozenSet[FrozenSet[str]]":
    """Give, for each line with a word for it, the names of the tests that the line is in: none, if it is for all."""
    within: Dict[int, Set[str]] = {}
    taken: Set[int] = set()
    for one in places.statements_of(path):
        if isinstance(one, _FUNCTIONS) and one.name.startswith("test"):
            for line in lines_in(one):
                within.setdefault(line, set()).add(one.name)
        elif takes_from(one, shadows.stem(program)):
            taken.update(lines_in(one))
    known = names_of_program(path, program)
    lines = ((number, text) for number, text in enumerate(places.lines_of(path), 1) if number not in taken)
    return frozenset(frozenset(within.get(number, ())) for number, text in lines if has_word(known.sub("", text)))


@functools.lru_cache(maxsize=64)
def names_of_functions(path: str) -> "FrozenSet[str]":
    """Give the names of all functions that are written in a file."""
    return frozenset(one.name for one in places.statements_of(path) if isinstance(one, _FUNCTIONS))


@functools.lru_cache(maxsize=64)
def speaks(path: str) -> bool:
    """Tell whether a file has any word for it."""
    return has_word(places.text_of(path))


def has_word(text: str) -> bool:
    """Tell whether a text has any word for it."""
    return any(word in text for word in _WORDS)


def takes_from(statement: ast.stmt, module: str) -> bool:
    """Tell whether a statement gives names to what is the program's."""
    if isinstance(statement, ast.ImportFrom):
        return (statement.module or "").rpartition(".")[2] == module
    return isinstance(statement, ast.Import) and any(alias.name == module for alias in statement.names)


def names_of_program(path: str, program: str) -> "Pattern[str]":
    """Describe how a file of tests writes what is the program's."""
    known = plain.known_in(places.tree_of(path), places.tree_of(program), shadows.stem(program))
    parts = [*map(re.escape, known.names), *(rf"{re.escape(name)}\.\w+" for name in known.modules)]
    return re.compile(rf"(?<![\w.])(?:{'|'.join(parts)})\b") if parts else _NOTHING


def lines_in(node: Any) -> "range":
    """Number the lines of a statement, its decorators among them."""
    first = min([node.lineno, *(one.lineno for one in getattr(node, "decorator_list", ()))])
    return range(first, (node.end_lineno or node.lineno) + 1)


def name_of(item: Any) -> str:
    """Give the name of a test's function."""
    return str(getattr(item, "originalname", None) or item.name)


def files_of(item: Any) -> "Iterator[str]":
    """Give a test's file, and each ``conftest.py`` around it."""
    path = str(item.fspath)
    yield path
    yield from conftests.above(path)


def passed(error: BaseException) -> "Iterator[str]":
    """Give the files through which an exception came, without those of what runs tests."""
    trace = error.__traceback__
    while trace is not None:
        path = trace.tb_frame.f_code.co_filename
        if os.path.dirname(path) != _OURS and not _OF_RUNNERS.intersection(path.replace("\\", "/").split("/")):
            yield path
        trace = trace.tb_next


def missing(items: "Sequence[Any]", tests: "Sequence[str]") -> "Set[Tuple[str, str, str]]":
    """Give the tests that stand in files and were not found there, though others were, as (path, class, name)."""
    found = {(str(item.fspath), class_of(item), name_of(item)) for item in items}
    loaded = {path for path, *_ in found}
    usual = (path for path in tests if path in loaded and not takes_back(path))
    return {(path, *test) for path in usual for test in tests_in(path)} - found


def names_are_usual(config: Any) -> bool:
    """Tell whether tests are known by the names by which pytest knows them."""
    return [config.getini(name) for name in ("python_functions", "python_classes")] == [["test"], ["Test"]]


def lacks_all(collector: Any, report: Any) -> bool:
    """Tell whether a file has loaded, tests stand in it, and not one was found, though nobody around it chooses."""
    if type(collector) is not pytest.Module or report.outcome != "passed" or report.result:
        return False
    if not names_are_usual(collector.config):
        return False
    path = str(collector.fspath)
    return not takes_back(path) and not has_conftest([collector]) and any(True for _ in tests_in(path))


def takes_back(path: str) -> bool:
    """Tell whether a file has a word for taking back a test that it has defined."""
    return any(word in places.text_of(path) for word in _OTHERWISE)


def class_of(item: Any) -> str:
    """Name the class of a test; nothing if it has none."""
    return str(getattr(getattr(item, "cls", None), "__name__", ""))


def tests_in(path: str) -> "Iterator[Tuple[str, str]]":
    """Name what is a test by the text of a file, and nothing but that, as (class, name)."""
    tree: Any = places.tree_of(path)
    once = names_bound_once(tree.body)
    yield from (("", name) for name in functions_in(tree.body))
    for one in tree.body:
        if isinstance(one, ast.ClassDef) and one.name in once and is_of_tests(one):
            yield from ((one.name, name) for name in functions_in(one.body))


def functions_in(body: "Sequence[ast.stmt]") -> "Iterator[str]":
    """Name the functions that are tests, of those that a part of a file defines."""
    once = names_bound_once(body)
    for one in body:
        is_test = isinstance(one, ast.FunctionDef) and one.name.startswith("test") and not one.decorator_list
        if is_test and one.name in once:  # type: ignore[attr-defined] # a function has a name
            yield one.name  # type: ignore[attr-defined] # likewise


def names_bound_once(body: "Sequence[ast.stmt]") -> "Set[str]":
    """Give the names to which a part of a file gives one meaning."""
    names = [name for one in body for name in plain.names_bound(one)]
    return {name for name in names if names.count(name) == 1}


def is_of_tests(one: ast.ClassDef) -> bool:
    """Tell whether pytest takes a class for one of tests, whatever stands elsewhere."""
    bases = {getattr(base, "id", getattr(base, "attr", "")) for base in one.bases}
    makes = {each.name for each in one.body if isinstance(each, ast.FunctionDef)} & {"__init__", "__new__"}
    if one.decorator_list or one.keywords or makes or not bases <= {"TestCase", "object"}:
        return False
    return "TestCase" in bases or one.name.startswith("Test")


def has_conftest(items: "Sequence[Any]") -> bool:
    """Tell whether there is a ``conftest.py`` that may choose among tests."""
    return any(os.path.exists(path) for item in items for path in list(files_of(item))[1:])
