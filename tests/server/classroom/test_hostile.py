"""Whatever a classroom file or a bundle holds: a clear word, the lab's defaults, and little time and memory."""

from __future__ import annotations

import json
import os
import resource
import time
import zlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gadfly_server.classroom import bundle
from gadfly_server.classroom.foreign.translating import translated
from gadfly_server.classroom.hidden import opened
from gadfly_server.classroom.reading import UnreadableError
from gadfly_server.classroom.room import Standing, classroom_of
from helpers.classrooms import KEY, Lab, gadfly

MEGABYTE = 1024 * 1024
TEXTS: dict[str, str | bytes] = {
    "cut in the middle": "[help]\nlevels = [1, 2",
    "a key without a value": "[help]\nlevels\n",
    "not UTF-8": b"[help]\n# caf\xe9\n",
    "zeros": b"\0" * 1000,
    "10 MB": "#" * (10 * MEGABYTE),
    "deep brackets": "a = " + "[" * 100_000,
    "deep lists": f"a = {'[' * 2000}{']' * 2000}",
    "deep tables": "a = " + "{b = " * 100_000,
    "a long dotted key": "a." * 100_000 + "b = 1",
    "a long heading": "[" + "a." * 100_000 + "b]",
    "a long number": "[help]\ncooldown = 0x" + "f" * 5000,
    "quoted parts": '"a" . ' * 50_000 + "b = 1",
}
MANY = {
    "many tables": "\n".join(f"[a{number}]" for number in range(40_000)),
    "many dotted keys": "\n".join(f"a{number}.b.c = 1" for number in range(40_000)),
    "many levels": f"[help]\nlevels = [{'9, ' * 200_000}]",
    "many questions": "[[questions]]\n" * 40_000,
    "many that could be": "[[questions]]\n" * 2_000,
    "a long text": f'course = "{"x" * 900_000}"',
    "a long name of a pattern": f'[patterns]\ndisabled = ["{"x" * 900_000}"]',
    "a long key": f"{'x' * 900_000} = 1",
    "a long address": f'[contact]\nhow = "odd://{"x" * 900_000}"',
}
MOST_SECONDS, MOST_BYTES = 30.0, 400 * MEGABYTE  # of the processor, on a machine that does other things, too


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_what_cannot_be_read_is_told_and_the_defaults_of_the_lab_hold(lab: Lab, text: str | bytes) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    file = lab.file(text)
    began = time.process_time()
    room = classroom_of(lab.work / "a.py")
    assert time.process_time() - began < MOST_SECONDS
    assert (room.standing, room.keys.help.levels) == (Standing.REFUSED, (1,))
    assert room.problems[0].startswith(str(file))
    assert all(len(problem) < 1000 for problem in room.problems)


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_much_of_what_is_wrong_is_told_of_in_short(lab: Lab, text: str) -> None:
    lab.file(text)
    began = time.process_time()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    room = classroom_of(lab.work / "a.py")
    assert time.process_time() - began < MOST_SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < MOST_BYTES
    assert 1 <= len(room.problems) <= 21
    assert all(len(problem) < 1000 for problem in room.problems)
    assert room.keys.help.levels == (1, 2, 3, 4, 5, 6)


@pytest.mark.parametrize("kind", ["folder", "pipe", "device", "loop"])
def test_what_is_no_file_is_not_waited_for_and_hides_no_rules(lab: Lab, kind: str) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    path = lab.work / "gadfly.toml"
    if kind == "folder":
        path.mkdir()
    if kind == "pipe":
        os.mkfifo(path)
    if kind == "device":
        path.symlink_to("/dev/zero")
    if kind == "loop":
        path.symlink_to(path)
    room = classroom_of(lab.work / "a.py")
    assert (room.standing, room.keys.help.levels) == (Standing.REFUSED, (1,))
    assert str(path) in room.problems[0]
    result = gadfly("classroom", "check")
    assert result.exit_code == 2
    assert "gadfly.toml is not a file" in result.stderr or "gadfly.toml cannot be read" in result.stderr


def test_why_a_file_does_not_hold_is_said_once(lab: Lab) -> None:
    lab.policy()
    lab.file("")
    lab.average()
    result = gadfly("check", lab.work / "average.py")
    assert result.stderr.count("nobody signed it") == 1


