"""Messages come out of the stream whole, however it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from gadfly_server.lsp.frames import LONGEST, Frames

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


def framed(body: bytes) -> bytes:
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def test_the_last_of_two_lengths_holds_and_another_header_makes_no_promise() -> None:
    assert Frames().feed(b"Content-Length: 5\r\n" + STREAM) == BODIES
    assert Frames().feed(b"Content-Length: 2\r\nX-Content-Length: 5\r\n\r\n{}" + STREAM) == [b"{}", *BODIES]


NOBODY = [  # headers that promise nothing
    b"\r\n\r\n",
    b"\x00\xff\r\n",
    b"Content-Length",
    b"Content-Length: \r\n\r\n",
    b"Content-Length: -4\r\n\r\n",
    b"Content-Length: 4.5\r\n\r\n",
    b"Content-Length: 0\r\n\r\n",
    b"Content-Length: %d\r\n\r\n" % (LONGEST + 1),
    b"Content-Length: 999999999999\r\n\r\n",
    b'{"jsonrpc": "2.0", "method": "content-length: 3"}',
]


@given(
    pieces=some.lists(some.sampled_from(NOBODY) | some.binary(max_size=60).map(framed), max_size=8),
    cut_off=some.sampled_from([b"", b"Content-Len", b"Content-Length: 7", b"Content-Length: 7\r\n"]),
    step=some.integers(1, 40),
)
def test_after_whatever_was_sent_a_right_message_is_heard(pieces: list[bytes], cut_off: bytes, step: int) -> None:
    frames, stream = Frames(), b"".join(pieces) + cut_off + STREAM
    heard = [body for at in range(0, len(stream), step) for body in frames.feed(stream[at : at + step])]
    assert heard[-len(BODIES) :] == BODIES
    assert frames.waiting == 0
