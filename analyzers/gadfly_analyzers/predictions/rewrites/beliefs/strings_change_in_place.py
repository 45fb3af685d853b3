"""“A text can be changed”: `word.upper()` alone changes `word`, and `word[0] = "J"` does too.

Rewritten are calls whose value is dropped, and assignments to one item, of variables of the same function.
"""

from __future__ import annotations

from collections.abc import Iterator

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.predictions.rewrites.edit import Edit, around, helper, inserted
from gadfly_analyzers.predictions.rewrites.tree import Scopes, field, is_statement, method_calls
from gadfly_analyzers.source import Source

MISCONCEPTION = "strings-change-in-place"
_METHODS = ("capitalize", "lower", "lstrip", "replace", "rstrip", "strip", "swapcase", "title", "upper", "zfill")
_IF_TEXT = helper("lambda o, r: r if type(o) is str else o")
_WITH_ITEM = helper("lambda o, i, v: o[:i] + v + o[i:][1:] if type(o) is str else (o.__setitem__(i, v), o)[1]")


def rewrite(source: Source) -> Iterator[Edit]:
    """Give the edits."""
    scopes = Scopes(source)
    for call, subject, _ in method_calls(source, *_METHODS):
        name = text_of(subject)
        if is_statement(call) and subject.type == "identifier" and scopes.bind(name, call):
            yield from around(call, f"{name} = {_IF_TEXT}({name}, ")
    for each in source.nodes("assignment"):
        target = field(each, "left")
        indexes = target.children_by_field_name("subscript")
        if is_statement(each) and len(each.children) == 3 and len(indexes) == 1 and indexes[0].type != "slice":
            name = text_of(field(target, "value"))
            if field(target, "value").type == "identifier" and scopes.bind(name, each):
                yield inserted(each.start_byte, f"{name} = {_WITH_ITEM}(")
                yield Edit(field(target, "value").end_byte, indexes[0].start_byte, b", ")
                yield Edit(indexes[0].end_byte, field(each, "right").start_byte, b", (")
                yield inserted(each.end_byte, "))")
