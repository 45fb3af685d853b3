"""Learns from programs with known faults which repairs are right, and how much each piece of evidence weighs.

    python benchmarks/learn.py harvest [--data FOLDER] [--set NAME …] [--limit N] [--one-of N K]
    python benchmarks/learn.py fit
    python benchmarks/learn.py claims

``harvest`` searches every program of the development sets and of our own (``benchmarks/beginners`` and
``benchmarks/courses``) and keeps what that showed in ``build/harvest``; those of ``benchmarks/lab``, too, from which
nothing is learned.
``fit`` counts kinds of repair and fits the weights of a conditional logit (see ``localize/fusion.py``), writes
``localize/learned.json`` from all sets and, for cross-validation, ``benchmarks/learned/without-<set>.json`` from all
sets but one and ``fold-<n>.json`` from all sets but every eighth problem, and prints how the ranking does on each set
with weights that never saw it, and with such that saw other problems of it.
``claims`` leaves the weights as they are, and learns anew from which score a statement is called certain.
The development sets are not part of this repository: where one is not there, this says so.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import pickle
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from gadfly_analyzers.check import check
from gadfly_analyzers.execution.assignment import Assignment
from gadfly_analyzers.execution.limits import Limits, hasty
from gadfly_analyzers.execution.results import RunResult
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.execution.trial import Budget
from gadfly_analyzers.findings import Span
from gadfly_analyzers.localize.features import Features, of_first
from gadfly_analyzers.localize.fusion import chances, sharpened_features
from gadfly_analyzers.localize.grounds import SOME, grounds_of
from gadfly_analyzers.localize.hits import Searched
from gadfly_analyzers.localize.learned import Counts, Learned
from gadfly_analyzers.localize.ranking import suspects
from gadfly_analyzers.localize.search import Search
from gadfly_analyzers.localize.spectrum import spectrum
from gadfly_analyzers.outline import Statement
from gadfly_analyzers.source import Source
from localize.folds import FOLDS, fold_of
from localize.weights import UNSEEN

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
HARVEST = ROOT / "build" / "harvest"
TABLE = ROOT / "analyzers" / "gadfly_analyzers" / "localize" / "learned.json"
WITHOUT = ROOT / "benchmarks" / "learned"
SETS = ("quixbugs", "humanevalfix", "refactory", "socratic_benchmark", "treeinstruct")
OWN = ("beginners", "courses")  # beside this script, one folder a program, as are the ``UNSEEN``
LIMITS = hasty(Limits(wall_seconds=20.0))
BUDGET = Budget(candidates=6_000, steps=12_000_000, seconds=12.0)  # more than a student would wait
ROUNDS = 300
STIFFNESS = 0.01  # what a weight costs, so that what was seen seldom stays small …
STIFFER = 0.03  # … and the weights of the text, of which there are many
OF_TEXT = ("kind/", "text/")
Row = NDArray[Any]  # one number per statement, or per program
EVEN = 0.5  # 0: each program counts the same; 1: each set does
OURS = 0.5  # what a program of our own counts beside one that a student wrote
CLAIMED_RIGHT = 0.94  # share of the claims on each ground that is to be expected right …
DOUBT = 0.5  # … where few were seen: with so much of a right and of a wrong one beside them (Jeffreys)
CLAIMED_FROM = {SOME: 0.3}  # the least score of one: where several statements are at fault, each has a part of it …
CLAIMED_ALONE = 0.51  # … and else what is likelier than all others together


@dataclass(frozen=True)
class Example:
    """One program with its faulty statements (by number among all), what its tests showed, and what a search did."""

    name: str
    set: str
    text: str
    faulty: frozenset[int]
    run: RunResult
    searched: Searched


# -- harvest -------------------------------------------------------------------------------------------------------


async def harvest(data: Path, name: str, limit: int, part: tuple[int, int]) -> None:
    """Search the programs of one set."""
    if name in (*OWN, *UNSEEN):
        await harvest_folders(Path(__file__).parent / name, name, part)
        return
    with tempfile.TemporaryDirectory() as folders:
        command = [
            sys.executable,
            str(data.parent / "tools" / "materialize.py"),
            str(data / name / "dev.jsonl"),
            folders,
        ]
        subprocess.run(command + (["--limit", str(limit)] if limit else []), check=True, stdout=subprocess.DEVNULL)
        await harvest_folders(Path(folders), name, part)


async def harvest_folders(folders: Path, name: str, part: tuple[int, int]) -> None:
    """Search the programs that stand in a folder each."""
    place = HARVEST / name
    place.mkdir(parents=True, exist_ok=True)
    async with Runner() as runner:
        for number, folder in enumerate(sorted(path.parent for path in folders.rglob("item.json"))):
            if number % part[0] == part[1] and (example := await searched(folder, name, runner)) is not None:
                (place / f"{folder.name}.pickle").write_bytes(pickle.dumps(example))


async def searched(folder: Path, name: str, runner: Runner) -> Example | None:
    """Search one program; nothing if none of its tests fails or nobody knows where the fault is."""
    item = json.loads((folder / "item.json").read_text("utf-8"))
    known = item.get("bug_stmt_lines") or item.get("bug_lines") or ()
    text = (folder / "program.py").read_text("utf-8")
    source = Source.parse(text)
    statements = source.statements()
    faulty = frozenset(
        n for n, each in enumerate(statements) if any(each.line <= line <= each.end_line for line in known)
    )
    if source.broken or not faulty:
        return None
    assignment = Assignment(folder / "program.py", (folder / "test_program.py",), folder)
    run = await runner.run(assignment, interpreter=Path(sys.executable), limits=LIMITS)
    if not run.failing:
        return None
    findings = check(source)
    # All is tried, or what is seldom right could never turn out to be right oftener.
    search = Search(
        source, assignment, run, runner, Path(sys.executable), LIMITS, BUDGET, findings=findings, beside_likely=0.0
    )
    found = await search()
    print(name, folder.name, sum(found.tried.values()), len(found.hits), found.complete, flush=True)
    return Example(folder.name, name, text, faulty, run, replace(found, cures={}, ways=()))  # which are secret


# -- fit -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """One program to learn from: its statements with their features, and which of them are faulty."""

    features: tuple[Features, ...]
    spans: tuple[Span, ...]
    faulty: frozenset[int]
    weight: float


def counts_of(example: Example) -> dict[str, Counts]:
    """Count the kinds of repair that one program saw."""
    statements = Source.parse(example.text).statements()
    faulty = {statements[number].span for number in example.faulty}
    found = {kind: Counts(tried=tried) for kind, tried in example.searched.tried.items()}
    for hit in example.searched.hits:
        if hit.others:
            continue
        right = float(hit.span in faulty)
        one = Counts(farther=1, farther_right=right)
        if hit.repaired:
            one = Counts(whole=1, whole_right=right) if hit.whole else Counts(partial=1, partial_right=right)
        found[hit.kind] = found.get(hit.kind, Counts()) + one
    return found


def added(counts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    """Add up the counts of several programs."""
    total: dict[str, Counts] = {}
    for one in counts:
        for kind, counted in one.items():
            total[kind] = total.get(kind, Counts()) + counted
    return total


def fit(examples: Sequence[Example]) -> Learned:
    """Learn from programs."""
    counted = [counts_of(each) for each in examples]
    kinds = added(counted)
    sources = [Source.parse(each.text) for each in examples]
    first_features = [
        of_first(source, spectrum(source, each.run), each.run, check(source))
        for source, each in zip(sources, examples, strict=True)
    ]
    sizes = Counter(each.set for each in examples)
    first = weights(
        [
            case(source, features, each, sizes)
            for source, features, each in zip(sources, first_features, examples, strict=True)
        ]
    )
    draft = Learned(kinds, first, {})
    before = [chances(features, first) for features in first_features]
    cases = []
    for source, likely, each, own in zip(sources, before, examples, counted, strict=True):
        joined = sharpened_features(likely, each.searched, each.run, draft, own)
        cases.append(case(source, joined, each, sizes))
    table = Learned(kinds, first, weights(cases))
    return Learned(kinds, first, table.sharpened, claims_from(cases, before, examples, table))


def case(source: Source, features: Mapping[Statement, Features], example: Example, sizes: Mapping[str, int]) -> Case:
    """Put what is known of the ranked statements beside the truth; a program of a large set counts less."""
    faulty = {source.statements()[number] for number in example.faulty}
    numbers = frozenset(n for n, each in enumerate(features) if each in faulty)
    weight = sizes[example.set] ** -EVEN * (OURS if example.set in OWN else 1)
    return Case(tuple(features.values()), tuple(each.span for each in features), numbers, weight)


def weights(cases: Sequence[Case]) -> dict[str, float]:
    """Find the weights under which the faulty statements are likeliest, by resilient propagation."""
    told = [one for one in cases if one.faulty and len(one.faulty) < len(one.features)]
    names = sorted({name for one in cases for found in one.features for name in found})
    number = {name: n for n, name in enumerate(names)}
    rows = [found for one in told for found in one.features]
    evidence = np.zeros((len(rows), len(names)))
    for n, found in enumerate(rows):
        for name, value in found.items():
            evidence[n, number[name]] = value
    faulty = np.array([n in one.faulty for one in told for n in range(len(one.features))])
    sizes = np.array([len(one.features) for one in told])
    shares = np.array([one.weight for one in told]) / sum(one.weight for one in told)
    stiffness = np.array([STIFFER if name.startswith(OF_TEXT) else STIFFNESS for name in names])
    values, step, before = np.zeros(len(names)), np.full(len(names), 0.05), np.zeros(len(names))
    for _ in range(ROUNDS):
        slope = evidence.T @ _pulls(evidence @ values, faulty, sizes, shares) - 2 * stiffness * values
        agree = slope * before
        step = np.clip(step * np.where(agree > 0, 1.2, np.where(agree < 0, 0.5, 1.0)), 1e-5, 1.0)
        values += np.where(agree >= 0, step * np.sign(slope), 0.0)
        before = np.where(agree >= 0, slope, 0.0)
    return dict(zip(names, values.tolist(), strict=True))


def _pulls(sums: Row, faulty: Row, sizes: Row, shares: Row) -> Row:
    """Give the gradient of the log-likelihood by each statement's sum; the statements of a program stand together."""
    starts = np.cumsum(sizes) - sizes
    raised = np.exp(sums - np.repeat(np.maximum.reduceat(sums, starts), sizes))
    whole, right = (np.repeat(np.add.reduceat(each, starts), sizes) for each in (raised, raised * faulty))
    pulls: Row = (np.where(faulty, raised / right, 0.0) - raised / whole) * np.repeat(shares, sizes)
    return pulls


