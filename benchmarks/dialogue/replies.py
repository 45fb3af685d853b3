"""What the tutor says beside its questions, checked again: one claim for each statement of fact that is found."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from dialogue.claims import CODE, Answers
from dialogue.runs import Bench
from gadfly_server.tutor.turns import Turn

FRAMES = (  # each takes the answer out of the words of an evidence
    rf"In the run(?:s)?,? (?:it|the call)? ?(?:was|gave|gave back|printed) {CODE}\.",
    r"In the (?:two )?runs? it was (?:line )?(\d+)\.",
    r"The first such pass is (\d+)\.",
    r"It stops at line (\d+)\.",
    r"It is line (\d+): the head of the loop\.",
    r"In your program it is (\d+)\.",
    r"Line \d+ starts with (\d+)\.",
    r"There are (\d+) on line \d+\.",
    rf"Line \d+ ends with {CODE}\.",
    rf"Python gives {CODE}\.",
    rf"The test wants {CODE}\.",
)
SAID = (  # the same where the words stand for an answer
    (r"In the run it was never taken\.", "0"),
    (r"In the run it was taken once\.", "1"),
    (r"In the run it was taken twice\.", "2"),
    (r"In the run it was taken\.", "Yes"),
    (r"In the run it was not taken\.", "No"),
    (r"In the run, line \d+ was not reached\.", "No"),
    (r"In the run they were the same \w+\.", "Yes"),
    (r"In the run they were not the same \w+\.", "No"),
    (r"The run did not end by itself: .*", "No"),
    (r"The test wants what counts as true\.", "True"),
    (r"The test wants what counts as false\.", "False"),
)


SAYING_NOTHING = re.compile(  # sentences that state no fact about the program, or only one about Python
    r"Right\.|Exactly\.|Good\.|Yes\.|That is it\.|No problem\.|That is all right\.|Thank you\.|That is fine\.|That is fine, we leave it\.|Pick what seems closest\."
    r"|I could not read that\.|Please answer with .*|Those were my questions about this run\."
    r"|If you like, I can .*|Just say `more`\.|You worked hard on this\.|Now a person can help more than I can\."
    r"|That was all I can ask about this run\.|No more questions about this run\.|What is your guess now\?|Try it and save\."
    r"|Is there a line that you doubt\?|First some steps of your own\..*|Answer my question, .*|Now it is your turn: .*"
    r"|What the tests say then opens .*|First the question about the example, .*|Then try an idea and save\."
    r"|I have no open question now\.|Your teacher is the best help now\.|Take the list along\."
    r"|Do you have an idea(?:, or a guess)?\?|Try (?:it|an idea there|your idea) and save: .*|Which names, lines or values take part\?"
    r"|The test wants another value\.|Say it with two of them, .*|A reminder: .*|In your own words: .*",
    re.DOTALL,
)


@dataclass(frozen=True)
class Claim:
    """Words that state a fact, and whether it is one; ``None`` if that cannot be told."""

    words: str
    true: bool | None


def claims_in(text: str, right: Answers, said: str, focus: str, bench: Bench) -> Iterator[Claim]:
    """Find the claims of a reply; ``right`` may be answered to its question, and ``said`` is what was answered.

    A sentence in which no claim was found, and which is not known to make none, is a claim that cannot be told.
    """
    found = [*_known(text, right, said, focus, bench)]
    yield from found
    left = text
    for claim in found:
        left = left.replace(claim.words, "")
    for sentence in re.split(r"(?<=[.?])\s+", re.sub(r"(?<![^\s.])[\s.:]+(?=\s|$)", "", left).strip()):
        if re.search(r"\w", sentence) and not SAYING_NOTHING.fullmatch(sentence):
            yield Claim(sentence, None)


def claims_of_list(text: str, before: Sequence[Turn], focus: str, bench: Bench) -> Iterator[Claim]:
    """Find the claims of the list for the teacher; ``before`` are the turns before it."""
    marked = [turn.marked for turn in before if turn.speaker == "tutor" and turn.marked in ("right", "wrong")]
    runs = sum(turn.kind == "run" for turn in before)
    for line in text.split("\n- ")[1:]:
        if found := re.fullmatch(rf"The test {CODE} disagrees with {CODE}\.", line):
            yield Claim(line, (found[1] or found[2]) in bench.failing)
        elif found := re.fullmatch(r"I answered (\d+) questions?; (\d+) of (?:it|them) (?:was|were) right\.", line):
            yield Claim(line, (int(found[1]), int(found[2])) == (len(marked), marked.count("right")))
        elif found := re.fullmatch(r"I tried (\d+) ideas? since\.", line):
            yield Claim(line, int(found[1]) == runs)
        elif not line.startswith("What I "):
            yield from [*_of_result(line, focus, bench)] or [Claim(line, None)]


def claims_of_example(text: str, bench: Bench) -> Iterator[Claim]:
    """Run the program of an example, and compare what it prints."""
    for found in re.finditer(rf"{CODE}\s+It prints {CODE}\.", text, re.DOTALL):
        shown, told = found[1] or found[2], found[3] or found[4]
        printed = str(bench.small(shown).told["printed"]).strip("\n").replace("\n", ", then ")
        yield Claim(f"It prints `{told}`", _plain(printed) == _plain(told))


def _known(text: str, right: Answers, said: str, focus: str, bench: Bench) -> Iterator[Claim]:
    for frame in FRAMES:
        for found in re.finditer(frame, text):
            shown = next(each for each in found.groups() if each is not None)
            yield Claim(found[0], None if right is None else _is_one_of(shown, right))
    for frame, answer in SAID:
        for found in re.finditer(frame, text):
            number = re.search(r"taken (\d+) times", text)
            told = number[1] if number else answer
            yield Claim(found[0], None if right is None else _counted(told, right))
    for found in re.finditer(r"In the run, line (\d+) was reached\.", text):
        yield Claim(found[0], None if right is None else bool({"Yes", f"It runs line {found[1]}"} & right))
    for found in re.finditer(r"In the run it was taken (\d+) times\.", text):
        yield Claim(found[0], None if right is None else found[1] in right)
    for found in re.finditer(rf"In the run, {CODE} (went from|stayed) {CODE}(?: to {CODE})?\.", text):
        shown = [each for each in found.groups()[3:] if each is not None]
        way = f"It stays {shown[0]}" if found[3] == "stayed" else f"It goes from {shown[0]} to {shown[-1]}"
        yield Claim(found[0], None if right is None else way in right)
    if found := re.match(rf"You said (?:{CODE}|“(.*?)”|(.*?))\. (?=In |The |Python |It |Line |There )", text, re.DOTALL):
        shown = next((each for each in found.groups() if each is not None), "")
        yield Claim(found[0].strip(), _plain(shown).removeprefix("line") in _plain(said).removeprefix("line"))
    yield from _of_reading(text, bench)
    yield from _of_result(text, focus, bench)


def alike(one: str, other: str) -> bool:
    """Whether two texts stand for the same value."""
    if one == other:
        return True
    try:
        values = ast.literal_eval(one), ast.literal_eval(other)
    except (ValueError, SyntaxError, TypeError):
        return _plain(one) == _plain(other)
    return bool(values[0] == values[1]) and type(values[0]) is type(values[1])


def _is_one_of(shown: str, right: frozenset[str]) -> bool:
    return any(alike(shown, each) or alike(repr(shown), each) for each in right)


def _counted(told: str, right: frozenset[str]) -> bool:
    """Never, not taken: each may answer how often as well as whether."""
    return bool({told, {"0": "No", "1": "Yes"}.get(told, told)} & right)


def _plain(text: str) -> str:
    return re.sub(r"[\s`'\"…“”.]", "", text).casefold()


def _of_reading(text: str, bench: Bench) -> Iterator[Claim]:
    if found := re.search(r"Python stops at line (\d+)\.", text):
        try:
            compile(bench.text, "program.py", "exec")
        except SyntaxError as error:
            yield Claim(found[0], error.lineno == int(found[1]))
        else:
            yield Claim(found[0], False)


def _of_result(text: str, focus: str, bench: Bench) -> Iterator[Claim]:
    if not focus:
        return
    if found := re.search(r"The run ended with an? `(\w+)`(?:: ([^.]*))?", text):
        told = bench.test(focus).told
        yield Claim(found[0].partition(":")[0], told.get("raised") == found[1])
        if found[2]:
            yield Claim(found[2], _crash(found[2], str(told.get("raised")), str(told.get("said"))))
    if found := re.search(r"The run was stopped", text):
        yield Claim(found[0], bool(bench.test(focus).told.get("endless")))
    if found := re.search(rf"Your program gives {CODE}(?:: ([^.]*))?\.", text):
        told, shown = bench.sides(focus).told, found[1] or found[2]
        yield Claim(f"Your program gives `{shown}`", alike(shown, told["actual"]) if told.get("actual") else None)
        if found[3]:
            yield Claim(found[3], _relation(found[3], focus, bench))


def _crash(words: str, raised: str, said: str) -> bool | None:
    """Check how an error is put in words by its name and what Python says of it; ``None`` if that is not known here."""
    known = CRASHES.get(words)
    return None if known is None else raised in known[0] and re.search(known[1], said) is not None


CRASHES: dict[str, tuple[tuple[str, ...], str]] = {
    "it asks for a place that is not there": (("IndexError",), "out of range|empty"),
    "it asks for a key that is not there": (("KeyError",), ""),
    "it goes on with nothing, as if it were a value": (("TypeError", "AttributeError"), "NoneType"),
    "it uses a name that nobody has given": (
        ("NameError", "UnboundLocalError"),
        "not defined|not associated|referenced",
    ),
    "a call gives too many or too few values": (("TypeError",), "argument"),
    "it asks for a part of something without parts": (("TypeError",), "subscriptable"),
    "it needs a whole number, and has something else": (("TypeError",), "integer|indices"),
    "it asks a thing for what it does not have": (("AttributeError",), "has no attribute"),
    "it goes through something that has no items": (("TypeError",), "not iterable"),
    "it splits into more or fewer parts than there are": (("ValueError", "TypeError"), "unpack"),
    "it divides by zero": (("ZeroDivisionError",), ""),
    "it calls something that is no function": (("TypeError",), "not callable"),
    "it mixes text and numbers": (("TypeError",), "str"),
}


# -- how a result is wrong ---------------------------------------------------------------------------------------------


def _relation(words: str, focus: str, bench: Bench) -> bool | None:
    """Check a relation of two values, or of all failing tests; ``None`` for one that is not known here."""
    pair = _pair(focus, bench)
    if pair is None:
        return None
    try:
        if words == "what was given comes back as it was":
            return any(told == repr(pair[0]) for call in bench.test(focus).calls for told in call.arguments.values())
        if words in OF_ALL:
            names = [focus, *(name for name in bench.tests if name != focus)]
            pairs = [each for name in names if (each := _pair(name, bench))]
            return OF_ALL[words](pairs if "another" in words else [each for each in pairs if each[0] != each[1]])
        return bool(OF_ONE[words](*pair)) if words in OF_ONE else None
    except (TypeError, ValueError, IndexError, ZeroDivisionError, AttributeError):
        return False


def _pair(name: str, bench: Bench) -> tuple[Any, Any] | None:
    told = bench.sides(name).told
    try:
        return ast.literal_eval(told["actual"]), ast.literal_eval(told["wanted"])
    except (ValueError, SyntaxError, TypeError, KeyError):
        return None


def _swapped(actual: Any, wanted: Any) -> bool:
    differ = [n for n, (a, w) in enumerate(zip(actual, wanted, strict=True)) if a != w]
    return len(differ) == 2 and actual[differ[0]] == wanted[differ[1]] and actual[differ[1]] == wanted[differ[0]]


OF_ONE: dict[str, Callable[[Any, Any], bool]] = {
    "it is off by one": lambda actual, wanted: abs(actual - wanted) == 1,
    "it is too big": lambda actual, wanted: actual > wanted,
    "it is too small": lambda actual, wanted: actual < wanted,
    "it is empty, where something belongs": lambda actual, wanted: not len(actual) and len(wanted),
    "yes and no are the other way round": lambda actual, wanted: actual is (not wanted),
    "the first character is left out": lambda actual, wanted: wanted[1:] == actual,
    "the last character is left out": lambda actual, wanted: wanted[:-1] == actual,
    "the first item is left out": lambda actual, wanted: wanted[1:] == actual,
    "the last item is left out": lambda actual, wanted: wanted[:-1] == actual,
    "only small and capital letters differ": lambda actual, wanted: actual.lower() == wanted.lower(),
    "two items stand in each other's place": _swapped,
    "the keys are right, but the values are not": lambda actual, wanted: actual.keys() == wanted.keys(),
    "only the first item is wrong": lambda actual, wanted: actual[0] != wanted[0] and actual[1:] == wanted[1:],
    "only the last item is wrong": lambda actual, wanted: actual[-1] != wanted[-1] and actual[:-1] == wanted[:-1],
    "the right text is there, with more behind it": lambda actual, wanted: actual.startswith(wanted),
    "all items are the same, though the right ones differ": lambda actual, wanted: (
        all(each == actual[0] for each in actual) and not all(each == wanted[0] for each in wanted)
    ),
    "some items are too many, and the others are right": lambda actual, wanted: (
        len(actual) > len(wanted) and all(each in actual for each in wanted)
    ),
    "it is a number, where text is right": lambda actual, wanted: (
        isinstance(actual, (int, float)) and isinstance(wanted, str)
    ),
    "only one part of what belongs together is there": lambda actual, wanted: actual in wanted,
    "none of the items is right": lambda actual, wanted: not any(a == w for a, w in zip(actual, wanted, strict=False)),
    "it is zero, where another number is right": lambda actual, wanted: actual == 0 != wanted,
    "it is not rounded, and the rest is right": lambda actual, wanted: any(
        round(actual, digits) == wanted for digits in range(10)
    ),
    "one item in between is left out": lambda actual, wanted: any(
        [*wanted[:n], *wanted[n + 1 :]] == [*actual] for n in range(1, len(wanted) - 1)
    ),
    "only the sign is wrong": lambda actual, wanted: actual == -wanted,
    "several values come, where one is right": lambda actual, wanted: (
        isinstance(actual, (tuple, list)) and not isinstance(wanted, (tuple, list))
    ),
    "the characters are right, but in another order": lambda actual, wanted: sorted(actual) == sorted(wanted),
    "items come again that belong there once": lambda actual, wanted: any(
        wanted.count(each) == 1 < actual.count(each) for each in actual
    ),
    "items are there once that belong there more often": lambda actual, wanted: any(
        actual.count(each) == 1 < wanted.count(each) for each in actual
    ),
    "it is one divided by the right number": lambda actual, wanted: abs(actual - 1 / wanted) < 1e-9,
    "the order is wrong, and the items are right": lambda actual, wanted: (
        actual != wanted and sorted(map(repr, actual)) == sorted(map(repr, wanted))
    ),
    "nothing comes back here, but elsewhere something does": lambda actual, _: actual is None,
    "nothing comes back": lambda actual, _: actual is None,
}
OF_ALL: dict[str, Callable[[Sequence[tuple[Any, Any]]], bool]] = {
    "it is off by one each time": lambda pairs: (
        len({a - w for a, w in pairs}) == 1 and abs(pairs[0][0] - pairs[0][1]) == 1
    ),
    "it would be the right answer to another test": lambda pairs: (
        repr(pairs[0][0]) in {repr(wanted) for _, wanted in pairs[1:]} and pairs[0][0] != pairs[0][1]
    ),
    "nothing comes back, in any test": lambda pairs: all(actual is None for actual, _ in pairs),
    "it is the same answer, yes or no, in every test": lambda pairs: len({repr(actual) for actual, _ in pairs}) == 1,
    "it is off by the same number each time": lambda pairs: len({a - w for a, w in pairs}) == 1,
    "it is the same result in every test": lambda pairs: len({repr(actual) for actual, _ in pairs}) == 1,
}
