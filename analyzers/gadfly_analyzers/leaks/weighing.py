"""How much speaks for it that a text leads to a repair: the weights of all signs that it has, added up.

Whether a question names the cause is seldom seen by one word: "Does the loop stop too early?" and "Where does the loop
stop?" share all that matters. Many weak signs tell them apart: the form of a question, what it doubts, what it looks
at, and what that has to do with known repairs. Their weights are those of a logistic regression, learned from human
tutors' turns and questions that give repairs away (``benchmarks/learn_leaks.py``).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import resources

from gadfly_analyzers.leaks.bearings import NAMES, SAYS, SPEAKS, bearings_of
from gadfly_analyzers.leaks.forms import forms_of
from gadfly_analyzers.leaks.instructions import is_experiment
from gadfly_analyzers.leaks.known import Known
from gadfly_analyzers.leaks.reading import Reading, Sentence
from gadfly_analyzers.leaks.verdict import Kind, Reason

TABLE = "weights.json"
OUTSET = "outset"  # the sign that every text has
CLEARLY = 2.0  # a weight above which one sentence leaks, whatever stands around it
SHORT, LONG = 7, 26  # words
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
_CERTAIN = (
    frozenset({SAYS, "leads"}),
    frozenset({SPEAKS, "asks of what should be"}),
    frozenset({SAYS, "tells"}),
    frozenset({SAYS, "is short"}),
    frozenset({NAMES, "leads"}),
    frozenset({NAMES, "asks which"}),
)
# What is said of the goal, of a run or of the talk is of no part of the program.
_ASIDE = frozenset(
    {"tells a result", "speaks of the talk", "looks at the goal", "looks at a run", "asks for an experiment"}
)


def leading(reading: Reading, known: Known) -> Iterator[Reason]:
    """Give one reason if a text leads to what should be otherwise."""
    signs = [signs_of(sentence, known) for sentence in reading.sentences]
    if any(is_certain(each) or weight_of(each) > CLEARLY for each in signs) or weight_of(frozenset().union(*signs)) > 0:
        yield Reason(Kind.WORD, "leads to what should be otherwise")


def signs_of(sentence: Sentence, known: Known) -> frozenset[str]:
    """Give the names of all signs of a sentence: its forms, its bearings on repairs, and its shape."""
    forms = forms_of(sentence.prose)
    leads = ("leads",) if forms & _LEADS and not forms & _ASIDE else ()
    return frozenset((*forms, *leads, *bearings_of(sentence, known), *_shape(sentence)))


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
