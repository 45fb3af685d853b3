"""How one text differs from another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

from gadfly_analyzers.symptoms.family import Family, Rank, family, of_texts
from gadfly_analyzers.symptoms.sequences import is_within


def differs_in_case(expected: str, actual: str) -> bool:
    """Small letters for capital ones, or the other way round."""
    return expected != actual and expected.casefold() == actual.casefold()


def differs_in_space(expected: str, actual: str) -> bool:
    """Spaces or line ends are too many, too few or elsewhere."""
    return expected != actual and "".join(expected.split()) == "".join(actual.split())


def differs_in_signs(expected: str, actual: str) -> bool:
    """The letters and digits are right, the signs between them are not."""
    return expected != actual and bool(_word_signs(expected)) and _word_signs(expected) == _word_signs(actual)


def lacks_last(expected: str, actual: str) -> bool:
    """All but the last character."""
    return len(expected) > 1 and actual == expected[:-1]


def lacks_first(expected: str, actual: str) -> bool:
    """All but the first character."""
    return len(expected) > 1 and actual == expected[1:]


def lacks_end(expected: str, actual: str) -> bool:
    """The start of the text, and no more."""
    return bool(actual) and len(actual) < len(expected) and expected.startswith(actual)


def lacks_start(expected: str, actual: str) -> bool:
    """The end of the text, and no more."""
    return bool(actual) and len(actual) < len(expected) and expected.endswith(actual)


def goes_on(expected: str, actual: str) -> bool:
    """The text, and more behind it."""
    return lacks_end(actual, expected)


def begins_before(expected: str, actual: str) -> bool:
    """The text, and more before it."""
    return lacks_start(actual, expected)


def is_repeated(expected: str, actual: str) -> bool:
    """The text several times."""
    return bool(expected) and len(actual) > len(expected) and actual == expected * (len(actual) // len(expected))


def is_reversed(expected: str, actual: str) -> bool:
    """The characters the other way round."""
    return expected != actual and actual == expected[::-1]


def has_words_reversed(expected: str, actual: str) -> bool:
    """The words the other way round."""
    return expected != actual and actual.split() == expected.split()[::-1]


def has_words_reordered(expected: str, actual: str) -> bool:
    """The same words in another order."""
    return len(expected.split()) > 1 and expected != actual and sorted(actual.split()) == sorted(expected.split())


def is_reordered(expected: str, actual: str) -> bool:
    """The same characters in another order."""
    return expected != actual and sorted(expected) == sorted(actual)


def is_shifted(expected: str, actual: str) -> bool:
    """Every character is as far away in the alphabet from the right one."""
    if len(expected) != len(actual) or len(set(expected)) < 2:
        return False
    steps = {(ord(a) - ord(e)) % 26 for e, a in zip(expected, actual, strict=True) if e.isalpha()}
    return (
        len(steps) == 1
        and steps != {0}
        and all(a.isalpha() == e.isalpha() for e, a in zip(expected, actual, strict=True))
    )


def is_mapped(expected: str, actual: str) -> bool:
    """Every character stands for another one, always the same."""
    pairs = set(zip(expected, actual, strict=False))
    same = len(expected) == len(actual) > 3 and set(expected) == set(actual) and len(set(expected)) > 1
    return same and len(pairs) == len(set(expected)) and all(e != a for e, a in pairs)


def has_other_numbers(expected: str, actual: str) -> bool:
    """The words are right, the numbers in them are not."""
    return any(c.isalpha() for c in expected) and _differs_only(
        expected, actual, lambda c: not (c.isdigit() or c in "-.")
    )


def has_other_words(expected: str, actual: str) -> bool:
    """The numbers are right, the words around them are not."""
    digits = "".join(c if c.isdigit() else " " for c in expected).split()
    return bool(digits) and expected != actual and digits == "".join(c if c.isdigit() else " " for c in actual).split()


def differs_in_one(expected: str, actual: str) -> bool:
    """One character is another one."""
    return len(expected) == len(actual) > 2 and _wrong(expected, actual) == 1


def differs_in_one_word(expected: str, actual: str) -> bool:
    """One word is another one."""
    one, other = expected.split(), actual.split()
    return len(one) == len(other) > 1 and sum(e != a for e, a in zip(one, other, strict=True)) == 1


def lacks_word(expected: str, actual: str) -> bool:
    """Some of the words are missing."""
    one, other = expected.split(), actual.split()
    return 0 < len(other) < len(one) and is_within(other, one)


def has_word_more(expected: str, actual: str) -> bool:
    """There are words between the right ones."""
    return lacks_word(actual, expected)


def lacks_some(expected: str, actual: str) -> bool:
    """Characters are missing, the others are right and in order."""
    return len(expected) / 2 <= len(actual) < len(expected) and is_within(actual, expected)


def has_some_more(expected: str, actual: str) -> bool:
    """Characters are too many, the others are right and in order."""
    return lacks_some(actual, expected)


def is_empty(expected: str, actual: str) -> bool:
    """Nothing in it."""
    return not actual and bool(expected)


def differs_in_few(expected: str, actual: str) -> bool:
    """As many characters, of which at least half are right."""
    return len(expected) == len(actual) and 1 < _wrong(expected, actual) <= len(expected) / 2


def begins_right(expected: str, actual: str) -> bool:
    """At least half of the text is right, from its start."""
    return _common(expected, actual) >= max(2, len(expected) / 2)


def ends_right(expected: str, actual: str) -> bool:
    """At least half of the text is right, up to its end."""
    return begins_right(expected[::-1], actual[::-1])


def _wrong(expected: str, actual: str) -> int:
    return sum(e != a for e, a in zip_longest(expected, actual))


def _common(expected: str, actual: str) -> int:
    pairs = zip(expected, actual, strict=False)
    return next((n for n, (e, a) in enumerate(pairs) if e != a), min(len(expected), len(actual)))


def _word_signs(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def _differs_only(expected: str, actual: str, counts: Callable[[str], bool]) -> bool:
    return expected != actual and [c for c in expected if counts(c)] == [c for c in actual if counts(c)]


FAMILIES: tuple[Family, ...] = (
    family("case", Rank.EXACT, "Only small and capital letters differ.", of_texts(differs_in_case)),
    family("white-space", Rank.EXACT, "Only spaces or line ends differ.", of_texts(differs_in_space)),
    family("punctuation", Rank.EXACT, "Letters and digits are right, but other signs are not.",
           of_texts(differs_in_signs)),
    family("last-character-missing", Rank.EXACT, "The last character is left out.", of_texts(lacks_last),
           "slice-includes-end", "range-includes-end", "length-is-last-index"),
    family("first-character-missing", Rank.EXACT, "The first character is left out.", of_texts(lacks_first),
           "index-starts-at-one", "range-starts-at-one"),
    family("text-repeated", Rank.EXACT, "The text is right, but it is there several times.", of_texts(is_repeated)),
    family("text-reversed", Rank.EXACT, "The text is the other way round.", of_texts(is_reversed)),
    family("words-reversed", Rank.EXACT, "The words are the other way round.", of_texts(has_words_reversed)),
    family("words-reordered", Rank.EXACT, "The words are right, but in another order.", of_texts(has_words_reordered)),
    family("letters-shifted", Rank.EXACT, "Every letter is the same number of places off.", of_texts(is_shifted)),
    family("characters-swapped", Rank.EXACT, "Every character stands in the place of another one.",
           of_texts(is_mapped)),
    family("end-missing", Rank.KIND, "The end of the text is left out.", of_texts(lacks_end), "return-does-not-leave"),
    family("start-missing", Rank.KIND, "The start of the text is left out.", of_texts(lacks_start),
           "plain-assignment-accumulates"),
    family("more-behind", Rank.KIND, "The right text is there, with more behind it.", of_texts(goes_on)),
    family("more-before", Rank.KIND, "The right text is there, with more before it.", of_texts(begins_before)),
    family("text-empty", Rank.KIND, "The text is empty, where some text belongs.", of_texts(is_empty)),
    family("one-character-differs", Rank.KIND, "Only one character is wrong.", of_texts(differs_in_one)),
    family("other-numbers", Rank.KIND, "The words are right, but the numbers are not.", of_texts(has_other_numbers)),
    family("one-word-differs", Rank.KIND, "Only one word is wrong.", of_texts(differs_in_one_word)),
    family("words-missing", Rank.KIND, "Some words are left out.", of_texts(lacks_word)),
    family("words-too-many", Rank.KIND, "There are too many words.", of_texts(has_word_more)),
    family("other-words", Rank.KIND, "The numbers are right, but the words are not.", of_texts(has_other_words)),
    family("characters-reordered", Rank.KIND, "The characters are right, but in another order.",
           of_texts(is_reordered)),
    family("characters-missing", Rank.KIND, "Some characters are left out, and the others are right.",
           of_texts(lacks_some)),
    family("characters-too-many", Rank.KIND, "Some characters are too many, and the others are right.",
           of_texts(has_some_more)),
    family("few-characters-differ", Rank.PART, "Some characters are wrong, and others are right.",
           of_texts(differs_in_few)),
    family("text-begins-right", Rank.PART, "The text begins right, and goes wrong later.", of_texts(begins_right)),
    family("text-ends-right", Rank.PART, "The text begins wrong, and ends right.", of_texts(ends_right)),
    family("shorter-text", Rank.DIRECTION, "The text is too short.", of_texts(lambda e, a: len(a) < len(e))),
    family("longer-text", Rank.DIRECTION, "The text is too long.", of_texts(lambda e, a: len(a) > len(e))),
)  # fmt: skip
