"""Where the test in focus has nothing left to ask about, another failing test goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.verdict import Verdict
from gadfly_analyzers.localize.suspects import Suspect
from gadfly_analyzers.source import Source
from gadfly_server import vetting
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.planner import candidates, facts_about
from gadfly_server.wording import speaking
from helpers.dialogues import play, right
from helpers.recorded import facts_from

LONGEST = """\
def longest(words):
    best = words[0]
    for word in words[1:]:
        if len(word) < len(best):
            best = word
    return best
"""
SMALL = "def test_small():\n    assert longest(['a']) == 'b'\n"
TALL = "def test_tall():\n    assert longest(['ab', 'abc']) == 'abc'\n"
SUSPECT = (Suspect(4, 4, 0.9, ("it decides",)),)


def both() -> tuple:  # type: ignore[type-arg] # of facts
    aside = facts_from(LONGEST, TALL, suspects=SUSPECT)
    return replace(facts_from(LONGEST, SMALL, suspects=SUSPECT), aside=aside), aside


def test_the_other_test_is_asked_about_from_its_goal_on() -> None:
    facts, _ = both()
    asked = [turn.text for turn in play(facts, right).turns if turn.question and not turn.marked]
    goal = asked.index("What should `longest(['ab', 'abc'])` give?")
    assert asked[0] == "What should `longest(['a'])` give?"
    assert not any("'abc'" in text for text in asked[:goal])
    assert any("'abc'" in text for text in asked[goal + 1 :])


def test_no_question_about_the_other_test_reads_like_one_about_the_first() -> None:
    program = """\
def passed(marks, least):
    for mark in marks:
        if mark < least:
            return True
    return False
"""
    tests = [f"def test_{n}():\n    assert passed([10, 20, {n}, 40, 50], 15) == False\n" for n in (30, 35)]
    first, other = (facts_from(program, test, suspects=(Suspect(5, 5, 0.9, ("it decides",)),)) for test in tests)
    facts = replace(first, aside=other)
    asked = [(turn.text, turn.points_at) for turn in play(facts, right).turns if turn.question and not turn.marked]
    assert [text for text, _ in asked].count("Does line 5 run in this call?") == 1
    assert len(asked) == len(set(asked))


def test_replies_speak_of_the_test_that_the_question_was_about() -> None:
    facts, aside = both()
    dialogue = begin(facts)
    while dialogue.question and "'abc'" not in dialogue.question.text:
        dialogue = answer(dialogue, facts, right(dialogue.question))
    assert dialogue.question is not None
    assert facts_about(dialogue.question, facts) is aside
    before = len(dialogue.turns)
    dialogue = answer(dialogue, facts, "'ab'")
    assert dialogue.turns[before + 1].text.startswith(
        "You said `'ab'`. The test wants `'abc'`. Your program gives `'ab'`"
    )


async def test_a_question_about_the_other_test_is_judged_by_its_english() -> None:
    facts, _ = both()
    with speaking("de"):
        dialogue = begin(facts)
        while dialogue.question and "'abc'" not in dialogue.question.text:
            dialogue = answer(dialogue, facts, right(dialogue.question))
        checker = Noting()
        await vetting.step(dialogue, facts, checker, lambda now, left: answer(now, left, "weil sie sich dreht"))
    assert any("What should `longest(['ab', 'abc'])` give?" in text for text in checker.read)


class Noting(Checker):
    """Notes what it is given, and takes nothing for a leak."""

    def __init__(self) -> None:
        super().__init__(Source.parse(LONGEST), None)
        self.read: list[str] = []

    async def verdict(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict:
        self.read.append(text)
        return Verdict(level, ())


def test_a_hint_after_a_question_about_the_other_test_names_the_one_it_is_about() -> None:
    facts, aside = both()
    dialogue = begin(facts)
    ids = {question.id for question in candidates(aside)} - {question.id for question in candidates(facts)}
    while dialogue.question and dialogue.question.id not in ids:
        dialogue = answer(dialogue, facts, right(dialogue.question))
    assert dialogue.question is not None
    of_the_other = answer(answer(dialogue, facts, right(dialogue.question)), facts, "more")
    assert of_the_other.turns[-1].kind == "direct"
    assert of_the_other.turns[-1].text.startswith("Back to `test_small`.")
    of_the_first = answer(play(replace(facts, aside=None), right), facts, "more")
    assert not of_the_first.turns[-1].text.startswith("Back to")
