"""One student's editor on a class server sends what it likes: nobody else waits, and nothing is filled."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

import pytest

from classload.client import Client, Refused
from gadfly_server.lsp.sparing import LINES
from helpers.class_server import PATIENCE, SHOWN, asked, kept_apart, opened, serving, student, told
from helpers.wire import changed, typed


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    return kept_apart(tmp_path)


PULLS = {"textDocument": {"diagnostic": {}}, "workspace": {"diagnostics": {"refreshSupport": True}}}


async def full_of_findings(client: Client, folder: Path) -> dict[str, object]:
    """Open a program of which each line is asked about; gives the request for that, whose answer is long."""
    document = {"uri": (folder / "long.py").as_uri()}
    item = document | {"languageId": "python", "version": 1, "text": "x == 3\n" * 1_000}
    client.tell("textDocument/didOpen", {"textDocument": item})
    found = await client.ask("textDocument/diagnostic", {"textDocument": document})
    assert len(found["items"]) == 1_000
    return {"textDocument": document}


async def test_nobody_waits_until_a_student_has_sent_enough(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        await bob.greet(student("Bob"))
        asked = await full_of_findings(ada, homes / "Ada")
        storm = [asyncio.ensure_future(ada.ask("textDocument/diagnostic", asked)) for _ in range(300)]
        await storm[0]
        await asyncio.wait_for(bob.ask("gadfly/dialogue", {"uri": "file:///nowhere.py"}), PATIENCE)
        assert sum(each.done() for each in storm) < 150
        await asyncio.gather(*storm)  # each is answered all the same


async def test_who_takes_no_answers_is_asked_no_more(tmp_path: Path, apart: Path) -> None:
    """Or all that was not taken would be kept in memory, and others would wait while it is made."""
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        await bob.greet(student("Bob"))
        asked = await full_of_findings(ada, homes / "Ada")
        ada.stop_listening()
        for _ in range(600):  # more of them than systems keep on the way
            ada.tell("textDocument/diagnostic", asked | {"padding": "x" * 50_000}, number=1)
        for _ in range(200):
            await asyncio.wait_for(bob.ask("gadfly/dialogue", {"uri": "file:///nowhere.py"}), PATIENCE)
        assert ada.unsent > 0  # the server has stopped reading


async def test_who_hangs_up_without_taking_the_answers_keeps_no_place(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, "--most", "1", students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        asked = await full_of_findings(ada, homes / "Ada")
        ada.stop_listening()
        for _ in range(100):
            ada.tell("textDocument/diagnostic", asked, number=1)
        ada.tell("exit", None)
        ada.drop()
        while True:  # until the server has noticed
            bob = await Client.connected(port)
            with contextlib.suppress(Refused, ConnectionError):
                await asyncio.wait_for(bob.greet(student("Bob")), PATIENCE)
                break


async def test_nobody_waits_for_a_message_of_many_changes(tmp_path: Path, apart: Path) -> None:
    """As when all of a name is replaced in a long program: the text was read as often as there are changes."""
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        await bob.greet(student("Bob"))
        document = (await full_of_findings(ada, homes / "Ada"))["textDocument"]
        changes = [typed(number % 1_000, 0, "(") for number in range(15_000)]
        ada.tell("textDocument/didChange", changed(document["uri"], 2, *changes))  # type: ignore[index] # a dictionary
        await asyncio.wait_for(bob.ask("gadfly/dialogue", {"uri": "file:///nowhere.py"}), PATIENCE)
        whole = {"text": "x == 3\n" * 900}
        ada.tell("textDocument/didChange", changed(document["uri"], 3, *[whole] * 250))  # type: ignore[index] # the same
        found = await asyncio.wait_for(ada.ask("textDocument/diagnostic", {"textDocument": document}), PATIENCE)
        assert len(found["items"]) == 900


async def test_nobody_waits_for_an_answer_without_end(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"))
        await bob.greet(student("Bob"))
        uri = await opened(ada, homes / "Ada")
        question = (await asked(ada, uri))["question"]["id"]  # type: ignore[index] # it has one
        answer = {"uri": uri, "question": question, "answer": "line 3 is 3 and " * 100_000}
        answered = asyncio.ensure_future(ada.ask("gadfly/answer", answer))
        while not answered.done():
            await asyncio.wait_for(bob.ask("gadfly/dialogue", {"uri": "file:///nowhere.py"}), PATIENCE)
        said = [turn["text"] for turn in (await answered)["turns"] if turn["speaker"] == "student"]
        assert [len(text) for text in said] == [10_001]  # the beginning, too long to be read


async def test_a_message_that_is_too_long_is_left_out_and_the_student_is_told(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        uri = await opened(ada, homes / "Ada")
        ada.tell("textDocument/didChange", changed(uri, 2, *[{"text": "x = 1\n"}] * 200_000))
        assert "too long for the class server" in await told(ada, SHOWN)
        assert await ada.ask("gadfly/dialogue", {"uri": uri}) is None  # who knows what is in it now
        assert (await asked(ada, await opened(ada, homes / "Ada")))["question"]


async def test_a_message_that_is_too_long_is_the_end_of_one_document_and_no_other(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        other = await full_of_findings(ada, homes / "Ada")
        document = {"uri": await opened(ada, homes / "Ada")}
        ada.tell("textDocument/didChange", changed(document["uri"], 2, *[{"text": "x = 1\n"}] * 200_000))
        said = await told(ada, SHOWN)
        found = await ada.ask("textDocument/diagnostic", {"textDocument": document})
        assert [each["message"] for each in found["items"]] == [said]
        ada.tell("gadfly/answer", {**document, "question": "1", "answer": "?" * 3_000_000}, number=1)
        assert len((await ada.ask("textDocument/diagnostic", other))["items"]) == 1_000
        ada.tell("textDocument/didClose", {"textDocument": document})
        await opened(ada, homes / "Ada")
        assert said not in str(await ada.ask("textDocument/diagnostic", {"textDocument": document}))


async def test_a_request_that_is_too_long_is_answered(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        uri = await opened(ada, homes / "Ada")
        answer = {"uri": uri, "question": "1", "answer": '"params": ' * 400_000}
        with pytest.raises(Refused, match="too long for the class server"):
            await asyncio.wait_for(ada.ask("gadfly/answer", answer), PATIENCE)
        assert (await asked(ada, uri))["question"]


async def test_the_document_of_a_message_that_is_too_long_may_be_named_behind_the_text(
    tmp_path: Path, apart: Path
) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), capabilities=PULLS)
        other = await full_of_findings(ada, homes / "Ada")
        document = {"uri": await opened(ada, homes / "Ada")}
        text = '"uri": "x"\\' * 300_000
        ada.tell("textDocument/didChange", {"contentChanges": [{"text": text}], "textDocument": document})
        found = await ada.ask("textDocument/diagnostic", {"textDocument": document})
        assert [each["message"] for each in found["items"]] == [await told(ada, SHOWN)]
        assert len((await ada.ask("textDocument/diagnostic", other))["items"]) == 1_000


async def test_a_header_that_never_ends_ends_the_conversation(tmp_path: Path, apart: Path) -> None:
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        ada.write(b"Content-Length: 5\r\n" * 150_000)
        await asyncio.wait_for(ada.hung_up(), PATIENCE)


async def test_students_do_not_fill_the_log_either(tmp_path: Path, apart: Path) -> None:
    said: list[str] = []
    async with serving(tmp_path, students=apart, log=said) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        for number in range(2 * LINES):
            ada.tell(f"no/such\nRoot: {number}", None)
            for command, arguments in (("gadfly.run", ["untitled:a.py"]), ("gadfly.suppose", [1]), ("no such", [])):
                with pytest.raises(Refused):
                    await ada.ask("workspace/executeCommand", {"command": command, "arguments": arguments})
    log = "".join(said)
    assert "Traceback" not in log
    assert log.count("no/such") <= LINES
