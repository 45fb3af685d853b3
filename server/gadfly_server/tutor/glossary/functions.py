"""Functions and calls."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "function",
        "function, def",
        "funktion",
        later("A function is a piece of program with a name. It runs each time it is called."),
    ),
    Term(
        "call",
        "call, function call, calling",
        "aufruf, aufrufen, funktionsaufruf",
        later("A call makes a function run, with the values that stand in its brackets."),
        (("len('cat')", "3"),),
    ),
    Term(
        "parameter",
        "parameter, argument",
        "parameter, argument",
        later("A parameter is a name inside a function for what a call hands over."),
    ),
    Term(
        "default",
        "default, default value, default argument, default parameter",
        "standardwert, vorgabewert",
        later("A default is the value that a parameter has where a call hands over nothing for it."),
    ),
    Term(
        "return",
        "return, return value",
        "rückgabe, rückgabewert, zurückgeben",
        later("`return` ends a call and gives a value back to where the call was made."),
    ),
    Term(
        "print",
        "print",
        "ausgeben, ausgabe",
        later("`print` shows something to people. The program gets no value back from that."),
    ),
    Term(
        "input",
        "input",
        "eingabe",
        later("`input` waits until somebody types a line, and gives it as a text, also if it is made of digits."),
    ),
    Term(
        "built-in",
        "built-in, builtin, built in, built-in function",
        "eingebaut, eingebaute funktion",
        later("A built-in is a function that Python has from the start, such as `len`."),
    ),
    Term(
        "scope",
        "scope",
        "gültigkeitsbereich, sichtbarkeit",
        later("The scope of a name is the part of a program where the name is known."),
    ),
    Term(
        "local",
        "local, local variable",
        "lokal, lokale variable",
        later("A local variable is known only inside its function. Each call has its own."),
    ),
    Term(
        "global",
        "global, global variable",
        "globale variable",
        later(
            "A global variable is known in the whole file. In a function, `global` tells that a name means that one."
        ),
    ),
    Term(
        "recursion",
        "recursion, recursive",
        "rekursion, rekursiv",
        later("Recursion is when a function calls itself, mostly with a smaller task."),
    ),
    Term(
        "base-case",
        "base case",
        "basisfall, basisfälle",
        later("A base case is a task so small that a function can solve it and calls itself no more."),
    ),
    Term(
        "lambda",
        "lambda",
        "",
        later("A `lambda` is a small function without a name."),
        (("(lambda n: n + 1)(2)", "3"),),
    ),
    Term("map", "map", "", later("`map` uses a function on each item."), (("list(map(abs, [-1, 2]))", "[1, 2]"),)),
    Term(
        "filter",
        "filter",
        "",
        later("`filter` keeps the items for which a function says yes."),
        (("list(filter(str.isdigit, 'a1b2'))", "['1', '2']"),),
    ),
    Term(
        "any",
        "any, all",
        "",
        later("`any` asks whether at least one item counts as yes, `all` whether each one does."),
        (("any([False, True])", "True"),),
    ),
    Term(
        "yield",
        "yield, generator",
        "generator",
        later(
            "`yield` hands out a value and waits there until the next one is wanted. A function with it "
            "makes a generator."
        ),
    ),
    Term(
        "decorator",
        "decorator",
        "dekorator",
        later(
            "A decorator is a function that gets another function and gives one to take its place. It "
            "stands above it, after an `@`."
        ),
    ),
    Term(
        "type-hint",
        "type hint, annotation, type annotation",
        "typangabe, annotation",
        later(
            "A type hint tells people and tools which type is meant, such as `n: int`. Python itself does not check it."
        ),
    ),
    Term(
        "comment",
        "comment, #",
        "kommentar",
        later("A comment is a note for people. It begins with `#`, and Python passes over it."),
    ),
    Term(
        "docstring",
        "docstring, doc string",
        "",
        later("A docstring is a text at the start of a function or a file that tells people what it is for."),
    ),
)
