"""Cuts a stream of bytes into the bodies of LSP messages."""

from __future__ import annotations

from typing import NamedTuple

_HEADER_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_DIGITS = 12  # of a length that is read: Python refuses to read thousands of them
LONGEST = 1 << 30  # bytes: for a message that never comes all others would be swallowed, and kept
_KEPT = 1 << 16  # bytes of the beginning and of the end of a message that is left out


class LeftOut(NamedTuple):
    """A message that nobody wanted: how it begins, how it ends, and how long it was."""

    head: bytes
    tail: bytes
    size: int


class Frames:
    """Collects bytes as they come; knows nothing of what the messages say."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._unwanted = 0  # bytes that are still to come of a message that nobody wants
        self._left_out: LeftOut | None = None

    @property
    def waiting(self) -> int:
        """How many bytes of a message that is not whole yet are kept."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Return the bodies that are complete now, in order."""
        self._buffer += self._passed_by(data)
        bodies: list[bytes] = []
        done = 0
        while (start := self._buffer.find(_HEADER_END, done)) >= 0:
            start += len(_HEADER_END)
            end = start + _content_length(self._buffer[done:start])
            if end > len(self._buffer):
                break
            if end > start:
                bodies.append(bytes(self._buffer[start:end]))
            done = end
        del self._buffer[:done]
        return bodies

    def leave_out(self) -> LeftOut | None:
        """Leave out the message that is not whole yet, with what is still to come of it; gives how it begins.

        Nothing if its length is not known.
        """
        start = self._buffer.find(_HEADER_END) + len(_HEADER_END)
        if start < len(_HEADER_END):
            return None
        size = _content_length(self._buffer[:start])
        self._unwanted = start + size - len(self._buffer)
        body = memoryview(self._buffer)[start:]
        self._left_out = LeftOut(bytes(body[:_KEPT]), bytes(body[_KEPT:][-_KEPT:]), size)
        body.release()
        self._buffer.clear()
        return self._left_out

    def left_out(self) -> LeftOut | None:
        """The message that was left out, once all of it has passed; it is told once."""
        if self._unwanted or self._left_out is None:
            return None
        told, self._left_out = self._left_out, None
        return told

    def _passed_by(self, data: bytes) -> bytes:
        """Let go of what nobody wants; give the rest."""
        if self._unwanted and self._left_out:
            unwanted = data[: self._unwanted]
            self._unwanted -= len(unwanted)
            self._left_out = self._left_out._replace(tail=(self._left_out.tail + unwanted)[-_KEPT:])
            return data[len(unwanted) :]
        return data


def _content_length(header: bytes | bytearray) -> int:
    """The length that a header promises; 0 for a header that promises none, which is then skipped.

    What was cut off may stand before a header, also in the same line: the last promise is the one that holds, and a
    header of another name that only ends like this one makes none beside it.
    """
    found = 0
    for line in header.lower().split(b"\r\n"):
        before, promised, value = line.rpartition(_LENGTH)
        if promised and not (found and before.endswith(b"-")):
            found = _meant(bytes(value.strip())) or found
    return found


def _meant(digits: bytes) -> int:
    """The length that is written, if somebody can mean it."""
    length = int(digits) if digits.isdigit() and len(digits) <= _DIGITS else 0
    return length if length <= LONGEST else 0
