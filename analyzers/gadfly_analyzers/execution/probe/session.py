"""One pytest session over the assignment, told to us test by test."""

from __future__ import annotations

import io
import os
import re
import sys
import tempfile
from dataclasses import dataclass
from typing import Any, Iterator, List

from gadfly_analyzers.execution.probe import (
    arguments_are_files,
    bytecode,
    channel,
    clock,
    conftests,
    guards,
    lending,
    nearby,
    output,
    overlay,
    rewriting,
    shadows,
    skeleton,
    view,
)

# What costs time or writes files and is of no use here.
OFF = "cacheprovider faulthandler stepwise pastebin nose setuponly setupplan xdist cov randomly timeout".split()
ALIKE = (*"-qq --tb=no --continue-on-collection-errors --capture=no --color=no -o addopts=".split(),)
SETTINGS = "pytest.ini .pytest.ini pyproject.toml tox.ini setup.cfg".split()
NO_START = "pytest does not start"


@dataclass(frozen=True)
class Tools:
    """What the warm parent has loaded."""

    pytest: Any
    prepared: Any
    reporter: Any
    program: Any
    trials: Any
    judge: Any
    cache: str
    skeleton: skeleton.Skeleton
    without: "List[str]"
    inside: "List[str]"


def load(folders: "List[str]", cache: str, without: "List[str]", inside: "List[str]") -> Tools:
    """Load pytest and what needs it; raise ``ImportError`` if there is none that works."""
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    pytest = lending.load_pytest(folders)
    rehearse(pytest)
    from gadfly_analyzers.execution.probe import judge, prepared, program, reporter, trials

    ready = prepared.Prepared(off(), list(ALIKE), lending.installed_plugins())
    bones = skeleton.make(os.path.join(cache, "skeleton"), view.of_interpreter())
    return Tools(pytest, ready, reporter, program, trials, judge, cache, bones, without, inside)


@dataclass(frozen=True)
class Desk:
    """What a run reports with."""

    line: channel.Channel
    sink: output.Sink
    clock: clock.Clock
    guards: guards.Guards


def rehearse(pytest: Any) -> None:
    """Run one small session, so that all that pytest imports late is there before the first fork."""
    from gadfly_analyzers.execution.probe.prepared import keep_arguments, keep_names, noting_fixtures

    keep_names()
    keep_arguments()
    before = set(sys.modules)
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "test_gadfly_rehearsal.py")
        with open(path, "w") as file:
            file.write("def test_one(): assert 1 + 1 == 2\n\n\ndef test_two(tmp_path, capsys): assert [1] == [2]\n")
        with open(os.path.join(folder, "pyproject.toml"), "w"):  # so that what reads the student's is there too
            pass
        home, streams, path_before = os.getcwd(), (sys.stdout, sys.stderr), list(sys.path)
        try:
            with open(os.devnull, "w") as nothing:
                sys.stdout = sys.stderr = nothing
                with noting_fixtures():
                    pytest.main([*arguments(folder, folder), *off(), path])
        finally:
            os.chdir(home)
            (sys.stdout, sys.stderr), sys.path[:] = streams, path_before
    for name in set(sys.modules) - before:
        if name.startswith(("test_gadfly", "conftest")):
            del sys.modules[name]


def arguments(root: str, scratch: str) -> "list[str]":
    """Make the command line: no capturing but ours, none of the student's own options."""
    return [*ALIKE, *(f"--{name}={value}" for name, value in own_options(root, scratch).items())]


def own_options(root: str, scratch: str) -> "dict[str, str]":
    """Give the options that are not alike for all runs."""
    if os.path.expandvars(root) != root:  # pytest would take a part of the folder's name for a variable
        root = os.path.relpath(root)
    return {"rootdir": root, "confcutdir": root, "basetemp": os.path.join(scratch, "pytest")}


def off() -> "list[str]":
    """Make the part of the command line by which plugins are left out."""
    return [part for name in OFF for part in ("-p", f"no:{name}")]


