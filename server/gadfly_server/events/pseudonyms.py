"""Names that stand for the student: a keyed hash, so that nobody without the key can tell whose they are."""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import os
import secrets
from pathlib import Path

FILE = "pseudonym.key"
_LENGTH = 32  # bytes


class Pseudonyms:
    """Makes them with a key of this user's, which is made when it is first needed; without it they are lost."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def student(self, course: str) -> str:
        """Who the student is in a course; in another course it is another name."""
        return self.of("student", course)

    def of(self, what: str, value: str) -> str:
        """Sixteen hexadecimal digits that stand for a value."""
        whole = f"{what}\0{value}".encode("utf-8", "surrogatepass")
        return hmac.new(self._key(), whole, hashlib.sha256).hexdigest()[:16]

    def forget(self) -> bool:
        """Delete the key, and tell whether there was one."""
        with contextlib.suppress(FileNotFoundError):
            size = self.path.stat().st_size
            with self.path.open("r+b") as file:  # as with the database, no byte of it is to be left
                file.write(bytes(size))
                os.fsync(file.fileno())
            self.path.unlink()
            return True
        return False

    def _key(self) -> bytes:
        try:
            key = self.path.read_bytes()
        except FileNotFoundError:
            self._make()
            key = self.path.read_bytes()
        if len(key) != _LENGTH:
            raise OSError(f"{self.path} is not a key of Gadfly's. Delete it: a new one is made, with new pseudonyms.")
        return key

    def _make(self) -> None:
        """Make the key, whole or not at all; if another process was faster, theirs holds."""
        self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = self.path.with_name(f"{FILE}.{secrets.token_hex(8)}")
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_LENGTH))
                file.flush()
                os.fsync(file.fileno())
            with contextlib.suppress(FileExistsError):
                os.link(draft, self.path)
        finally:
            draft.unlink(missing_ok=True)
