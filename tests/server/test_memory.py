"""What is remembered of a student outlives the process, fades, and is gone without a trace when it is forgotten."""

from __future__ import annotations

import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from gadfly_server import memory as memories
from gadfly_server.memory import FILE, Memory
from gadfly_server.tutor.learning import Evidence
from gadfly_server.tutor.remembered import EASY, NOTHING, USUAL, Sign

RANGE, COPIES = "range-includes-end", "assignment-copies"
NOW = datetime(2025, 3, 10, 12, tzinfo=timezone.utc)
HERE, THERE, ELSEWHERE = Path("here.py"), Path("there.py"), Path("elsewhere.py")


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def later(self, days: int) -> None:
        self.now += timedelta(days=days)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def memory(tmp_path: Path, clock: Clock, told: list[str]) -> Iterator[Memory]:
    kept = Memory(tmp_path / "state", clock, told.append)
    yield kept
    kept.close()


def wrong(misconception: str = RANGE, event: str = "count:3\nthe text") -> Evidence:
    return Evidence(misconception, Sign.WRONG, event)


def right(misconception: str = RANGE, event: str = "count:3\nthe text") -> Evidence:
    return Evidence(misconception, Sign.RIGHT, event)


def leans(memory: Memory, program: Path = HERE) -> dict[str, int]:
    return {each.misconception: each.lean for each in memory.recall(program).beliefs}


def counts(memory: Memory) -> dict[str, tuple[int, int]]:
    return {each.misconception: (each.held, each.refuted) for each in memory.everything()}


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def run(code: str, *arguments: object) -> subprocess.Popen[bytes]:
    """Another process with a memory of its own."""
    words = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.Popen(words, bufsize=0, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


# What it tells


def test_nobody_is_known_at_first_and_nothing_is_written_for_that(memory: Memory) -> None:
    assert memory.recall(HERE) == NOTHING
    assert memory.everything() == ()
    assert not memory.database.path.exists()


def test_a_belief_that_shows_in_one_program_is_recalled_in_another(memory: Memory) -> None:
    memory.learn(THERE, [wrong()])
    assert leans(memory) == {RANGE: 1}


def test_the_dialogue_of_today_knows_its_own_program(memory: Memory, clock: Clock) -> None:
    memory.learn(HERE, [wrong()])
    assert leans(memory, HERE) == {}
    clock.later(days=1)
    assert leans(memory, HERE) == {RANGE: 1}


def test_an_event_counts_once(memory: Memory, tmp_path: Path, clock: Clock) -> None:
    for _ in range(3):
        memory.learn(THERE, [wrong()])
    Memory(tmp_path / "state", clock).learn(THERE, [wrong()])
    assert counts(memory) == {RANGE: (1, 0)}
    memory.learn(THERE, [wrong(event="count:3\nanother text"), right(), wrong(COPIES)])
    memory.learn(ELSEWHERE, [wrong()])
    assert counts(memory) == {RANGE: (3, 1), COPIES: (1, 0)}


def test_a_belief_fades_with_the_days(memory: Memory, clock: Clock) -> None:
    memory.learn(THERE, [wrong()])
    weights = []
    for _ in range(4):
        weights.append(memory.recall(HERE).beliefs[0].weight)
        clock.later(days=30)
    assert weights == [round(w / (w + 0.5), 3) for w in (1, 0.5, 0.25, 0.125)]
    clock.later(days=30)
    assert leans(memory) == {RANGE: 0}
    [known] = memory.everything()
    assert (known.held, known.last) == (1, NOW.date())


def test_it_takes_several_right_answers_to_speak_against_a_belief(memory: Memory) -> None:
    memory.learn(THERE, [right()])
    assert leans(memory) == {RANGE: 0}
    memory.learn(ELSEWHERE, [right()])
    assert leans(memory) == {RANGE: -1}


def test_a_clock_that_was_set_back_does_no_harm(memory: Memory, clock: Clock) -> None:
    memory.learn(THERE, [wrong()])
    clock.later(days=-400)
    assert leans(memory) == {RANGE: 1}


@pytest.mark.parametrize(
    ("solved", "wrongs", "rights", "level"),
    [(0, 0, 0, USUAL), (0, 5, 2, EASY), (2, 6, 5, EASY), (3, 6, 5, USUAL), (0, 4, 0, USUAL), (0, 5, 5, USUAL)],
)
def test_beginners_start_with_an_easier_level(
    memory: Memory, solved: int, wrongs: int, rights: int, level: int
) -> None:
    for number in range(solved):
        memory.learn(Path(f"solved{number}.py"), [Evidence("", Sign.SOLVED, "")])
    memory.learn(THERE, [wrong("", f"q{number}") for number in range(wrongs)])
    for number in range(rights):  # one answer may speak against several beliefs
        memory.learn(THERE, [right(RANGE, f"q{number}"), right(COPIES, f"q{number}")])
    assert memory.recall(HERE).start == level


# What happens to it


def test_nothing_of_a_program_or_an_answer_is_in_its_bytes(memory: Memory, tmp_path: Path) -> None:
    memory.learn(tmp_path / "secret_homework.py", [wrong(event="value-at:my_total:3\ndef my_total(): pass")])
    whole = bytes_of(tmp_path)
    assert RANGE.encode() in whole
    assert [word for word in (b"secret_homework", b"my_total", b"value-at", b"def ") if word in whole] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_may_read_it(memory: Memory, tmp_path: Path) -> None:
    memory.learn(THERE, [wrong()])
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "state").iterdir()}
    assert modes == dict.fromkeys((FILE, f"{FILE}-wal", f"{FILE}-shm", "lock"), 384)
    assert stat.S_IMODE((tmp_path / "state").stat().st_mode) == 0o700


