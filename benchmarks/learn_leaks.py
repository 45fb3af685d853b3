"""Learns how much each sign of a text speaks for it that the text leads to a repair.

    python benchmarks/learn_leaks.py [--data FOLDER] [--own N]

What leads is our own: questions about programs of the sets (`leaking/`), by themselves and put into human dialogues,
but for the cold ones about one half of the problems: these only measure. What does not are human tutors' turns and what
Gadfly itself says. The weights are those of a logistic regression; they are fitted

* to one half of the problems, for the share of the other half that they catch, which is printed, and
* to all problems, for `leaks/weights.json`; what is printed of these is of problems left out of the fit, a fifth at
  a time.

From which sum on a text leaks is set so that no more than `FALSE_ALARMS` of the human turns of problems left out of the
fit are taken for leaks, by whatever reason.
The data are not part of this repository: without them there is nothing to learn from, and this says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.checker import Checker
from gadfly_analyzers.leaks.prepare import prepare
from gadfly_analyzers.leaks.verdict import Kind
from gadfly_analyzers.leaks.weighing import OUTSET, TABLE, is_certain
from gadfly_analyzers.source import Source
from gadfly_server.sessions import Session
from gadfly_server.tutor.facts import facts_of
from leaking.logistic import Row, fit, total
from leaking.sayings import sayings
from leaking.texts import COLD, FLUENT, IN_TALK, PLAIN, Said, half, problem_of, texts_of
from leaks import programs_with_texts, small
from localize.programs import SHARED, Program, programs_of, sets_in

WEIGHTS = Path(__file__).resolve().parents[1] / "analyzers" / "gadfly_analyzers" / "leaks" / TABLE
FALSE_ALARMS = 0.05
FOLDS = 5
SELDOM = 4  # a sign of fewer texts is not weighed
LEVEL = 2
# How much a text of each sort counts; what tells to edit is caught by its verbs, and not weighed.
COUNTS: Mapping[str, float] = {
    "premature: fluent questions": 0.0,
    "premature: plain questions": 0.0,
    "premature: cold questions": 0.0,
    "premature: our own requests": 0.0,
    "premature: fresh requests": 0.0,
    "direct: fluent questions": 1.5,
    "direct: plain questions": 1.0,
    "direct: cold questions": 1.5,
    "direct: our own questions": 1.0,
    "direct: fresh questions": 1.0,
    "bugs as described": 2.0,
    "human tutors, early": 1.0,
    "human tutors, late": 1.0,
    "human tutors, alternatives": 0.7,
    "good: fluent questions": 1.2,
    "good: plain questions": 1.2,
    "good: cold questions": 1.2,
    "good: fresh questions": 1.2,
    "our own tutor": 0.9,
}
WORTH_IN_TALK = 0.75  # as often as a question is put into a talk, twice, it counts there
OWN_TEXTS = 10  # of each program
OWN_SEED = 3
HIGHEST = 3  # the level above which Gadfly may tell the direction


@dataclass(frozen=True)
class Text:
    """A text with its signs; ``caught`` tells that it leaks for other reasons, ``edits`` that one is an edit."""

    problem: str
    half: str
    sort: str
    leaks: bool
    signs: frozenset[str]
    caught: bool
    edits: bool

    @property
    def kept_back(self) -> bool:
        """Whether it is one of the cold questions that nothing is ever learned from, so that they can tell."""
        return "cold questions" in self.sort and self.half == "held out"

    @property
    def human(self) -> bool:
        """Whether a human tutor said it."""
        return self.sort.startswith("human")


def main() -> int:
    """Learn, print and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--own", type=int, default=4, help="programs of each set about which Gadfly speaks")
    chosen = parser.parse_args()
    sets = sets_in(chosen.data)
    if not sets:
        print("The data sets are not here: `--data FOLDER` names their place.")
        return 0
    texts = asyncio.run(harvest(sets, chosen.own))
    learned_on, kept = ([each for each in texts if each.half == side] for side in ("tuned", "held out"))
    print("Fitted to one half of the problems; the other half:\n")
    weights = fitted(learned_on, threshold(learned_on, left_out_sums(learned_on)))
    print("\n".join(shares(kept, weighed(kept, weights))))
    left_out = left_out_sums(texts)
    edge = threshold(texts, left_out)
    print("\nFitted to all problems but those judged:\n")
    print("\n".join(shares(texts, [each - edge for each in left_out])))
    WEIGHTS.write_text(json.dumps(fitted(texts, edge), indent=1, sort_keys=True) + "\n", "utf-8")
    return 0


