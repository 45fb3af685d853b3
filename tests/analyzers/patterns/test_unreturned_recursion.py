"""An inner call whose answer goes nowhere: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "unreturned-recursion"


@pytest.mark.parametrize(
    "program",
    [
        """
    def factorial(n):
        if n == 0:
            return 1
        n * factorial(n - 1)
    #   ^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `factorial` go?
    """,
        """
    def search(items, wanted, low, high):
        if low > high:
            return -1
        mid = (low + high) // 2
        if items[mid] == wanted:
            return mid
        elif items[mid] < wanted:
            search(items, wanted, mid + 1, high)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `search` go?
        else:
            search(items, wanted, low, mid - 1)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `search` go?
    """,
        """
    def total(numbers):
        if len(numbers) == 0:
            return 0
        else:
            result = numbers[0] + total(numbers[1:])
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `total` go?
    """,
        """
    class Node:
        def contains(self, wanted):
            if self.value == wanted:
                return True
            if self.left is not None:
                self.left.contains(wanted)
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `contains` go?
            return False
    """,
        """
    def has_path(graph, start, end):
        if start == end:
            return True
        for neighbour in graph[start]:
            has_path(graph, neighbour, end)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `has_path` go?
        return False
    """,
        """
    def fib(n):
        if n < 2:
            return n
        fib(n - 1) + fib(n - 2)
    #   ^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `fib` go?
    """,
        """
    class Tree:
        def size(self, node):
            if node is None:
                return 0
            1 + self.size(node.left)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `size` go?
    """,
        """
    def depth(tree):
        if tree is None:
            return 0
        left = depth(tree.left)
        right = depth(tree.right)
        max(left, right) + 1
    #   ^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `depth` go?
    """,
        """
    def total(numbers):
        if not numbers:
            return 0
        result = numbers[0]
        result += total(numbers[1:])
    #   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[unreturned-recursion]: Where does this answer of `total` go?
    """,
    ],
)
def test_the_answer_of_an_inner_call_goes_nowhere(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def factorial(n):\n    if n == 0:\n        return 1\n    return n * factorial(n - 1)\n",
        """
    def show(node):
        if node is None:
            return
        show(node.left)
        print(node.value)
        show(node.right)
    """,
        """
    def walk(node, out):
        if node is None:
            return out
        walk(node.left, out)
        out.append(node.value)
        return out
    """,
        """
    def total(numbers):
        if not numbers:
            return 0
        rest = total(numbers[1:])
        return numbers[0] + rest
    """,
        """
    def solve(i):
        if i == 9:
            return True
        solved = solve(i + 1)
        if solved:
            print(i)
        return solved
    """,
        """
    def fill(grid, x, y):
        if grid[x][y]:
            return False
        grid[x][y] = 1
        fill(grid, x + 1, y)
        return False
    """,
        """
    def items(node):
        if node is None:
            return None
        items(node.left)
        yield node.value
        return 3
    """,
        """
    class Child(Parent):
        def area(self):
            if self.flat:
                return 1
            super().area()
    """,
        "def outer(n):\n    def inner(m):\n        return m\n    outer_name = n\n    inner(n)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
