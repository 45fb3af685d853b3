"""Messages come out of the stream whole, however it is cut."""

from __future__ import annotations

import pytest

from gadfly_server.lsp.frames import Frames

STREAM = (
    b"Content-Length: 2\r\n\r\n{}"
    b'Content-Type: text/x\r\nContent-Length: 10\r\n\r\n{"a":"\xc3\xa9"}'
    b"content-length:4\r\n\r\nnull"
)
BODIES = [b"{}", b'{"a":"\xc3\xa9"}', b"null"]


@pytest.mark.parametrize("step", [1, 2, 7, 40, 1000])
def test_any_cutting_gives_the_same_messages(step: int) -> None:
    frames = Frames()
    pieces = [STREAM[at : at + step] for at in range(0, len(STREAM), step)]
    assert [body for piece in pieces for body in frames.feed(piece)] == BODIES


def test_a_header_without_a_length_is_skipped() -> None:
    assert Frames().feed(b"Nonsense\r\n\r\n" + STREAM) == BODIES
    assert Frames().feed(b"Content-Length: many\r\n\r\n" + STREAM) == BODIES


def test_a_length_that_nobody_can_mean_is_none() -> None:
    """Python reads no number of 5,000 digits, and what was not read came again with each piece that followed."""
    assert Frames().feed(b"Content-Length: " + b"9" * 5_000 + b"\r\n\r\n" + STREAM) == BODIES
