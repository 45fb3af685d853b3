"""What the glossary says is so: each example and each statement that can be run is run."""

from __future__ import annotations

import builtins
import keyword
import math
import re
from contextlib import suppress
from itertools import product
from typing import Any

import pytest

from gadfly_server.tutor import glossary
from gadfly_server.tutor.glossary.term import Term
from gadfly_server.tutor.vocabulary import understood
from gadfly_server.wording import LANGUAGES, say, speaking

MOST_WORDS = 30
OF_OTHERS = ("pytest", "@", "n: int", "-=", "+=", "*=")  # backticks around what is no piece of Python by itself
METHODS = {name for kind in (str, list, dict, set) for name in dir(kind)}


@pytest.mark.parametrize("term", glossary.TERMS, ids=lambda term: term.id)
def test_a_meaning_is_short_and_tells_nothing_to_do(term: Term) -> None:
    assert len(term.meaning.split()) <= MOST_WORDS
    assert term.meaning.endswith(".")
    assert not re.search(r"\b(?:should|must|instead|better|use|change|your (?:code|loop|line))\b|\?", term.meaning)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("term", glossary.TERMS, ids=lambda term: term.id)
def test_what_stands_in_backticks_is_python(term: Term, language: str) -> None:
    with speaking(language):
        said = say(term.meaning)
    assert language == "en" or said != term.meaning, "translated"
    assert _spans(said) == _spans(term.meaning), "the same pieces in every language"
    assert all(map(_is_python, re.findall(r"`([^`]+)`", said)))


def _spans(text: str) -> list[str]:
    return sorted(re.findall(r"`([^`]+)`", text))


def _is_python(piece: str) -> bool:
    known = keyword.iskeyword(piece) or piece in METHODS or hasattr(builtins, piece) or piece in OF_OTHERS
    with suppress(SyntaxError):
        compile(piece, "", "exec")
        known = known or not piece.isidentifier() or piece in ("self", "a", "b", "__init__", "__name__")
    for form in (f"1 {piece} 2", f"{piece} 1", f"x {piece} 1", f"[{piece}1]"):
        with suppress(SyntaxError):
            compile(form, "", "exec")
            known = known or not piece.isidentifier()
    return known or piece in ("#", "\\n")


@pytest.mark.parametrize(
    ("example", "value"), [each for term in glossary.TERMS for each in term.examples], ids=lambda each: each
)
def test_an_example_has_the_value_that_it_is_said_to_have(example: str, value: str) -> None:
    got, said = eval(example), eval(value)
    assert got == said
    assert type(got) is type(said)


def test_no_word_stands_for_two_meanings() -> None:
    words = [word for term in glossary.TERMS for word in term.words]
    assert len(words) == len(set(words))
    assert all(word == word.lower() == word.strip() for word in words)
    assert len(glossary.BY_ID) == len(glossary.TERMS)


@pytest.mark.parametrize("term", glossary.TERMS, ids=lambda term: term.id)
def test_each_word_leads_to_its_meaning(term: Term) -> None:
    for word in term.english.split(", "):
        assert glossary.asked_for(f"What does `{word}` mean?") == (term,)
    with speaking("de"):
        for word in filter(None, term.german.split(", ")):
            assert glossary.asked_for(f"Was bedeutet {word}?"), word
            assert understood()[0].requests["aside"].fullmatch(f"was bedeutet {word}?")


def _items(*does: Any) -> list[int]:
    """A list of three after something was done to it."""
    items = [5, 6, 7]
    name, *values = does
    getattr(items, name)(*values)
    return items


def test_what_is_said_of_lists() -> None:
    assert _items("append", 8) == [5, 6, 7, 8]
    assert _items("extend", [8, 9]) == [5, 6, 7, 8, 9]
    assert _items("insert", 1, 8) == [5, 8, 6, 7]
    assert (_items("reverse"), list(reversed([5, 6, 7]))) == ([7, 6, 5], [7, 6, 5])
    assert _items("pop") == [5, 6]
    assert _items("pop", 0) == [6, 7]
    twice = [5, 6, 5]
    twice.remove(5)
    assert twice == [6, 5], "the first of that value"
    old = [2, 1]
    assert (sorted(old), old, old.sort(), old) == ([1, 2], old, None, [1, 2])
    assert [2, 1].pop() == 1
    assert [5, 6, 7][0] == 5
    assert len("cat") == 3


