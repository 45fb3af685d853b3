"""A loop that ends before the last item: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "last-item-unvisited"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def total(xs):
            amount = 0
            for place in range(len(xs) - 1):
        #                ^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                amount += xs[place]
            return amount

        def largest(xs):
            best = xs[0]
            for i in range(0, len(xs) - 1):
        #            ^^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                if xs[i] > best:
                    best = xs[i]
            return best

        def count(text, letter):
            n = len(text)
            found = 0
            for i in range(n - 1):
        #            ^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `text` comes last in this loop?
                if text[i] == letter:
                    found += 1
            return found

        def index_of(xs, target):
            i = 0
            while i < len(xs) - 1:
        #         ^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                if xs[i] == target:
                    return i
                i += 1
            return -1

        def doubled(xs):
            result = []
            for i in range(len(xs)-1):
        #            ^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                result.append(xs[i] * 2)
            return result

        def g_total(g):
            total = 0
            for r in range(len(g)):
                for c in range(len(g[r]) - 1):
        #                ^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `g[r]` comes last in this loop?
                    total += g[r][c]
            return total

        def same(a, b):
            for i in range(len(a) - 1):
        #            ^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `a` comes last in this loop?
                if a[i] != b[i]:
                    return False
            return True

        class Cart:
            def t(self):
                total = 0
                for i in range(len(self.a)-1):
        #                ^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `self.a` comes last in this loop?
                    total = total + self.a[i]
                return total

        def evens(xs):
            found = []
            for i in range(1, len(xs) - 1, 1):
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                if xs[i] % 2 == 0:
                    found.append(i)
            return found

        def upper(words):
            i = 0
            while i <= len(words) - 2:
        #         ^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `words` comes last in this loop?
                words[i] = words[i].upper()
                i = i + 1
            return words

        def backwards(s):
            result = ""
            for i in range(len(s) - 1, 0, -1):
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `s` comes last in this loop?
                result += s[i]
            return result

        def copied(s):
            return [s[i] for i in range(len(s)-1)]
        #                         ^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `s` comes last in this loop?

        def weighted(xs):
            total = 0
            for i in range(len(xs) - 1):
        #            ^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                total += (i + 1) * xs[i]
            return total

        def numbered(xs):
            for i in range(len(xs) - 1):
        #            ^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                print(i + 1, xs[i])

        def sliced(xs):
            total = 0
            for x in xs[:-1]:
        #            ^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                total += x
            return total

        def cut(xs):
            for x in xs[0:len(xs)-1]:
        #            ^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                print(x)

        def negated(xs):
            last = len(xs) - 1
            for i in range(last):
        #            ^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                xs[i] = -xs[i]

        def every_other(xs):
            for i in range(0, len(xs) - 1, 2):
        #            ^^^^^^^^^^^^^^^^^^^^^^^^ info[last-item-unvisited]: Which item of `xs` comes last in this loop?
                print(xs[i])
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def is_sorted(xs):
            for i in range(len(xs) - 1):
                if xs[i] > xs[i + 1]:
                    return False
            return True

        def bubble(xs):
            for i in range(len(xs) - 1):
                for j in range(len(xs) - 1 - i):
                    if xs[j] > xs[j + 1]:
                        xs[j], xs[j + 1] = xs[j + 1], xs[j]

        def pairs(xs):
            for i in range(len(xs) - 1):
                for j in range(i + 1, len(xs)):
                    print(xs[i], xs[j])

        def total(xs):
            t = 0
            for i in range(len(xs)):
                t += xs[i]
            return t

        def joined(xs):
            text = ""
            for i in range(len(xs) - 1):
                text += xs[i] + ", "
            return text + xs[-1]

        def steps(xs):
            for i in range(len(xs) - 1):
                print("-")

        def f(xs):
            for i in range(len(xs) - 1):
                check(xs, i)
                print(xs[i])

        def f(xs):
            for i in range(len(xs) - 1):
                print(xs[i:])
                print(xs[i])

        def f(xs):
            i = 0
            while i < len(xs):
                print(xs[i])
                i += 1

        def f(xs):
            for i in range(len(xs) - 1, -1, -1):
                print(xs[i])

        def f(xs):
            for i in range(len(xs) - 1, 0, -1):
                print(xs[i] - xs[i - 1])

        def joined(words):
            text = ""
            for word in words[:-1]:
                text += word + ", "
            return text + words[-1]

        def steps(xs):
            for i in range(len(xs) - 1):
                j = i + 1
                print(xs[i] - xs[j])

        def f(xs):
            for x in xs[1:]:
                print(x)

        def turned(xs):
            start = 0
            end = len(xs) - 1
            while start < end:
                xs[start], xs[end] = xs[end], xs[start]
                start += 1
                end -= 1
    """,
        only=RULE,
    )
