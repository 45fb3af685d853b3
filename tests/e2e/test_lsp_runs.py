"""When programs run, when they do not, and that whatever they do the server lives."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import Any

import pytest
from lsprotocol import types

from helpers.editor import PATIENCE, Editor, editing

TEST = "from program import work\n\n\ndef test_it():\n    assert work(2) == 4\n"
ENDLESS = """
import os, pathlib

def work(n):
    pathlib.Path(__file__).with_name("pid.txt").write_text(str(os.getpid()))
    while True:
        n = n + 1
"""


@pytest.fixture(autouse=True)
def in_the_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let programs leave files in their folder and know their number, as these tests have to see both."""
    monkeypatch.setenv("GADFLY_WITHOUT", "files,process namespace,bubblewrap")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "work").mkdir()
    return tmp_path / "work"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return tmp_path / "state"


def write(folder: Path, program: str, test: str = TEST) -> Path:
    (folder / "test_program.py").write_text(test, "utf-8")
    path = folder / "program.py"
    path.write_text(program, "utf-8")
    return path


async def seen(path: Path) -> str:
    """The content of a file that a program writes, once it is there; the program sends no message about it."""

    async def look() -> str:
        while not (path.exists() and path.read_text()):
            await asyncio.sleep(0.02)
        return path.read_text()

    return await asyncio.wait_for(look(), PATIENCE)


async def gone(process: int) -> None:
    """Return once a process is no more, and soon: its limit on CPU time would end it after ten seconds."""

    async def look() -> None:
        while Path(f"/proc/{process}").exists():
            await asyncio.sleep(0.02)

    await asyncio.wait_for(look(), 8)


def statuses(editor: Editor) -> list[str]:
    """How things stood, one after the other."""
    every = [view["status"] for view in editor.views]
    return [status for at, status in enumerate(every) if at == 0 or every[at - 1] != status]


def runs(editor: Editor) -> int:
    return statuses(editor).count("running")


async def test_nothing_runs_when_only_blank_space_and_comments_changed(folder: Path, state: Path) -> None:
    path = write(folder, "def work(n):\n    return n + 1\n")
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.ended(uri)
        editor.save(path)
        editor.write(path, "def work(n):  # add one\n\n    return n+1\n")
        editor.write(path, "def work(n):\n    return n * 2\n")
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        assert runs(editor) == 2
        await editor.command("gadfly.run", uri)
        assert runs(editor) == 3


async def test_tests_that_change_on_disk_run_again(folder: Path, state: Path) -> None:
    path = write(folder, "def work(n):\n    return n + 2\n")
    watches = {"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}}
    async with editing(state, folder, capabilities=watches) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        (folder / "test_program.py").write_text(TEST.replace("== 4", "== 5"))
        event = types.FileEvent((folder / "test_program.py").as_uri(), types.FileChangeType.Changed)
        for _ in range(3):
            editor.client.workspace_did_change_watched_files(types.DidChangeWatchedFilesParams([event]))
        await editor.until(lambda: editor.view(uri)["status"] == "failing")
        assert runs(editor) == 2


async def test_a_saved_test_file_runs_its_program(folder: Path, state: Path) -> None:
    path = write(folder, "def work(n):\n    return n + 2\n")
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        editor.open(folder / "test_program.py")
        editor.write(folder / "test_program.py", TEST.replace("== 4", "== 5"))
        await editor.until(lambda: editor.view(uri)["status"] == "failing")


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
async def test_a_newer_save_stops_an_older_run(folder: Path, state: Path) -> None:
    path = write(folder, ENDLESS)
    slow = {"": {"gadfly": {"limits": {"testSeconds": 60, "wallSeconds": 60}}}}
    async with editing(state, folder, settings=slow) as editor:
        uri = editor.open(path)
        editor.save(path)
        child = int(await seen(folder / "pid.txt"))
        editor.write(path, "def work(n):\n    return n + 2\n")
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        await gone(child)


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.parametrize("way", ["request", "progress", "close", "trust", "shutdown", "kill"])
async def test_whatever_ends_a_run_ends_its_child(folder: Path, state: Path, way: str) -> None:
    path = write(folder, ENDLESS)
    slow = {"": {"gadfly": {"limits": {"testSeconds": 60, "wallSeconds": 60}}}}
    async with editing(state, folder, settings=slow) as editor:
        uri = editor.open(path)
        command = types.ExecuteCommandParams(command="gadfly.run", arguments=[uri])
        protocol: Any = editor.client.protocol
        asking = protocol.send_request_async("workspace/executeCommand", command, msg_id="run")
        running = asyncio.ensure_future(asking)
        child = int(await seen(folder / "pid.txt"))
        await editor.until(lambda: editor.progress)
        if way == "request":
            editor.client.cancel_request(types.CancelParams(id="run"))
        elif way == "progress":
            token = editor.progress[0].token
            editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(token))
        elif way == "close":
            identifier = types.TextDocumentIdentifier(uri)
            editor.client.text_document_did_close(types.DidCloseTextDocumentParams(identifier))
        elif way == "trust":
            editor.notify("gadfly/trust", {"trusted": False})
        elif way == "kill":
            await editor.kill()
        else:
            await asyncio.wait_for(editor.client.shutdown_session(), PATIENCE)
            editor.killed = True
        await gone(child)
        if way in ("request", "progress"):
            await editor.until(lambda: editor.view(uri)["status"] != "running")
            editor.write(path, "def work(n):\n    return n + 2\n")
            await editor.until(lambda: editor.view(uri)["status"] == "passing")
        if way in ("shutdown", "kill"):
            running.cancel()  # nobody is left to answer; elsewhere a late answer to what was cancelled is an error
        await asyncio.wait_for(asyncio.wait([running]), PATIENCE)