async def harvest(sets: Mapping[str, Path], own: int) -> list[Text]:
    """Read the signs of all texts."""
    found: list[Text] = []
    with tempfile.TemporaryDirectory() as workshop:
        programs = small(Path(workshop))
        for name, place in sets.items():
            programs += [
                (each, item)
                for each, item in programs_with_texts(name, place, Path(workshop))
                if item["id"] in {*FLUENT, *PLAIN, *COLD} or item.get("dialogues")
            ]
        async with Runner() as runner:
            for program, item in programs:
                path = program.folder / "program.py"
                tests = Assignment(path, (program.folder / "test_program.py",), program.folder)
                checker = await prepare(path, runner, interpreter=Path(sys.executable), assignment=tests)
                found += [
                    await _read(checker, program, said)
                    for said in texts_of(item)
                    if said.sort.removesuffix(IN_TALK) in COUNTS
                ]
            for name, place in sets.items():
                for program in programs_of(name, place, Path(workshop), own):
                    found += await _own(program, runner)
    return found


async def _read(checker: Checker, program: Program, said: Said) -> Text:
    verdict = await checker.verdict(said.text, LEVEL, said.heard)
    kinds = {reason.kind for reason in verdict.reasons} - {Kind.POINT, Kind.WORD}
    problem = problem_of(program.item)
    side = half(program.item)
    signs = checker.signs(said.text, said.heard)
    return Text(problem, side, said.sort, said.leaks, signs, bool(kinds) or is_certain(signs), Kind.EDIT in kinds)


async def _own(program: Program, runner: Runner) -> list[Text]:
    """Give some of what Gadfly says of a program."""
    session = Session(program.folder / "program.py", runner)
    await session.refresh(Source.parse(program.text))
    assert session.examination is not None
    assert session.examination.checker is not None
    said = {text for level, _, text in sayings(session.examination, facts_of(session.examination)) if level <= HIGHEST}
    chosen = random.Random(OWN_SEED).sample(sorted(said), min(OWN_TEXTS, len(said)))
    checker = session.examination.checker
    return [await _read(checker, program, Said("our own tutor", text, leaks=False)) for text in chosen]


def fitted(texts: Sequence[Text], edge: float) -> dict[str, float]:
    """Give weights, with an outset from which above zero is a leak."""
    weights = _fit(texts)
    weights[OUTSET] -= edge
    return {sign: round(weight, 3) for sign, weight in weights.items() if round(weight, 3)}


def left_out_sums(texts: Sequence[Text]) -> list[float]:
    """Weigh each text with weights that never saw its problem."""
    problems = sorted({each.problem for each in texts})
    fold = {problem: number % FOLDS for number, problem in enumerate(problems)}
    tables = [_fit([each for each in texts if fold[each.problem] != number]) for number in range(FOLDS)]
    return [total(each.signs, tables[fold[each.problem]]) for each in texts]


def threshold(texts: Sequence[Text], sums: Sequence[float]) -> float:
    """Give the sum above which no more human turns are taken for leaks than may be."""
    human = sorted(
        (float("inf") if text.caught else each for text, each in zip(texts, sums, strict=True) if text.human),
        reverse=True,
    )
    return human[int(FALSE_ALARMS * len(human))]


def weighed(texts: Sequence[Text], weights: Mapping[str, float]) -> list[float]:
    """Weigh texts."""
    return [total(each.signs, weights) for each in texts]


def shares(texts: Sequence[Text], sums: Sequence[float]) -> list[str]:
    """Tell, for each sort of text, how many are held to leak."""
    of, leaking = Counter[str](), Counter[str]()
    for text, each in zip(texts, sums, strict=True):
        for sort in (text.sort, *(["human tutors, all"] if text.human else [])):
            of[sort] += 1
            leaking[sort] += text.caught or each > 0
    rows = (f"| {sort} | {of[sort]} | {100 * leaking[sort] / of[sort]:.1f} |" for sort in sorted(of))
    return ["| texts | number | held to leak % |", "|---|---|---|", *rows]


def worth(sort: str) -> float:
    """Tell how much a text of a sort counts; 0 for what is not weighed."""
    return COUNTS.get(sort.removesuffix(IN_TALK), 0.0) * (WORTH_IN_TALK if sort.endswith(IN_TALK) else 1.0)


def _fit(texts: Sequence[Text]) -> dict[str, float]:
    seen = Counter(sign for each in texts for sign in each.signs)
    rows = [
        Row(frozenset(sign for sign in each.signs if seen[sign] >= SELDOM), each.leaks, worth(each.sort))
        for each in texts
        if not each.edits and worth(each.sort) and not each.kept_back
    ]
    return fit(rows)


if __name__ == "__main__":
    sys.exit(main())
