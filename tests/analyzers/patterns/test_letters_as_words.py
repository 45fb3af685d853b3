"""Letters where words are meant: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "letters-as-words"


@pytest.mark.parametrize(
    "program",
    [
        """
    def longest(sentence):
        best = ""
        for word in sentence:
    #               ^^^^^^^^ info[letters-as-words]: What does each pass over `sentence` visit?
            if len(word) > len(best):
                best = word
        return best
    """,
        """
    def count_words(text):
        count = 0
        for word in text:
    #               ^^^^ info[letters-as-words]: What does each pass over `text` visit?
            count += 1
        return count
    """,
        """
    def lengths(line):
        return [len(w) for w in line]
    #                           ^^^^ info[letters-as-words]: What does each pass over `line` visit?
    """,
        """
    def has_stop(message):
        for part in message:
    #               ^^^^^^^ info[letters-as-words]: What does each pass over `message` visit?
            if part == "stop":
                return True
        return False
    """,
        """
    def count_the(s):
        return sum(1 for word in s.lower() if word == "the")
    #                            ^^^^^^^^^ info[letters-as-words]: What does each pass over `s.lower()` visit?
    """,
        """
    def initials(name: str):
        result = ""
        for part in name:
    #               ^^^^ info[letters-as-words]: What does each pass over `name` visit?
            result += part[0].upper()
        return result
    """,
        """
    def names():
        words = input("Words: ")
        for word in words:
    #               ^^^^^ info[letters-as-words]: What does each pass over `words` visit?
            print(word)
    """,
        """
    def censor(text):
        clean = text.lower().replace(".", "")
        result = []
        for x in clean:
    #            ^^^^^ info[letters-as-words]: What does each pass over `clean` visit?
            if x not in ("bad", "ugly"):
                result.append(x)
        return result
    """,
        """
    def find(sentence, wanted):
        for i in range(len(sentence)):
            word = sentence[i]
    #              ^^^^^^^^^^^ info[letters-as-words]: What is one item of `sentence`?
            if word == wanted:
                return i
    """,
        """
    def split(text):
        words = list(text)
    #           ^^^^^^^^^^ info[letters-as-words]: What is one item of `text`?
        return len(words)
    """,
        """
    def longest(sentence):
        return max(sentence, key=len)
    #          ^^^^^^^^^^^^^^^^^^^^^^ info[letters-as-words]: What are the items that `max` looks at here?
    """,
        """
    def shortest(sentence):
        words = sentence
        best = None
        for word in words:
    #               ^^^^^ info[letters-as-words]: What does each pass over `words` visit?
            if best is None or len(word) < len(best):
                best = word
        return best
    """,
    ],
)
def test_letters_where_words_are_meant(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        "def f(sentence):\n    for word in sentence.split():\n        print(word)\n",
        'def f(text):\n    for letter in text:\n        if letter == "a":\n            print(letter)\n',
        "def f(words):\n    for word in words:\n        print(word)\n",
        "def f(text):\n    text = text.split()\n    for word in text:\n        print(word)\n",
        "def f(sentence: list):\n    for word in sentence:\n        print(word)\n",
        'def f(text):\n    for c in text:\n        if c in "aeiou":\n            print(c)\n',
        'def f(text):\n    for c in text:\n        if c in vowels["all"]:\n            print(c)\n',
        "def first(sentence):\n    words = sentence.split()\n    word = words[0]\n    return word\n",
        "def letters(text):\n    letters = list(text)\n    return letters\n",
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
