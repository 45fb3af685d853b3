"""Words of Python in one sentence each, for students who ask what something means while a question is open."""

from __future__ import annotations

import re

from gadfly_server.wording import later, say

_TERMS = (
    (r"append", later("`append` puts an item at the end of a list.")),
    (r"extend", later("`extend` puts all items of another list at the end of a list.")),
    (
        r"remove",
        later("`remove` takes the first item with that value out of a list. The list itself is changed."),
    ),
    (r"pop", later("`pop` takes an item out of a list and gives it to you.")),
    (
        r"sort|sorted",
        later("`sort` puts the list itself in order. `sorted` gives a new list and leaves the old one as it is."),
    ),
    (r"len|length|länge", later("`len` tells how many items something has, such as the letters of a text.")),
    (r"range", later("`range` counts: it gives whole numbers in a row. The number where it stops is not among them.")),
    (
        r"index|indices|indexes|indizes",
        later("An index is the place of an item in a list or a text. Python counts from 0."),
    ),
    (r"slice|slicing", later("A slice is a part of a list or a text, from one place up to another.")),
    (
        r"list|liste|listen",
        later("A list holds items in an order. They can be changed, and there can be more or fewer."),
    ),
    (
        r"dict|dictionary|wörterbuch",
        later("A dictionary has a value for each key, as a phone book has a number for each name."),
    ),
    (r"string|str|zeichenkette|text", later("A string is a text: letters and other signs in a row.")),
    (r"int|integer|ganze zahl", later("An `int` is a whole number. Dividing two of them with `/` gives a `float`.")),
    (r"float|kommazahl", later("A `float` is a number with a decimal point. Some of them are only nearly exact.")),
    (r"none", later("`None` stands for “nothing here”. A call that gives nothing back gives `None`.")),
    (r"bool|boolean", later("A `bool` is `True` or `False`, such as what a comparison gives.")),
    (r"return|zurückgeben", later("`return` ends a call and gives a value back to where the call was made.")),
    (r"print", later("`print` shows something to people. The program gets no value back from that.")),
    (r"function|funktion", later("A function is a piece of program with a name. It runs each time it is called.")),
    (r"parameter|argument|argumente", later("A parameter is a name inside a function for what a call hands over.")),
    (r"variable|variablen", later("A variable is a name for a value. The name can stand for another value later.")),
    (r"loop|schleife|for loop|for", later("A loop runs its body again and again: `for` once for each item.")),
    (
        r"while|while loop",
        later("`while` asks its question before each pass, and goes on as long as the answer is yes."),
    ),
    (r"if|elif|else|condition|bedingung", later("`if` runs its body only if its question is answered with yes.")),
    (r"taken|entered", later("An `if` is taken when the answer to its question is yes: then the lines under it run.")),
    (r"break", later("`break` leaves the loop that it stands in.")),
    (r"modulo|%", later("`%` gives what is left over from a division: `7 % 3` is 1.")),
    (r"//|floor division", later("`//` divides and leaves out what comes after the point: `7 // 2` is 3.")),
    (r"==", later("`==` asks whether two values are equal. `=` gives a name a value.")),
    (r"recursion|rekursion", later("Recursion is when a function calls itself, each time with a smaller task.")),
    (
        r"base case|basisfall",
        later("A base case is a task so small that a function can solve it and calls itself no more."),
    ),
    (r"indentation|einrückung", later("Indentation tells Python which lines belong together.")),
    (r"test|assert", later("A test calls your program and compares what comes out with what it wants.")),
    (
        r"traceback|error message|fehlermeldung",
        later("A traceback tells which calls led to an error. Its last lines tell the most."),
    ),
    (r"pass|durchlauf|iteration", later("A pass is one run through the body of a loop.")),
)
_UNKNOWN = later("I have no short answer to that. Look it up, or ask a person: both are good ways to learn.")
_AROUND = re.compile(
    r"^.*?\b(?:what(?:['’]?s| is| are| does| do)?|how does|explain|was (?:ist|sind|macht|tut|bedeutet|heißt)"
    r"|wie funktioniert|erklär\w*)\b\s*(?:me |mir )?(?:an? |the |eine? |der |die |das )?"
    r"|\s*(?:do|does|mean|work|for)?\s*\??$",
    re.IGNORECASE,
)


def reply(text: str, *, open_question: bool = True) -> str:
    """What is said to somebody who asks what a word means."""
    found = meaning(text)
    said = found or say(_UNKNOWN)
    return say("{meaning} My question is still open.", meaning=said) if open_question else said


def meaning(text: str) -> str:
    """What the word means that somebody asks for; empty if that is none of ours."""
    term = term_of(text)
    forms = (term, term.removesuffix("s"))
    return next((say(told) for words, told in _TERMS if any(re.fullmatch(words, form) for form in forms)), "")


def term_of(text: str) -> str:
    """The word whose meaning is asked for."""
    return re.sub(r"[`'\"()]|\bin python\b", "", _AROUND.sub("", text.strip())).strip().strip(".").lower()
