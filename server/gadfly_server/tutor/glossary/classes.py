"""Classes, modules and files."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "class",
        "class, classes",
        "klasse",
        later("A class is a plan by which things of one kind are made. It says what they have and what they can do."),
    ),
    Term(
        "object",
        "object",
        "objekt",
        later(
            "An object is a thing that a name can stand for. In Python that is any value: numbers, texts, "
            "lists, functions."
        ),
    ),
    Term(
        "instance",
        "instance",
        "instanz",
        later("An instance is a thing made by the plan of a class."),
        (("isinstance(3, int)", "True"),),
    ),
    Term(
        "method",
        "method",
        "methode",
        later("A method is a function that belongs to a value. It is called with a dot, as in `'hi'.upper()`."),
    ),
    Term(
        "attribute",
        "attribute, field, property",
        "attribut, eigenschaft",
        later("An attribute is a name that belongs to a thing and stands after its dot."),
    ),
    Term("self", "self", "", later("In a method, `self` is the very thing whose method was called.")),
    Term(
        "init",
        "__init__, init, constructor",
        "konstruktor",
        later("`__init__` runs when a new thing of a class is made. It gives the thing what it has at the start."),
    ),
    Term(
        "inheritance",
        "inheritance, inherit, subclass, superclass, super",
        "vererbung, unterklasse, oberklasse",
        later("Inheritance is when a class takes over what another one has and can, and may add to it."),
    ),
    Term(
        "module",
        "module, library, package",
        "modul, bibliothek, paket",
        later("A module is a file of Python from which other files can take functions and more."),
    ),
    Term("import", "import, from", "importieren", later("`import` makes what is in a module known in a file.")),
    Term(
        "main",
        "main, __name__, __main__, if name main",
        "",
        later(
            "`__name__` is `'__main__'` in the file that Python was started with, and the module's name in "
            "one that was imported."
        ),
    ),
    Term("open", "open, file", "datei, öffnen", later("`open` gives a way to read a file or to write to it.")),
    Term(
        "with",
        "with, with open",
        "",
        later(
            "`with` uses something for the lines under it, and puts it away after them: a file that was "
            "opened is closed then."
        ),
    ),
    Term(
        "keyword",
        "keyword, reserved word",
        "schlüsselwort",
        later(
            "A keyword is a word that Python keeps for itself, such as `if` or `for`. It cannot be the name "
            "of a variable."
        ),
    ),
    Term(
        "algorithm",
        "algorithm",
        "algorithmus, algorithmen",
        later("An algorithm is a way to solve a task, step by step, that always comes to an end."),
    ),
    Term("python", "python", "", later("Python is a language in which people write down what a computer is to do.")),
)
