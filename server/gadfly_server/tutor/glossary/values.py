"""Values and their types."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "value",
        "value",
        "wert, werte",
        later("A value is a thing that a program works with, such as a number or a text."),
    ),
    Term(
        "variable",
        "variable, name",
        "variable, name",
        later("A variable is a name for a value. The name can stand for another value later."),
    ),
    Term(
        "type",
        "type, data type, datatype",
        "typ, datentyp",
        later("A type is a kind of value, such as a number, a text or a list."),
        (("type(3)", "int"),),
    ),
    Term(
        "number",
        "number",
        "zahl",
        later(
            "Python has whole numbers such as `3`, called `int`, and numbers with a point such as `3.5`, "
            "called `float`."
        ),
    ),
    Term(
        "int",
        "int, integer, whole number",
        "ganze zahl, ganzzahl",
        later("An `int` is a whole number. Dividing two of them with `/` gives a `float`."),
    ),
    Term(
        "float",
        "float, decimal, decimal number",
        "kommazahl, dezimalzahl",
        later("A `float` is a number with a decimal point. Some of them are only nearly exact."),
    ),
    Term(
        "conversion",
        "conversion, type conversion, cast, casting, int(), str(), float()",
        "umwandlung, typumwandlung, umwandeln",
        later("A conversion makes a value of another type."),
        (
            ("int('7')", "7"),
            ("float('2.5')", "2.5"),
            ("str(7)", "'7'"),
        ),
    ),
    Term(
        "none",
        "none",
        "nichts",
        later("`None` stands for “nothing here”. A call that gives nothing back gives `None`."),
    ),
    Term(
        "bool",
        "bool, boolean, true, false",
        "wahrheitswert, wahr, falsch",
        later("A `bool` is `True` or `False`, such as what a comparison gives."),
    ),
    Term(
        "truthy",
        "truthy, falsy, truthiness",
        "wahrheit",
        later("Any value can count as yes or no. Zero, an empty text, an empty list and `None` count as no."),
        (("bool([])", "False"),),
    ),
    Term(
        "literal",
        "literal",
        "literal",
        later("A literal is a value that is written down as it is, such as `3` or `'hi'`."),
    ),
    Term(
        "expression",
        "expression",
        "ausdruck, ausdrücke",
        later("An expression is a piece of code that has a value."),
        (("2 + 3", "5"),),
    ),
    Term(
        "statement",
        "statement, command, instruction",
        "anweisung, befehl",
        later("A statement is one step that Python carries out, such as giving a name a value."),
    ),
    Term(
        "mutable",
        "mutable, immutable",
        "veränderlich, unveränderlich, veränderbar",
        later(
            "A mutable value can itself be changed, as a list can. Numbers, texts and tuples are immutable: "
            "they stay as they are."
        ),
    ),
    Term(
        "alias",
        "alias, aliases, aliasing, reference",
        "alias, referenz, verweis",
        later(
            "An alias is a second name for the same thing. What is changed through one name shows through "
            "the other, too."
        ),
    ),
    Term(
        "copy",
        "copy, copies, copying",
        "kopie, kopieren",
        later(
            "A copy of a list is a second list with the same items. When one of the two gets a new item, "
            "the other does not."
        ),
    ),
    Term(
        "abs",
        "abs, absolute value",
        "betrag, absolutwert",
        later("`abs` gives how far a number is from zero."),
        (("abs(-3)", "3"),),
    ),
    Term(
        "round",
        "round, rounding",
        "runden",
        later("`round` gives the nearest whole number. From just between two, it goes to the even one."),
        (("round(2.7)", "3"),),
    ),
    Term(
        "min",
        "min, minimum, smallest",
        "minimum, kleinste",
        later("`min` gives the smallest of several values."),
        (("min([4, 2, 9])", "2"),),
    ),
    Term(
        "max",
        "max, maximum, largest",
        "maximum, größte",
        later("`max` gives the largest of several values."),
        (("max([4, 2, 9])", "9"),),
    ),
    Term(
        "sum",
        "sum",
        "summe",
        later("`sum` adds all numbers of a list. For an empty list it gives `0`."),
        (("sum([1, 2, 3])", "6"),),
    ),
)
