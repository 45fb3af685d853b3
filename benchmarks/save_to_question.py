"""How long from a save to the first question, beside a cold pytest on the same folder, taking turns."""

from __future__ import annotations

import asyncio
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from lsprotocol import types
from pygls.lsp.client import BaseLanguageClient

EXAMPLE = Path(__file__).parent.parent / "examples" / "average"
ROUNDS = 20


class Editor(BaseLanguageClient):
    """An editor with Gadfly's panel, as much of one as saving a file takes."""

    def __init__(self) -> None:
        super().__init__("benchmark", "1")
        self.views: asyncio.Queue[Any] = asyncio.Queue()

        @self.feature("gadfly/dialogue")
        def _(view: Any) -> None:
            self.views.put_nowait(view)

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
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
        """Wait until a run has ended with a question on the panel."""
        while True:
            view = await self.views.get()
            if view.status == "failing" and getattr(view, "question", None):
                return

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
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder]
    subprocess.run(command, cwd=folder, env=alone, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


async def measure(folder: Path) -> tuple[list[float], list[float]]:
    """Take turns between a save in the editor and a cold pytest."""
    path = folder / "average.py"
    text = path.read_text(encoding="utf-8")
    versions = (text, text.replace("total = 0", "total = 0.0"))
    ours, theirs = [], []
    editor = Editor()
    await editor.start(folder)
    opened = types.TextDocumentItem(uri=path.as_uri(), language_id="python", version=0, text=text)
    editor.text_document_did_open(types.DidOpenTextDocumentParams(opened))
    for number in range(1, ROUNDS + 3):
        ours.append(await editor.save(path, versions[number % 2], number))
        theirs.append(cold_pytest(folder))
    await editor.shutdown_async(None)
    editor.exit(None)
    return ours[2:], theirs[2:]


def main() -> None:
    """Print the section for BENCHMARKS.md."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(EXAMPLE, Path(scratch).resolve() / "average"))
        ours, theirs = asyncio.run(measure(folder))
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"""## Save to first question

`benchmarks/save_to_question.py`: `examples/average`, {ROUNDS} rounds taking turns.
The server is warm; pytest is cold and without plugins.

| | median ms | slowest ms | of pytest |
|---|---|---|---|
| save to the question in the panel | {one * 1000:.0f} | {max(ours) * 1000:.0f} | {one / other:.2f} |
| `python -m pytest -q` | {other * 1000:.0f} | {max(theirs) * 1000:.0f} | 1.00 |""")


if __name__ == "__main__":
    main()
