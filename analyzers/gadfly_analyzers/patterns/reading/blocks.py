"""What stands around a node, and whether a block is left at its end."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of

LEAVING = ("return_statement", "raise_statement", "break_statement", "continue_statement")
HOMES = ("function_definition", "class_definition", "lambda", "module")
_DEEPEST = 40


def statements_in(block: Node | None) -> list[Node]:
    """List the statements of a block, or of whatever has a block, without comments."""
    if block is not None and block.type not in ("block", "module"):
        block = block.child_by_field_name("body") or block.child_by_field_name("consequence")
    return [] if block is None else [child for child in block.named_children if child.type != "comment"]


def clauses_of(statement: Node) -> list[Node]:
    """List the `elif` and `else` clauses of an `if`."""
    return [child for child in statement.named_children if child.type in ("elif_clause", "else_clause")]


def has_else(statement: Node) -> bool:
    """Tell whether an `if` has an `else` of its own."""
    return any(child.type == "else_clause" for child in statement.named_children)


def ways_through(statement: Node) -> list[list[Node]]:
    """Give the statements of each branch of an `if`."""
    return [statements_in(statement), *(statements_in(clause) for clause in clauses_of(statement))]


def leaves(statements: list[Node], depth: int = _DEEPEST) -> bool:
    """Tell whether the last of some statements leaves the block on every way."""
    if not statements or depth == 0:
        return False
    last = statements[-1]
    if last.type == "if_statement" and has_else(last):
        return all(leaves(branch, depth - 1) for branch in ways_through(last))
    return last.type in LEAVING


def around(node: Node, types: tuple[str, ...], walls: tuple[str, ...] = HOMES) -> Node | None:
    """Give the nearest node of some types around a node, within the function it stands in."""
    outer = node.parent
    while outer is not None and outer.type not in types:
        if outer.type in walls:
            return None
        outer = outer.parent
    return outer


def function_around(node: Node) -> Node | None:
    """Give the function whose body a node stands in."""
    return around(node, ("function_definition",), ("class_definition", "lambda"))


def home_of(node: Node) -> Node:
    """Give the function or class that a node stands in, or the file."""
    outer = node.parent
    while outer is not None and outer.type not in HOMES:
        outer = outer.parent
    return node if outer is None else outer


def file_of(node: Node) -> Node:
    """Give the whole file that a node stands in."""
    while node.parent is not None:
        node = node.parent
    return node


def statement_of(node: Node) -> Node:
    """Give the statement of a block that a node stands in."""
    inner = node
    while inner.parent is not None and inner.parent.type not in ("block", "module"):
        inner = inner.parent
    return inner


def owner_of(statement: Node | None) -> Node | None:
    """Give what the block belongs to that a statement stands in: a loop, a branch, a function."""
    block = statement.parent if statement is not None else None
    return block.parent if block is not None else None


def inner_nodes(root: Node) -> Iterator[Node]:
    """Visit what stands below a node in the order of the text, without what nested functions and classes hold."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        if node is root or node.type not in HOMES:
            waiting.extend(reversed(node.named_children))


def following(node: Node) -> Node | None:
    """Give what stands right behind a node, comments aside."""
    after = node.next_named_sibling
    while after is not None and after.type == "comment":
        after = after.next_named_sibling
    return after


def preceding(node: Node) -> Node | None:
    """Give what stands right before a node, comments aside."""
    before = node.prev_named_sibling
    while before is not None and before.type == "comment":
        before = before.prev_named_sibling
    return before


def parameters_of(function: Node) -> list[Node]:
    """List the identifiers of a function's parameters."""
    listed = function.child_by_field_name("parameters")
    names = [_name(child) for child in listed.named_children] if listed is not None else []
    return [name for name in names if name is not None]


def parameter_names(function: Node) -> list[str]:
    """List the names of a function's parameters."""
    return [text_of(name) for name in parameters_of(function)]


def _name(parameter: Node) -> Node | None:
    if parameter.type == "identifier":
        return parameter
    name = parameter.child_by_field_name("name")
    if name is None and parameter.named_children:
        name = parameter.named_children[0]
    if name is not None and name.type.endswith("splat_pattern"):
        name = name.named_children[0] if name.named_children else None
    return name if name is not None and name.type == "identifier" else None


def called(node: Node | None) -> str:
    """Give the text of what a call calls; what is no call has none."""
    return text_of(node.child_by_field_name("function")) if node is not None and node.type == "call" else ""


def arguments_of(call: Node | None) -> list[Node]:
    """List what a call hands over; what is no call hands over nothing."""
    arguments = call.child_by_field_name("arguments") if call is not None else None
    return [] if arguments is None else [child for child in arguments.named_children if child.type != "comment"]


def without_parentheses(node: Node) -> Node:
    """Give what stands in parentheses."""
    while node.type == "parenthesized_expression" and node.named_children:
        node = node.named_children[0]
    return node
