"""Other names."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import name
from helpers.repairs import check_no_repairs, check_repairs


def test_other_variables_are_tried() -> None:
    check_repairs(
        name,
        """
        def f(start, end, steps):
            steps.append((start, start))  # <-- here
            late = 1
        """,
        expects=["steps.append((start, end))", "end.append((start, start))", "steps.append((start, late))"],
        never=["steps.start((start, start))", "append.append((start, start))"],
    )


def test_names_that_nothing_defines_become_known_ones() -> None:
    check_repairs(name, "def f(lst):\n    return list  # <-- here", expects=["return lst"])
    check_repairs(name, "def f(items):\n    return itmes  # <-- here", expects=["return items"])
    check_repairs(name, "def f(day):  # <-- here\n    return date + 1", expects=["def f(date):"])
    check_repairs(name, "def swap(x):\n    return x\nswpa(1)  # <-- here", expects=["swap(1)"])


def test_other_attributes_are_tried() -> None:
    program = """
        class Node:
            def __init__(self, size):
                self.size, self.next = 0, None
            def far(self, size):
                return size + self.next  # <-- here
        """
    check_repairs(name, program, expects=["return self.size + self.next", "return size + self.size"])
    check_repairs(name, "x = a.left\ny = a.right  # <-- here\n", expects=["y = a.left", "y = a", "y = x.right"])


def test_other_functions_of_the_program_are_called() -> None:
    check_repairs(name, "def f(): ...\ndef g(): ...\nf()  # <-- here", expects=["g()"], never=["print()"])


def test_words_of_other_languages_become_python() -> None:
    check_repairs(name, "def f(a):\n    return true  # <-- here", expects=["return True"])
    check_repairs(name, "x = lenght(a)  # <-- here", expects=["x = len(a)"])


def test_names_that_are_bound_or_built_in_are_left() -> None:
    check_no_repairs(name, "def f(a, b):\n    a = len('') # it\n    b = print(1)  # <-- here")


def test_a_link_leads_on_to_another_object_of_the_same_sort() -> None:
    program = "class Box:\n    def open(self):\n        if self.inside:\n            self.open()  # <-- here"
    check_repairs(name, program, expects=["self.inside.open()"], never=["self.open.open()"])
    program = "def last(node):\n    while node.next:\n        print(node.value)  # <-- here"
    check_repairs(name, program, expects=["print(node.next.value)"])
    program = "def show(shop):\n    if shop.open:\n        print(shop.name)  # <-- here"
    check_repairs(name, program, expects=["print(shop.open)"], never=["print(shop.open.name)"])
