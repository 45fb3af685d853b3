"""Who goes before whom, as a table, and as a lab sees it."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from gadfly_server.classroom.precedence import Layer, Voice, in_force
from gadfly_server.classroom.room import Standing, classroom_of, standing
from helpers.classrooms import OTHER, SECRET, Lab

P, S, U, F, D = Voice.POLICY, Voice.SIGNED, Voice.USER, Voice.UNSIGNED, Voice.LAB


@pytest.mark.parametrize(
    ("said", "holds"),
    [
        ({}, None),
        ({D: 1}, 1),
        ({D: 1, F: 2}, 2),
        ({D: 1, F: 2, U: 3}, 3),
        ({D: 1, U: 3, S: 4}, 4),
        ({D: 1, U: 3, S: 4, P: 5}, 5),
        ({U: 3, P: 5}, 5),
        ({F: 2, U: 3}, 3),
        ({S: 4, D: 1}, 4),
    ],
)
def test_the_strongest_voice_holds_in_whatever_order(said: dict[Voice, int], holds: int | None) -> None:
    for order in permutations(said):
        table = in_force([Layer(voice, {"help": {"cooldown": said[voice]}}) for voice in order])
        assert table.get("help", {}).get("cooldown") == holds


@pytest.mark.parametrize(
    ("layers", "holds"),
    [
        (
            [Layer(S, {"patterns": {"disabled": ["a"]}}), Layer(U, {"patterns": {"disabled": ["b", "a"]}})],
            {"patterns": {"disabled": ["a", "b"]}},
        ),
        (
            [Layer(P, {"memory": {"enabled": True}}), Layer(U, {"memory": {"enabled": False}})],
            {"memory": {"enabled": False}},
        ),
        (
            [Layer(P, {"models": {"allowed": False}}), Layer(S, {"models": {"allowed": True}})],
            {"models": {"allowed": False}},
        ),
        (
            [Layer(P, {"help": {"levels": [1]}}), Layer(S, {"help": {"levels": [2], "start": 3}})],
            {"help": {"levels": [1], "start": 3}},
        ),
    ],
)
def test_what_protects_adds_up_and_keys_are_each_for_themselves(layers: list[Layer], holds: dict[str, Any]) -> None:
    assert in_force(layers) == holds


def test_without_a_policy_an_unsigned_file_holds_below_the_user(lab: Lab) -> None:
    lab.file('language = "de"\n')
    room = classroom_of(lab.work / "a.py", [], {"language": "en"})
    assert (room.standing, room.keys.language) == (Standing.UNSIGNED, "en")


def test_a_signed_file_goes_before_the_user_and_says_since_when(lab: Lab) -> None:
    lab.policy()
    lab.signed('language = "de"\n')
    room = classroom_of(lab.work / "a.py", [], {"language": "en"})
    assert (room.standing, room.keys.language, str(room.since)) == (Standing.SIGNED, "de", "2026-09-01")
    assert standing(room) == "The rules of your teacher in gadfly.toml hold since 2026-09-01. They are signed."


def test_the_policy_goes_before_all_and_its_defaults_last(lab: Lab) -> None:
    lab.policy("[always.help]\nlevels = [1, 2]\n[otherwise.help]\ncooldown = 7\nfirst_steps = 5\n")
    lab.signed("[help]\nlevels = [1, 2, 3, 4]\ncooldown = 3\n")
    told = classroom_of(lab.work / "a.py").keys.help
    assert (told.levels, told.cooldown, told.first_steps) == ((1, 2), 3, 5)


@pytest.mark.parametrize("how", ["edited", "unsigned", "by another", "cut", "no signature", "named file edited"])
def test_an_altered_file_gets_the_defaults_of_the_lab_and_a_note(lab: Lab, how: str) -> None:
    lab.policy("[otherwise.help]\nlevels = [1]\n")
    (lab.work / "m.toml").write_text("title = 'x'", encoding="utf-8")
    text = "[help]\nlevels = [1, 2, 3, 4, 5, 6]\n[[misconceptions]]\nfile = 'm.toml'\n"
    file = lab.signed(text, OTHER if how == "by another" else SECRET)
    signature = file.with_name("gadfly.toml.minisig")
    if how == "edited":
        file.write_text(text.replace("[1, 2,", "[2,"), encoding="utf-8")
    if how == "unsigned":
        signature.unlink()
    if how == "cut":
        signature.write_bytes(signature.read_bytes()[:120])
    if how == "no signature":
        signature.write_bytes(b"\xff\x00" * 50)
    if how == "named file edited":
        (lab.work / "m.toml").write_text("title = 'y'", encoding="utf-8")
    room = classroom_of(lab.work / "a.py", [], {})
    assert (room.standing, room.keys.help.levels, str(room.since)) == (Standing.REFUSED, (1,), "2026-08-15")
    note = standing(room)
    assert note.startswith("The rules of your lab hold since 2026-08-15. The file gadfly.toml does not hold: ")
    assert any(str(file) in problem for problem in room.problems)


@pytest.mark.parametrize(
    "policy", ["not toml", "trusted = 3", "[always]\nhelp = 3", "since = 'x'\n", b"\xff", "colour = 1"]
)
def test_a_broken_policy_is_told_of(lab: Lab, policy: str | bytes) -> None:
    path = lab.policy()
    path.write_bytes(policy if isinstance(policy, bytes) else policy.encode())
    problems = classroom_of(lab.work / "a.py").problems
    assert problems
    assert all(str(path) in problem for problem in problems)


def test_where_the_policy_cannot_be_read_nothing_unsigned_holds(lab: Lab) -> None:
    lab.policy().write_text("not toml", encoding="utf-8")
    lab.file("[help]\nlevels = [4]\n")
    assert classroom_of(lab.work / "a.py").standing is Standing.REFUSED


def test_a_policy_that_trusts_no_key_wants_no_signature(lab: Lab) -> None:
    lab.policy("[always.memory]\nenabled = false\n", trusted=False)
    lab.file("[help]\nlevels = [1]\n")
    keys = classroom_of(lab.work / "a.py").keys
    assert (keys.help.levels, keys.memory.enabled) == ((1,), False)


@pytest.mark.parametrize(("since", "held"), [("2026-09-01", True), ("2026-09-02", False)])
def test_an_older_file_that_somebody_kept_does_not_hold_again(lab: Lab, since: str, held: bool) -> None:
    lab.policy(f"signed_since = {since}\n[otherwise.help]\nlevels = [1]\n")
    lab.signed("[help]\nlevels = [1, 2, 3, 4, 5, 6]\n")
    room = classroom_of(lab.work / "a.py")
    assert room.standing is (Standing.SIGNED if held else Standing.REFUSED)
    assert room.keys.help.levels == ((1, 2, 3, 4, 5, 6) if held else (1,))
    assert held or "its signature is older than this computer takes" in standing(room)


def test_a_day_that_is_none_is_told(lab: Lab) -> None:
    lab.policy("signed_since = 'x'\n")
    lab.signed("")
    assert "`signed_since` has to be a date" in classroom_of(lab.work / "a.py").problems[0]


def test_no_variable_puts_another_policy_in_the_place_of_the_labs(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    labs = lab.file("[always.help]\nlevels = [1]\n", "../etc/policy.toml")
    monkeypatch.setattr("gadfly_server.classroom.finding.SYSTEM", labs)
    lab.policy("[always.help]\nlevels = [1, 2, 3, 4, 5, 6]\n", trusted=False)  # where XDG_CONFIG_DIRS leads
    lab.file("")
    assert classroom_of(lab.work / "a.py").keys.help.levels == (1,)
