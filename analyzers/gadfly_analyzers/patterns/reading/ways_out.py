"""Where a function ends: which of its statements may be the last one to run."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.patterns.reading.blocks import called, following, statements_in
from gadfly_analyzers.patterns.reading.loops import exits_of, loops_around

_LEAVING = ("return_statement", "raise_statement", "continue_statement")
_CLAUSES = ("elif_clause", "else_clause", "except_clause", "except_group_clause", "finally_clause", "case_clause")
_ON_THE_WAY = ("if_statement", "try_statement", "with_statement", "match_statement", *_CLAUSES)
_NEVER_BACK = ("exit", "quit", "sys.exit", "os._exit", "os.abort", "os.execv")


def is_at_the_end(statement: Node) -> bool:
    """Tell whether a function ends after a statement, or with an empty `return` or a `break` right after it."""
    while True:
        after = following(statement)
        if after is not None and after.type == "return_statement":
            return text_of(after) in ("return", "return None")
        is_left = after is not None and after.type == "break_statement"
        if is_left and (loop := next(loops_around(statement), None)) is not None:
            statement = loop
            continue
        block = statement.parent
        if block is None or block.type != "block" or (after is not None and after.type not in _CLAUSES):
            return False
        around = block.parent
        if around is None or around.type == "function_definition":
            return around is not None
        if around.type not in _ON_THE_WAY:
            return False
        statement = around.parent if around.type in _CLAUSES and around.parent is not None else around
        if statement.type == "block":  # The clauses of `match` stand in a block of their own.
            statement = statement.parent or statement


def open_ends(block: Node) -> Iterator[Node]:
    """Visit the places where a run may come to the end of a block without a `return`; of a header its condition."""
    statements = statements_in(block)
    while len(statements) > 1 and _does_nothing(statements[-1]):
        statements.pop()
    if not statements:
        return
    last = statements[-1]
    if any(each.type in _LEAVING for each in statements) or _never_comes_back(last):
        return
    if last.type == "if_statement":
        yield from _of_choice(last)
    elif last.type in ("for_statement", "while_statement"):
        yield from _of_loop(last)
    elif last.type == "with_statement":
        yield from _of_body(last)
    elif last.type == "try_statement":
        yield from _of_try(last)
    elif last.type == "match_statement":
        yield from _of_match(last)
    else:
        yield last


def _of_body(node: Node) -> Iterator[Node]:
    body = node.child_by_field_name("body") or next(
        (each for each in node.named_children if each.type == "block"), None
    )
    if body is not None:
        yield from open_ends(body)


def _of_choice(node: Node) -> Iterator[Node]:
    branch = node.child_by_field_name("consequence")
    if branch is not None:
        yield from open_ends(branch)
    asked, is_whole = node.child_by_field_name("condition"), False
    for clause in node.named_children:
        if clause.type == "elif_clause":
            asked = clause.child_by_field_name("condition")
            branch = clause.child_by_field_name("consequence")
            yield from open_ends(branch) if branch is not None else ()
        elif clause.type == "else_clause":
            is_whole = True
            yield from _of_body(clause)
    if not is_whole and asked is not None and text_of(asked) not in ("True", "1"):
        yield asked


def _of_loop(node: Node) -> Iterator[Node]:
    otherwise = next((child for child in node.named_children if child.type == "else_clause"), None)
    breaks = exits_of(node, ("break_statement",))
    header = node.child_by_field_name("condition") or node.child_by_field_name("right")
    if breaks and header is not None:
        yield header
    elif otherwise is not None:
        yield from _of_body(otherwise)
    elif header is not None and not (node.type == "while_statement" and text_of(header) in ("True", "1")):
        yield header


def _of_try(node: Node) -> Iterator[Node]:
    clauses = {child.type: child for child in node.named_children}
    last = clauses.get("finally_clause")
    if last is not None and any(nodes_of(last, ("return_statement",))):
        return
    yield from _of_body(clauses.get("else_clause", node))
    for clause in node.named_children:
        if clause.type in ("except_clause", "except_group_clause"):
            yield from _of_body(clause)


def _of_match(node: Node) -> Iterator[Node]:
    cases = nodes_of(node, ("case_clause",))
    for case in cases:
        branch = case.child_by_field_name("consequence")
        yield from open_ends(branch) if branch is not None else ()
    if not any(text_of(case).startswith(("case _:", "case _ :")) for case in cases):
        subject = node.child_by_field_name("subject")
        yield from [subject] if subject is not None else []


def _never_comes_back(statement: Node) -> bool:
    if statement.type == "assert_statement":
        return text_of(statement).startswith(("assert False", "assert 0"))
    if statement.type != "expression_statement" or not statement.named_children:
        return False
    return called(statement.named_children[0]) in _NEVER_BACK


def _does_nothing(statement: Node) -> bool:
    return statement.type == "pass_statement" or (
        statement.type == "expression_statement" and statement.named_children[0].type == "string"
    )
