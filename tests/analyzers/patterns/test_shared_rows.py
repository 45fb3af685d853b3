"""Rows that are all the same list: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "shared-rows"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        board = [[0] * 2] * 3
        #       ^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def grid(n):
            return [[0] * n] * n
        #          ^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def empty(n):
            rows = [[]] * n
        #          ^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?
            return rows

        def turned(n):
            return n * [[0]]
        #          ^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def spread(n):
            return [[0 for _ in range(n)]] * n
        #          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def named(n):
            row = [" "] * n
            board = [row] * n
        #           ^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?
            return board

        def appended(n):
            row = [0] * n
            grid = []
            for _ in range(n):
                grid.append(row)
        #       ^^^^^^^^^^^^^^^^ info[shared-rows]: How many lists like `row` does this loop make?
            return grid

        def buckets(n):
            return [{}] * n
        #          ^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def sets(n):
            return [set()] * n
        #          ^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        class Board:
            def __init__(self, size):
                self.cells = [["."] * size] * size
        #                    ^^^^^^^^^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def groups(names):
            return dict.fromkeys(names, [])
        #          ^^^^^^^^^^^^^^^^^^^^^^^^ info[shared-rows]: How many values does Python make here for all the keys?

        def right(n):
            return [n * [0]] * n
        #          ^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def comprehended(n):
            row = []
            return [row for _ in range(n)]
        #          ^^^^^^^^^^^^^^^^^^^^^^^ info[shared-rows]: How many inner lists does Python make here?

        def added(n):
            g = []
            row = [0] * n
            for i in range(n):
                g = g + [row]
        #       ^^^^^^^^^^^^^ info[shared-rows]: How many lists like `row` does this loop make?
            return g

        class Shelf:
            def put(self, book):
                self.book = book

        def shelves(n):
            return [Shelf()] * n
        #          ^^^^^^^^^^^^^ info[shared-rows]: How many times is `Shelf` called here?

        def extended(n):
            g = []
            row = [0] * n
            for i in range(n):
                g += [row]
        #       ^^^^^^^^^^ info[shared-rows]: How many lists like `row` does this loop make?
            return g
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        rows = [0] * 3

        rows = [[0] * 3 for _ in range(3)]

        rows = [[0], [1]]

        x = 2 * 3

        def f(n):
            row = 0
            return [row] * n

        def f(n):
            grid = []
            for _ in range(n):
                row = [0] * n
                grid.append(row)
            return grid

        def f(n):
            row = [0] * n
            grid = []
            for _ in range(n):
                grid.append(row[:])
            return grid

        counts = dict.fromkeys(names, 0)

        def f(n):
            best = []
            found = []
            for x in range(n):
                best = [x]
                found.append(best)
            return found

        pair = [()] * 3

        steps = [int()] * 3

        class Shelf:
            pass

        shelves = [Shelf() for _ in range(3)]
    """,
        only=RULE,
    )
