"""The program's outline, as far as questions speak of it: functions, blocks, names that lines set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from gadfly_analyzers.grammar import DEEPEST

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tree_sitter import Node

    from gadfly_analyzers.source import Source

_BLOCKS = {"for_statement": "for", "while_statement": "while", "if_statement": "if", "elif_clause": "elif"}
_PARTS = {"attribute": "attribute", "keyword_argument": "name"}  # the field whose name belongs to something else
_OWN_SCOPE = {"function_definition", "class_definition", "lambda"}


@dataclass(frozen=True, slots=True)
class Routine:
    """A function: its qualified name, its 1-based lines, its parameters and the lines of its ``return`` statements."""

    name: str
    line: int
    end_line: int
    parameters: tuple[str, ...]
    returns: tuple[int, ...]
    yields: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A loop or a condition: header from ``line`` to ``header_end``, then a body; ``names`` are read in the header.

    ``chain`` and ``chain_end`` are the lines of the whole statement: from its ``if`` to the end of its ``else``.
    """

    kind: str
    line: int
    header_end: int
    body_line: int
    end_line: int
    names: tuple[str, ...]
    targets: tuple[str, ...]
    header: str
    chain: int
    chain_end: int

    @property
    def loops(self) -> bool:
        """Whether the body can run more than once."""
        return self.kind in ("for", "while")

    def holds(self, line: int) -> bool:
        """Whether a 1-based line lies in the block, header included."""
        return self.line <= line <= self.end_line


@dataclass(frozen=True, slots=True)
class Step:
    """A statement (header only for blocks), the names that it gives a value to, and the variables that it reads.

    ``words`` are all names on it, those of attributes and of keywords in calls among them.
    """

    kind: str
    line: int
    end_line: int
    sets: tuple[str, ...]
    reads: tuple[str, ...]
    text: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """The outline of a whole program; ``names`` are those that it defines at its top, ``classes`` their lines."""

    lines: tuple[str, ...] = ()
    routines: tuple[Routine, ...] = ()
    blocks: tuple[Block, ...] = ()
    steps: tuple[Step, ...] = ()
    names: tuple[str, ...] = ()
    classes: tuple[tuple[int, int], ...] = ()

    def routine(self, name: str) -> Routine | None:
        """The function of that name, qualified or not."""
        same = [r for r in self.routines if r.name == name] or [
            r for r in self.routines if r.name.rpartition(".")[2] == name.rpartition(".")[2]
        ]
        return same[0] if same else None

    def routine_at(self, line: int) -> Routine | None:
        """The innermost function around a 1-based line."""
        around = [r for r in self.routines if r.line <= line <= r.end_line]
        return max(around, key=lambda r: r.line, default=None)

    def loop_around(self, line: int) -> Block | None:
        """The innermost loop whose body holds the 1-based line."""
        return next(iter(self.loops_around(line)), None)

    def loops_around(self, line: int) -> list[Block]:
        """All loops whose bodies hold the 1-based line, the innermost first."""
        around = [b for b in self.blocks if b.loops and b.body_line <= line <= b.end_line]
        return sorted(around, key=lambda b: b.line, reverse=True)

    def class_at(self, line: int) -> tuple[int, int] | None:
        """The 1-based lines, first and last, of the innermost class around a 1-based line."""
        around = [each for each in self.classes if each[0] <= line <= each[1]]
        return max(around, default=None)

    def block_around(self, line: int) -> Block | None:
        """The innermost loop or condition, with all its parts, that holds the 1-based line below its first header."""
        around = [b for b in self.blocks if b.chain < line <= b.chain_end]
        return max(around, key=lambda b: b.chain, default=None)

    def step_at(self, line: int) -> Step | None:
        """The first statement that starts on, or holds, a 1-based line."""
        return next((s for s in self.steps if s.line <= line <= s.end_line), None)

    def lines_that_set(self, name: str, first: int, last: int) -> tuple[int, ...]:
        """The 1-based lines, in order, on which a name is given a value between two lines."""
        return tuple(dict.fromkeys(s.line for s in self.steps if name in s.sets and first <= s.line <= last))


def shape_of(source: Source) -> Shape:
    """Read the outline from the tree; a broken program gives what its tree still tells."""
    lines = tuple(source.lines)
    nodes = [*_walk(source.tree.root_node)]
    return Shape(
        lines,
        tuple(_routine(source, n) for n in nodes if n.type == "function_definition" and _whole(n)),
        tuple(_block(source, n) for n in nodes if n.type in _BLOCKS and _whole(n)),
        tuple(_step(source, n) for n in nodes if _is_step(n)),
        tuple(dict.fromkeys(_top_names(source.tree.root_node))),
        tuple((_first(source, n), _last(source, n)) for n in nodes if n.type == "class_definition"),
    )


def _top_names(root: Node) -> Iterator[str]:
    for node in root.named_children:
        inner = node.child_by_field_name("definition") or node
        name = inner.child_by_field_name("name")
        if inner.type in _OWN_SCOPE and name is not None:
            yield _text(name)
        yield from _sets(node)


