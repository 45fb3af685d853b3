"""Two names for one list: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "second-name"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def with_guest(names, guest):
            extended = names
        #   ^^^^^^^^^^^^^^^^ info[second-name]: How many lists or the like do `names` and `extended` stand for here?
            extended.append(guest)
            return extended

        def ordered(xs):
            copy = xs
        #   ^^^^^^^^^ info[second-name]: How many lists or the like do `xs` and `copy` stand for here?
            copy.sort()
            return copy

        def doubled(numbers):
            result = numbers
        #   ^^^^^^^^^^^^^^^^ info[second-name]: How many lists or the like do `numbers` and `result` stand for here?
            for i in range(len(result)):
                result[i] = result[i] * 2
            return result

        def changed(xs):
            old = xs
        #   ^^^^^^^^ info[second-name]: How many lists or the like do `xs` and `old` stand for here?
            xs.append(3)
            return old == xs

        def swap(grid):
            new_grid = grid
        #   ^^^^^^^^^^^^^^^ info[second-name]: How many lists or the like do `grid` and `new_grid` stand for here?
            new_grid[0][0] = 1
            return new_grid

        def both():
            a = [1, 2]
            b = a
        #   ^^^^^ info[second-name]: How many lists or the like do `a` and `b` stand for here?
            b.append(3)
            return a

        def without(xs, x):
            rest = xs
        #   ^^^^^^^^^ info[second-name]: How many lists or the like do `xs` and `rest` stand for here?
            rest.remove(x)
            return rest

        def updated(prices):
            new = prices
        #   ^^^^^^^^^^^^ info[second-name]: How many lists or the like do `prices` and `new` stand for here?
            new["tea"] = 3
            return new

        def longer(xs):
            longer = xs
        #   ^^^^^^^^^^^ info[second-name]: How many lists or the like do `xs` and `longer` stand for here?
            longer += [3]
            return longer

        class Cart:
            def all(self):
                copy = self.xs
        #       ^^^^^^^^^^^^^^ info[second-name]: How many lists or the like do `self.xs` and `copy` stand for here?
                copy.append("bag")
                return copy

        def shrunk(xs):
            ys = xs
        #   ^^^^^^^ info[second-name]: How many lists or the like do `xs` and `ys` stand for here?
            del ys[0]
            return ys

        def counted(counts, key):
            result = counts
        #   ^^^^^^^^^^^^^^^ info[second-name]: How many lists or the like do `counts` and `result` stand for here?
            result[key] += 1
            return result

        def chosen(xs):
            ys = xs
        #   ^^^^^^^ info[second-name]: How many lists or the like do `xs` and `ys` stand for here?
            while len(ys) > 1:
                ys.pop()
            return ys

        def history(values):
            now = []
            seen = []
            for value in values:
                now.append(value)
                snap = now
        #       ^^^^^^^^^^ info[second-name]: How many lists or the like do `now` and `snap` stand for here?
                seen.append(snap)
            return seen

        def filed(groups, word):
            new = groups
        #   ^^^^^^^^^^^^ info[second-name]: How many lists or the like do `groups` and `new` stand for here?
            new[word[0]].append(word)
            return new
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def f(xs):
            ys = xs[:]
            ys.append(3)
            return ys

        def f(xs):
            ys = list(xs)
            ys.append(3)
            return ys

        def f(xs):
            ys = xs
            return len(ys)

        def f(x):
            y = x
            y += 1
            return y

        def f(xs):
            ys = xs
            ys = []
            ys.append(3)
            return ys

        def f(xs):
            ys = xs
            xs = []
            xs.append(3)
            return ys

        def f(self):
            stack = self.stack
            stack.append(3)

        def f(head):
            node = head
            node.next = 3
            return node

        def f():
            xs = [3]
            ys = xs
            ys.append(3)
            return ys

        def f(xs):
            for x in xs:
                ys = x
            ys = 3
    """,
        only=RULE,
    )
