"""Tutors that teach simulated students: ours, nobody, a command, an address."""

from __future__ import annotations

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gadfly_server.cli import app
from gadfly_server.grading.files import Unreadable, read, write
from gadfly_server.grading.lessons import lessons_in, untested_in
from gadfly_server.grading.playing import Game, Played, play
from gadfly_server.grading.pool import Pool
from gadfly_server.grading.transcript import Transcript
from gadfly_server.grading.tutors.command import Command
from gadfly_server.grading.tutors.protocol import Request
from gadfly_server.grading.tutors.remote import Remote
from gadfly_server.terminal.play import play_all, press_all
from gadfly_server.terminal.tune import tune_on
from helpers.servers import Answer, Asked, serving, spoken

PROGRAM = """\
def discount(amount):
    rate = 0
    if amount > 100:
        rate = 10
    return amount * rate // 100


def total(amounts):
    result = 0
    for amount in amounts:
        result = result + amount - discount(amount)
    return result
"""
TESTS = """\
from shop import discount, total

def test_small():
    assert discount(50) == 0

def test_border():
    assert discount(100) == 10

def test_total():
    assert total([50, 100]) == 140
"""
TELLER = """\
import json, sys
for line in sys.stdin:
    request = json.loads(line)
    assert request["format"] == "gadfly-tutor/1" and "test_border" in request["failing"][0]
    print(json.dumps({"text": REPLY}), flush=True)
"""


@pytest.fixture(name="lesson")
def _lesson() -> Transcript:
    return Transcript(
        id="shop", tutor="none", problem="shop", program=PROGRAM, module="shop", tests=TESTS, repairs=(), turns=()
    )


def saying(folder: Path, text: str) -> str:
    path = folder / "tutor.py"
    path.write_text(TELLER.replace("REPLY", repr(text)), "utf-8")
    return f"command: {sys.executable} {path}"


def taught(lesson: Transcript, *tutors: str, students: tuple[str, ...] = ("tracer",), seeds: int = 4) -> list[Played]:
    return list(play(Game(lesson, tutors, students, tuple(range(seeds)), turns=4)))


def test_a_command_that_gives_the_repair_away_soon_succeeds_and_leaks(lesson: Transcript, tmp_path: Path) -> None:
    teller = saying(tmp_path, "Write `amount >= 100` on line 3.")
    played = taught(lesson, teller, "nobody")
    told, alone = ([each for each in played if (each.tutor == "nobody") == quiet] for quiet in (False, True))
    assert [each.repaired for each in told] == [True] * 4
    assert sum(len(each.transcript.turns) for each in told) < sum(len(each.transcript.turns) for each in alone) / 1.5
    assert [each.leaks > 0 for each in told] == [True] * 4
    assert [each.leaks for each in alone] == [0] * 4


