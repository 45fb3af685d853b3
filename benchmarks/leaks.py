"""How many texts that give a repair away are caught, and how many that do not are taken for such.

    python benchmarks/leaks.py [--data FOLDER] [--set NAME …] [--limit N] [--level 2] [--references]
                               [--unheard] [--own N] [--show FILE]

Human tutors' turns are good ones; the fixes and descriptions of the sets give away what is wrong.
The direct and premature questions are our own (`leaking/probes.json`): no set with such labels is at hand.
What Gadfly itself can say is judged, too: every template, on so many programs of each set.
Fluent ones (`leaking/fluent.json`) are written as a language model would write them.
The weights of signs were learned from them and from human tutors' turns, so `benchmarks/learn_leaks.py` tells how the
check does on problems that it never saw.
Fresh questions about small programs (`leaking/small.json`) were written before the check was changed for them: it was
changed with a look at one half, and at nothing but the share of the other.
Cold ones (`leaking/cold.json`) are another hand's, written before the check was read.
The data are not part of this repository: without them only the small programs are measured.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.leaks.prepare import prepare
from gadfly_analyzers.leaks.verdict import Verdict
from gadfly_server.grading.intervals import estimate
from leaking import ours
from leaking.texts import COLD, FLUENT, IN_TALK, PLAIN, SMALL, Said, half, problem_of, texts_of
from localize.programs import SHARED, Program, programs_of, sets_in

HEADING = "## What gives too much away\n"
QUICK = os.environ.get("GADFLY_BENCH_QUICK") == "1"
HUMAN = "human tutors"


@dataclass(frozen=True)
class Judged:
    """One text with its verdict, and the seconds that this took."""

    set: str
    problem: str
    half: str
    said: Said
    verdict: Verdict
    seconds: float


def main() -> int:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--set", nargs="*", help="only these sets")
    parser.add_argument("--limit", type=int, default=6 if QUICK else 0, help="programs of each set; 0 for all")
    parser.add_argument("--level", type=int, default=2)
    parser.add_argument("--references", action="store_true", help="let the check know a correct program")
    parser.add_argument("--unheard", action="store_true", help="do not tell the check what the student had said")
    parser.add_argument(
        "--asked", action="store_true", help="only programs that human tutors or written questions speak of"
    )
    said_all = "programs of each set to say everything about; 0 for all"
    parser.add_argument("--own", type=int, default=2 if QUICK else 20, help=said_all)
    parser.add_argument("--show", type=Path, help="write down, as JSON Lines, where the verdict is wrong")
    chosen = parser.parse_args()
    print(HEADING)
    sets = {name: place for name, place in sets_in(chosen.data).items() if name in (chosen.set or (name,))}
    with tempfile.TemporaryDirectory() as workshop:
        programs = small(Path(workshop)) + [
            each
            for name, place in sets.items()
            for each in programs_with_texts(name, place, Path(workshop), chosen.limit)
            if not chosen.asked or each[1].get("dialogues") or each[1]["id"] in {*COLD, *FLUENT, *PLAIN}
        ]
        judged = asyncio.run(judge(programs, chosen.level, references=chosen.references, hears=not chosen.unheard))
        own = [each for name, place in sets.items() for each in programs_of(name, place, Path(workshop), chosen.own)]
        said = asyncio.run(ours.told(own))
    known = "with a correct program at hand" if chosen.references else "with the repairs that the search finds"
    print(f"`benchmarks/leaks.py`: share of texts that are held to leak at level {chosen.level}, {known}.")
    if chosen.asked:
        print("Only programs that human tutors or written questions speak of are measured.")
    heard = "without knowing" if chosen.unheard else "knowing"
    print(f"Tutors' turns are judged {heard} what the student had said.")
    print("The check was tuned on half of the problems; its mistakes on the other half were looked at once, too.")
    print("Weights of signs were learned on both; `benchmarks/learn_leaks.py` tells of problems left out of that.")
    print("Direct and premature questions are by those who wrote the check, but for the cold ones.\n")
    print("\n".join(table(judged)))
    if any(each.said.cold for each in judged):
        print("\nCold questions, about programs of all sets, were written before their author had read the check.")
        print("It was then changed with a look at misses among those of one half of the problems (learned from).")
        print("Shares with 95 % intervals over problems; of strange problems nothing else was learned, either.\n")
        print("\n".join(cold(judged)))
    print(f"\nA verdict takes {timing(judged)}.\n")
    if not said:
        print("The data sets are not here: `--data FOLDER` names their place.")
        return 0
    print("All that Gadfly itself can say at levels 0 to 5, and dialogues with it; what would leak is not said.\n")
    print("\n".join(ours.table(said)))
    print(f"\nA verdict on one of these takes {ours.timing(said)}.")
    if chosen.show:
        lines = [
            *wrong(judged),
            *(json.dumps([each.set, each.name, each.verdicts.leaking, each.leaked]) for each in said),
        ]
        chosen.show.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return 0


def programs_with_texts(
    name: str, place: Path, workshop: Path, limit: int = 0
) -> list[tuple[Program, Mapping[str, Any]]]:
    """Read programs, each with all that its set knows of it."""
    known = (
        {item["id"]: item for item in map(json.loads, place.read_text("utf-8").splitlines())} if place.is_file() else {}
    )
    return [
        (each, known.get(each.item.get("id"), dict(each.item))) for each in programs_of(name, place, workshop, limit)
    ]


def small(workshop: Path) -> list[tuple[Program, Mapping[str, Any]]]:
    """Write the small programs down, each with its tests."""
    found = []
    for item in SMALL:
        folder = workshop / item["id"]
        folder.mkdir()
        (folder / "program.py").write_text(item["buggy_code"], "utf-8")
        (folder / "test_program.py").write_text(item["tests"], "utf-8")
        found.append((Program("small programs", folder, item["buggy_code"], item), item))
    return found


async def judge(
    programs: Sequence[tuple[Program, Mapping[str, Any]]], level: int, *, references: bool, hears: bool
) -> list[Judged]:
    """Judge all texts about all programs."""
    found: list[Judged] = []
    async with Runner() as runner:
        for program, item in programs:
            path = program.folder / "program.py"
            checker = await prepare(
                path,
                runner,
                interpreter=Path(sys.executable),
                assignment=Assignment(path, (program.folder / "test_program.py",), program.folder),
                references=[program.fixed] if references and program.fixed else [],
            )
            for said in texts_of(item):
                began = time.perf_counter()
                verdict = await checker.verdict(said.text, level, said.heard if hears else ())
                found.append(
                    Judged(program.set, problem_of(item), half(item), said, verdict, time.perf_counter() - began)
                )
    return found


def table(judged: Sequence[Judged]) -> list[str]:
    """Count, for each sort of text of each set, how many are held to leak."""
    rows = ["| texts | set | wanted | texts | held to leak % | tuned on | held out |", "|---|---|---|---|---|---|---|"]
    for sort, name in dict.fromkeys((each.said.sort, each.set) for each in judged):
        some = [each for each in judged if (each.said.sort, each.set) == (sort, name)]
        cells = [share(some), *(share([each for each in some if each.half == one]) for one in ("tuned", "held out"))]
        wanted = "all" if some[0].said.leaks else "none"
        rows.append(f"| {sort} | {name} | {wanted} | {len(some)} | {' | '.join(cells)} |")
    return rows


def cold(judged: Sequence[Judged]) -> list[str]:
    """Give the shares of questions of another hand, and beside them those of human tutors."""
    taught = {each.problem for each in judged if each.said.teaches}
    rows = [
        "| texts | number | held to leak % | learned from | kept back | kept back, strange |",
        "|---|---|---|---|---|---|",
    ]
    direct = "direct: cold questions"
    for sort in (direct, direct + IN_TALK, "premature: cold questions", "good: cold questions", HUMAN):
        some = [
            each for each in judged if each.said.sort == sort or (sort == HUMAN and each.said.sort.startswith(HUMAN))
        ]
        kept = [each for each in some if each.half == "held out"]
        strange = [each for each in kept if each.problem not in taught]
        tuned = [each for each in some if each.half == "tuned"]
        cells = " | ".join(interval(each) for each in (some, tuned, kept, strange))
        rows.append(f"| {sort} | {len(some)} | {cells} |")
    return rows


def interval(judged: Sequence[Judged]) -> str:
    """Give the percentage that is held to leak, between the limits of its interval."""
    by_problem: dict[str, list[float]] = {}
    for each in judged:
        by_problem.setdefault(each.problem, []).append(100.0 * each.verdict.leaks)
    found = estimate(by_problem)
    return f"{found.mean:.1f} ({found.low:.1f} to {found.high:.1f})" if found else ""


def share(judged: Sequence[Judged]) -> str:
    """Give the percentage that is held to leak."""
    return f"{100 * sum(each.verdict.leaks for each in judged) / len(judged):.1f}" if judged else ""


def timing(judged: Sequence[Judged]) -> str:
    """Give how long verdicts take."""
    tenths = quantiles([each.seconds * 1000 for each in judged], n=10)
    longest = max(each.seconds * 1000 for each in judged)
    return f"{tenths[4]:.1f} ms (p50), {tenths[8]:.1f} ms (p90), at most {longest:.0f} ms"


def wrong(judged: Sequence[Judged]) -> list[str]:
    """Give the texts with a wrong verdict."""
    return [
        json.dumps(
            [each.set, each.half, each.said.sort, each.said.text, [reason.text for reason in each.verdict.reasons]]
        )
        for each in judged
        if each.verdict.leaks != each.said.leaks
    ]


if __name__ == "__main__":
    sys.exit(main())
