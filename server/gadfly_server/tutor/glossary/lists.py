"""Lists and tuples."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "list",
        "list, [], array",
        "liste",
        later("A list holds items in an order. They can be changed, and there can be more or fewer."),
    ),
    Term(
        "item", "item, element", "element", later("An item is one of the values in a list, a tuple, a set or the like.")
    ),
    Term("append", "append, appending", "anhängen", later("`append` puts an item at the end of a list.")),
    Term("extend", "extend", "erweitern", later("`extend` puts all items of another list at the end of a list.")),
    Term(
        "insert",
        "insert",
        "einfügen",
        later(
            "`insert` puts an item at a place in a list. What stood there, and all that follows, moves one place on."
        ),
    ),
    Term(
        "remove",
        "remove",
        "entfernen",
        later("`remove` takes the first item with that value out of a list. The list itself is changed."),
    ),
    Term("pop", "pop", "herausnehmen", later("`pop` takes an item out of a list and gives it to you.")),
    Term(
        "del",
        "del, delete",
        "löschen",
        later("`del` takes away a name, or an item at a place of a list or a key of a dictionary."),
    ),
    Term(
        "sort",
        "sort, sorted, sorting",
        "sortieren, sortiert",
        later("`sort` puts the list itself in order. `sorted` gives a new list and leaves the old one as it is."),
    ),
    Term(
        "reverse",
        "reverse, reversed",
        "umdrehen, umkehren",
        later(
            "`reverse` turns the list itself around. `reversed` goes through the items from the last to the "
            "first and leaves the list as it is."
        ),
    ),
    Term(
        "len", "len, length", "länge", later("`len` tells how many items something has, such as the letters of a text.")
    ),
    Term(
        "index",
        "index, indices, indexes, indexing",
        "index, indizes, stelle",
        later("An index is the place of an item in a list or a text. Python counts from 0."),
    ),
    Term(
        "negative-index",
        "negative index, negative indices, negative indexing",
        "negativer index, negative indizes",
        later("A negative index counts from the end."),
        (("[5, 6, 7][-1]", "7"),),
    ),
    Term(
        "slice",
        "slice, slicing",
        "abschnitt, ausschnitt",
        later("A slice is a part of a list or a text, from one place up to another."),
    ),
    Term(
        "nested-list",
        "nested list, list of lists, 2d list, matrix, matrices",
        "verschachtelte liste, liste von listen, matrix",
        later("A nested list has lists as its items, as a table has rows."),
    ),
    Term(
        "comprehension",
        "comprehension, list comprehension",
        "listenabstraktion, list comprehension",
        later("A comprehension makes a list in one line from something that it goes through."),
        (("[n * n for n in [1, 2, 3]]", "[1, 4, 9]"),),
    ),
    Term(
        "tuple",
        "tuple",
        "tupel",
        later("A tuple holds items in an order, like a list, but it stays as it is: `(3, 4)` is one."),
    ),
    Term(
        "unpacking",
        "unpacking, unpack",
        "entpacken, auspacken",
        later("Unpacking gives each item of a list or a tuple a name of its own."),
    ),
)
