"""What a test asks of the program and what it gets, written down while it runs, so that it can be judged elsewhere."""

from __future__ import annotations

import builtins
import os
from types import ModuleType
from typing import Any, Dict, List, Optional, Tuple

from gadfly_analyzers.execution.probe import judgeable
from gadfly_analyzers.execution.probe.values import type_name
from gadfly_analyzers.execution.probe.view import under

globals()["__builtins__"] = dict(vars(builtins))  # what the student's code puts in their place does not reach us

MOST = 1000  # answers of one test
LONGEST = 4000  # letters of one answer
TOTAL = 100_000  # letters of all answers of one test that are looked at: some milliseconds
DEPTH = 12
BITS = 12_000
_ENDLESS = float("inf")
_COLLECTIONS = frozenset({list, tuple, set})


class Asked:
    """Notes the answers of one test after another, if it is one that can be judged by them."""

    __slots__ = ("answers", "left", "program", "replaced", "test")  # so that no method can be replaced in it

    def __init__(self, program: str) -> None:
        self.program = program
        self.test = ""
        self.answers: Optional[List[Dict[str, Any]]] = None
        self.left = 0  # letters to look at
        self.replaced: List[Tuple[Dict[str, Any], str, Any, Any]] = []

    def begin(self, item: Any) -> None:
        """Listen to what a test asks by the names that its text has for that."""
        self.answers = None
        text = judgeable.text_of(item, self.program)
        if text is None or is_set_up(item, os.path.dirname(self.program)):
            return
        self.answers, self.left, self.test = [], TOTAL, text.parts[-1].name
        names = vars(item.module)
        for name in text.known.names_asked(text.parts):
            usual = names.get(name)
            ours = self.listening(text.known.names.get(name, ""), usual)
            if ours is not None:
                names[name] = ours
                self.replaced.append((names, name, ours, usual))

    def listening(self, name: str, usual: Any) -> Any:
        """Make what stands in a test's file for a function of the program, or for the program."""
        if name:
            return self.noting(name, usual)
        return listening(self, usual) if isinstance(usual, ModuleType) else None

    def noting(self, name: str, usual: Any) -> Any:
        """Make a function that asks, and notes what came, be it only that this is no function."""

        def ask(*values: Any, **named: Any) -> Any:
            try:
                value = usual(*values, **named)
            except BaseException as error:
                self.note(name, raised=type_name(error))
                raise
            self.note(name, value)
            return value

        ask.__code__ = ask.__code__.replace(co_name=self.test)  # for a program that asks who called it
        return ask

    def note(self, name: str, value: Any = None, raised: Optional[str] = None) -> None:
        """Note one answer; of one more than there may be, that there are too many, and nothing of others."""
        if self.answers is None or len(self.answers) > MOST:
            return
        returned = None if raised else self.written(value)
        self.answers.append({"function": name, "returned": returned, "raised": raised})

    def written(self, value: Any) -> Optional[str]:
        """Write a value, unless the test has given as much as is looked at."""
        if self.left <= 0:
            return None
        left = [LONGEST]
        try:
            return written(value, left)
        finally:
            self.left -= LONGEST - left[0]

    def end(self) -> "Dict[str, Any]":
        """Listen no more; give what there is to be told."""
        for names, name, ours, usual in self.replaced:
            if names.get(name) is ours:
                names[name] = usual
        self.replaced.clear()
        if self.answers is None or len(self.answers) > MOST:
            return {"answers": None}
        return {"answers": self.answers}


def is_set_up(item: Any, folder: str) -> bool:
    """Tell whether fixtures of the student's run for a test, who may use the names otherwise than to call."""
    known = getattr(getattr(item, "_fixtureinfo", None), "name2fixturedefs", {})
    functions = [getattr(one, "func", None) for definitions in known.values() for one in definitions]
    paths = [getattr(getattr(one, "__code__", None), "co_filename", "") for one in functions]
    return any(under(path, folder) and "site-packages" not in path for path in paths)


def listening(asked: Asked, module: ModuleType) -> ModuleType:
    """Make what stands for the program in a file of tests: it has the program's names, and none of its own."""

    class Listening(ModuleType):
        def __getattribute__(self, name: str) -> Any:
            if name.startswith("__"):
                return getattr(module, name)  # Python asks for these
            try:
                value = getattr(module, name)
            except BaseException as error:
                asked.note(name, raised=type_name(error))
                raise
            return asked.noting(name, value)  # tests that are listened to do nothing but call it

    return Listening(module.__name__)


def written(value: Any, left: "List[int]") -> Optional[str]:
    """Write a value so that it can be read again, if it is of Python's own types and no longer than is ``left``."""
    try:
        text = repr(value) if is_plain(value, left, 0) else None
    except Exception:  # the program changes it meanwhile, in a thread of its own
        return None
    return text if text is not None and len(text) <= LONGEST else None


def is_plain(value: Any, left: "List[int]", depth: int) -> bool:
    """Tell whether a value can be written, looking at no more letters than are ``left``."""
    kind = type(value)
    left[0] -= letters_of(value, kind)
    if left[0] < 0 or depth > DEPTH:
        return False
    if kind in _COLLECTIONS:
        return all(is_plain(one, left, depth + 1) for one in value)
    if kind is dict:
        return all(is_plain(one, left, depth + 1) for pair in value.items() for one in pair)
    return is_single(value, kind)


def letters_of(value: Any, kind: type) -> int:
    """Say how many letters a value takes at least, beside what is in it, with what stands between it and the next."""
    if kind is str or kind is bytes:
        return len(value) + 2
    return 2 + (value.bit_length() // 4 if kind is int else 0)


def is_single(value: Any, kind: type) -> bool:
    """Tell whether a single value is one of Python's own that can be written."""
    if kind is int:
        return bool(value.bit_length() <= BITS)
    if kind is float:
        return bool(-_ENDLESS < value < _ENDLESS)
    return kind is str or kind is bytes or kind is bool or value is None
