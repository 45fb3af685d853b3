"""How much speaks for it that a text leads to a repair: the weights of all signs that it has, added up.

Whether a question names the cause is seldom seen by one word: "Does the loop stop too early?" and "Where does the loop
stop?" share all that matters. Many weak signs tell them apart: the form of a question, what it doubts, what it looks
at, how much of it the student has just said, and what that has to do with known repairs. Their weights are those of a
logistic regression, learned from human tutors' turns and questions that give repairs away
(``benchmarks/learn_leaks.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources

from gadfly_analyzers.leaks.bearings import GOES, NAMES, SAYS, bearings_of
from gadfly_analyzers.leaks.echo import echoes
from gadfly_analyzers.leaks.forms import forms_of
from gadfly_analyzers.leaks.instructions import is_experiment
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Reading, Sentence
from gadfly_analyzers.leaks.verdict import Kind, Reason

TABLE = "weights.json"
OUTSET = "outset"  # the sign that every text has
OPENLY = "asks openly of what goes"
SHORT, LONG = 7, 26  # words
DOUBT = 1.0  # the logarithm of the odds up to which signs say too little to blame somebody: less than three to one
_LEADS = frozenset(
    {
        "asks of the program",
        "asks with not",
        "asks of what should be",
        "asks of what could be",
        "asks for certainty",
        "asks whether considered",
        "asks what you are doing",
        "asks what you do",
        "asks whether known",
    }
)

# Who says or names what a repair does in one of these forms gives it away, whatever else is said.
_CERTAIN = (frozenset({SAYS, "tells"}), frozenset({SAYS, "is short"}), frozenset({NAMES, "asks which"}))
_OF_THE_PROGRAM = frozenset({"is polar", "asks of this part", "asks of the program", "calls it wrong"})
# What is said of the goal, of a run or of the talk is of no part of the program.
_ASIDE = frozenset(
    {"tells a result", "speaks of the talk", "looks at the goal", "looks at a run", "asks for an experiment"}
)

_OF_A_RUN = frozenset({"tells what is not", "says only or always"})  # of what a run did, that is a fact
_INPUTS = frozenset({"looks at a special case"})  # what a run was given, may be anything
# Who explains something says these, too.
_OF_QUESTIONS = _INPUTS | {"looks at what is left", "says what is kept", "says how much of it", "says itself"}


def leading(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give one reason if a text leads to what should be otherwise."""
    signs = [signs_of(sentence, known) for sentence in reading.sentences]
    certain, weight = any(map(is_certain, signs)), weight_of(frozenset().union(*signs))
    if certain or weight > 0:
        yield Reason(Kind.WORD, "leads to what should be otherwise", doubtful=not certain and weight <= DOUBT)


def signs_of(sentence: Sentence, known: Known) -> frozenset[str]:
    """Give the names of all signs of a sentence: its forms, its bearings on repairs, its echoes, and its shape."""
    forms = forms_of(sentence.prose)
    if forms & _ASIDE:
        forms -= _OF_THE_PROGRAM
    if not sentence.asks:
        forms -= _OF_QUESTIONS
    if "looks at a run" in forms:
        forms -= _INPUTS if sentence.asks else _OF_A_RUN
    leads = ("leads",) if forms & _LEADS and not forms & _ASIDE else ()
    bearings = bearings_of(sentence, known)
    openly = (OPENLY,) if GOES in bearings and "asks openly" in forms and "is polar" not in forms else ()
    return frozenset((*forms, *leads, *openly, *bearings, *echoes(sentence, known.said), *_shape(sentence)))


def is_certain(signs: frozenset[str]) -> bool:
    """Tell whether the signs of one sentence are such that human tutors' good ones hardly ever have them together."""
    return not signs & _ASIDE and any(together <= signs for together in _CERTAIN)


def weight_of(signs: Iterable[str]) -> float:
    """Add up the weights of signs; above zero they tell a leak."""
    weights = learned()
    return weights[OUTSET] + sum(weights.get(sign, 0.0) for sign in sorted(signs))


@lru_cache(maxsize=1)
def learned() -> Mapping[str, float]:
    """Read the weights that were learned."""
    text = resources.files("gadfly_analyzers.leaks").joinpath(TABLE).read_text("utf-8")
    return {str(sign): float(weight) for sign, weight in json.loads(text).items()}


def _shape(sentence: Sentence) -> Iterator[str]:
    words = sentence.prose.count(" ") + 1
    if words < SHORT:
        yield "is short"
    if words > LONG:
        yield "is very long"
    if not sentence.asks:
        yield "tells"
    if is_experiment(sentence):
        yield "asks for an experiment"
