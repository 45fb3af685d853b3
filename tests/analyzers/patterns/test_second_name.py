"""Two names for one list: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "second-name"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def with_guest(names, guest):
            extended = names
        #   ^^^^^^^^^^^^^^^^ info[second-name]: Do `names` and `extended` name one thing here, or two?
            extended.append(guest)
            return extended

        def ordered(xs):
            copy = xs
        #   ^^^^^^^^^ info[second-name]: Do `xs` and `copy` name one thing here, or two?
            copy.sort()
            return copy

        def doubled(numbers):
            result = numbers
        #   ^^^^^^^^^^^^^^^^ info[second-name]: Do `numbers` and `result` name one thing here, or two?
            for i in range(len(result)):
                result[i] = result[i] * 2
            return result

        def changed(xs):
            old = xs
        #   ^^^^^^^^ info[second-name]: Do `xs` and `old` name one thing here, or two?
            xs.append(3)
            return old == xs

        def swap(grid):
            new_grid = grid
        #   ^^^^^^^^^^^^^^^ info[second-name]: Do `grid` and `new_grid` name one thing here, or two?
            new_grid[0][0] = 1
            return new_grid

        def both():
            a = [1, 2]
            b = a
        #   ^^^^^ info[second-name]: Do `a` and `b` name one thing here, or two?
            b.append(3)
            return a

        def without(xs, x):
            rest = xs
        #   ^^^^^^^^^ info[second-name]: Do `xs` and `rest` name one thing here, or two?
            rest.remove(x)
            return rest

        def updated(prices):
            new = prices
        #   ^^^^^^^^^^^^ info[second-name]: Do `prices` and `new` name one thing here, or two?
            new["tea"] = 3
            return new

        def longer(xs):
            longer = xs
        #   ^^^^^^^^^^^ info[second-name]: Do `xs` and `longer` name one thing here, or two?
            longer += [3]
            return longer

        class Cart:
            def all(self):
                copy = self.xs
        #       ^^^^^^^^^^^^^^ info[second-name]: Do `self.xs` and `copy` name one thing here, or two?
                copy.append("bag")
                return copy

            def best(self):
                ranked = self.xs
        #       ^^^^^^^^^^^^^^^^ info[second-name]: Do `self.xs` and `ranked` name one thing here, or two?
                ranked.sort()
                return ranked[-1]

        def shrunk(xs):
            ys = xs
        #   ^^^^^^^ info[second-name]: Do `xs` and `ys` name one thing here, or two?
            del ys[0]
            return ys

        def counted(counts, key):
            result = counts
        #   ^^^^^^^^^^^^^^^ info[second-name]: Do `counts` and `result` name one thing here, or two?
            result[key] += 1
            return result

        def chosen(xs):
            ys = xs
        #   ^^^^^^^ info[second-name]: Do `xs` and `ys` name one thing here, or two?
            while len(ys) > 1:
                ys.pop()
            return ys

        def history(values):
            now = []
            seen = []
            for value in values:
                now.append(value)
                snap = now
        #       ^^^^^^^^^^ info[second-name]: Do `now` and `snap` name one thing here, or two?
                seen.append(snap)
            return seen

        def filed(groups, word):
            new = groups
        #   ^^^^^^^^^^^^ info[second-name]: Do `groups` and `new` name one thing here, or two?
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