def test_a_transcript_holds_the_program_after_each_change(lesson: Transcript, tmp_path: Path) -> None:
    played = taught(lesson, saying(tmp_path, "Write `amount >= 100` on line 3."))
    ends = [each.transcript.turns[-1] for each in played if each.repaired]
    assert PROGRAM.replace(">", ">=") in [turn.program for turn in ends]
    assert {turn.labels[0].value for turn in ends} == {True}
    last = played[0].transcript
    assert [turn.role for turn in last.turns] == ["tutor", "student"] * (len(last.turns) // 2)
    write(tmp_path / "played.jsonl", [each.transcript for each in played])
    assert len(list(read(tmp_path / "played.jsonl"))) == 4


def test_our_tutor_teaches_each_student_the_same_way_every_time(lesson: Transcript) -> None:
    students = ("tracer", "believer", "guesser")
    first, again = (taught(lesson, "gadfly", students=students, seeds=1) for _ in range(2))
    assert first == again
    assert all(each.transcript.turns[0].text.startswith("What should") for each in first)
    assert {each.leaks for each in first} == {0}


def test_students_answer_a_tutor_that_they_do_not_understand_with_what_their_run_shows(
    lesson: Transcript, tmp_path: Path
) -> None:
    played = taught(lesson, saying(tmp_path, "What is `rate` on line 4?"), seeds=8)
    said = {turn.text for each in played for turn in each.transcript.turns if turn.role == "student"}
    assert "Line 4 does not run." in said
    assert played != taught(lesson, saying(tmp_path, "What is `rate` on line 5?"), seeds=8)


@pytest.fixture(name="address")
def _address() -> Iterator[str]:
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked.append(self.path)
            if self.path == "/overloaded" or (self.path == "/busy" and asked.count("/busy") == 1):
                self.send_error(503)
                return
            request = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.path == "/nonsense":
                self.wfile.write(b"\0 nonsense\r\n\r\n")
                return
            if self.path not in ("/teach", "/busy"):
                body = b"{}"
            else:
                body = json.dumps({"text": f"Hint {len(request['turns'])}", "level": 2, "line": 3}).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_is_asked_with_all_that_was_said(lesson: Transcript, address: str) -> None:
    played = taught(lesson, f"{address}/teach", students=("guesser",))
    longest = max(played, key=lambda each: each.turns).transcript
    tutor = [turn for turn in longest.turns if turn.role == "tutor"]
    assert [turn.text for turn in tutor] == [f"Hint {2 * number}" for number in range(len(tutor))]
    assert {turn.level for turn in tutor} == {2}
    assert tutor[0].points_at is not None
    assert (tutor[0].points_at.line, tutor[0].points_at.end_line) == (3, 3)


def test_a_server_that_is_busy_for_a_moment_is_asked_again(address: str) -> None:
    request = Request(lesson="one", program="x = 1", tests="", module="program", failing=())
    heard = asyncio.run(Remote(f"{address}/busy", pause=0.0).say(request))
    assert heard.reply.text == "Hint 0"
    with pytest.raises(Unreadable, match="does not answer: HTTP Error 503"):
        asyncio.run(Remote(f"{address}/overloaded", pause=0.0).say(request))


def playing_all_roles(asked: Asked) -> Answer:
    """A model that says what each role is asked for: it takes the last of the questions."""
    data = asked.data
    last = len(data.get("questions", ()))
    if "states" in data:
        told: dict[str, object] = {"understood": []}
    elif "target" in data:
        told = {"number": last}
    elif "questions" in data:
        told = {"answerable": False, "number": last}
    elif "draft" in data:
        told = {"criticism": "It could be kinder."}
    else:
        told = {"question": f"Picture the run. {data['question']}"}
    return Answer(spoken(asked, json.dumps(told)))


@pytest.mark.parametrize("strategy", ["gadfly", "treeinstruct", "recursive", "critic"])
def test_each_strategy_teaches_with_the_model_that_was_set_up(
    lesson: Transcript, strategy: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(playing_all_roles) as server:
        config = tmp_path / "config.toml"
        config.write_text(f'[models]\nname = "mock"\nurl = "{server.url}"\nseconds = 60\n', "utf-8")
        monkeypatch.setenv("GADFLY_CONFIG", str(config))
        played = taught(lesson, f"strategy:{strategy}", seeds=1)
        asked = [json.dumps(each.body) for each in server.asked]
    (dialogue,) = played
    assert dialogue.tutor == f"strategy:{strategy}"
    assert dialogue.leaks == 0
    assert any("Picture the run." in turn.text for turn in dialogue.transcript.turns)
    assert asked
    assert not any("amount >= 100" in each for each in asked), "a model is never shown a repair"


def test_a_strategy_needs_a_name_and_a_model(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="The strategies are gadfly, treeinstruct"):
        play_all(tmp_path, ["strategy:plato"])
    with pytest.raises(Unreadable, match="there is none: see"):
        play_all(tmp_path, ["strategy:critic"])


def test_what_is_no_reply_is_told_with_its_place(lesson: Transcript, address: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"text: Field required\. See docs/play\.md"):
        taught(lesson, f"{address}/elsewhere")
    with pytest.raises(Unreadable, match=r"does not answer: .*nonsense"):
        taught(lesson, f"{address}/nonsense")
    with pytest.raises(Unreadable, match="does not answer in one line of 1 MiB"):
        taught(lesson, f"command: {sys.executable} -c \"input(); print('x' * 3_000_000)\"")
    with pytest.raises(Unreadable, match="ended without a reply"):
        taught(lesson, f"command: {sys.executable} -c pass")
    with pytest.raises(Unreadable, match=r"is no reply .*: hello"):
        taught(lesson, f"command: {sys.executable} -c \"print('hello')\"")
    with pytest.raises(Unreadable, match="does not answer: Connection refused"):
        taught(lesson, "http://localhost:9/teach")
    with pytest.raises(Unreadable, match="does not start: No such file"):
        taught(lesson, f"command: {tmp_path / 'nothing'}")


async def test_a_tutor_that_is_silent_is_not_waited_for(lesson: Transcript) -> None:
    asked = Request(lesson="one", module="shop", program=PROGRAM, tests=TESTS, failing=("test_border",))
    async with Command(f'{sys.executable} -c "import time; time.sleep(60)"', seconds=0.05) as tutor:
        with pytest.raises(Unreadable, match=r"gave no answer in 0\.05 seconds"):
            await tutor.say(asked)


def test_the_command_plays_a_folder_and_writes_transcripts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("one", "two"):
        folder = tmp_path / "data" / name
        folder.mkdir(parents=True)
        (folder / "shop.py").write_text(PROGRAM, "utf-8")
        (folder / "test_shop.py").write_text(TESTS + f"\n# {name}\n", "utf-8")
    written = tmp_path / "played.jsonl"
    told = {"students": ("tracer",), "seeds": 2, "turns": 3, "output": written}
    assert play_all(tmp_path / "data", ["nobody"], **told) == 0  # type: ignore[arg-type]
    shown = capsys.readouterr().out
    assert "nobody" in shown
    assert "for want of tests" not in shown
    for number in range(6):
        (tmp_path / "data" / f"bare{number}").mkdir()
        (tmp_path / "data" / f"bare{number}" / "shop.py").write_text(PROGRAM, "utf-8")
    assert untested_in(tmp_path / "data") == [f"bare{number}" for number in range(6)]
    assert [each.id for each in read(written)] == [
        f"{name}/nobody/tracer-{n}" for name in ("one", "two") for n in (0, 1)
    ]


def test_a_lesson_knows_the_right_program_of_its_item(tmp_path: Path) -> None:
    folder = tmp_path / "one"
    folder.mkdir()
    (folder / "shop.py").write_text("import math\n" + PROGRAM, "utf-8")
    (folder / "test_shop.py").write_text(TESTS, "utf-8")
    right = PROGRAM.replace(">", ">=")
    (folder / "item.json").write_text(json.dumps({"buggy_code": PROGRAM, "correct_code": right}), "utf-8")
    (lesson,) = lessons_in(tmp_path)
    assert lesson.repairs == ("import math\n" + right,)


def test_what_needs_no_teaching_is_told_of_and_what_has_no_tests_is_left_out(
    lesson: Transcript, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data.jsonl"
    right = lesson.model_copy(update={"id": "right", "program": PROGRAM.replace(">", ">=")})
    bare = lesson.model_copy(update={"id": "bare", "tests": ""})
    write(data, [lesson, right, bare])
    assert play_all(data, ["nobody"], students=("guesser",), seeds=1, turns=1) == 0
    told = capsys.readouterr().out
    assert "all tests of 1 pass as they are" in told
    assert "Left out, for want of tests, 1 program: bare." in told
    assert [each.id for each in lessons_in(data)] == ["shop", "right"]
    write(data, [bare])
    with pytest.raises(Unreadable, match="comes with tests"):
        play_all(data, ["nobody"])


def test_what_cannot_be_written_is_told_before_anybody_is_taught(tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere" / "out"
    for output, said in ((nowhere, "there is no folder"), (tmp_path, "it is a folder")):
        for work in (
            partial(play_all, tmp_path, ["nobody"], output=output),
            partial(press_all, tmp_path, ["nobody"], output=output, pool=Pool()),
            partial(tune_on, tmp_path, tmp_path, output=output),
        ):
            with pytest.raises(Unreadable, match=said):
                work()


@pytest.mark.parametrize(("tutor", "message"), [("socrates", "no tutor 'socrates'"), ("", "no tutor ''")])
def test_a_tutor_that_is_none_is_told(tutor: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=message):
        play_all(tmp_path, [tutor])
    with pytest.raises(Unreadable, match="has no programs"):
        play_all(tmp_path, ["nobody"])


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("grade", "play", "nowhere"), "There is no file or folder nowhere."),
        (("grade", "tune", "nowhere", "--report-on", "elsewhere"), "There is no file or folder nowhere."),
        (("practice", "nowhere.py", "tests.py"), "There is no file nowhere.py."),
    ],
)
def test_what_is_wrong_with_what_was_typed_is_told_in_one_line(typed: tuple[str, ...], said: str) -> None:
    ran = CliRunner().invoke(app, typed)
    assert ran.exit_code == 2
    assert ran.stderr == f"gadfly: {said}\n"


COUNTER = """\
import json, pathlib, sys
here = pathlib.Path(__file__).parent
for line in sys.stdin:
    module = json.loads(line)["module"]
    if module == "two" and not (here / "mended").exists():
        sys.exit(1)
    with (here / "asked").open("a") as file:
        file.write(module + " ")
    print(json.dumps({"text": "What is it?"}), flush=True)
"""


def test_what_was_played_is_kept_and_not_played_again(tmp_path: Path) -> None:
    for name in ("one", "two"):
        place = tmp_path / "data" / name
        place.mkdir(parents=True)
        (place / f"{name}.py").write_text("def up(n):\n    return n - 1\n", "utf-8")
        (place / f"test_{name}.py").write_text(f"from {name} import up\n\ndef test_up():\n    assert up(1) == 5\n")
    (tmp_path / "tutor.py").write_text(COUNTER, "utf-8")
    words = ["grade", "play", str(tmp_path / "data"), "--tutor", f"command: {sys.executable} {tmp_path / 'tutor.py'}"]
    words += ["--student", "guesser", "--seeds", "1", "--turns", "1", "--store", str(tmp_path / "kept.db")]
    cut = CliRunner().invoke(app, words)
    assert cut.exit_code == 2
    assert "ended without a reply" in cut.output
    (tmp_path / "mended").touch()
    done = CliRunner().invoke(app, words)
    again = CliRunner().invoke(app, words)
    assert done.exit_code == 0
    assert done.stdout == again.stdout
    assert "nobody" in done.stdout  # is always there to compare with
    assert (tmp_path / "asked").read_text("utf-8").split() == ["one", "two"]


def test_nobody_repairs_a_program_whose_tests_cannot_be_run(tmp_path: Path) -> None:
    told = Transcript(
        id="told",
        tutor="none",
        problem="up",
        program="def up(n):\n    return n + 1\n",
        tests="from program import up\n\ndef test_up():\n    up(1)\n",
        turns=(),
    )
    astray = told.model_copy(update={"id": "astray", "tests": told.tests.replace("program", "increase")})
    data = tmp_path / "data.jsonl"
    write(data, [told, astray])
    done = CliRunner().invoke(
        app, ["grade", "play", str(data), "--tutor", "nobody", "--seeds", "1", "--student", "tracer"]
    )
    output = " ".join(done.output.split())
    assert done.exit_code == 0
    assert "Left out, for none of its tests can be run: astray." in output
    assert "all tests of 1 pass as they are" in output
    assert "1.000 [1.000, 1.000] n=1" in output
