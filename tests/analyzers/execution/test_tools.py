"""Tests compare by what is Python's own, and nobody but they may put anything in its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

JSON = "import json\nfrom work import f\ndef test_it(tmp_path):\n    assert json.loads(f(1)) == [2]\n"
NAMED = JSON.replace("import json\nfrom work import f", "from work import f\nfrom json import loads").replace(
    "json.", ""
)
MOCK = "from unittest.mock import Mock\nimport work\ndef test_it():\n    m = Mock()\n"
MOCK += "    work.f(m)\n    m.assert_called_with(2)\n"
FILE = "from work import f\ndef test_it(tmp_path):\n    f(tmp_path / 'a')\n    with open(tmp_path / 'a') as file:\n"
FILE += "        assert file.read() == '2'\n"
PATH = "import pathlib\nfrom work import f\ndef test_it(tmp_path):\n    f(tmp_path / 'a')\n"
PATH += "    assert (tmp_path / 'a').read_text() == '2'\n"
SORTED = "from work import f\ndef test_it(tmp_path):\n    assert sorted(f(tmp_path)) == [1, 2]\n"
COUNTS = "from collections import Counter\nfrom work import f\n"
COUNTS += "def test_it(tmp_path):\n    assert Counter(f(tmp_path)) == Counter([1, 2])\n"
CLOSE = "import math\nfrom work import f\ndef test_it(tmp_path):\n    assert math.isclose(f(tmp_path), 2)\n"
WRONG = "\ndef f(n): return '[3]'\n"
MINE = "import json, sys\nclass Mine:\n    loads = staticmethod(lambda text: [2])\n"
MINE += "def f(n):\n    sys._getframe(1).f_globals['json'] = Mine\n    return '[3]'\n"
REPLACED = {  # a wrong program, and tests
    "a-function": (f"import json\njson.loads = lambda text: [2]{WRONG}", JSON),
    "a-function-while-it-runs": ("import json\ndef f(n):\n    json.loads = lambda text: [2]\n    return '[3]'\n", JSON),
    "the-inside-of-a-function": (f"import json\njson.loads.__code__ = (lambda text, **k: [2]).__code__{WRONG}", JSON),
    "what-does-the-work": (f"import json\njson.decoder.JSONDecoder.decode = lambda *a: [2]{WRONG}", JSON),
    "by-what-is-python-s": (f"import json, ast\njson.loads = lambda: 0\njson.loads = eval{WRONG}", JSON),
    "a-name-of-the-test": (MINE, JSON),
    "what-is-imported-after-it": (f"import json\njson.loads = lambda text: [2]{WRONG}", NAMED),
    "a-mock": (
        "import unittest.mock\nunittest.mock.NonCallableMock.assert_called_with = lambda *a: None\ndef f(m): m(3)\n",
        MOCK,
    ),
    "how-files-are-opened": (
        "import builtins, io\nbuiltins.open = lambda *a: io.StringIO('2')\ndef f(path): path.write_text('3')\n",
        FILE,
    ),
    "how-files-are-read": (
        "import pathlib\npathlib.Path.read_text = lambda path: '2'\ndef f(path): path.write_text('3')\n",
        PATH,
    ),
    "how-things-are-sorted": ("import builtins\nbuiltins.sorted = lambda it: [1, 2]\ndef f(n): return [3]\n", SORTED),
    "when-counts-are-equal": (
        "import collections\ncollections.Counter.__eq__ = lambda *a: True\ndef f(n): return [3]\n",
        COUNTS,
    ),
    "what-is-close": ("import math\nmath.isclose = lambda *a: True\ndef f(n): return 3\n", CLOSE),
}
USES = """
import builtins, functools, json, math, os, pathlib, subprocess, time
time.sleep = lambda seconds: None
json.JSONEncoder.default = lambda self, one: "odd"
math.cube = lambda x: x ** 3
class Path(pathlib.PosixPath): pass
def sorted(values): return list(values)
json.dump = functools.partial(json.dump, default=str)
def f(n): return json.dumps([n + 1])
def read(path):
    with open(path) as file: return file.read()
