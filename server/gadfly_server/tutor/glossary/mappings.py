"""Dictionaries and sets."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "dict",
        "dict, dictionary, dictionaries, {}",
        "wörterbuch, wörterbücher",
        later("A dictionary has a value for each key, as a phone book has a number for each name."),
    ),
    Term(
        "key",
        "key",
        "schlüssel",
        later("A key is what a value is looked up by in a dictionary. Each key is there only once."),
    ),
    Term(
        "get",
        "get",
        "nachschlagen",
        later(
            "`get` looks up a key in a dictionary. For a key that is not there it gives `None`, or a second "
            "value that it was given."
        ),
        (("{'a': 1}.get('a')", "1"),),
    ),
    Term("keys", "keys", "", later("`keys` gives all keys of a dictionary."), (("list({'a': 1}.keys())", "['a']"),)),
    Term(
        "values",
        "values",
        "",
        later("`values` gives all values of a dictionary."),
        (("list({'a': 1}.values())", "[1]"),),
    ),
    Term(
        "items",
        "items",
        "",
        later("`items` gives each key of a dictionary together with its value."),
        (("list({'a': 1}.items())", "[('a', 1)]"),),
    ),
    Term("update", "update", "", later("`update` puts all keys and values of another dictionary into a dictionary.")),
    Term(
        "set",
        "set, set()",
        "menge",
        later("A set holds each value only once, in no order."),
        (("len({1, 1, 2})", "2"),),
    ),
    Term(
        "add",
        "add",
        "hinzufügen",
        later("`add` puts a value into a set. If it is in there already, the set stays as it is."),
    ),
)