def run(request: "dict[str, Any]", desk: Desk, tools: Tools) -> None:
    """Collect and run the tests of the request."""
    if request.get("text") is not None:
        overlay.install(request["program"], request["text"].encode("utf-8", "surrogateescape"))
    rewriting.install(request["rewritten"])
    if "answers" in request:
        judge(request, desk, tools)
    arguments_are_files.install()
    desk.sink.begin()
    sys.stdout = sys.stderr = said = io.StringIO()  # what pytest itself prints
    shadows.install(request["paths"], request["root"], request["program"], request["tests"])
    find_in(request["paths"])
    bytecode.install([*request["paths"], request["root"]])
    conftests.install(request["tests"])
    plugin = tools.reporter.Reporter(request, desk)
    plugins = [plugin]
    if "trials" in request:
        plugins.append(tools.trials.Trials(request, desk))
    else:
        plugin.start()
        guards.last_words(plugin.partial)
    own = [request["program"]] if tools.program.carries_tests(request["program"]) else []
    alone = request["named"] or request["hidden"]  # else pytest looks for tests by itself, where no file is known
    if alone and not request["tests"] and not own:
        desk.line.send({"kind": "collected", "lines": []})
        return
    options, theirs = tools.prepared.install(own_options(request["root"], request["scratch"]))
    if request["tests"] or own:
        nearby.install([*request["tests"], *own])
    try:
        tools.pytest.main([*options, *request["tests"], *own], plugins=[*theirs, *plugins])
    except Exception as error:  # settings that are nested too deep, a folder that may not be read
        if plugin.collected:
            raise
        said.write(f"E  {NO_START} ({type(error).__name__})\n")
    desk.line.send({"kind": "problem", **complaint(said.getvalue(), request)})  # it came to no session


def find_in(folders: "List[str]") -> None:
    """Let modules be found in folders, before all others."""
    for folder in reversed(folders):
        if folder not in sys.path:
            sys.path.insert(0, folder)


def judge(request: "dict[str, Any]", desk: Desk, tools: Tools) -> None:
    """Judge tests by the answers of the request, without the program; ends the process."""
    if tools.judge.is_possible(request):
        find_in(request["paths"])
        bytecode.install([*request["paths"], request["root"]])
        conftests.install(request["tests"])
        options = [*arguments(request["root"], request["scratch"]), *off()]
        with open(os.devnull, "w") as nothing:
            sys.stdout = sys.stderr = nothing
            tools.pytest.main([*options, *request["tests"]], plugins=[tools.judge.Judge(request, desk.line)])
    channel.leave(0)


def settings_for(root: str) -> "Iterator[str]":
    """Give the files of settings that pytest may have read, the nearest first."""
    for folder in (root, *view.above(root)):
        yield from (path for name in SETTINGS if os.path.isfile(path := os.path.join(folder, name)))


def complaint(said: str, request: "dict[str, Any]") -> "dict[str, Any]":
    """Read what kept pytest from starting: a ``conftest.py`` that does not load, or its settings."""
    conftest = re.search(r"loading conftest '(.+)'", said)
    path = conftest.group(1) if conftest else [*request["tests"], request["program"]][0]
    place = re.search(rf"^(?:{re.escape(os.path.basename(path))}|{re.escape(path)}):(\d+)", said, re.MULTILINE)
    reasons = [text.split(" ", 1)[1].strip() for text in said.splitlines() if text.startswith(("E  ", "ERROR: "))]
    reason = (reasons or [NO_START])[-1]
    if reason.startswith(NO_START):  # no file of Python's is at fault where pytest fails over its own settings
        path = next(iter(settings_for(request["root"])), path)
    settings = re.match(r"(/.+?\.(?:ini|toml|cfg)):(?:(\d+):)? *(.+)", reason)
    if settings:
        return {"what": settings[3], "path": settings[1], "line": settings[2] and int(settings[2])}
    return {"what": reason, "path": path, "line": place and int(place.group(1))}
