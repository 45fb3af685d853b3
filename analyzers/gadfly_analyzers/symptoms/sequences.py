"""How one list or tuple differs from another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from gadfly_analyzers.symptoms.evidence import is_number
from gadfly_analyzers.symptoms.family import Family, Rank, family, of_sequences

Items = Sequence[Any]
DEEPEST = 5


def lacks_last(expected: Items, actual: Items) -> bool:
    """All but the last one."""
    return len(expected) > 1 and actual == expected[:-1]


def lacks_first(expected: Items, actual: Items) -> bool:
    """All but the first one."""
    return len(expected) > 1 and actual == expected[1:]


def lacks_one(expected: Items, actual: Items) -> bool:
    """All but one that stands between others."""
    start = agreeing(expected, actual)
    return len(actual) + 1 == len(expected) and 0 < start < len(actual) and actual[start:] == expected[start + 1 :]


def has_one_more(expected: Items, actual: Items) -> bool:
    """All of them and one more, wherever it stands."""
    start = agreeing(expected, actual)
    return len(actual) == len(expected) + 1 and actual[start + 1 :] == expected[start:]


def lacks_some(expected: Items, actual: Items) -> bool:
    """Several are missing; the others are right and in order."""
    return 0 < len(actual) < len(expected) - 1 and is_within(actual, expected)


def has_some_more(expected: Items, actual: Items) -> bool:
    """Several are too many; the others are right and in order."""
    return 0 < len(expected) < len(actual) - 1 and is_within(expected, actual)


def is_empty(expected: Items, actual: Items) -> bool:
    """Nothing in it."""
    return not actual and bool(expected)


def has_no_right_item(expected: Items, actual: Items) -> bool:
    """Items of which none belongs there."""
    return bool(expected and actual) and not sole(expected) & sole(actual)


def is_reversed(expected: Items, actual: Items) -> bool:
    """The other way round."""
    return actual != expected and actual == expected[::-1]


def is_sorted_the_other_way(expected: Items, actual: Items) -> bool:
    """Sorted from the other end."""
    return is_sorted(expected) and is_reversed(expected, actual) and len(set(map(repr, expected))) > 2


def is_unsorted(expected: Items, actual: Items) -> bool:
    """The same items, sorted in one and not in the other."""
    return is_reordered(expected, actual) and (is_sorted(expected) or is_sorted(expected[::-1]))


def is_reordered(expected: Items, actual: Items) -> bool:
    """The same items in another order."""
    return actual != expected and counted(expected) == counted(actual)


def is_rotated(expected: Items, actual: Items) -> bool:
    """What should stand at one end stands at the other."""
    return is_reordered(expected, actual) and any(
        actual == (*expected[n:], *expected[:n]) or actual == [*expected[n:], *expected[:n]]
        for n in range(1, len(expected))
    )


def has_two_exchanged(expected: Items, actual: Items) -> bool:
    """Two items stand in each other's place."""
    return len(expected) > 2 and is_reordered(expected, actual) and len(differing(expected, actual)) == 2


def is_nested(expected: Items, actual: Items) -> bool:
    """The right items within further lists."""
    return bool(expected) and actual != expected and depth(actual) > depth(expected) and flat(actual) == flat(expected)


def is_flat(expected: Items, actual: Items) -> bool:
    """The right items without the lists around them."""
    return bool(actual) and depth(actual) < depth(expected) and flat(actual) == flat(expected)


def is_repeated(expected: Items, actual: Items) -> bool:
    """All of it several times."""
    times, rest = divmod(len(actual), len(expected)) if expected else (0, 1)
    return times > 1 and not rest and list(actual) == list(expected) * times


def keeps_doubles(expected: Items, actual: Items) -> bool:
    """Items several times that should be there once."""
    return len(actual) > len(expected) and sole(actual) == sole(expected) and len(expected) == len(sole(expected))


def loses_doubles(expected: Items, actual: Items) -> bool:
    """Items once that should be there several times."""
    return len(actual) < len(expected) and sole(actual) == sole(expected) and len(actual) == len(sole(actual))


def has_only_first(expected: Items, actual: Items) -> bool:
    """Of several, the first one alone."""
    return len(expected) > 2 and actual == expected[:1]


def has_only_last(expected: Items, actual: Items) -> bool:
    """Of several, the last one alone."""
    return len(expected) > 2 and actual == expected[-1:]


def is_all_the_same(expected: Items, actual: Items) -> bool:
    """One item over and over."""
    several = len(actual) > 2 or (len(actual) == 2 and isinstance(actual[0], (list, dict)))
    return several and len(sole(actual)) == 1 and len(sole(expected)) > 1


