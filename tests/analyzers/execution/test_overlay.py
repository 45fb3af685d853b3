"""A test recorded on another text of the program finds that text wherever it looks for the program."""

from __future__ import annotations

import compileall
from pathlib import Path

import pytest

from gadfly_analyzers.execution.runner import Runner
from gadfly_analyzers.trace.recording import EventKind, Trace
from helpers.assignments import AMPLE, HERE, interpreters, write

pytestmark = pytest.mark.asyncio(loop_scope="module")

OTHER = b"# 2\n\ndef half(n):\n    return n // 2\n"
PROGRAM = "def half(n):\n    return n * 2\n"
WAYS = (
    "from work import half",
    "import work; half = work.half",
    "from helper import half",
    "import runpy; half = runpy.run_path('work.py')['half']",
    "names = {}; exec(compile(open('work.py').read(), 'work.py', 'exec'), names); half = names['half']",
    (
        "from pathlib import Path; names = {}; path = Path(__file__).with_name('work.py')\n"
        "exec(compile(path.read_text(), str(path), 'exec'), names); half = names['half']"
    ),
    (
        "from importlib import util; spec = util.spec_from_file_location('other', 'work.py')\n"
        "module = util.module_from_spec(spec); spec.loader.exec_module(module); half = module.half"
    ),
    "import inspect, work; assert '//' in inspect.getsource(work); half = work.half",
)


def returned(trace: Trace) -> list[tuple[int, str]]:
    """List what calls gave back, each with its line."""
    return [(each.line, each.value.text) for each in trace.events if each.kind is EventKind.RETURN and each.value]


@pytest.mark.parametrize("interpreter", interpreters().values(), ids=interpreters())
@pytest.mark.parametrize("reach", WAYS)
async def test_every_way_to_the_program(interpreter: Path, reach: str, runner: Runner, tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text("from work import *\n")
    tests = f"{reach}\n\ndef test_half():\n    assert half(4) == 2\n"
    assignment = write(tmp_path, PROGRAM, tests)
    trace = await runner.trace(assignment, "test_work.py::test_half", interpreter=interpreter, limits=AMPLE, text=OTHER)
    assert returned(trace)[-1:] == [(4, "2")], trace.stopped


async def test_what_was_compiled_before_does_not_count(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, PROGRAM, "from work import half\n\ndef test_half():\n    assert half(4) == 2\n")
    assert compileall.compile_dir(tmp_path, quiet=1)
    name = "test_work.py::test_half"
    assert returned(await runner.trace(assignment, name, interpreter=HERE, limits=AMPLE)) == [(2, "8")]
    trace = await runner.trace(assignment, name, interpreter=HERE, limits=AMPLE, text=OTHER)
    assert returned(trace) == [(4, "2")]


OWN = '''
def half(n):
    """Halve.

    >>> half(6)
    3
    """
    return n * 2

def test_half():
    assert half(4) == 2

if __name__ == "__main__":
    assert half(2) == 1
    assert half(8) == 4
'''


@pytest.mark.parametrize(("name", "value"), [("assert on line 15", "4"), ("examples of half", "3"), ("test_half", "2")])
@pytest.mark.parametrize("interpreter", interpreters().values(), ids=interpreters())
async def test_tests_in_the_program_itself_keep_their_names(
    name: str, value: str, interpreter: Path, runner: Runner, tmp_path: Path
) -> None:
    assignment = write(tmp_path, OWN)
    text = OWN.replace("    return n * 2", "    n = n // 2\n    return n").encode()
    trace = await runner.trace(assignment, f"work.py::{name}", interpreter=interpreter, limits=AMPLE, text=text)
    assert returned(trace)[-1:] == [(9, value)], trace.stopped


async def test_input_and_output_beside_the_program(runner: Runner, tmp_path: Path) -> None:
    program = "def double(n):\n    return n\n\nprint(double(int(input())))\n"
    assignment = write(tmp_path, program)
    (tmp_path / "work1.in").write_text("4\n")
    (tmp_path / "work1.out").write_text("8\n")
    text = program.replace("return n", "return n + n").encode()
    trace = await runner.trace(assignment, "work.py::work1.in", interpreter=HERE, limits=AMPLE, text=text)
    assert "8" in [value for _, value in returned(trace)]


async def test_files_stay_as_they_are(runner: Runner, tmp_path: Path) -> None:
    tests = (
        "def test_it():\n    import work\n    assert '//' in open(work.__file__).read()\n    assert work.half(2) == 1\n"
    )
    assignment = write(tmp_path, PROGRAM + "\nassert half(1) == 0\n", tests)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*")}
    for name in ("test_work.py::test_it", "work.py::assert on line 4"):
        trace = await runner.trace(
            assignment, name, interpreter=HERE, limits=AMPLE, text=OTHER + b"assert half(1) == 0\n"
        )
        assert trace.complete
    assert {path: path.read_bytes() for path in tmp_path.rglob("*")} == before


async def test_letters_of_other_languages(runner: Runner, tmp_path: Path) -> None:
    assignment = write(tmp_path, "def greet():\n    return 'x'\n", "import work\n\ndef test_it():\n    work.greet()\n")
    text = "def greet():\n    return 'Grüße, 世界'\n".encode()
    trace = await runner.trace(assignment, "test_work.py::test_it", interpreter=HERE, limits=AMPLE, text=text)
    assert returned(trace) == [(2, "'Grüße, 世界'")]