LEARN = """
import sys
from pathlib import Path
from gadfly_server.memory import Memory
from gadfly_server.tutor.learning import Evidence
from gadfly_server.tutor.remembered import Sign
folder, who, many = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
memory = Memory(folder, tell=lambda problem: print(problem, file=sys.stderr))
for number in range(many):
    memory.learn(Path("there.py"), [Evidence("range-includes-end", Sign.WRONG, f"{who} {number}")])
    print(number, flush=True)
"""


def test_processes_that_write_at_once_lose_nothing(memory: Memory, tmp_path: Path) -> None:
    writers = [run(LEARN, tmp_path / "state", name, 60) for name in ("one", "other", "third")]
    ends = [writer.communicate(timeout=60) for writer in writers]
    assert [errors for _, errors in ends] == [b""] * 3
    assert counts(memory) == {RANGE: (180, 0)}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_killed_process_loses_nothing_that_it_said_was_kept(memory: Memory, tmp_path: Path) -> None:
    kept = 0
    for life in range(6):
        writer = run(LEARN, tmp_path / "state", f"life {life}", 100_000)
        assert writer.stdout is not None
        for _ in range(1 + 7 * life):
            assert writer.stdout.readline()
        writer.send_signal(signal.SIGKILL)
        rest, errors = writer.communicate(timeout=60)
        assert errors == b""
        kept += 1 + 7 * life + rest.count(b"\n")
        [(held, _)] = counts(memory).values()
        assert kept <= held <= kept + 1, "at most the one that was under way when the process ended"
        kept = held


