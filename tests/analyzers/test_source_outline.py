"""The statements, functions and places of a program."""

from __future__ import annotations

from textwrap import dedent

from gadfly_analyzers.source import Position, Source

PROGRAM = dedent("""\
    \'\'\'What this is.\'\'\'
    import math


    class Shape:
        sides = 3

        @property
        def area(self, *, scale: float = 1.0, **rest):
            \'\'\'Say how large it is.\'\'\'
            if scale:  # a remark
                return (
                    self.sides
                )
            elif rest:
                a = 1; b = 2
            else:
                global c
            try:
                pass
            except ValueError:
                raise
            finally:
                del a


    def outer(a, b=2, *c):
        def inner(): return 1
        while (a and
               b):
            break
        return inner
""")


def test_statements_are_what_can_run() -> None:
    source = Source.parse(PROGRAM)
    assert [
        (at.line, at.end_line, source.slice(at.span).split("\n")[0], at.function) for at in source.statements()
    ] == [
        (2, 2, "import math", None),
        (5, 5, "class Shape:", None),
        (6, 6, "sides = 3", None),
        (9, 9, "def area(self, *, scale: float = 1.0, **rest):", None),
        (11, 11, "if scale:", "Shape.area"),
        (12, 14, "return (", "Shape.area"),
        (15, 15, "elif rest:", "Shape.area"),
        (16, 16, "a = 1", "Shape.area"),
        (16, 16, "b = 2", "Shape.area"),
        (19, 19, "try:", "Shape.area"),
        (20, 20, "pass", "Shape.area"),
        (21, 21, "except ValueError:", "Shape.area"),
        (22, 22, "raise", "Shape.area"),
        (24, 24, "del a", "Shape.area"),
        (27, 27, "def outer(a, b=2, *c):", None),
        (28, 28, "def inner():", "outer"),
        (28, 28, "return 1", "outer.inner"),
        (29, 30, "while (a and", "outer"),
        (31, 31, "break", "outer"),
        (32, 32, "return inner", "outer"),
    ]


def test_a_header_knows_its_block() -> None:
    source = Source.parse("for x in xs:\n    a()\n    b()\nc()\n")
    loop, _, _, after = source.statements()
    assert loop.block is not None
    assert source.slice(loop.block) == "a()\n    b()"
    assert after.block is None


def test_functions_have_qualified_names() -> None:
    source = Source.parse(PROGRAM)
    assert [(f.name, f.line, f.end_line, f.parameters, source.slice(f.name_span)) for f in source.functions()] == [
        ("Shape.area", 9, 24, ("self", "scale", "rest"), "area"),
        ("outer", 27, 32, ("a", "b", "c"), "outer"),
        ("outer.inner", 28, 28, (), "inner"),
    ]


def test_broken_code_still_has_statements_and_functions() -> None:
    source = Source.parse("def f(a):\n    x = 1\n    return (\n\ndef g(b):\n    return b\n")
    assert "f" in [function.name for function in source.functions()]
    assert (2, "expression_statement") in [(at.line, at.kind) for at in source.statements()]


def test_blocks_may_nest_deeply() -> None:
    deep = "".join(" " * depth + "if x:\n" for depth in range(400))
    assert len(Source.parse(deep + " " * 400 + "pass\n").statements()) == 401


def test_places_and_offsets_are_each_other() -> None:
    source = Source.parse("é = '😀'\r\nb = 2\rc = 3")
    assert source.position(source.data.index(b"b")) == Position(1, 0)
    assert source.byte(Position(2, 4)) == source.data.index(b"3")
    assert source.line_of(len(source.data)) == 2
    assert source.slice(source.span_of_lines(1, 2)) == "é = '😀'\r\nb = 2"
    assert source.slice(source.span_of_lines(9, 9)) == "c = 3"


def test_the_span_of_a_line_leaves_out_its_indentation() -> None:
    source = Source.parse("def f():\n\treturn 1\n")
    assert source.slice(source.span_of_lines(2, 2)) == "return 1"
    assert source.slice(source.span_of_lines(0, 1)) == "def f():"
