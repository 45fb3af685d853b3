"""A list that changes while a loop visits it: asked about, and its nearest misses are not."""

from __future__ import annotations

from helpers.check import check_findings, check_nothing

RULE = "changed-while-visited"


def test_what_is_asked_about() -> None:
    check_findings(
        """
        def clean(xs):
            for x in xs:
                if x:
                    xs.remove(x)
        #           ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?

        def first(xs):
            for x in xs:
                del xs[0]
        #       ^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?

        def numbered(xs):
            for i, x in enumerate(xs):
                if x == 0:
                    xs.pop(i)
        #           ^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
            return xs

        class Cart:
            def drop(self):
                for x in self.a:
                    self.a.remove(x)
        #           ^^^^^^^^^^^^^^^^ info[changed-while-visited]: Which item of `self.a` does the loop visit after this?

        def both(xs, ys):
            for x, y in zip(xs, ys):
                if x == y:
                    ys.remove(y)
        #           ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `ys` does the loop visit after this?

        def pairs(xs):
            for x in xs:
                for y in xs:
                    if x < y:
                        xs.remove(y)
        #               ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
            return xs

        def counter(xs):
            i = 0
            for x in xs:
                if x < 0:
                    del xs[i]
        #           ^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
                i += 1
            return xs

        def dropped(xs):
            for x in xs:
                least = 0
                if x < least:
                    xs = xs.remove(x)
        #                ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
            return xs
    """,
        only=RULE,
    )


def test_what_looks_like_it_and_is_none() -> None:
    check_nothing(
        """
        for x in list(xs):
            xs.remove(x)

        for x in xs:
            xs = xs[:]
            xs.remove(x)

        for x in xs:
            ys.append(x)

        for x in xs:
            if x:
                xs.remove(x)
                break

        for x in xs:
            xs = []
            xs.append(x)

        for x in xs:
            pass
        xs.append(1)

        for x in xs:
            pass
        else:
            xs.append(1)

        for x in xs:
            del ys[0]

        for x in xs:
            if x:
                xs.append(x)

        for x in xs:
            if not x:
                break
            xs.append(x)

        for i, x in enumerate(xs[:]):
            xs.pop(0)

        for x in sorted(xs):
            xs.remove(x)
    """,
        only=RULE,
    )
