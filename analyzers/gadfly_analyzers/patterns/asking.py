"""How a pattern asks about a node."""

from __future__ import annotations

from tree_sitter import Node

from gadfly_analyzers.findings import Finding, Severity, Span


def ask(rule: str, node: Node, question: str) -> Finding:
    """Ask about something that surprises many, and may be meant: only where a failing run came by."""
    return Finding(rule, Severity.INFORMATION, Span(node.start_byte, node.end_byte), question)


def ask_always(rule: str, node: Node, question: str) -> Finding:
    """Ask about something that nobody can have meant, whatever the tests say."""
    return Finding(rule, Severity.INFORMATION, Span(node.start_byte, node.end_byte), question, certain=True)
