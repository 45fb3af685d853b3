"""Invariant 5: opening a file runs nothing that came with its folder, and without trust nothing runs at all."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path

import pytest

from helpers.editor import PATIENCE, editing

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "average"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for an interpreter")


def interpreter(place: Path, mark: Path) -> None:
    """A Python that leaves a mark when it is started."""
    place.parent.mkdir(parents=True)
    place.write_text(f'#!/bin/sh\necho started >> "{mark}"\nexec "{sys.executable}" "$@"\n')
    place.chmod(0o755)


@pytest.fixture
def theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an environment of its own, on a machine with another Python; both leave their marks."""
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "theirs"))
    interpreter(folder / ".venv" / "bin" / "python", tmp_path / "theirs.txt")
    (folder / "conftest.py").write_text(f"open({str(tmp_path / 'conftest.txt')!r}, 'a').write('ran')\n")
    interpreter(tmp_path / "opt" / "python" / "bin" / "python3", tmp_path / "machine.txt")
    monkeypatch.setenv("PATH", str(tmp_path / "opt" / "python" / "bin"), prepend=":")
    monkeypatch.delenv("VIRTUAL_ENV", raising=False)
    monkeypatch.setenv("GADFLY_WITHOUT", "files,bubblewrap,landlock")  # a mark is left where a run may not write
    return folder


async def there(path: Path) -> None:
    async def look() -> None:
        while not path.exists():
            await asyncio.sleep(0.02)

    await asyncio.wait_for(look(), PATIENCE)


async def test_opening_a_file_runs_nothing_of_its_folder(theirs: Path, tmp_path: Path) -> None:
    """What is opened behind it gets its worker, which is the machine's; by then the first would have had its own."""
    ours = Path(shutil.copytree(EXAMPLE, tmp_path / "ours"))
    async with editing(tmp_path / "state", theirs, ours) as editor:
        uri = editor.open(theirs / "average.py")
        await editor.until(lambda: editor.view(uri)["status"] == "waiting")
        editor.open(ours / "average.py")
        await there(tmp_path / "machine.txt")
        assert not (tmp_path / "theirs.txt").exists()
        assert not (tmp_path / "conftest.txt").exists()
        await editor.command("gadfly.run", uri)
        assert (tmp_path / "theirs.txt").exists()
        assert (tmp_path / "conftest.txt").exists()


async def test_without_trust_not_even_the_interpreter_starts(theirs: Path, tmp_path: Path) -> None:
    ours = Path(shutil.copytree(EXAMPLE, tmp_path / "ours"))
    async with editing(tmp_path / "state", theirs, ours, options={"trusted": False}) as editor:
        for folder in (theirs, ours):
            uri = editor.open(folder / "average.py")
            await editor.until(lambda: editor.view(uri)["status"] == "untrusted")  # noqa: B023 - called at once
            editor.save(folder / "average.py")
            await editor.command("gadfly.run", uri)
            await editor.command("gadfly.think", uri)
        marks = [tmp_path / f"{name}.txt" for name in ("theirs", "conftest", "machine")]
        assert [mark for mark in marks if mark.exists()] == []
        editor.notify("gadfly/trust", {"trusted": True})
        for folder in (theirs, ours):
            await editor.command("gadfly.run", (folder / "average.py").as_uri())
        assert [mark for mark in marks if not mark.exists()] == []
