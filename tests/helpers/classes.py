"""A plausible class, by chance with a seed: who holds which misconception, how far they get, and how long it takes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from itertools import count
from pathlib import Path

from gadfly_server.events.event import Event, Kind, state_of, test_of
from gadfly_server.exports.dataset import write
from gadfly_server.exports.shared import Shared

ASSIGNMENTS = {  # each with the misconceptions that it brings out, how likely they are, and how hard it is
    "1 sums": ({"range-includes-end": 0.45, "returns-last-value": 0.2}, 0.7),
    "2 loops": ({"range-includes-end": 0.35, "return-does-not-leave": 0.4, "loop-takes-snapshot": 0.15}, 1.0),
    "3 lists": ({"assignment-copies": 0.5, "append-returns": 0.3, "index-starts-at-one": 0.25}, 1.3),
    "4 text": ({"strings-change-in-place": 0.45, "text-visits-words": 0.2}, 1.1),
    "5 records": ({"default-made-per-call": 0.3, "missing-key-is-zero": 0.4, "copy-is-deep": 0.3}, 1.6),
}
_QUESTIONS = ("expected-value", "count", "branch", "value-at", "predict-return", "point-at")
_CONFUSION = {
    "expected-value": 0.1,
    "count": 0.35,
    "branch": 0.3,
    "value-at": 0.4,
    "predict-return": 0.5,
    "point-at": 0.6,
}
_BEGAN = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)


def make(folder: Path, students: int, seed: int = 1) -> list[Path]:
    """Write what each student of a class exports into a folder of its own."""
    every = (random.Random(f"{seed} {number}") for number in range(students))
    return [_student(folder / str(number), f"Seat {number + 1}", chance) for number, chance in enumerate(every)]


def _student(folder: Path, seat: str, chance: random.Random) -> Path:
    write(folder, tuple(_happened(seat if chance.random() < 0.3 else "", chance)))
    return folder


def _happened(contact: str, chance: random.Random) -> Iterator[Shared]:
    name, skill, numbers = f"{chance.getrandbits(64):016x}", chance.betavariate(4, 3), count(1)
    for week, assignment in enumerate(ASSIGNMENTS):
        if chance.random() >= 0.92 - 0.06 * week:
            continue
        now = _BEGAN + timedelta(days=7 * week, minutes=chance.randrange(120))
        for number, event in zip(numbers, _dialogue(assignment, skill, chance), strict=False):
            now += timedelta(seconds=chance.lognormvariate(3.2, 0.9))
            at = now.isoformat(timespec="milliseconds").replace("+00:00", "Z")
            place = (f"{name}-{week}", f"{name}-{week}", contact)
            yield Shared(number, f"{name}-{number}", at, "cs1-2026", assignment, name, *place, event)


def _dialogue(assignment: str, skill: float, chance: random.Random) -> Iterator[Event]:
    beliefs, hardness = ASSIGNMENTS[assignment]
    held = [belief for belief, likely in beliefs.items() if chance.random() < likely * (1.4 - skill)]
    tests = [test_of(f"test_{number}") for number in range(4)]
    turn, version, level = 0, 0, 1

    def run(failing: int) -> Iterator[Event]:
        state = state_of(f"{assignment} {chance.random()} {version}")
        outcomes = tuple((test, "failed" if each < failing else "passed") for each, test in enumerate(tests))
        yield Event(Kind.SNAPSHOT, turn, state=state)
        yield Event(Kind.RUN, turn, state=state, name="failing" if failing else "passing", tests=outcomes)

    failing = 1 + chance.randrange(3)
    yield from run(failing)
    for _ in range(chance.randrange(3, 6 + int(8 * hardness))):
        kind = chance.choice(_QUESTIONS)
        yield Event(Kind.QUESTION, (turn := turn + 1), level, question=kind)
        if chance.random() < 0.12 * hardness:
            yield Event(Kind.REQUEST, (turn := turn + 1), level, question=kind, name=chance.choice(("skip", "unknown")))
        elif chance.random() < _CONFUSION[kind] * hardness * (1.3 - skill):
            belief = chance.choice(held) if held and kind != "expected-value" and chance.random() < 0.6 else ""
            yield Event(Kind.ANSWER, (turn := turn + 1), level, question=kind, mark="wrong", misconception=belief)
            level = min(6, level + (chance.random() < 0.55))
            yield Event(Kind.LEVEL, turn, level)
        else:
            yield Event(Kind.ANSWER, (turn := turn + 1), level, question=kind, mark="right")
        if level >= 3 and chance.random() < 0.3:
            yield Event(Kind.MODEL, turn, level, name="course-model", tokens=chance.randrange(300, 1200))
        if level == 6:
            yield Event(Kind.HAND_OVER, (turn := turn + 1), 6, name="hand-over")
            return
        if chance.random() < 0.4:
            version += 1
            failing = max(1, failing - (chance.random() < 0.3 * skill))
            yield from run(failing)
    if chance.random() < 0.55 + 0.5 * skill - 0.15 * hardness:
        yield Event(Kind.INSIGHT, turn, level, name="cause")
        yield from run(0)
        yield Event(Kind.SUCCESS, (turn := turn + 1), level, name="passed")
        if chance.random() < 0.25 * hardness:
            yield Event(Kind.LUCK, turn + 1, level, name="luck", line=3)
