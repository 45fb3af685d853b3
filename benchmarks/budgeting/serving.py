"""What a class on one server takes for each save, beside one bare run of the tests."""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from collections.abc import Iterator
from pathlib import Path

import class_load
from budgeting.clocks import cpu_of_ended
from budgeting.ratio import Ratio, quicker
from classload.student import Student
from save_to_question import cold_pytest

STUDENTS, ROUNDS = 4, 7
OPTIONS = argparse.Namespace(processes=1, at_once=2)


def serve() -> Iterator[Ratio]:
    """Have a small class save all at once; the quicker rounds count, since some wait for each other's repairs."""
    with tempfile.TemporaryDirectory() as place:
        ours, bare = asyncio.run(_served(Path(place).resolve()))
    yield Ratio("a save in a class", 1000 * ours, 1000 * bare, "ms CPU", "a cold `python -m pytest -q`")


async def _served(place: Path) -> tuple[float, float]:
    """Seconds of processor time for a save and for pytest."""
    folders = [*class_load.copies(place, STUDENTS)]
    spent, bare = [], []
    async with class_load.serving(place, OPTIONS) as (port, processes):
        students = [Student(number, folder, class_load.SECRET.encode(), 0.0) for number, folder in enumerate(folders)]
        clients = [await student.arrive(port) for student in students]
        pairs = [*zip(students, clients, strict=True)]
        for _ in range(ROUNDS):
            before = sum(class_load.spent(processes))
            await asyncio.gather(*(student.save(client) for student, client in pairs))
            spent.append((sum(class_load.spent(processes)) - before) / STUDENTS)
            before = cpu_of_ended()
            await asyncio.to_thread(cold_pytest, folders[0])
            bare.append(cpu_of_ended() - before)
        for client in clients:
            await client.close()
    return quicker(spent[1:]), quicker(bare[1:])
