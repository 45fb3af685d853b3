"""How a pattern asks about a node."""

from __future__ import annotations

import re

from tree_sitter import Node

from gadfly_analyzers.findings import Finding, Severity, Span

LONGEST_CODE = 40  # characters of the student's own that a question repeats
_CODE = re.compile(r"`[^`]*`")


def ask(rule: str, node: Node, question: str) -> Finding:
    """Ask about something that surprises many, and may be meant: only where a failing run came by."""
    return Finding(rule, Severity.INFORMATION, Span(node.start_byte, node.end_byte), _in_one_line(question))


def ask_always(rule: str, node: Node, question: str) -> Finding:
    """Ask about something that nobody can have meant, whatever the tests say."""
    span = Span(node.start_byte, node.end_byte)
    return Finding(rule, Severity.INFORMATION, span, _in_one_line(question), certain=True)


def quoted(code: str) -> str:
    """Set off an expression of the student's in a question; a backtick in it would end it too early."""
    return f"`{code.replace('`', chr(39))}`"


def _in_one_line(question: str) -> str:
    """Shorten what of the student's own is too long to be read, such as a key that goes over several lines."""
    return _CODE.sub(lambda found: _short(found[0]), " ".join(question.split()))


def _short(code: str) -> str:
    return code if len(code) <= LONGEST_CODE + 2 else f"{code[:LONGEST_CODE]}…`"