def claims_from(
    cases: Sequence[Case], before: Sequence[Mapping[Statement, float]], examples: Sequence[Example], table: Learned
) -> dict[str, float]:
    """Find for each ground the lowest score from which nearly all that may be called certain on it is right."""
    scored: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for one, first, example in zip(cases, before, examples, strict=True):
        if len(one.features) == 1:
            continue  # its score is 1, whatever speaks for it
        likely = chances(dict(enumerate(one.features)), table.sharpened)
        best = max(likely, key=lambda n: likely[n])
        if ground := grounds_of(first, example.searched, example.run, table).get(one.spans[best]):
            scored[ground].append((likely[best], best in one.faulty))
    return {
        ground: round(max(_claim_from(sorted(seen, reverse=True)), CLAIMED_FROM.get(ground, CLAIMED_ALONE)), 4)
        for ground, seen in scored.items()
    }


def _claim_from(scored: Sequence[tuple[float, bool]]) -> float:
    right = list(accumulate(right for _, right in scored))
    expected = ((right[n] + DOUBT) / (n + 1 + 2 * DOUBT) for n in range(len(scored)))
    enough = (score for (score, _), share in zip(scored, expected, strict=True) if share >= CLAIMED_RIGHT)
    return min(enough, default=0.99)


# -- report --------------------------------------------------------------------------------------------------------


