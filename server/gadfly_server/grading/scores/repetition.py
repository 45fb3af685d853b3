"""Repetition: does the turn ask what was asked before?

Each sentence that asks is compared with each earlier one of the tutor.  They are the same question if both ask for the
same fact of the program (``requests/``: of which kind, about which lines or variables, for which input, when, and
whether what is or what should be), or share enough of the words that carry meaning (``questions.py``).  0 if a question
comes again, else 1.  Questions that quote other code, name other numbers or another one of several ("the second pass",
"the last pass") are other questions, and so are those of which one asks how many, where, why, before what or what
should be, and the other does not, those of other inputs, and those in which one word stands for another.  A question
that the turn goes on to answer itself is not asked again.  Where the program changed in between, or the student was
told to try, the same question is a new one; the short forms of everyday ("anything else?") are none.

It knows about half of the questions again that ask for the same fact in quite other words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from gadfly_server.grading.questions import Question, is_sum, mean_the_same, plain, questions_in
from gadfly_server.grading.score import NOTHING, Moment, Score
from gadfly_server.grading.words import shared

ALIKE = 0.75  # of the words of the shorter one
WHOLE = 0.55  # of the words of the longer one
LEAST = 3  # words that carry meaning
LONG = 5  # words of any kind, which nobody says twice by chance


def repetition(moment: Moment) -> Score:
    """Compare the questions of a turn with all those before."""
    source = moment.case.source
    asked = [each for each in questions_in(moment.turn.text, source) if not each.answered]
    earlier = [each for turn in _same_run(moment) for each in questions_in(turn, source)]
    if not asked or not moment.said:
        return NOTHING
    for one in asked:
        for before in earlier:
            if similar(one, before):
                return Score(0.0, f"“{one.text}” was asked: “{before.text}”")
    return Score(1.0)


def similar(one: Question, other: Question) -> bool:
    """Tell whether two questions ask the same: for the same fact, or in the same words."""
    if _ends_with(one.text, other.text):
        return one.code == other.code and one.apart == other.apart
    if _differ_in_a_word(one, other):
        return False
    if one.request and other.request and one.request.is_for_the_same(other.request):
        return True
    return not _are_set_apart(one, other) and _has_the_same_words(one, other)


def _are_set_apart(one: Question, other: Question) -> bool:
    if one.code != other.code or one.apart != other.apart:
        return True
    return bool(one.request and other.request and one.request.sets_apart != other.request.sets_apart)


def _has_the_same_words(one: Question, other: Question) -> bool:
    less, more = sorted((one.bag, other.bag), key=Counter.total)
    if less.total() < LEAST:
        says_enough = one.bag.total() > 1 or one.is_narrow or one.words == other.words or any(map(is_sum, one.bag))
        return one.bag == other.bag and one.bag.total() > 0 and says_enough
    return shared(less, more) >= ALIKE and (less & more).total() >= WHOLE * more.total()


def _differ_in_a_word(one: Question, other: Question) -> bool:
    """Tell whether one is the other with a word changed for one that means something else: then it asks for that."""
    words = [
        [each.lower() for each in re.findall(r"[^\W_]+|`[^`]*`", plain(question.text))] for question in (one, other)
    ]
    changed = [pair for pair in zip(*words, strict=False) if pair[0] != pair[1]]
    return len(words[0]) == len(words[1]) and len(changed) == 1 and not mean_the_same(*changed[0])


def _ends_with(text: str, before: str) -> bool:
    """Tell whether a sentence is an earlier one, word for word, perhaps with a few words before it."""
    words, known = (re.findall(r"[\w`]+", each.lower()) for each in (text, before))
    return len(known) >= LONG and words[-len(known) :] == known


def _same_run(moment: Moment) -> Iterator[str]:
    """Give the earlier turns of the tutor about the program as it stands."""
    if moment.turn.program is not None:
        return
    for turn in reversed(moment.before):
        if turn.role == "tutor":
            yield turn.text
        if turn.program is not None:
            return
