"""What a new run says about the student's idea: an edit and a save are an answer, too."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from gadfly_server.tutor.notice import headline, message
from gadfly_server.tutor.replies import disagreeing, settled
from gadfly_server.tutor.words import code, count_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gadfly_server.tutor.dialogue import Answered, Seen
    from gadfly_server.tutor.facts import Facts


def report(before: Seen, now: Seen, facts: Facts, answered: Sequence[Answered]) -> tuple[str, str]:
    """Kind and text of the turn that tells what the new run showed."""
    if now.state == "problem":
        return "problem", message(facts) or headline(facts)
    if now.state == "syntax":
        return "run", "Python cannot read the program as it stands now. Let us look at that first."
    if now.state == "passing":
        return "passed", settled(facts, insight(before, facts, answered))
    if before.state in ("syntax", "problem"):
        return "run", f"The program runs now, and {disagreeing(len(facts.failing))} with it."
    if before.state == "passing":
        return "run", f"They agreed before. Now {disagreeing(len(facts.failing))}."
    return "run", _compared(before, now, facts)


def insight(before: Seen, facts: Facts, answered: Sequence[Answered]) -> str:
    """The understanding that settled it: the last question about a place that the student changed, else the last."""
    own = [a for a in answered if a.insight and a.level >= 2] or [a for a in answered if a.insight]
    changed = _changed_lines(before.text, facts.text)
    near = [a for a in own if any(a.line <= n <= a.end_line for n in changed)]
    closest = sorted(near, key=lambda a: a.end_line - a.line)
    return closest[0].insight if closest else own[-1].insight if own else ""


def _compared(before: Seen, now: Seen, facts: Facts) -> str:
    old, new = dict(before.failing), dict(now.failing)
    if new.keys() < old.keys():
        return f"That did something: {count_of(len(old), 'test')} disagreed before, now it is {len(new)}."
    if new.keys() == old.keys():
        return _same_tests(old, new, facts)
    fresh = [test.name for test in facts.failing if test.id not in old]
    if old.keys() <= new.keys():
        return f"Now {disagreeing(len(new))}. Before, it was {len(old)}: {code(fresh[0])} is new."
    return f"Other tests disagree now: {code(fresh[0])} is new."


def _same_tests(old: dict[str, str], new: dict[str, str], facts: Facts) -> str:
    same = "The same test disagrees" if len(new) == 1 else f"The same {len(new)} tests disagree"
    focus = facts.focus
    if focus and old.get(focus.id) != new.get(focus.id) and focus.comparison and len(focus.comparison.actual.text) < 60:
        return f"{same}, but the value changed: it is {code(focus.comparison.actual.text)} now."
    return f"{same} as before. That tells us something, too."


def _changed_lines(before: str, now: str) -> set[int]:
    """The 1-based lines of the earlier text that are no longer there, and those beside new ones."""
    old, new = before.splitlines(), now.splitlines()
    lines: set[int] = set()
    for tag, first, last, _, _ in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            lines.update(range(first + 1, max(last, first + 1) + 1))
    return lines
