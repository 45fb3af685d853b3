"""Learn what each sign of an irrelevant question weighs, and write it down for the grader.

    python benchmarks/learn_relevance.py [--data FOLDER] [--write]

Learned from: what human tutors say in the dialogues of the Socratic Debugging Benchmark, and questions of our own about
programs of all data sets, which are relevant; and irrelevant ones of our own. All are about problems of the first half:
what is said about the problems of the other is for `benchmarks/grading.py` alone. Words that belong to any talk of bugs
(`craft.txt`) count as known only where they are used about other problems too, as they will have to be. Printed is how
the weights do on problems from which they were not learned.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import gadfly_server.grading
from gadfly_analyzers.leaks.weighing import OUTSET as FREE
from gadfly_server.grading.adapters import socratic
from gadfly_server.grading.case import Case
from gadfly_server.grading.score import Moment
from gadfly_server.grading.scores.relevance import OUTSET, leads_away
from gadfly_server.grading.signs import signs
from gadfly_server.grading.strangers import craft, parts
from gadfly_server.grading.transcript import Transcript, Turn
from hints.bad import ANYWHERE, FRESH, IRRELEVANT
from leaking.logistic import Row, fit
from leaking.texts import COLD, FLUENT, PROBES, SMALL, half, problem_of
from localize.programs import SHARED

WEIGHTS = Path(gadfly_server.grading.__file__).parent / "relevance.json"
SETS = ("socratic_benchmark", "quixbugs", "refactory", "humanevalfix", "treeinstruct")
FOLDS = 8
IRRELEVANT_COUNTS = 5.0  # all uses of one irrelevant question together; a human turn counts 1, any other 0.5
HALF = 0.5


@dataclass(frozen=True)
class Example:
    """A text in its place, what it is, and what it counts."""

    problem: str
    sort: str
    moment: Moment
    counts: float

    @property
    def leads_away(self) -> bool:
        """Whether it is an irrelevant one."""
        return self.sort.startswith("irrelevant")


def main() -> None:
    """Learn, print, and write down."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--write", action="store_true", help="write the weights into the package")
    options = parser.parse_args()
    if not (options.data / SETS[0] / "dev.jsonl").is_file():
        print("Nothing to learn from: the data sets are not here. `--data FOLDER` names their place.")
        return
    every = _evened([*_human(options.data), *_ours(options.data)])
    told = _told(every)
    print("\n".join(_crossed(every, told)))
    if options.write:
        learned = _learned(every, told)
        ordered = dict(sorted(((name, round(weight, 3)) for name, weight in learned.items()), key=lambda it: -it[1]))
        WEIGHTS.write_text(json.dumps(ordered, indent=1) + "\n", "utf-8")


def _human(data: Path) -> Iterator[Example]:
    """Give human turns of the first half with their alternatives, and irrelevant questions in their place."""
    path = data / SETS[0] / "dev.jsonl"
    tuned = {item["id"]: item for item in socratic.items(path) if half(item) == "tuned"}
    general = 0
    for dialogue in socratic.read(path):
        name = dialogue.id.partition("/")[0]
        if name not in tuned:
            continue
        problem, case = problem_of(tuned[name]), _case(dialogue.program, dialogue.tests, dialogue.task)
        for number, turn in enumerate(dialogue.turns):
            if turn.role != "tutor" or not number or dialogue.turns[number - 1].role != "student":
                continue
            yield Example(problem, "human", Moment(dialogue, number, case), 1.0)
            for text in turn.references:
                yield Example(problem, "alternatives", _said(dialogue, number, case, text), HALF)
            for text in (*IRRELEVANT.get(name, ()), *FRESH.get(name, ())):
                yield Example(problem, "irrelevant", _said(dialogue, number, case, text), 0.0)
            general += 1
            for text in ANYWHERE[general % FOLDS :: FOLDS]:
                yield Example(problem, "irrelevant anywhere", _said(dialogue, number, case, text), 0.0)


