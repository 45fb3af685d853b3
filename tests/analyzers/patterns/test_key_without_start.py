"""A count for a key that is not there yet: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "key-without-start"


@pytest.mark.parametrize(
    "program",
    [
        """
    def count_letters(text):
        counts = {}
        for letter in text:
            counts[letter] += 1
    #       ^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `counts[letter]` hold the first time?
        return counts
    """,
        """
    def frequency(items):
        result = dict()
        for item in items:
            result[item] = result[item] + 1
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `result[item]` hold the first time?
        return result
    """,
        """
    def group(words):
        groups = {}
        for word in words:
            groups[word[0]].append(word)
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `groups[word[0]]` hold the first time?
        return groups
    """,
        """
    class Shop:
        def __init__(self):
            self.stock = {}

        def take(self, name, count):
            self.stock[name] += count
    #       ^^^^^^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `self.stock[name]` hold the first time?
    """,
        """
    votes = {}
    for vote in ["a", "b"]:
        votes[vote] += 1
    #   ^^^^^^^^^^^^^^^^ info[key-without-start]: What does `votes[vote]` hold the first time?
    print(votes)
    """,
        """
    def totals(sales):
        result = {}
        for i in range(len(sales)):
            name, amount = sales[i]
            result[name] += amount
    #       ^^^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `result[name]` hold the first time?
        return result
    """,
        """
    def graph(edges):
        near = {}
        for a, b in edges:
            near[a].add(b)
    #       ^^^^^^^^^^^^^^ info[key-without-start]: What does `near[a]` hold the first time?
        return near
    """,
        """
    def most(text):
        counts = {}
        i = 0
        while i < len(text):
            counts[text[i]] += 1
    #       ^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `counts[text[i]]` hold the first time?
            i += 1
        return max(counts, key=counts.get)
    """,
        """
    class Tally:
        def __init__(self):
            self.counts = {}

        def add(self, name):
            self.counts[name] += 1
    #       ^^^^^^^^^^^^^^^^^^^^^^ info[key-without-start]: What does `self.counts[name]` hold the first time?

        def of(self, name):
            return self.counts.get(name, 0)
    """,
    ],
)
def test_a_count_for_a_key_that_is_not_there_yet(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
    def f(text):
        counts = {}
        for letter in text:
            if letter not in counts:
                counts[letter] = 0
            counts[letter] += 1
    """,
        """
    def f(text):
        counts = {}
        for letter in text:
            counts[letter] = counts.get(letter, 0) + 1
    """,
        """
    def f(text):
        counts = {}
        for letter in text:
            counts.setdefault(letter, 0)
            counts[letter] += 1
    """,
        """
    def f(text):
        counts = {}
        for letter in text:
            try:
                counts[letter] += 1
            except KeyError:
                counts[letter] = 1
    """,
        """
    def f(text):
        counts = {}
        for letter in "abc":
            counts[letter] = 0
        for letter in text:
            counts[letter] += 1
    """,
        "def f(text):\n    counts = Counter()\n    for letter in text:\n        counts[letter] += 1\n",
        "def f(counts, text):\n    for letter in text:\n        counts[letter] += 1\n",
        'def f(text):\n    counts = {"a": 0}\n    counts["a"] += 1\n',
        "def f(text):\n    counts = [0] * 26\n    counts[3] += 1\n",
        'def f(text):\n    counts = {}\n    if text:\n        counts = {"a": 0}\n    counts["a"] += 1\n',
        "def f(text):\n    counts = {}\n    prepare(counts)\n    counts[text] += 1\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
