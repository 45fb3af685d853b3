"""Answers as students of fourteen write them: in a sentence, without signs, with a reason, without umlauts."""

from __future__ import annotations

from dataclasses import replace
from time import process_time

import pytest

from gadfly_server.tutor import reading
from gadfly_server.tutor.dialogue import answer, begin
from gadfly_server.tutor.marking import mark
from gadfly_server.tutor.question import Entry, Oracle, Question
from gadfly_server.tutor.replies import contradiction
from gadfly_server.tutor.turns import Dialogue
from gadfly_server.wording import LANGUAGES, speaking
from helpers.recorded import facts_from


def ask(
    expected: str, entry: Entry = Entry.VALUE, choices: tuple[str, ...] = (), text: str = "?", kind: str = "value-at"
) -> Question:
    return Question("id", kind, 2, text, entry, Oracle(expected, "trace", ""), None, choices)


COUNTED = ask("3", Entry.NUMBER, ("2", "3", "4"), "How many times does line 4 run for `[1, 2]`?", "count")
NEVER = ask("0", Entry.NUMBER, ("0", "1"), "How many times does line 4 run?", "count")
SUM = ask("6", text="What should `add_up(3)` give?", kind="expected-value")
LINE = ask("4", Entry.LINE, ("2", "4"), "Which line gives back the result?", "point-at")
NAMES = ask("lenght", Entry.CHOICE, ("width", "lenght"), "Which name on line 2 has no value?", "no-value")
PRINTED = ask("owl", text="What does your program print?", kind="predict-output")
LINES = ask("5, then None", Entry.CHOICE, ("an error", "5, then 0", "5, then None"), kind="concept")
SHOUTED = ask("bella", Entry.CHOICE, ("BELLA", "bella", "an error"), kind="concept")
PICKED = ask("['a', 'b']", Entry.CHOICE, ("[]", "['a']", "['a', 'b']", "['b', 'a']"))
JA = ask("Ja", Entry.CHOICE, ("Ja", "Nein"), "Wird das `if` in Zeile 2 betreten?", "branch")
NEIN = replace(JA, oracle=Oracle("Nein", "trace", ""))
YES = ask("Yes", Entry.CHOICE, ("Yes", "No"), "Is the `if` on line 2 taken?", "branch")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (COUNTED, "3x"), (COUNTED, "3 because the list has 2 items and one more"),
        (NEVER, "not at all"), (NEVER, "it doesn't run"), (NEVER, "it wont run"), (NEVER, "not once"),
        (NEVER, "never ever"), (NEVER, "nope, none"), (NEVER, "never, zero"), (NEVER, "not any"),
        (ask("8"), "2 ** 3 = 8"), (SUM, "1+2+3 = 6..."), (ask("3.3"), "10/3=3.3"), (COUNTED, "10 / 3 = 3"),
        (SUM, "it's 6"), (SUM, "add_up(3) should give 6"), (SUM, "add_up(3) is 6"), (SUM, "1+2+3=6"),
        (SUM, "its 6 i guess"), (SUM, "6 or something"),
        (ask("'owl'"), "'owl' i guess"), (ask("'owl'"), "owl, I think"), (ask("'owl'"), "its 'owl' right?"),
        (ask("'owl'"), "i think its 'owl'"), (ask("'owl'"), "'owl' or something"), (ask("True"), "i think its True"),
        (YES, "it is yes"), (YES, "its yes, I think"), (SHOUTED, "it is bella"), (SHOUTED, "bella?"),
        (ask("'turn right'"), "turn right"), (ask("'i think'"), "i think"), (SUM, "13 // 2 = 6"),
        (COUNTED, "2 * 2 - 1 = 3"), (SUM, "6 because 1+2+3"), (SUM, "6?"),
        (ask("-1"), "negative 1"), (ask("-1"), "negative one"),
        (ask("None"), "nothing at all"), (ask("None"), "no value"),
        (ask("True"), "yeah"), (ask("True"), "yes, 7 is odd"), (ask("True"), "true because 7 is odd"),
        (ask("False"), "nope"), (ask("False"), "no it has a gap"),
        (ask("'owl'"), "„owl“"), (ask("'owl'"), "the word owl"), (ask("'a wise owl'"), "it should say a wise owl"),
        (ask("'owl'", text="What is `bird`?"), "bird is owl"),
        (ask("['a', 'b']"), "[a, b]"), (ask("['a', 'b']"), "a and b"), (ask("['a', 'b']"), "['a', 'b'"),
        (ask("[3, 2, 1]"), "3 2 1"), (ask("[3, 2, 1]"), "3, 2 and 1"), (ask("[3, 2, 1]"), "three two one"),
        (ask("['red owl', 'cat']"), "red owl, cat"), (ask("[]"), "the list is empty"),
        (ask("{'a': 2, 'b': 1}"), "a: 2, b: 1"), (ask("{'a': 2, 'b': 1}"), "b is 1 and a is 2"),
        (LINE, "four"), (LINE, "line four"), (LINE, "the fourth"), (LINE, "4th"), (LINE, "line number 4"),
        (LINE, "line: 4"),
        (NAMES, "the lenght"), (NAMES, "lenght has no value"), (NAMES, "lenght because nobody gave it one"),
        (PRINTED, "it prints owl"), (PRINTED, "it will print owl"),
        (LINES, "5 then None"), (LINES, "5 and None"), (LINES, "option C"), (LINES, "the third one"),
        (PICKED, "[a, b]"), (PICKED, "a and b"),
        (YES, "sure"), (YES, "yup"), (YES, "i think so"), (YES, "of course"),
    ],
)  # fmt: skip
def test_is_right(question: Question, said: str) -> None:
    assert mark(question, said).verdict == "right"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (COUNTED, "2x"), (NEVER, "once"), (SUM, "add_up(3) is 7"), (SUM, "1+2+4=7"), (ask("1"), "negative 1"),
        (ask("True"), "nope"), (ask("True"), "it is false"), (ask("False"), "yeah"),
        (ask("'owl'"), "the word cat"), (ask("['a', 'b']"), "['b', 'a']"), (ask("[1, 2]"), "[[1, 2]]"),
        (LINE, "three"), (LINE, "the third"), (NAMES, "the width"), (LINES, "the second one"), (YES, "nah"),
        (ask("[]"), "None"), (ask("'turn'"), "turn right"), (ask("'owl'"), "'cat' i guess"), (SHOUTED, "its BELLA"),
        (YES, "its no"),
    ],
)  # fmt: skip
def test_is_wrong(question: Question, said: str) -> None:
    assert mark(question, said).verdict == "wrong"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (COUNTED, "2 or 3"), (COUNTED, "a few times"), (SUM, "not 6"), (SUM, "add_up(3)"), (ask("True"), "it is odd"),
        (ask("['a', 'b']"), "b and a"), (ask("[1, 2]"), "1 2 3"), (ask("[[1], [2]]"), "1 2"), (ask("[]"), "nothing"),
        (NAMES, "not lenght"), (NAMES, "width or lenght"), (LINE, "the last one"), (LINE, "no line"), (YES, "maybe"),
        (COUNTED, "2 + 2 = 3"), (SUM, "1+2+4=6"), (SUM, "3 / 0 = 6"), (YES, "yeah right"), (YES, "yeah, right."),
        (NEVER, "not really"), (NEVER, "no way"), (COUNTED, "1+1=" + "9" * 400),
    ],
)  # fmt: skip
def test_is_no_answer(question: Question, said: str) -> None:
    assert mark(question, said).verdict == "unclear"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (NEVER, "nicht ein einziges Mal"), (NEVER, "die Zeile läuft nicht"), (NEVER, "Die Zeile laeuft nicht"),
        (ask("12"), "zwoelf"), (SUM, "Es müsste 6 sein"), (SUM, "es muesste 6 sein"), (SUM, "6, weil 1+2+3"),
        (ask("'owl'"), "das Wort owl"), (ask("['a', 'b']"), "a und b"), (ask("[]"), "die Liste ist leer"),
        (LINE, "Zeile vier"), (LINE, "die vierte"), (LINE, "Zeile Nummer 4"), (YES, "glaube schon"), (YES, "jup"),
        (PRINTED, "es gibt owl aus"), (LINES, "5 und None"), (LINES, "das dritte"), (ask("True"), "richtig"),
    ],
)  # fmt: skip
def test_is_right_in_german(question: Question, said: str) -> None:
    with speaking("de"):
        assert mark(question, said).verdict == "right"


