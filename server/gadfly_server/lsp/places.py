"""Where things that a run spoke of are: in the text that was run, and in the one that the editor shows now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers.findings import Span
from gadfly_analyzers.source import Source

if TYPE_CHECKING:
    from tree_sitter import Node

    from gadfly_server.sessions import Session

_DEFINITIONS = ("function_definition", "class_definition")
_MOST_LOOKED_AT = 200  # functions of one name


class Places:
    """Places of one session; what costs time is found out once for each run."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._facts: object = None
        self._function: str | None = None
        self._told: Source | None = None

    @property
    def source(self) -> Source | None:
        """The text that the dialogue speaks of: that of its last run, even if the editor shows another by now."""
        text = self._session.dialogue.seen.text
        examination = self._session.examination
        if examination is not None and examination.source.text == text:
            return examination.source
        if self._told is None or self._told.text != text:
            self._told = Source.parse(text)
        return self._told if text else None

    @property
    def function(self) -> str | None:
        """The qualified name of the function that the failing tests are about; ``None`` if they are about none."""
        if self._facts is not self._session.facts:
            self._facts, self._function = self._session.facts, self._named()
        return self._function

    def _named(self) -> str | None:
        facts, examination = self._session.facts, self._session.examination
        if facts is None or examination is None or not facts.failing:
            return None
        functions = examination.source.functions()
        names = {function.name for function in functions}
        called = [call.function for call in facts.focus.calls if call.function in names] if facts.focus else []
        if called:
            return called[-1]
        lines = [suspect.line for suspect in facts.suspects[:1]]
        around = [each.name for each in functions for line in lines if each.line <= line <= each.end_line]
        return around[-1] if around else None


def name_span(source: Source, name: str) -> Span | None:
    """Where a function of this qualified name is, the last if there are several; found without reading everything."""
    last = name.rpartition(".")[2].encode("utf-8", "surrogatepass")
    found = list(re.finditer(rb"\bdef[ \t\\\r\n]+(" + re.escape(last) + rb")(?!\w)", source.data))
    for match in reversed(found[-_MOST_LOOKED_AT:]):
        node = source.tree.root_node.descendant_for_byte_range(match.start(1), match.end(1))
        if node is not None and _qualified(node) == name:
            return Span(node.start_byte, node.end_byte)
    return None


def _qualified(identifier: Node) -> str:
    """The name of a function with those of the classes and functions around it; empty for what is no such name."""
    inner = identifier.parent
    if inner is None or inner.type != "function_definition" or inner.child_by_field_name("name") != identifier:
        return ""
    names: list[str] = []
    node: Node | None = inner
    while node is not None:
        if node.type in _DEFINITIONS and (name := node.child_by_field_name("name")) and name.text:
            names.append(name.text.decode("utf-8", "surrogatepass"))
        node = node.parent
    return ".".join(reversed(names))
