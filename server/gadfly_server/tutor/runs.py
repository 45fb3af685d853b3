"""What a new run says about the student's idea: an edit and a save are an answer, too."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from gadfly_analyzers.lines import lines_in
from gadfly_server.tutor.notice import headline, message
from gadfly_server.tutor.questions import syntax
from gadfly_server.tutor.replies import settled
from gadfly_server.tutor.words import code
from gadfly_server.wording import say, say_count, vary

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_server.tutor.facts import Facts
    from gadfly_server.tutor.turns import Answered, Seen


HURRIED = "hurried "  # is said in ``Seen`` of a test that had not all its time, so that it may agree after all


def report(before: Seen, now: Seen, facts: Facts, answered: Sequence[Answered], number: int) -> tuple[str, str]:
    """Kind and text of the turn that tells what the new run showed; ``number`` counts such turns."""
    if now.state == "problem":
        return "problem", message(facts) or headline(facts)
    if now.state == "syntax":
        return "run", say("Python cannot read the program as it stands now. Let us look at that first.")
    if now.state == "passing":
        return "passed", settled(facts, insight(before, facts, answered))
    return "run", _disagreement(before, now, facts, number)


def _disagreement(before: Seen, now: Seen, facts: Facts, number: int) -> str:
    """How many tests disagree, beside how many it was."""
    failing = len(facts.failing)
    if facts.hurried or facts.unrun:
        return _at_least(failing - len(facts.hurried), len(facts.hurried))
    if before.state != "failing":
        return _after(before.state, failing)
    if any(shown.startswith(HURRIED) for _, shown in before.failing):
        return say_count("Now 1 test disagrees.", "Now {number} tests disagree.", failing)
    return _compared(before, now, facts, number)


def _at_least(known: int, hurried: int) -> str:
    """How many tests disagree, where others had not all their time."""
    if not known:
        return say_count("Now 1 test did not end in time.", "Now {number} tests did not end in time.", hurried)
    return say_count("Now at least 1 test disagrees.", "Now at least {number} tests disagree.", known)


def _after(state: str, failing: int) -> str:
    """That tests disagree, after they agreed or could not run."""
    if state == "problem":
        return say_count(
            "The tests run now, and 1 of them disagrees.", "The tests run now, and {number} of them disagree.", failing
        )
    if state == "syntax":
        return say_count(
            "The program runs now, and 1 test disagrees with it.",
            "The program runs now, and {number} tests disagree with it.",
            failing,
        )
    return say_count(
        "They agreed before. Now 1 test disagrees.", "They agreed before. Now {number} tests disagree.", failing
    )


def insight(before: Seen, facts: Facts, answered: Sequence[Answered]) -> str:
    """The understanding that settled it: that of the closest question about a place that the student changed.

    How a line can be read settles nothing once Python reads it.
    """
    read = before.state != "syntax"
    changed = changed_lines(before.text, facts.text)
    understood = [a for a in answered if a.insight and a.verdict != "unclear" and not (read and _is_of_reading(a))]
    near = [a for a in understood if any(a.line <= n <= a.end_line for n in changed)]
    closest = sorted(near, key=lambda a: (a.level < 2, a.end_line - a.line))
    return closest[0].insight if closest else ""


def _is_of_reading(answered: Answered) -> bool:
    """Whether a question was about how Python reads a line."""
    return answered.id.startswith(f"{syntax.KIND}:")


def _compared(before: Seen, now: Seen, facts: Facts, number: int) -> str:
    old, new = dict(before.failing), dict(now.failing)
    if new.keys() < old.keys():
        return say_count(
            "That made a difference: of {before} tests that disagreed, only 1 still does.",
            "That made a difference: of {before} tests that disagreed, {number} still do.",
            len(new),
            before=len(old),
        )
    if new.keys() == old.keys():
        return _same_tests(old, new, facts, number)
    fresh = code(next(test.name for test in facts.failing if test.id not in old))
    if old.keys() <= new.keys():
        return say(
            "Now {now} tests disagree. Before, it was {before}. {test} is new.",
            now=len(new),
            before=len(old),
            test=fresh,
        )
    return say("Other tests disagree now. {test} is new.", test=fresh)


def _same_tests(old: dict[str, str], new: dict[str, str], facts: Facts, number: int) -> str:
    focus = facts.focus
    if focus and old.get(focus.id) != new.get(focus.id) and focus.comparison and len(focus.comparison.actual.text) < 60:
        return say_count(
            "The same test disagrees, but the value changed: it is {value} now.",
            "The same {number} tests disagree, but the value changed: it is {value} now.",
            len(new),
            value=code(focus.comparison.actual.text),
        )
    return vary(
        number,
        say_count(
            "The same test disagrees as before. That tells us something, too.",
            "The same {number} tests disagree as before. That tells us something, too.",
            len(new),
        ),
        say("What the tests say did not change. So that was not it, or not all of it."),
        say("Nothing changed in the tests. It was still worth a try."),
    )


def changed_lines(before: str, now: str) -> set[int]:
    """The 1-based lines of the earlier text that are no longer there, and those beside new ones."""
    old, new = lines_in(before), lines_in(now)
    lines: set[int] = set()
    for tag, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            lines.update(range(first + 1, max(last, first + 1) + 1))
    return lines
