"""By what tokens one sees what a repair does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from gadfly_analyzers.leaks.changes import Change
from gadfly_analyzers.leaks.tokens import is_literal, is_name

_STRICT = {"<": "<=", ">": ">=", "<=": "<", ">=": ">"}
_UP, _DOWN = frozenset({"<", "<="}), frozenset({">", ">="})
_COMPARING = frozenset({"<", "<=", ">", ">=", "==", "!=", "in", "is"})
_SERIES = frozenset({"[", "{", "(", "dict", "list", "set", "tuple", "str", "int", "float", "bool", "True", "False"})


def strictness(change: Change) -> bool:
    """Whether a comparison takes in, or leaves out, what is equal."""
    return any(_STRICT.get(gone) in change.new for gone in change.gone)


def direction(change: Change) -> bool:
    """Whether a comparison is turned around."""
    gone, new = set(change.gone), set(change.new)
    return bool((gone & _UP and new & _DOWN) or (gone & _DOWN and new & _UP))


def comparison(change: Change) -> bool:
    """Whether a comparison is one of another sort."""
    gone, new = set(change.gone), set(change.new)
    return bool(gone & _COMPARING and new & _COMPARING) and not strictness(change) and not direction(change)


def offset(change: Change) -> bool:
    """Whether something counts one more or one less, or starts elsewhere."""
    near = any(is_literal(token) and token in ("0", "1", "2") for token in (*change.new, *change.gone))
    joined = {"+", "-", "range", "len", "["} & {token for line in (*change.before, *change.after) for token in line}
    if strictness(change) and any({"while", "range"} & set(line) for line in change.before):
        return True
    return near and bool(joined) and not change.put_in


def number(change: Change) -> bool:
    """Whether another number stands there."""
    return any(token[:1].isdigit() for token in change.new) and not change.put_in


def plus(change: Change) -> bool:
    """Whether something is added up; one more or less is another matter."""
    return bool({"+", "+="} & _fresh(change)) and not _by_one(change, "+")


def minus(change: Change) -> bool:
    """Whether something is subtracted; one less is another matter."""
    return bool({"-", "-="} & _fresh(change)) and not _by_one(change, "-")


def returns(change: Change) -> bool:
    """Whether something is given back that was not."""
    return "return" in change.new and "return" not in change.gone


def moves(change: Change) -> bool:
    """Whether a line stands elsewhere or deeper, or a new one stands where it matters."""
    return bool(change.moved)


def leaves(change: Change) -> bool:
    """Whether a function or a loop is left elsewhere, or no more."""
    gone = Counter(change.gone) - Counter(change.new)
    return any(gone[word] for word in ("return", "break", "continue"))


def reverses(change: Change) -> bool:
    """Whether something is gone through the other way round."""
    tokens = [token for line in change.after for token in line]
    return "-" in change.new and any(pair == (":", "-") for pair in pairwise(tokens))


def updates(change: Change) -> bool:
    """Whether a name gets another value that did not, or another name does."""
    assigning = [line for line in change.after if len(line) > 2 and line[1] in ("=", "+=", "-=", "*=", "//=")]
    return any(is_name(line[0]) and (change.put_in or line[0] in change.new) for line in assigning)


def ends_recursion(change: Change) -> bool:
    """Whether the end of a recursion, or what is called again, is another one."""
    return any("return" in line for line in change.after) and any(
        {"if", "elif"} & set(line[:1]) for line in change.after
    )


def guards(change: Change) -> bool:
    """Whether a question is asked that was not."""
    fresh = Counter(line[0] for line in change.after if line) - Counter(line[0] for line in change.before if line)
    return any(fresh[word] for word in ("if", "elif", "else")) or ("if" in change.new and "if" not in change.gone)


def groups(change: Change) -> bool:
    """Whether only parentheses are new."""
    return bool(change.new) and set(change.new) <= {"(", ")"}


def swaps_names(change: Change) -> bool:
    """Whether another name stands in the place of one."""
    fresh = [token for token in change.new if is_name(token)]
    return bool(fresh) and any(is_name(token) for token in change.gone) and not change.put_in


def retypes(change: Change) -> bool:
    """Whether a value of another sort stands there."""
    fresh, gone = _fresh(change), set(change.gone)
    texts = any(token[-1:] in "'\"" for token in (*fresh, *gone) if token)
    return bool(fresh & _SERIES and gone & _SERIES and fresh & _SERIES != gone & _SERIES) or (
        texts and not change.put_in
    )


def reorders(change: Change) -> bool:
    """Whether the same tokens stand in another order."""
    together = Counter(token for line in change.before for token in line)
    return bool(change.moved) or (
        bool(change.before) and together == Counter(token for line in change.after for token in line)
    )


def removes(change: Change) -> bool:
    """Whether there is only less."""
    return not change.new and bool(change.gone) and not change.moved


def mark(*marks: str) -> Callable[[Change], bool]:
    """Give what tells whether one of some marks is new in a text that Python cannot read."""
    return lambda change: change.unreadable and any(one in change.new or one in change.gone for one in marks)


def _fresh(change: Change) -> set[str]:
    return set(Counter(change.new) - Counter(change.gone))


def _by_one(change: Change, sign: str) -> bool:
    return any(one == sign and other == "1" for one, other in zip(change.new, change.new[1:], strict=False))
