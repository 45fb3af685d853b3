"""In another language than English a wording holds its question's own words, and those with which one asks."""

from __future__ import annotations

import pytest

from gadfly_server.models.guard import objection
from gadfly_server.models.request import WordingRequest, prompt_of
from gadfly_server.models.salvage import forms

VALUE = "Welchen Wert hat `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4?"
EXPECTED = "Was soll `average([2, 4])` liefern?"
COUNT = "Wie viele Durchläufe macht die Schleife in Zeile 4 für `[2, 4]`?"
BRANCH = "Läuft der Block unter dem `if` in Zeile 3 für `5`?"
COMPARED = "Welche Zeile läuft für `f(2)`, aber nicht für `f(7)`?"
DECIDES = "Welche Zeile bestimmt, wie oft Zeile 5 läuft?"
SETS = "Wie viele Zeilen in der Schleife ab Zeile 5 geben `current` einen neuen Wert?"
BEFORE = "Welchen Wert hat `x` für `5`, direkt bevor Zeile 8 läuft?"

GOOD = (
    (VALUE, "Schau dir die Schleife in Zeile 4 an. Welchen Wert hat `total` für `[2, 4]` nach dem ersten Durchlauf?"),
    (VALUE, "Für `[2, 4]`: Was steht in `total` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
    (VALUE, "Nachdem die Schleife in Zeile 4 ihren ersten Durchlauf gemacht hat, was steht für `[2, 4]` in `total`?"),
    (
        VALUE,
        "Kannst du mir sagen, welchen Wert `total` nach dem ersten Durchlauf der Schleife in Zeile 4 für `[2, 4]` hat?",
    ),
    (EXPECTED, "Was sollte `average([2, 4])` zurückgeben?"),
    (EXPECTED, "Lass uns kurz überlegen und rechnen: Was soll `average([2, 4])` liefern?"),
    (EXPECTED, "Was würdest du sagen: Was soll `average([2, 4])` liefern?"),
    (EXPECTED, "Denk kurz nach: Was soll `average([2, 4])` liefern?"),
    (COUNT, "Wie oft läuft die Schleife in Zeile 4 für `[2, 4]`?"),
    (COUNT, "Was denkst du, wie viele Durchläufe macht die Schleife in Zeile 4 für `[2, 4]`?"),
    (DECIDES, "Schau genau hin: Welche Zeile bestimmt, wie häufig Zeile 5 ausgeführt wird?"),
    (BRANCH, "Wird der Block unter dem `if` in Zeile 3 für `5` ausgeführt?"),
    (BEFORE, "Was steht für `5` in `x`, kurz bevor Zeile 8 ausgeführt wird?"),
)
FALSE = (
    (VALUE, VALUE.replace("ersten", "zweiten")),
    (VALUE, VALUE.replace("nach dem", "vor dem")),
    (VALUE, VALUE.replace("Zeile 4", "Durchlauf 4")),
    (VALUE, VALUE.replace("`total`", "`i`")),
    (VALUE, f"`total` ist `4`. {VALUE}"),
    (VALUE, "Welchen Wert soll `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4 haben?"),
    (EXPECTED, "Was liefert `average([2, 4])`?"),
    (EXPECTED, "Warum soll `average([2, 4])` so viel liefern?"),
    (COUNT, "Welche Durchläufe macht die Schleife in Zeile 4 für `[2, 4]`?"),
    (COUNT, "Wie oft läuft Zeile 4 für `[2, 4]`?"),
    (COUNT, "Wie viele Zeilen durchläuft die Schleife in Zeile 4 für `[2, 4]`?"),
    (COUNT, "Wie viele Werte macht die Schleife in Zeile 4 für `[2, 4]`?"),
    (VALUE, "Welche Zeile hat für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4 den Wert `total`?"),
    (VALUE, "Welchen Wert hat `total` für `[2, 4]` im ersten Durchlauf nach der Schleife in Zeile 4?"),
    (EXPECTED, "Welche Zeile soll `average([2, 4])` liefern?"),
    (COUNT, f"{COUNT[:-1]} und wie lang ist der Wert?"),
    (COUNT, f"{COUNT[:-1]}, was ist gleich?"),
    (EXPECTED, f"{EXPECTED[:-1]}, und was liefert es?"),
    (VALUE, "Welchen Wert hat `[2, 4]` für `total` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
    (DECIDES, "Was bestimmt, wie oft Zeile 5 läuft?"),
    (DECIDES, "Welche Zeile läuft so oft wie Zeile 5?"),
    (DECIDES, "Welche Zeile bestimmt, was Zeile 5 macht?"),
    (DECIDES, "Welche Zeile bestimmt, wie Zeile 5 läuft?"),
    (DECIDES, "Welche Zeile bestimmt, wo Zeile 5 läuft?"),
    (VALUE, "Wo ist `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
    (SETS, "Wie oft gibt die Schleife ab Zeile 5 `current` einen neuen Wert?"),
    (BRANCH, "Läuft der Block unter dem `if` in Zeile 3 nicht für `5`?"),
    (BRANCH, "Der Block unter dem `if` in Zeile 3 läuft. Läuft er für `5`?"),
    (COMPARED, "Welche Zeile läuft für `f(7)`, aber nicht für `f(2)`?"),
    (BEFORE, "Welchen Wert hat `x` für `5`, direkt nachdem Zeile 8 läuft?"),
    (VALUE, "Welchen Wert würde `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4 haben?"),
    (VALUE, "Was würde `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4 sein?"),
    (VALUE, "Was passiert mit `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
    (VALUE, "Was geschieht mit `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
    (VALUE, "Was macht `total` für `[2, 4]` nach dem ersten Durchlauf der Schleife in Zeile 4?"),
)
GIVING_AWAY = (
    (VALUE, f"Die Schleife fängt zu spät an. {VALUE}"),
    (VALUE, f"{VALUE[:-1]}, wenn die Null fehlt?"),
    (VALUE, f"{VALUE[:-1]}, und welche Zahl fehlt?"),
    (EXPECTED, "Was soll `average([2, 4])` liefern, 3?"),
    (EXPECTED, "Was soll `average([2, 4])` liefern, drei?"),
    (EXPECTED, f"Beginne bei null. {EXPECTED}"),
    (COUNT, f"{COUNT[:-1]}, einen zu wenig?"),
    (COUNT, f"{COUNT[:-1]} statt zwei?"),
    (COUNT, f"Die Schleife beginnt zu kurz. {COUNT}"),
    (COUNT, f"Geh alles durch, eine Zeile zu kurz. {COUNT}"),
    (BRANCH, f"Ja. {BRANCH}"),
    (BRANCH, f"Ja, gut! {BRANCH}"),
    (BRANCH, f"{BRANCH[:-1]}, ja?"),
    (COUNT, f"Nimm alles mit. {COUNT}"),
    (COUNT, f"Lass die Schleife mit dem Test beginnen. {COUNT}"),
    (DECIDES, f"Sieh dir die Schleife an. {DECIDES}"),
    (DECIDES, "Welche Zeile in der Schleife bestimmt, wie oft Zeile 5 läuft?"),
    (BRANCH, f"{BRANCH[:-1]}, weil es kleiner ist?"),
)
UNFIT = (
    (VALUE, "What is `total` after the first pass of the loop on line 4 for `[2, 4]`?"),
    (VALUE, f"Du Dummkopf! {VALUE}"),
    (VALUE, f"{VALUE} Und warum?"),
    (EXPECTED, "Que doit donner `average([2, 4])`?"),
)


def request_for(question: str) -> WordingRequest:
    return WordingRequest(2, "any", question, language="de")


@pytest.mark.parametrize(("question", "text"), GOOD)
def test_a_good_wording_passes(question: str, text: str) -> None:
    request = request_for(question)
    assert [objection(each, request) for each in forms(text, request)] == [""]


@pytest.mark.parametrize(("question", "text"), [*FALSE, *GIVING_AWAY, *UNFIT])
def test_any_other_is_refused(question: str, text: str) -> None:
    request = request_for(question)
    assert all(objection(each, request) for each in forms(text, request))


@pytest.mark.parametrize("question", [VALUE, EXPECTED, COUNT, BRANCH, COMPARED, DECIDES, BEFORE, SETS])
def test_our_own_wording_passes(question: str) -> None:
    assert not objection(question, request_for(question))


def test_a_model_is_told_which_language_to_write() -> None:
    assert "Plain German (du)" in prompt_of(request_for(VALUE)).rules
    assert "Plain English" in prompt_of(WordingRequest(2, "any", VALUE)).rules
