"""What every turn keeps to, on every example, whatever is answered."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

import pytest

from gadfly_server.tutor.dialogue import observe
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.turns import Dialogue
from gadfly_server.tutor.words import spoken_length
from helpers import examples
from helpers.dialogues import play, right, tutor_turns, wrong
from helpers.recorded import facts_from

EDIT_VERBS = re.compile(
    r"\b(change|replace|modify|edit|add|remove|delete|move|insert|rename|swap|fix|correct|adjust|update|rewrite|put"
    r"|instead of|should be|need to|has to|must|missing|too early|too late)\b",
    re.IGNORECASE,
)

BRACKETS = frozenset("()[]{},:")


def facts_of(name: str) -> Facts:
    return facts_from(examples.program(name), examples.tests(name))


def dialogues(name: str) -> Iterator[Dialogue]:
    facts = facts_of(name)
    fixed = facts_from(examples.repaired(name), examples.tests(name))
    for answering in (right, wrong, lambda _: "?", lambda _: "so so"):
        dialogue = play(facts, answering)
        yield observe(dialogue, fixed)


@pytest.mark.parametrize("name", examples.NAMES)
def test_turns_are_short_and_one_question_each(name: str) -> None:
    assert spoken_length(headline(facts_of(name))) <= 12
    for dialogue in dialogues(name):
        for turn in tutor_turns(dialogue):
            assert spoken_length(turn.text) <= (30 if turn.level < 3 else 80), turn.text
            if turn.question and not turn.marked:
                assert turn.text.count("?") == 1, turn.text


@pytest.mark.parametrize("name", examples.NAMES)
def test_no_turn_tells_to_edit(name: str) -> None:
    for dialogue in dialogues(name):
        for turn in tutor_turns(dialogue):
            prose = re.sub(r"`[^`]*`", "", turn.text)
            assert not EDIT_VERBS.search(prose), turn.text


@pytest.mark.parametrize("name", examples.NAMES)
def test_no_turn_brings_what_only_the_repaired_program_has(name: str) -> None:
    fresh = tokens(examples.repaired(name)) - tokens(examples.program(name))
    for dialogue in dialogues(name):
        for turn in tutor_turns(dialogue):
            said = {word for piece in turn.text.split("`")[1::2] for word in tokens(piece)}
            assert not fresh & said, turn.text


@pytest.mark.parametrize("name", examples.NAMES)
def test_every_question_has_one_right_answer_among_its_choices(name: str) -> None:
    for question in plan(facts_of(name)):
        assert mark(question, right(question)).verdict == "right", question
        assert right(question) in question.choices or question.oracle.answer in question.choices, question
        assert 2 <= len(question.choices) <= 4, question
        verdicts = [mark(question, choice).verdict for choice in question.choices]
        assert verdicts.count("right") == 1, question
        assert "unclear" not in verdicts, question
        assert question.points_at is None or question.level > 1


@pytest.mark.parametrize("name", examples.NAMES)
def test_levels_only_grow_more_exact_with_evidence(name: str) -> None:
    for dialogue in dialogues(name):
        answered = 0
        for turn in dialogue.turns:
            if turn.speaker == "student":
                answered += 1
            elif turn.kind not in ("syntax", "passed", "closing", "problem"):
                assert turn.level <= 1 or answered, turn
                if turn.level == 3 and turn.kind == "contradict":
                    assert turn.marked == "wrong"


def tokens(text: str) -> set[str]:
    """Names, keywords and operators of a piece of program; values and layout do not count."""
    found = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.NAME, tokenize.OP) and token.string not in BRACKETS:
                found.add(token.string)
    except (tokenize.TokenError, SyntaxError):
        return found
    return found
