"""Whose attribute it is."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import self_missing
from helpers.repairs import check_no_repairs, check_repairs


def test_own_attributes_and_methods_are_named_as_such() -> None:
    check_repairs(
        self_missing,
        """
        class Stack:
            def __init__(self, items):
                self.items = items

            def push(self, item):
                items.append(size(item))  # <-- here

            def size(self):
                return len(self.items)
        """,
        expects=["items.append(self.size(item))", "self.items.append(size(item))"],
        never=["items.self.append(size(item))", "items.append(size(self.item))"],
    )


def test_what_is_made_is_kept() -> None:
    check_repairs(
        self_missing,
        """
        class Stack:
            def __init__(self):
                items = []  # <-- here
        """,
        expects=["self.items = []"],
    )


def test_a_method_takes_its_object() -> None:
    check_repairs(
        self_missing,
        "class Stack:\n    def push(item):  # <-- here\n        return item",
        expects=["def push(self, item):"],
    )


def test_a_special_method_gets_its_name() -> None:
    check_repairs(
        self_missing,
        "class Stack:\n    def _int_(self):  # <-- here\n        self.items = []",
        expects=["def __init__(self):"],
    )
    check_no_repairs(self_missing, "class Stack:\n    def __init__(self):  # <-- here\n        self.items = []")


def test_another_attribute_is_meant_but_for_its_underscore() -> None:
    check_repairs(
        self_missing,
        """
        class Lamp:
            def __init__(self):
                self._on = False

            @property
            def on(self):
                return self.on  # <-- here
        """,
        expects=["return self._on"],
    )
    check_no_repairs(self_missing, "class Lamp:\n    def on(self):\n        return self.on  # <-- here")


def test_plain_functions_and_whole_methods_are_left() -> None:
    check_no_repairs(self_missing, "def push(item):  # <-- here\n    return item")
    check_no_repairs(self_missing, "class Stack:\n    def push(self, item):  # <-- here\n        return item")
    check_no_repairs(self_missing, "class Stack:\n    def push(self, item):\n        return item  # <-- here")
