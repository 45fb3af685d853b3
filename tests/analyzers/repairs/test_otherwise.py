"""An else that is missing or belongs elsewhere."""

from __future__ import annotations

from gadfly_analyzers.localize.repairs.families import otherwise
from helpers.repairs import check_no_repairs, check_repairs


def test_an_else_asks_or_always_runs() -> None:
    check_repairs(
        otherwise,
        """
        def find(items):
            for each in items:
                if each:  # <-- here
                    return each
                else:
                    each = 0
                    return each
        """,
        expects=[
            """
            def find(items):
                for each in items:
                    if each:
                        return each
                each = 0
                return each
            """,
            """
            def find(items):
                for each in items:
                    if each:
                        return each
                else:
                    each = 0
                    return each
            """,
            "each = 0\nreturn each",
        ],
    )
    check_repairs(
        otherwise,
        """
        def f(x):
            if x > 1:  # <-- here
                return 1
            else:
                return 2
            while x < 0:
                x += 1
        """,
        expects=["elif x < 0:", "return 2"],
    )


def test_what_stands_alone_in_an_else_is_what_is_moved() -> None:
    program = """
    def find(items):
        for each in items:
            if each:{at_if}
                return each
            else:
                return 0{at_return}
    """
    freed = "def find(items):\n    for each in items:\n        if each:\n            return each\n{rest}"
    both = [freed.format(rest="    return 0"), freed.format(rest="    else:\n        return 0")]
    check_repairs(otherwise, program.format(at_if="", at_return="  # <-- here"), expects=both)
    check_repairs(otherwise, program.format(at_if="  # <-- here", at_return=""), expects=["return 0"], never=both)


def test_an_else_is_added() -> None:
    check_repairs(
        otherwise,
        """
        def find(items):
            n = 0
            for each in items:
                if each:  # <-- here
                    n += 1
            return n
        """,
        expects=["else:\n    n = 0", "else:\n    continue", "else:\n    n += 1"],
    )


def test_what_asks_nothing_or_has_an_elif_is_left() -> None:
    check_no_repairs(otherwise, "x = 1 if y else 2  # <-- here")
    check_no_repairs(otherwise, "while x:  # <-- here\n    x -= 1")


def test_what_always_runs_below_an_if_may_belong_into_its_else() -> None:
    check_repairs(
        otherwise,
        """
        def sort_out(letters):
            for letter in letters:
                if letter.stamped:
                    sent.append(letter)
                kept.append(letter)  # <-- here
        """,
        expects=[
            """
            def sort_out(letters):
                for letter in letters:
                    if letter.stamped:
                        sent.append(letter)
                    else:
                        kept.append(letter)
            """
        ],
    )
    for block in ("continue", "sent.append(letter)\n        else:\n            lost += 1"):
        check_no_repairs(
            otherwise,
            f"def f(letters):\n    for letter in letters:\n        if letter:\n            {block}\n"
            "        kept.append(letter)  # <-- here",
        )


def test_an_else_is_missing_within_a_block() -> None:
    program = """
        def sort_out(letters):
            for letter in letters:
                if letter.stamped:
                    sent.append(letter)
                    kept.append(letter)  # <-- here
                print(letter)
    """
    check_repairs(otherwise, program, expects=["    else:\n"])
    asked = program.replace(
        "if letter.stamped", "if letter.lost:\n                    pass\n                elif letter.stamped"
    )
    check_repairs(otherwise, asked, expects=["else:"])
    check_no_repairs(
        otherwise, program.replace("                print", "                elif letter:\n                    print")
    )
    check_no_repairs(otherwise, program.replace("if letter.stamped", "while letter.stamped"))
