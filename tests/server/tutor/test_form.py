"""What every turn keeps to, on every example, whatever is answered."""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterator

import pytest
import textstat  # type: ignore[import-not-found, import-untyped, unused-ignore] # it has no types
from babel.messages.pofile import read_po

from gadfly_server.tutor.dialogue import observe
from gadfly_server.tutor.facts import Facts
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.notice import headline
from gadfly_server.tutor.planner import plan
from gadfly_server.tutor.turns import Dialogue
from gadfly_server.tutor.words import spoken_length
from gadfly_server.wording import CATALOGUES, LANGUAGES, speaking
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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", examples.NAMES)
def test_turns_are_short_and_one_question_each(name: str, language: str) -> None:
    with speaking(language):
        assert spoken_length(headline(facts_of(name))) <= 12
        turns = [turn for dialogue in dialogues(name) for turn in tutor_turns(dialogue)]
    for turn in turns:
        assert spoken_length(turn.text) <= (30 if turn.level < 3 else 80), turn.text
        if turn.question and not turn.marked:
            assert turn.text.count("?") == 1, turn.text
            assert len(re.findall(r"\w+|[\[({'\"]", turn.text)) >= 5, turn.text  # as they are read aloud


@pytest.mark.parametrize(("language", "most"), [("en", 6.0), ("de", 8.0)])
def test_almost_every_turn_is_easy_to_read(language: str, most: float) -> None:
    with speaking(language):
        said = [turn.text for name in examples.NAMES for talk in dialogues(name) for turn in tutor_turns(talk)]
    assert share_within(most, said, language) >= 0.95


def test_almost_every_message_is_easy_to_read() -> None:
    with (CATALOGUES / "gadfly.pot").open("rb") as file:
        messages = [str(text) for each in read_po(file) for text in (each.id if each.pluralizable else [each.id])]
    assert share_within(6.0, [text for text in messages if text], "en") >= 0.95


def share_within(most: float, texts: list[str], language: str) -> float:
    """How many of some texts are of a school year up to ``most``, for each appearance.

    Flesch and Kincaid's grade is the usual one for English and is made for any length of text; for German the first
    Wiener Sachtextformel is made likewise, from sentences and long words. Program text counts as one short word.
    """
    textstat.set_lang({"en": "en_US"}.get(language, language))
    plain = [re.sub(r"`+[^`]*`+|\{\w+\}", "x", text) for text in texts]
    english = language == "en"
    grades = [textstat.flesch_kincaid_grade(t) if english else textstat.wiener_sachtextformel(t, 1) for t in plain]
    within: int = sum(grade <= most for grade in grades)
    return within / len(grades)


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
