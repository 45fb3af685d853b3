"""Each pattern finds its bug, not its nearest neighbour, and is quiet where the file is broken."""

from __future__ import annotations

import pytest

from gadfly_analyzers.patterns import syntax_place
from gadfly_analyzers.source import Source
from helpers.check import check_findings, check_nothing, found_in

# The nearest misses: what looks like the bug and is none.
FINE = {
    "always-true": [
        "if x == 'a' or x == 'b':\n    pass\n",
        "name = given or 'nobody'\n",
        "if x == 'a' and 'b':\n    pass\n",
        "ok = x in xs or 'b'\n",
        "ok = x == 1 or 0\n",
    ],
    "changed-while-visited": [
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
    "comparison-statement": ["x = 3\n", "y = x == 3\n", "assert x == 3\n", "f(x == 3)\n"],
    "doubled-sign": ["+i\n", "x - -1\n", "x = 1 - -i\n", "x = + +i\n"],
    "identity-of-literal": [
        "ok = x is None\n",
        "ok = x is not True\n",
        "ok = x is y\n",
        "ok = x == 5\n",
        "ok = x is ...\n",
    ],
    "lone-name": ["f()\n", "x.sort()\n", "...\n", "try:\n    unicode\nexcept NameError:\n    raise\n"],
    "method-without-object": [
        "class A:\n    def f(self):\n        pass\n",
        "class A:\n    @staticmethod\n    def f():\n        pass\n",
        "class A:\n    def f(*everything):\n        pass\n",
        "def f():\n    pass\n",
    ],
    "mutable-default": ["def f(a=None):\n    pass\n", "def f(a=()):\n    pass\n", "f(a=[])\n"],
    "never-reached": [
        "def f(x):\n    if x:\n        return 1\n    return 2\n",
        "def f():\n    return 1\n    # a remark\n",
        "def f():\n    return\n    yield\n",
        "for x in xs:\n    break\n    pass\n",
    ],
    "nothing-kept": ["x.sort()\n", "x = sorted(x)\n", "x = y.append(1)\n", "x = x.pop()\n"],
    "printed-not-given": ["print(1)\n", "def f(x):\n    return str(x)\n", "show = print\n"],
    "shared-rows": ["rows = [0] * 3\n", "rows = [[0] * 3 for _ in range(3)]\n", "rows = [[0], [1]]\n", "x = 2 * 3\n"],
    "silent-except": [
        "try:\n    f()\nexcept ValueError:\n    pass\n",
        "try:\n    f()\nexcept:\n    raise\n",
        "try:\n    f()\nexcept Exception as error:\n    print(error)\n",
    ],
    "text-not-kept": [
        "s = s.strip()\n",
        "s.sort()\n",
        "print(s.upper())\n",
        "s.strip().split()\n",
        "turtle.title('x')\n",
    ],
}


@pytest.mark.parametrize("program", [program for programs in FINE.values() for program in programs])
def test_what_looks_like_a_bug_and_is_none(program: str) -> None:
    check_nothing(program)


def test_a_condition_that_is_always_true() -> None:
    check_findings("""
        if day == "Saturday" or "Sunday" or "Monday":
            #                   ^^^^^^^^ warning[always-true]: Is this value alone true or false to Python?
            #                               ^^^^^^^^ warning[always-true]: Is this value alone true or false to Python?
            rest()
    """)


def test_a_list_that_changes_while_a_loop_visits_it() -> None:
    check_findings("""
        def clean(xs):
            for x in xs:
                if x:
                    xs.remove(x)
        #           ^^^^^^^^^^^^ warning[changed-while-visited]: Which item of `xs` does the loop visit after this?
                del xs[0]
        #       ^^^^^^^^^ warning[changed-while-visited]: Which item of `xs` does the loop visit after this?
            xs.append(1)
            for x in xs:
                xs.append(x)
        #       ^^^^^^^^^^^^ warning[changed-while-visited]: Which item of `xs` does the loop visit after this?
    """)


def test_a_comparison_alone() -> None:
    check_findings("""
        score == 0
        ^^^^^^^^^^ warning[comparison-statement]: Who uses the answer of this comparison?
    """)


def test_two_signs() -> None:
    check_findings("""
        while True:
            ++i
        #   ^^^ warning[doubled-sign]: What is the value before `++`, and what is it after?
    """)


def test_identity_of_a_literal() -> None:
    check_findings("""
        if command is "quit":
        #  ^^^^^^^^^^^^^^^^^ warning[identity-of-literal]: Can two values be equal without being the same object?
            stop()
    """)


def test_a_name_alone() -> None:
    check_findings("""
        if True:
            greet
        #   ^^^^^ warning[lone-name]: What does Python do when it reads only `greet`?
            items.sort
        #   ^^^^^^^^^^ warning[lone-name]: What does Python do when it reads only `items.sort`?
    """)


def test_a_method_that_takes_nothing() -> None:
    check_findings("""
        class Dog:
            def bark():
        #       ^^^^ warning[method-without-object]: Which name here receives the object that the method is called on?
                return "wuff"
    """)


def test_a_default_that_all_calls_share() -> None:
    check_findings("""
        def add(item, basket=[]):
            #                ^^ warning[mutable-default]: When is this default made: once, or at every call?
            pass

        def put(seen: dict = {}):
        #                    ^^ warning[mutable-default]: When is this default made: once, or at every call?
            return basket
    """)


def test_lines_behind_a_return() -> None:
    check_findings("""
        def double(number):
            return number
            number = number * 2
        #   ^^^^^^^^^^^^^^^^^^^ warning[never-reached]: When does a run come to this line?
            return number
    """)


def test_the_result_of_a_method_that_gives_none() -> None:
    check_findings("""
        if scores:
            scores = scores.sort()
        #   ^^^^^^^^^^^^^^^^^^^^^^ warning[nothing-kept]: What does `sort` give back?
    """)


def test_keeping_what_print_gives() -> None:
    check_findings("""
        def double(number):
            return print(number * 2)
        #          ^^^^^^^^^^^^^^^^^ warning[printed-not-given]: What does `print` give back to your program?
    """)


def test_rows_that_are_one_list() -> None:
    check_findings("""
        board = [[0] * 2] * 3
        #       ^^^^^^^^^^^^^ warning[shared-rows]: How many inner lists does Python make here?
    """)


def test_an_error_that_disappears() -> None:
    check_findings("""
        try:
            work()
        except:
        ^^^^^^ warning[silent-except]: If something goes wrong above, how would you find out?
            pass  # never mind
    """)


def test_a_text_that_nobody_keeps() -> None:
    check_findings("""
        if name:
            name.strip()
        #   ^^^^^^^^^^^^ warning[text-not-kept]: Where does the text that `strip` makes go?
    """)


BUGS = (
    "if x == 'a' or 'b':\n    pass\n",
    "for x in xs:\n    xs.remove(x)\n",
    "x == 3\n",
    "++i\n",
    "ok = x is 5\n",
    "greet\n",
    "class A:\n    def f():\n        pass\n",
    "def f(a=[]):\n    pass\n",
    "def f():\n    return 1\n    f()\n",
    "x = x.sort()\n",
    "x = print(1)\n",
    "x = [[0]] * 3\n",
    "try:\n    f()\nexcept:\n    pass\n",
    "s.strip()\n",
)


@pytest.mark.parametrize("program", BUGS)
@pytest.mark.parametrize("broken", ["def f(:\n    pass\n", "x = = 3\n", "if x = 3:\n    pass\n"])
def test_beside_a_broken_statement_only_the_break_is_asked_about(program: str, broken: str) -> None:
    for text in (broken + program, program + broken):
        found = found_in(Source.parse(text))
        assert [said.split("]")[0] for *_, said in found] == [f"error[{syntax_place.RULE}"]


@pytest.mark.parametrize("program", BUGS)
def test_no_cut_of_a_bug_breaks_a_pattern(program: str) -> None:
    for end in range(len(program)):
        found_in(Source.parse(program[:end]))
        found_in(Source.parse(program[end:]))


def test_a_bug_far_from_a_broken_statement_is_still_asked_about() -> None:
    found = found_in(Source.parse("x == 3\na = 1\nb = 2\ndef f(:\n    pass\n"))
    assert [said.split("]")[0] for *_, said in found] == ["warning[comparison-statement", "error[syntax-place"]
