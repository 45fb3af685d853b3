"""A list that all objects of a class share: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "shared-attribute"


@pytest.mark.parametrize(
    "program",
    [
        """
        class Dog:
            tricks = []
        #   ^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `tricks`, or two?

            def learn(self, trick):
                self.tricks.append(trick)
        """,
        """
        class Cart:
            items = {}
        #   ^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `items`, or two?
            def __init__(self, owner):
                self.owner = owner

            def put(self, item):
                self.items[item] = 1
        """,
        """
        class Log:
            lines = list()
        #   ^^^^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `lines`, or two?
            def add(self, line):
                self.lines += [line]
        """,
        """
        class Team:
            \"\"\"A team.\"\"\"
            size = 0
            members: list = []
        #   ^^^^^^^^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `members`, or two?
            def join(self, name):
                if name not in self.members:
                    self.members.append(name)
        """,
        """
        class Seen:
            names = set()
        #   ^^^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `names`, or two?
            def see(self, name):
                self.names.add(name)
        """,
        """
        class Grid:
            cells = [0] * 9
        #   ^^^^^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `cells`, or two?
            def mark(self, place):
                self.cells[place] += 1
        """,
        """
        class Tree:
            children = []
        #   ^^^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `children`, or two?
            def reset(self):
                self.children = []
            def grow(self, child):
                self.children.insert(0, child)
        """,
        """
        class Words:
            counts = {}
        #   ^^^^^^^^^^^ info[shared-attribute]: Do two objects of this class have one `counts`, or two?
            def add(self, word):
                if word in self.counts:
                    self.counts[word] += 1
                else:
                    self.counts[word] = 1
        """,
    ],
)
def test_a_list_that_all_objects_of_a_class_share(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        class A:
            xs = []
            def __init__(self):
                self.xs = []
            def f(self):
                self.xs.append(1)
        """,
        """
        class A:
            xs = [1, 2]
            def f(self):
                return self.xs[0]
        """,
        """
        class A:
            xs = []
            def clear(self):
                self.xs = []
        """,
        """
        class A:
            n = 0
            def f(self):
                self.n += 1
        """,
        """
        class A:
            made = []
            @classmethod
            def f(cls):
                cls.made.append(1)
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
