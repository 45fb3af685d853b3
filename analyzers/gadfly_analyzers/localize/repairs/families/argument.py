"""Other arguments of a call: swapped, one less, one more, a usual keyword, object and argument changed over."""

from __future__ import annotations

import builtins
from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import ATOM, UNARY, arguments_of, called, firm
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_FUNCTIONS = frozenset(dir(builtins))
_MORE = {
    "sorted": ("reverse=True", "key=len", "key=str.lower", "key=lambda x: x[1]", "key=lambda x: x[0]"),
    "sort": ("reverse=True", "key=len", "key=lambda x: x[1]", "key=lambda x: x[0]"),
    "max": ("key=len", "key=lambda x: x[1]", "default=0"),
    "min": ("key=len", "key=lambda x: x[1]", "default=0"),
    "print": ('end=""', 'end=" "', 'sep=""'),
    "enumerate": ("1", "start=1"),
    "pop": ("0", "-1"),
    "get": ("0", "[]"),
    "sum": ("[]",),
    "round": ("0", "1", "2"),
    "split": ('","', '" "', '", "', '"\\n"'),
    "strip": ('"\\n"', '" "'),
    "int": ("2",),
    "dumps": ("indent=4",),
}
_TUPLES = ("tuple", "expression_list")
_MOST_NAMES = 6


def repairs(site: Site) -> Iterator[Repair]:
    """Edit the arguments of each call."""
    for call in site.own("call"):
        given = arguments_of(call)
        yield from _swapped(site, given)
        yield from _less(site, given)
        yield from _keys(site, given)
        yield from _more(site, call, given)
        yield from _changed_over(site, call, given)


def _swapped(site: Site, given: list[Node]) -> Iterator[Repair]:
    for index, one in enumerate(given):
        for other in given[index + 1 : index + 3]:
            if (text(one) != text(other) and one.type == "keyword_argument" == other.type) or _plain(one, other):
                yield site.repair("argument/swap", _put(one, text(other)), _put(other, text(one)))


def _plain(one: Node, other: Node) -> bool:
    return "keyword_argument" not in (one.type, other.type) and text(one) != text(other)


def _put(node: Node, new: bytes) -> Edit:
    return Edit(node.start_byte, node.end_byte, new)


def _less(site: Site, given: list[Node]) -> Iterator[Repair]:
    for index, each in enumerate(given):
        detail = "keyword less" if each.type == "keyword_argument" else "less"
        if len(given) == 1:
            yield site.removed(f"argument/{detail}", each.start_byte, each.end_byte)
        elif index + 1 < len(given):
            yield site.removed(f"argument/{detail}", each.start_byte, given[index + 1].start_byte)
        else:
            yield site.removed(f"argument/{detail}", given[index - 1].end_byte, each.end_byte)


def _keys(site: Site, given: list[Node]) -> Iterator[Repair]:
    """Sort the other way round, in the whole or by one part: ``(-x[1], x[0])`` for ``(x[1], x[0])``."""
    backwards = next((each for each in given if text(each) == b"reverse=True"), None)
    for each in given:
        value = each.child_by_field_name("value") if each.type == "keyword_argument" else None
        body = value.child_by_field_name("body") if value is not None and value.type == "lambda" else None
        if body is None:
            continue
        if body.type not in _TUPLES:
            yield site.replaced("argument/key", body, b"-" + firm(body, UNARY))
            continue
        for part in [part for part in body.named_children if part.type != "unary_operator"]:
            turned = _put(part, b"-" + firm(part, UNARY))
            yield site.repair("argument/key", turned)
            if backwards is not None:
                yield site.repair("argument/key", turned, _put(backwards, b"reverse=False"))


def _more(site: Site, call: Node, given: list[Node]) -> Iterator[Repair]:
    name = called(call)
    arguments = call.child_by_field_name("arguments")
    if arguments is None or arguments.type != "argument_list":
        return
    end = given[-1].end_byte if given else arguments.start_byte + 1
    comma = ", " if given else ""
    written = [text_of(each.child_by_field_name("name")) for each in given]
    for new in _MORE.get(name, ()):
        if new.partition("=")[0] not in written and (name not in ("pop", "split", "strip") or not given):
            yield site.inserted(f"argument/{'keyword more' if '=' in new else 'more'}", end, f"{comma}{new}".encode())
    if len(given) < _parameters(site, name):
        for variable in [each for each in site.names if each != "self"][:_MOST_NAMES]:
            yield site.inserted("argument/more", end, f"{comma}{variable}".encode())
            if given:
                yield site.inserted("argument/more", given[0].start_byte, f"{variable}, ".encode())


def _parameters(site: Site, name: str) -> int:
    """Tell how many arguments a function of the program takes."""
    for function in site.source.functions():
        if function.name.rpartition(".")[2] == name:
            return len([each for each in function.parameters if each != "self"])
    return 0


def _changed_over(site: Site, call: Node, given: list[Node]) -> Iterator[Repair]:
    """Make ``b.m(a)`` of ``a.m(b)``, ``a.m()`` of ``m(a)`` and ``m(a)`` of ``a.m()``."""
    function = call.child_by_field_name("function")
    if function is None:
        return
    whole, method = function.child_by_field_name("object"), function.child_by_field_name("attribute")
    if whole is not None and method is not None:
        if len(given) == 1:
            yield site.repair("argument/object", _put(whole, firm(given[0], ATOM)), _put(given[0], text(whole)))
        rest = b"".join(b", " + text(each) for each in given)
        if text_of(method) not in _FUNCTIONS:
            return
        yield site.replaced("argument/as function", call, b"%b(%b%b)" % (text(method), text(whole), rest))
    elif text_of(function) not in (*site.functions, *_FUNCTIONS) and given and given[0].type != "keyword_argument":
        rest = b", ".join(text(each) for each in given[1:])
        yield site.replaced("argument/as method", call, b"%b.%b(%b)" % (firm(given[0], ATOM), text(function), rest))
