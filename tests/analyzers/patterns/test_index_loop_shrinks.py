"""A list that gets shorter while a loop counts through its places: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "index-loop-shrinks"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def without_zeros(numbers):
            for place in range(len(numbers)):
                if numbers[place] == 0:
                    del numbers[place]
        #           ^^^^^^^^^^^^^^^^^^ info[index-loop-shrinks]: Which item of `numbers` is at place `place` after this?
            return numbers

        def without(xs, x):
            for i in range(0, len(xs)):
                if xs[i] == x:
                    xs.pop(i)
        #           ^^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `i` after this?
            return xs

        def short_only(words):
            n = len(words)
            for i in range(n):
                if len(words[i]) > 3:
                    words.remove(words[i])
        #           ^^^^^^^^^^^^^^^^^^^^^^ info[index-loop-shrinks]: Which item of `words` is at place `i` after this?
            return words

        def unique(xs):
            for i in range(len(xs)):
                for j in range(i + 1, len(xs)):
                    if xs[i] == xs[j]:
                        del xs[j]
        #               ^^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `j` after this?
            return xs

        def evens(xs):
            i = 0
            while i < len(xs):
                if xs[i] % 2 == 1:
                    xs.pop(i)
        #           ^^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `i` after this?
                i += 1
            return xs

        class Cart:
            def drop(self, name):
                for i in range(len(self.xs)):
                    if self.xs[i] == name:
                        del self.xs[i]
        #               ^^^^^^^^^^^^^^ info[index-loop-shrinks]: Which item of `self.xs` is at place `i` after this?

        def emptied(xs):
            for i in range(len(xs)):
                xs.pop()
        #       ^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `i` after this?
            return xs

        def numbered(xs):
            for i in range(len(xs) - 1):
                if xs[i] == xs[i + 1]:
                    del xs[i + 1]
        #           ^^^^^^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `i` after this?
            return xs

        def every_second(xs):
            for i in range(1, len(xs), 2):
                del xs[i]
        #       ^^^^^^^^^ info[index-loop-shrinks]: Which item of `xs` is at place `i` after this?
            return xs
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        def f(xs):
            for i in range(len(xs) - 1, -1, -1):
                if xs[i] == 0:
                    del xs[i]

        def f(xs):
            for i in range(len(xs)):
                if xs[i] == 0:
                    del xs[i]
                    break

        def f(xs):
            for i in range(len(xs)):
                if xs[i] == 0:
                    del ys[i]

        def f(xs):
            i = 0
            while i < len(xs):
                if xs[i] == 0:
                    del xs[i]
                else:
                    i += 1

        def f(xs):
            for i in range(len(xs)):
                xs.append(xs.pop(i))

        def f(xs):
            for i in range(3):
                xs.pop()

        def f(xs):
            for i in range(len(xs)):
                print(i, xs.pop(0))

        def f(d, xs):
            for i in range(len(xs)):
                del d[xs[i]]

        def f(xs):
            while 0 < len(xs):
                xs.pop()
    """,
        only=RULE,
    )
