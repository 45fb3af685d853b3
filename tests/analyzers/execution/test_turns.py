"""Where many share a few processors, what a student waits for comes first, and nobody gets more than a fair share."""

from __future__ import annotations

import asyncio

import pytest

from gadfly_analyzers.execution import turns
from gadfly_analyzers.execution.turns import Haste, Turns


class Runs:
    """Runs that end when they are told to."""

    def __init__(self, places: int) -> None:
        self.turns = Turns(places)
        self.going: list[str] = []
        self._ends: dict[str, asyncio.Event] = {}
        self.tasks: dict[str, asyncio.Task[None]] = {}

    async def begin(self, name: str, who: str = "", *, urgent: bool = True) -> None:
        self._ends[name] = asyncio.Event()
        self.tasks[name] = asyncio.create_task(self._run(name, who or name, urgent=urgent))
        await settle()

    async def _run(self, name: str, who: str, *, urgent: bool) -> None:
        async with self.turns.turn(who, urgent=urgent):
            self.going.append(name)
            try:
                await self._ends[name].wait()
            finally:
                self.going.remove(name)

    async def end(self, name: str) -> None:
        self._ends[name].set()
        await self.tasks[name]
        await settle()


async def settle() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


async def test_so_many_go_on_and_the_others_wait_in_their_order() -> None:
    runs = Runs(2)
    for name in "abcd":
        await runs.begin(name)
    assert runs.going == ["a", "b"]
    assert (runs.turns.running, runs.turns.waiting) == (2, 2)
    await runs.end("b")
    assert runs.going == ["a", "c"]


async def test_what_can_wait_never_takes_the_last_place() -> None:
    runs = Runs(2)
    await runs.begin("search", urgent=False)
    await runs.begin("another search", urgent=False)
    assert runs.going == ["search"]
    await runs.begin("save")
    assert runs.going == ["search", "save"]


async def test_what_is_urgent_comes_before_what_came_earlier() -> None:
    runs = Runs(1)
    await runs.begin("first")
    await runs.begin("search", urgent=False)
    await runs.begin("save")
    await runs.end("first")
    assert runs.going == ["save"]
    await runs.end("save")
    assert runs.going == ["search"]


async def test_what_somebody_waits_for_by_now_comes_before_what_can_wait() -> None:
    runs = Runs(1)
    await runs.begin("first")
    for name in "abc":
        await runs.begin(f"search of {name}", name, urgent=False)
    assert runs.turns.crowd == 3
    with runs.turns.hurry("b"):
        await runs.end("first")
        assert runs.going == ["search of b"]
        await runs.begin("more of b", "b", urgent=False)
        await runs.end("search of b")
        assert runs.going == ["more of b"]
    await runs.end("more of b")
    assert runs.going == ["search of a"]
    await runs.begin("later of b", "b", urgent=False)
    await runs.end("search of a")
    assert runs.going == ["search of c"]
    await runs.end("search of c")
    await runs.end("later of b")
    assert (runs.turns.running, runs.turns.crowd) == (0, 0)


async def test_a_turn_tells_whether_somebody_waits_for_it_by_now() -> None:
    turns = Turns(1)
    async with turns.turn("a", urgent=False) as urgent:
        assert not urgent
    with turns.hurry("a"):
        async with turns.turn("a", urgent=False) as urgent:
            assert urgent


async def test_one_who_saves_often_waits_for_those_who_do_not() -> None:
    runs = Runs(1)
    await runs.begin("a1", "a")
    for name in ("a2", "a3"):
        await runs.begin(name, "a")
    await runs.begin("b1", "b")
    await runs.end("a1")
    assert runs.going == ["b1"]


async def test_one_student_alone_cannot_take_all_places() -> None:
    runs = Runs(2)
    await runs.begin("a1", "a")
    await runs.begin("a2", "a")
    assert runs.going == ["a1"]
    await runs.begin("b1", "b")
    assert runs.going == ["a1", "b1"]


@pytest.mark.parametrize("name", ["a", "b"])
async def test_who_is_cancelled_gives_the_place_back(name: str) -> None:
    runs = Runs(1)
    await runs.begin("a")
    await runs.begin("b")
    await runs.begin("c")
    runs.tasks[name].cancel()
    await settle()
    await runs.end("b" if name == "a" else "a")
    assert runs.going == ["c"]
    await runs.end("c")
    assert (runs.turns.running, runs.turns.waiting) == (0, 0)


