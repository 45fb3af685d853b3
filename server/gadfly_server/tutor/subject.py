"""The call that a dialogue is about, and how questions speak of it."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.python_text import expression_of
from gadfly_server.tutor.shape import Routine
from gadfly_server.tutor.words import code
from gadfly_server.wording import Phrase, phrase

if TYPE_CHECKING:
    from gadfly_analyzers.execution.results import Call, TestResult
    from gadfly_analyzers.trace.readings import Activation
    from gadfly_analyzers.values import Value
    from gadfly_server.tutor.facts import Facts

LONGEST = 70  # characters of program text that a question quotes
LONGEST_AGAIN = 24  # of it that every question repeats; the first question has said which run is meant
MODULE = "<module>"
MOST_HELPERS = 3  # other functions that questions go into


@dataclass(frozen=True)
class Subject:
    """The function in focus, the call as text (empty if it cannot be written down), and its run.

    ``where`` says in a question which run is meant: "for `[2, 4]`" or "in `test_stack`".
    """

    function: str
    call: str
    where: Phrase
    run: Activation
    all: tuple[Activation, ...]
    routine: Routine | None

    @property
    def module(self) -> bool:
        """Whether the run is that of the program's own lines, outside of functions."""
        return self.run.function == MODULE

    @property
    def recursive(self) -> bool:
        """Whether the function ran again inside its own run."""
        return any(a.function == self.run.function and a.parent is not None for a in self.inside)

    def reached(self, line: int) -> bool:
        """Whether a statement of the run began on a line."""
        return any(step.statement.line == line for step in self.run.steps)

    @property
    def inside(self) -> tuple[Activation, ...]:
        """The runs of functions that this run called, directly or not."""
        frames = {self.run.frame}
        found = []
        for activation in self.all:
            if activation.parent in frames:
                frames.add(activation.frame)
                found.append(activation)
        return tuple(found)


def moment_of(name: str, value: Value, run: Activation, event: int) -> str:
    """Name the moment at which a value is asked for, however that is said: before a line, or after what ran last."""
    return f"{name} {value.text} {run.frame} {run.moment(event)}"


def running_of(line: int, test: TestResult) -> str:
    """Name what there is to know of whether a line runs in a test, however that is asked for."""
    return f"line {line} {test.name}"


def subjects_of(facts: Facts) -> tuple[Subject, ...]:
    """The traced call that the failing check is about, then the first call of each function that it used."""
    return facts.once("subjects", lambda: _subjects(facts))


def _subjects(facts: Facts) -> tuple[Subject, ...]:
    main = subject_of(facts)
    if main is None:
        return ()
    found = {main.function: main}
    for run in main.inside:
        if run.function in found or len(found) > MOST_HELPERS or is_special(run):
            continue
        routine, text = facts.shape.routine(run.function), call_text(run)
        if routine and text:
            found[run.function] = Subject(
                run.function, text, phrase("in {call}", call=code(text)), run, main.all, routine
            )
    for run in _beside(main, facts):
        found.setdefault(run.function, _part(run, main, facts))
    return tuple(found.values())


def _beside(main: Subject, facts: Facts) -> list[Activation]:
    """Runs of other functions whose calls stand in the same check: the first took part in what the last one saw."""
    test = facts.focus
    checked = (test.comparison.actual_source if test.comparison else test.actual_source) if test else ""
    roots = _roots(facts)
    last = {run.function: run for run in roots if not is_special(run) and run.function != main.function}
    return [run for name, run in last.items() if f"{_bare(name)}(" in (checked or "")][:MOST_HELPERS]


def _part(run: Activation, main: Subject, facts: Facts) -> Subject:
    assert facts.focus is not None
    text = call_text(run)
    only = sum(other.function == run.function for other in _roots(facts)) == 1
    unwritten = _in_the_call(run.function) if only else _in_the_last_call(run.function)
    which = phrase("in {call}", call=code(text)) if text else unwritten
    return Subject(run.function, text, which, run, main.all, facts.shape.routine(run.function))