def ends(): return subprocess.run(["true"]).returncode
def hits(m): m(2)
"""
HONEST = {
    "own-things": f"import math, time\n{JSON}    time.sleep(9)\n    assert math.cube(2) == 8 and sorted([2, 1])\n",
    "mocks": (
        "import subprocess\nfrom unittest import mock\nimport work\n"
        "@mock.patch('subprocess.run')\ndef test_it(run):\n    run.return_value.returncode = 5\n"
        "    assert work.ends() == 5\n    m = mock.Mock()\n    work.hits(m)\n    m.assert_called_once_with(2)\n"
        "    with mock.patch.object(work.json, 'dumps', autospec=True, return_value='x'):\n"
        "        assert work.f(1) == 'x'\n"
    ),
    "patches-that-stay-until-the-end": (
        "import builtins, io, json, pathlib, subprocess\nimport pytest, work\n"
        "def test_it(monkeypatch):\n    monkeypatch.setattr(json, 'dumps', lambda one: 'x')\n"
        "    monkeypatch.setattr('subprocess.run', lambda *a: None)\n"
        "    monkeypatch.setattr(pathlib.Path, 'exists', lambda path: True)\n"
        "    monkeypatch.setattr(builtins, 'open', lambda path: io.StringIO('2'))\n"
        "    assert work.f(1) == 'x' and work.read('a') == '2' and open('b')\n"
    ),
    "a-patch-for-good": "import json\nimport work\ndef test_it():\n    json.dumps = lambda one: 'x'\n"
    "    assert work.f(1) == 'x'\n",
    "by-a-helper": "import json\nimport helping, work\ndef test_it():\n    helping.fake()\n"
    "    assert work.f(1) == 'x' and json.dumps\n",
    "loaded-again": "import importlib, json\nimport work\ndef test_it():\n    importlib.reload(json)\n"
    "    assert json.loads(work.f(1)) == [2]\n",
    "by-a-helper-of-a-helper": "import json\nimport helper, work\ndef test_it():\n    helper.fake('dumps')\n"
    "    assert work.f(1) != [2] and json.dumps\n",
    "all-at-once": "import math\nfrom unittest.mock import Mock\nimport work\ndef test_it(monkeypatch):\n"
    "    for name in dir(math):\n        monkeypatch.setattr(math, name, Mock(return_value=3))\n"
    "    assert work.f(1) == '[2]' and math.sqrt(4) == 3\n",
    "imported-by-none": "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import decimal, subprocess\n"
    "import work\nstring = 'abc'\ndef test_it():\n    import string\n    assert work.f(1) == '[2]' and string\n",
    "absent-and-rebound": (
        "try:\n    import json\nexcept ImportError:\n    json = None\nimport math\nmath = 3\nimport work\n"
        "def test_it():\n    assert json.loads(work.f(1)) == [2] and math == 3\n"
    ),
}


@pytest.mark.parametrize("name", REPLACED)
async def test_a_program_that_replaces_what_tests_compare_with_is_found_out(
    name: str, runner: Runner, tmp_path: Path
) -> None:
    told = await results(runner, write(tmp_path, *REPLACED[name]))
    assert [test.outcome for test in told.tests] == [Outcome.TAMPERED], told


@pytest.mark.parametrize("name", HONEST)
async def test_who_replaces_other_things_is_not_accused_and_tests_may_replace_all(
    name: str, runner: Runner, tmp_path: Path
) -> None:
    (tmp_path / "helping.py").write_text("import json\ndef fake():\n    json.dumps = lambda one: 'x'\n")
    (tmp_path / "helper.py").write_text("from deeper import fake\n")
    (tmp_path / "deeper.py").write_text(
        "import json, unittest.mock\ndef fake(name):\n    setattr(json, name, unittest.mock.Mock())\n"
    )
    told = await results(runner, write(tmp_path, USES, HONEST[name]))
    assert [test.outcome for test in told.tests] == [Outcome.PASSED], told
