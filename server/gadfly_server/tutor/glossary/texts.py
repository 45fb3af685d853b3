"""Texts."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "string",
        "string, str, text",
        "zeichenkette, text",
        later("A string is a text: letters and other signs in a row."),
    ),
    Term(
        "character",
        "character, char, letter",
        "zeichen, buchstabe",
        later("A character is one sign of a text: a letter, a digit, a space. Python has it as a text of length 1."),
    ),
    Term(
        "substring",
        "substring",
        "teiltext, teilzeichenkette",
        later("A substring is a text that stands in another one."),
        (("'at' in 'cats'", "True"),),
    ),
    Term(
        "concatenation",
        "concatenation, concatenate, concat",
        "verkettung, aneinanderhängen",
        later("Concatenation joins texts or lists to a longer one."),
        (("'sun' + 'day'", "'sunday'"),),
    ),
    Term(
        "quotes",
        "quote, quotes, quotation mark",
        "anführungszeichen",
        later("Quotes show where a text begins and ends: `'3'` is a text, `3` is a number."),
    ),
    Term(
        "newline",
        "newline, line break, \\n",
        "zeilenumbruch",
        later("A newline is the sign that ends a line. In a text it is written as `\\n`, and it counts as one sign."),
    ),
    Term(
        "split",
        "split, splitting",
        "aufteilen, zerlegen",
        later("`split` cuts a text into a list of parts, at its spaces if nothing else is said."),
        (("'a b'.split()", "['a', 'b']"),),
    ),
    Term(
        "join",
        "join, joining",
        "verbinden",
        later("`join` makes one text of many, with a text between them."),
        (("'-'.join(['a', 'b'])", "'a-b'"),),
    ),
    Term(
        "strip",
        "strip, lstrip, rstrip",
        "abschneiden",
        later(
            "`strip` gives a text that has no spaces at its two ends, `lstrip` at its start, `rstrip` at its end. The "
            "text itself stays as it is."
        ),
        (("' hi '.strip()", "'hi'"),),
    ),
    Term(
        "replace",
        "replace",
        "ersetzen",
        later("`replace` gives a new text with one part put for another. The old one stays as it is."),
        (("'cat'.replace('c', 'h')", "'hat'"),),
    ),
    Term(
        "lower",
        "lower, lowercase, lower case",
        "kleinschreibung, kleinbuchstabe",
        later("`lower` gives a text in small letters. The text itself stays as it is."),
        (("'Hi'.lower()", "'hi'"),),
    ),
    Term(
        "upper",
        "upper, uppercase, upper case",
        "großschreibung, großbuchstabe",
        later("`upper` gives a text in capital letters. The text itself stays as it is."),
        (("'Hi'.upper()", "'HI'"),),
    ),
    Term(
        "capitalize",
        "capitalize, capitalise",
        "",
        later("`capitalize` gives a text with its first letter big and all others small."),
        (("'aNNA'.capitalize()", "'Anna'"),),
    ),
    Term(
        "startswith",
        "startswith, endswith, starts with, ends with",
        "",
        later("`startswith` asks whether a text begins with another one, and `endswith` whether it ends with it."),
        (("'cat'.startswith('c')", "True"),),
    ),
    Term(
        "find",
        "find",
        "finden",
        later("`find` tells at which place a text stands in another one. It gives `-1` for one that is not there."),
        (("'cat'.find('t')", "2"),),
    ),
    Term(
        "count",
        "count, counting",
        "zählen",
        later("`count` tells how often something stands in a list or a text."),
        (("'banana'.count('a')", "3"),),
    ),
    Term(
        "format",
        "format, formatting",
        "formatieren",
        later("`format` fills values into a text."),
        (("'{} cats'.format(2)", "'2 cats'"),),
    ),
    Term(
        "f-string",
        "f-string, f string, fstring, formatted string",
        "",
        later("An f-string is a text with values filled in where its curly brackets are."),
        (("f'{2 + 3} cats'", "'5 cats'"),),
    ),
    Term(
        "isdigit",
        "isdigit, isalpha, isnumeric",
        "",
        later("`isdigit` asks whether a text is all digits, and `isalpha` whether it is all letters."),
        (("'42'.isdigit()", "True"),),
    ),
    Term(
        "ord",
        "ord, chr, ascii, unicode",
        "",
        later("Each sign has a number: `ord` gives the number of a sign, `chr` the sign of a number."),
        (("ord('A')", "65"),),
    ),
)
