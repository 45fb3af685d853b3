"""Errors by name."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "error",
        "error, exception, crash",
        "fehler, ausnahme, absturz",
        later(
            "An error, or exception, is Python's way to say that it cannot go on there. Its name tells what "
            "kind of trouble it was."
        ),
    ),
    Term(
        "bug",
        "bug",
        "programmfehler",
        later(
            "A bug is when a program does something other than what was meant. Everybody who writes programs has them."
        ),
    ),
    Term(
        "traceback",
        "traceback, error message",
        "fehlermeldung",
        later("A traceback tells which calls led to an error. Its last lines tell the most."),
    ),
    Term(
        "try",
        "try, except, try except, finally",
        "abfangen",
        later(
            "`try` runs some lines. If they end in an error of the kind that `except` names, the lines under that run. "
            "What stands under `finally` runs in any case."
        ),
    ),
    Term(
        "raise",
        "raise, throw",
        "auslösen, werfen",
        later("`raise` makes an error happen on purpose, to say that something cannot be done."),
    ),
    Term(
        "index-error",
        "indexerror, index error, index out of range, list index out of range",
        "indexfehler",
        later("An `IndexError` says that a list or a text has no item at that place."),
    ),
    Term(
        "key-error",
        "keyerror, key error",
        "schlüsselfehler",
        later("A `KeyError` says that a dictionary does not have that key."),
    ),
    Term(
        "type-error",
        "typeerror, type error",
        "typfehler",
        later(
            "A `TypeError` says that something cannot be done with a value of that type, such as adding a "
            "number to a text."
        ),
    ),
    Term(
        "name-error",
        "nameerror, name error",
        "namensfehler",
        later("A `NameError` says that Python does not know that name there."),
    ),
    Term(
        "value-error",
        "valueerror, value error",
        "wertfehler",
        later("A `ValueError` says that the type of a value is right and the value is not, as in `int('cat')`."),
    ),
    Term(
        "attribute-error",
        "attributeerror, attribute error",
        "attributfehler",
        later("An `AttributeError` says that a value has nothing by that name after its dot."),
    ),
    Term(
        "zero-division-error",
        "zerodivisionerror, zero division error, zero division, division by zero",
        "division durch null, teilen durch null",
        later("A `ZeroDivisionError` says that something was to be divided by zero."),
    ),
    Term(
        "recursion-error",
        "recursionerror, recursion error, maximum recursion depth, stack overflow",
        "rekursionsfehler",
        later("A `RecursionError` says that calls went on inside of calls until there were too many at once."),
    ),
    Term(
        "indentation-error",
        "indentationerror, indentation error",
        "einrückungsfehler",
        later(
            "An `IndentationError` says that Python cannot tell from the spaces before a line where the line belongs."
        ),
    ),
    Term(
        "syntax-error",
        "syntaxerror, syntax error, invalid syntax, syntax",
        "syntaxfehler, syntax",
        later(
            "A `SyntaxError` says that Python cannot read the program: what is written there does not "
            "follow the grammar of Python."
        ),
    ),
    Term(
        "unbound-local-error",
        "unboundlocalerror, unbound local error, unbound local",
        "",
        later("An `UnboundLocalError` says that a name of a function was read while it had no value there yet."),
    ),
    Term(
        "module-not-found-error",
        "modulenotfounderror, module not found, module not found error, importerror, import error",
        "importfehler",
        later(
            "An `ImportError` says that something could not be imported, and a `ModuleNotFoundError` that Python finds "
            "no module by that name."
        ),
    ),
    Term(
        "assertion-error",
        "assertionerror, assertion error",
        "",
        later("An `AssertionError` says that what an `assert` asked for was not so."),
    ),
    Term(
        "file-not-found-error",
        "filenotfounderror, file not found, file not found error",
        "datei nicht gefunden",
        later("A `FileNotFoundError` says that there is no file by that name there."),
    ),
)
