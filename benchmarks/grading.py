"""How the grader of hints does: tutors whose quality is known, bad questions, and how much it takes.

    python benchmarks/grading.py [--data FILE] [--limit N] [--tutors N] [--show FILE]

The table of tutors takes longest, for simulated students try thousands of edits: about ten minutes for all programs.

The programs and the human dialogues are the development part of the Socratic Debugging Benchmark, which is not part of
this repository: without it there is nothing to measure, and this says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import resource
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from gadfly_analyzers.execution.runner import Runner
from gadfly_server.grading.adapters import socratic
from gadfly_server.grading.case import Cases
from gadfly_server.grading.grade import NAMES, grade, graded_turn
from gadfly_server.grading.graded import Graded
from gadfly_server.grading.intervals import difference, share_of
from gadfly_server.grading.overlap.section import overlap_of
from gadfly_server.grading.reports.table import cell, label
from gadfly_server.grading.score import Moment
from gadfly_server.grading.summary import BY_RULES, DIALOGUE, summaries, values_of
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.unit import units
from hints.bad import KINDS, bad
from hints.paraphrases import paraphrases
from hints.systems import elsewhere, fixes, instead, ladder, pointers
from leaking.texts import half
from localize.programs import SHARED

HEADING = "## How good the grader of hints is\n"
NOTE = """Bad questions in the place of human ones; the halves are of problems.
Nothing was learned from questions about the second half, nor do words of its human turns count as talk of bugs.
The fresh irrelevant questions about it were written before the signs of relevance were chosen.
While these were chosen, only totals of the half were looked at.  Of repeated questions this does not hold: by which
words they are known again was chosen with a look at those of both halves that were missed."""
BEST = """Question usefulness is that of the turns that ask about something in the program: a greeting, praise, or "What
did you expect?" alone helps nobody.  What is taught is measured at the end of a dialogue, after all of its turns.
Usefulness and what is taught are also given as a share of what the exact pointer gives on the same programs:
more than that only code can do.  How simulated students read hints was chosen on the problems of the first half;
which turns begin a walk through the program, with a look at human turns about all of them."""
USEFUL = ("usefulness", "question_usefulness", "taught")
QUICK = bool(os.environ.get("GADFLY_BENCH_QUICK"))


def main() -> None:
    """Measure and print."""
    options = arguments()
    print(HEADING)
    if not options.data.is_file():
        print("Not measured: the data set is not here. `--data FILE` names its place.")
        return
    items = [item for item in socratic.items(options.data) if item.get("dialogues")]
    items = _spread(items, options.limit)
    names = {item["id"] for item in items}
    human = [each for each in socratic.read(options.data) if each.id.partition("/")[0] in names]
    asyncio.run(_measured(items, human, options))


async def _measured(items: Sequence[dict[str, Any]], human: Sequence[Transcript], options: argparse.Namespace) -> None:
    tutors = sum(turn.role == "tutor" for each in human for turn in each.turns)
    print(f"`benchmarks/grading.py`: {len(items)} programs, {len(human)} human dialogues, {tutors} turns of tutors,")
    print(f"{_answers(human)} of them after a turn of the student.  Means with 95 % intervals over problems.")
    (_, started), (graded, whole) = await _timed(()), await _timed(human)
    used, versions = whole - started, _versions(human)
    print(f"\nStudents changed their programs: there are {versions} versions.  Once an interpreter is warm, the scores")
    print(f"without simulated students took {used:.1f} s of processor time, children included: {versions / used:.1f}")
    print(f"programs, {len(human) / used:.1f} dialogues, {tutors / used:.0f} turns a second.", flush=True)
    if not options.no_bad:
        async with Runner() as runner:
            judged = await _judged(human, runner)
        print(f"\n{NOTE}\n")
        print("\n".join(_detection(graded, judged, {item["id"]: half(item) for item in items})), flush=True)
        print("\n" + "\n".join(paraphrases()), flush=True)
        if options.show:
            rows = [*_wrong(graded, judged)]
            options.show.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    if options.no_systems:
        return
    items = _spread(items, options.tutors)
    names = {item["id"] for item in items}
    human = [each for each in human if each.id.partition("/")[0] in names]
    async with Runner() as runner:
        asked = [instead(each, tutor) for tutor in ("random question", "constant questions") for each in human]
        others = [*fixes(items), *pointers(items), *asked, *elsewhere(human), *await ladder(items, runner)]
        systems = await _graded([*human, *others], runner, useful=True)
    print(f"\nTutors whose quality is known, on {len(items)} programs.  An exact pointer asks what happens on a line")
    print(
        "that is to be repaired.  Random and constant questions stand in the place of human ones: what students do, and"
    )
    print("whether that solves it, is as it was.  About another program is what human tutors said in other dialogues.")
    print(f"{BEST}\n")
    print("\n".join(_glance(systems)) + "\n")
    print("\n".join(_systems(systems, {item["id"]: half(item) for item in items})))
    print("\n" + "\n".join(overlap_of([*human, *asked])))


def _spread(items: Sequence[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    """Choose so many, evenly spread; 0 for all."""
    most = min(count or len(items), len(items))
    return [items[number * len(items) // most] for number in range(most)]


async def _timed(transcripts: Sequence[Transcript]) -> tuple[list[Graded], float]:
    """Grade with an interpreter of their own; also give the processor seconds of all processes."""
    before = _cpu()
    async with Runner() as runner:
        await runner.warm(Path(sys.executable))
        graded = await _graded(transcripts, runner)
    return graded, _cpu() - before


async def _judged(human: Sequence[Transcript], runner: Runner) -> list[Graded]:
    """Grade bad questions, and of the dialogues in which they stand nothing else."""
    cases = Cases(runner, Path(sys.executable))
    found = []
    for unit in units(human):
        every = [each for one in unit.transcripts for each in bad(one)]
        texts = [each.turns[-1].text for each in every]
        async with cases.of(every[0], every[0].program, texts) as case:
            for each in every:
                turn = await graded_turn(Moment(each, len(each.turns) - 1, case))
                found.append(Graded(each.id, each.tutor, each.problem, (turn,)))
    return found


async def _graded(transcripts: Sequence[Transcript], runner: Runner, *, useful: bool = False) -> list[Graded]:
    cases = Cases(runner, Path(sys.executable), useful=useful)
    return [each for unit in units(transcripts) for each in await grade(unit.transcripts, cases)]


def _answers(human: Sequence[Transcript]) -> int:
    """Count the turns of tutors that follow one of the student: the units of the benchmark."""
    return sum(
        (before.role, turn.role) == ("student", "tutor")
        for each in human
        for before, turn in zip(each.turns, each.turns[1:], strict=False)
    )


def _versions(human: Sequence[Transcript]) -> int:
    """Count the programs, each as often as a student changed it."""
    changed = {(each.problem, turn.program) for each in human for turn in each.turns if turn.program is not None}
    return len(changed | {(each.problem, each.program) for each in human})


def _glance(graded: Sequence[Graded]) -> Iterator[str]:
    """Give first what is to be expected of three of the tutors, before all is told of all of them."""
    shown = ("verbatim fix", "random question", "human")
    told = {each.tutor: each.scores for each in summaries(graded) if each.tutor in shown}
    yield "| at a glance | " + " | ".join(shown) + " | human less random, problem by problem |"
    yield "|---|" + "---|" * (len(shown) + 1)
    for name in (*NAMES, "arrived", "taught"):
        human, drawn = (
            values_of([each for each in graded if each.tutor == tutor], name) for tutor in ("human", "random question")
        )
        if any(human.values()):
            cells = [cell(told[tutor][name]) for tutor in shown] + [cell(difference(human, drawn))]
            yield f"| {label(name)} | {' | '.join(cells)} |"
    for name in USEFUL:
        best = _gains(graded, "exact pointer", name)
        shares = [share_of(_gains(graded, tutor, name), best) for tutor in shown]
        yield f"| {label(name)}, of the exact pointer's | {' | '.join(map(cell, shares))} | |"


def _systems(graded: Sequence[Graded], halves: Mapping[str, str]) -> Iterator[str]:
    told = summaries(graded)
    yield "| score | " + " | ".join(f"{each.tutor} ({each.turns} turns)" for each in told) + " |"
    yield "|---|" + "---|" * len(told)
    for name in (*NAMES, *DIALOGUE, *BY_RULES):
        if any(each.scores[name] for each in told):
            yield (f"| {label(name)} | " + " | ".join(cell(each.scores[name]) for each in told) + " |")
    for side in ("tuned", "held out"):
        part = summaries([each for each in graded if halves[each.id.partition("/")[0]] == side])
        for name in USEFUL:
            cells = {each.tutor: cell(each.scores[name]) for each in part}
            yield f"| {label(name)}, {side} | " + " | ".join(cells.get(each.tutor, "") for each in told) + " |"
    for side in ("", "tuned", "held out"):
        part = [each for each in graded if side in ("", halves[each.id.partition("/")[0]])]
        for name in USEFUL:
            best = _gains(part, "exact pointer", name)
            shares = [share_of(_gains(part, each.tutor, name), best) for each in told]
            where = f", {side}" if side else ""
            yield f"| {label(name)}, of the exact pointer's{where} | " + " | ".join(map(cell, shares)) + " |"


def _gains(graded: Sequence[Graded], tutor: str, name: str) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {}
    for each in graded:
        if each.tutor == tutor:
            gains = each.values(name) if name != "taught" else [each.taught] if each.taught is not None else []
            found.setdefault(each.problem, []).extend(gains)
    return {problem: gains for problem, gains in found.items() if gains}


def _detection(human: Sequence[Graded], judged: Sequence[Graded], halves: dict[str, str]) -> Iterator[str]:
    yield "| bad questions | by | count | found % | tuned on | held out | any | false alarms % | tuned on | held out |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for kind, name in KINDS.items():
        found = [(halves[each.id.split("/")[0]], each.turns[-1]) for each in judged if each.tutor == kind]
        alarms = [(halves[each.id.split("/")[0]], turn) for each in human for turn in each.turns]
        cells = [
            _share([one for side, one in found if which in ("", side)], (name,)) for which in ("", "tuned", "held out")
        ]
        false = [
            _share([one for side, one in alarms if which in ("", side)], (name,)) for which in ("", "tuned", "held out")
        ]
        either = _share([one for _, one in found], tuple(KINDS.values()))
        yield f"| {kind} | {name} | {len(found)} | {' | '.join(cells)} | {either} | {' | '.join(false)} |"


def _share(turns: Sequence[Any], names: tuple[str, ...]) -> str:
    judged = ([turn.scores[name].value for name in names] for turn in turns)
    held = [0 in values for values in judged if any(value is not None for value in values)]
    return f"{100 * sum(held) / len(held):.1f}" if held else ""


def _wrong(human: Sequence[Graded], judged: Sequence[Graded]) -> Iterator[list[str]]:
    for each in judged:
        if each.turns[-1].scores[KINDS[each.tutor]].value != 0:
            yield ["missed", each.tutor, each.id, each.turns[-1].text]
    for each in human:
        for turn in each.turns:
            yield from (
                ["alarm", name, each.id, turn.text, turn.scores[name].evidence]
                for name in KINDS.values()
                if turn.scores[name].value == 0
            )


def _cpu() -> float:
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data" / "socratic_benchmark" / "dev.jsonl")
    parser.add_argument("--limit", type=int, default=2 if QUICK else 0, help="programs; 0 for all")
    parser.add_argument("--tutors", type=int, default=0, help="programs for the table of tutors; 0 for all")
    parser.add_argument("--no-systems", action="store_true", help="leave out the tutors, which take longest")
    parser.add_argument("--no-bad", action="store_true", help="leave out the bad questions")
    parser.add_argument("--show", type=Path, help="write down, as JSON Lines, which bad questions were not found")
    return parser.parse_args()


if __name__ == "__main__":
    main()
