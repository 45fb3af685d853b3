"""Loops and conditions."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "loop",
        "loop, for loop, for",
        "schleife, for-schleife",
        later("A loop runs its body again and again: `for` once for each item."),
    ),
    Term(
        "while",
        "while, while loop",
        "while-schleife",
        later("`while` asks its question before each pass, and goes on as long as the answer is yes."),
    ),
    Term(
        "infinite-loop",
        "infinite loop, endless loop",
        "endlosschleife, unendliche schleife",
        later("An infinite loop is one that goes on for ever."),
    ),
    Term(
        "nested-loop",
        "nested loop, inner loop, outer loop",
        "verschachtelte schleife, innere schleife, äußere schleife",
        later("A nested loop stands in the body of another one. It runs from its start in each pass of the outer one."),
    ),
    Term(
        "pass",
        "pass, iteration, pass of a loop, pass of the loop, pass through a loop",
        "durchlauf, iteration, runde",
        later("A pass is one run through the body of a loop. As a word in a program, `pass` does nothing."),
    ),
    Term("break", "break", "abbrechen", later("`break` leaves the loop that it stands in.")),
    Term(
        "continue",
        "continue",
        "fortfahren",
        later("`continue` ends this pass of the loop, and the loop goes on with the next one."),
    ),
    Term(
        "range",
        "range",
        "bereich",
        later("`range` counts: it gives whole numbers in a row. The number where it stops is not among them."),
    ),
    Term(
        "enumerate",
        "enumerate",
        "durchnummerieren",
        later("`enumerate` gives each item together with its place."),
        (("list(enumerate(['a', 'b']))", "[(0, 'a'), (1, 'b')]"),),
    ),
    Term(
        "zip",
        "zip",
        "",
        later("`zip` goes through several lists side by side, as far as the shortest goes."),
        (("list(zip([1, 2], ['a', 'b']))", "[(1, 'a'), (2, 'b')]"),),
    ),
    Term(
        "iterable",
        "iterable, sequence",
        "iterierbar, sequenz",
        later("An iterable is what a `for` loop can go through, such as a list, a text or a `range`."),
    ),
    Term(
        "iterator",
        "iterator, iter, next",
        "iterator",
        later("An iterator gives one item after the other: `next` asks it for the next one."),
    ),
    Term(
        "counter", "counter", "zähler", later("A counter is a name for a number that tells how often something was so.")
    ),
    Term(
        "accumulator",
        "accumulator",
        "akkumulator",
        later("An accumulator is a name that collects a result while a loop runs, such as a sum."),
    ),
    Term(
        "if",
        "if, elif, else, condition, if else",
        "bedingung, wenn",
        later("`if` runs its body only if its question is answered with yes."),
    ),
    Term(
        "taken",
        "taken, entered",
        "genommen",
        later("An `if` is taken when the answer to its question is yes: then the lines under it run."),
    ),
    Term(
        "comparison",
        "comparison, compare, <, <=, >, >=, less than, greater than",
        "vergleich, vergleichen, kleiner als, größer als",
        later("A comparison asks how two values stand to each other, and gives `True` or `False`."),
        (("2 < 3", "True"),),
    ),
    Term(
        "indentation",
        "indentation, indent",
        "einrückung, einrücken",
        later("Indentation tells Python which lines belong together."),
    ),
    Term(
        "block",
        "block, body, code block",
        "block, blöcke, rumpf",
        later("A block is a group of lines that belong together, such as the body of a loop or of a function."),
    ),
)