NO = replace(YES, oracle=Oracle("No", "trace", ""))
PLACES = ask("4", Entry.CHOICE, ("2", "4"), "Which line gives back the result?", "point-at")
TIMES = ask("3", Entry.CHOICE, ("2", "3", "4"), "How many times does line 4 run?", "count")
ECHOED = ask("'x is y'", text="What is `x`?")
BORN = ask("'born'")
BORN_PRINTED = ask("born", text="What does your program print?", kind="predict-output")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (YES, "of course not"), (YES, "definitely not"), (YES, "sure not"), (YES, "of course it isn't"),
        (YES, "it will never be taken"), (YES, "it is never taken"), (YES, "it is skipped"), (YES, "yeah no"),
        (YES, "it isn't skipped"), (NEVER, "it doesnt run 1 time"), (NO, "not skipped"), (NO, "not only then"),
        (NO, "no doubt"),
        (ask("True"), "true or false"), (ask("True"), "no gap so True"), (ask("True"), "no, it is true"),
        (ask("True"), "no problem"), (ask("True"), "no doubt"), (ask("True"), "not false"),
        (ask("True"), "I don't think it is false"), (ask("True"), "not empty"),
        (ask("False"), "not false"), (ask("False"), "False or True"), (ask("False"), "no gap"),
        (ask("False"), "it isn't false"), (ask("False"), "no number is missing"),
        (PLACES, "number 3"), (PLACES, "the second"), (PLACES, "the first"), (PLACES, "the second one"),
        (TIMES, "third time"), (TIMES, "the second"), (TIMES, "the third one"), (TIMES, "the 2nd one"),
        (LINE, "in the 2nd pass line 4"), (LINE, "the 3rd time line 4 runs"), (LINE, "the 2nd return"),
        (LINE, "once"), (LINE, "twice"), (LINE, "never"),
        *((NAMES, said) for said in (
            "all but lenght", "anything except lenght", "without lenght", "lenght is fine", "i doubt it is lenght",
            "width has a value", "lenght has a value", "only width has a value", "isn't it lenght",
        )),
        (BORN, "it is born since 1990"), (BORN, "born since 1990 or so"), (BORN_PRINTED, "born since about 1990"),
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_asked_again(question: Question, said: str) -> None:
    assert mark(question, said).verdict == "unclear"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (JA, "sicher nicht"), (JA, "natürlich nicht"), (JA, "klar nicht"), (JA, "auf jeden Fall nicht"),
        (JA, "ich glaube schon, dass nicht"), (JA, "richtig falsch"), (JA, "es wird übersprungen"),
        (JA, "es wird uebersprungen"), (JA, "nein doch"), (JA, "es läuft nie"),
        (ask("True"), "nicht falsch"), (ask("True"), "wahr oder falsch"), (ask("True"), "nein, es ist wahr"),
        (ask("False"), "nicht falsch"), (ask("False"), "nicht lückenlos"), (ask("False"), "keine Lücke"),
        (PLACES, "die zweite"), (PLACES, "Nummer 3"), (TIMES, "das dritte"), (TIMES, "der zweite"),
        (LINE, "eine"), (LINE, "einmal"), (LINE, "im 2ten Durchlauf Zeile 4"),
        (NAMES, "alles außer lenght"), (NAMES, "ohne lenght"), (NAMES, "weder lenght"), (NAMES, "lenght wohl kaum"),
        (ask("'hallo'"), "es gibt hallo denn alle"), (ask("hallo", kind="predict-output"), "hallo denn alle da"),
    ],
)  # fmt: skip
def test_what_may_mean_something_else_is_asked_again_in_german(question: Question, said: str) -> None:
    with speaking("de"):
        assert mark(question, said).verdict == "unclear"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (YES, "yes because it is not 0"), (YES, "it will be taken"), (NAMES, "the name is lenght"),
        (LINES, "answer c"), (LINES, "it prints 5, then None"),
        (YES, "yes, it is"), (YES, "it does"), (YES, "of course, because 3 is not even"), (NO, "no, it is not taken"),
        (NO, "it isn't taken"), (NO, "no way"), (ask("False"), "not true"), (ask("False"), "no because there is a gap"),
        (ask("[3]"), "[3]"), (ask("['a']"), "[a]"), (ask("['a']"), "the list a"), (ask("{'a': 1}"), "a is 1"),
        (PLACES, "number 4"), (PLACES, "the fourth line"), (PLACES, "4th line"), (PLACES, "option 2"),
        (TIMES, "number 3"), (TIMES, "answer 3"), (TIMES, "three"), (LINE, "the fourth line"), (LINE, "the 4th"),
        (NAMES, "I think it is lenght"), (NAMES, "it's `lenght`."), (NAMES, "I think the name lenght has no value"),
        (ECHOED, "x is y"), (BORN, "'born' because it says so"), (ask("'born since 1990'"), "born since 1990"),
    ],
)  # fmt: skip
def test_what_can_mean_only_this_is_right(question: Question, said: str) -> None:
    assert mark(question, said).verdict == "right"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (JA, "ja, klar"), (JA, "es läuft"), (JA, "es wird betreten"), (JA, "das ist so"),
        (NEIN, "nein, es ist nicht so"), (NEIN, "stimmt nicht"),
        (NEIN, "auf keinen Fall"), (ask("False"), "nicht wahr"), (ask("None"), "ueberhaupt nichts"),
        (PLACES, "Nummer 4"), (PLACES, "die vierte Zeile"), (TIMES, "Antwort 3"), (TIMES, "Nummer 3"),
        (LINE, "der vierte"), (LINE, "Nummer 4"), (LINE, "die vierte Zeile"), (ask("5", Entry.LINE), "die fuenfte"),
        (ask("2", Entry.LINE), "zwei"), (ask("2", Entry.LINE), "zweite"),
        (ask("1", Entry.LINE), "Zeile eins"), (NAMES, "lenght hat keinen Wert"), (NAMES, "ich glaube, es ist lenght"),
    ],
)  # fmt: skip
def test_what_can_mean_only_this_is_right_in_german(question: Question, said: str) -> None:
    with speaking("de"):
        assert mark(question, said).verdict == "right"


