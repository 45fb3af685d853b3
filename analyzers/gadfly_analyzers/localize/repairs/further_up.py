"""Whether a new statement would do the same one statement further up, so that it need not be tried at both places.

Of such places students, and those who repair their programs, mean the first.
"""

from __future__ import annotations

import re

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.localize.repairs.blocks import before
from gadfly_analyzers.localize.repairs.roles import assigned_in, names_in, roles
from gadfly_analyzers.localize.repairs.site import Site

_NAMES = re.compile(r"[^\W\d]\w*")
_SETS_ONE = re.compile(r"[\w.]+(\[[^\]]*\])?\s*([-+*/%]|//|\*\*)?=(?!=)")
_SINGLE = "expression_statement"


def does_the_same_above(site: Site, node: Node, new: str) -> bool:
    """Tell whether ``new`` does the same below the statement above as below this one.

    That is so where neither changes what the other reads. What sets the same name is another matter.
    """
    above = before(node)
    if above is None or above.type != _SINGLE or node.type != _SINGLE or not _SETS_ONE.match(new):
        return False
    target, *read = _NAMES.findall(new)
    mentioned = {text_of(each) for each in nodes_of(node, ("identifier",))}
    return target not in mentioned | assigned_in(above) and not _changed(site, node) & {*read}


def _changed(site: Site, node: Node) -> set[str]:
    """Give the names that a statement sets, and whose objects a call in it may change: no numbers."""
    called = {name for call in nodes_of(node, ("call",)) for name in names_in(call)}
    return assigned_in(node) | called - {*roles(site).numbers}
