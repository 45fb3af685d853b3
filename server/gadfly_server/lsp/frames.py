"""Cuts a stream of bytes into the bodies of LSP messages."""

from __future__ import annotations

_HEADER_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_DIGITS = 12  # of a length that is read: Python refuses to read thousands of them
LONGEST = 1 << 30  # bytes: for a message that never comes all others would be swallowed, and kept


class Frames:
    """Collects bytes as they come; knows nothing of what the messages say."""

    def __init__(self) -> None:
        self._buffer = bytearray()
        self._left_out = 0  # bytes that are still to come of a message that nobody wants

    @property
    def waiting(self) -> int:
        """How many bytes of a message that is not whole yet are kept."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Return the bodies that are complete now, in order."""
        unwanted = min(self._left_out, len(data))
        self._left_out -= unwanted
        self._buffer += data[unwanted:]
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

    def leave_out(self) -> bytes | None:
        """Forget the message that is not whole yet, and what is still to come of it; gives how it begins.

        Nothing if its length is not known.
        """
        start = self._buffer.find(_HEADER_END) + len(_HEADER_END)
        if start < len(_HEADER_END):
            return None
        self._left_out = start + _content_length(self._buffer[:start]) - len(self._buffer)
        beginning = bytes(self._buffer[start:])
        self._buffer.clear()
        return beginning


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