@pytest.mark.parametrize(
    ("expected", "said"),
    [("[3]", "3"), ("[3]", "three"), ("[None]", "None"), ("[True]", "True"), ("('a',)", "a"), ("['a']", "a")],
)
def test_one_item_is_no_list_of_it(expected: str, said: str) -> None:
    assert mark(ask(expected), said).verdict != "right"
    if said != "a":  # which is the letter of a choice
        picked = ask(expected, Entry.CHOICE, ("[]", expected, "[4]", f"[{expected}]"))
        assert mark(picked, said).verdict == "unclear"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "long",
    ["a" + " " * 9000 + "b", "1" + ". " * 4000 + "b", "1-" * 4000 + "a", "x" + " ," * 4000],
    ids=["spaces", "signs", "sums", "commas"],
)
def test_a_long_answer_is_read_at_once(language: str, long: str) -> None:
    began = process_time()
    with speaking(language):
        reading.request(long)
        for question in (COUNTED, SUM, LINE, NAMES, PRINTED, PICKED, YES, ask("[1, 2]"), ask("'owl'")):
            mark(question, long)
    assert process_time() - began < 1


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("idk lol", "unknown"), ("i forgot", "unknown"), ("can you help me?", "stuck"), ("i need help", "stuck"),
        ("can i have a hint?", "stuck"), ("it's too hard", "stuck"), ("what do i do now?", "stuck"),
        ("wdym", "puzzled"), ("what?", "puzzled"), ("explain please", "puzzled"), ("another hint", "more"),
        ("I found the bug!", "found"),
        ("oh, I see it now", "found"), ("good question", "thanks"), ("repeat the question", "again"),
        ("again?", "again"),
        ("can we stop?", "bye"), ("the test is wrong", "doubt"), ("my code is right", "doubt"),
        ("am i right?", "check"),
        ("I already said that", "before"), ("who cares", "upset"), ("hmm", "wait"), ("let me think", "wait"),
        ("right", None), ("sure", None), ("wait, 3", None), ("the test is false", "doubt"), ("it is 3 again", None),
    ],
)  # fmt: skip
def test_is_a_wish(said: str, wish: str | None) -> None:
    assert reading.request(said) == wish


