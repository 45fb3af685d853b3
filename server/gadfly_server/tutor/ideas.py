"""Which ideas are about the same thing as what is off: by the kind of deviation, or by the words of a line.

An idea is what a misconception misses, or a plan that is carried out with a slip.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gadfly_analyzers import misconceptions, plans
from gadfly_analyzers.localize.direction import Deviation
from gadfly_server.tutor.symptom import is_endless

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from gadfly_analyzers.worked_example import WorkedExample
    from gadfly_server.tutor.facts import Facts

# The nearest idea first. Some are only about lines that have a certain sign: ``_SIGNS`` says which.
_OF_DEVIATIONS: Mapping[Deviation, str] = {
    Deviation.LOOP_NEVER: "range-includes-end while-checks-all-the-time number-can-be-visited",
    Deviation.LOOP_ENDS_ONE_EARLY: "for-visits-all-pairs-of-neighbours range-includes-end while-checks-all-the-time",
    Deviation.LOOP_ENDS_EARLY: "range-includes-end while-checks-all-the-time for-visits-all-pairs-of-neighbours",
    Deviation.LOOP_ENDS_ONE_LATE: "length-is-last-index range-includes-end while-checks-all-the-time",
    Deviation.LOOP_ENDS_LATE: "range-includes-end while-checks-all-the-time length-is-last-index",
    Deviation.LOOP_STARTS_LATE: "range-starts-at-one index-starts-at-one",
    Deviation.LOOP_STARTS_EARLY: "range-starts-at-one index-starts-at-one",
    Deviation.LOOP_ENDLESS: "while-moves-on-by-itself while-checks-all-the-time",
    Deviation.LOOP_OTHER_ITEMS: "range-starts-at-one range-includes-end loop-variable-is-index loop-takes-snapshot",
    Deviation.BRANCH_TAKEN: "or-distributes and-or-mixed edge-counts edge-does-not-count membership turned-round "
    "ifs-exclude-each-other order-of-tests-does-not-matter",
    Deviation.BRANCH_MISSED: "and-or-mixed or-distributes edge-does-not-count edge-counts membership turned-round "
    "order-of-tests-does-not-matter ifs-exclude-each-other",
    Deviation.TOO_STRICT: "edge-does-not-count edge-counts order-of-tests-does-not-matter ifs-exclude-each-other",
    Deviation.TOO_LOOSE: "edge-counts edge-does-not-count order-of-tests-does-not-matter ifs-exclude-each-other",
    Deviation.LEAVES_EARLY: "return-does-not-leave else-belongs-to-loop",
    Deviation.GOES_ON: "flag-remembers else-belongs-to-loop every-path-returns",
    Deviation.RUNS_NEVER: "code-after-return-runs every-path-returns definition-runs",
    Deviation.RUNS_NEEDLESSLY: "ifs-exclude-each-other else-belongs-to-loop parameter-needs-value",
    Deviation.RUNS_TOO_OFTEN: "start-value-runs-once-inside-loop flag-remembers ifs-exclude-each-other",
    Deviation.RUNS_TOO_SELDOM: "start-value-runs-once-inside-loop while-moves-on-by-itself",
    Deviation.RUNS_TOO_EARLY: "variables-follow code-after-return-runs",
    Deviation.RUNS_TOO_LATE: "variables-follow code-after-return-runs",
    Deviation.CRASHES: "length-is-last-index missing-key-is-zero text-and-number-join number-can-be-visited",
    Deviation.REPLACED: "plain-assignment-accumulates flag-remembers",
    Deviation.PILED_UP: "start-value-runs-once-inside-loop plain-assignment-accumulates",
    Deviation.STARTS_HIGH: "any-start-for-best any-start-for-product length-is-last-index",
    Deviation.STARTS_LOW: "any-start-for-product any-start-for-best",
    Deviation.STARTS_OTHER: "any-start-for-best any-start-for-product",
    Deviation.STAYS: "sort-returns strings-change-in-place double-equals-assigns loop-variable-writes-back "
    "variables-follow while-moves-on-by-itself",
    Deviation.TOO_HIGH: "floor-division-is-division division-gives-whole caret-is-power",
    Deviation.TOO_LOW: "floor-division-is-division division-gives-whole caret-is-power",
    Deviation.TOO_SHORT: "slice-includes-end for-visits-all-pairs-of-neighbours filter append-extends",
    Deviation.TOO_LONG: "slice-includes-end filter append-extends",
    Deviation.OTHER_KIND: "append-returns sort-returns input-is-number division-gives-whole append-extends "
    "text-and-number-join every-path-returns",
    Deviation.OTHER_ORDER: "sort-returns order-by-key counting-backwards growing-text",
    Deviation.OTHER_VALUE: "slice-includes-end",
    Deviation.ANOTHER_NAME: "loop-variable-is-index",
    Deviation.ANOTHER_TARGET: "while-moves-on-by-itself",
    Deviation.SHARED: "copy-is-deep times-copies-rows assignment-copies parameters-are-copies",
    Deviation.RETURNS_NOTHING: "print-returns every-path-returns returns-last-value inner-result-returns-by-itself",
    Deviation.SWAPPED: "arguments-match-by-name",
    Deviation.ARGUMENT: "arguments-match-by-name inner-result-returns-by-itself",
    Deviation.RECURSION_STUCK: "recursion-stops-by-itself",
    Deviation.RECURSION_ENDLESS: "recursion-stops-by-itself",
    Deviation.RECURSION_ENDS_EARLY: "recursion-stops-by-itself recursive-call-returns-by-itself",
    Deviation.UNREADABLE: "",
    Deviation.DECIDES: "and-or-mixed or-distributes membership edge-does-not-count edge-counts turned-round "
    "order-of-tests-does-not-matter ifs-exclude-each-other",
    Deviation.WORKS_OUT: "floor-division-is-division division-gives-whole slice-includes-end",
    Deviation.NAMES: "names-are-matched-by-sense",
    Deviation.CALLS: "call-without-parentheses arguments-match-by-name strings-change-in-place",
    Deviation.PRINTS: "print-returns text-and-number-join",
    Deviation.LACKS: "every-path-returns flag-remembers while-moves-on-by-itself",
}
# What cannot be read, by the kind of what is missing there.
_OF_KINDS: Mapping[str, str] = {
    **dict.fromkeys(
        ("braces", "clause", "colon", "indent-extra", "indent-missing", "indent-mixed", "indent-uneven"), "block"
    ),
    **dict.fromkeys(("bracket-open", "bracket-pair", "too-deep"), "brackets-in-pairs"),
    **dict.fromkeys(("quote-mark", "quote-open"), "quotes-in-pairs"),
    "loop-head": "number-can-be-visited",
    "no-name": "definition-runs",
    "parameters": "definition-runs",
}
_SIGNS = {
    "any-start-for-best": r"= *(-?\d|float|math|\w+\[)",
    "any-start-for-product": r"= *\d",
    "and-or-mixed": r"\b(and|or)\b",
    "append-extends": r"append|extend",
    "append-returns": r"append",
    "caret-is-power": r"\^",
    "copy-is-deep": r"copy",
    "division-gives-whole": r"/",
    "equals-sign-compares": r"\b(if|elif|while)\b.*=",
    "floor-division-is-division": r"//",
    "for-visits-all-pairs-of-neighbours": r"\bfor\b.*len\(.*- *1",
    "index-starts-at-one": r"\[",
    "input-is-number": r"input\(",
    "length-is-last-index": r"\[|len\(",
    "loop-variable-is-index": r"\[|\bfor\b",
    "loop-variable-writes-back": r"^\s+\w+ *=(?!=)",
    "missing-key-is-zero": r"\[",
    "number-can-be-visited": r"\bfor\b",
    "or-distributes": r"\bor\b",
    "print-returns": r"print",
    "range-includes-end": r"range\(",
    "range-starts-at-one": r"range\(",
    "return-does-not-leave": r"^(?: {8}|\t\t)\s*(?:return|break)\b|\breturn\b[\s\S]*\breturn\b",
    "slice-includes-end": r"\[.*:",
    "sort-returns": r"sort",
    "strings-change-in-place": r"\.\w+\(",
    "text-and-number-join": r"\+",
    "times-copies-rows": r"\*",
    "while-checks-all-the-time": r"\bwhile\b",
    "definition-runs": r"\bdef\b",
    "double-equals-assigns": r"==",
}
# What a line is about, where nothing else is known: the first sign that it has. Plans stand between these two.
_OF_LINES = (
    (r"\bwhile\b", "while-checks-all-the-time"),
    (r"^\s*for\b.*range\(", "range-includes-end"),
    (r"^\s*for\b", "loop-variable-is-index"),
    (r"\b(if|elif)\b.*\b(and|or)\b", "and-or-mixed"),
    (r"\*\*", "caret-is-power"),
    (r"\*=|\b(\w+) *= *\1 *\*", "any-start-for-product"),
)
_OF_OTHER_LINES = (
    (r"\b(if|elif)\b", "order-of-tests-does-not-matter"),
    (r"\.append\(", "append-extends"),
    (r"\[.*:.*\]", "slice-includes-end"),
    (r"\breturn\b", "every-path-returns"),
    (r"\bprint\b", "print-returns"),
    (r"\bdef\b", "parameter-needs-value"),
    (r"\bclass\b|\bself\b", "attribute-without-self"),
    (r"\[", "index-starts-at-one"),
    (r"", "variables-follow"),
)


def of_direction(facts: Facts) -> tuple[str, ...]:
    """The ideas about what is off, as far as the line in question is one that they are about."""
    direction = facts.direction
    if direction is None:
        return ()
    text = " ".join(facts.line(number) for number in range(direction.line, direction.end_line + 1))
    found = _OF_DEVIATIONS.get(direction.deviation, "").split()
    return tuple(each for each in found if is_about(each, text))


def of_endlessness(facts: Facts) -> tuple[str, ...]:
    """The ideas about what did not come nearer to its end, if a run was stopped in a ``while`` loop."""
    line = facts.focus.stop.line if facts.focus and facts.focus.stop and is_endless(facts.focus) else None
    if line is None:
        return ()
    loops = any(each.kind == "while" and each.holds(line) for each in facts.shape.blocks)
    return tuple(_OF_DEVIATIONS[Deviation.LOOP_ENDLESS].split()) if loops else ()


def is_about(idea: str, text: str) -> bool:
    """Whether a text has the sign of an idea; many have none, and are about any."""
    sign = plans.by_id(idea).sign if idea in plans.PLANS else re.compile(_SIGNS.get(idea, ""), re.MULTILINE)
    return sign.search(text) is not None


def of_lines(facts: Facts) -> Iterator[str]:
    """What the most suspect lines are about, line by line, the nearest first."""
    for place in facts.syntax:
        yield from _OF_KINDS.get(place.kind, "").split()
    places = [place.line for place in facts.syntax] + [suspect.line for suspect in facts.suspects[:3]]
    for line in places or [1]:
        yield from _of_line(facts.line(line))


def _of_line(text: str) -> Iterator[str]:
    yield from (idea for sign, idea in _OF_LINES if re.search(sign, text))
    yield from (idea for idea in plans.PLANS if is_about(idea, text))
    yield from (idea for sign, idea in _OF_OTHER_LINES if re.search(sign, text))


def says(idea: str) -> str:
    """Tell how Python does what an idea is about, in one or two sentences."""
    return plans.by_id(idea).says if idea in plans.PLANS else misconceptions.by_id(idea).python


def example(idea: str) -> WorkedExample:
    """Give the worked example of an idea."""
    return (plans.by_id(idea) if idea in plans.PLANS else misconceptions.by_id(idea)).analogue
