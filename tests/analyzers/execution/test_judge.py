"""Passed tests of programs that could reach for the test run are looked at again, without the program."""

from __future__ import annotations

import ast
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from gadfly_analyzers.execution.probe import asked, holding, judgeable, plain
from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write
from helpers.honest import HONEST
from helpers.patches import CONFTEST, SET, file_of_tests

pytestmark = pytest.mark.asyncio(loop_scope="module")

FORGE = """
import ctypes, gc
def answer(text, raised=None, function="f"):
    return {"function": function, "returned": text, "raised": raised}
def tell(*names, **more):
    line = next(one for one in gc.get_objects() if type(one).__name__ == "Channel")
    for number, name in enumerate(names):
        if number:
            line.send({"kind": "start", "id": "test_work.py::" + name})
        line.send({"kind": "result", "id": "test_work.py::" + name, "outcome": "passed", **more})
    line.send({"kind": "done"})
    ctypes.CDLL(None)._exit(0)
"""


@pytest.mark.parametrize("name", HONEST)
async def test_who_did_it_right_is_not_accused(name: str, runner: Runner, tmp_path: Path) -> None:
    program, tests = HONEST[name]
    (tmp_path / "beside.py").write_text("def g(n):\n    return n\n", encoding="utf-8")
    told = await results(runner, write(tmp_path, program, tests))
    assert told.tests
    assert {test.outcome for test in told.tests} == {Outcome.PASSED}, told


