"""What the parts of a line give: of a run in which each part is given a name, so that its value is recorded.

A function of one line leaves nothing to ask of its names. Python's ``:=`` names a value where it is worked out, and
changes nothing else: the same is worked out, in the same order, and once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tree_sitter import Node

from gadfly_analyzers.findings import Span
from gadfly_analyzers.source import Source, span
from gadfly_analyzers.trace.recording import Event, EventKind, Trace
from gadfly_analyzers.values import Value

MOST_EVENTS = 12  # of a run that leaves little to ask; a longer one has names that change
LONGEST = 40  # characters of a part that one can keep in mind
_MOST_PARTS = 12
_GENERATOR = "<genexpr>"  # has a frame of its own, in which its line runs for each item
_NAME = "gadfly_part_"
_STATEMENTS = ("return_statement", "expression_statement")
_PARTS = frozenset(
    {
        "binary_operator",
        "boolean_operator",
        "call",
        "comparison_operator",
        "conditional_expression",
        "dictionary_comprehension",
        "list_comprehension",
        "not_operator",
        "set_comprehension",
        "subscript",
        "unary_operator",
    }
)
_AGAIN = frozenset({"dictionary_comprehension", "generator_expression", "list_comprehension", "set_comprehension"})
# What has names of its own, is no value, or may not hold a name that is given there.
_CLOSED = frozenset({"await", "lambda", "named_expression", "string", "type", "yield"})


@dataclass(frozen=True, slots=True)
class Part:
    """An expression inside of a statement on a 1-based line, and what it gave.

    ``again`` tells that it may be worked out several times in one run of the statement: then it is the last value.
    """

    text: str
    line: int
    value: Value
    again: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A part that has a name in another version of the program."""

    text: str
    line: int
    span: Span
    again: bool


def named_parts(source: Source, trace: Trace) -> Mapping[str, Named]:
    """Give names to the parts of the statements that a short run came by once; none of a long run."""
    events = [event for event in trace.events if not event.function.endswith(_GENERATOR)]
    if len(events) > MOST_EVENTS:
        return {}
    ran = Counter(event.line for event in events if event.kind is EventKind.LINE)
    bodies = [each.body_span for each in source.functions()]
    found: list[Named] = []
    for node in source.nodes(*_STATEMENTS):
        line = node.start_point[0] + 1
        inside = any(body.start <= node.start_byte < body.end for body in bodies)
        if inside and ran[line] == 1 and node.end_point[0] + 1 == line:
            found += [
                Named(source.slice(span(part)), line, span(part), again) for part, again in _parts(node, again=False)
            ]
    found = [each for each in found if len(each.text) <= LONGEST]
    return {f"{_NAME}{number}": each for number, each in enumerate(found[:_MOST_PARTS])}


def with_names(source: Source, names: Mapping[str, Named]) -> bytes:
    """Write the program with the parts named."""
    signs: list[tuple[int, int, str]] = []
    for name, part in names.items():  # of two that begin or end together the longer one is around the other
        signs.append((part.span.start, -part.span.end, f"({name} := "))
        signs.append((part.span.end, part.span.end - part.span.start, ")"))
    data = source.data
    for place, _, sign in sorted(signs, key=lambda each: each[:2], reverse=True):
        data = data[:place] + sign.encode() + data[place:]
    return data


def parts_in(trace: Trace, real: Trace, names: Mapping[str, Named]) -> tuple[Part, ...]:
    """Read what the parts gave; nothing if the run went another way than the real one, or came by their names."""
    if not trace.complete or [*map(_step, trace.events)] != [*map(_step, real.events)]:
        return ()
    given = {name: value for event in trace.events for name, value in event.changes if name in names}
    if any(_NAME in value.text for value in given.values()):
        return ()
    return tuple(Part(part.text, part.line, given[name], part.again) for name, part in names.items() if name in given)


def _step(event: Event) -> tuple[EventKind, int, str, int, Value | None]:
    return event.kind, event.frame, event.function, event.line, event.value


def _parts(node: Node, *, again: bool) -> Iterator[tuple[Node, bool]]:
    """List the expressions inside of a node, outer before inner; the whole of a statement is no part of it."""
    for child in _open(node):
        inner = again or node.type in _AGAIN
        if child.type in _PARTS and not _is_whole(child) and not _is_target(child):
            yield child, inner
        yield from _parts(child, again=inner)


def _open(node: Node) -> list[Node]:
    """Give the nodes in which parts may be named."""
    if node.type == "for_in_clause":  # Python wants no name to be given in what a comprehension goes through
        return []
    return [each for each in node.named_children if each.type not in _CLOSED]


def _is_whole(node: Node) -> bool:
    """Whether this is all that a statement gives: what that is, the run shows already."""
    around = node.parent
    return around is None or around.type in _STATEMENTS or (around.type == "assignment" and _is_right(node, around))


def _is_right(node: Node, assignment: Node) -> bool:
    return node == assignment.child_by_field_name("right")


def _is_target(node: Node) -> bool:
    """Whether this is a place that gets a value, or a function that is called, and so no value itself."""
    around = node.parent
    if around is None:
        return False
    fields = {"assignment": "left", "augmented_assignment": "left", "call": "function"}
    field = fields.get(around.type)
    return around.type in {"pattern_list", "tuple_pattern", "list_pattern", "keyword_argument", "delete_statement"} or (
        field is not None and node == around.child_by_field_name(field)
    )
