"""What a recording shows of why a run did not end: a loop or a recursion in which nothing changes any more."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.python_text import literal_of
from gadfly_analyzers.source import Source
from gadfly_analyzers.trace.loop_names import calls_nothing, gathered, uses_more, variables
from gadfly_analyzers.trace.outgrowing import goes_on, loop_at
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_analyzers.trace.recording import EventKind, Trace
from gadfly_analyzers.values import Value

Values = tuple[tuple[str, Value], ...]

SIGHTINGS = 3  # so often the same must be seen, in passes as in open calls
UNCHANGED = 20  # passes in which no name of a condition changes, where other things do
_NO_NUMBER = re.compile(r"\b(?:inf|nan)\b")
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Endless:
    """A loop or recursion without progress.

    ``kind`` is ``"loop"``, ``"condition"`` (a loop of which only the condition's names are known to stay) or
    ``"recursion"``. ``line`` is that of the loop's head or of the ``def``, ``values`` what stays the same: of the names
    in the loop, of those in its condition, or the arguments. ``times`` counts passes, or calls that were open at once.
    ``sure`` tells that it would go on like this for ever; else something that is not in its condition may yet end it.
    """

    kind: str
    line: int
    function: str
    values: Values
    times: int
    sure: bool = True

    @property
    def names(self) -> tuple[str, ...]:
        """The names that keep their values."""
        return tuple(name for name, _ in self.values)

    @property
    def sentence(self) -> str:
        """Say it so that a person can check it."""
        shown = ", ".join(f"{name} = {value.text}" for name, value in self.values[:_SHOWN])
        if self.kind == "recursion":
            given = f"with the same arguments: {shown}" if shown else "without arguments"
            return f"{self.times} calls of `{self.function}` were open at once, all {given}."
        if self.kind == "condition":
            names = "none of the names in its condition" if len(self.values) > 1 else "the name in its condition never"
            return f"In the last {self.times} passes of the loop on line {self.line}, {names} changed: {shown}."
        kept = f"with the same values: {shown}" if shown else "and nothing had changed"
        return f"A pass of the loop on line {self.line} began {self.times} times {kept}."


def endless(trace: Trace, source: Source) -> Endless | None:
    """Find what kept a run from ending, if its recording was cut or its recursion became too deep.

    In this order: the innermost ``while`` loop whose values recur in every pass up to the end of the recording; a
    function that is open three times with equal arguments; the innermost loop whose condition has kept its values
    for some passes. Only values that were recorded whole count as equal, and only loops count that use nothing
    but variables of the function, the program's functions, and functions of Python that always give the same.
    """
    if not trace.events or (trace.complete and not _overflowed(trace)):
        return None
    readings = Readings(trace, source)
    loops = [] if trace.complete else list(_running(trace, source, readings))
    return (
        next((found for loop in loops if (found := _same_state(loop, source))), None)
        or _recursion(readings)
        or next((found for loop in loops if (found := _same_condition(loop, source))), None)
    )


def never_ends(found: Endless | None, trace: Trace, source: Source) -> bool:
    """Tell whether a run that was cut is sure to go on for ever; ``found`` is what keeps it from ending, if known."""
    if found is not None and found.sure:
        return True
    if not trace.events or trace.complete:
        return False
    running = _running(trace, source, Readings(trace, source))
    return any(_outgrows(loop, source) or _goes_on(loop, source) or _comes_round(loop, source) for loop in running)


def can_be_endless(source: Source) -> bool:
    """Tell whether a program has a loop or may have a recursion of which a recording could show that it never ends."""
    if any(True for _ in source.nodes("while_statement")):
        return True
    functions = {each.name.rpartition(".")[2] for each in source.functions()}
    called = (call.child_by_field_name("function") for call in source.nodes("call"))
    return any(text_of(each).rpartition(".")[2] in functions for each in called if each is not None)


def is_short(trace: Trace, source: Source) -> bool:
    """Tell whether more of a run that was cut may show what kept it from ending, where its recording does not.

    A loop or a recursion that has gone on for a while, always with other values, will not come back to some soon.
    """
    readings = Readings(trace, source)
    loops = [len(loop.passes) for loop in _running(trace, source, readings)]
    calls = Counter(each.function for each in readings.activations)
    return min(loops) < UNCHANGED if loops else max(calls.values(), default=0) < UNCHANGED


@dataclass(frozen=True)
class _Loop:
    """A loop that was running when the recording was cut, and the variables as each pass found them.

    ``wholes`` are numbers for all that hangs on the variables, ``None`` where it is not known.
    """

    node: Node
    line: int
    function: str
    passes: list[dict[str, Value]]
    wholes: list[int | None]

    def state(self, names: frozenset[str]) -> list[Values]:
        """Give some of the variables as each pass found them."""
        return [tuple((name, value) for name, value in known.items() if name in names) for known in self.passes]


def _running(trace: Trace, source: Source, readings: Readings) -> Iterator[_Loop]:
    """List the ``while`` loops that were running at the end, the innermost first."""
    nodes = {node.start_byte: node for node in source.nodes("while_statement")}
    loops = [each for each in source.statements() if each.kind == "while_statement"]
    open_ = (each for each in _above(readings, trace.events[-1].frame) if not each.ended)
    for activation in open_:
        lines = [(index, trace.events[index].line) for index in activation.indices]
        for each in reversed(loops):
            block = range(each.line, max(each.end_line + 1, readings.layout.block(each).stop))
            if lines[-1][1] in block and activation.function == (each.function or "<module>"):
                start = next((index + 1 for index, line in reversed(lines) if line not in block), 0)
                begun = list(_passes(trace, activation, each.line, start))
                if begun:
                    passes, wholes = [known for known, _ in begun], [whole for _, whole in begun]
                    yield _Loop(nodes[each.span.start], each.line, activation.function, passes, wholes)


def _passes(
    trace: Trace, activation: Activation, line: int, start: int
) -> Iterator[tuple[dict[str, Value], int | None]]:
    """Give the variables as each pass found them, in the run of the loop that began after an event."""
    steps = activation.passes(line)
    begins = {step.start for step in (activation.runs_of(line) if steps is None else steps) or ()}
    known: dict[str, Value] = {}
    whole: int | None = None
    for index in activation.indices:
        event = trace.events[index]
        known.update(event.changes)
        if event.line == line or index in begins:  # the head runs first, if it has anything to do
            whole = event.state or whole
        if index >= start and index in begins:
            yield dict(known), whole
            whole = None


def _above(readings: Readings, frame: int) -> Iterator[Activation]:
    """List a frame and those that called it."""
    activations = {each.frame: each for each in readings.activations}
    parent: int | None = frame
    while parent is not None:
        yield activations[parent]
        parent = activations[parent].parent


def _same_state(loop: _Loop, source: Source) -> Endless | None:
    """Tell whether the values of a loop's variables recur, always after as many passes."""
    names = variables(loop.node, source, frozenset(loop.passes[-1]))
    if names is None or uses_more(source):
        return None
    times = _recurrences(loop.state(names))
    return Endless("loop", loop.line, loop.function, loop.state(names)[-1], times) if times else None


def _recurrences(states: list[Values]) -> int:
    """Count how often the last state was seen, if it always came again after as many passes; else there are none."""
    return _times(states) if all(_is_whole(value) for _, value in states[-1]) else 0


def _times(states: Sequence[Hashable]) -> int:
    seen = [number for number, state in enumerate(states) if state == states[-1]]
    if len(seen) < SIGHTINGS:
        return 0
    gap = seen[-1] - seen[-2]
    recurs = seen == list(range(seen[0], len(states), gap)) and states[-gap:] == states[-2 * gap : -gap]
    return len(seen) if recurs else 0


def _goes_on(loop: _Loop, source: Source) -> bool:
    """Tell whether all that can end a loop recurs: what it only counts or gathers cannot."""
    names = variables(loop.node, source, frozenset(loop.passes[-1]))
    if names is None or uses_more(source):
        return False
    return _recurrences(loop.state(names - gathered(loop.node))) > 0


def _comes_round(loop: _Loop, source: Source) -> bool:
    """Tell whether all recurs that hangs on the variables of a loop which calls nothing that could keep more."""
    names = variables(loop.node, source, frozenset(loop.passes[-1]))
    if names is None or uses_more(source) or not calls_nothing(loop.node):
        return False
    return loop.wholes[-1] is not None and _times(loop.wholes) > 0


def _outgrows(loop: _Loop, source: Source) -> bool:
    """Tell whether the numbers of a loop only go away from where it would end."""
    names = variables(loop.node, source, frozenset(loop.passes[-1]))
    if names is None or uses_more(source) or len(loop.passes) < SIGHTINGS:
        return False
    before, now = (dict(state) for state in loop.state(names)[-2:])
    node = loop_at(source.data, loop.line)
    return node is not None and goes_on(node, before, now, gathered(loop.node))


def _same_condition(loop: _Loop, source: Source) -> Endless | None:
    """Tell whether none of the variables in a loop's condition has changed in the last passes."""
    names = variables(loop.node.child_by_field_name("condition"), source, frozenset(loop.passes[-1]))
    if not names:
        return None
    states = loop.state(names)
    times = next((number for number, state in enumerate(reversed(states)) if state != states[-1]), len(states))
    if times < UNCHANGED or not all(_is_whole(value) for _, value in states[-1]):
        return None
    return Endless("condition", loop.line, loop.function, states[-1], times, sure=_goes_on(loop, source))


def _recursion(readings: Readings) -> Endless | None:
    """Find the outermost function that is open several times with equal arguments, where most calls are open."""
    depths: dict[int, int] = {}
    for each in readings.activations:
        depths[each.frame] = 1 + (0 if each.parent is None else depths[each.parent])
    calls: dict[tuple[str, Values], int] = {}
    for each in reversed(list(_above(readings, max(depths, key=lambda frame: depths[frame])))):
        calls[each.function, each.arguments] = calls.get((each.function, each.arguments), 0) + 1
    for (function, arguments), times in calls.items():
        # Without arguments, what goes on may be in variables of the module.
        enough = SIGHTINGS if arguments else 10 * SIGHTINGS
        if times >= enough and function != "<module>" and all(_is_whole(value) for _, value in arguments):
            first = readings.activations_of(function)[0]
            return Endless("recursion", readings.trace.events[first.indices[0]].line, function, arguments, times)
    return None


def _is_whole(value: Value) -> bool:
    """Tell whether nothing of a value was left out of its picture; infinity and its like are no literals, but whole."""
    if value.literal:
        return True
    text = _NO_NUMBER.sub("0", value.text)
    if value.type == "range" and "..." not in text:
        return True
    try:
        literal_of(text)
    except (ValueError, SyntaxError):
        return False
    return text != value.text and "..." not in text


def _overflowed(trace: Trace) -> bool:
    """Tell whether too many calls were open."""
    raised = (event.value for event in trace.events if event.kind is EventKind.RAISE)
    return any(value is not None and value.type == "RecursionError" for value in raised)
