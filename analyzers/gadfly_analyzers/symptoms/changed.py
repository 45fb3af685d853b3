"""What the recording of a run shows of how its result went wrong: a right value lost, an argument changed, one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tree_sitter import Node

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.python_text import literal_of
from gadfly_analyzers.symptoms.evidence import LONGEST, MOST_EVENTS, UNREAD, Evidence, focused_call, is_number, value_of
from gadfly_analyzers.symptoms.family import Family, Rank, family
from gadfly_analyzers.trace.readings import Activation, Readings
from gadfly_analyzers.trace.recording import Event, EventKind
from gadfly_analyzers.values import Value

_CHANGEABLE = ("list", "dict", "set")
_BINDING = ("assignment", "augmented_assignment", "for_statement", "named_expression", "delete_statement")


def loses_right_value(evidence: Evidence) -> bool:
    """The name that ends with the result had the right value before, and lost it."""
    compared = evidence.compared
    if compared is None or not compared.expected.literal or evidence.actual is UNREAD:
        return False
    for values in _histories(_events_of_call(evidence)):
        texts = [value.text for value in values]
        held = compared.expected.text in texts[1:-1] and texts[-1] == compared.actual.text
        if held and compared.expected.text != compared.actual.text and not _counts(values):
            return True
    return False


def changes_what_is_compared(evidence: Evidence) -> bool:
    """The test looks at what it gave to the program, which should have stayed as it was, and did not."""
    compared = evidence.compared
    if compared is None or compared.actual.type not in _CHANGEABLE or len(compared.actual_source) > LONGEST:
        return False
    written, test = compared.actual_source, evidence.test.source
    named = re.search(rf"^\s*([^\W\d]\w*)\s*=\s*{re.escape(written)}\s*$", test, re.MULTILINE)
    if named is None or written[:1] not in ("[", "{") or value_of(replace(compared.expected, text=written)) is UNREAD:
        return False
    return literal_of(written) == evidence.expected and _is_only_handed_over(named[1], test)


def _is_only_handed_over(name: str, test: str) -> bool:
    """Tell whether a test hands something over and does nothing else to it."""
    written = re.findall(rf"^\s*{name}\s*=(?!=)", test, re.MULTILINE)
    touched = re.search(rf"\b{name}\s*(\.|\[|[-+*|&^]=)|\b(for|del)\b[^\n]*\b{name}\b", test)
    handed = re.search(rf"\w\([^\n]*\b{name}\b[^\n]*\)", test)
    return len(written) == 1 and touched is None and handed is not None


def changes_argument(evidence: Evidence) -> bool:
    """A list, dictionary or set that was given is not the same at the end, and its name was given nothing else."""
    events, call = _events_of_call(evidence), focused_call(evidence.test)
    if not events or call is None or evidence.source is None or events[-1].kind is not EventKind.RETURN:
        return False
    # What a default gave, nobody handed over.
    given = {name: value for name, value in events[0].changes if _is_given(value, call.text)}
    later = {name: value for event in events[1:] for name, value in event.changes if name in given}
    bound = _bound_in(evidence, events[0].line)
    return any(
        value.type == given[name].type and value.text != given[name].text and name not in bound
        for name, value in later.items()
    )


def _is_given(value: Value, call: str) -> bool:
    return value.type in _CHANGEABLE and (not value.literal or value.text in call or "..." in call)


def handles_first_only(evidence: Evidence) -> bool:
    """A loop over several given items is left for good in its first pass."""
    activation = _activation(evidence)
    if activation is None or evidence.source is None or evidence.test.outcome is not Outcome.FAILED:
        return False
    given = dict(activation.arguments)
    loops = list(evidence.source.nodes("for_statement"))
    return any(_leaves_at_once(activation, loop, evidence.source.line_of(loop.start_byte) + 1, given) for loop in loops)


def _leaves_at_once(activation: Activation, loop: Node, line: int, given: dict[str, Value]) -> bool:
    """Tell whether a run returned in the first of several passes of a loop."""
    passes = activation.passes(line) if any(step.statement.line == line for step in activation.steps) else None
    if passes is None or len(passes) != 1 or not activation.ended:
        return False
    last, end = activation.steps[-1].statement.line, loop.end_point[0] + 1
    return line < last <= end and _items_of(loop.child_by_field_name("right"), given) > 1


def _items_of(visited: Node | None, given: dict[str, Value]) -> int:
    """Count what a loop goes through, if that is an argument, or what ``range`` and its like make of one."""
    if visited is None:
        return 0
    names = [text_of(node) for node in nodes_of(visited, ("identifier",))]
    value = next((given[name] for name in names if name in given), None)
    plain = set(names) - set(given) <= {"range", "len", "enumerate", "reversed", "sorted"}
    if value is None or not plain or not value.literal or len(value.text) > LONGEST:
        return 0
    known = literal_of(value.text)
    if is_number(known):
        return int(known) - 1
    return len(known) if isinstance(known, (list, tuple, str, dict, set)) else 0


def _activation(evidence: Evidence) -> Activation | None:
    """Give the recorded run of the call that the test compares: the last of its function that no other one called."""
    call = focused_call(evidence.test)
    if call is None or evidence.trace is None or evidence.source is None or len(evidence.trace.events) > MOST_EVENTS:
        return None
    runs = [
        each for each in Readings(evidence.trace, evidence.source).activations_of(call.function) if each.parent is None
    ]
    return runs[-1] if runs else None


def _events_of_call(evidence: Evidence) -> list[Event]:
    """Give the events of the compared call: the last of its function that no other call of the program made."""
    call = focused_call(evidence.test)
    if call is None or evidence.trace is None:
        return []
    events = evidence.trace.events[:MOST_EVENTS]
    depth, frames = 0, []
    for event in events:
        if event.kind is EventKind.CALL and depth == 0 and event.function == call.function:
            frames.append(event.frame)
        depth += (event.kind is EventKind.CALL) - (event.kind in (EventKind.RETURN, EventKind.RAISE))
    return [event for event in events if event.frame == frames[-1]] if frames else []


def _histories(events: list[Event]) -> Iterator[list[Value]]:
    """Give the values of each name, in order."""
    found: dict[str, list[Value]] = {}
    for event in events:
        for name, value in event.changes:
            found.setdefault(name, []).append(value)
    yield from (values for values in found.values() if len(values) > 2)


def _counts(values: list[Value]) -> bool:
    """Tell whether values only go on by the same step, as those of a counter do."""
    numbers = [float(value.text) for value in values if value.type in ("int", "float") and value.literal]
    return len(numbers) == len(values) and len({b - a for a, b in pairwise(numbers)}) == 1


def _bound_in(evidence: Evidence, line: int) -> set[str]:
    """List the names to which a function gives values by itself."""
    assert evidence.source is not None
    functions = evidence.source.nodes("function_definition")
    node = next((each for each in functions if each.start_point[0] + 1 == line), None)
    if node is None:
        return set()
    targets = (
        each.child_by_field_name("left") or each.child_by_field_name("name") or each
        for each in nodes_of(node, _BINDING)
    )
    return {text_of(name) for target in targets for name in _plain_names(target)}


def _plain_names(target: Node) -> Iterator[Node]:
    """Give the names that are bound by a target; in ``rows[0]`` none is."""
    if target.type == "identifier":
        yield target
    elif target.type in ("pattern_list", "tuple_pattern", "list_pattern", "list_splat_pattern", "delete_statement"):
        for child in target.named_children:
            yield from _plain_names(child)


FAMILIES: tuple[Family, ...] = (
    family("right-value-lost", Rank.SEEN, "The right value was there, and was lost again.", loses_right_value,
           "flag-remembers", "ifs-exclude-each-other", "plain-assignment-accumulates"),
    family("first-item-only", Rank.SEEN, "Only the first item is looked at.", handles_first_only,
           "return-does-not-leave"),
    family("given-changed", Rank.SEEN, "The call changed what it was given.",
           changes_what_is_compared, "assignment-copies", "parameters-are-copies"),
    family("argument-changed", Rank.KIND, "What was given is not the same after the call.", changes_argument,
           "assignment-copies", "parameters-are-copies"),
)  # fmt: skip
