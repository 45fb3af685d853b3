"""What runs in a case of which a text speaks: "when `key` is 3", "exactly 90", "if it is not equal to any of them".

The variables of such a case are only what it is a case of: the eye goes to the condition that asks for it, or to what
runs then.  All of this is read off the words and the tree, whatever is wrong with the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.source import Source
from gadfly_server.grading.students.places import following, lines_of

_BRANCHES = ("if_statement", "elif_clause")
_LITERALS = ("integer", "float", "string", "true", "false", "none")
_NUMBER = r"\d{1,12}(?:\.\d{1,12})?(?![\w\])]|\.\d)"
_ALONE = re.compile(rf"(?<![\w.\[(,-]){_NUMBER}")
_AS_A_VALUE = re.compile(rf"\b(?:exactly|equals?|than|is|be|was|of|to) `?({_NUMBER})", re.IGNORECASE)
_OFTEN = ("0", "1")  # in talk of positions and counts: meant as values only where the words say so
_HELD = (
    r"(?<![\w.]){}\W{{0,2}} ?(?:is equal to|is|=|==|equals|be|was|were|of|as|to be|takes the value)\s*`?{}(?![\w.]*\w)"
)
_FEW = 2  # conditions: a number with which more compare leads to none
_OTHERWISE = re.compile(
    r"\botherwise\b|\belse (?:block|branch|clause|part|statement|case)\b|\bother cases?\b|\bthan (?:all|any|every)\b"
    r"|\b(?:no|none|not|never|neither|isn['’]t|aren['’]t|doesn['’]t|don['’]t)\b[^.?!]{0,40}"
    r"\b(?:any|all|condition|match\w*|true|equal|found|met)\b",
    re.IGNORECASE,
)


def cases(text: str, source: Source) -> list[frozenset[int]]:
    """Give for each case the lines that it leads to (1-based)."""
    found = (_held(text, source), _compared(text, source), _otherwise(text, source))
    return [lines for each in found if (lines := frozenset(each))]


def _held(text: str, source: Source) -> Iterator[int]:
    """Give what runs when a variable has the value that the text says it has: the block of the branch that wants it."""
    for branch in source.nodes(*_BRANCHES):
        for name, value in _equalities(branch.child_by_field_name("condition")):
            if name in text and _says(text, name, value):
                yield from lines_of(branch.child_by_field_name("consequence"))


def _says(text: str, name: str, value: str) -> bool:
    quoted = re.sub("[\"']", "[\"']", re.escape(value))  # in marks of either kind
    return re.search(_HELD.format(re.escape(name), quoted), text) is not None


def _equalities(condition: Node | None) -> Iterator[tuple[str, str]]:
    """Give the variables that a condition wants to equal a value."""
    waiting = [condition] if condition is not None else []
    while waiting:
        part = waiting.pop()
        if part.type in ("boolean_operator", "parenthesized_expression"):
            waiting += part.named_children
        elif part.type == "comparison_operator" and part.child_count == 3 and part.children[1].type == "==":
            name, value = part.named_children
            if name.type == "identifier" and value.type in _LITERALS:
                yield text_of(name), text_of(value)


def _compared(text: str, source: Source) -> Iterator[int]:
    """Give the conditions that compare with a number in the text."""
    said = {each for each in _ALONE.findall(text) if each not in _OFTEN} | set(_AS_A_VALUE.findall(text))
    found: dict[str, set[int]] = {}
    for comparison in source.nodes("comparison_operator") if said else ():
        for part in comparison.named_children:
            if part.type in ("integer", "float") and text_of(part) in said:
                found.setdefault(text_of(part), set()).add(comparison.start_point.row + 1)
    yield from (line for lines in found.values() if len(lines) <= _FEW for line in lines)


def _otherwise(text: str, source: Source) -> Iterator[int]:
    """Give where the program goes when a condition does not hold: the block of its ``else``, or what comes after."""
    for choice in source.nodes("if_statement") if _OTHERWISE.search(text) else ():
        last = choice.children_by_field_name("alternative")[-1:]
        if last and last[0].type == "else_clause":
            yield from lines_of(last[0].child_by_field_name("body"))
        else:
            yield _next_line(choice)


def _next_line(node: Node) -> int:
    """Give the first line of what comes after a statement in its function; the last line of all, if nothing does."""
    holder = node
    while holder.parent is not None and holder.type != "function_definition":
        after = following(holder)
        if after is not None:
            return after.start_point.row + 1
        holder = holder.parent
    return holder.end_point.row + 1