def test_no_link_leads_to_tests_elsewhere(lab: Lab) -> None:
    elsewhere = lab.work.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "test_average.py").write_text("1 / 0", encoding="utf-8")
    (lab.work / "link").symlink_to(elsewhere)
    lab.file('[tests]\nvisible = ["*/*.py"]\n')
    assert "1 / 0" not in gadfly("check", lab.average(), "--format", "json").stdout
    assert "elsewhere" not in gadfly("check", lab.average(), "--format", "json").stdout


def test_hidden_tests_elsewhere_are_told_of_with_the_line(lab: Lab) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    (lab.work.parent / "elsewhere.gadfly").write_bytes(GOOD)
    lab.signed("[tests]\nhidden = '../elsewhere.gadfly'\n")
    room = classroom_of(lab.work / "a.py")
    assert room.bundle is None
    assert "line 2" in room.problems[0]
    assert "leads out of the folder" in room.problems[0]


def test_no_signature_holds_for_hidden_tests_behind_a_link(lab: Lab) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    (lab.work.parent / "elsewhere").mkdir()
    (lab.work.parent / "elsewhere" / "hidden.gadfly").write_bytes(GOOD)
    (lab.work / "link").symlink_to(lab.work.parent / "elsewhere")
    lab.signed("[tests]\nhidden = 'link/hidden.gadfly'\n")
    room = classroom_of(lab.work / "a.py")
    assert (room.standing, room.keys.help.levels) == (Standing.REFUSED, (1,))


def test_lines_without_anything_take_no_time(lab: Lab) -> None:
    lab.file("\n" * 500_000 + "# gadfly", "pyproject.toml")
    began = time.process_time()
    assert classroom_of(lab.work / "a.py").problems == ()
    assert time.process_time() - began < MOST_SECONDS


@pytest.mark.parametrize("name", ["../secret.toml", "/etc/passwd", "link.toml", "folder/../../secret.toml", "round"])
def test_files_that_a_classroom_file_names_are_below_it(lab: Lab, name: str) -> None:
    (lab.work.parent / "secret.toml").write_text("title = 'secret'", encoding="utf-8")
    (lab.work / "link.toml").symlink_to(lab.work.parent / "secret.toml")
    (lab.work / "folder").mkdir()
    (lab.work / "round").symlink_to(lab.work / "round")
    lab.file(f"[tests]\nhidden = '{name}'\n[[misconceptions]]\nfile = '{name}'\n")
    room = classroom_of(lab.work / "a.py")
    assert "is not below" in room.problems[-1]
    bundle_, told = opened(lab.work, name, (KEY,))
    assert bundle_ is None
    assert "is not below" in told


def sealed(packed: bytes) -> bytes:
    """A bundle of the right key with anything in it."""
    head = bundle.MAGIC + bundle.number_of(KEY).encode() + b"\n"
    return head + bytes(12) + AESGCM(bundle._read_key(KEY)).encrypt(bytes(12), packed, head)


GOOD = bundle.seal(bundle.Bundle({"test_a.py": "assert 1"}), KEY)
BUNDLES = {
    "empty": b"",
    "cut": GOOD[:-5],
    "cut head": GOOD[:20],
    "altered": GOOD[:-1] + bytes([GOOD[-1] ^ 1]),
    "another key": bundle.seal(bundle.Bundle({"test_a.py": ""}), bundle.new_key()),
    "a bomb": sealed(zlib.compress(b"0" * (64 * MEGABYTE))),
    "nested": sealed(zlib.compress(b"[" * 1_000_000)),
    "no object": sealed(zlib.compress(b"3")),
    "not packed": sealed(b"{}"),
    "out of the folder": sealed(zlib.compress(json.dumps({"tests": {"../test_a.py": ""}, "reference": {}}).encode())),
    "to the root": sealed(zlib.compress(json.dumps({"tests": {"/tmp/test_a.py": ""}, "reference": {}}).encode())),
    "with a zero": sealed(zlib.compress(json.dumps({"tests": {"test\0.py": ""}, "reference": {}}).encode())),
    "half a letter": sealed(zlib.compress(b'{"tests": {"test_a.py": "\\ud800"}, "reference": {}}')),
    "no texts": sealed(zlib.compress(json.dumps({"tests": {"test_a.py": 3}, "reference": {}}).encode())),
    "too many": sealed(
        zlib.compress(json.dumps({"tests": {f"test_{n}.py": "" for n in range(999)}, "reference": {}}).encode())
    ),
    "a number that steers": bundle.MAGIC + b"\x1b[2J\x1b[31mowned!!\n" + bytes(60),
    "too large": GOOD + bytes(5 * MEGABYTE),
}


