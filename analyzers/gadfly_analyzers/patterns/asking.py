"""How a pattern asks about a node."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.findings import Finding, Severity, Span


def ask(rule: str, node: Node, question: str) -> Finding:
    """Ask about something that is certain to surprise."""
    return Finding(rule, Severity.WARNING, Span(node.start_byte, node.end_byte), question)
