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
    (r"multipl(?:y|ied|ies|ying|ication)|times|products?|powers?|exponent\w*|squared?", _MATHS, "* ** *= **="),
    (r"add(?:s|ed|ing)?|addition|plus|sums?|increas\w+|increment\w*|accumulat\w+", _MATHS, "+ +="),
    (r"subtract\w*|minus|differences?|decreas\w+|decrement\w*", _MATHS, "- -="),
    (r"operators?|operations?|precedence|calculat\w+|comput\w+|formula|expression", _MATHS, ""),
    (r"loops?|iterat\w+|repeat\w*|repetitions?", _LOOPS, ""),
    (r"conditions?|conditionals?|branch\w*|cases?|true|false|boolean", _BRANCHES, ""),
    (r"returns?|returned|returning", ("return_statement",), ""),
    (r"ind(?:ex|exes|exing|ices)|positions?|slic\w+|elements?", ("subscript",), ""),
    (r"lengths?|size|how long", _CALL, "len"),
    (r"ranges?|bounds?", _CALL, "range"),
    (r"round\w*", _CALL, "round int"),
    (r"types?|convert\w*|conversion|integers?|strings?|floats?", _CALL, "int str float bool list type"),
    (r"initial\w*|assign\w*|starts? (?:at|with)|starting value|set to", ("assignment",), ""),
    (r"recurs\w+", ("return_statement",), ""),
    (r"arguments?|parameters?", ("parameters", "argument_list"), ""),
    (r"print(?:s|ed|ing)?|outputs?", _CALL, "print"),
    (r"append\w*|insert\w*|remov\w+|pop(?:s|ped)?|delet\w+", _CALL, "append insert remove pop add extend"),
    (r"dictionar(?:y|ies)|keys?", ("dictionary", "subscript"), ""),
    (r"lists?|arrays?", ("list", "list_comprehension"), ""),
    (r"imports?|imported|modules?", ("import_statement", "import_from_statement"), ""),
)
_WORDS = [(re.compile(rf"\b(?:{words})\b", re.IGNORECASE), types, set(held.split())) for words, types, held in _MEANT]


def spoken_of(prose: str, program: str) -> list[frozenset[int]]:
    """Give for each word of programming in a text the lines (1-based) that have what it means; none has no lines."""
    return [lines for number, lines in enumerate(_known(program)) if lines and _WORDS[number][0].search(prose)]


@lru_cache(64)
def _known(program: str) -> tuple[frozenset[int], ...]:
    source = Source.parse(program)
    return tuple(
        frozenset(node.start_point.row + 1 for node in source.nodes(*types) if not held or held & set(_held(node)))
        for _, types, held in _WORDS
    )


def _held(node: Node) -> Iterator[str]:
    """Give the operators that stand in a node itself, or the name of the function that it calls."""
    called = node.child_by_field_name("function")
    if called is not None:
        yield text_of(called).rpartition(".")[2]
    else:
        yield from (child.type for child in node.children if not child.is_named)