async def test_who_wants_much_gives_way_but_not_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "GIVING_WAY", 2)
    runs = Runs(1)
    for name in ("a1", "a2"):
        await runs.begin(name, "a")
    for name in ("b1", "c1", "d1"):
        await runs.begin(name, name)
    for ended, next_one in (("a1", "b1"), ("b1", "a2"), ("a2", "c1"), ("c1", "d1")):
        await runs.end(ended)
        assert runs.going == [next_one]


async def test_who_was_served_before_waits_no_longer_than_others() -> None:
    runs = Runs(1)
    await runs.begin("a1", "a")
    await runs.end("a1")
    await runs.begin("b1", "b")
    await runs.begin("a2", "a")
    await runs.begin("c1", "c")
    await runs.end("b1")
    assert runs.going == ["a2"]


async def test_each_turn_is_told_with_the_time_that_it_was_waited_for() -> None:
    heard: list[tuple[float, bool]] = []
    turns = Turns(1, lambda seconds, urgent: heard.append((seconds, urgent)))
    async with turns.turn("a", urgent=True):
        pass
    async with turns.turn("a", urgent=False):
        pass
    assert [urgent for _, urgent in heard] == [True, False]
    assert all(seconds >= 0 for seconds, _ in heard)


def test_there_must_be_a_place() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Turns(0)


async def test_who_has_answered_comes_before_those_who_saved() -> None:
    runs = Runs(1)
    await runs.begin("first")
    for name in "ab":
        await runs.begin(f"save of {name}", name)
    await runs.begin("search of c", "c", urgent=False)
    with runs.turns.hurry("c", only_new=True):
        await runs.begin("trial for the answer of c", "c", urgent=False)
        await runs.end("first")
        assert runs.going == ["trial for the answer of c"]
    await runs.end("trial for the answer of c")
    assert runs.going == ["save of a"]
    with runs.turns.hurry("b"):
        await runs.begin("save of d", "d")
        await runs.end("save of a")
        assert runs.going == ["save of b"]
    await runs.end("save of b")
    assert runs.going == ["save of d"]
    await runs.end("save of d")
    assert runs.going == ["search of c"]


async def test_a_save_that_was_begun_comes_to_its_end_before_others_begin() -> None:
    runs = Runs(1)
    await runs.begin("first run of a", "a")
    await runs.begin("save of b", "b")
    await runs.begin("search of a", "a", urgent=False)
    with runs.turns.hurry("a", Haste.BEGUN):
        await runs.end("first run of a")
        assert runs.going == ["search of a"]
    await runs.end("search of a")
    assert runs.going == ["save of b"]


@pytest.mark.parametrize("haste", [Haste.BEGUN, Haste.ANSWERED])
async def test_who_is_always_in_haste_keeps_nobody_from_a_turn(haste: Haste) -> None:
    """Two who answer and save in several programs without an end, and one who has saved once and again."""
    many = Turns(2)
    had = dict.fromkeys(("one", "another", "honest"), 0)

    async def goes_on(who: str) -> None:
        while had["one"] < 200:
            async with many.turn(who, urgent=True):
                had[who] += 1
                await asyncio.sleep(0)

    with many.hurry("one", haste), many.hurry("another", haste):
        await asyncio.gather(
            *(goes_on(who) for who in ("one", "one", "one", "another", "another", "another", "honest"))
        )
    assert had["honest"] > 40


@pytest.mark.parametrize(("known", "first"), [(3, "a"), (2, "b")])
async def test_what_an_earlier_save_left_to_do_is_done_before_that_of_a_later_one_as_long_as_that_is_known(
    monkeypatch: pytest.MonkeyPatch, known: int, first: str
) -> None:
    monkeypatch.setattr(turns, "MOST_KNOWN", known)
    runs = Runs(1)
    for name in "ab":
        await runs.begin(f"save of {name}", name)
        await runs.end(f"save of {name}")
    await runs.begin("save of c", "c")
    for name in "ba":
        await runs.begin(f"search of {name}", name, urgent=False)
    await runs.end("save of c")
    assert runs.going == [f"search of {first}"]
