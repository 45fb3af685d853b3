"""What the tutor says beside its questions, checked again: one claim for each statement of fact that is found."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dialogue.about import CODE
from dialogue.claims import Answers
from dialogue.relations import crash, relation
from dialogue.runs import Bench
from dialogue.supposed import statements_of
from gadfly_server.tutor.turns import Turn

FRAMES = (  # each takes the answer out of the words of an evidence
    rf"In the run(?:s)?,? (?:it|the call)? ?(?:was|gave|gave back|printed) {CODE}\.",
    r"In the (?:two )?runs? it was (?:line )?(\d+)\.",
    r"The first such pass is (\d+)\.",
    r"It stops at line (\d+)\.",
    r"It is line (\d+): (?:the head of the loop|only one of the two runs reached it)\.",
    r"In your program it is (?:line )?(\d+)\.",
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
    (r"In the run it was 1: both names stand for the same thing\.", "1"),
    (r"In the run it was 2: each name stands for a thing of its own\.", "2"),
    (r"The run did not end by itself: .*", "No"),
    (r"The test wants what counts as true\.", "True"),
    (r"The test wants what counts as false\.", "False"),
)


SAYING_NOTHING = re.compile(  # sentences that state no fact about the program, or only one about Python
    "|".join(
        (
            r"(?:Right|Good|Yes|Thank you|No problem|That is all right)\.",
            r"(?:Right|Yes|Good|That is it)[,:] (?:that is what|the (?:run|test)|you|that is how) .*",
            r"(?:That is fine|OK, we leave that one)\.",
            r"Pick what seems closest\.",
            r"I could not read that\.",
            r"Please answer with .*",
            r"Which names, lines or values take part\?",
            r"Say it with two of them, .*",
            r"Say it with a name, a line and a value, .*",
            r"Or say `\?` if you do not know\.",
            r"In your own words: .*|What happens to .*|Why does .*",
            r"Those were my questions about this run\.",
            r"That is all I can ask about this run\.",
            r"I have no more questions about this run\.",
            r"I have no open question now\.",
            r"It is your move now: .*",
            r"The tests will answer\.",
            r"I am waiting for your next idea\.",
            r"Save it, and we will see what the tests say\.",
            r"(?:What is your guess now|Is there a line that you doubt|Do you have an idea(?:, or a guess)?)\?",
            r"Try (?:it|an idea there|your idea) and save[:.].*",
            r"If you like, I can .*",
            r"Just say `more`\.",
            r"(?:Take a step first: |A guess at my question is enough, |Try an idea, even a small one, ).*",
            r"I can say more when the tests have run again\.",
            r"No idea yet\?|Go through the run step by step, .*|If you have none, ask your teacher\.",
            r"Now it is your turn: .*",
            r"(?:Then|After that,) I can help more\.",
            r"First the question about the example, .*",
            r"Then try an idea and save\.",
            r"Your teacher is the best help now\.",
            r"Take the list along\.",
            r"The test wants another value\.",
            r"A reminder: .*",
            r"Let us look at what happens\.",
        )
    ),
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
    supposed = [Claim(words, true) for words, true in (statements_of(text, focus, bench) if focus else ())]
    found = supposed or [*_known(text, right, said, focus, bench)]
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
        elif found := re.fullmatch(r"Right answers: (\d+) of (\d+)\.", line):
            yield Claim(line, (int(found[1]), int(found[2])) == (marked.count("right"), len(marked)))
        elif found := re.fullmatch(r"I tried (\d+) ideas?\.", line):
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
            yield Claim(found[0], None if right is None else _counted(answer, right))
    for found in re.finditer(r"In the run, line (\d+) was reached\.", text):
        yield Claim(found[0], None if right is None else bool({"Yes", f"It runs line {found[1]}"} & right))
    for found in re.finditer(r"In the run it was taken (\d+) times\.", text):
        yield Claim(found[0], None if right is None else found[1] in right)
    for found in re.finditer(rf"In the run, {CODE} (went from|stayed) {CODE}(?: to {CODE})?\.", text):
        shown = [each for each in found.groups()[3:] if each is not None]
        way = f"It stays {shown[0]}" if found[3] == "stayed" else f"It goes from {shown[0]} to {shown[-1]}"
        yield Claim(found[0], None if right is None else way in right)
    if repeated := re.match(
        rf"You said (?:{CODE}|“(.*?)”|(.*?))\. (?=In |The |Python |It |Line |There )", text, re.DOTALL
    ):
        shown = next((each for each in repeated.groups() if each is not None), "")
        yield Claim(repeated[0].strip(), _plain(shown).removeprefix("line") in _plain(said).removeprefix("line"))
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
        run = bench.test(focus)
        told = run.told
        yield Claim(found[0].partition(":")[0], None if run.broken else told.get("raised") == found[1])
        if found[2]:
            yield Claim(found[2], crash(found[2], str(told.get("raised")), str(told.get("said"))))
    if found := re.search(r"The run was stopped", text):
        yield Claim(found[0], bench.test(focus).endless)
    if found := re.search(rf"Your program gives {CODE}(?:: ([^.]*))?\.", text):
        told, shown = bench.sides(focus).told, found[1] or found[2]
        yield Claim(f"Your program gives `{shown}`", alike(shown, told["actual"]) if told.get("actual") else None)
        if found[3]:
            yield Claim(found[3], relation(found[3], focus, bench))
