"""A server over TCP begins to listen, or says in one sentence why it cannot."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from gadfly_server.lsp.addresses import NoAddressError, naming, written
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
    assert said.startswith(f"Gadfly cannot listen at 127.0.0.1:{taken}: ")
    assert said.count("\n") == 1


def test_brackets_are_no_part_of_a_host() -> None:
    said = refused("--tcp", "[2001:db8::1]:7001")  # an address for examples: nobody has it
    assert said.startswith("Gadfly cannot listen at [2001:db8::1]:7001: ")
    assert "name" not in said.lower()  # it was read as a number, and not looked up


def test_an_address_is_written_as_it_is_read() -> None:
    assert (written("127.0.0.1", 7000), written("::1", 7000)) == ("127.0.0.1:7000", "[::1]:7000")
    with pytest.raises(NoAddressError, match="no good"), naming("x", 1):
        raise OSError("no good")


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
