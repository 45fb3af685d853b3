"""A module, or a name of a module, that is used without being imported."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import is_docstring, lines_of, statements_in
from gadfly_analyzers.localize.repairs.repair import Repair
from gadfly_analyzers.localize.repairs.site import Site

_MODULES = frozenset({"datetime", "json", "operator", "os", "re", "statistics", "sys", "time"})
_OF_MODULES = {
    "collections": "Counter OrderedDict defaultdict deque namedtuple",
    "bisect": "bisect bisect_left bisect_right insort",
    "copy": "copy deepcopy",
    "functools": "lru_cache partial reduce",
    "heapq": "heapify heappop heappush",
    "itertools": "chain combinations groupby permutations product",
    "math": "ceil cos factorial floor gcd inf log pi pow sin sqrt",
    "random": "choice randint randrange shuffle",
    "string": "ascii_letters ascii_lowercase ascii_uppercase digits punctuation",
    "typing": "Any Dict List Optional Set Tuple",
}
_MODULE_OF = {name: module for module, names in _OF_MODULES.items() for name in names.split()}


def repairs(site: Site) -> Iterator[Repair]:
    """Import at the top of the program what a statement uses and nothing gives a meaning."""
    root = site.source.tree.root_node
    first = next(
        (each for each in statements_in(root) if not is_docstring(each) and each.type != "future_import_statement"),
        None,
    )
    lines = lines_of(site, first) if first is not None else None
    if lines is None:
        return
    known = {*site.names, *site.functions, *_imported(site)}
    for name in dict.fromkeys(text_of(each) for each in site.own("identifier") if not _is_attribute(each)):
        if (name in _MODULES or name in _OF_MODULES) and name not in known:
            yield site.repair("missing_import/module", lines.above(f"import {name}".encode()))
        if name in _MODULE_OF and name not in known:
            yield site.repair("missing_import/name", lines.above(f"from {_MODULE_OF[name]} import {name}".encode()))


def _is_attribute(name: Node) -> bool:
    parent = name.parent
    return parent is not None and parent.child_by_field_name("attribute") == name


def _imported(site: Site) -> Iterator[str]:
    for each in nodes_of(site.source.tree.root_node, ("import_statement", "import_from_statement")):
        yield from (text_of(name) for name in nodes_of(each, ("identifier",)))