def broken(path: Path, how: str) -> None:
    """Spoil a file that was closed."""
    whole = path.read_bytes()
    if how == "no database":
        path.write_bytes(b"not at all" * 1000)
    elif how == "cut":
        path.write_bytes(whole[: len(whole) // 2 + 100])
    else:
        path.write_bytes(whole[:100] + b"\xff" * (len(whole) - 100))


@pytest.mark.parametrize(
    ("how", "open_before"),
    [("no database", False), ("cut", False), ("overwritten", False), ("no database", True), ("cut", True)],
)
def test_a_broken_file_is_set_aside_and_said_once(
    tmp_path: Path, clock: Clock, told: list[str], how: str, open_before: bool
) -> None:
    path = tmp_path / FILE
    first = Memory(tmp_path, clock, told.append)
    first.learn(THERE, [wrong(event=str(number)) for number in range(500)])
    first.close()
    memory = Memory(tmp_path, clock, told.append)
    if open_before:
        memory.recall(HERE)
    broken(path, how)
    memory.learn(THERE, [wrong(COPIES)])
    memory.recall(HERE)
    assert counts(memory) == {COPIES: (1, 0)}
    assert len(told) == 1
    assert f"{FILE} was broken" in told[0]
    assert (tmp_path / "memory.broken.sqlite3").exists()
    assert memory.forget_everything().signs == 1
    assert [each.name for each in tmp_path.iterdir()] == ["lock"]


READ_ONLY = """
import os, sys
from pathlib import Path
from gadfly_server.memory import Memory
from gadfly_server.tutor.learning import Evidence
from gadfly_server.tutor.remembered import Sign
if os.getuid() == 0:  # whom no mode keeps out
    os.setuid(65534)
told = []
memory = Memory(Path(sys.argv[1]), tell=told.append)
for number in range(3):
    memory.learn(Path("here.py"), [Evidence("range-includes-end", Sign.WRONG, str(number))])
    assert memory.recall(Path("there.py")).start == 2
print(len(told), told[0])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
@pytest.mark.parametrize("there", [False, True])
def test_a_folder_that_cannot_be_written_costs_the_memory_only(clock: Clock, there: bool) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if there:
            Memory(folder, clock).learn(THERE, [wrong()])
        folder.chmod(0o555)
        done = run(READ_ONLY, folder).communicate(timeout=60)
        folder.chmod(0o755)
        assert done[1] == b""
        assert done[0].startswith(b"1 ")


def test_a_file_where_the_folder_should_be_costs_the_memory_only(tmp_path: Path, clock: Clock, told: list[str]) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file", clock, told.append)
    memory.learn(HERE, [wrong()])
    assert memory.recall(THERE) == NOTHING
    assert len(told) == 1


def test_a_lock_that_nobody_gives_back_costs_the_memory_only(memory: Memory, told: list[str]) -> None:
    memory.learn(THERE, [wrong()])
    with closing(sqlite3.connect(memory.database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        memory.learn(ELSEWHERE, [wrong()])
        assert leans(memory) == {RANGE: 1}
    assert len(told) == 1
    memory.learn(ELSEWHERE, [wrong()])
    assert counts(memory) == {RANGE: (2, 0)}


def test_an_older_file_is_brought_up_to_date(
    memory: Memory, tmp_path: Path, clock: Clock, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.learn(THERE, [wrong()])
    later = (*memories.MIGRATIONS, ("ALTER TABLE evidence ADD COLUMN course TEXT NOT NULL DEFAULT ''",))
    monkeypatch.setattr(memories, "MIGRATIONS", later)
    newer = Memory(tmp_path / "state", clock, told.append)
    newer.learn(ELSEWHERE, [wrong()])
    assert counts(newer) == {RANGE: (2, 0)}
    newer.close()
    memory.close()
    monkeypatch.undo()
    assert memory.recall(HERE) == NOTHING, "a file of a newer Gadfly is left alone"
    memory.learn(HERE, [wrong()])
    assert len(told) == 1
    assert "newer Gadfly" in told[0]
    with closing(sqlite3.connect(memory.database.path)) as kept:
        assert kept.execute("SELECT COUNT(*), MAX(course) FROM evidence").fetchone() == (2, "")


def test_signs_that_this_gadfly_does_not_know_are_left_out(memory: Memory) -> None:
    memory.learn(THERE, [wrong()])
    row = ("e", COPIES, "seen in a dream", "p", "2025-03-09T00:00:00Z")
    memory.database.write(lambda to: to.execute("INSERT INTO evidence VALUES (?, ?, ?, ?, ?)", row).rowcount)
    memory.database.write(lambda to: to.execute("UPDATE evidence SET at = 'once' WHERE event = 'e'").rowcount)
    assert counts(memory) == {RANGE: (1, 0)}


# How it is forgotten


def both(memory: Memory) -> None:
    memory.learn(THERE, [wrong(RANGE, str(number)) for number in range(300)])
    memory.learn(THERE, [wrong(COPIES, str(number)) for number in range(300)])


def test_one_belief_is_forgotten_to_the_last_byte(memory: Memory, tmp_path: Path, clock: Clock) -> None:
    both(memory)
    other = Memory(tmp_path / "state", clock)
    assert len(other.everything()) == 2
    assert memory.forget(RANGE).signs == 300
    whole = bytes_of(tmp_path)
    assert (RANGE.encode() in whole, COPIES.encode() in whole) == (False, True)
    assert counts(other) == {COPIES: (300, 0)}


def test_everything_is_forgotten_with_all_files(memory: Memory, tmp_path: Path) -> None:
    both(memory)
    done = memory.forget_everything()
    assert done.signs == 600
    assert memory.database.path in done.files
    assert [path.name for path in (tmp_path / "state").iterdir()] == ["lock"]
    assert memory.everything() == ()
    assert memory.forget_everything().signs == 0


def test_another_process_begins_anew_after_everything_was_forgotten(
    memory: Memory, tmp_path: Path, clock: Clock
) -> None:
    """It has the file open meanwhile; what it learns afterwards goes to the new one."""
    both(memory)
    other = Memory(tmp_path / "state", clock)
    assert len(other.everything()) == 2
    with (memory.database.path).open("rb") as held, Path(f"{memory.database.path}-wal").open("rb") as log:
        memory.forget_everything()
        assert RANGE.encode() not in held.read() + log.read()
    assert other.everything() == ()
    other.learn(THERE, [wrong()])
    assert counts(memory) == {RANGE: (1, 0)}
    other.close()
    assert counts(memory) == {RANGE: (1, 0)}


def test_what_was_deleted_by_hand_is_forgotten(memory: Memory) -> None:
    both(memory)
    for path in memory.database.files:
        path.unlink()
    assert memory.everything() == ()
    memory.learn(THERE, [wrong()])
    assert counts(memory) == {RANGE: (1, 0)}


def test_forgetting_where_nothing_is_makes_nothing(memory: Memory, tmp_path: Path) -> None:
    assert memory.forget(RANGE).signs == 0
    assert memory.forget_everything().files == ()
    assert [path.name for path in (tmp_path / "state").glob("*.sqlite3")] == []


def test_the_folder_is_that_of_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GADFLY_STATE", str(tmp_path))
    assert Memory().database.path == tmp_path / FILE
