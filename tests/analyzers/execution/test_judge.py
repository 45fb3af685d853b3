"""Passed tests of programs that could reach for the test run are looked at again, without the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORGE = """
import ctypes, gc
def tell(*names):
    line = next(one for one in gc.get_objects() if type(one).__name__ == "Channel")
    for number, name in enumerate(names):
        if number:
            line.send({"kind": "start", "id": "test_work.py::" + name})
        line.send({"kind": "result", "id": "test_work.py::" + name, "outcome": "passed"})
    line.send({"kind": "done"})
    ctypes.CDLL(None)._exit(0)
"""

HONEST = {
    "changes-its-argument": (
        "import os\ndef f(xs):\n    xs.sort()",
        "from work import f\ndef test_it():\n    xs = [2, 1]\n    f(xs)\n    assert xs == [1, 2]",
    ),
    "prints": (
        "import os\ndef f(n):\n    print(n)",
        "from work import f\ndef test_it(capsys):\n    f(1)\n    assert capsys.readouterr().out == '1\\n'",
    ),
    "counts": (
        "import os\ndone = []\ndef f():\n    done.append(1)\n    return len(done)",
        "from work import f\ndef test_it():\n    assert f() == 1\n    assert f() == 2",
    ),
    "raises": (
        "import os\ndef f(n):\n    raise ValueError(n)",
        "import pytest\nfrom work import f\ndef test_it():\n    with pytest.raises(ValueError):\n        f(1)",
    ),
    "raises-with-words": (
        "import os\ndef f(n):\n    raise ValueError('no')",
        (
            "import pytest\nfrom work import f\ndef test_it():\n"
            "    with pytest.raises(ValueError, match='no'):\n        f(1)"
        ),
    ),
    "almost": (
        "import os\ndef f(n):\n    return n / 3",
        "import pytest\nfrom work import f\ndef test_it():\n    assert f(1) == pytest.approx(0.33, abs=0.1)",
    ),
    "parameters": (
        "import os\ndef f(n, more=1):\n    return n + more",
        (
            "import pytest, work\n@pytest.mark.parametrize('n', [1, 2])\n"
            "def test_it(n):\n    assert work.f(n, more=2) == n + 2"
        ),
    ),
    "unittest": (
        "import os\ndef f(n):\n    return {n: [n]}",
        (
            "import unittest, work\nclass Tests(unittest.TestCase):\n    def test_it(self):\n"
            "        self.assertEqual(work.f(1), {1: [1]})"
        ),
    ),
    "class": (
        "import os\nclass Box:\n    def __init__(self, n): self.n = n\n    def get(self): return self.n",
        "from work import Box\ndef test_it():\n    assert Box(3).get() == 3",
    ),
    "constant": (
        "import os\nMOST = 3\ndef f(): return MOST",
        "from work import MOST, f\ndef test_it():\n    assert f() == MOST",
    ),
    "cached": (
        "import os, functools\n@functools.lru_cache\ndef f(n): return n",
        "from work import f\ndef test_it():\n    assert f(1) + f(1) == 2",
    ),
    "same-object": (
        "import os\ndef f(xs): return xs",
        "from work import f\ndef test_it():\n    xs = [1]\n    assert f(xs) is xs",
    ),
    "writes-a-file": (
        "import os\ndef f(name):\n    with open(name, 'w') as file: file.write('x')",
        "from work import f\ndef test_it():\n    f('out.txt')\n    assert open('out.txt').read() == 'x'",
    ),
    "helper-beside": (
        "import os\nimport beside\ndef f(n): return beside.g(n)",
        "from work import f\nfrom beside import g\ndef test_it():\n    assert f(1) == g(1)",
    ),
    "generator": (
        "import os\ndef f(n):\n    yield n",
        "from work import f\ndef test_it():\n    assert list(f(1)) == [1]",
    ),
    "long-text": (
        "import os\ndef f(n): return 'x' * n",
        "from work import f\ndef test_it():\n    assert f(999) == 'x' * 999",
    ),
    "many-calls": (
        "import os\ndef f(n): return n",
        "from work import f\ndef test_it():\n    for n in range(50):\n        assert f(n) == n",
    ),
    "calls-back": ("import os\ndef f(g): return g(1)", "from work import f\ndef test_it():\n    assert f(str) == '1'"),
}


@pytest.mark.parametrize("name", HONEST)
async def test_who_did_it_right_is_not_accused(name: str, runner: Runner, tmp_path: Path) -> None:
    program, tests = HONEST[name]
    (tmp_path / "beside.py").write_text("def g(n):\n    return n\n", encoding="utf-8")
    told = await results(runner, write(tmp_path, program, tests))
    assert told.tests
    assert {test.outcome for test in told.tests} == {Outcome.PASSED}, told


@pytest.mark.parametrize(
    ("body", "tests"),
    [
        ("tell('test_it')", "def test_it():\n    assert f(1) == 2"),
        ("tell('test_it')", "def test_it():\n    assert [f(one) for one in (1, 2)] == [2, 3]"),
    ],
)
async def test_who_told_the_result_himself_is_found_out(body: str, tests: str, runner: Runner, tmp_path: Path) -> None:
    program = f"{FORGE}\ndef f(n):\n    {body}\n"
    told = await results(runner, write(tmp_path, program, f"from work import f\n{tests}\n"))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED], told
    assert told.tests[0].stop is not None
