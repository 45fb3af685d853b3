"""Form: is the turn short and plain, and does it ask one thing?

The share of three conditions that hold: no more words than the level allows (80 where none is known), read at school
grade 8 or below (Automated Readability Index), and one question mark at most.

It does not measure tone, grammar, or whether the words are the right ones; the index is made for English.
"""

from __future__ import annotations

from gadfly_server.grading.score import Moment, Score
from gadfly_server.grading.scores.level_fit import MOST_WORDS
from gadfly_server.grading.words import questions, reading_grade, words

USUAL_WORDS = 80
GRADE = 8.0


def form(moment: Moment) -> Score:
    """Count words, questions, and letters."""
    text, level = moment.turn.text, moment.turn.level
    most = USUAL_WORDS if level is None else MOST_WORDS.get(level, 10**6)
    count, asked, grade = words(text), questions(text), reading_grade(text)
    wrong = [
        *([f"{count} words, {most} at most"] if count > most else []),
        *([f"reading grade {grade:.1f}, {GRADE:.0f} at most"] if grade > GRADE else []),
        *([f"{asked} questions at once"] if asked > 1 else []),
    ]
    return Score(1 - len(wrong) / 3, "; ".join(wrong) or f"{count} words, grade {grade:.1f}, questions: {asked}")