@pytest.mark.parametrize(
    ("said", "wish"),
    [
        ("weis nicht", "unknown"), ("das weis ich nicht", "unknown"),
        ("vergessen", "unknown"), ("check ich nicht", "stuck"), ("bitte hilf mir", "stuck"),
        ("was soll ich jetzt machen?", "stuck"), ("hae?", "puzzled"), ("erklaer mir das", "puzzled"),
        ("mehr Tipps", "more"), ("ueberspringen", "skip"), ("naechste Frage", "skip"),
        ("ich hab's", "found"), ("gute Frage", "thanks"),
        ("noch mal", "again"), ("ich will aufhoeren", "bye"), ("der Test ist falsch", "doubt"),
        ("stimmt das?", "check"),
        ("das hast du schon gefragt", "before"), ("mir egal", "upset"), ("warte mal", "wait"), ("stimmt", None),
    ],
)  # fmt: skip
def test_is_a_wish_in_german(said: str, wish: str | None) -> None:
    with speaking("de"):
        assert reading.request(said) == wish


@pytest.mark.parametrize("entry", [Entry.LINE, Entry.CHOICE])
def test_a_line_is_repeated_as_a_line(entry: Entry) -> None:
    compared = ask("4", entry, ("2", "4"), "Which line runs for `f(1)`, but not for `f(2)`?", "compare-runs")
    assert contradiction(compared, FACTS, mark(compared, "2")).startswith("You said line 2.")


