"""What speaks against a statement, in the student's language; where programs are looked at, it is worded in English."""

from __future__ import annotations

import re

from gadfly_server.tutor.outcomes import translated
from gadfly_server.wording import later

# As they are worded by the localization; tests and runs in the plural.
_OF_REPAIRS = (
    later("Of all that was tried, only changes of this statement together with another make every test pass."),
    later("Of the small changes tried, only some of this statement make every test pass."),
    later("A small change of this statement can make every test pass."),
    later("A small change of this statement can make {repaired} of {number} failing tests pass."),
    later("Together with another statement, a small change of this one can make every test pass."),
    later("A small change of this line lets Python read the whole program."),
)
_OF_TESTS = (
    later("Line {line} runs once, when the program is loaded."),
    later("{number} of {all} failing tests run line {line}."),
    later("{number} of {all} passing tests run line {line}."),
    later("{error} was raised on line {line} in {test}."),
    later("{test} was at line {line} when it was stopped."),
    later("{test} was at line {line} when Python ended."),
    later("Python stopped reading on line {line}."),
)
_OF_A_RUN = (
    later("In {test}, the run first goes another way than it should here when line {line} runs for the {which} time."),
    later("In {test}, the run first goes another way than it should here."),
    later("{number} calls of {function} were open at once, all with the same arguments: {values}."),
    later("{number} calls of {function} were open at once, all without arguments."),
    later(
        "In the last {number} passes of the loop on line {line}, none of the names in its condition changed: {values}."
    ),
    later("In the last {number} passes of the loop on line {line}, the name in its condition never changed: {values}."),
    later("A pass of the loop on line {line} began {number} times with the same values: {values}."),
    later("A pass of the loop on line {line} began {number} times and nothing had changed."),
)
ALL = (*_OF_REPAIRS, *_OF_TESTS, *_OF_A_RUN)
_ONE = re.compile(r"\btests? runs? line\b"), "tests run line"
_ONE_FAILING = re.compile(r"\bfailing test pass\b"), "failing tests pass"
_NTH = re.compile(r"\b(\d+)(?:st|nd|rd|th) time\b"), r"\1. time"


def evidence(text: str) -> str:
    """Say it in the language that is spoken; what is not known here stays as it is."""
    many = text
    for one, more in (_ONE, _ONE_FAILING, _NTH):
        many = one.sub(more, many)
    said = translated(many, ALL)
    return text if said == many else said
