"""What each part of the sandbox stops, and what it costs: the attacks of our tests, with and without them."""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

from gadfly_analyzers.execution.assignment import Assignment  # noqa: E402
from gadfly_analyzers.execution.limits import Limits  # noqa: E402
from gadfly_analyzers.execution.results import Outcome  # noqa: E402
from gadfly_analyzers.execution.runner import Runner  # noqa: E402
from helpers.assignments import HERE as PYTHON  # noqa: E402
from helpers.assignments import write  # noqa: E402
from helpers.attacks import ESCAPES, FILES, NETWORK, SECRET, Attack  # noqa: E402
from helpers.forgeries import FORGERIES  # noqa: E402

NAMESPACES = ("user namespace", "process namespace", "files", "ipc namespace", "network namespace", "bubblewrap")
WAYS: dict[str, Sequence[str]] = {
    "all": (),
    "no namespaces": NAMESPACES[:-1],
    "no namespaces, no bubblewrap": NAMESPACES,
    "limits and audit hook only": (*NAMESPACES, "landlock", "seccomp", "rights"),
}
ATTACKS = {"escapes": ESCAPES, "files": FILES, "network": NETWORK, "forged results": FORGERIES}
TESTS = "from work import f\ndef test_bad():\n    assert f(1) == 2\ndef test_good():\n    assert 1 + 1 == 2\n"
LIMITS = Limits(test_seconds=0.5, hurried_seconds=0.5, wall_seconds=8)
ROUNDS = 30
LEFT = "gadfly-left"


def assignment(folder: Path, attack: Attack, port: int, name: str) -> Assignment:
    """Write an attack beside what it is after."""
    secret, sibling, key = folder / "secret.txt", folder / "bob" / "theirs.py", folder / "home" / ".ssh" / "id"
    for path in (secret, sibling, key):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{SECRET!r}\n", encoding="utf-8")
    (folder / "alice").mkdir()
    (folder / "alice" / "there").symlink_to(secret)
    body = attack.body.format(
        secret=str(secret), sibling=str(sibling), key=str(key), pid=os.getpid(), port=port, name=name, mark=97713
    )
    lines = "\n".join("    " + line for line in body.splitlines())
    top = attack.top.replace("{{", "{").replace("}}", "}")
    return write(folder / "alice", f"def spin():\n    while True: pass\n{top}\ndef f(n):\n{lines}\n", TESTS)


async def comes_through(runner: Runner, attack: Attack, port: int, name: str) -> bool:
    """Tell whether a program got what it was after: a pass, or something that stays."""
    with tempfile.TemporaryDirectory() as place:
        wrong = assignment(Path(place).resolve(), attack, port, name)
        told = await runner.run(wrong, interpreter=PYTHON, limits=LIMITS)
        left = [
            path
            for folder in (Path(place), Path(place) / "alice", Path("/tmp"), Path.home())
            for path in folder.glob(LEFT + "*")
        ]
        memory = list(Path("/dev/shm").glob(LEFT + "*"))
        for path in [*left, *memory]:
            path.unlink(missing_ok=True)
        passed = any(test.name == "test_bad" and test.outcome is Outcome.PASSED for test in told.tests)
        return passed or bool(left or memory)


async def attacked(without: Sequence[str]) -> dict[str, list[str]]:
    """Run every attack, and list those that came through, by kind; none where they could reach other processes."""
    name = f"gadfly-{os.getpid()}"
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as named:
        with contextlib.suppress(OSError):
            named.bind("\0" + name)
            named.listen()
        async with Runner(without=without) as runner:
            if not await is_safe(runner):
                return {}
            return {
                kind: [
                    one for one, attack in some.items()
                    if await comes_through(runner, attack, server.getsockname()[1], name)
                ]
                for kind, some in ATTACKS.items()
            }  # fmt: skip


async def is_safe(runner: Runner) -> bool:
    """Tell, by a harmless run, whether programs see no processes but their own."""
    with tempfile.TemporaryDirectory() as place:
        right = write(Path(place).resolve(), "def f(n):\n    return 2\n", TESTS)
        told = await runner.run(right, interpreter=PYTHON, limits=LIMITS)
    return bool({"process namespace", "bubblewrap", "own user"} & set(told.defences))


async def timed() -> dict[str, float]:
    """Median seconds of a run of two small tests for each way, taking turns."""
    with tempfile.TemporaryDirectory() as place:
        right = write(Path(place).resolve(), "def f(n):\n    return 2\n", TESTS)
        async with contextlib.AsyncExitStack() as stack:
            runners = {way: await stack.enter_async_context(Runner(without=gone)) for way, gone in WAYS.items()}
            spent: dict[str, list[float]] = {way: [] for way in WAYS}
            for _ in range(ROUNDS + 2):
                for way, runner in runners.items():
                    began = time.perf_counter()
                    await runner.run(right, interpreter=PYTHON, limits=LIMITS)
                    spent[way].append(time.perf_counter() - began)
    return {way: statistics.median(seconds[2:]) for way, seconds in spent.items()}


def main() -> None:
    """Print the section for BENCHMARKS.md."""
    through = {way: asyncio.run(attacked(without)) for way, without in WAYS.items()}
    seconds = asyncio.run(timed())
    least = seconds["limits and audit hook only"]
    counts = ", ".join(f"{len(some)} {kind}" for kind, some in ATTACKS.items())
    print(f"""## Sandbox

`benchmarks/sandbox.py`: attacks of `tests/helpers/attacks.py` and `forgeries.py` ({counts}), and how many come through.
Nothing is tried where a program could reach other processes of the machine.
Time is that of a whole run of two small tests in the warm worker, {ROUNDS} rounds taking turns.

| in force | {" | ".join(ATTACKS)} | median ms | ratio |
|---|{"---|" * len(ATTACKS)}---|---|""")
    for way, found in through.items():
        numbers = " | ".join(str(len(found[kind])) if found else "not tried" for kind in ATTACKS)
        print(f"| {way} | {numbers} | {seconds[way] * 1000:.1f} | {seconds[way] / least:.2f} |")
    print()
    for way, found in ((way, found) for way, found in through.items() if found):
        names = [name for some in found.values() for name in some]
        print(f"- {way}: {', '.join(names) or 'nothing'} comes through.")


if __name__ == "__main__":
    main()