FACTS = facts_from(
    "def fee(age):\n    if age > 12:\n        return 2 + 1\n    return 1 + 0\n",
    "def test_twelve():\n    assert fee(12) == 3\n\n\ndef test_ten():\n    assert fee(10) == 1\n",
)


def at_the_line() -> Dialogue:
    """The dialogue where it asks which line gives back the result."""
    dialogue = begin(FACTS)
    while dialogue.question and dialogue.question.entry is not Entry.LINE:
        dialogue = answer(dialogue, FACTS, dialogue.question.oracle.answer)
    assert dialogue.question
    return dialogue


def test_a_line_may_be_written_down() -> None:
    asked = at_the_line()
    marks = [answer(asked, FACTS, line).turns[len(asked.turns) + 1].marked for line in FACTS.text.splitlines()]
    assert marks.count("right") == 1
    assert marks.count("wrong") == 3


def test_a_question_is_said_again() -> None:
    asked = begin(FACTS)
    assert asked.question
    said = answer(asked, FACTS, "what was the question?")
    assert said.question == asked.question
    assert said.turns[-1].text == f"Still open: {asked.question.text}"


@pytest.mark.parametrize(
    "said", ["stop", "the test is wrong", "am I right?", "I already said that", "hmm", "I found it"]
)
def test_the_question_stays_open(said: str) -> None:
    asked = begin(FACTS)
    replied = answer(asked, FACTS, said)
    assert replied.question == asked.question
    assert replied.turns[-1].kind == "explain"


def test_whether_it_is_right_is_answered_by_how_the_tests_stand() -> None:
    passing = facts_from("def fee(age):\n    return 1\n", "def test_ten():\n    assert fee(10) == 1\n")
    ended = begin(passing)
    assert ended.question is None
    assert answer(ended, passing, "am I right?").turns[-1].text.startswith("All tests agree")
    failing = begin(FACTS)
    while failing.question:
        failing = answer(failing, FACTS, "skip")
    assert "idea" in answer(failing, FACTS, "am I right?").turns[-1].text
