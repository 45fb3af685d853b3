"""Cuts a stream of bytes into the bodies of LSP messages."""

from __future__ import annotations

_HEADER_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_DIGITS = 12  # of a length that could be meant: Python refuses to read thousands of them


class Frames:
    """Collects bytes as they come; knows nothing of what the messages say."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    @property
    def waiting(self) -> int:
        """How many bytes of a message that is not whole yet are kept."""
        return len(self._buffer)

    def feed(self, data: bytes) -> list[bytes]:
        """Return the bodies that are complete now, in order."""
        self._buffer += data
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


def _content_length(header: bytes | bytearray) -> int:
    """The length that a header promises; 0 for a header that promises none, which is then skipped."""
    for line in header.lower().split(b"\r\n"):
        _, found, value = line.partition(_LENGTH)
        if found and (digits := value.strip()).isdigit() and len(digits) <= _DIGITS:
            return int(digits)
    return 0