@pytest.mark.parametrize("data", BUNDLES.values(), ids=BUNDLES)
def test_a_bundle_that_is_not_as_it_should_be_stays_closed(lab: Lab, data: bytes) -> None:
    (lab.work / "hidden.gadfly").write_bytes(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found, problem = opened(lab.work, "hidden.gadfly", (KEY,))
    assert found is None
    assert "hidden.gadfly" in problem
    assert "\x1b" not in problem
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024 < 60 * MEGABYTE


def test_a_bundle_that_is_as_it_should_be_opens(lab: Lab) -> None:
    (lab.work / "hidden.gadfly").write_bytes(GOOD)
    found, problem = opened(lab.work, "hidden.gadfly", ("cut off", bundle.new_key(), KEY))
    assert found
    assert (dict(found.tests), problem) == ({"test_a.py": "assert 1"}, "")


LAUGHS = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\ncheck50:\n  checks:\n    one: *b\n"
TAGGED = "check50:\n  checks:\n    one:\n    - run: python3 work.py\n      stdout: "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.yaml", LAUGHS),
        ("c.yaml", LAUGHS.replace("&", "&-").replace("*", "*-")),
        ("c.yaml", f'{TAGGED}!!int ""'),
        ("c.yaml", f'{TAGGED}!!bool "x"'),
        ("c.yaml", f'{TAGGED}!!timestamp "x"'),
        ("c.yaml", "["),
        ("c.yaml", "[" * 20_000),
        ("c.yaml", "check50: 3"),
        ("c.yaml", "!!python/object/apply:os.system ['echo']"),
        ("c.ipynb", "[" * 100_000),
        ("c.ipynb", "{"),
        ("test_q.py", "test = {'suites': " + "[" * 5000),
        ("test_q.py", "test = {'suites': __import__('os').system('echo')}"),
        ("c.yaml", "#" * (2 * MEGABYTE)),
    ],
)
def test_tests_for_other_tools_are_read_as_data(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableError, match=name.replace(".", r"\.")):
        translated(path, tmp_path / "work.py")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("c.ipynb", '{"cells": 5}'),
        ("c.ipynb", '{"cells": [5, null, {"cell_type": "code", "metadata": 3}]}'),
        ("test_q.py", "OK_FORMAT = True\ntest = {'name': 'q1', 'suites': [{'cases': 5}]}"),
    ],
)
def test_what_is_of_another_kind_in_them_counts_for_nothing(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    told = translated(path, tmp_path / "work.py")
    assert told
    assert told.text.strip() == "from work import *"


def test_check_goes_on_without_a_file_that_cannot_be_read(lab: Lab) -> None:
    lab.file("[[[[")
    program = lab.average()
    result = gadfly("check", program)
    assert result.exit_code == 1
    assert "test_two" in result.stdout
    assert "gadfly.toml, line 1: this is not TOML" in result.stderr


@pytest.mark.parametrize(
    "text",
    [
        'course = "\\u001b[2J"',
        '[contact]\nname = "\\u001b]0;owned\\u0007"\nhow = "\\u202e"',
        '[patterns]\ndisabled = ["\\u001b[2J"]',
        '"\\u001b[2J" = 1',
        '[[questions]]\ntext = "\\u009b2J"\nright = "1"\nwrong = ["2"]',
        '[[help.when]]\nprograms = ["\\u001b"]',
    ],
)
def test_nothing_in_a_file_steers_the_screen_of_a_student(lab: Lab, text: str) -> None:
    lab.file(text)
    room = classroom_of(lab.work / "a.py")
    assert room.problems
    told = "".join([*room.problems, repr(room.keys)])
    assert not any(letter in told for letter in "\x1b\x07\x9b\u202e")
    assert "\\x1b" not in repr(room.keys)
    assert (room.keys.course, room.keys.contact.name, room.questions) == ("", "", ())
