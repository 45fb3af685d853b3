"""Another call: a function or method of the same kind, a call where one was only named, or no call."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.localize.repairs.expressions import (
    LITERALS,
    arguments_of,
    called,
    fitted,
    is_value,
    strength,
    values,
)
from gadfly_analyzers.localize.repairs.repair import Edit, Repair
from gadfly_analyzers.localize.repairs.site import Site, text

_FUNCTIONS = (
    ("min", "max", "sum"),
    ("any", "all"),
    ("int", "float", "str", "round", "abs", "bool"),
    ("list", "tuple", "set", "sorted", "reversed", "dict", "len"),
    ("sum", "len", "max"),
    ("ord", "chr", "int", "str"),
    ("bin", "hex", "oct", "str"),
    ("round", "floor", "ceil"),
    ("enumerate", "range", "zip"),
    ("map", "filter"),
)
_METHODS = (
    ("append", "extend", "add", "insert", "update", "remove", "appendleft"),
    ("remove", "pop", "discard", "index"),
    ("popleft", "pop", "popitem"),
    ("add", "discard", "remove"),
    ("keys", "values", "items", "copy"),
    ("lower", "upper", "capitalize", "title", "swapcase"),
    ("strip", "lstrip", "rstrip", "split"),
    ("split", "splitlines"),
    ("find", "index", "rfind", "count"),
    ("isdigit", "isalpha", "isalnum", "isnumeric", "isdecimal", "isspace"),
    ("isupper", "islower", "istitle"),
    ("startswith", "endswith"),
    ("sort", "reverse"),
    ("floor", "ceil", "trunc", "sqrt"),
    ("sin", "cos", "tan"),
    ("dump", "dumps"),
    ("load", "loads"),
    ("randint", "randrange", "random", "choice"),
    ("union", "intersection", "difference", "symmetric_difference"),
    ("issubset", "issuperset"),
    ("append", "write", "join"),
    ("get", "pop"),
)
_BARE = (
    *("append", "add", "sort", "reverse", "lower", "upper", "strip", "split", "copy", "keys", "values", "items"),
    *("pop", "popleft", "clear", "isdigit", "isalpha", "isupper", "islower", "isspace", "title", "capitalize"),
)
_KNOWN = tuple(sorted({name for each in (str, list, dict, set, tuple) for name in dir(each) if "_" not in name}))
_USUAL = ("len", "range", "int", "str", "sum", "max")


def repairs(site: Site) -> Iterator[Repair]:
    """Edit what each call calls, and whether it is one."""
    for call in site.own("call"):
        yield from _others(site, call)
        yield from _uncalled(site, call)
        yield from _emptied(site, call)
    yield from _named_only(site)
    yield from _brackets(site)
    yield from _misspelt(site)


def _emptied(site: Site, call: Node) -> Iterator[Repair]:
    """Begin a new list or dictionary instead of emptying the one that others may hold."""
    function, parent = call.child_by_field_name("function"), call.parent
    whole = function.child_by_field_name("object") if function is not None and function.type == "attribute" else None
    if whole is not None and called(call) == "clear" and parent is not None and parent.type == "expression_statement":
        for new in (b"[]", b"{}", b"set()"):
            yield site.replaced("call/new instead of emptied", call, text(whole) + b" = " + new)


def _others(site: Site, call: Node) -> Iterator[Repair]:
    function = call.child_by_field_name("function")
    if function is None or function.type not in ("identifier", "attribute"):
        return
    place = function.child_by_field_name("attribute") or function
    name = text_of(place)
    groups = _METHODS if function.type == "attribute" else _FUNCTIONS
    others = (other for group in groups if name in group for other in group if other != name)
    for other in dict.fromkeys(others):
        new = f"0, {text_of(arguments_of(call)[0])}" if other == "insert" and len(arguments_of(call)) == 1 else None
        kind = f"call/{'method' if function.type == 'attribute' else 'function'}"
        if new is None:
            yield site.replaced(kind, place, other.encode())
        else:
            given = arguments_of(call)[0]
            yield site.repair(kind, _put(place, other.encode()), _put(given, new.encode()))


def _put(node: Node, new: bytes) -> Edit:
    return Edit(node.start_byte, node.end_byte, new)


def _uncalled(site: Site, call: Node) -> Iterator[Repair]:
    """Put an argument, or the object of a method, in place of a call; or name the function without calling it."""
    if not is_value(call):
        return
    for given in arguments_of(call)[:3]:
        if given.type not in (*LITERALS, "keyword_argument"):
            yield site.replaced("call/argument for call", call, fitted(call, text(given), strength(given)))
    function = call.child_by_field_name("function")
    if function is None:
        return
    whole = function.child_by_field_name("object")
    if whole is not None and whole.type != "string":
        yield site.replaced("call/object for call", call, text(whole))
    if function.type == "identifier" and text_of(function) in (*site.names, *site.functions):
        yield site.replaced("call/named only", call, text(function))


def _misspelt(site: Site) -> Iterator[Repair]:
    """Call the method that is meant by a name that no usual object knows, also where it stands for an argument."""
    for node in site.own("attribute"):
        whole, attribute = node.child_by_field_name("object"), node.child_by_field_name("attribute")
        if whole is None or attribute is None:
            continue
        if whole.type == "attribute" and text_of(whole.child_by_field_name("attribute")) in _BARE:
            yield site.replaced("call/not called", node, b"%b(%b)" % (text(whole), text(attribute)))
        name = text_of(attribute)
        if name not in _KNOWN and node.parent is not None and node.parent.type == "call":
            for other in get_close_matches(name, _KNOWN, 3):
                yield site.replaced("call/misspelt", attribute, other.encode())


def _named_only(site: Site) -> Iterator[Repair]:
    """Call what is only named."""
    for node in values(site, "attribute"):
        if text_of(node.child_by_field_name("attribute")) in (*_BARE, *site.methods):
            yield site.inserted("call/not called", node.end_byte, b"()")
    for node in values(site, "identifier"):
        if text_of(node) in site.functions and text_of(node) not in site.names:
            yield site.inserted("call/not called", node.end_byte, b"()")


def _brackets(site: Site) -> Iterator[Repair]:
    """Write round brackets for square ones, and square ones for round ones."""
    for node in values(site, "subscript"):
        value, index = node.child_by_field_name("value"), node.child_by_field_name("subscript")
        if value is None or index is None or index.type == "slice":
            continue
        if value.type == "attribute" or text_of(value) in (*site.functions, *_USUAL):
            yield site.replaced("call/brackets", node, b"%b(%b)" % (text(value), text(index)))
    for call in site.own("call"):
        function, given = call.child_by_field_name("function"), arguments_of(call)
        if function is not None and text_of(function) in site.names and len(given) == 1:
            yield site.replaced("call/brackets", call, b"%b[%b]" % (text(function), text(given[0])))
        if function is not None and function.type == "subscript" and not given:
            yield site.replaced("call/needless", call, text(function))
