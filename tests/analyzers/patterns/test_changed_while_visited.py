"""A list that changes while a loop visits it: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "changed-while-visited"


def test_a_list_that_changes_while_a_loop_visits_it() -> None:
    check_findings(
        """
        def clean(xs):
            for x in xs:
                if x:
                    xs.remove(x)
        #           ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
                del xs[0]
        #       ^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
            xs.append(1)
            for x in xs:
                xs.append(x)
        #       ^^^^^^^^^^^^ info[changed-while-visited]: Which item of `xs` does the loop visit after this?
    """,
        only=RULE,
    )


@pytest.mark.parametrize(
    "program",
    [
        "for x in list(xs):\n    xs.remove(x)\n",
        "for x in xs:\n    ys.append(x)\n",
        "for x in xs:\n    if x:\n        xs.remove(x)\n        break\n",
        "for x in xs:\n    xs = []\n    xs.append(x)\n",
        "for x in xs:\n    pass\nxs.append(1)\n",
        "for x in xs:\n    pass\nelse:\n    xs.append(1)\n",
        "for x in xs:\n    del ys[0]\n",
        "for x in xs:\n    if x:\n        xs.append(x)\n",
        "for x in xs:\n    if not x:\n        break\n    xs.append(x)\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