def call_text(run: Activation) -> str:
    """The call as one would type it; empty where arguments are long or no literals."""
    arguments = [value for name, value in run.arguments if name != "self"]
    if not all(value.literal for value in arguments):
        return ""
    text = f"{_bare(run.function)}({', '.join(value.text for value in arguments)})"
    return text if len(text) <= LONGEST else ""


def subject_of(facts: Facts) -> Subject | None:
    """The traced call that the failing check is about; ``None`` without a trace of the program's functions."""
    return facts.once("subject", lambda: _subject(facts))


def _subject(facts: Facts) -> Subject | None:
    if facts.focus is None:
        return None
    runs, own = facts.runs, _roots(facts)
    if not own:
        return _program(facts, runs)
    call = focus_call(facts.focus)
    run = _run_of(call, facts.focus, own)
    if call is not None and _bare(call.function) != _bare(run.function):
        call = None
    text = call.text if call and call.literal and len(call.text) <= LONGEST else ""
    routine = facts.shape.routine(run.function)
    which = where(text, facts.focus)
    if not text and sum(a.function == run.function for a in own) > 1:
        which = _in_the_last_call(run.function)
    return Subject(run.function, text, which, run, runs, routine)


def _in_the_call(function: str) -> Phrase:
    return phrase("in the call of {function}", function=code(_bare(function)))


def _in_the_last_call(function: str) -> Phrase:
    return phrase("in the last call of {function}", function=code(_bare(function)))


def _roots(facts: Facts) -> list[Activation]:
    """The runs of the program's functions that none of its functions called."""
    outer = {a.frame for a in facts.runs if not facts.shape.routine(a.function)}
    return [a for a in facts.runs if a.frame not in outer and (a.parent is None or a.parent in outer)]


def _program(facts: Facts, runs: tuple[Activation, ...]) -> Subject | None:
    """The run of a program that is no function: the test gives it input and looks at what it prints."""
    whole = [run for run in runs if run.function == MODULE]
    if len(whole) != 1 or facts.focus is None:
        return None
    routine = Routine(facts.program, 1, max(1, len(facts.shape.lines)), (), ())
    return Subject(MODULE, "", where("", facts.focus), whole[0], runs, routine)


def focus_call(test: TestResult) -> Call | None:
    """The call that the failing check made: the one it compares, else the last one."""
    if not test.calls:
        return None
    compared = test.comparison.actual_source if test.comparison else ""
    same = [call for call in test.calls if _same(call.text, compared)]
    return (same or list(test.calls))[-1]


def where(call: str, test: TestResult) -> Phrase:
    """Which run a question means, in words: by the argument, by the call, or by the test's name."""
    if not call:
        if test.name.endswith(".in"):
            return phrase("for {value}", value=code(test.name))
        return phrase("in {test}", test=code(test.name))
    try:
        tree = expression_of(call)
    except (SyntaxError, ValueError, RecursionError):
        return phrase("for {value}", value=code(call))
    shown = call
    if isinstance(tree, ast.Call) and len(tree.args) == 1 and not tree.keywords:
        shown = ast.get_source_segment(call, tree.args[0]) or call
    return phrase("for {value}", value=code(shown)) if len(shown) <= LONGEST_AGAIN else phrase("in this call")


def _run_of(call: Call | None, test: TestResult, roots: list[Activation]) -> Activation:
    if call is None:
        return roots[-1]
    position = test.calls.index(call)
    if len(roots) == len(test.calls) and _bare(roots[position].function) == _bare(call.function):
        return roots[position]
    same = [a for a in roots if _bare(a.function) == _bare(call.function)]
    return (same or roots)[-1]


def is_special(run: Activation) -> bool:
    """Whether Python calls the function by itself, such as ``__init__``."""
    return _bare(run.function).startswith("__")


def short_name(function: str) -> str:
    """A function as a student speaks of it: without what it stands in, but for those that Python calls by itself."""
    return function if _bare(function).startswith("__") else _bare(function)


def _bare(function: str) -> str:
    return function.rpartition(".")[2]


def _same(first: str, second: str) -> bool:
    try:
        return ast.dump(expression_of(first)) == ast.dump(expression_of(second))
    except (SyntaxError, ValueError, RecursionError):
        return first == second
