"""Versions of a program with a piece of code from a text in the place of what stands there now."""

from __future__ import annotations

import ast
import keyword
from collections.abc import Iterator, Sequence
from itertools import islice

from tree_sitter import Node

from gadfly_analyzers.execution.trial import Candidate
from gadfly_analyzers.leaks.fitting import fresh_pieces
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Piece, Reading
from gadfly_analyzers.leaks.tokens import is_name, is_operator, read, telling
from gadfly_analyzers.localize.repairs.candidates import parses, sites
from gadfly_analyzers.localize.repairs.site import Site
from gadfly_analyzers.outline import Statement

MOST, MOST_OF_A_PIECE, MOST_PIECES = 90, 36, 8
_PLACES = (
    *("binary_operator", "boolean_operator", "comparison_operator", "call", "subscript", "identifier", "integer"),
    *("float", "string", "list", "dictionary", "tuple", "expression_list", "parenthesized_expression", "attribute"),
    *("unary_operator", "not_operator", "true", "false", "none", "conditional_expression", "set", "slice"),
)
_JOINED = ("binary_operator", "boolean_operator", "comparison_operator", "augmented_assignment")


def splices(reading: Reading, known: Known, suspects: Sequence[Statement]) -> Iterator[tuple[Statement, Candidate]]:
    """Give the versions to try, those of each piece at the most suspect statements first; bounded."""
    found = list(sites(known.source, suspects))
    order = {each.span: number for number, each in enumerate(suspects)}
    found.sort(key=lambda site: order[site.statement.span])
    seen: set[tuple[int, int, bytes]] = set()
    several = (
        islice(((site.statement, edit) for site in found for edit in _at(site, piece)), MOST_OF_A_PIECE)
        for piece in fresh_pieces(reading, known)[:MOST_PIECES]
    )
    for statement, edit in islice((one for some in several for one in some), MOST):
        if edit not in seen and _changes(known, edit):
            seen.add(edit)
            yield statement, [edit]


def _changes(known: Known, edit: tuple[int, int, bytes]) -> bool:
    data = known.source.data
    start, end, new = edit
    return data[start:end] != new and parses(data[:start] + new + data[end:])


def _at(site: Site, piece: Piece) -> Iterator[tuple[int, int, bytes]]:
    """Give the edits that put a piece at a statement: as a whole, as a part, as an operator, as a further line."""
    said = tuple(telling(piece.tokens))
    text = piece.text.strip().encode("utf-8", "replace")
    if len(said) == 1 and (is_operator(said[0]) or keyword.iskeyword(said[0])):
        yield from _operators(site, said[0].encode("utf-8", "replace"))
        return
    if is_name(said[0]) and len(said) == 1 and piece.text.strip().startswith("."):
        yield from _methods(site, said[0].encode("utf-8", "replace"))
        return
    yield from _whole(site, text)
    if _is_expression(piece.text):
        yield from ((node.start_byte, node.end_byte, text) for node in site.own(*_PLACES))
        called = text.partition(b"(")[0]
        if text.endswith(b"()"):
            yield from (
                (n.start_byte, n.end_byte, called + b"(" + _of(site, n) + b")") for n in site.own("identifier", "call")
            )
    yield from _beside(site, text)


def _operators(site: Site, sign: bytes) -> Iterator[tuple[int, int, bytes]]:
    for node in site.own(*_JOINED):
        for child in node.children:
            if not child.is_named or child.type in ("and", "or"):
                yield child.start_byte, child.end_byte, sign
    if sign == b"not":
        condition = site.node.child_by_field_name("condition")
        if condition is not None:
            yield condition.start_byte, condition.start_byte, b"not "
    if sign == b"return":
        yield site.statement.span.start, site.statement.span.start, b"return "


def _methods(site: Site, name: bytes) -> Iterator[tuple[int, int, bytes]]:
    for node in site.own("attribute"):
        attribute = node.child_by_field_name("attribute")
        if attribute is not None:
            yield attribute.start_byte, attribute.end_byte, name


def _whole(site: Site, text: bytes) -> Iterator[tuple[int, int, bytes]]:
    span = site.statement.span
    if site.statement.block is not None:
        yield span.start, span.end, text if text.endswith(b":") else text + b":"
        return
    yield span.start, span.end, text
    start = site.source.data[span.start : span.end]
    if start.startswith(b"return") and not text.startswith(b"return"):
        yield span.start, span.end, b"return " + text


def _beside(site: Site, text: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Put a statement before and after; one that could only be a value would do nothing there."""
    tree = read(text.decode())
    if tree is None or all(isinstance(each, ast.Expr) and not isinstance(each.value, ast.Call) for each in tree.body):
        return
    span, indentation = site.statement.span, site.indentation
    yield span.start, span.start, text + b"\n" + indentation
    if site.statement.block is None:
        yield span.end, span.end, b"\n" + indentation + text
        outer = indentation[: -len(_step(site))] if len(indentation) > len(_step(site)) else None
        if outer:
            yield span.end, span.end, b"\n" + outer + text


def _step(site: Site) -> bytes:
    """Give the white space by which the block of a statement is deeper than what it stands in."""
    node = site.node.parent.parent if site.node.parent is not None else None
    if node is None:
        return site.indentation
    outer = node.start_point[1]
    return site.indentation[outer:]


def _of(site: Site, node: Node) -> bytes:
    return site.source.data[node.start_byte : node.end_byte]


def _is_expression(text: str) -> bool:
    tree = read(text.strip())
    return tree is not None and len(tree.body) == 1 and isinstance(tree.body[0], ast.Expr)