def test_what_is_said_of_copies_and_second_names() -> None:
    first = [1]
    second, other = first, first.copy()
    second.append(2)
    assert (first, other) == ([1, 2], [1])
    assert first is second
    assert first == [1, 2]
    equal = [1, 2]
    assert first is not equal
    for fixed in ((1, 2), "ab"):
        with pytest.raises(TypeError):
            fixed[0] = 3  # type: ignore[index]


def test_what_is_said_of_numbers() -> None:
    assert (7 % 3, 7 // 2, type(6 / 2)) == (1, 3, float)
    assert -7 // 2 == math.floor(-3.5) == -4, "down, and not toward zero"
    assert "rounds down" in glossary.BY_ID["floor-division"].meaning
    assert (round(2.5), round(3.5), round(2.6)) == (2, 4, 3), "just between two, to the even one"
    assert 0.1 + 0.2 != 0.3
    assert math.isclose(0.1 + 0.2, 0.3)
    assert sum([]) == 0
    assert not any(map(bool, (0, "", [], None)))
    number = 5
    number += 2
    number -= 1
    number *= 2
    assert number == 12
    assert list(range(2, 4)) == [2, 3]


def test_what_is_said_of_texts() -> None:
    text = " Hi "
    assert (text.strip(), text.upper(), text.replace("H", "h"), text) == ("Hi", " HI ", " hi ", " Hi ")
    assert (text.lstrip(), text.rstrip()) == ("Hi ", " Hi")
    assert (" a  b\n".split(), len("\n")) == (["a", "b"], 1)  # noqa: SIM905 - that is what is tried
    assert "cat".find("x") == -1
    assert "cat".endswith("t")
    assert "cat".isalpha()
    assert chr(65) == "A"
    assert (type("cat"[0]), len("cat"[0])) == (str, 1)


def test_what_is_said_of_dictionaries_and_sets() -> None:
    ages = {"a": 1}
    assert (ages.get("b"), ages.get("b", 0)) == (None, 0)
    ages.update({"a": 2, "b": 3})
    assert ages == {"a": 2, "b": 3}
    few = {1}
    few.add(1)
    few.add(2)
    assert few == {1, 2}
    del ages["a"]
    assert ages == {"b": 3}


def test_what_is_said_of_loops_and_functions() -> None:
    seen = []
    for number in range(5):
        if number == 1:
            continue
        if number == 3:
            break
        seen.append(number)
    assert seen == [0, 2]
    assert list(zip([1, 2, 3], "ab")) == [(1, "a"), (2, "b")]  # noqa: B905 - as students write it
    assert not all([True, False])
    assert next(iter([4, 5])) == 4
    for one, other in product((True, False), repeat=2):
        assert (one and other) == all((one, other))
        assert (one or other) == any((one, other))
    assert keyword.iskeyword("if")


ERRORS = {
    "[5][1]": IndexError,
    "{}['a']": KeyError,
    "1 + 'a'": TypeError,
    "unheard_of": NameError,
    "int('cat')": ValueError,
    "(1).unheard_of": AttributeError,
    "1 / 0": ZeroDivisionError,
    "(lambda f: f(f))(lambda f: f(f))": RecursionError,
    "def f():\nreturn 1": IndentationError,
    "if": SyntaxError,
    "(lambda: (exec('def f():\\n print(n)\\n n = 1\\nf()', {})))()": UnboundLocalError,
    "import unheard_of": ModuleNotFoundError,
    "from math import unheard_of": ImportError,
    "assert False": AssertionError,
    "open('/unheard/of')": FileNotFoundError,
    "raise ValueError": ValueError,
}


@pytest.mark.parametrize("program", ERRORS)
def test_what_is_said_of_errors(program: str) -> None:
    with pytest.raises(ERRORS[program]) as raised:
        exec(program, {})
    assert type(raised.value) is ERRORS[program]
    assert glossary.asked_for(f"what is a {ERRORS[program].__name__}?")


def test_what_is_said_of_classes() -> None:
    class Cat:
        def __init__(self, name: str) -> None:
            self.name = name

        def itself(self) -> Cat:
            return self

    class Lion(Cat):
        pass

    lion = Lion("Leo")
    assert (lion.name, lion.itself()) == ("Leo", lion)
    assert isinstance(lion, Cat)
