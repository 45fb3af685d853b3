"""Which lines of a program the words of programming speak of: "less than" of comparisons, "multiple" of divisions.

The words are those of introductory courses; what they mean is said in types of tree-sitter's grammar for Python, and in
operators and functions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tree_sitter import Node

from gadfly_analyzers.grammar import text_of
from gadfly_analyzers.source import Source

_LOOPS = ("for_statement", "while_statement")
_BRANCHES = ("if_statement", "elif_clause", "while_statement", "conditional_expression")
_MATHS = ("binary_operator", "augmented_assignment")
_CALL = ("call",)
_LEAVING = ("return_statement", "break_statement")
_OPEN_END = "the last line of a function that may end without a return"
_ENDING = ("return_statement", "raise_statement")
_BLOCK_END = "the last line of a block, and what comes after it"
# Words, the types of nodes they speak of, and what has to stand in one: an operator of its own, or the function called.
_MEANT: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (
        r"(?:less|fewer|smaller|lower|greater|more|larger|bigger|higher) than|at (?:least|most)|exceeds?|compar\w+",
        ("comparison_operator",),
        "< > <= >= == !=",
    ),
    (r"equals?|equal to|equality|same as|identical", ("comparison_operator",), "== != is <= >="),
    (r"contains?|belongs?|member\w*", ("comparison_operator",), "in"),
    (r"divid\w+|division|divisible|quotient|halve\w*", _MATHS, "/ // % /= //="),
    (r"remainder|modul\w+|multiples?|even|odd", _MATHS, "% / //"),
    (
        r"multipl(?:y|ied|ies|ying|ication)|times|products?|powers?|exponent\w*|squar\w+|cub(?:es?|ed|ing)",
        _MATHS,
        "* ** *= **=",
    ),
    (r"add(?:s|ed|ing)?|addition|plus|sums?|increas\w+|increment\w*|accumulat\w+", _MATHS, "+ +="),
    (r"subtract\w*|minus|differences?|decreas\w+|decrement\w*", _MATHS, "- -="),
    (r"operators?|operations?|precedence|calculat\w+|comput\w+|formula|expression", _MATHS, ""),
    (r"loops?|iterat\w+|repeat\w*|repetitions?", _LOOPS, ""),
    (r"conditions?|conditionals?|branch\w*|(?<!test )cases?|true|false|boolean", _BRANCHES, ""),
    (r"returns?|returned|returning", ("return_statement", _OPEN_END), ""),
    (r"none|nonetype|nothing|no value", ("none", _OPEN_END), ""),
    (r"indent\w*|scopes?|inside|outside|nested", (_BLOCK_END,), ""),
    (r"stop\w*|terminat\w+|infinite\w*|forever|early|exits?", ("while_statement", *_LEAVING), ""),
    (r"ind(?:ex|exes|exing|ices)|positions?|slic\w+|elements?", ("subscript",), ""),
    (r"lengths?|size|how long", _CALL, "len"),
    (r"ranges?|bounds?|(?:start|end)(?:s|ing)? (?:at|from)|beginning", _CALL, "range"),
    (r"round\w*", _CALL, "round int"),
    (r"types?|convert\w*|conversion|integers?|strings?|floats?", _CALL, "int str float bool list type"),
    (r"initial\w*|assign\w*|starts? (?:at|with)|starting value|set to", ("assignment",), ""),
    (r"recurs\w+", ("return_statement",), ""),
    (r"arguments?|parameters?", ("parameters", "argument_list"), ""),
    (r"print(?:s|ed|ing)?|outputs?", _CALL, "print"),
    (r"append\w*|insert\w*|remov\w+|pop(?:s|ped)?|delet\w+", _CALL, "append insert remove pop add extend"),
    (r"dictionar(?:y|ies)|keys?", ("dictionary", "subscript"), ""),
    (r"lists?|arrays?", ("list", "list_comprehension"), ""),
    (r"tuples?", ("tuple", "expression_list"), ""),
    (r"imports?|imported|modules?", ("import_statement", "import_from_statement"), ""),
)
_WORDS = [(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), types, set(held.split())) for words, types, held in _MEANT]


def spoken_of(prose: str, program: str) -> list[frozenset[int]]:
    """Give for each word of programming in a text the lines (1-based) that have what it means; none has no lines."""
    return [lines for number, lines in enumerate(_known(program)) if lines and _WORDS[number][0].search(prose)]


@lru_cache(64)
def _known(program: str) -> tuple[frozenset[int], ...]:
    source = Source.parse(program)
    ends = {_OPEN_END: frozenset(_open_ends(source)), _BLOCK_END: frozenset(_block_ends(source))}

    def lines_of(type_: str, held: set[str]) -> frozenset[int]:
        return (
            ends[type_]
            if type_ in ends
            else frozenset(
                node.start_point.row + 1 for node in source.nodes(type_) if not held or held & set(_held(node))
            )
        )

    return tuple(frozenset().union(*(lines_of(type_, held) for type_ in types)) for _, types, held in _WORDS)


def _open_ends(source: Source) -> Iterator[int]:
    for function in source.nodes("function_definition"):
        body = function.child_by_field_name("body")
        if body is not None and body.named_children and body.named_children[-1].type not in _ENDING:
            yield body.end_point.row + 1


def _block_ends(source: Source) -> Iterator[int]:
    for block in source.nodes("block"):
        if block.parent is not None and block.parent.type != "function_definition":
            yield block.end_point.row + 1
            after = _after(block)
            if after is not None:
                yield after.start_point.row + 1


def _after(node: Node) -> Node | None:
    """Give what stands after a node, or after what holds it in the same function."""
    holder: Node | None = node
    while holder is not None and holder.next_named_sibling is None:
        holder = holder.parent
        if holder is not None and holder.type == "function_definition":
            return None
    return None if holder is None else holder.next_named_sibling


def _held(node: Node) -> Iterator[str]:
    """Give the operators that stand in a node itself, or the name of the function that it calls."""
    called = node.child_by_field_name("function")
    if called is not None:
        yield text_of(called).rpartition(".")[2]
    else:
        yield from (child.type for child in node.children if not child.is_named)
