"""What a turn is about: names of the program, lines, words of the task or the student, or how one looks for bugs."""

from __future__ import annotations

import re

from gadfly_server.grading.pointing import numbers
from gadfly_server.grading.score import Moment
from gadfly_server.grading.words import content, joined, stem

_WORDS = """
argument assert bug call case cause change code column condition debug debugger describe documentation error
example execute execution expect explain expression fail fix function happen help idea indent indentation index
input issue iterate iteration line list loop message method mistake number operator order output parameter
parenthesis pass point print problem program python return result run show solution solve statement step string
student supposed syntax task terminal test time trace try type understand update value variable walk work wrong
"""
_CRAFT = frozenset(stem(word) for word in _WORDS.split())


def about(moment: Moment) -> str:
    """Tell in a word or two what a turn shares with program, task and student; empty if nothing."""
    if numbers(moment.turn.text):
        return "a line"
    bag = set(content(moment.turn.text))
    names = set(re.findall(r"[A-Za-z_]\w*|\d+", moment.case.source.text + moment.case.tests))
    asked = {word for piece in bag for word in re.findall(r"\w+", piece)}
    if held := sorted(asked & names):
        return f"`{held[0]}`"
    told = set(joined((moment.case.task, *moment.heard)))
    if held := sorted(bag & told):
        return f"“{held[0]}”, as task or student say"
    return "looking for bugs" if bag & _CRAFT else ""
