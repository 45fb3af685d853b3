"""Another program in the place of a function of the student's: if tests that fail pass then, it shows the solution."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from gadfly_analyzers.leaks.reading import Reading
from gadfly_analyzers.python_text import module_of

MOST = 24
_NAME = "transplanted"
_OR_ELSE = """
own_work = {own}
def either(*given, **named):
    try:
        return {other}(*given, **named)
    except Exception:
        return own_work(*given, **named)
{own} = either
"""


def programs_in(reading: Reading) -> list[str]:
    """Give the pieces of code of a text that are programs of several lines."""
    wholes = dict.fromkeys(piece.whole for sentence in reading.sentences for piece in sentence.pieces)
    return [whole for whole in wholes if "\n" in whole.strip() and _is_program(whole)]


def _is_program(text: str) -> bool:
    try:
        return bool(module_of(text).body)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def transplants(program: str, example: str) -> list[str]:
    """Give what has to be put behind the program so that the example does the work of one of its functions.

    A function of the example takes the place of one with as many parameters; so does what stands in no function, with
    the first names that are set to a value as its parameters, and what it prints last as what it gives back. Where it
    cannot do the work, as with an empty list, the function does: what solves the rest is a solution all the same.
    """
    if not _is_program(program):
        return []
    own = [each for each in module_of(program).body if isinstance(each, ast.FunctionDef)]
    tree = module_of(example)
    theirs = [each for each in tree.body if isinstance(each, ast.FunctionDef)]
    found = []
    for place in own:
        many = _parameters(place)
        taking = [each for each in theirs if _parameters(each) == many]
        texts = [(ast.unparse(ast.Module([*_told(tree)], [])), each.name) for each in taking]
        texts += [(ast.unparse(wrapped), _NAME) for wrapped in _wrapped(tree.body, many)]
        found += [f"\n\n{text}\n{_OR_ELSE.format(own=place.name, other=name)}" for text, name in texts]
    return found[:MOST]


def _parameters(function: ast.FunctionDef) -> int:
    return len(function.args.posonlyargs) + len(function.args.args)


def _told(tree: ast.Module) -> Iterator[ast.stmt]:
    """Give the functions, and what is only set to a value."""
    return (each for each in tree.body if isinstance(each, ast.FunctionDef) or _is_given(each))


def _is_given(statement: ast.stmt) -> bool:
    return bool(_name_given(statement))


def _name_given(statement: ast.stmt) -> str:
    """Give the name that a statement sets to a value that is written out; empty for any other statement."""
    if not isinstance(statement, ast.Assign) or not isinstance(statement.targets[0], ast.Name):
        return ""
    computed = any(isinstance(node, ast.Name | ast.Call) for node in ast.walk(statement.value))
    return "" if computed else statement.targets[0].id


def _wrapped(body: Sequence[ast.stmt], parameters: int) -> Iterator[ast.Module]:
    """Give what stands in no function as one."""
    printed = _printed_last(body)
    given = [each for each in body if _is_given(each)][:parameters]
    if printed is None or len(given) < parameters:
        return
    functions = [each for each in body if isinstance(each, ast.FunctionDef)]
    work = [each for each in body[:-1] if each not in given and each not in functions]
    arguments = ast.arguments([], [ast.arg(_name_given(each)) for each in given], None, [], [], None, [])
    wrapped = ast.FunctionDef(_NAME, arguments, [*work, ast.Return(printed)], [], None, None)
    yield ast.fix_missing_locations(ast.Module([*functions, wrapped], []))


def _printed_last(body: Sequence[ast.stmt]) -> ast.expr | None:
    """Give what a program prints at its end, of several values the last one."""
    last = body[-1].value if body and isinstance(body[-1], ast.Expr) else None
    prints = isinstance(last, ast.Call) and isinstance(last.func, ast.Name) and last.func.id == "print"
    return last.args[-1] if prints and isinstance(last, ast.Call) and last.args else None
