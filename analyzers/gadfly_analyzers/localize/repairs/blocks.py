"""Statements as whole lines in their blocks, so that lines can be put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass

from tree_sitter import Node

from gadfly_analyzers.localize.repairs.repair import Edit
from gadfly_analyzers.localize.repairs.site import Site

LOOPS = ("for_statement", "while_statement")
JUMPS = ("return_statement", "break_statement", "continue_statement", "raise_statement")
_BLOCKS = ("block", "module")
_SCOPES = ("function_definition", "class_definition", "module")
_STEP = b"    "


@dataclass(frozen=True, slots=True)
class Lines:
    """The whole lines of ``data`` from ``start`` to ``end``, with the line end if there is one."""

    data: bytes
    start: int
    end: int

    @property
    def indentation(self) -> bytes:
        """The white space before the first line."""
        line = self.data[self.start : self.end]
        return line[: len(line) - len(line.lstrip(b" \t\f"))]

    def at(self, indentation: bytes) -> bytes:
        """Give the lines as they are where lines begin with this indentation."""
        old = self.indentation
        found = self.data[self.start : self.end].splitlines(keepends=True)
        moved = b"".join(indentation + line[len(old) :] if line.startswith(old) else line for line in found)
        return moved if moved.endswith((b"\n", b"\r")) else moved + b"\n"

    def above(self, *statements: bytes) -> Edit:
        """Write statements above, as deep as these lines."""
        return Edit(self.start, self.start, _written(self.indentation, statements))

    def below(self, *statements: bytes) -> Edit:
        """Write statements below, as deep as these lines."""
        return self.below_at(_written(self.indentation, statements))

    def below_at(self, lines: bytes) -> Edit:
        """Write whole lines below, as they are."""
        ended = self.data[: self.end].endswith((b"\n", b"\r"))
        return Edit(self.end, self.end, lines if ended else b"\n" + lines)

    def above_at(self, lines: Lines) -> Edit:
        """Write other whole lines above, as deep as these."""
        return Edit(self.start, self.start, lines.at(self.indentation))

    def taken(self, rest: bytes = b"") -> Edit:
        """Take the lines away; what is left there is ``rest``, indented as they were."""
        return Edit(self.start, self.end, _written(self.indentation, [rest]) if rest else b"")


def lines_of(site: Site, first: Node | None = None, last: Node | None = None) -> Lines | None:
    """Give the whole lines of statements (the site's own, if none is given); none if they share a line with others."""
    first = first or standing(site)
    if first is None:
        return None
    data, start, end = site.source.data, first.start_byte, (last or first).end_byte
    begin = data.rfind(b"\n", 0, start) + 1
    stop = data.find(b"\n", end)
    stop = len(data) if stop < 0 else stop + 1
    after = data[end:stop].strip()
    if data[begin:start].strip() or (after and not after.startswith(b"#")):
        return None
    return Lines(data, begin, stop)


def standing(site: Site) -> Node | None:
    """Give the site's statement as it stands in its block, with decorators; none for ``elif`` and the like."""
    node = site.node
    parent = node.parent
    if parent is not None and parent.type == "decorated_definition":
        node, parent = parent, parent.parent
    return node if parent is not None and parent.type in _BLOCKS else None


def statements_in(block: Node | None) -> list[Node]:
    """List the statements that stand in a block."""
    return [] if block is None else [child for child in block.named_children if child.type != "comment"]


def before(node: Node) -> Node | None:
    """Give the statement above one, in the same block."""
    beside = node.prev_named_sibling
    while beside is not None and beside.type == "comment":
        beside = beside.prev_named_sibling
    return beside if node.parent is not None and node.parent.type in _BLOCKS else None


def after(node: Node) -> Node | None:
    """Give the statement below one, in the same block."""
    beside = node.next_named_sibling
    while beside is not None and beside.type == "comment":
        beside = beside.next_named_sibling
    return beside if node.parent is not None and node.parent.type in _BLOCKS else None


def header_of(node: Node) -> Node | None:
    """Give the header (a clause or a compound statement) in whose block a statement stands; none on the top level."""
    return node.parent.parent if node.parent is not None and node.parent.type == "block" else None


def body(node: Node | None) -> Node | None:
    """Give the block under a header."""
    return None if node is None else next((child for child in node.named_children if child.type == "block"), None)


def block_lines(site: Site, header: Node) -> Lines | None:
    """Give the whole lines of the block under a header."""
    block = statements_in(body(header))
    return lines_of(site, block[0], block[-1]) if block else None


def clauses_of(node: Node) -> list[Node]:
    """List the ``elif`` and ``else`` parts of a statement."""
    return [child for child in node.named_children if child.type in ("elif_clause", "else_clause")]


def else_of(node: Node) -> Node | None:
    """Give the ``else`` part of a statement."""
    return next((child for child in node.named_children if child.type == "else_clause"), None)


def loop_around(node: Node) -> Node | None:
    """Give the innermost loop in whose body a node stands, within its function."""
    inner, outer = node, node.parent
    while outer is not None and outer.type not in _SCOPES:
        if outer.type in LOOPS and inner.type == "block":
            return outer
        inner, outer = outer, outer.parent
    return None


def is_docstring(node: Node) -> bool:
    """Tell whether a statement is nothing but a string."""
    return node.type == "expression_statement" and [child.type for child in node.children] == ["string"]


def opening(function: Node | None) -> Node | None:
    """Give the first statement of a function that is not its docstring."""
    return next((each for each in statements_in(body(function)) if not is_docstring(each)), None)


def step(site: Site) -> bytes:
    """Give what a block's lines have more of indentation than its header."""
    node: Node | None = site.node
    while node is not None:
        block = body(node)
        outer = lines_of(site, node)
        inner = lines_of(site, statements_in(block)[0]) if statements_in(block) else None
        if outer is not None and inner is not None and inner.indentation.startswith(outer.indentation):
            return inner.indentation[len(outer.indentation) :] or _STEP
        node = node.parent
    return _STEP


def _written(indentation: bytes, statements: tuple[bytes, ...] | list[bytes]) -> bytes:
    return b"".join(indentation + statement + b"\n" for statement in statements)