Judgement = tuple[float, float, float, float, bool | None]
HEAD = (
    "| set | programs | first top-1 % | top-1 % | top-3 % | score ≥ 0.8: share, right % | certain: share, right % |\n"
    "|---|---|---|---|---|---|---|"
)


def judged(example: Example, table: Learned) -> Judgement:
    """Rank one program: whether a faulty statement is first, and in the first three, and first before the search,
    the highest score, and whether a claim of certainty was right (``None``: no claim)."""
    source = Source.parse(example.text)
    faulty = {source.statements()[number].line for number in example.faulty}
    first = suspects(source, example.run, table=table, findings=check(source))
    ranked = suspects(source, example.run, example.searched, table, check(source))
    right = [each.line in faulty for each in ranked]
    claim = right[0] if ranked and ranked[0].certain else None
    before = bool(first) and first[0].line in faulty
    return float(any(right[:1])), float(any(right[:3])), float(before), ranked[0].score if ranked else 0.0, claim


def claims_learned(file: Path, examples: Sequence[Example]) -> None:
    """Learn from programs what may be claimed with the weights in a file, and write it there."""
    table, sizes = Learned.from_json(file.read_text("utf-8")), Counter(each.set for each in examples)
    cases, before = [], []
    for each in examples:
        source = Source.parse(each.text)
        likely = chances(of_first(source, spectrum(source, each.run), each.run, check(source)), table.first)
        joined = sharpened_features(likely, each.searched, each.run, table, counts_of(each))
        before.append(likely)
        cases.append(case(source, joined, each, sizes))
    table.certain_from = claims_from(cases, before, examples, table)
    file.write_text(table.as_json())


