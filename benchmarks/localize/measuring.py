"""Measures programs: ours alone on one core, then the others beside."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.localize.learned import Learned
from localize import peers
from localize.looking import INTERPRETER, keys, look, one_core
from localize.memory import Memory
from localize.programs import Program, spread
from localize.ranks import rank
from localize.records import KIN, Mutation, Record, record
from localize.several import all_found
from localize.weights import UNSEEN, weights_for, weights_without

AT_ONCE = 2  # of what is not timed
COVERAGE_SECONDS = 120.0  # that FauxPy may take to run the tests of a program

Pairs = Sequence[tuple[Program, Record]]


@dataclass(frozen=True)
class Wanted:
    """``shipped``: weights that saw every set; ``mutation``: on so many programs, ``seconds`` for each at most."""

    shipped: bool
    peers: bool
    mutation: int
    seconds: float


@dataclass(frozen=True)
class Measured:
    """What was measured: ``memory`` in MiB at its peak, ``python`` beside FauxPy, both ``None`` if not to be had.

    ``unseen`` names the programs of which no test fails here, ``held_out`` the sets measured with weights that never
    saw them.
    """

    records: tuple[Record, ...]
    unseen: tuple[str, ...]
    held_out: frozenset[str]
    memory: float | None
    python: Path | None
    mutation: tuple[Mutation, ...]


def measure(programs: Sequence[Program], wanted: Wanted) -> Measured:
    """Measure everything."""
    tables = {each.set: None if wanted.shipped else weights_without(each.set) for each in programs}
    with Memory() as memory, one_core():
        told = asyncio.run(_ours(programs, tables))
    pairs = [(program, each) for program, each in zip(programs, told, strict=True) if each.failing]
    python = peers.environment() if wanted.peers else None
    mutation: tuple[Mutation, ...] = ()
    if python is not None:
        _add_coverage(python, pairs)
        mutation = tuple(_mutation(python, pairs, wanted))
    return Measured(
        tuple(each for _, each in pairs),
        unseen=tuple(each.program for each in told if not each.failing),
        held_out=frozenset(name for name, table in tables.items() if table is not None or name in UNSEEN),
        memory=memory.peak,
        python=python,
        mutation=mutation,
    )


async def _ours(programs: Sequence[Program], tables: Mapping[str, Learned | None]) -> list[Record]:
    """Look at all programs, one after another."""
    records = []
    async with Runner() as runner:
        await runner.warm(INTERPRETER)
        for number, program in enumerate(programs, 1):
            table = tables[program.set]
            told = record(program, await look(program.folder, program.text, runner, table))
            if program.bugs > 1 and program.fixed:
                told.all_found = await all_found(program, program.fixed, runner, table)
            if table is not None and (kin := weights_for(program.set, program.name)) is not None:
                seen = await look(program.folder, program.text, runner, kin)
                told.ranks[KIN] = rank(keys(program.units, seen.sharpened.suspects), program.faulty)
                if program.bugs > 1 and program.fixed:
                    told.all_found_by_kin = await all_found(program, program.fixed, runner, kin)
            records.append(told)
            _progress("Gadfly", number, len(programs))
    return records


def _add_coverage(python: Path, pairs: Pairs) -> None:
    """Add the ranks by FauxPy's coverage; what it does not rank in time is all tied."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        reports = pool.map(lambda pair: peers.run(python, pair[0].folder, "sbfl", COVERAGE_SECONDS), pairs)
        for number, ((program, told), report) in enumerate(zip(pairs, reports, strict=True), 1):
            for way in peers.COVERAGE:
                scores = report.scores.get(way, {}) if report else {}
                told.ranks[way] = rank(peers.keys(program.units, scores), program.faulty)
            _progress("FauxPy by coverage", number, len(pairs))


def _mutation(python: Path, pairs: Pairs, wanted: Wanted) -> Iterator[Mutation]:
    """Run FauxPy's mutation on programs of all sets, one at a time; only on such as end, for it ranks no others."""
    able = spread([pair for pair in pairs if pair[1].readable and not pair[1].hangs], wanted.mutation)
    for number, (program, told) in enumerate(able if wanted.mutation else [], 1):
        report = peers.run(python, program.folder, "mbfl", wanted.seconds)
        found = report.scores if report else {}
        ranks = {way: rank(peers.keys(program.units, scores), program.faulty) for way, scores in found.items()}
        yield Mutation(told, ranks, report.seconds if report else wanted.seconds)
        _progress("FauxPy by mutation", number, len(able))


def _progress(what: str, number: int, of: int) -> None:
    """Say how far it is, to somebody who watches."""
    if sys.stderr.isatty() or number == of:
        print(f"\r{what}: {number} of {of}", end="\n" if number == of else "", file=sys.stderr, flush=True)
