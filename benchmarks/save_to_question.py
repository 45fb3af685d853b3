"""How long from a save to the first question, beside a cold pytest on the same folder, taking turns."""

from __future__ import annotations

import argparse
import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from lsprotocol import types
from pygls.lsp._base_client import BaseLanguageClient

from budgeting.clocks import cpu_of_ended, cpu_of_family
from charts import chart

EXAMPLE = Path(__file__).parent.parent / "examples" / "average"
ROUNDS = 15  # a dialogue is handed over after 40 turns


class Editor(BaseLanguageClient):
    """An editor with Gadfly's panel, as much of one as saving a file takes."""

    def __init__(self) -> None:
        super().__init__("benchmark", "1")
        self.views: asyncio.Queue[Any] = asyncio.Queue()

        @self.feature("gadfly/dialogue")  # type: ignore[untyped-decorator] # pygls
        def _(view: Any) -> None:
            self.views.put_nowait(view)

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator] # pygls
        def _(_: types.PublishDiagnosticsParams) -> None:
            """Draw nothing."""

    async def start(self, folder: Path) -> None:
        """Start the server as the extension does and announce the panel."""
        await self.start_io(sys.executable, "-I", "-m", "gadfly_server", "serve", "--stdio")
        await self.initialize_async(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(experimental={"gadfly": {"panel": 1}}),
                workspace_folders=[types.WorkspaceFolder(folder.as_uri(), folder.name)],
                initialization_options={"trusted": True},
            )
        )
        self.initialized(types.InitializedParams())

    async def question(self) -> None:
        """Wait until a run that begins now has put a question on the panel; what stood there before does not count."""
        view = await self.views.get()
        while view.status != "running":
            view = await self.views.get()
        before = len(view.turns)
        while not (getattr(view, "question", None) and (view.status == "failing" or len(view.turns) > before)):
            view = await self.views.get()

    async def save(self, path: Path, text: str, version: int) -> float:
        """Seconds from saving this text to the question that follows."""
        identifier = types.VersionedTextDocumentIdentifier(version=version, uri=path.as_uri())
        whole = types.TextDocumentContentChangeWholeDocument(text)
        path.write_text(text, encoding="utf-8")
        self.text_document_did_change(types.DidChangeTextDocumentParams(identifier, [whole]))
        await asyncio.sleep(0.1)  # the student takes a breath; the tree settles
        while not self.views.empty():
            self.views.get_nowait()
        start = time.perf_counter()
        self.text_document_did_save(types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(path.as_uri())))
        await asyncio.wait_for(self.question(), 30)
        return time.perf_counter() - start


def cold_pytest(folder: Path) -> float:
    """Seconds that a student waits for pytest itself, without the plugins that Gadfly's developers have."""
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    start = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    subprocess.run(command, cwd=folder, env=alone, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


class Round(NamedTuple):
    """Seconds from a save to the question, and of a cold pytest; then seconds of processor time that each took.

    The work before a question has the edit before the save in it.
    """

    waited: float
    pytest: float
    work: float
    pytest_work: float


async def measure(folder: Path, rounds: int = ROUNDS) -> list[Round]:
    """Take turns between a save in the editor and a cold pytest; the first two rounds warm up."""
    path = folder / "average.py"
    text = path.read_text(encoding="utf-8")
    versions = (text, text.replace("total = 0", "total = 0.0"))
    found = []
    editor = Editor()
    await editor.start(folder)
    opened = types.TextDocumentItem(uri=path.as_uri(), language_id="python", version=0, text=text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(opened))
    for number in range(1, rounds + 3):
        before = cpu_of_family()
        waited = await editor.save(path, versions[number % 2], number)
        work, before = cpu_of_family() - before, cpu_of_ended()
        pytest = cold_pytest(folder)
        found.append(Round(waited, pytest, work, cpu_of_ended() - before))
    await editor.shutdown_async(None)
    editor.exit(None)
    await editor.stop()  # type: ignore[no-untyped-call] # pygls
    return found[2:]


def main() -> None:
    """Print the section for BENCHMARKS.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--image", type=Path, help="draw how long it took, as SVG")
    image = parser.parse_args().image
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(EXAMPLE, Path(scratch).resolve() / "average"))
        ours, theirs, *works = zip(*asyncio.run(measure(folder)), strict=True)
    one, other = statistics.median(ours), statistics.median(theirs)
    work, pytest_work = (1000 * statistics.median(each) for each in works)
    wait, effort = f"{one / other:.2f}", f"{work / pytest_work:.2f}"
    print(f"""## Save to first question

`benchmarks/save_to_question.py`: `examples/average`, {ROUNDS} rounds taking turns.
The server is warm; pytest is cold and without plugins.

| | median ms | slowest ms | of pytest | processor ms, median | of pytest |
|---|---|---|---|---|---|
| save to question | {one * 1000:.0f} | {max(ours) * 1000:.0f} | {wait} | {work:.0f} | {effort} |
| `python -m pytest -q` | {other * 1000:.0f} | {max(theirs) * 1000:.0f} | 1.00 | {pytest_work:.0f} | 1.00 |""")
    series = {"save to question": ours, "python -m pytest -q": theirs}
    told = {"kind": "shares", "series": series, "x": "seconds", "y": "% of rounds that were over by then"}
    print(chart(image, "Save to question, beside pytest", told))


if __name__ == "__main__":
    main()