def holds_one_number_off(expected: Items, actual: Items) -> bool:
    """Each number is off by the same."""
    pairs = list(zip(expected, actual, strict=False))
    return _are_numbers(expected, actual) and len({a - e for e, a in pairs}) == 1 and pairs[0][0] != pairs[0][1]


def holds_one_factor(expected: Items, actual: Items) -> bool:
    """Each number is so many times what it should be."""
    if not _are_numbers(expected, actual) or not all(expected) or len(set(map(abs, expected))) < 2:
        return False
    return len({a / e for e, a in zip(expected, actual, strict=True)}) == 1 and expected != actual and any(actual)


def adds_up(expected: Items, actual: Items) -> bool:
    """Each number has those before it in it."""
    return _are_numbers(expected, actual) and expected != actual and list(accumulate(expected)) == list(actual)


def is_not_added_up(expected: Items, actual: Items) -> bool:
    """Each number is without those before it."""
    return adds_up(actual, expected)


def has_other_kinds(expected: Items, actual: Items) -> bool:
    """The items look the same, but some are of another kind."""
    return expected != actual and list(map(str, expected)) == list(map(str, actual))


def differs_in_last(expected: Items, actual: Items) -> bool:
    """Only the last of several is wrong."""
    return len(actual) == len(expected) > 1 and differing(expected, actual) == [len(expected) - 1]


def differs_in_first(expected: Items, actual: Items) -> bool:
    """Only the first of several is wrong."""
    return len(actual) == len(expected) > 1 and differing(expected, actual) == [0]


def differs_in_one(expected: Items, actual: Items) -> bool:
    """Only one of several is wrong."""
    return len(actual) == len(expected) > 2 and len(differing(expected, actual)) == 1


def differs_in_few(expected: Items, actual: Items) -> bool:
    """As many items as it should have, of which at least half are right."""
    wrong = len(differing(expected, actual))
    return len(actual) == len(expected) and 1 < wrong <= len(expected) / 2


def is_nearly_right(expected: Items, actual: Items) -> bool:
    """Texts of which each is right, or has a few characters too many or too few."""
    wrong = [(expected[n], actual[n]) for n in differing(expected, actual)]
    near = all(type(e) is type(a) is str and (is_within(e, a) or is_within(a, e)) and e and a for e, a in wrong)
    return len(expected) == len(actual) and bool(wrong) and near


def begins_right(expected: Items, actual: Items) -> bool:
    """The first half, or more, is right."""
    return actual != expected and agreeing(expected, actual) >= max(2, len(expected) / 2)


def ends_right(expected: Items, actual: Items) -> bool:
    """The last half, or more, is right."""
    return begins_right(expected[::-1], actual[::-1])


def is_shorter(expected: Items, actual: Items) -> bool:
    """Fewer items."""
    return len(actual) < len(expected)


def is_longer(expected: Items, actual: Items) -> bool:
    """More items."""
    return len(actual) > len(expected)


def agreeing(expected: Items, actual: Items) -> int:
    """Count the items at the start that are right."""
    pairs = zip(expected, actual, strict=False)
    return next((n for n, (e, a) in enumerate(pairs) if e != a), min(len(expected), len(actual)))


def differing(expected: Items, actual: Items) -> list[int]:
    """List the places at which two sequences differ, as far as both go."""
    return [n for n, (e, a) in enumerate(zip(expected, actual, strict=False)) if e != a]


def is_within(few: Items, many: Items) -> bool:
    """Whether all of few are among many, in that order."""
    rest = iter(many)
    return all(any(item == other for other in rest) for item in few)


def counted(items: Iterable[Any]) -> Counter[str]:
    """Count items, also those that are no keys; 2 and 2.0 are the same."""
    return Counter(_key(item) for item in items)


def sole(items: Iterable[Any]) -> frozenset[str]:
    """Give items without their doubles."""
    return frozenset(_key(item) for item in items)


def is_sorted(items: Items) -> bool:
    """Whether no item is greater than the next."""
    try:
        return len(items) > 1 and all(one <= other for one, other in pairwise(items))
    except TypeError:
        return False


def flat(items: Any, level: int = DEEPEST) -> list[Any]:
    """Give all that is in a list and the lists in it."""
    if not isinstance(items, (list, tuple)) or not level:
        return [items]
    return [inner for item in items for inner in flat(item, level - 1)]


def depth(items: Any, level: int = DEEPEST) -> int:
    """Count how many lists are around the innermost item."""
    if not isinstance(items, (list, tuple)) or not level:
        return 0
    return 1 + max((depth(item, level - 1) for item in items), default=0)


def _key(item: Any) -> str:
    whole = isinstance(item, float) and abs(item) < 1e15 and item == int(item)
    return repr(int(item)) if whole else repr(item)


def _are_numbers(expected: Items, actual: Items) -> bool:
    return len(actual) == len(expected) > 1 and all(map(is_number, (*expected, *actual)))


