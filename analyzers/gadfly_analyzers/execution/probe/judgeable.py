"""The text of a test that can be judged by answers alone, read alike where it runs and where it is judged."""

from __future__ import annotations

import ast
import functools
from typing import Any, NamedTuple, Optional, Tuple

from gadfly_analyzers.execution.probe import places, plain, shadows

_SETS_UP = ("setUp", "setup_method")


class Text(NamedTuple):
    """The file of a test, how that speaks of the program, and the functions that run: the test is the last."""

    tests: ast.Module
    known: plain.Known
    parts: "Tuple[ast.FunctionDef, ...]"


def text_of(item: Any, program: str) -> Optional[Text]:
    """Read a test that looks at nothing but answers; nothing for others."""
    name = getattr(item, "originalname", None) or item.name
    owner = getattr(item, "cls", None)
    return text_in(str(item.fspath), None if owner is None else owner.__name__, name, program)


@functools.lru_cache(maxsize=1024)
def text_in(path: str, owner: Optional[str], name: str, program: str) -> Optional[Text]:
    """Read a test by its name, once for all of its parameters."""
    tests, known = file_of(path, program)
    parts = definition(owner, name, tests, known) if known is not None else ()
    return Text(tests, known, parts) if parts and all(plain.is_plain_test(part, known) for part in parts) else None


@functools.lru_cache(maxsize=64)
def file_of(path: str, program: str) -> "Tuple[Any, Any]":
    """Read a file of tests and how it speaks of the program; not the latter, if loading it may do more."""
    tests: Any = places.tree_of(path)
    if not plain.is_plain_file(tests):
        return tests, None
    return tests, plain.known_in(tests, places.tree_of(program), shadows.stem(program))


def definition(owner: Optional[str], name: str, tests: Any, known: plain.Known) -> "Tuple[ast.FunctionDef, ...]":
    """Find a test's text, if it is a function at the top of its file, or of a class that has tests and values alone."""
    if owner is None:
        return only(one for one in tests.body if isinstance(one, ast.FunctionDef) and one.name == name)
    classes = [one for one in tests.body if isinstance(one, ast.ClassDef) and one.name == owner]
    if len(classes) != 1 or not is_on_its_own(classes[0]):
        return ()
    if not all(is_usual(one, known) for one in classes[0].body):
        return ()
    functions = [one for one in classes[0].body if isinstance(one, ast.FunctionDef)]
    test = only(one for one in functions if one.name == name)
    return (*(one for one in functions if one.name in _SETS_UP), *test) if test else ()


def is_on_its_own(tests: ast.ClassDef) -> bool:
    """Tell whether a class of tests has nothing from another one that somebody wrote."""
    bases = {getattr(base, "id", getattr(base, "attr", "")) for base in tests.bases}
    return not tests.keywords and not tests.decorator_list and bases <= {"TestCase", "object"}


def only(found: Any) -> "Tuple[ast.FunctionDef, ...]":
    """Give what there is, if there is one of it."""
    functions = tuple(found)
    return functions if len(functions) == 1 else ()


def is_usual(statement: ast.stmt, known: plain.Known) -> bool:
    """Tell whether a piece of a class is a test, sets one up, or gives a value of its own a name."""
    if isinstance(statement, ast.FunctionDef):
        return statement.name.startswith("test") or (statement.name in _SETS_UP and not statement.decorator_list)
    is_own = plain.is_value(statement) and not known.is_foreign(statement, set())
    return isinstance(statement, ast.Pass) or is_own
