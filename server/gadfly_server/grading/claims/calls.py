"""Claims about what a call gives back, such as "`average([2, 4])` returns `4`"; each call is made in a fresh run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gadfly_analyzers.execution.results import Outcome, RunResult
from gadfly_server.grading.claims.claim import VALUE, Checked, alike, bare, said
from gadfly_server.grading.workplace import parsed

_CALL = r"(?:`(?P<quoted>[A-Za-z_][\w.]*\([^`\n]*\))`|(?<![`\w.])(?P<bare>[A-Za-z_]\w*\([^()`\n]*\)))"
_GIVES = (
    r"(?:currently |actually |now |only )?"
    r"(?:returns?|gives?(?: you| us)?(?: back)?|outputs?|evaluates to|equals|is|==?|[-=]>)"
)
_CLAIM = re.compile(rf"{_CALL} {_GIVES} (?P<value>{VALUE})(?![\w(\[]| (?:if|when|or|and|through|to)\b)")
MOST_CALLS = 20


@dataclass(frozen=True, slots=True)
class Given:
    """What a call came to: the value that it gave back, or the error or reason for which it gave none."""

    value: str | None
    ended: str = ""


Calls = Mapping[str, Given]


def calls_in(text: str) -> Iterator[str]:
    """Give the calls about which a text makes claims."""
    yield from (call for _, call, _ in _claims(text))


def claims_of_calls(text: str, calls: Calls) -> Iterator[Checked]:
    """Check each claim of a text about a call."""
    for words, call, value in _claims(text):
        given = calls.get(call)
        if given is None:
            yield Checked(words, None, f"{call} was not run")
        elif given.value is not None:
            yield Checked(words, alike(given.value, value), f"{call} gives {given.value}")
        else:
            yield Checked(words, False if given.ended else None, f"{call} ends with {given.ended or 'nothing known'}")


def tests_of(calls: Sequence[str], module: str) -> str:
    """Write a test module that makes calls, one a test."""
    tests = [f"def test_{number}():\n    {call}\n" for number, call in enumerate(calls[:MOST_CALLS])]
    return "\n\n".join([f"from {module} import *  # noqa", *tests])


def told_by(run: RunResult, calls: Sequence[str]) -> dict[str, Given]:
    """Read off what each call came to; calls of what the program does not define are left out."""
    found: dict[str, Given] = {}
    for test in run.tests:
        made = test.calls[-1] if test.calls else None
        call = calls[int(test.name.removeprefix("test_"))]
        if made and made.returned and made.returned.literal:
            found[call] = Given(made.returned.text)
        elif made and made.raised:
            found[call] = Given(None, made.raised)
        elif made and test.outcome is Outcome.STOPPED:
            found[call] = Given(None, test.stop.reason if test.stop else "no end")
    return found


def _claims(text: str) -> Iterator[tuple[str, str, str]]:
    for sentence in said(text):
        for found in _CLAIM.finditer(sentence):
            call = found["quoted"] or found["bare"]
            if _is_plain(call):
                yield found[0], call, bare(found["value"])


def _is_plain(call: str) -> bool:
    """Tell whether a call has only values written down as arguments, so that it can be made anywhere."""
    tree = parsed(call)
    if tree is None or len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return False
    made = tree.body[0].value
    if not isinstance(made, ast.Call):
        return False
    try:
        for argument in (*made.args, *(each.value for each in made.keywords)):
            ast.literal_eval(argument)
    except (ValueError, TypeError, RecursionError):
        return False
    return True