def _walk(root: Node) -> Iterator[Node]:
    """The nodes in the order of the text, as deep as anybody reads: what is around a node is the slower to find."""
    stack = [(root, DEEPEST)]
    while stack:
        node, left = stack.pop()
        yield node
        if left:
            stack.extend((child, left - 1) for child in reversed(node.named_children))


def _body(node: Node) -> Node | None:
    return node.child_by_field_name("consequence") or node.child_by_field_name("body")


def _whole(node: Node) -> bool:
    body = _body(node)
    return body is not None and bool(body.named_children)


def _text(node: Node | None) -> str:
    return node.text.decode("utf-8", "replace") if node and node.text else ""


def _first(source: Source, node: Node) -> int:
    return source.line_of(node.start_byte) + 1


def _last(source: Source, node: Node) -> int:
    return source.line_of(max(node.start_byte, node.end_byte - 1)) + 1


def _routine(source: Source, node: Node) -> Routine:
    returns = tuple(_first(source, n) for n in _inside(node) if n.type == "return_statement")
    name = ".".join([*_outer_names(node), _text(node.child_by_field_name("name"))])
    parameters = node.child_by_field_name("parameters")
    names = tuple(_names(parameters, "identifier", first_only=True)) if parameters else ()
    yields = any(n.type == "yield" for n in _inside(node))
    return Routine(name, _first(source, node), _last(source, node), names, returns, yields)


def _outer_names(node: Node) -> list[str]:
    names: list[str] = []
    parent = node.parent
    while parent is not None:
        if parent.type in ("class_definition", "function_definition"):
            names.insert(0, _text(parent.child_by_field_name("name")))
        parent = parent.parent
    return names


def _inside(routine: Node) -> Iterator[Node]:
    """The nodes of a function's body without those of functions and classes in it."""
    body = _body(routine)
    stack = [body] if body else []
    while stack:
        node = stack.pop()
        yield node
        stack.extend(c for c in reversed(node.named_children) if c.type not in _OWN_SCOPE)


def _block(source: Source, node: Node) -> Block:
    body = _body(node)
    assert body is not None  # _whole has seen it
    condition = node.child_by_field_name("condition") or node.child_by_field_name("right")
    targets = node.child_by_field_name("left")
    whole = node.parent if node.type == "elif_clause" and node.parent else node
    header = source.data[node.start_byte : body.start_byte].decode("utf-8", "replace").strip()
    return Block(
        _BLOCKS[node.type],
        _first(source, node),
        _last(source, condition) if condition else _first(source, node),
        _first(source, body.named_children[0]),
        _last(source, body),
        _variables(condition, condition.end_byte) if condition else (),
        tuple(_names(targets, "identifier")) if targets else (),
        header,
        _first(source, whole),
        _last(source, whole),
    )


def _names(node: Node, kind: str, *, first_only: bool = False) -> Iterator[str]:
    if first_only:
        for child in node.named_children:
            yield from [_text(n) for n in _walk(child) if n.type == kind][:1]
        return
    yield from (_text(n) for n in _walk(node) if n.type == kind)


def _is_step(node: Node) -> bool:
    if node.type in _BLOCKS:
        return True
    parent = node.parent
    if parent is None or parent.type not in ("block", "module"):
        return False
    if node.type == "expression_statement" and [n.type for n in node.named_children] == ["string"]:
        return False
    return node.type not in {*_OWN_SCOPE, "comment", "decorated_definition", "ERROR", "block"}


def _step(source: Source, node: Node) -> Step:
    body = _body(node) if node.type in _BLOCKS else None
    end = body.start_byte if body else node.end_byte
    text = source.data[node.start_byte : end].decode("utf-8", "replace").strip()
    last = source.line_of(max(node.start_byte, node.start_byte + len(text.encode()) - 1)) + 1
    words = tuple(dict.fromkeys(_text(n) for n in _walk(node) if n.type == "identifier" and n.end_byte <= end))
    return Step(node.type, _first(source, node), last, tuple(_sets(node)), _variables(node, end), text, words)


def _sets(node: Node) -> Iterator[str]:
    if node.type == "for_statement":
        left = node.child_by_field_name("left")
        yield from _names(left, "identifier") if left else ()
    if node.type != "expression_statement":
        return
    for inner in node.named_children:
        if inner.type in ("assignment", "augmented_assignment"):
            left = inner.child_by_field_name("left")
            if left and left.type in ("identifier", "pattern_list", "tuple_pattern"):
                yield from _names(left, "identifier")


def _variables(node: Node, end: int) -> tuple[str, ...]:
    """The names that stand for a value by themselves: in ``self.size = width``, that is not ``size``."""
    found: dict[str, None] = {}
    belonging: set[int] = set()
    for each in _walk(node):
        part = each.child_by_field_name(_PARTS[each.type]) if each.type in _PARTS else None
        if part is not None:
            belonging.add(part.start_byte)
        elif each.type == "identifier" and each.start_byte not in belonging and each.end_byte <= end:
            found[_text(each)] = None
    return tuple(found)
