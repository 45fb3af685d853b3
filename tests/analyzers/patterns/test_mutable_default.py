"""A default value that every call shares: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "mutable-default"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def collect(item, basket=[]):
        #                        ^^ info[mutable-default]: When is this default made: once, or at every call?
            basket.append(item)
            return basket

        def count(word, counts={}):
        #                      ^^ info[mutable-default]: When is this default made: once, or at every call?
            counts[word] = counts.get(word, 0) + 1
            return counts

        def add(x, seen=set()):
        #               ^^^^^ info[mutable-default]: When is this default made: once, or at every call?
            seen.add(x)
            return seen

        def typed(x, xs: list = []):
        #                       ^^ info[mutable-default]: When is this default made: once, or at every call?
            xs += [x]
            return xs

        class Student:
            def __init__(self, name, grades=[]):
        #                                   ^^ info[mutable-default]: When is this default made: once, or at every call?
                self.grades = grades

        def board(size, rows=list()):
        #                    ^^^^^^ info[mutable-default]: When is this default made: once, or at every call?
            rows.append(size)
            return rows

        def zeros(x, row=[0] * 3):
        #                ^^^^^^^ info[mutable-default]: When is this default made: once, or at every call?
            row[0] += x
            return row

        def memo(n, cache={0: 1}):
        #                 ^^^^^^ info[mutable-default]: When is this default made: once, or at every call?
            cache[n] = n
            return cache

        def only_key(x, *, into=[]):
        #                       ^^ info[mutable-default]: When is this default made: once, or at every call?
            into.append(x)
            return into
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def f(x, basket=None):
            pass

        def f(x, pair=()):
            pass

        def f(x, names="ab"):
            pass

        f(basket=[])

        def f(x=int()):
            pass

        def f(x, basket=frozenset()):
            pass
    """,
        only=RULE,
    )
