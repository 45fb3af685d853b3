"""What students say is understood in the language that is spoken, and in English always."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gadfly_server.tutor import reading
from gadfly_server.tutor.choices import agreement
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.wording import LANGUAGES, say, speaking


def ask(answer: str, entry: Entry, choices: tuple[str, ...] = (), kind: str = "value-at") -> Question:
    oracle = Oracle(answer, "trace", "")
    return Question("id", kind, 2, "?", entry, oracle, None, choices or (answer, "None"))


@pytest.mark.parametrize(
    ("wish", "said"),
    [
        ("unknown", "weiß nicht"), ("unknown", "Das weiß ich leider nicht."), ("unknown", "keine Ahnung"),
        ("unknown", "Ich bin mir nicht sicher"), ("unknown", "kp"), ("unknown", "Sorry, keine Ahnung gerade"),
        ("thanks", "Vielen Dank!"), ("thanks", "danke"),
        ("done", "Ich habe Zeile 4 repariert"), (None, "die korrigierte Zeile ist 4"), (None, "verdammt, es ist 4"),
        ("solution", "Zeig mir die korrigierte Zeile"), ("solution", "kannst du es machen?"),
        ("upset", "du bist blöd"), ("upset", "das nervt"),
        ("unknown", "?"), ("unknown", "I don't know"),
        ("skip", "überspringen"), ("skip", "Nächste Frage bitte"), ("skip", "skip"),
        ("why", "Warum?"), ("why", "wieso fragst du das?"), ("puzzled", "Was meinst du damit?"), ("why", "why?"),
        (None, "3"), (None, "weil die Schleife nicht weiß, wann sie endet"), (None, "Warum ist das 3 und nicht 4?"),
    ],
)  # fmt: skip
def test_requests_in_german(wish: str | None, said: str) -> None:
    with speaking("de"):
        assert reading.request(said) == wish


@pytest.mark.parametrize(
    ("wish", "button"),
    [
        ("unknown", "I don't know"),
        ("why", "Why do you ask?"),
        ("skip", "Skip it"),
        ("stuck", "I am stuck"),
        ("more", "more"),
    ],
)
def test_what_a_german_button_says(wish: str, button: str) -> None:
    texts = json.loads((Path(__file__).parents[3] / "l10n" / "bundle.l10n.de.json").read_text("utf-8"))
    with speaking("de"):
        assert reading.request(texts[button]) == reading.request(button) == wish


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("drei", 3), ("Ich glaube, drei", 3), ("dreimal", 3), ("3 Mal", 3), ("nie", 0), ("gar keine", 0),
        ("fünf Durchläufe", 5), ("ein Durchlauf", 1), ("zwölf", 12), ("2,5", 2.5), ("minus 2", -2), ("twice", 2),
        ("mehr als drei", None), ("zwischen 2 und 3", None), ("ein paar", None), ("nicht drei", None),
    ],
)  # fmt: skip
def test_numbers_in_german(said: str, number: float | None) -> None:
    with speaking("de"):
        assert reading.number(said) == number


@pytest.mark.parametrize(
    ("said", "agreed"),
    [
        ("Ja", True), ("ja, klar", True), ("Ich glaube ja", True), ("genau", True), ("stimmt", True), ("yes", True),
        ("Nein", False), ("nö", False), ("Ich denke, nein", False), ("stimmt nicht", False), ("nie", False),
        ("Es endet nicht", False), ("no", False), ("vielleicht", None), ("ja und nein", None),
        ("Ich denke schon", True), ("ich glaube schon.", True), ("wahrscheinlich schon", True), ("eher schon", True),
        ("Ich glaube schon, aber nicht immer", None),
    ],
)  # fmt: skip
def test_yes_and_no_in_german(said: str, agreed: bool | None) -> None:
    with speaking("de"):
        assert reading.agreement(said) is agreed
        for yes in (True, False):
            asked = ask(agreement()[not yes], Entry.CHOICE, agreement())
            verdict = "unclear" if agreed is None else "right" if agreed is yes else "wrong"
            assert mark(asked, said).verdict == verdict


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("3", "drei"), ("3", "Es ist 3"), ("3", "Ich glaube, das ergibt 3."), ("3", "Es sollte 3 sein"),
        ("True", "wahr"), ("False", "falsch"), ("None", "nichts"), ("[]", "eine leere Liste"), ("''", "leer"),
        ("'abc'", "es gibt 'abc' zurück"), ("[1, 2]", "vielleicht [1, 2]"), ("3", "it is 3"),
    ],
)  # fmt: skip
def test_values_in_german(answer: str, said: str) -> None:
    with speaking("de"):
        assert mark(ask(answer, Entry.VALUE), said).verdict == "right"


@pytest.mark.parametrize(
    "said", ["Zeile 4", "in Zeile 4", "Es ist Zeile 4", "4", "line 4", "z. 4", "ich glaube, Zeile 4"]
)
def test_lines_in_german(said: str) -> None:
    with speaking("de"):
        assert reading.line(said) == 4
        assert mark(ask("4", Entry.LINE, ("3", "4"), "point-at"), said).verdict == "right"
        assert mark(ask("5", Entry.LINE, ("3", "5"), "point-at"), said).said == "Zeile 4"
        assert reading.line(f"{said} oder 5") is None


def test_german_is_not_read_in_an_english_dialogue() -> None:
    assert reading.request("weiß nicht") is None
    assert reading.number("drei") is None
    assert reading.agreement("nein") is None


@pytest.mark.parametrize("asked_in", LANGUAGES)
@pytest.mark.parametrize("answered_in", LANGUAGES)
def test_a_question_of_another_language_is_still_marked(asked_in: str, answered_in: str) -> None:
    with speaking(asked_in):
        asked = ask(agreement()[0], Entry.CHOICE, agreement())
        error = ask(say("an error"), Entry.CHOICE, ("None", say("an error"), "3"))
    with speaking(answered_in):
        for question, right, wrong in ((asked, 0, 1), (error, 1, 2)):
            assert mark(question, question.choices[right]).verdict == "right"
            assert mark(question, question.choices[wrong]).verdict == "wrong"
        assert mark(asked, "yes").verdict == "right"
        assert mark(asked, agreement()[1].lower()).verdict == "wrong"


@pytest.mark.parametrize(("language", "said"), [("en", "minus one"), ("en", "I think minus one"), ("de", "minus eins")])
def test_a_number_below_zero_may_be_said_in_words(language: str, said: str) -> None:
    with speaking(language):
        assert reading.number(said) == -1


@pytest.mark.parametrize(("language", "said"), [("en", "I think line 4"), ("de", "vielleicht Zeile 4")])
def test_a_line_may_be_named_with_a_doubt(language: str, said: str) -> None:
    with speaking(language):
        assert reading.line(said) == 4


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "4th line"),
        ("en", "I think the 4th line"),
        ("de", "4. Zeile"),
        ("de", "in der 4. Zeile"),
        ("de", "4th line"),
    ],
)
def test_a_line_may_be_named_by_its_rank_and_is_no_number_then(language: str, said: str) -> None:
    with speaking(language):
        assert reading.line(said) == 4
        assert reading.number(said) is None
