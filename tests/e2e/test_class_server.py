"""One server for a class, over TCP: everybody has a state of their own, and proves who they are."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import re
import shutil
import urllib.request
from pathlib import Path

import pytest

from class_load import SECRET, measured
from classload.client import Client, Refused
from gadfly_server.home import token_of
from gadfly_server.lsp.serve import main as serve
from gadfly_server.lsp.sparing import LINES
from helpers import examples
from helpers.class_server import KEY, LOGGED, PATIENCE, SHOWN, asked, kept_apart, opened, serving, student, told


async def test_each_student_has_a_dialogue_of_their_own(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average"))
    async with serving(tmp_path) as (port, _):
        ada, bob = await Client.connected(port), await Client.connected(port)
        await ada.greet(student("Ada"))
        await bob.greet(student("Bob"))
        uri = await opened(ada, folder)
        view = await asked(ada, uri)
        question = view["question"]["id"]  # type: ignore[index] # it has one
        answered = await ada.ask("gadfly/answer", {"uri": uri, "question": question, "answer": "3"})
        await ada.close()
        await opened(bob, folder)
        assert (await bob.ask("gadfly/dialogue", {"uri": uri}))["turns"] == []
        again = await Client.connected(port)
        await again.greet(student("Ada"))
        await opened(again, folder)
        kept = await again.ask("gadfly/dialogue", {"uri": uri})
        assert [turn["text"] for turn in kept["turns"]] == [turn["text"] for turn in answered["turns"]]
    folders = [path for path in (tmp_path / "state" / "students").iterdir() if path.is_dir()]
    assert not any("Ada" in path.name or "Bob" in path.name for path in folders)


async def test_in_a_crowd_an_answer_waits_for_no_run(tmp_path: Path) -> None:
    folders = [shutil.copytree(examples.FOLDER / "average", tmp_path / name / "average") for name in "abcdef"]
    async with serving(tmp_path, "--at-once", "1") as (port, _):
        ada, *others = clients = [await Client.connected(port) for _ in folders]
        for number, client in enumerate(clients):
            await client.greet(student(f"Student {number}"))
        uris = [await opened(client, folder) for client, folder in zip(clients, folders, strict=True)]
        question = (await asked(ada, uris[0]))["question"]["id"]  # type: ignore[index] # it has one
        while ada.view["status"] == "running":
            await asyncio.wait_for(ada.next_view(), PATIENCE)
        for client, uri, folder in zip(others, uris[1:], folders[1:], strict=True):
            (folder / "average.py").write_text("def average(numbers):\n    while True:\n        pass\n", "utf-8")
            client.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
            while client.view.get("status") != "running":
                await asyncio.wait_for(client.next_view(), PATIENCE)
        with (folders[0] / "average.py").open("a", encoding="utf-8") as program:
            program.write("tried = 1\n")
        ada.tell("textDocument/didSave", {"textDocument": {"uri": uris[0]}})
        while ada.view["status"] != "running":
            await asyncio.wait_for(ada.next_view(), PATIENCE)
        answered = await ada.ask("gadfly/answer", {"uri": uris[0], "question": question, "answer": "3"})
        assert (answered["status"], answered["turns"][-1]["speaker"]) == ("running", "tutor")
        assert any(turn["speaker"] == "student" for turn in answered["turns"])


@pytest.mark.parametrize(
    "who",
    [
        None,
        {"name": "Ada"},
        {"name": "Ada", "token": "0" * 64},
        {"name": "Ada", "token": "ü"},
        student("Bob") | {"name": "Ada"},
        "Ada",
    ],
    ids=["nobody", "no token", "wrong", "no ASCII", "another's", "text"],
)
async def test_who_cannot_prove_a_name_is_refused_and_told_what_to_do(tmp_path: Path, who: dict[str, str]) -> None:
    async with serving(tmp_path) as (port, _):
        client = await Client.connected(port)
        with pytest.raises(Refused, match=r"^Your name or token is not right\. Please ask your teacher\.$"):
            await asyncio.wait_for(client.greet(who), PATIENCE)
        await asyncio.wait_for(client.close(), PATIENCE)
        welcome = await Client.connected(port)  # the server goes on
        await asyncio.wait_for(welcome.greet(student("Ada")), PATIENCE)
    assert not (tmp_path / "state" / "students").exists()


async def test_a_stranger_is_not_listened_to(tmp_path: Path) -> None:
    async with serving(tmp_path) as (port, _):
        client = await Client.connected(port)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(client.ask("workspace/executeCommand", {"command": "gadfly.memory"}), PATIENCE)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(client.greet(student("Ada")), PATIENCE)


async def test_a_stranger_fills_no_memory(tmp_path: Path) -> None:
    async with serving(tmp_path) as (port, _):
        for beginning in (b"Content-Length: 999999999\r\n\r\n", b""):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(beginning + b"x" * (2 << 20))
            with contextlib.suppress(ConnectionError):
                assert await asyncio.wait_for(reader.read(), PATIENCE) == b""
            writer.close()


async def test_neither_strangers_nor_one_student_keep_a_class_out(tmp_path: Path) -> None:
    async with serving(tmp_path, "--most", "14") as (port, _):
        waiting = [await Client.connected(port) for _ in range(80)]
        greedy = [await Client.connected(port) for _ in range(12)]
        for client in greedy:
            await asyncio.wait_for(client.greet(student("Ada")), PATIENCE)
        one_more = await Client.connected(port)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(one_more.greet(student("Ada")), PATIENCE)
        bob = await Client.connected(port)
        await asyncio.wait_for(bob.greet(student("Bob")), PATIENCE)
        assert len(waiting) == 80


async def test_no_more_come_in_than_there_is_room_for(tmp_path: Path) -> None:
    async with serving(tmp_path, "--most", "1") as (port, _):
        first, second = await Client.connected(port), await Client.connected(port)
        await asyncio.wait_for(first.greet(student("Ada")), PATIENCE)
        with pytest.raises((Refused, ConnectionError)):
            await asyncio.wait_for(second.greet(student("Bob")), PATIENCE)
        await first.close()
        while True:  # until the server has noticed
            third = await Client.connected(port)
            try:
                await asyncio.wait_for(third.greet(student("Bob")), PATIENCE)
            except (Refused, ConnectionError):
                continue
            break


async def test_figures_for_prometheus(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(examples.FOLDER / "average", tmp_path / "average"))
    async with serving(tmp_path, "--metrics", "127.0.0.1:0") as (port, said):
        address = re.search(r"http://\S+", "".join(said))
        assert address, said
        client = await Client.connected(port)
        await client.greet(student("Ada"))
        uri = await opened(client, folder)
        view = await asked(client, uri)
        question = view["question"]["id"]  # type: ignore[index] # it has one
        await client.ask("gadfly/answer", {"uri": uri, "question": question, "answer": "3"})
        shown = (await asyncio.to_thread(urllib.request.urlopen, address[0])).read().decode()
        assert re.search(r"^gadfly_clients 1.0$", shown, re.MULTILINE)
        assert re.search(r'^gadfly_turn_wait_seconds_count\{urgent="yes"\} [1-9]', shown, re.MULTILINE)
        assert re.search(r"^gadfly_answer_seconds_count 1.0$", shown, re.MULTILINE)
        assert "Ada" not in shown


def test_tokens_are_told_by_who_has_the_secret(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    secret = tmp_path / "secret"
    secret.write_text(KEY, "utf-8")
    assert serve(["--students", str(secret), "--token", "Ada"]) == 0
    assert capsys.readouterr().out == f"{token_of('Ada', KEY.encode())}\n"
    for words in (["--token", "Ada"], ["--stdio", "--students", str(secret)]):
        with pytest.raises(SystemExit):
            serve(words)
    with pytest.raises(SystemExit):
        serve(["--students", str(secret), "--token", ""])
    assert "a student needs a name" in capsys.readouterr().err
    secret = tmp_path / "students.toml"
    secret.write_text(f'secret = "{KEY}"\nfolder = "/srv/{{name}}"\n', "utf-8")
    assert serve(["--students", str(secret), "--token", "Ada"]) == 0
    with pytest.raises(SystemExit):
        serve(["--students", str(secret), "--token", "zed/../x"])
    assert "has no folder for 'zed/../x'" in capsys.readouterr().err


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    return kept_apart(tmp_path)


async def test_a_student_is_kept_to_a_folder(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), root=homes / "Ada")
        for folder in (homes / "Bob", homes / "Ada" / ".." / "Bob"):
            uri = await opened(ada, folder)
            ada.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
            with pytest.raises(Refused, match="Please save this one first"):
                await asyncio.wait_for(ada.ask("gadfly/answer", {"uri": uri, "question": "1", "answer": "3"}), PATIENCE)
        assert f"is not in your folder. Please open a program in {homes / 'Ada'}." in await told(ada, SHOWN)
        assert (await asked(ada, await opened(ada, homes / "Ada")))["question"]


@pytest.mark.parametrize("way", ["file", "folder", "later"])
async def test_no_link_leads_out_of_the_folder(tmp_path: Path, apart: Path, way: str) -> None:
    homes = tmp_path / "homes"
    mine, others = homes / "Ada", homes / "Bob"
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        if way == "folder":
            (mine / "way").symlink_to(others)
            mine /= "way"
        elif way == "file":
            (mine / "average.py").unlink()
            (mine / "average.py").symlink_to(others / "average.py")
        uri = await opened(ada, mine)
        if way == "later":
            (mine / "average.py").unlink()
            (mine / "average.py").symlink_to(others / "average.py")
        with contextlib.suppress(Refused):
            await asyncio.wait_for(
                ada.ask("workspace/executeCommand", {"command": "gadfly.run", "arguments": [uri]}), PATIENCE
            )
        view: dict[str, object] = {}
        with contextlib.suppress(Refused):
            view = await asyncio.wait_for(ada.ask("gadfly/dialogue", {"uri": uri}), PATIENCE) or {}
        assert not view.get("turns")


async def test_tests_of_others_are_not_looked_for(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    (homes / "Ada" / "test_average.py").unlink()
    settings = {"tests.glob": str(homes / "Bob" / "test_*.py")}
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), settings=settings)
        uri = await opened(ada, homes / "Ada")
        await asyncio.wait_for(
            ada.ask("workspace/executeCommand", {"command": "gadfly.run", "arguments": [uri]}), PATIENCE
        )
        view = await asyncio.wait_for(ada.ask("gadfly/dialogue", {"uri": uri}), PATIENCE)
        assert (view["status"], view.get("question")) == ("problem", None)  # no test was found, where there is one


async def test_tests_for_other_tools_are_run_on_a_class_server(tmp_path: Path, apart: Path) -> None:
    mine = tmp_path / "homes" / "Ada"
    (mine / "test_average.py").unlink()
    (mine / "q1.py").write_text(
        "OK_FORMAT = True\ntest = {'name': 'q1', 'suites': [{'cases': [{'code': '>>> average([2, 4])\\n3.0'}]}]}\n",
        "utf-8",
    )
    (mine / "gadfly.toml").write_text('[tests]\nvisible = ["q1.py"]\n', "utf-8")
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        assert (await asked(ada, await opened(ada, mine)))["question"]


async def test_nobody_waits_for_a_student_who_has_much_looked_for(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    homes.joinpath("Ada", *map(str, range(30))).mkdir(parents=True)
    glob = "**/" * 9 + "x.py"
    (homes / "Ada" / "gadfly.toml").write_text(f'[tests]\nvisible = ["{glob}"]\n', "utf-8")
    async with serving(tmp_path, students=apart) as (port, _):
        for settings in ({}, {"tests.glob": glob}):
            ada = await Client.connected(port)
            await ada.greet(student("Ada"), settings=settings)
            ada.tell("textDocument/didSave", {"textDocument": {"uri": await opened(ada, homes / "Ada")}})
        bob = await Client.connected(port)
        await asyncio.wait_for(bob.greet(student("Bob")), PATIENCE)
        assert (await asked(bob, await opened(bob, homes / "Bob")))["question"]


@pytest.mark.parametrize("way", ["opened", "grown", "many"])
async def test_nobody_waits_for_a_student_with_too_long_or_too_many_programs(
    tmp_path: Path, apart: Path, way: str
) -> None:
    homes, long = tmp_path / "homes", "def f(x):\n    return x\n" * 20_000
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        for number in range(60 if way == "many" else 10):
            uri = (homes / "Ada" / f"{number}.py").as_uri()
            item = {"uri": uri, "languageId": "python", "version": 1, "text": long if way == "opened" else "a = 1\n"}
            ada.tell("textDocument/didOpen", {"textDocument": item})
            if way == "grown":
                document = {"uri": uri, "version": 2}
                ada.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": long}]})
        bob = await Client.connected(port)
        await asyncio.wait_for(bob.greet(student("Bob")), PATIENCE)
        assert (await asked(bob, await opened(bob, homes / "Bob")))["question"]
        assert ("So many programs" if way == "many" else "too long for the class server") in await told(ada, SHOWN)


async def test_a_student_names_no_program_for_the_server_to_start(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    evil = homes / "Ada" / ".venv" / "bin" / "python"
    evil.parent.mkdir(parents=True)
    evil.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n", "utf-8")
    evil.chmod(0o755)
    models = {"from": "server", "name": "x", "url": "http://127.0.0.1:9", "keyCommand": [str(evil)]}
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"), settings={"python.interpreter": str(evil)}, models=models)
        assert (await asked(ada, await opened(ada, homes / "Ada")))["question"]
        assert "who runs it chooses the model" in await told(ada, LOGGED)
    assert not (tmp_path / "started").exists()


@pytest.mark.parametrize("name", ["Ada", "Eve", "../Ada", "..", "Bob\0"])
async def test_whose_folder_is_elsewhere_or_nowhere_is_refused(tmp_path: Path, apart: Path, name: str) -> None:
    async with serving(tmp_path, students=apart) as (port, _):
        client = await Client.connected(port)
        with pytest.raises(Refused, match=r"not in your folder|no folder on the server"):
            await asyncio.wait_for(client.greet(student(name), root=tmp_path / "homes" / "Bob"), PATIENCE)


async def test_a_folder_that_is_added_later_is_refused_too(tmp_path: Path, apart: Path) -> None:
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        await ada.greet(student("Ada"))
        others = {"uri": (tmp_path / "homes" / "Bob").as_uri(), "name": "Bob"}
        ada.tell("workspace/didChangeWorkspaceFolders", {"event": {"added": [others], "removed": []}})
        assert "not in your folder" in await told(ada, SHOWN)


async def test_a_refusal_is_short_for_the_student_and_exact_in_the_log_of_the_server(
    tmp_path: Path, apart: Path
) -> None:
    said: list[str] = []
    async with serving(tmp_path, students=apart, log=said) as (port, _):
        for who, why in (({"name": "Ada", "token": "0"}, "Name oder dein Token"), (student("Eve"), "keinen Ordner")):
            client = await Client.connected(port)
            with pytest.raises(Refused, match=why):
                await asyncio.wait_for(client.greet(who, settings={"language": "de"}), PATIENCE)
            await asyncio.wait_for(client.close(), PATIENCE)
            assert client.heard == []
    log = "".join(said)
    assert "Traceback" not in log
    assert "'Ada' has shown no token that fits" in log
    assert f"The students file names {tmp_path}/homes/Eve" in log
    assert student("Eve")["token"] not in log


async def test_strangers_do_not_fill_the_log(tmp_path: Path, apart: Path) -> None:
    said: list[str] = []
    junk = (b"GET / HTTP/1.1\r\n\r\n", b"Content-Length: 1\r\n\r\n{", b'Content-Length: 4\r\n\r\n"\xff"', b"")
    async with serving(tmp_path, students=apart, log=said) as (port, _):
        for _ in range(LINES + 10):
            client = await Client.connected(port)
            with pytest.raises(Refused):
                await asyncio.wait_for(client.greet({"name": "Ada\nRoot", "token": "0"}), PATIENCE)
            await asyncio.wait_for(client.close(), PATIENCE)
            for beginning in junk:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
                writer.write(beginning)
                writer.close()
    assert "".join(said).count("\n") == LINES


async def test_a_folder_that_is_a_link_lets_nobody_in(tmp_path: Path, apart: Path) -> None:
    homes = tmp_path / "homes"
    shutil.rmtree(homes / "Ada")
    (homes / "Ada").symlink_to(homes / "Bob")
    async with serving(tmp_path, students=apart) as (port, _):
        ada = await Client.connected(port)
        with pytest.raises(Refused, match="no folder on the server"):
            await asyncio.wait_for(ada.greet(student("Ada")), PATIENCE)


async def test_who_runs_a_server_is_told_that_students_can_name_any_folder(tmp_path: Path, apart: Path) -> None:
    async with serving(tmp_path) as (_, said):
        assert "can name any folder" in said[0]
        assert "any program for it to run" in said[0]
    async with serving(tmp_path, students=apart) as (_, said):
        assert len(said) == 1


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('secret = "short"', "too short"),
        (f'secret = "{KEY}"\nfolder = "/home"', "the name of the student"),
        (f'secret = "{KEY}"\nfolder = "homes/{{name}}"', "a whole path"),
        (f'secret = "{KEY}"\nfolders = ["/home"]', "has to be a table"),
        (f'secret = "{KEY}"\n[folders]\nada = 1', "names a folder for each"),
        (f'secret = "{KEY}"\nfoldr = "/home"', "means nothing here"),
        ("secret", "not TOML"),
    ],
)
def test_a_students_file_that_is_wrong_starts_no_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    file = tmp_path / "students.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(SystemExit):
        serve(["--tcp", "127.0.0.1:0", "--students", str(file)])
    said = capsys.readouterr().err
    assert problem in said
    assert "left out" not in said


async def test_a_small_class_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("READ_SECONDS", "THINK_SECONDS"):
        monkeypatch.setattr(f"classload.student.{name}", (0.1, 0.3))
    monkeypatch.setattr("classload.student.KEY_SECONDS", 0.01)
    assert len(SECRET) >= 16
    report = await measured(argparse.Namespace(students=3, minutes=0.1, processes=2, at_once=1, image=None))
    assert "- turns that were shown and lost: 0; saves without a reply within a minute: 0" in report