async def test_typing_goes_on_while_tests_run(folder: Path, state: Path) -> None:
    path = write(folder, ENDLESS)
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        editor.save(path)
        await seen(folder / "pid.txt")
        change = types.TextDocumentContentChangePartial(
            types.Range(types.Position(0, 0), types.Position(0, 0)), "def same(x): return x is 3\n"
        )
        identifier = types.VersionedTextDocumentIdentifier(2, uri)
        editor.client.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [change]))
        await editor.until(lambda: "identity-of-literal" in editor.codes(uri))
        assert editor.view(uri)["status"] == "running"


HOSTILE = {
    "loops": "def work(n):\n    while True:\n        pass\n",
    "recurses": "def work(n):\n    return work(n)\n",
    "prints": "def work(n):\n    while True:\n        print('x' * 10_000)\n",
    "forks": "import os\n\ndef work(n):\n    while True:\n        os.fork()\n",
    "exits": "import sys\n\ndef work(n):\n    sys.exit(3)\n",
    "exits at once": "import os\n\ndef work(n):\n    os._exit(0)\n",
    "kills its parent": "import os, signal\n\ndef work(n):\n    os.kill(os.getppid(), signal.SIGKILL)\n    return 5\n",
    "closes its streams": "import os\n\ndef work(n):\n    os.closerange(0, 64)\n    return 5\n",
    "deletes itself": "import os\n\ndef work(n):\n    os.remove(__file__)\n    return 5\n",
    "reads": "def work(n):\n    return int(input())\n",
    "eats memory": "def work(n):\n    x = []\n    while True:\n        x.append(bytearray(10_000_000))\n",
    "loops on import": "while True:\n    pass\n\ndef work(n):\n    return 4\n",
    "exits on import": "raise SystemExit(0)\n",
}


@pytest.mark.parametrize("habit", HOSTILE)
async def test_a_hostile_program_is_told_about_and_survived(folder: Path, state: Path, habit: str) -> None:
    path = write(folder, HOSTILE[habit])
    quick = {"": {"gadfly": {"limits": {"testSeconds": 1, "wallSeconds": 5}}}}
    async with editing(state, folder, settings=quick) as editor:
        uri = editor.open(path)
        await editor.command("gadfly.run", uri)
        view = editor.view(uri)
        assert view["status"] in ("failing", "problem"), view
        assert view["headline"]
        assert path.read_text("utf-8") == HOSTILE[habit]
        editor.write(path, "def work(n):\n    return n + 2\n")
        await editor.until(lambda: editor.view(uri)["status"] == "passing")
        assert editor.view(uri)["turns"][: len(view["turns"])] == view["turns"]
        assert editor.client.log_messages == []


@pytest.mark.parametrize("trusted", [False, True])
async def test_an_untrusted_workspace_runs_nothing(folder: Path, state: Path, trusted: bool) -> None:
    """Invariant 5. The same steps in a trusted one leave the mark, so that the test can fail."""
    mark = "import pathlib\npathlib.Path(__file__).with_name('ran.txt').write_text('yes')\n\n"
    path = write(folder, mark + "def work(n):\n    return n if n is 3 else n\n")
    async with editing(state, folder, options={"trusted": trusted}) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.command("gadfly.run", uri)
        await editor.command("gadfly.think", uri)
        await editor.until(lambda: "identity-of-literal" in editor.codes(uri))
        assert (folder / "ran.txt").exists() is trusted
        assert (editor.view(uri)["status"] == "untrusted") is not trusted
        if not trusted:
            editor.notify("gadfly/trust", {"trusted": True})
            await editor.command("gadfly.run", uri)
            assert (folder / "ran.txt").exists()


async def test_a_broken_program_gets_questions_but_no_run(folder: Path, state: Path) -> None:
    path = write(folder, "def work(n:\n    return n\n")
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        await editor.command("gadfly.run", uri)
        assert editor.view(uri)["status"] == "syntax"
        assert editor.view(uri)["turns"]
        await editor.until(lambda: editor.codes(uri))


async def test_what_keeps_tests_from_running_is_told(folder: Path, state: Path) -> None:
    path = folder / "program.py"
    path.write_text("def work(n):\n    return n\n")
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        await editor.command("gadfly.run", uri)
        alone: dict[str, Any] = editor.view(uri)
        assert alone["status"] == "problem"
        assert "work" in alone["template"]
        (folder / "test_program.py").write_text("import program\nimport nowhere\n")
        await editor.command("gadfly.run", uri)
        assert editor.view(uri)["status"] == "problem"
        assert "test_program.py" in editor.view(uri)["message"]


async def test_an_answer_after_a_run_was_stopped_runs_again(folder: Path, state: Path) -> None:
    """What may be said beyond what the tests say is known only at the end of a run."""
    loop = "def work(n):\n    total = 0\n    for i in range(1, n):\n        total += i\n    return total\n"
    path = write(folder, loop, TEST.replace("work(2) == 4", "work(4) == 10"))
    async with editing(state, folder) as editor:
        uri = editor.open(path)
        editor.save(path)
        await editor.until(lambda: editor.view(uri).get("question"))
        running = editor.progress[0].token
        editor.client.window_work_done_progress_cancel(types.WorkDoneProgressCancelParams(running))
        for text in ("10", "4"):
            await editor.answer(uri, text)
        assert {each.token for each in editor.progress} > {running}
        said = [turn["text"] for turn in editor.view(uri)["turns"] if turn["speaker"] == "tutor"]
        assert len(said) > 2
        assert "Let us look at what happens." not in said
