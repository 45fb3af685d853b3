"""What was measured of each program, kept so that two measurements can be compared program by program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from localize import formulas, looking
from localize.looking import Look
from localize.programs import Program
from localize.ranks import Rank, rank

FIRST = "Gadfly, first"
SHARPENED = "Gadfly, sharpened"
KIN = "Gadfly, sharpened, learned from the set's other problems"


@dataclass(frozen=True)
class Claim:
    """A suspect, and whether it is a faulty statement."""

    line: int
    score: float
    certain: bool
    bug: int
    right: bool


@dataclass(frozen=True)
class Shown:
    """A ranking that was shown: when, in seconds, the lines of its suspects in order, and the rank of the fault."""

    seconds: float
    lines: list[int]
    rank: Rank


@dataclass(frozen=True)
class Mutation:
    """What ranking by mutation gave for a program: its ranks (none if it was cut off), and the seconds it took."""

    record: Record
    ranks: Mapping[str, Rank]
    seconds: float

    @property
    def ours(self) -> float:
        """Give the seconds that the sharpened ranking took."""
        return self.record.seconds["sharpened"]


@dataclass
class Record:
    """One program: the rank of its fault by each way, the final suspects, and times in seconds.

    ``of_one`` tells that one statement differs from the repaired program (``None``: its set does not count them);
    ``all_found`` that its bugs were found one after another (``None``: it has one, or its set has no repaired text),
    ``all_found_by_kin`` with weights that were learned from other problems of its set too. ``shown`` are all rankings
    in the order in which they were shown.
    """

    set: str
    program: str
    readable: bool
    failing: bool
    hangs: bool
    of_one: bool | None
    bugs: int
    suspects: list[Claim]
    seconds: dict[str, float]
    ranks: dict[str, Rank] = field(default_factory=dict)
    all_found: bool | None = None
    all_found_by_kin: bool | None = None
    shown: list[Shown] = field(default_factory=list)


def record(program: Program, seen: Look) -> Record:
    """Judge what was seen of a program."""
    faulty = [program.units[number] for number in program.faulty]
    claims = [
        Claim(each.line, each.score, each.certain, each.bug, any(looking.touches(each, lines) for lines in faulty))
        for each in seen.sharpened.suspects
    ]
    differing = program.item.get("edit_statements")
    return Record(
        program.set,
        program.name,
        readable=seen.run is not None,
        failing=seen.run is None or bool(seen.run.failing or seen.run.problems),
        hangs=looking.hangs(seen.run),
        of_one=None if differing is None else differing == 1,
        bugs=program.bugs,
        suspects=claims,
        seconds={"bare": seen.bare, "first": seen.first.seconds, "sharpened": seen.sharpened.seconds},
        ranks={
            **{
                way: rank(formulas.keys(formula, program.units, seen.run), program.faulty)
                for way, formula in formulas.FORMULAS.items()
            },
            FIRST: _rank(program, seen.first),
            SHARPENED: _rank(program, seen.sharpened),
        },
        shown=[Shown(each.seconds, [one.line for one in each.suspects], _rank(program, each)) for each in seen.shown],
    )


def _rank(program: Program, shown: looking.Ranking) -> Rank:
    return rank(looking.keys(program.units, shown.suspects), program.faulty)


def groups(records: Sequence[Record]) -> dict[str, list[Record]]:
    """Sort records by set; where a set has programs with one and with more faulty statements, those with one again."""
    found: dict[str, list[Record]] = {}
    for name in dict.fromkeys(each.set for each in records):
        found[name] = [each for each in records if each.set == name]
        of_one = [each for each in found[name] if each.of_one]
        if 0 < len(of_one) < len(found[name]):
            found[f"{name}, one statement"] = of_one
    return found


def save(file: Path, records: Iterable[Record]) -> None:
    """Write one line of JSON for each program."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("".join(json.dumps(asdict(each)) + "\n" for each in records), encoding="utf-8")


def changes(before: Path, records: Iterable[Record]) -> Iterator[str]:
    """Say for which programs the fault comes earlier or later than in an older measurement."""
    lines = before.read_text("utf-8").splitlines()
    old = {(each["set"], each["program"]): each["ranks"] for each in map(json.loads, lines)}
    for each in records:
        ranks = old.get((each.set, each.program), {})
        for way in (FIRST, SHARPENED):
            was, now = ranks.get(way, {}).get("expected"), each.ranks[way].expected
            if was is not None and was != now:
                yield f"{'better' if now < was else 'worse'}: {each.set} {each.program}, {way}: {was:g} → {now:g}"
