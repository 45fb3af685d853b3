"""Operators."""

from __future__ import annotations

from gadfly_server.tutor.glossary.term import Term
from gadfly_server.wording import later

TERMS = (
    Term(
        "operator",
        "operator",
        "operator",
        later("An operator is a sign or a word that makes a new value of others, as `+` does in `2 + 3`."),
    ),
    Term(
        "plus",
        "+, plus, addition",
        "plus, addition",
        later("`+` adds numbers, and puts texts or lists together."),
        (
            ("2 + 3", "5"),
            ("'a' + 'b'", "'ab'"),
        ),
    ),
    Term(
        "minus",
        "-, minus, subtraction",
        "minus, subtraktion",
        later("`-` takes one number away from another."),
        (("5 - 2", "3"),),
    ),
    Term(
        "times",
        "*, multiplication, multiply, asterisk, star",
        "multiplikation, mal, sternchen",
        later("`*` multiplies numbers, and repeats a text or a list."),
        (
            ("2 * 3", "6"),
            ("'ab' * 2", "'abab'"),
        ),
    ),
    Term(
        "division",
        "/, division, divide, slash",
        "division, teilen, schrägstrich",
        later("`/` divides, and what comes out is a `float`."),
        (("6 / 2", "3.0"),),
    ),
    Term(
        "floor-division",
        "//, floor division, integer division, double slash",
        "ganzzahldivision, ganzzahlige division",
        later("`//` divides and rounds down to a whole number: `7 // 2` is 3."),
    ),
    Term(
        "modulo",
        "modulo, %, modulus, mod, remainder, percent sign",
        "modulo, rest, prozentzeichen",
        later("`%` gives what is left over from a division: `7 % 3` is 1."),
    ),
    Term(
        "power",
        "**, power, exponent, double star",
        "potenz, hochzahl",
        later("`**` is “to the power of”."),
        (("2 ** 3", "8"),),
    ),
    Term(
        "plus-equals",
        "+=, -=, *=, plus equals, augmented assignment, increment",
        "plus gleich, erhöhen",
        later(
            "`+=` adds to what a name stands for, and the name then stands for the result. `-=` takes away "
            "and `*=` multiplies in the same way."
        ),
    ),
    Term(
        "equality",
        "==, =, equals, equal sign, equals sign, double equals, equality, assignment, assign",
        "gleichheitszeichen, gleichheit, zuweisung, zuweisen",
        later("`==` asks whether two values are equal. `=` gives a name a value."),
    ),
    Term(
        "not-equal",
        "!=, not equal, not equals",
        "ungleich",
        later("`!=` asks whether two values are different."),
        (("2 != 3", "True"),),
    ),
    Term(
        "is",
        "is, identity",
        "identität",
        later("`is` asks whether two names stand for one and the same thing. `==` asks whether two values are equal."),
    ),
    Term("and", "and, &&", "und", later("`and` joins two questions: the answer is yes only if both are.")),
    Term("or", "or, ||", "oder", later("`or` joins two questions: the answer is yes if at least one of them is.")),
    Term(
        "not",
        "not, !, negation",
        "nicht, verneinung",
        later("`not` turns yes into no and no into yes."),
        (("not True", "False"),),
    ),
    Term(
        "in",
        "in, not in, membership, contains",
        "enthalten",
        later("`in` asks whether something is among others. In a `for` loop it names what the loop goes through."),
        (("2 in [1, 2]", "True"),),
    ),
    Term(
        "precedence",
        "precedence, order of operations, operator precedence",
        "rangfolge, punkt vor strich",
        later("Precedence tells which operator goes first. `*` goes before `+`."),
        (("2 + 3 * 4", "14"),),
    ),
    Term(
        "colon",
        "colon, :",
        "doppelpunkt",
        later(
            "A colon ends a line that a block belongs to. It also stands in slices, and between key and "
            "value in a dictionary."
        ),
    ),
    Term(
        "brackets",
        "bracket, parenthesis, parentheses, (), brace",
        "klammer",
        later(
            "Brackets hold what belongs together, such as the values of a call in `len('cat')` or the items "
            "of a list in `[1, 2]`."
        ),
    ),
)
