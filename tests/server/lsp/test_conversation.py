"""What a client is told, message by message, by a server in this process."""

from __future__ import annotations

import asyncio
import errno
import socket
from typing import Any

import pytest

from gadfly_analyzers import pages
from gadfly_server.lsp import pace, transport
from gadfly_server.lsp.app import GadflyServer
from gadfly_server.lsp.handlers import commands
from helpers.pages import finding_of
from helpers.wire import changed, typed, wired

URI = "untitled:student.py"  # no file: nothing will ever run
SAME = "def add(item, basket=b is 3):\n    return basket\n"  # whatever the tests say
PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}
LITERALS: dict[str, Any] = {
    "textDocument": {"codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}}
}


async def test_findings_are_published_with_their_version() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        [found] = await wire.diagnostics(URI, 1)
        assert (found["source"], found["code"]) == ("gadfly", "identity-of-literal")
        assert found["message"].rstrip().endswith("?")
        wire.change(URI, 2, typed(0, 21, "None", until=(0, 27)))
        assert await wire.diagnostics(URI, 2) == []


@pytest.mark.parametrize(("encoding", "units"), [("utf-8", 4), ("utf-16", 2), ("utf-32", 1)])
async def test_ranges_and_edits_behind_an_emoji(encoding: str, units: int) -> None:
    async with wired() as wire:
        result = await wire.initialize({"general": {"positionEncodings": [encoding, "utf-16"]}})
        assert result["capabilities"]["positionEncoding"] == encoding
        wire.open(URI, "def add(face='😀', basket=b is 3):\n    return basket\n")
        [found] = await wire.diagnostics(URI, 1)
        start = len("def add(face='', basket=") + units
        assert found["range"]["start"] == {"line": 0, "character": start}
        wire.change(URI, 2, typed(0, start, "()", until=(0, start + 6)))
        assert await wire.diagnostics(URI, 2) == []
        document = wire.server.documents.get(URI)
        assert document is not None
        assert document.source.text == "def add(face='😀', basket=()):\n    return basket\n"


async def test_without_a_choice_positions_are_utf_16() -> None:
    async with wired() as wire:
        result = await wire.initialize()
        assert result["capabilities"]["positionEncoding"] == "utf-16"


async def test_a_burst_is_published_once_with_its_newest_version() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        await wire.diagnostics(URI, 1)
        before = len(wire.sent("textDocument/publishDiagnostics"))
        for version in range(2, 52):
            wire.change(URI, version, typed(1, 17, "x"))
        await wire.diagnostics(URI, 51)
        published = wire.sent("textDocument/publishDiagnostics")[before:]
        assert [each["version"] for each in published] == [51]


async def test_a_burst_in_pieces_is_published_in_few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty changes that come in ten reads; steps are long here, so that a busy machine is quick enough."""
    assert pace.STEP >= 0.010
    monkeypatch.setattr(pace, "STEP", 0.5)
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        await wire.diagnostics(URI, 1)
        before = len(wire.sent("textDocument/publishDiagnostics"))
        for version in range(2, 52):
            wire.change(URI, version, typed(1, 17, "x"))
            if version % 5 == 1:
                await asyncio.sleep(0)
        await wire.diagnostics(URI, 51)
        versions = [each["version"] for each in wire.sent("textDocument/publishDiagnostics")[before:]]
        assert len(versions) <= 5
        assert versions == sorted(set(versions))


async def test_a_client_that_pulls_is_not_pushed_to() -> None:
    async with wired() as wire:
        result = await wire.initialize(PULLS)
        assert result["capabilities"]["diagnosticProvider"]["identifier"] == "gadfly"
        wire.open(URI, SAME)
        report = await wire.ask("textDocument/diagnostic", {"textDocument": {"uri": URI}})
        assert report["kind"] == "full"
        assert [item["code"] for item in report["items"]] == ["identity-of-literal"]
        again = {"textDocument": {"uri": URI}, "previousResultId": report["resultId"]}
        assert (await wire.ask("textDocument/diagnostic", again))["kind"] == "unchanged"
        wire.change(URI, 2, typed(0, 21, "None", until=(0, 27)))
        assert (await wire.ask("textDocument/diagnostic", again))["items"] == []
        assert wire.sent("textDocument/publishDiagnostics") == []


async def test_a_client_that_cannot_be_told_to_pull_again_is_pushed_to() -> None:
    async with wired() as wire:
        result = await wire.initialize({"textDocument": {"diagnostic": {}}})
        assert "diagnosticProvider" not in result["capabilities"]


async def test_closing_takes_diagnostics_back() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        await wire.diagnostics(URI, 1)
        wire.notify("textDocument/didClose", {"textDocument": {"uri": URI}})
        assert wire.sent("textDocument/publishDiagnostics")[-1] == {"uri": URI, "diagnostics": []}


async def test_hover_on_a_finding_asks_and_gives_the_idea_in_another_context() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        [found] = await wire.diagnostics(URI, 1)
        hover = await wire.ask("textDocument/hover", at(0, 22))
        assert hover["contents"]["kind"] == "markdown"
        assert hover["contents"]["value"] == f"{found['message']}\n\n{pages.concept(finding_of('identity-of-literal'))}"
        assert "basket" not in hover["contents"]["value"]
        assert await wire.ask("textDocument/hover", at(1, 4)) is None


async def test_disabled_patterns_are_silent() -> None:
    async with wired() as wire:
        options = {"settings": {"patterns": {"disabled": ["identity-of-literal"]}}}
        await wire.initialize(initializationOptions=options)
        wire.open(URI, SAME)
        assert await wire.diagnostics(URI, 1) == []
        wire.notify("workspace/didChangeConfiguration", {"settings": {"gadfly": {"patterns": {"disabled": []}}}})
        await wire.until(lambda: wire.sent("textDocument/publishDiagnostics")[-1]["diagnostics"])


async def test_settings_of_the_nearest_folder_hold() -> None:
    disabled = {"patterns": {"disabled": ["identity-of-literal"]}}
    folders = [{"uri": "file:///a", "name": "a"}, {"uri": "file:///a/b", "name": "b"}]
    async with wired() as wire:
        wire.answers["workspace/configuration"] = lambda params: [
            disabled if item.get("scopeUri") == "file:///a/b" else {"patterns": {"disabled": []}}
            for item in params["items"]
        ]
        await wire.initialize({"workspace": {"configuration": True}}, workspaceFolders=folders)
        disabled_in = wire.server.programs.configuration.disabled_patterns
        await wire.until(lambda: disabled_in("file:///a/b/x.py"))
        assert disabled_in("file:///a/b/x.py") == {"identity-of-literal"}
        assert disabled_in("file:///a/x.py") == set()


@pytest.mark.parametrize(
    ("settings", "broken"),
    [({"patterns": {"disabled": [1, None]}}, "types"), ({"patterns": 3}, "shape"), ([], "list"), ("x", "text")],
)
async def test_settings_of_a_wrong_kind_are_left_out(settings: Any, broken: str) -> None:
    async with wired() as wire:
        await wire.initialize(initializationOptions={"settings": settings})
        wire.open(URI, SAME)
        assert len(await wire.diagnostics(URI, 1)) == 1


@pytest.mark.parametrize(
    "body",
    [
        b"{",
        b"[]",
        b"3",
        b'"\xff"',
        b"[" * 20_000,
        b'{"jsonrpc":"2.0"}',
        b'{"jsonrpc":"1.0","method":"initialized"}',
        b'{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":3}}',
        b'{"jsonrpc":"2.0","method":"textDocument/didChange","params":{}}',
        b'{"jsonrpc":"2.0","id":"never-asked","result":null}',
        b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":99}}',
        b'{"jsonrpc":"2.0","method":"gadfly/trust","params":{}}',
        b'{"jsonrpc":"2.0","method":"window/workDoneProgress/cancel","params":{"token":"unknown"}}',
    ],
)
async def test_a_message_that_makes_no_sense_changes_nothing(body: bytes) -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.server.receive([body])
        wire.open(URI, SAME)
        assert len(await wire.diagnostics(URI, 1)) == 1


async def test_a_request_with_senseless_parameters_is_refused() -> None:
    async with wired() as wire:
        await wire.initialize()
        assert "error" in await wire.response("textDocument/hover", {"textDocument": 3})
        assert "error" in await wire.response("gadfly/answer", {"uri": 3})
        assert "error" in await wire.response("gadfly/nonsense", {})
        assert "error" in await wire.response("workspace/executeCommand", {"command": "gadfly.nonsense"})
        assert "error" in await wire.response("workspace/executeCommand", {"command": "gadfly.think"})
        closed = {"command": "gadfly.think", "arguments": ["file:///closed.py"]}
        assert "error" in await wire.response("workspace/executeCommand", closed)


async def test_a_notification_that_is_sent_as_a_request_is_refused_and_not_left_waiting() -> None:
    async with wired() as wire:
        await wire.initialize()
        for method, params in (("didSave", {"textDocument": {"uri": URI}}), ("didChange", changed(URI, 2))):
            assert "notification" in (await wire.response(f"textDocument/{method}", params))["error"]["message"]


async def test_messages_about_unknown_documents_are_harmless() -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.change("file:///never.py", 2, typed(0, 0, "x"))
        for event in ("didSave", "didClose"):
            wire.notify(f"textDocument/{event}", {"textDocument": {"uri": "file:///never.py"}})
        assert await wire.ask("textDocument/hover", at(0, 0)) is None
        assert await wire.ask("gadfly/dialogue", {"uri": "file:///never.py"}) is None


async def test_a_fault_of_ours_goes_to_the_log_with_its_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    async with wired() as wire:
        await wire.initialize()
        wire.open(URI, SAME)
        await wire.diagnostics(URI, 1)
        monkeypatch.setattr(wire.server.documents, "change", lambda *_: 1 / 0)
        wire.change(URI, 2, typed(0, 0, "x"))
        logged = await wire.until(lambda: wire.sent("window/logMessage"))
        assert "ZeroDivisionError" in logged[0]["message"]
        assert wire.sent("window/showMessage") == []


async def test_actions_carry_commands_and_never_an_edit() -> None:
    for capabilities in ({}, LITERALS):
        async with wired() as wire:
            await wire.initialize(capabilities)
            wire.open("file:///nowhere/student.py", SAME)
            wire.server.programs.get("file:///nowhere/student.py")
            whole = {"start": {"line": 0, "character": 0}, "end": {"line": 2, "character": 0}}
            params = {
                "textDocument": {"uri": "file:///nowhere/student.py"},
                "range": whole,
                "context": {"diagnostics": []},
            }
            offered = await wire.ask("textDocument/codeAction", params)
            assert "Think it through" in [action["title"] for action in offered]
            assert all("command" in action and "edit" not in action for action in offered)
            params["context"]["only"] = ["refactor"]  # type: ignore[index]
            assert await wire.ask("textDocument/codeAction", params) is None


async def test_goodbye_ends_the_conversation_well_and_silence_does_not() -> None:
    async with wired() as wire:
        await wire.initialize()
        ending = wire.server._ended
        await wire.ask("shutdown")
        wire.notify("exit")
        assert await ending == 0
    async with wired() as wire:
        ending = wire.server._ended
        wire.notify("exit")
        assert await ending == 1


def at(line: int, character: int) -> dict[str, Any]:
    return {"textDocument": {"uri": URI}, "position": {"line": line, "character": character}}


async def test_requests_after_shutdown_are_refused_and_not_left_without_an_answer() -> None:
    async with wired() as wire:
        await wire.initialize()
        assert await wire.ask("shutdown") is None
        for method in ("shutdown", "textDocument/hover", "gadfly/dialogue", "workspace/executeCommand", "no/such"):
            response = await wire.response(method, {})
            assert response["error"]["code"] == -32600


async def test_whatever_stands_behind_the_arguments_of_a_command_is_no_fault_of_ours() -> None:
    async with wired() as wire:
        await wire.initialize()
        for command in commands.ALL:
            if command != commands.FORGET:
                params = {"command": command, "arguments": ["untitled:a.py", "q", "a", *range(9)]}
                response = await wire.response("workspace/executeCommand", params)
                assert response.get("error", {}).get("code") in (None, -32602), command


@pytest.mark.parametrize("name", ["\ud83d", "a%ED%A0%BD", "%00", "n" * 5_000])
async def test_a_name_that_no_file_can_have_is_that_of_no_program(name: str) -> None:
    uri = f"file:///nowhere/{name}.py"
    async with wired() as wire:
        await wire.initialize()
        wire.open(uri, "x == 3\n")
        assert [found["code"] for found in await wire.diagnostics(uri, 1)] == ["comparison-statement"]
        response = await wire.response("workspace/executeCommand", {"command": commands.RUN, "arguments": [uri]})
        if "%ED" not in name:  # what is no UTF-8 becomes a sign that a name can have
            assert "Please save this one first" in response["error"]["message"]
        assert response.get("error", {}).get("code") in (None, -32602)


async def test_who_is_gone_without_a_word_ends_the_conversation() -> None:
    """Of a computer that was switched off, the system tells by an error that is no ``ConnectionError``."""
    ours, theirs = socket.socketpair()
    _, writer = await asyncio.open_connection(sock=ours)
    reader, server = asyncio.StreamReader(), GadflyServer()
    reader.set_exception(OSError(errno.EHOSTUNREACH, "No route to host"))
    await transport._read_all(reader, writer, server)
    assert await asyncio.wait_for(server.run(), 10) == 1
    writer.close()
    theirs.close()