def _ours(data: Path) -> Iterator[Example]:
    """Give our own relevant questions, of all data sets, and general ones about the same programs."""
    for turn, item in enumerate([*_items(data), *SMALL]):
        name = item["id"]
        if half(item) != "tuned":
            continue
        direct, premature = PROBES.get(name, ((), ()))
        said = [
            *direct,
            *premature,
            *(text for each in ("direct", "premature", "good") for text in item.get(each) or ()),
        ]
        said += [text for hand in (FLUENT, COLD) for texts in hand.get(name, {}).values() for text in texts]
        if not said:
            continue
        program = str(item["buggy_code"])
        lesson = Transcript(id=name, tutor="ours", problem=problem_of(item), program=program, turns=())
        case = _case(program, json.dumps(item.get("tests") or ""), item.get("problem_statement") or "")
        for text in said:
            yield Example(lesson.problem, "ours", _said(lesson, 0, case, text), HALF)
        for text in ANYWHERE[turn % FOLDS :: FOLDS]:
            yield Example(lesson.problem, "irrelevant anywhere", _said(lesson, 0, case, text), 0.0)


def _items(data: Path) -> Iterator[Mapping[str, Any]]:
    for name in SETS:
        for line in (data / name / "dev.jsonl").read_text("utf-8").splitlines():
            yield json.loads(line)


def _case(program: str, tests: str, task: str) -> Case:
    return cast(Case, SimpleNamespace(source=SimpleNamespace(text=program), tests=tests, task=task))


def _said(dialogue: Transcript, number: int, case: Case, text: str) -> Moment:
    turns = (*dialogue.turns[:number], Turn(role="tutor", text=text))
    return Moment(dialogue.model_copy(update={"turns": turns}), number, case)


def _evened(examples: Sequence[Example]) -> list[Example]:
    """Let each irrelevant question count as much as any other, however often it stands somewhere."""
    uses = Counter(each.moment.turn.text for each in examples if each.leads_away)
    return [
        Example(each.problem, each.sort, each.moment, each.counts or IRRELEVANT_COUNTS / uses[each.moment.turn.text])
        for each in examples
    ]


def _told(examples: Sequence[Example]) -> list[frozenset[str]]:
    """Give the signs of all; a word is one of any talk of bugs if it is used about another problem, too."""
    used: dict[str, set[str]] = defaultdict(set)
    for each in examples:
        if each.sort in ("human", "alternatives"):
            for word in parts(each.moment.turn.text):
                used[word].add(each.problem)
    talk = {
        problem: frozenset(word for word in craft() if used[word] != {problem})
        for problem in {each.problem for each in examples}
    }
    return [signs(each.moment, talk[each.problem]) for each in examples]


def _learned(examples: Sequence[Example], told: Sequence[frozenset[str]]) -> dict[str, float]:
    rows = [Row(found, each.leads_away, each.counts) for each, found in zip(examples, told, strict=True)]
    found = fit(rows)
    return {OUTSET: found.pop(FREE), **found}


def _crossed(examples: Sequence[Example], told: Sequence[frozenset[str]]) -> Iterator[str]:
    """Tell how many of each sort lead away by weights that were learned from other problems."""
    both = list(zip(examples, told, strict=True))
    problems = sorted({each.problem for each in examples})
    tallies: dict[str, list[bool]] = defaultdict(list)
    for fold in range(FOLDS):
        left = set(problems[fold::FOLDS])
        known = [(each, found) for each, found in both if each.problem not in left]
        weights = _learned([each for each, _ in known], [found for _, found in known])
        for each, found in both:
            if each.problem in left:
                tallies[each.sort].append(leads_away(found, weights))
    yield "| texts | count | lead away % |"
    yield "|---|---|---|"
    yield from (f"| {sort} | {len(held)} | {100 * sum(held) / len(held):.1f} |" for sort, held in tallies.items())


if __name__ == "__main__":
    main()