@pytest.mark.parametrize("name", SET)
async def test_who_sets_names_of_his_own_tests_is_not_accused(name: str, runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    told = await results(runner, write(tmp_path, "import os\ndef f(n): return n\n", file_of_tests(SET[name])))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told


PLAIN = "from work import f\ndef test_it():\n    assert f(1) == 2\n"
CASE = "import unittest, work\nclass Tests(unittest.TestCase):\n"
FORGED = {  # what f does, how it is decorated, and the tests
    "one": ("tell('test_it')", "", PLAIN),
    "several": ("tell('test_it')", "", PLAIN.replace("f(1) == 2", "[f(one) for one in (1, 2)] == [2, 3]")),
    "many": ("tell('test_it')", "", PLAIN.replace("assert f(1) == 2", "for n in range(40): assert f(n) == n")),
    "too-many-to-tell": ("tell('test_it', answers=None)", "", PLAIN),
    "hushed": ("tell('test_it', unheard=True)", "", PLAIN),
    "crowded": ("tell('test_it', answers=[answer('3')] * 20)", "", PLAIN),
    "another-name": ("tell('test_it', answers=[answer('2', function='g')])", "", PLAIN),
    "an-error": ("tell('test_it', answers=[answer(None, raised='ValueError')])", "", PLAIN),
    "a-wrong-kind": ("tell('test_it', answers=[answer('None')])", "", PLAIN.replace("f(1)", "f(1)[0]")),
    "no-answer-after": ("tell('test_it', answers=[answer('3'), answer(None)])", "", PLAIN),
    "what-cannot-be-read": ("tell('test_it', answers=[7])", "", PLAIN),
    "a-list": ("tell('test_it')", "", PLAIN.replace("f(1)", "f([1])")),
    "a-list-by-name": ("tell('test_it')", "", PLAIN.replace("assert f(1)", "xs = [1, 2]\n    assert f(xs)")),
    "a-text": ("tell('test_it')", "", PLAIN.replace("f(1) == 2", "f('a').strip() == 'b', 'no {}'.format(1)")),
    "almost": ("tell('test_it')", "", "import math\n" + PLAIN.replace("f(1) == 2", "math.isclose(f(1), 2)")),
    "with-a-path": ("tell('test_it')", "", "import os, sys\nsys.path.append(os.path.dirname(__file__))\n" + PLAIN),
    "all-names": ("tell('test_it')", "", PLAIN.replace("import f", "import *")),
    "cached": ("tell('test_it')", "import functools\n@functools.cache", PLAIN),
    "wrapped": ("tell('test_it')", "def own(g):\n    return lambda n: g(n)\n@own", PLAIN),
    "defined-twice": ("tell('test_it')", "def f(n): pass", PLAIN),
    "class": ("tell('Tests::test_it')", "", f"{CASE}    'a'\n    def test_it(self): self.assertEqual(work.f(1), 2)"),
    "script": (
        "tell('Tests::test_it')",
        "",
        f"{CASE}    def test_it(self): self.assertEqual(work.f(1), 2)\nif __name__ == '__main__':\n    unittest.main()",
    ),
    "set-up": (
        "tell('Tests::test_it')",
        "",
        f"{CASE}    def setUp(self): self.n = 1\n    def test_it(self): self.assertEqual(work.f(self.n), 2)",
    ),
    "parts": (
        "tell('Tests::test_it')",
        "",
        (
            f"{CASE}    def test_it(self):\n        for n in (1, 2):\n            with self.subTest(n=n):\n"
            "                self.assertEqual(work.f(n), n)"
        ),
    ),
    "words-on-itself": ("tell('test_it')", "__author__ = 'me'", PLAIN),
    "words-on-itself-asked": (
        "tell('test_it')",
        "__version__ = '1'",
        "from work import __version__\n" + PLAIN.replace("f(1)", "f(1) + len([1])"),
    ),
    "names-for-all": ("tell('test_it')", "__all__ = ['f']", PLAIN.replace("import f", "import *")),
    "names-for-all-unused": ("tell('test_it')", "__all__ = ['f']", PLAIN),
    "names-for-all-in-a-way-of-its-own": (
        "tell('test_it')",
        "__all__ = ['f']\n__all__ += []",
        PLAIN.replace("import f", "import *"),
    ),
    "names-for-all-made": ("tell('test_it')", "__all__ = list('f')", PLAIN.replace("import f", "import *")),
    "all-names-and-those-of-others": (
        "tell('Tests::test_it')",
        "import unittest, math",
        (
            "import math, unittest\nfrom work import *\nclass Tests(unittest.TestCase):\n"
            "    def test_it(self): self.assertTrue(math.isclose(f(1), 2))"
        ),
    ),
    "by-its-module": (
        "tell('test_it')",
        "",
        PLAIN.replace("from work import f", "import work").replace("f(", "work.f("),
    ),
    "hidden-name": (
        "tell('test_it')\nglobals()['g'] = f",
        "",
        PLAIN.replace("from work import f", "import work").replace("f(", "work.g("),
    ),
    "hidden-name-imported": ("tell('test_it')\nglobals()['g'] = f", "", PLAIN.replace("import f", "import g as f")),
    "set-up-by-pytest": (
        "tell('TestAll::test_it')",
        "",
        (
            "import work\nclass TestAll:\n    def setup_method(self):\n        self.n = 1\n"
            "    def test_it(self):\n        assert work.f(self.n) == 2"
        ),
    ),
    "marked": (
        "tell('test_it')",
        "",
        "import pytest, os\nHERE = os.getcwd()\n@pytest.mark.skipif(False, reason='a')\n"
        + PLAIN.split("\n", 1)[1]
        + "from work import f\n",
    ),
    "parameters": (
        "tell('test_it[n0-2]')",
        "",
        (
            "import pytest\nfrom work import f\n@pytest.mark.parametrize('n, want', [([1], 2)])\n"
            "def test_it(n, want):\n    assert f(n) == want"
        ),
    ),
}


async def test_what_comes_after_all_that_is_noted_costs_nothing() -> None:
    listening = asked.Asked("work.py")
    listening.answers, listening.left = [], asked.TOTAL
    given = [list(range(1000)) for _ in range(100)]
    function = listening.noting("f", lambda: given)
    began = time.process_time()
    for _ in range(3000):
        function()
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("name", FORGED)
async def test_who_told_the_result_himself_is_found_out(name: str, runner: Runner, tmp_path: Path) -> None:
    body, above, tests = FORGED[name]
    program = f"{FORGE}\n{above}\ndef f(n):\n    {body}\n"
    told = await results(runner, write(tmp_path, program, tests))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED], told
    assert told.tests[0].stop is not None


async def test_fixtures_around_tests_do_not_keep_them_from_being_looked_at_again(
    runner: Runner, tmp_path: Path
) -> None:
    (tmp_path / "conftest.py").write_text("import pytest\n\n@pytest.fixture\ndef three(): return 3\n")
    tests = PLAIN + "\ndef test_other(three):\n    assert three == 3\n"
    told = await results(runner, write(tmp_path, f"{FORGE}\ndef f(n):\n    tell('test_it', 'test_other')\n", tests))
    assert told.tests[0].outcome is Outcome.TAMPERED


async def test_a_test_is_read_once_for_all_of_its_parameters(tmp_path: Path) -> None:
    tests = tmp_path / "test_work.py"
    (tmp_path / "work.py").write_text("def f(n): return n\n", encoding="utf-8")
    tests.write_text("from work import f\ndef test_it(n):\n    assert f(n) == n\n", encoding="utf-8")
    text, again = (
        judgeable.text_of(SimpleNamespace(fspath=tests, originalname="test_it", name=name), str(tmp_path / "work.py"))
        for name in ("test_it[1]", "test_it[2]")
    )
    assert text is not None
    assert text is again
    assert holding.of_test(*text_parts(text)) is holding.of_test(*text_parts(text))


def text_parts(text: judgeable.Text) -> tuple[tuple[ast.FunctionDef, ...], ast.Module, plain.Known]:
    return text.parts, text.tests, text.known