FAMILIES: tuple[Family, ...] = (
    family("last-missing", Rank.EXACT, "The last item is left out.", of_sequences(lacks_last), "range-includes-end",
           "slice-includes-end", "length-is-last-index", "for-visits-all-pairs-of-neighbours"),
    family("first-missing", Rank.EXACT, "The first item is left out.", of_sequences(lacks_first), "index-starts-at-one",
           "range-starts-at-one"),
    family("one-missing", Rank.EXACT, "One item in between is left out.", of_sequences(lacks_one),
           "removal-does-not-shift", "loop-takes-snapshot"),
    family("one-too-many", Rank.EXACT, "There is one item too many.", of_sequences(has_one_more),
           "removal-does-not-shift", "loop-takes-snapshot"),
    family("sorted-the-other-way", Rank.EXACT, "It is sorted the other way round.",
           of_sequences(is_sorted_the_other_way)),
    family("reversed", Rank.EXACT, "The items are the other way round.", of_sequences(is_reversed)),
    family("nested", Rank.EXACT, "The items are right, with a list too many around them.", of_sequences(is_nested),
           "append-extends"),
    family("flat", Rank.EXACT, "The items are right, but the inner lists are gone.", of_sequences(is_flat)),
    family("repeated", Rank.EXACT, "It is right, but it is there several times.", of_sequences(is_repeated),
           "default-made-per-call", "class-attribute-is-own"),
    family("only-first", Rank.EXACT, "Only the first item is there.", of_sequences(has_only_first),
           "return-does-not-leave"),
    family("only-last", Rank.EXACT, "Only the last item is there.", of_sequences(has_only_last),
           "plain-assignment-accumulates", "start-value-runs-once-inside-loop"),
    family("doubles-kept", Rank.EXACT, "Items come again that belong there once.", of_sequences(keeps_doubles)),
    family("doubles-lost", Rank.EXACT, "Items are there once that belong there more often.",
           of_sequences(loses_doubles)),
    family("all-the-same", Rank.EXACT, "All items are the same, though the right ones differ.",
           of_sequences(is_all_the_same), "times-copies-rows", "assignment-copies", "closure-keeps-value"),
    family("other-kinds", Rank.EXACT, "The items look right, but their kind is not.", of_sequences(has_other_kinds),
           "input-is-number"),
    family("each-off", Rank.EXACT, "Every number is off by the same.", of_sequences(holds_one_number_off)),
    family("each-times", Rank.EXACT, "Every number is off by the same factor.",
           of_sequences(holds_one_factor)),
    family("adds-up", Rank.EXACT, "Each number also counts all before it.", of_sequences(adds_up)),
    family("not-added-up", Rank.EXACT, "No number counts those before it.", of_sequences(is_not_added_up),
           "start-value-runs-once-inside-loop", "plain-assignment-accumulates"),
    family("two-exchanged", Rank.EXACT, "Two items stand in each other's place.", of_sequences(has_two_exchanged)),
    family("rotated", Rank.EXACT, "Items from one end stand at the other.", of_sequences(is_rotated)),
    family("empty", Rank.KIND, "It is empty, where something belongs.", of_sequences(is_empty)),
    family("unsorted", Rank.KIND, "The items are right, but not in their sorted order.", of_sequences(is_unsorted),
           "sort-returns"),
    family("other-order", Rank.KIND, "The items are right, but in another order.", of_sequences(is_reordered)),
    family("last-differs", Rank.KIND, "Only the last item is wrong.", of_sequences(differs_in_last)),
    family("first-differs", Rank.KIND, "Only the first item is wrong.", of_sequences(differs_in_first)),
    family("one-differs", Rank.KIND, "Only one item is wrong.", of_sequences(differs_in_one)),
    family("some-missing", Rank.KIND, "Some items are left out, and the others are right.", of_sequences(lacks_some)),
    family("some-too-many", Rank.KIND, "Some items are too many, and the others are right.",
           of_sequences(has_some_more)),
    family("items-nearly-right", Rank.PART, "Each item is right, or nearly so.", of_sequences(is_nearly_right)),
    family("few-differ", Rank.PART, "Some items are wrong, and others are right.", of_sequences(differs_in_few)),
    family("begins-right", Rank.PART, "It begins right, and goes wrong later.", of_sequences(begins_right)),
    family("ends-right", Rank.PART, "It begins wrong, and ends right.", of_sequences(ends_right)),
    family("no-item-right", Rank.DIRECTION, "None of the items is right.", of_sequences(has_no_right_item)),
    family("fewer-items", Rank.DIRECTION, "There are too few items.", of_sequences(is_shorter)),
    family("more-items", Rank.DIRECTION, "There are too many items.", of_sequences(is_longer)),
)  # fmt: skip
