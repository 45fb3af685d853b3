"""Hidden tests: what is wrong with a result comes out, and nothing of the tests or of the reference ever does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from gadfly_server.classroom import bundle
from gadfly_server.classroom.hidden import MEMORY
from helpers.classrooms import AVERAGE, KEY, Lab, gadfly
from helpers.editor import editing

pytestmark = [
    pytest.mark.skipif(not MEMORY.is_dir(), reason="there is no file system in memory here"),
    pytest.mark.xdist_group("hidden tests"),  # two at the same time would find what is the other's in memory
]

GOOD = AVERAGE.replace("range(1, ", "range(")
# Names and values that stand nowhere else, so that every one of them would be found.
SECRETS = ("quokka", "7411", "-3517", "narwhal", "axolotl", "3704.5")
HIDDEN = """\
from average import average
import average as module

NARWHAL = 7411  # a narwhal


def test_quokka():
    assert average([-2, NARWHAL, -3517, 10926]) == 3704.5, "narwhal"


def test_quokka_without_any():
    assert average([]) == 0
"""
REFERENCE = "def average(axolotl):\n    return sum(axolotl) / len(axolotl) if axolotl else 0\n"
FILE = '[tests]\nhidden = "hidden.gadfly"\n'


@pytest.fixture
def locked(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> Lab:
    made = bundle.Bundle({"test_quokka.py": HIDDEN}, {"average.py": REFERENCE})
    (lab.work / "hidden.gadfly").write_bytes(bundle.seal(made, KEY))
    lab.file(FILE)
    monkeypatch.setenv(bundle.VARIABLE, KEY)
    return lab


def everything_in(folder: Path) -> bytes:
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    return b"\n".join(str(path).encode() + b"\n" + path.read_bytes() for path in files)


def is_clean(data: bytes | str) -> bool:
    text = data if isinstance(data, bytes) else data.encode()
    return not any(secret.encode() in text for secret in (*SECRETS, KEY))


def test_check_says_how_results_are_wrong_and_nothing_else(locked: Lab) -> None:
    result = gadfly("check", locked.average(), "--format", "json")
    [file] = json.loads(result.stdout)["files"]
    assert [test["outcome"] for test in file["hidden"]] == ["disagrees", "disagrees"]
    assert file["hidden"][1] == {
        "number": 2,
        "outcome": "disagrees",
        "symptom": "It divides by zero.",
        "symptoms": ["division-by-zero"],
    }
    assert is_clean(result.stdout + result.stderr)
    assert is_clean(gadfly("check", locked.work / "average.py").output)


def test_one_that_passes_and_has_to_fail_keeps_no_other_from_being_told(locked: Lab) -> None:
    marked = "import pytest\nfrom average import average\n\n@pytest.mark.xfail(strict=True)\n"
    marked += "def test_quokka_first():\n    assert average([4]) == 4\n\n"
    for rest, outcomes in (("", ["agrees"]), (HIDDEN, ["agrees", "agrees", "disagrees"])):
        made = bundle.Bundle({"test_quokka.py": marked + rest}, {})
        locked.file(bundle.seal(made, KEY), "hidden.gadfly")
        result = gadfly("check", locked.average(GOOD), "--format", "json")
        [file] = json.loads(result.stdout)["files"]
        assert [test["outcome"] for test in file["hidden"]] == outcomes
        [problem] = file["problems"]
        assert problem["message"].startswith("A hidden test passes, but it is marked as one that has to fail.")
        assert result.exit_code == 1
        assert is_clean(result.stdout + result.stderr)


def test_they_have_their_say_once_all_others_agree(locked: Lab) -> None:
    result = gadfly("ask", locked.average(GOOD), "--format", "json", typed="more\nskip\n")
    said = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert (said[0]["kind"], said[0]["level"]) == ("hidden", 1)
    assert said[0]["text"].startswith(
        "All tests that you see agree. A hidden one does not: It divides by zero. Which call"
    )
    assert len(said) == 2
    assert is_clean(result.output)


def test_before_that_the_dialogue_is_about_the_tests_that_one_sees(locked: Lab) -> None:
    result = gadfly("ask", locked.average(), "--format", "json")
    assert json.loads(result.stdout.splitlines()[0])["text"] == "What should `average([2, 4])` give?"


def test_all_agree(locked: Lab) -> None:
    program = locked.average(REFERENCE.replace("axolotl", "numbers"))
    assert gadfly("check", program).exit_code == 0
    assert "hidden" not in gadfly("ask", program, "--format", "json").stdout


@pytest.mark.parametrize("key", ["", bundle.new_key(), "nonsense"], ids=["none", "another", "nonsense"])
def test_without_the_key_they_do_not_run_and_that_is_said(
    locked: Lab, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    monkeypatch.setenv(bundle.VARIABLE, key)
    [file] = json.loads(gadfly("check", locked.average(), "--format", "json").stdout)["files"]
    assert file["hidden"] == []
    [problem] = file["problems"]
    assert "hidden.gadfly do not run" in problem["message"]
    program = locked.average(GOOD)
    assert gadfly("check", program).exit_code == 2
    assert "hidden.gadfly do not run" in " ".join(gadfly("ask", program).stdout.split())


def test_why_they_do_not_run_is_said_in_the_language_of_the_dialogue(
    locked: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(bundle.VARIABLE, bundle.new_key())
    said = " ".join(gadfly("ask", locked.average(GOOD), "--language", "de").stdout.split())
    assert "Die verborgenen Tests in hidden.gadfly laufen nicht: der Schlüssel" in said
    locked.file(b"nonsense", "hidden.gadfly")
    said = " ".join(gadfly("ask", locked.average(GOOD), "--language", "de").stdout.split())
    assert "es ist kein Bündel, oder es ist abgeschnitten" in said


def test_a_program_that_keeps_them_from_running_does_not_pass(locked: Lab) -> None:
    text = f"import os, sys\nif any('shm' in place for place in sys.path):\n    os._exit(0)\n{GOOD}"
    checked = gadfly("check", locked.average(text))
    assert "The hidden tests could not run with this program." in checked.stdout
    assert checked.exit_code == 2


THIEVES = {
    "prints": "import inspect, sys\ndef average(n):\n print(inspect.getsource(sys._getframe(1)))\n return 1 / 0\n",
    "raises": "import inspect, sys\ndef average(n):\n    raise ValueError(inspect.getsource(sys._getframe(1)), n)\n",
    "returns": "import inspect, sys\ndef average(n):\n    return inspect.getsource(sys._getframe(1)) + str(n)\n",
    "writes": (
        "import inspect, os, sys\ndef average(n):\n    here = os.path.dirname(os.path.abspath(__file__))\n"
        "    open(os.path.join(here, 'found.txt'), 'w').write(inspect.getsource(sys._getframe(1)))\n    return 3\n"
    ),
    "environment": "import os\ndef average(n):\n    raise ValueError(dict(os.environ))\n",
    "ends": "import os\ndef average(n):\n    os._exit(3)\n",
}


@pytest.mark.parametrize("program", THIEVES.values(), ids=THIEVES)
def test_a_program_that_looks_for_them_finds_no_way_out(locked: Lab, program: str) -> None:
    path = locked.average(program, "")
    for format_ in ("text", "json"):
        assert is_clean(gadfly("check", path, "--format", format_).output)
    assert is_clean(gadfly("ask", path, "--format", "json", typed="more\n").output)
    assert is_clean(everything_in(locked.work.parent))


def test_nothing_is_left_in_memory_or_on_disk(locked: Lab) -> None:
    places = (MEMORY, Path(tempfile.gettempdir()))
    before = {path for place in places for path in place.glob("gadfly-*")}
    gadfly("check", locked.average(GOOD))
    gadfly("ask", locked.work / "average.py", typed="more\n")
    fresh = {path for place in places for path in place.glob("gadfly-*")} - before
    assert all(is_clean(everything_in(folder)) for folder in fresh)
    assert is_clean(everything_in(locked.work.parent))


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_what_a_killed_run_leaves_is_gone_at_the_next(locked: Lab, ending: signal.Signals) -> None:
    program = locked.average("import time\n\ndef average(numbers):\n    time.sleep(60)\n", "")
    before = set(MEMORY.glob("gadfly-hidden-*"))
    running = subprocess.Popen([sys.executable, "-m", "gadfly_server", "check", str(program)], stdout=subprocess.PIPE)
    until = time.monotonic() + 60
    while not (fresh := set(MEMORY.glob("gadfly-hidden-*/*.py"))) and time.monotonic() < until:
        os.sched_yield()
    assert fresh
    running.send_signal(ending)
    running.communicate()
    if ending == signal.SIGKILL:
        gadfly("check", locked.average(GOOD))
    assert set(MEMORY.glob("gadfly-hidden-*")) <= before


async def test_no_byte_that_the_server_sends_or_keeps_is_of_them(locked: Lab) -> None:
    path, state = locked.average(), locked.work.parent / "state"
    uri = path.as_uri()
    async with editing(state, locked.work) as editor:
        editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        await editor.answer(uri, "3")
        editor.write(path, GOOD)
        await editor.until(lambda: editor.view(uri)["status"] == "unseen")
        view = editor.view(uri)
        assert view["headline"] == "1 hidden test disagrees with `average`"
        assert view["turns"][-1]["kind"] == "hidden"
        assert view["rules"].startswith("The rules of your teacher in gadfly.toml hold since ")
        assert "question" not in view
        transcript = await editor.command("gadfly.transcript", uri)
        request = await editor.command("gadfly.showRequest", uri)
        trace = await editor.command("gadfly.trace", uri)
        assert is_clean(json.dumps([editor.views, transcript, request, trace]))
        assert is_clean(str(editor.client.log_messages) + str(editor.client.diagnostics) + str(editor.client.messages))
        path.write_text(REFERENCE.replace("axolotl", "numbers"), "utf-8")
        editor.save(path)
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
    assert is_clean(everything_in(locked.work.parent))
