"""A list that goes into another as one item: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "appended-list"


@pytest.mark.parametrize(
    "program",
    [
        """
    def flatten(rows):
        result = []
        for row in rows:
            result.append(row)
    #       ^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
        return result
    """,
        """
    def flatten(items):
        result = []
        for item in items:
            if isinstance(item, list):
                result.append(flatten(item))
    #           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
            else:
                result.append(item)
        return result
    """,
        """
    def merge(left, right):
        result = []
        i = j = 0
        while i < len(left) and j < len(right):
            if left[i] < right[j]:
                result.append(left[i])
                i += 1
            else:
                result.append(right[j])
                j += 1
        result.append(left[i:])
    #   ^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
        result.append(right[j:])
    #   ^^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
        return result
    """,
        """
    def combine(first, second):
        first.append(second)
    #   ^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `first` after this line?
        return first
    """,
        """
    def all_words(lines):
        words = []
        for line in lines:
            words.append(line.split())
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `words` after this line?
        return words
    """,
        """
    def evens(numbers):
        result = []
        for n in numbers:
            if n % 2 == 0:
                result.append([n])
    #           ^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
        return result
    """,
        """
    def values(node):
        found = [node.value]
        for child in node.children:
            found.append(values(child))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `found` after this line?
        return found
    """,
        """
    def join_lists(a, b):
        joined = []
        joined.append(a)
    #   ^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `joined` after this line?
        joined.append(b)
    #   ^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `joined` after this line?
        return joined
    """,
        """
    def all_items(matrix):
        out = []
        for r in matrix:
            out.append(r)
    #       ^^^^^^^^^^^^^ info[appended-list]: How many items longer is `out` after this line?
        return out
    """,
        """
    def guests():
        names = ["Ada", "Bob"]
        late = ["Cleo", "Dan"]
        names.append(late)
    #   ^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `names` after this line?
        return names
    """,
        """
    def tokenize(lines):
        result = []
        for line in lines:
            result.append(line.split(" "))
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `result` after this line?
        return result
    """,
        """
    def add_items(basket, items):
        basket.append(items)
    #   ^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `basket` after this line?
    """,
        """
    def flatten(matrix):
        out = []
        for i in range(len(matrix)):
            out.append(matrix[i])
    #       ^^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `out` after this line?
        return out
    """,
        """
    def add_all(target, extra):
        target.append(extra)
    #   ^^^^^^^^^^^^^^^^^^^^ info[appended-list]: How many items longer is `target` after this line?
    """,
    ],
)
def test_a_list_that_goes_in_as_one_item(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
    def flatten(rows):
        result = []
        for row in rows:
            result.extend(row)
        return result
    """,
        """
    def flatten(rows):
        result = []
        for row in rows:
            for item in row:
                result.append(item)
        return result
    """,
        """
    def rows(lines):
        result = []
        for line in lines:
            result.append(line.split(","))
        return result
    """,
        """
    def grid(n):
        rows = []
        for i in range(n):
            row = []
            for j in range(n):
                row.append(j)
            rows.append(row)
        return rows
    """,
        """
    def group(items):
        groups = []
        for item in items:
            if groups and groups[-1][0] == item:
                groups[-1].append(item)
            else:
                groups.append([item])
        return groups
    """,
        """
    def suffixes(items):
        result = []
        for i in range(len(items)):
            result.append(items[i:])
        return result
    """,
        """
    def collect(items):
        result = []
        for item in items:
            if item not in result:
                result.append(item)
        return result
    """,
        "def add(item, basket):\n    basket.append(item)\n",
        """
    def heights(node):
        found = []
        for child in node.children:
            found.append(heights(child))
        return max(found)
    """,
        """
    def merge(first, second):
        result = []
        for x in first:
            result.append(x)
        for y in second:
            result.append(y)
        return result
    """,
        """
    def words(lines):
        result = []
        for line in lines:
            for word in line.split():
                result.append(word)
        return result
    """,
        """
    def merge(xs):
        result = []
        result.append(xs[0])
        result.append(xs[:])
        return result
    """,
        """
    def flatten(matrix):
        out = []
        for i in range(len(matrix)):
            for j in range(len(matrix[i])):
                out.append(matrix[i][j])
        return out
    """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