def learn_claims(examples: Sequence[Example]) -> None:
    """Do so for the weights that ship and for all that were learned without some programs."""
    claims_learned(TABLE, examples)
    for name in {each.set for each in examples}:
        claims_learned(WITHOUT / f"without-{name}.json", [each for each in examples if each.set != name])
    for fold in range(FOLDS):
        others = [each for each in examples if fold_of(each.set, each.name) != fold]
        claims_learned(WITHOUT / f"fold-{fold}.json", others)


def learned_without(left_out: Sequence[Example], examples: Sequence[Example], name: str) -> list[Judgement]:
    """Learn from the others, keep that under a name, and judge those that were left out by it."""
    table = fit([each for each in examples if each not in left_out])
    (WITHOUT / f"{name}.json").write_text(table.as_json())
    return [judged(each, table) for each in left_out]


def row(name: str, seen: Sequence[Judgement]) -> str:
    """Sum up the judgements on the programs of a set."""
    sure, claims = [each for each in seen if each[3] >= 0.8], [each[4] for each in seen if each[4] is not None]
    cells = [100 * sum(each[n] for each in seen) / len(seen) for n in (2, 0, 1)]
    cells += [100 * len(sure) / len(seen), 100 * sum(each[0] for each in sure) / max(len(sure), 1)]
    cells += [100 * len(claims) / len(seen), 100 * sum(claims) / max(len(claims), 1)]
    return f"| {name} | {len(seen)} | " + " | ".join(f"{cell:.1f}" for cell in cells) + " |"


def main() -> None:
    """Harvest, fit, or learn what may be claimed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("what", choices=("harvest", "fit", "claims"))
    parser.add_argument("--data", type=Path, default=SHARED / "data")
    parser.add_argument("--set", nargs="*", default=(*SETS, *OWN, *UNSEEN))
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument(
        "--one-of", type=int, nargs=2, default=(1, 0), metavar=("N", "K"), help="every Nth from the Kth"
    )
    options = parser.parse_args()
    if options.what == "harvest":
        for name in options.set:
            if name not in (*OWN, *UNSEEN) and not (options.data / name / "dev.jsonl").is_file():
                print(f"Nothing to learn from: there is no {options.data / name / 'dev.jsonl'}.")
                continue
            asyncio.run(harvest(options.data, name, options.limit, tuple(options.one_of)))
        return
    kept = [pickle.loads(path.read_bytes()) for path in sorted(HARVEST.rglob("*.pickle"))]
    examples = [each for each in kept if each.set not in UNSEEN]
    if options.what == "claims":
        learn_claims(examples)
        return
    WITHOUT.mkdir(exist_ok=True)
    by_set = {name: [each for each in examples if each.set == name] for name in sorted({one.set for one in examples})}
    print("Weights that never saw the set:\n\n" + HEAD)
    for name, own in by_set.items():
        print(row(name, learned_without(own, examples, f"without-{name}")), flush=True)
    print("\nWeights that never saw the problem:\n\n" + HEAD)
    judgements = defaultdict(list)
    for fold in range(FOLDS):
        own = [each for each in examples if fold_of(each.set, each.name) == fold]
        for each, told in zip(own, learned_without(own, examples, f"fold-{fold}"), strict=True):
            judgements[each.set].append(told)
    for name in by_set:
        print(row(name, judgements[name]))
    table = fit(examples)
    TABLE.write_text(table.as_json())
    print("\nWeights that ship, on sets from which nothing is learned:\n\n" + HEAD)
    for name in UNSEEN:
        print(row(name, [judged(each, table) for each in kept if each.set == name]))


if __name__ == "__main__":
    main()
