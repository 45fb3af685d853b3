"""The parameters of a test, read anew for every run of it, since a run may change them."""

from __future__ import annotations

from typing import Any, Dict, Iterator, List, NamedTuple, Sequence, Tuple

import pytest


class UnsupportedError(Exception):
    """A test needs what is only to be had from pytest."""


class Mark(NamedTuple):
    """One ``parametrize``: its names, its cases, and the names that are handed to fixtures."""

    names: "List[str]"
    cases: "List[Any]"
    indirect: "List[str]"


class Parameters:
    """Which case of each mark a test has."""

    def __init__(self, item: Any) -> None:
        self.chosen: List[int] = []
        call = getattr(item, "callspec", None)
        if call is None:
            return
        values = {**getattr(call, "funcargs", {}), **call.params}
        classes = [node.obj for node in item.listchain() if isinstance(node, pytest.Class)]
        for mark in parametrized([item.obj, *reversed(classes), item.module]):
            self.chosen.append(chosen(mark, values))

    def read(self, owners: "Sequence[Any]") -> "Tuple[Dict[str, Any], Dict[str, Any]]":
        """Give the values by name: those for the test, and those for fixtures."""
        given: Dict[str, Any] = {}
        indirect: Dict[str, Any] = {}
        marks = parametrized(owners) if self.chosen else ()
        for mark, number in zip(marks, self.chosen):  # noqa: B905 # not in 3.9
            for name, value in zip(mark.names, values_of(mark.cases[number], len(mark.names))):  # noqa: B905
                (indirect if name in mark.indirect else given)[name] = value
        return given, indirect


def chosen(mark: Mark, values: "Dict[str, Any]") -> int:
    """Find the case that has the values of a test."""
    for number, case in enumerate(mark.cases):
        of_case = values_of(case, len(mark.names))
        if all(values.get(name) is value for name, value in zip(mark.names, of_case)):  # noqa: B905 # not in 3.9
            return number
    raise UnsupportedError(str(mark.names))


def parametrized(owners: "Sequence[Any]") -> "Iterator[Mark]":
    """Read the marks of a function, its classes and its module."""
    for mark in (mark for owner in owners for mark in marks_of(owner)):
        if mark.name == "parametrize":
            told = dict(zip(("argnames", "argvalues", "indirect"), mark.args), **mark.kwargs)  # noqa: B905
            names = told["argnames"]
            names = [name.strip() for name in names.split(",") if name.strip()] if isinstance(names, str) else names
            passed_on = told.get("indirect", False)
            indirect = list(names) if passed_on is True else list(passed_on or ())
            yield Mark(list(names), list(told["argvalues"]), indirect)


def marks_of(owner: Any) -> "Iterator[Any]":
    """List the marks of a function, a class with those that it inherits, or a module."""
    for each in owner.__mro__ if isinstance(owner, type) else (owner,):
        marks = vars(each).get("pytestmark", ()) if isinstance(owner, type) else getattr(each, "pytestmark", ())
        for mark in marks if isinstance(marks, (list, tuple)) else [marks]:
            yield getattr(mark, "mark", mark)


def values_of(case: Any, count: int) -> "Tuple[Any, ...]":
    """Give the values of one case."""
    if hasattr(case, "values") and hasattr(case, "marks"):  # pytest.param
        return tuple(case.values)
    return (case,) if count == 1 else tuple(case)
