"""A letter of a text that gets a new value: asked about, and its nearest misses are not."""

from __future__ import annotations

import pytest

from helpers.check import check_findings, check_nothing

RULE = "letter-assigned"


@pytest.mark.parametrize(
    "program",
    [
        """
        def hide(word):
            hidden = word.lower()
            for index in range(len(hidden)):
                hidden[index] = "*"
        #       ^^^^^^^^^^^^^ info[letter-assigned]: Can a single letter of `hidden` become another?
            return hidden
        """,
        """
        def capital(word):
            word[0] = word[0].upper()
        #   ^^^^^^^ info[letter-assigned]: Can a single letter of `word` become another?
            return word
        """,
        """
        def clear(s):
            for i in range(len(s)):
                if s[i].isdigit():
                    s[i] = "-"
        #           ^^^^ info[letter-assigned]: Can a single letter of `s` become another?
            print(s.lower())
            return s
        """,
        """
        name = "ada"
        name[0] = "A"
        ^^^^^^^ info[letter-assigned]: Can a single letter of `name` become another?
        print(name)
        """,
        """
        def backwards(text):
            result = ""
            for i in range(len(text)):
                result[i] = text[-i - 1]
        #       ^^^^^^^^^ info[letter-assigned]: Can a single letter of `result` become another?
            return result
        """,
        """
        def shorter(word):
            del word[0]
        #       ^^^^^^^ info[letter-assigned]: Can a single letter of `word` become another?
            return word
        """,
        """
        def twice(s: str):
            s[0] += "x"
        #   ^^^^ info[letter-assigned]: Can a single letter of `s` become another?
            return s
        """,
        """
        def swap(text):
            letters = str(text)
            letters[0], letters[1] = letters[1], letters[0]
        #   ^^^^^^^^^^ info[letter-assigned]: Can a single letter of `letters` become another?
            return letters
        """,
        """
        def upper_first(s):
            s[0] = s[0].upper()
        #   ^^^^ info[letter-assigned]: Can a single letter of `s` become another?
            return s
        """,
        """
        def backwards(s):
            s = s.strip()
            i, j = 0, len(s) - 1
            while i < j:
                s[i], s[j] = s[j], s[i]
        #       ^^^^ info[letter-assigned]: Can a single letter of `s` become another?
                i += 1
                j -= 1
            return s
        """,
        """
        def capitals(sentence):
            out = ""
            for w in sentence.split():
                w[0] = w[0].upper()
        #       ^^^^ info[letter-assigned]: Can a single letter of `w` become another?
                out += w
            return out
        """,
        """
        def hidden(pin):
            pin = str(pin)
            pin[0] = "*"
        #   ^^^^^^ info[letter-assigned]: Can a single letter of `pin` become another?
            return pin
        """,
    ],
)
def test_a_letter_of_a_text_that_gets_a_new_value(program: str) -> None:
    check_findings(program, only=RULE)


@pytest.mark.parametrize(
    "program",
    [
        """
        def f(word):
            word = list(word)
            word[0] = "A"
            return "".join(word)
        """,
        """
        def f(words):
            words[0] = "A"
        """,
        """
        d = {}
        d["a"] = 1
        """,
        """
        def f(text):
            letters = list(text)
            letters[0] = "x"
            return text[0]
        """,
        """
        def f(line):
            line = line.strip().split(",")
            line[0] = "x"
            return line
        """,
    ],
)
def test_what_looks_like_it_and_is_none(program: str) -> None:
    check_nothing(program, only=RULE)
