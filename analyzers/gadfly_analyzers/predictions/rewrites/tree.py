"""What rewriting asks of a syntax tree: scopes, names, calls, and the statements with which a function ends."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from gadfly_analyzers.grammar import nodes_of, text_of
from gadfly_analyzers.source import Source

FUNCTION = "function_definition"
LOOPS = ("for_statement", "while_statement")
COMPREHENSIONS = ("list_comprehension", "set_comprehension", "dictionary_comprehension", "generator_expression")
CONTAINERS = ("list", "dictionary", "set", "list_comprehension", "set_comprehension", "dictionary_comprehension")
CONSTANTS = ("integer", "float", "string", "concatenated_string", "true", "false", "none")
CHANGING = frozenset(
    ("add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove", "reverse", "sort", "update")
)
_DEEPEST = 100
_SCOPES = (FUNCTION, "lambda", "class_definition", "module")
_BINDING = {
    "aliased_import": "alias",
    "as_pattern": "alias",
    "assignment": "left",
    "augmented_assignment": "left",
    "class_definition": "name",
    "default_parameter": "name",
    "for_in_clause": "left",
    "for_statement": "left",
    "function_definition": "name",
    "named_expression": "name",
    "typed_default_parameter": "name",
}
_PATTERNS = (
    "as_pattern_target",
    "dictionary_splat_pattern",
    "list_pattern",
    "list_splat_pattern",
    "parenthesized_expression",
    "pattern_list",
    "tuple_pattern",
)


def field(node: Node, name: str) -> Node:
    """Give a part of a node that is there in every program that Python can read."""
    found = node.child_by_field_name(name)
    return node if found is None else found


def ancestor(node: Node, *types: str) -> Node | None:
    """Give the nearest node of these types around a node, unless it is so far up that nobody wrote that by hand."""
    around = node.parent
    for _ in range(_DEEPEST):
        if around is None or around.type in types:
            return around
        around = around.parent
    return None


def scope_of(node: Node) -> Node:
    """Give the function, class or program to which a node's names belong."""
    return ancestor(node, *_SCOPES) or node


def own(scope: Node, *types: str) -> Iterator[Node]:
    """Give a function's nodes of some types, without those of functions and classes inside of it."""
    return (node for node in nodes_of(scope, types) if node != scope and scope_of(node) == scope)


def bound(root: Node) -> Iterator[tuple[str, Node]]:
    """Give the names that a program binds, each with its scope."""
    for node in nodes_of(root, tuple(_BINDING)):
        for name in _names(field(node, _BINDING[node.type])):
            yield name, scope_of(node)
    for node in nodes_of(root, ("parameters", "lambda_parameters")):
        for name in (name for child in node.named_children for name in _names(child)):
            yield name, scope_of(node)
    for node in nodes_of(root, ("import_statement", "import_from_statement")):
        for module in node.named_children:
            yield text_of(module).partition(".")[0], scope_of(node)


class Scopes:
    """Knows the variables of each function, class, and of the program itself."""

    def __init__(self, source: Source) -> None:
        root = source.tree.root_node
        self._names: dict[Node, set[str]] = {}
        for name, scope in bound(root):
            self._names.setdefault(scope, set()).add(name)
        for statement in nodes_of(root, ("global_statement", "nonlocal_statement")):
            names = self._names.get(scope_of(statement), set())
            names.difference_update(text_of(each) for each in statement.named_children)

    def bind(self, name: str, beside: Node) -> bool:
        """Tell whether a name is a variable of the scope in which a node stands, and of no other."""
        return name in self._names.get(scope_of(beside), ())


def parameters(function: Node) -> tuple[str, ...]:
    """Give the names of a function's parameters without a default and without stars."""
    return tuple(text_of(each) for each in field(function, "parameters").named_children if each.type == "identifier")


def calls(source: Source, *names: str) -> Iterator[Node]:
    """Give the calls of functions of Python that the program does not define anew."""
    ours = {name for name, _ in bound(source.tree.root_node)}
    for call in source.nodes("call"):
        name = field(call, "function")
        if name.type == "identifier" and text_of(name) in names and text_of(name) not in ours:
            yield call


def method_calls(source: Source, *names: str) -> Iterator[tuple[Node, Node, Node]]:
    """Give calls of methods with these names: the call, the object and the arguments."""
    for call in source.nodes("call"):
        method, arguments = field(call, "function"), field(call, "arguments")
        is_called = method.type == "attribute" and arguments.type == "argument_list"
        if is_called and text_of(field(method, "attribute")) in names:
            yield call, field(method, "object"), arguments


def written(node: Node) -> list[Node]:
    """Give the named children of a node without comments."""
    return [child for child in node.named_children if child.type != "comment"]


def is_statement(node: Node) -> bool:
    """Tell whether an expression is a statement of its own, so that nobody sees its value."""
    return node.parent is not None and node.parent.type == "expression_statement" and len(written(node.parent)) == 1


def is_path(node: Node) -> bool:
    """Tell whether an expression only looks something up: a name, with attributes and plain indexes."""
    while node.type in ("attribute", "subscript"):
        index = node.child_by_field_name("subscript")
        if index is not None and index.type not in ("identifier", *CONSTANTS):
            return False
        node = field(node, "object" if node.type == "attribute" else "value")
    return node.type == "identifier"


def returns(function: Node) -> list[Node]:
    """Give the ``return`` statements of a function."""
    return list(own(function, "return_statement"))


def gives(function: Node) -> bool:
    """Tell whether a function gives something back somewhere."""
    return any(written(each) for each in returns(function))


def is_plain(function: Node) -> bool:
    """Tell whether a function has no ``yield``, no decorator and no ``async``."""
    around = function.parent
    decorated = around is not None and around.type == "decorated_definition"
    return not decorated and function.children[0].type == "def" and not any(own(function, "yield", "await"))


def tails(function: Node) -> Iterator[Node]:
    """Give the statements after which a function is over, as far as no loop and no ``try`` stands around them."""
    waiting = [field(function, "body")]
    while waiting:
        node = waiting.pop()
        if node.type in ("block", "else_clause", "elif_clause", "with_statement"):
            waiting += written(node)[-1:]
        elif node.type == "if_statement":
            waiting += [child for child in written(node) if child.type in ("block", "else_clause", "elif_clause")]
        else:
            yield node


def changes_something(source: Source) -> bool:
    """Tell whether a program changes any list, dictionary, set or object in place."""
    methods = (field(call, "function") for call in source.nodes("call"))
    if any(text_of(each.child_by_field_name("attribute")) in CHANGING for each in methods):
        return True
    targets = (field(each, "left") for each in source.nodes("assignment", "augmented_assignment"))
    return any(target.type in ("subscript", "attribute") for target in targets) or any(
        True for _ in source.nodes("delete_statement", "augmented_assignment")
    )


def _names(target: Node) -> Iterator[str]:
    waiting = [target]
    while waiting:
        node = waiting.pop()
        if node.type == "identifier":
            yield text_of(node)
        elif node.type == "typed_parameter":
            waiting += node.named_children[:1]
        elif node.type in _PATTERNS:
            waiting += node.named_children
