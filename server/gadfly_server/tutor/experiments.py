"""Something to try, in the head or on paper, that shows what is off: chosen so that this run really shows it."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from gadfly_analyzers.localize.direction import Deviation
from gadfly_analyzers.python_text import expression_of
from gadfly_server.tutor.subject import LONGEST, focus_call, short_name, subject_of
from gadfly_server.tutor.symptom import is_endless
from gadfly_server.tutor.understanding import suspect_in_run
from gadfly_server.tutor.words import code
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.shape import Block

MOST_NAMES = 3
FEW = 2  # items of a smaller input
_KEEPS = re.compile(r"\s*(?:(?:async )?def .*[^=!<>]=[^=]|[\w.,\[\]'\" ]+(?::[^=]+)?=(?!=))")  # for later
_LEAVING = later("Follow the run by hand until line {line} has run once. What is left to do at that moment?")
_BOXES = later("On paper, draw one box for each list and an arrow from each name to its box. How many boxes are there?")
_CALLS = later("By hand, note what each call gets, one call below the other. What changes from call to call?")
_BEFORE = later("By hand, note {names} just before line {line} breaks off. What is not as you expect?")
_EDGE = later(
    "Look down the left edge of the lines around line {line}. "
    "Which of them begin at the same place, and which do you want there?"
)
_INDENTS = ("indent-extra", "indent-missing", "indent-uneven")  # tabs and spaces look the same along the edge
_TEXTS: Mapping[Deviation, str] = {
    Deviation.UNREADABLE: later("Read line {line} aloud, sign by sign. At which sign would you stop as Python does?"),
    Deviation.RECURSION_STUCK: _CALLS,
    Deviation.RECURSION_ENDLESS: _CALLS,
    Deviation.RECURSION_ENDS_EARLY: _CALLS,
    Deviation.SHARED: _BOXES,
    Deviation.LEAVES_EARLY: _LEAVING,
    Deviation.RETURNS_NOTHING: _LEAVING,
    Deviation.GOES_ON: _LEAVING,
    Deviation.RUNS_NEVER: later(
        "Follow the run by hand. Where does it turn off, so that it never comes to line {line}?"
    ),
    Deviation.PRINTS: later("Compare, sign by sign, what line {line} prints with what the test wants."),
}


def experiment(facts: Facts) -> str:
    """What to try at the place in question; empty if there is none."""
    line = _line(facts)
    deviation = facts.direction.deviation if facts.direction else Deviation.UNREADABLE if facts.syntax else None
    if facts.syntax and facts.syntax[0].kind in _INDENTS:
        return say(_EDGE, line=line)
    if deviation is not None and deviation in _TEXTS:
        return say(_TEXTS[deviation], line=line)
    if without_value := _without_value(facts, line):
        return without_value
    if deviation is Deviation.CRASHES and (names := _listed(_names(facts, line))):
        return say(_BEFORE, names=names, line=line)
    return _at(facts, line) if line else ""


def smaller(call: str) -> str:
    """The same call with less in its first long argument; empty if there is none."""
    try:
        tree = expression_of(call)
    except (SyntaxError, ValueError, RecursionError):
        return ""
    if not isinstance(tree, ast.Call):
        return ""
    for number, argument in enumerate(tree.args):
        less = _less(argument)
        if less is not None:
            tree.args[number] = less
            return ast.unparse(tree)
    return ""


def _less(argument: ast.expr) -> ast.expr | None:
    if isinstance(argument, (ast.List, ast.Tuple)) and len(argument.elts) > FEW:
        return type(argument)(argument.elts[:FEW], ast.Load())
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and len(argument.value) > FEW:
        return ast.Constant(argument.value[:FEW])
    return None


def _line(facts: Facts) -> int:
    if facts.syntax:
        return facts.syntax[0].line
    if facts.direction:
        return facts.direction.line
    return suspect_in_run(facts)


def _at(facts: Facts, line: int) -> str:
    block = next((each for each in facts.shape.blocks if each.line == line), None)
    if block is not None and block.loops:
        return _loop(facts, block)
    names = _listed(_names(facts, line))
    if block is not None and names:
        return say(
            "Each time line {line} asks its question, note {names} by hand. Where do you want another answer?",
            line=line,
            names=names,
        )
    if names and _gives_back(facts, line):
        return say(
            "By hand, work out line {line} part by part with {names} as in this run. Which part do you not expect?",
            line=line,
            names=names,
        )
    return _noted(facts, line, names) or _passed_by(facts, line)


def _noted(facts: Facts, line: int, names: str) -> str:
    """To write down what the names on a line are; of what it gives a first value, nothing was there before."""
    if new := _listed(_new(facts, line)):
        return say(
            "By hand, note {names} right after line {line} has run. Is that what you want there?", names=new, line=line
        )
    if not names:
        return ""
    return say(
        "By hand, note {names} before and after line {line} runs. What is the first value that you do not expect?",
        line=line,
        names=names,
    )


def _passed_by(facts: Facts, line: int) -> str:
    """What to think about at a line without names."""
    if _is_made_once(facts, line):
        return say(
            "Line {line} runs only once, before any call. What does it make, and who uses that later?", line=line
        )
    return say("Follow the run by hand up to line {line}. What do you expect of it, and what does it do?", line=line)


def _without_value(facts: Facts, line: int) -> str:
    """What to try where a name has no value: other names that have one lead nowhere."""
    error, routine = facts.focus.raised if facts.focus else None, facts.shape.routine_at(line)
    if error is None or error.line != line:
        return ""
    name = re.search(r"'(\w+)'", error.message)
    if error.type == "UnboundLocalError" and routine and name:
        return say(
            "Find each line of {function} that gives {name} a value. Which of them runs before line {line} needs it?",
            function=code(short_name(routine.name)),
            name=code(name[1]),
            line=line,
        )
    if error.type == "NameError":
        return say(
            "List the names that have a value just before line {line} runs. "
            "Which name on line {line} is not on your list?",
            line=line,
        )
    return ""


def _new(facts: Facts, line: int) -> list[str]:
    """The names that a line gives their first value in the run."""
    step = facts.shape.step_at(line)
    for run in facts.runs if step else ():
        if step and (ran := run.runs_of(line)):
            return [name for name in _known(facts, step.sets) if run.value_before(name, ran[0].start) is None]
    return []


def _is_made_once(facts: Facts, line: int) -> bool:
    """Whether a line outside of all functions, or the head of one, keeps something for all calls."""
    inside = any(each.line < line <= each.end_line for each in facts.shape.routines)
    called = facts.focus is not None and focus_call(facts.focus) is not None
    return called and not inside and facts.shape.loop_around(line) is None and bool(_KEEPS.match(facts.line(line)))


def _loop(facts: Facts, loop: Block) -> str:
    names = _listed(_in_loop(facts, loop))
    call = _call(facts)
    less = smaller(call) if call else ""
    if names and less and len(less) <= LONGEST and not (facts.focus and is_endless(facts.focus)):
        return say(
            "Take a small case, such as {call}. By hand, note {names} in each pass of the loop on line {line}.",
            call=code(less),
            names=names,
            line=loop.line,
        )
    if names:
        return say(
            "By hand, note {names} in the first passes of the loop on line {line}. What do you see?",
            names=names,
            line=loop.line,
        )
    return say("Count the passes of the loop on line {line} by hand. How many do you want?", line=loop.line)


def _call(facts: Facts) -> str:
    subject = subject_of(facts)
    return subject.call if subject else ""


def _names(facts: Facts, line: int) -> list[str]:
    """The variables on a line that the run gave a value."""
    step = facts.shape.step_at(line)
    return _known(facts, (*step.sets, *step.reads) if step else ())


def _gives_back(facts: Facts, line: int) -> bool:
    step = facts.shape.step_at(line)
    return step is not None and step.kind == "return_statement"


def _in_loop(facts: Facts, loop: Block) -> list[str]:
    """The variables that a loop sets or asks for."""
    inside = [name for step in facts.shape.steps if loop.holds(step.line) for name in step.sets]
    return _known(facts, (*loop.targets, *inside, *(loop.names if loop.kind == "while" else ())))


def _known(facts: Facts, names: tuple[str, ...]) -> list[str]:
    functions = {routine.name.rpartition(".")[2] for routine in facts.shape.routines}
    known = {name for run in facts.runs for name in run.variables} - functions - {"self"}
    return [name for name in dict.fromkeys(names) if name in known][:MOST_NAMES]


def _listed(names: list[str]) -> str:
    """Names as one says them: ``a``, ``b`` and ``c``."""
    if len(names) < 2:
        return "".join(map(code, names))
    *some, last = map(code, names)
    return say("{some} and {last}", some=", ".join(some), last=last)
