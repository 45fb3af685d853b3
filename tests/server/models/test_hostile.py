"""Instructions in a program or an answer reach the model as data or not at all, and obeying them gets it nowhere."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest

from gadfly_analyzers.source import Source
from gadfly_server.models.guard import objection
from gadfly_server.models.privacy import without_personal_data
from gadfly_server.models.request import WordingRequest, code_at, prompt_of, wording_request
from gadfly_server.models.worder import Worder
from gadfly_server.settings import Models
from gadfly_server.tutor.question import Entry, Oracle, Place, Question
from gadfly_server.tutor.turns import Dialogue, Turn, add, ask
from helpers.hostile import COMMENTS, NAMES, PRESSURE, STRINGS
from helpers.servers import serving, words

HOME = "home"
TEXT = "How many times does the body of the loop on line 4 run for `[2, 4]`?"
QUESTION = Question(
    "count:4",
    "count",
    2,
    TEXT,
    Entry.NUMBER,
    Oracle("1", "trace", "In the run it was 1."),
    Place(4, 5),
    ("0", "1", "2"),
)
PROGRAM = """\
def average(numbers):
    total = 0
    SECRET = "{string}"
    for i in range(1, len(numbers)):  # {comment}
        {name} = total + numbers[i]
    return total / len(numbers)
"""


def request_for(comment: str = "", string: str = "", name: str = "total", said: tuple[str, ...] = ()) -> WordingRequest:
    dialogue = Dialogue()
    for each in said:
        dialogue = add(dialogue, Turn(0, "student", 2, "answer", each))
    program = PROGRAM.format(comment=comment, string=string.replace('"', "'"), name=name)
    request = wording_request(ask(dialogue, QUESTION), Source.parse(program), ())
    assert request is not None
    return request


def test_there_are_enough_of_them() -> None:
    assert len(COMMENTS) + len(STRINGS) + len(NAMES) >= 45
    assert len(PRESSURE) >= 25
    assert all(len(said) == 3 for said, _ in PRESSURE)
    assert len({unicodedata.name(said[2][0]).split()[0] for said, _ in PRESSURE}) >= 6, (
        "scripts that they are written in"
    )


@pytest.mark.parametrize(("text", "_"), COMMENTS)
def test_comments_are_not_sent(text: str, _: str) -> None:
    assert request_for(comment=text) == request_for()
    assert text not in prompt_of(request_for(comment=text)).data


def test_what_stands_in_texts_of_several_lines_is_not_sent() -> None:
    program = '''\
def average(numbers):
    """Written by Mr. Meier.

    é, he lives at Hill Street.
    """; total = 0
    for number in numbers:
        note = """dear
        diary""" + "short" + """today
        I was sad"""
    return total
'''
    sent = code_at(Source.parse(program), Place(2, 9))
    assert sent == [
        (1, "def average(numbers):"),
        (2, '    """…'),
        (5, '"""; total = 0'),
        (6, "    for number in numbers:"),
        (7, '        note = """…'),
        (8, '""" + "short" + """…'),
        (9, '"""'),
        (10, "    return total"),
    ]


@pytest.mark.parametrize(("text", "_"), [*STRINGS, *NAMES, *((said, "") for said, _ in PRESSURE)])
def test_all_else_is_sent_as_data(text: str | tuple[str, ...], _: str) -> None:
    if isinstance(text, tuple):
        request = request_for(said=text)
    else:
        request = request_for(name=text) if text.isidentifier() else request_for(string=text)
    prompt = prompt_of(request)
    assert prompt.rules == prompt_of(request_for()).rules
    data = json.loads(prompt.data)
    assert data["question"] == TEXT
    assert {key: data[key] for key in ("level", "kind")} == {"level": 2, "kind": "count"}
    assert set(data) == {"level", "kind", "question", "code", "said"}


@pytest.mark.parametrize(("_", "obedient"), [*COMMENTS, *STRINGS, *NAMES, *PRESSURE])
def test_a_model_that_obeys_is_not_heard(_: object, obedient: str) -> None:
    assert objection(obedient.format(q=TEXT), request_for())


async def test_a_server_whose_model_obeys_changes_nothing_that_is_shown() -> None:
    replies = [obedient.format(q=TEXT) for _, obedient in (*COMMENTS, *STRINGS, *NAMES, *PRESSURE)]
    with serving(*(words(each) for reply in replies for each in (reply, reply))) as server:
        worder = Worder(Models("mock", server.url, seconds=30, requests=1000))
        shown = [await worder.word(request_for(), harmless) for _ in replies]
        await worder.close()
    assert not any(shown)
    assert len(server.asked) >= len(replies)


async def harmless(_: str) -> bool:
    """The guard alone has to see it."""
    return False


def test_no_right_answer_is_sent() -> None:
    asked = replace(QUESTION, oracle=Oracle("4711", "trace", "In the run it was 4711."), choices=("1", "4711"))
    request = wording_request(ask(Dialogue(), asked), Source.parse(PROGRAM), ())
    assert request is not None
    assert "4711" not in prompt_of(request).data


def test_what_tells_who_somebody_is_is_not_sent() -> None:
    program = PROGRAM.format(
        comment="", string=f"anna.meier@school.example /{HOME}/anna.meier/x " + "z" * 50, name="meier_total"
    )
    dialogue = add(Dialogue(), Turn(0, "student", 2, "answer", r"I am Anna Meier, see C:\Users\ameier\work.py"))
    request = wording_request(ask(dialogue, QUESTION), Source.parse(program), ("Anna", "Meier"))
    assert request is not None
    data = prompt_of(request).data
    assert "nna" not in data
    assert "eier" not in data
    assert "zzz" not in data
    assert "@" not in data


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("greet('annabel')", "greet('[name]')"),
        ("it was 'Helloannabel'", "it was 'Hello[name]'"),
        ("annabel2 and annabel_total", "[name]2 and [name]_total"),
        ("sam2 in a sample of Sam's", "[name]2 in a sample of [name]'s"),
    ],
)
def test_a_name_is_found_wherever_it_is_no_part_of_a_word(text: str, sent: str) -> None:
    assert without_personal_data(text, ("annabel", "sam")) == sent


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        (f"x = '{'z' * 41}' + 'a'", "x = '…' + 'a'"),
        (f'f("{"z" * 41}", r"{"z" * 60}")', "f('…', r'…')"),
        (f"it's '{'z' * 60}', isn't it", "it's '…', isn't it"),
        (f"a = 'don\\'t {'z' * 60}'", "a = '…'"),
        ("For `f('tea', 2)`, your program calls `letter_points('t')`.",) * 2,
        ("f('(a)', and then it goes on and on and on and on, 'b')",) * 2,
    ],
)
def test_long_texts_are_taken_out_and_what_stands_between_short_ones_is_not(text: str, sent: str) -> None:
    assert without_personal_data(text, ()) == sent


@pytest.mark.parametrize(
    "told", ["What does `greet('annabel')` give?", f"What does `greet('{'z' * 50}')` give?", "Who is `a@b.example`?"]
)
def test_a_question_that_tells_who_somebody_is_stays_in_our_words(told: str) -> None:
    source, asked = Source.parse(PROGRAM.format(comment="", string="", name="total")), replace(QUESTION, text=told)
    assert wording_request(ask(Dialogue(), asked), source, ("annabel",)) is None
    assert wording_request(ask(Dialogue(), QUESTION), source, ("annabel",)) is not None
