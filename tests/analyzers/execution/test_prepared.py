"""A pytest that is not made as those that we know runs tests all the same: each session prepares itself then."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from gadfly_analyzers.execution.results import Outcome
from gadfly_analyzers.execution.runner import Runner
from helpers.assignments import results, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

RENAMED = """
import types
import _pytest.config as config
usual = config._prepareconfig
names = tuple("made_config" if name == "get_config" else name for name in usual.__code__.co_names)
code = usual.__code__.replace(co_names=names)
config._prepareconfig = types.FunctionType(code, usual.__globals__, argdefs=usual.__defaults__)
config.made_config = config.get_config
del config.get_config
"""
WANTS_MORE = """
import _pytest.config as config
usual = config.get_config
config.get_config = lambda args, plugins: usual(args, plugins)
"""
READS_OTHERWISE = """
import argparse
import _pytest.config as config
usual = config.Config._preparse
def preparse(self, args, *more, **named):
    self._parser.parse_known_args(args, argparse.Namespace())
    vars(vars(self)["option"]).clear()
    return usual(self, args, *more, **named)
config.Config._preparse = preparse
"""
NO_COUNT = """
import _pytest.fixtures as fixtures
class Unlike(dict):
    def values(self):
        raise NotImplementedError
usual = fixtures.FixtureManager.__init__
def made(self, session):
    self._arg2fixturedefs = Unlike()
    usual(self, session)
    self._arg2fixturedefs = Unlike(self._arg2fixturedefs)
fixtures.FixtureManager.__init__ = made
"""


@pytest.mark.parametrize(
    "other",
    [RENAMED, WANTS_MORE, READS_OTHERWISE, NO_COUNT],
    ids=["renamed", "wants-more", "reads-otherwise", "no-count"],
)
async def test_another_pytest_runs_tests_as_well(other: str, runner: Runner, tmp_path: Path) -> None:
    tests = """
        import work

        def test_fixtures(tmp_path, monkeypatch, capsys, pytestconfig):
            assert not pytestconfig.pluginmanager.hasplugin("cacheprovider")
            assert pytestconfig.getoption("tbstyle") == "no"
            assert work.half(4) == 2

        def test_wrong():
            assert work.half(4) == 3
    """
    (customs := tmp_path / "customs").mkdir()
    (customs / "sitecustomize.py").write_text(other)
    interpreter = tmp_path / "python"
    interpreter.write_text(f'#!/bin/sh\nPYTHONPATH={customs} exec {sys.executable} "$@"\n')
    interpreter.chmod(0o755)
    (folder := tmp_path / "work").mkdir()
    assignment = write(folder, "def half(x):\n    return x // 2\n", tests)
    told = await results(runner, assignment, interpreter=interpreter)
    assert [test.outcome for test in told.tests] == [Outcome.PASSED, Outcome.FAILED]
