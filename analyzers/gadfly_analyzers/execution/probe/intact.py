"""Whether what runs the tests is still what it was before any of the student's code ran; what is not is put back.

This notices what Python code does by ordinary means: other functions in place of ours, pytest's or unittest's, other
tests in place of those in the file, other builtins.
It does not notice what machine code does, or whoever puts back what he changed before we look.
"""

from __future__ import annotations

import builtins
import sys
from operator import attrgetter, is_
from types import CodeType, FunctionType, ModuleType
from typing import Any, Dict, Iterator, List, Sequence, Set, Tuple

from gadfly_analyzers.execution.probe import meanings, wishes

_OURS = __name__.rpartition(".")[0]
_WATCHED = (
    *(f"{_OURS}.{name}" for name in ("asked", "channel", "clock", "comparisons", "conftests", "failures", "hooks")),
    *(f"{_OURS}.{name}" for name in ("intact", "judgeable", "meanings", "pairs", "places", "plain", "program")),
    *(f"{_OURS}.{name}" for name in ("reporter", "seal", "shadows", "tools", "values", "view", "wishes")),
    *("_pytest.runner", "_pytest.python", "_pytest.unittest", "_pytest.reports", "_pytest.nodes", "_pytest.outcomes"),
    *("pluggy._callers", "pluggy._hooks", "pluggy._manager", "unittest.case"),
    *("_pytest.capture", "_pytest.python_api", "_pytest.raises", "_pytest.recwarn"),
)
_BUILTINS = (
    "AssertionError BaseException Exception KeyboardInterrupt all any bool dict float getattr hasattr int isinstance "
    "issubclass len list object set str super tuple type zip"
).split()
_APART = tuple(  # which have builtins of their own
    f"{_OURS}.{name}" for name in ("asked", "clock", "codes", "depth", "guards", "places", "tools", "values")
)
_HYPOTHESIS = "hypothesis"
Place = Tuple[Any, str, Any, Any]  # owner, name, value, its code
Part = Tuple[Any, List[str], List[Any]]  # what an owner has by name, the names, what they stand for
# As they are now: what the program puts in their places does not reach us.
_all, _map, _codes = all, map, attrgetter("__code__")


class Watch:
    """Remembers how things were when it was made."""

    def __init__(self, rewritten: "Dict[str, Any]", program: str) -> None:
        self.places: List[Place] = [place for name in _WATCHED for place in parts(sys.modules.get(name))]
        self.places += [(builtins, name, getattr(builtins, name), None) for name in _BUILTINS]
        self.places += [place for name in _APART if name in sys.modules for place in apart(sys.modules[name])]
        self.parts = by_owner(self.places)
        self.functions = [getattr(value, "__func__", value) for _, _, value, code in self.places if code is not None]
        self.theirs = [code for *_, code in self.places if code is not None]
        self.program = program
        self.meanings = {path: meanings.of_file(path) for path in rewritten}
        # Hypothesis gives its own function the looks of the test that it draws cases for.
        self.drawing = {path for path, code in rewritten.items() if _HYPOTHESIS in code[1].co_names}
        self.codes: Set[int] = {id(one) for _, code in rewritten.values() for one in codes_in(code)}

    def put_back(self) -> bool:
        """Put back what is not as it was; tell whether there was any."""
        if self.all_stand():
            return False
        changed = [place for place in self.places if not stands(place)]
        for owner, name, value, code in changed:
            setattr(owner, name, value)
            if code is not None:
                function: Any = getattr(value, "__func__", value)
                function.__code__ = code
        return bool(changed)

    def all_stand(self) -> bool:
        """Tell whether all is as it was; quick, for it is asked after each test."""
        same = (_all(_map(is_, _map(names.get, known), values)) for names, known, values in self.parts)
        return _all(same) and _all(_map(is_, _map(_codes, self.functions), self.theirs))

    def is_genuine(self, item: Any) -> bool:
        """Tell whether a test is what its file says."""
        function: Any = getattr(item, "obj", None)
        if str(item.fspath) in self.drawing:
            function = getattr(getattr(function, _HYPOTHESIS, None), "inner_test", function)
        while hasattr(function, "__wrapped__"):
            function = function.__wrapped__
        code: Any = getattr(getattr(function, "__func__", function), "__code__", None)
        if code is None or str(item.fspath) not in self.meanings:
            return True
        if code.co_filename in self.meanings:
            return id(code) in self.codes and self.has_its_names(function, code.co_filename)
        path, name = str(item.fspath), wishes.name_of(item)
        return code.co_filename != self.program or not meanings.defines(path, top_name(item), name)

    def has_its_names(self, function: Any, path: str) -> bool:
        """Tell whether what a test's file defines is there as it is written."""
        names: Any = getattr(getattr(function, "__func__", function), "__globals__", {})
        return meanings.hold(self.meanings[path], names, self.codes)


def top_name(item: Any) -> str:
    """Give the name at the top of its file by which pytest found a test, or the class around it."""
    chain = item.listchain()
    place = max(number for number, node in enumerate(chain) if isinstance(getattr(node, "obj", None), ModuleType))
    return wishes.name_of(chain[place + 1])


class Own:
    """What Python itself is made of, so that nobody blames a test for what the program has broken.

    Nothing here calls what may be gone.
    """

    def __init__(self) -> None:
        self.builtins = dict(vars(builtins))
        self.restore = vars(builtins).update
        self.modules = sys.modules

    def mend(self) -> bool:
        """Put Python's own names back; tell whether one of them was gone, or stood for what cannot be called."""
        now = vars(builtins)
        held = {**now}
        self.restore(self.builtins)
        names = [name for name, value in self.builtins.items() if callable(value)]
        return not all(callable(held.get(name)) for name in names) or self.modules.get("sys") is not sys


def parts(module: Any) -> "Iterator[Place]":
    """List the functions of a module and of its classes."""
    for name, value in list(vars(module).items()) if module else ():
        if getattr(value, "__module__", None) != module.__name__:
            continue
        if isinstance(value, (type, FunctionType)):
            yield module, name, value, code_of(value)
        if isinstance(value, type):
            inner = ((value, key, one, code_of(one)) for key, one in list(vars(value).items()))
            yield from (place for place in inner if place[3] is not None)


class Apart:
    """The builtins that a module has for itself, by their names."""

    def __init__(self, module: Any) -> None:
        self.__dict__ = vars(module)["__builtins__"]


def apart(module: Any) -> "Iterator[Place]":
    """List the builtins that a module has for itself."""
    owner = Apart(module)
    yield from ((owner, name, value, None) for name, value in list(vars(owner).items()))


def by_owner(places: "List[Place]") -> "List[Part]":
    """Put together what belongs to one owner, so that it can be compared at once."""
    found: Dict[int, Part] = {}
    for owner, name, value, _ in places:
        _, known, values = found.setdefault(id(owner), (vars(owner), [], []))
        known.append(name)
        values.append(value)
    return list(found.values())


def code_of(value: Any) -> Any:
    """Give the code of a function or of a method of a class; nothing for others."""
    value = getattr(value, "__func__", value)
    return value.__code__ if isinstance(value, FunctionType) else None


def stands(place: Place) -> bool:
    """Tell whether a name still stands for the same function."""
    owner, name, value, code = place
    return vars(owner).get(name) is value and (code is None or code_of(value) is code)


def codes_in(code: CodeType) -> "Iterator[CodeType]":
    """Give a code object and those in it."""
    waiting: Sequence[Any] = [code]
    while waiting:
        found = [one for one in waiting if isinstance(one, CodeType)]
        yield from found
        waiting = [constant for one in found for constant in one.co_consts]
