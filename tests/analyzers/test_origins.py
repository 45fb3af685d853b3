"""Where the value comes from that an exception complains of, told in the program's own text."""

from __future__ import annotations

from textwrap import dedent

import pytest

from gadfly_analyzers.execution.results import Raised
from gadfly_analyzers.localize.origins import of_raised
from gadfly_analyzers.localize.repairs.candidates import sites
from gadfly_analyzers.source import Source


def origins(text: str, type_: str, message: str) -> dict[int, str]:
    """Give the lines from which the exception on the line marked ``# raised`` may come."""
    program = dedent(text).removeprefix("\n")
    line = next(n for n, each in enumerate(program.splitlines(), 1) if each.endswith("# raised"))
    source = Source.parse(program)
    known = {site.statement: site for site in sites(source, source.statements())}
    return {each.line: how for each, how in of_raised(known, Raised(type_, message, line))}


@pytest.mark.parametrize(
    ("made", "message"),
    [
        ("None", "unsupported operand type(s) for +=: 'NoneType' and 'int'"),
        ("prices.sort()", "unsupported operand type(s) for +=: 'NoneType' and 'int'"),
        ('""', 'can only concatenate str (not "int") to str'),
        ("input()", 'can only concatenate str (not "int") to str'),
        ("[]", "'int' object is not iterable in list"),
    ],
)
def test_the_statement_that_made_the_type(made: str, message: str) -> None:
    program = f"""
        def total(prices):
            result = {made}
            count = 0
            for price in prices:
                result += price  # raised
            return result
    """
    assert origins(program, "TypeError", message) == {2: "type"}


def test_of_several_at_once_the_one_that_is_used() -> None:
    program = """
        def first(words):
            seen, found = {}, None
            for word in words:
                seen.append(word)  # raised
            return found
    """
    assert origins(program, "AttributeError", "'dict' object has no attribute 'append'") == {2: "type"}
    assert origins(program, "AttributeError", "'set' object has no attribute 'append'") == {}
    assert origins(program, "ValueError", "'dict'") == {}


def test_the_statements_that_set_the_index() -> None:
    program = """
        def turn(items):
            start, end = 0, len(items)
            middle = 0
            while start < end:
                items[start], items[end] = items[end], items[start]  # raised
                start += 1
            return middle
    """
    assert origins(program, "IndexError", "list index out of range") == {2: "index", 6: "index"}


def test_another_function_has_other_names() -> None:
    program = """
        def other():
            result = None
            return result

        def total(prices):
            result = prices[0]
            return result + 1  # raised
    """
    assert origins(program, "TypeError", "unsupported operand type(s) for +: 'NoneType' and 'int'") == {}
