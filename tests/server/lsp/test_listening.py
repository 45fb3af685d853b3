"""A server over TCP begins to listen, or says in one sentence why it cannot."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gadfly_server.lsp.addresses import NoAddressError, is_own, naming, written
from gadfly_server.lsp.serve import ANYBODY, ANYWHERE, EVERYBODY_HERE
from gadfly_server.lsp.transport import _open_many_files


def refused(*words: str) -> str:
    """What is said by a server that cannot start."""
    command = [sys.executable, "-I", "-m", "gadfly_server", "serve", *words]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 2
    return ran.stderr


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which somebody else listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@pytest.mark.parametrize("option", ["--tcp", "--metrics"])
def test_an_address_that_cannot_be_had_is_told_in_a_sentence(taken: int, option: str) -> None:
    if option == "--metrics":
        pytest.importorskip("prometheus_client")
    said = refused("--tcp", "127.0.0.1:0", option, f"127.0.0.1:{taken}")  # of two, the last one counts
    warned, told = said.splitlines()
    assert warned == EVERYBODY_HERE
    assert told.startswith(f"Gadfly cannot listen at 127.0.0.1:{taken}: ")


def test_brackets_are_no_part_of_a_host(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("sixteen characters", "utf-8")
    said = refused("--tcp", "[2001:db8::1]:7001", "--students", str(tmp_path / "secret"))  # nobody has this address
    said = said.removeprefix(ANYWHERE).lstrip()
    assert said.startswith("Gadfly cannot listen at [2001:db8::1]:7001: ")
    assert "name" not in said.lower()  # it was read as a number, and not looked up


@pytest.mark.parametrize("place", ["0.0.0.0:0", "[::]:0", "192.0.2.1:7000", "class.example:7000"])
def test_without_a_students_file_no_other_computer_is_let_in(place: str) -> None:
    assert refused("--tcp", place) == f"{ANYBODY}\n"


def test_an_address_is_written_as_it_is_read() -> None:
    assert (written("127.0.0.1", 7000), written("::1", 7000)) == ("127.0.0.1:7000", "[::1]:7000")
    with pytest.raises(NoAddressError, match="no good"), naming("x", 1):
        raise OSError("no good")


def test_which_addresses_only_this_computer_reaches() -> None:
    own = [host for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost", "0.0.0.0", "::", "10.0.0.1") if is_own(host)]
    assert own == ["127.0.0.1", "127.9.9.9", "::1", "localhost"]


def test_where_the_most_files_are_refused_many_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    asked = []

    def take(_kind: int, limits: tuple[int, int]) -> None:
        asked.append(limits)
        if limits[0] > 10_240:  # as macOS does
            raise ValueError("not allowed to raise maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda _kind: (256, 1 << 62))
    monkeypatch.setattr(resource, "setrlimit", take)
    _open_many_files()
    assert asked == [(1 << 62, 1 << 62), (10_240, 1 << 62)]
