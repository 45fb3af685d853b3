"""What gives too much away is not said: the tutor is asked again, until nothing in what it says does."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from gadfly_analyzers.examine import Examination
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.verdict import Kind, Reason, Verdict
from gadfly_analyzers.source import Source
from gadfly_server import vetting
from gadfly_server.sessions import Session
from gadfly_server.tutor import planner
from gadfly_server.tutor.barred import barring, fresh, sayable
from gadfly_server.tutor.dialogue import answer, begin, observe
from gadfly_server.tutor.facts import Facts, facts_of
from gadfly_server.tutor.turns import Dialogue, tell
from gadfly_server.wording import ENGLISH, speaking, spoken
from helpers.dialogues import wrong
from helpers.seen import session_about

pytestmark = pytest.mark.asyncio(loop_scope="module")

PROGRAM = """\
def size(n):
    if n > 5:
        return "big"
    return "small"
"""
TESTS = """\
def test_big():
    assert size(9) == "big"

def test_rather_big():
    assert size(4) == "big"

def test_small():
    assert size(3) == "small"
"""
REMINDER = "A reminder: if `n` is 3, then `n > 3` is `False`."  # here it would be the repair


@pytest.fixture(scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as running:
        yield running


@pytest.fixture(scope="module")
async def session(runner: Runner, tmp_path_factory: pytest.TempPathFactory) -> Session:
    return await session_about(runner, tmp_path_factory.mktemp("size"), PROGRAM, TESTS)


@pytest.fixture
def seen(session: Session) -> Examination:
    assert session.examination is not None
    return session.examination


@pytest.fixture
def checker(seen: Examination) -> Checker:
    assert seen.checker is not None
    return seen.checker


@pytest.fixture
def facts(seen: Examination) -> Facts:
    return facts_of(seen)


async def test_a_question_of_which_anything_is_barred_is_not_asked(facts: Facts) -> None:
    first = planner.plan(facts)[0]
    for text in (first.text, first.oracle.evidence, first.choices[0]):
        left = planner.plan(barring(facts, [text]))
        assert first not in left
        assert left
    asked = begin(barring(facts, [first.text])).question
    assert asked is not None
    assert asked.id != first.id


async def test_of_a_text_that_is_barred_as_much_is_said_as_may_be(facts: Facts) -> None:
    text = "You said Yes. In the run it was not taken, as `a. B` shows. Look!"
    assert sayable(facts, text) == text
    shorter = "You said Yes. In the run it was not taken, as `a. B` shows."
    assert sayable(barring(facts, [text]), text) == shorter
    assert sayable(barring(facts, [text, shorter]), text) == "You said Yes."
    assert sayable(barring(facts, [text, shorter, "You said Yes."]), text) == "Let us look at what happens."


async def test_what_is_barred_makes_no_other_facts_of_what_was_seen(facts: Facts) -> None:
    worked_out = planner.candidates(facts)
    fewer = barring(facts, ["anything"])
    assert fewer != facts
    assert replace(fewer, barred=frozenset()) == facts
    assert planner.candidates(fewer)[0] is worked_out[0]


async def test_a_reminder_that_would_be_the_repair_is_left_out(session: Session, facts: Facts) -> None:
    session.dialogue = replace(session.dialogue, wrong=1)  # of two wrong answers in a row, the second brings it
    without_check, dialogue = replace(begin(facts), wrong=1), session.dialogue
    said = []
    while without_check.question is not None:
        without_check = answer(without_check, facts, wrong(without_check.question))
    while dialogue.question is not None:
        dialogue = await session.answer(wrong(dialogue.question), dialogue.question.id)
        said = [turn.text for turn in dialogue.turns]
    assert any(REMINDER in turn.text for turn in without_check.turns)
    assert not any("n > 3" in text for text in said)
    shortened = [turn for turn in without_check.turns if REMINDER in turn.text]
    assert shortened[0].text.removesuffix(f" {REMINDER}") in said


async def test_a_tutor_that_always_leaks_comes_to_an_end(facts: Facts, checker: Checker) -> None:
    dialogue, left = await vetting.step(Dialogue(), facts, checker, lambda *_: tell(Dialogue(), 1, "x", "Use `n > 3`."))
    assert [turn.text for turn in dialogue.turns] == ["Let us look at what happens."]
    assert left.barred == {"Use `n > 3`."}


async def test_what_the_student_said_may_be_said(facts: Facts, checker: Checker) -> None:
    text = "What does `n > 3` do?"
    answered = await vetting.step(Dialogue(), facts, checker, lambda *_: tell(Dialogue(), 2, "x", text))
    assert answered[0].turns[0].text != text
    heard = answer(begin(facts), facts, "should it be `n > 3`?")
    answered = await vetting.step(heard, facts, checker, lambda *_: tell(heard, 2, "x", text))
    assert answered[0].turns[-1].text == text


async def test_before_repairs_are_known_only_the_goal_is_asked_for(facts: Facts, seen: Examination) -> None:
    unknowing = Checker(seen.source, seen.run)
    start = begin(facts)
    assert start.question is not None
    assert start.question.level == 1
    assert vetting.passes(Dialogue(), start, unknowing)
    further = answer(start, facts, "?")
    assert not vetting.passes(start, further, unknowing)
    assert vetting.passes(start, further, seen.checker)
    assert not vetting.passes(Dialogue(), tell(Dialogue(), 1, "x", "Fix the `if`."), unknowing)


async def test_the_first_question_is_there_before_repairs_are(runner: Runner, tmp_path: Path) -> None:
    session = Session(tmp_path / "work.py", runner)
    (tmp_path / "work.py").write_text(PROGRAM, "utf-8")
    (tmp_path / "test_work.py").write_text(f"from work import *\n\n\n{TESTS}", "utf-8")
    known = []
    session.listen(lambda now: known.append((now.dialogue, now.examination and now.examination.checker)))
    await session.refresh(Source.parse(PROGRAM))
    asked = [(dialogue, checker) for dialogue, checker in known if dialogue.question and checker]
    (early, first), (late, last) = asked[0], asked[-1]
    assert early is late
    assert (first.knows_repairs, last.knows_repairs) == (False, True)


@pytest.mark.parametrize(("in_german", "in_english"), [("weiß nicht", "I don't know"), ("mehr", "more")])
async def test_what_leaks_in_english_is_not_said_in_german_either(
    facts: Facts, in_german: str, in_english: str
) -> None:
    """What the check reads is the English reply to the same answer, though the answer is German."""
    english = said_by(begin(facts), answer(begin(facts), facts, in_english))
    with speaking("de"):
        before = begin(facts)
        german = said_by(before, answer(before, facts, in_german))
        for secret, translated in zip(english, german, strict=True):
            after, _ = await vetting.step(
                before, facts, Leaking(secret), lambda now, left: answer(now, left, in_german)
            )
            assert translated not in said_by(before, after)


async def test_german_is_not_read_as_if_it_were_english(facts: Facts) -> None:
    """To the check, a German question that begins with a verb looks like an English call for an edit."""
    german = "Endet `average([2, 4])` von selbst?"
    with speaking("de"):
        after, left = await vetting.step(
            Dialogue(), facts, Leaking(german), lambda _, now: tell(Dialogue(), 1, "x", sayable(now, in_both(german)))
        )
    assert [turn.text for turn in after.turns] == [german]
    assert not left.barred


def in_both(german: str) -> str:
    return german if spoken() == "de" else "Does `average([2, 4])` come to an end by itself?"


async def test_what_has_no_counterpart_in_english_is_not_said(facts: Facts) -> None:
    def more_in_german(_: Dialogue, left: Facts) -> Dialogue:
        first = tell(Dialogue(), 1, "x", sayable(left, "Hello."))
        return first if spoken() == ENGLISH else tell(first, 1, "y", sayable(left, "Nimm `n > 3`."))

    with speaking("de"):
        after, left = await vetting.step(Dialogue(), facts, Leaking(), more_in_german)
    assert [turn.text for turn in after.turns] == ["Hello.", "Sehen wir uns an, was geschieht."]
    assert "Hello." not in left.barred


def said_by(before: Dialogue, after: Dialogue) -> list[str]:
    return [turn.text for turn in fresh(before, after)]


class Leaking(Checker):
    """Takes given texts for leaks, and no other."""

    def __init__(self, *secrets: str) -> None:
        super().__init__(Source.parse(PROGRAM), None)
        self.secrets = secrets

    async def verdict(self, text: str, level: int, heard: Sequence[str] = ()) -> Verdict:
        return Verdict(level, (Reason(Kind.EDIT, text),) if text in self.secrets else ())


async def test_words_before_a_question_are_left_out_where_they_leak_and_the_question_stays(facts: Facts) -> None:
    before = answer(begin(facts), facts, "?")
    assert before.question is not None
    tried = facts.with_(text=facts.text + "tried = 1\n")
    again = observe(before, tried)
    assert again.turns[-1].text == f"Still open: {before.question.text}"
    after, _ = await vetting.step(before, tried, Leaking(again.turns[-1].text), observe)
    assert after.turns[-1].text == before.question.text
