"""The student's hypotheses: a name, a place, an expected value, and what each run said of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from gadfly_analyzers.trace.line_map import LineMap, line_map
from gadfly_server.tutor import supposing
from gadfly_server.tutor.experiment import NO_RUN, Finding, names_a_value, try_out
from gadfly_server.tutor.supposing import AFTER, BEFORE, LAST, Supposed
from gadfly_server.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Dialogue

MOST = 30
MOST_RUNS = 5  # of which a hypothesis remembers what they said
MOST_TIMES = 20_000
LONGEST = 200  # characters of a name or a value
GONE = "gone"  # the verdict on a hypothesis whose line is no longer there
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run said, counted from 1, and the line on which the hypothesis's statement stood in it."""

    run: int
    line: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What is supposed, of the newest run's program text, and what the last runs said of it, the newest at the end.

    ``passes`` tells that times are passes of a loop; the line is 0 once its statement is gone.
    """

    number: int
    supposed: Supposed
    passes: bool
    outcomes: tuple[Outcome, ...]

    @property
    def line(self) -> int:
        """Where its statement stands, or stood last."""
        return self.supposed.line or max((outcome.line for outcome in self.outcomes), default=0)


class Unclear(ValueError):  # noqa: N818 - it is what the student wrote that is unclear, not an error of ours
    """Words that are no hypothesis; the message tells the student how to write one."""


def suppose(dialogue: Dialogue, facts: Facts, idea: Supposed | str) -> Dialogue:
    """Write a hypothesis down and check it; raises ``Unclear`` for what cannot be one.

    One that is there already is not written down twice.
    """
    supposed = _usable(idea, facts)
    known = dialogue.hypotheses
    if any(each.supposed == supposed for each in known):
        return dialogue
    run = max((outcome.run for each in known for outcome in each.outcomes), default=1)
    number = max((each.number for each in known), default=0) + 1
    outcome = Outcome(run, supposed.line, try_out(supposed, facts))
    new = Hypothesis(number, supposed, _is_loop(supposed.line, facts), (outcome,))
    return replace(dialogue, hypotheses=(*known, new)[-MOST:])


def forget(dialogue: Dialogue, number: int) -> Dialogue:
    """Strike a hypothesis out."""
    kept = tuple(each for each in dialogue.hypotheses if each.number != number)
    return replace(dialogue, hypotheses=kept) if kept != dialogue.hypotheses else dialogue


def judge(dialogue: Dialogue, facts: Facts, *, before: str | None) -> Dialogue:
    """Check all hypotheses again; ``before`` is the program text of the run before, ``None`` for the same run."""
    if not dialogue.hypotheses:
        return dialogue
    lines = None if before is None else line_map(before, facts.text)
    judged = tuple(_judged(each, facts, lines) for each in dialogue.hypotheses)
    return replace(dialogue, hypotheses=judged) if judged != dialogue.hypotheses else dialogue


def from_json(kept: Iterable[dict[str, Any]]) -> tuple[Hypothesis, ...]:
    """The hypotheses that a dialogue's ``to_json`` gave."""
    return tuple(
        Hypothesis(
            number=each["number"],
            supposed=Supposed(**each["supposed"]),
            passes=each["passes"],
            outcomes=tuple(Outcome(o["run"], o["line"], Finding(**o["finding"])) for o in each["outcomes"]),
        )
        for each in kept
    )


def _judged(hypothesis: Hypothesis, facts: Facts, lines: LineMap | None) -> Hypothesis:
    """Check one again: the same run may have become better known, a new one says something of its own."""
    last, supposed = hypothesis.outcomes[-1], hypothesis.supposed
    if lines is not None:
        supposed = replace(supposed, line=(supposed.line and lines.there(supposed.line)) or 0)
    finding = try_out(supposed, facts) if supposed.line else Finding(GONE)
    outcome = Outcome(last.run + (lines is not None), supposed.line, finding)
    again = lines is None or last.finding.why == finding.why == NO_RUN
    before = hypothesis.outcomes[:-1] if again else hypothesis.outcomes
    passes = _is_loop(supposed.line, facts) if supposed.line else hypothesis.passes
    return replace(hypothesis, supposed=supposed, passes=passes, outcomes=(*before, outcome)[-MOST_RUNS:])


def _usable(idea: Supposed | str, facts: Facts) -> Supposed:
    read = supposing.read(idea) if isinstance(idea, str) else idea
    if read is None:
        raise Unclear(say("Say it with a name, a line and a value, such as: total on line 4 is 3"))
    if len(read.name) > LONGEST or not names_a_value(read.name):
        raise Unclear(say("Which name do you mean? It can be such as total, self.items or rows[0]."))
    if not read.value.strip() or len(read.value) > LONGEST:
        raise Unclear(say("Which value do you expect? A short one is best, such as 3, 'abc' or [1, 2]."))
    if not 1 <= read.line <= len(facts.shape.lines):
        raise Unclear(say("The program has no line {line}.", line=read.line))
    if read.when not in ("", BEFORE, AFTER) or not LAST <= read.time <= MOST_TIMES:
        raise Unclear(say("Which time do you mean? Say first, second, last, or every time."))
    return replace(read, name=read.name.strip(), value=read.value.strip(), when=read.when or _natural(read, facts))


def _natural(supposed: Supposed, facts: Facts) -> str:
    """After a line that sets the name, else before it."""
    sets = facts.shape.lines_that_set(supposed.name, supposed.line, supposed.line)
    return AFTER if sets and not _is_loop(supposed.line, facts) else BEFORE


def _is_loop(line: int, facts: Facts) -> bool:
    return any(block.loops and block.line == line for block in facts.shape.blocks)
