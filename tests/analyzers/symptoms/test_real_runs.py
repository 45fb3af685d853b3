"""Symptoms of programs whose tests run for real, in a process of their own."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from gadfly_analyzers.examine import examine
from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.source import Source
from gadfly_analyzers.symptoms.evidence import Evidence
from gadfly_analyzers.symptoms.naming import symptoms_of
from helpers.assignments import AMPLE, results, write

with_one_runner = pytest.mark.asyncio(loop_scope="module")
PROGRAMS = {
    "last-missing": ("def f(n):\n    return list(range(1, n))\n", "f(4) == [1, 2, 3, 4]"),
    "none-but-printed": ("def f(n):\n    print(n * 2)\n", "f(4) == 8"),
    "exclusive-or": ("def f(a, b):\n    return a ^ b\n", "f(2, 5) == 32"),
    "value-in-tuple": ("def f(n):\n    return n + 1,\n", "f(4) == 5"),
    "text-joined-with-number": ("def f(n):\n    return 'n: ' + n\n", "f(4) == 'n: 4'"),
    "unmade-items": ("def f(n):\n    return [(i for i in range(n)) for _ in 'ab']\n", "f(2) == [0, 1]"),
    "code-for-value": ("def g():\n    return 5\n\ndef f(n):\n    return g\n", "f(2) == 5"),
    "not-rounded": ("def f(n):\n    return n / 3\n", "f(2) == 0.67"),
}


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def runner() -> AsyncIterator[Runner]:
    async with Runner() as started:
        yield started


@with_one_runner
@pytest.mark.parametrize("family", PROGRAMS)
async def test_of_one_test(runner: Runner, tmp_path: Path, family: str) -> None:
    program, claim = PROGRAMS[family]
    tests = f"from work import f\n\ndef test_f():\n    assert {claim}\n"
    run = await results(runner, write(tmp_path, program, tests))
    [test] = run.failing
    assert symptoms_of(Evidence(test, others=run.tests))[0].family == family


@with_one_runner
async def test_an_error_that_does_not_come(runner: Runner, tmp_path: Path) -> None:
    tests = "import pytest\nfrom work import f\n\ndef test_f():\n    with pytest.raises(ValueError):\n        f(-1)\n"
    run = await results(runner, write(tmp_path, "def f(n):\n    return n\n", tests))
    assert [symptoms_of(Evidence(test))[0].family for test in run.failing] == ["no-error"]


@with_one_runner
async def test_an_error_that_comes_and_holds_something_else(runner: Runner, tmp_path: Path) -> None:
    tests = "import pytest\nfrom work import f\n\ndef test_f():\n    with pytest.raises(ValueError) as e: f(1)\n"
    tests += "    assert isinstance(e.value.__cause__, KeyError) and e.value.args\n"
    run = await results(runner, write(tmp_path, "def f(n):\n    raise ValueError(n) from None\n", tests))
    assert ["no-error" in {each.family for each in symptoms_of(Evidence(test))} for test in run.failing] == [False]


@with_one_runner
async def test_what_a_program_prints(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, "for i in range(1, int(input())):\n    print(i)\n")
    (tmp_path / "work.in").write_text("3\n")
    (tmp_path / "work.out").write_text("1\n2\n3\n")
    run = await results(runner, assignment)
    assert [symptoms_of(Evidence(test))[0].family for test in run.failing] == ["last-line-missing"]


@with_one_runner
async def test_a_run_with_its_recording(runner: Runner, tmp_path: Path) -> None:
    program = "def f(ages):\n    for age in ages:\n        return age > 17\n"
    tests = "from work import f\n\ndef test_f():\n    assert f([4, 30]) == True\n"
    assignment = write(tmp_path, program, tests)
    seen = await examine(Source.parse(program), assignment, runner, interpreter=Path(sys.executable), limits=AMPLE)
    assert seen.focus is not None
    assert seen.run is not None
    first = symptoms_of(Evidence(seen.focus, seen.trace, seen.run.tests, seen.source))[0]
    assert (first.family, first.misconceptions) == ("first-item-only", ("return-does-not-leave",))


HANDED_OVER = {
    "names = ['b', 'a']\n    Team(names).sort()\n    assert names == ['b', 'a']": True,
    "names = ['c', 'b', 'a']\n    Team(names).sort()\n    assert names == ['a', 'c', 'b']": False,
    "names = []\n    names.append(Team(['b', 'a']).sort()[0])\n    assert names == ['b']": False,
    "names = Team(['b', 'a']).sort()\n    assert names == ['b', 'a']": False,
}


@with_one_runner
@pytest.mark.parametrize("body", HANDED_OVER)
async def test_a_test_that_looks_at_what_it_handed_over(runner: Runner, tmp_path: Path, body: str) -> None:
    program = (
        "class Team:\n    def __init__(self, names):\n        self.names = names\n\n"
        "    def sort(self):\n        self.names.sort()\n        return self.names\n"
    )
    run = await results(runner, write(tmp_path, program, f"from work import Team\n\ndef test_f():\n    {body}\n"))
    [test] = run.failing
    first = symptoms_of(Evidence(test, others=run.tests))[0]
    assert (first.family == "given-changed") == HANDED_OVER[body]
    # Behind "your program gives ['a', 'b']": that is not what the call was given.
    assert (first.text == "The call changed what it was given.") == HANDED_OVER[body]


@with_one_runner
async def test_what_a_default_gave_was_not_given(runner: Runner, tmp_path: Path) -> None:
    program = "def f(n, seen=[]):\n    seen.append(n)\n    return len(seen) + 5\n"
    tests = "from work import f\n\ndef test_f():\n    assert f(4) == 1\n"
    assignment = write(tmp_path, program, tests)
    seen = await examine(Source.parse(program), assignment, runner, interpreter=Path(sys.executable), limits=AMPLE)
    assert seen.focus is not None
    shown = symptoms_of(Evidence(seen.focus, seen.trace, (), seen.source))
    assert "argument-changed" not in [each.family for each in shown]
