"""Detached signatures in the format of minisign: Ed25519 over the BLAKE2b hash of a file, beside it.

https://jedisct1.github.io/minisign/ describes it. Secret keys are kept without a password, as ``minisign -W`` does,
and only their owner may read them.
"""

from __future__ import annotations

import base64
import binascii
import os
import re
from dataclasses import dataclass
from datetime import datetime, timezone
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from gadfly_server.wording import later

if TYPE_CHECKING:
    from collections.abc import Iterable

LARGEST = 4096  # bytes of a signature
# Why a signature does not hold, as students read it.
UNKNOWN = later("it is signed with a key that this computer does not trust")
CHANGED = later("it was changed after it was signed")
CUT = later("its signature is cut off")
UNREAD = later("its signature cannot be read")
_PLAIN, _HASHED, _SUM = b"Ed", b"ED", b"B2"
_UNTRUSTED, _TRUSTED = "untrusted comment: ", "trusted comment: "
_SINCE, _NAMED = (
    re.compile(r"(?:^|\t)timestamp:(\d{1,12})(?=\t|$)"),
    re.compile(r"(?:^|\t)named:([0-9a-f]{64})(?=\t|$)"),
)


class ForgedError(ValueError):
    """A signature that does not hold; the message says why."""


@dataclass(frozen=True, slots=True)
class Signed:
    """A signature that holds: whose key made it and when, and the hash of the other files that the signed one names."""

    key: str
    since: datetime | None
    named: str


def new_key() -> tuple[str, str]:
    """A new pair of keys, as the texts of minisign's files: the secret one and the public one."""
    seed, number = os.urandom(32), os.urandom(8)
    public = _of_seed(seed).public_key().public_bytes_raw()
    kept = number + seed + public
    checksum = blake2b(_PLAIN + kept, digest_size=32).digest()
    secret = _PLAIN + b"\0\0" + _SUM + bytes(32 + 8 + 8) + kept + checksum
    return _file("gadfly secret key", secret), _file("gadfly public key", _PLAIN + number + public)


def public_of(secret: str) -> str:
    """The public key to a secret one, in the one line that a policy names."""
    seed, number = _read_secret(secret)
    return base64.b64encode(_PLAIN + number + _of_seed(seed).public_key().public_bytes_raw()).decode()


def sign(data: bytes, secret: str, name: str, named: str, now: datetime) -> str:
    """The signature of a file's bytes; ``named`` is the hash of the files that it names."""
    seed, number = _read_secret(secret)
    key = _of_seed(seed)
    signature = key.sign(blake2b(data).digest())
    comment = f"timestamp:{int(now.timestamp())}\tfile:{name}\thashed\tnamed:{named}"
    whole = base64.b64encode(key.sign(signature + comment.encode())).decode()
    return (
        f"{_file('signature of a Gadfly classroom file', _HASHED + number + signature)}{_TRUSTED}{comment}\n{whole}\n"
    )


def verify(data: bytes, signature: str, trusted: Iterable[str]) -> Signed:
    """Whose signature of a file's bytes it is; raises ``ForgedError`` if it is nobody's who is trusted."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 - only labs sign
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415 - the same

    algorithm, number, made, comment, whole = _read_signature(signature)
    key = next((known for known in trusted if _number(known) == number), None)
    if key is None:
        raise ForgedError(UNKNOWN)
    public = Ed25519PublicKey.from_public_bytes(_sized(_decoded(_key_line(key)), 42)[10:])
    try:
        public.verify(made, blake2b(data).digest() if algorithm == _HASHED else data)
        public.verify(whole, made + comment.encode())
    except InvalidSignature:
        raise ForgedError(CHANGED) from None
    since, named = _SINCE.search(comment), _NAMED.search(comment)
    when = datetime.fromtimestamp(int(since[1]), timezone.utc) if since else None
    return Signed(_key_line(key), when, named[1] if named else "")


def _number(public: str) -> bytes:
    """The number of a public key; nothing of a line that is no key."""
    try:
        return _decoded(_key_line(public))[2:10]
    except ForgedError:
        return b""


def _of_seed(seed: bytes):  # type: ignore[no-untyped-def] # its type is not imported before it is needed
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415 - the same

    return Ed25519PrivateKey.from_private_bytes(seed)


def _file(comment: str, data: bytes) -> str:
    return f"{_UNTRUSTED}{comment}\n{base64.b64encode(data).decode()}\n"


def _key_line(text: str) -> str:
    """The line of a key's file that holds it; a policy may name that line alone."""
    return next((line.strip() for line in text.splitlines() if line.strip() and not line.startswith(_UNTRUSTED)), "")


def _read_secret(text: str) -> tuple[bytes, bytes]:
    data = _sized(_decoded(_key_line(text)), 158)
    if data[:2] != _PLAIN or data[2:4] != b"\0\0":
        raise ForgedError("the secret key is of another kind, or has a password: make one with minisign -G -W")
    return data[62:94], data[54:62]


def _read_signature(text: str) -> tuple[bytes, bytes, bytes, str, bytes]:
    lines = text.splitlines()
    if len(lines) < 4 or not lines[0].startswith(_UNTRUSTED) or not lines[2].startswith(_TRUSTED):
        raise ForgedError(CUT)
    data, whole = _sized(_decoded(lines[1]), 74), _sized(_decoded(lines[3]), 64)
    if data[:2] not in (_PLAIN, _HASHED):
        raise ForgedError(UNREAD)
    return data[:2], data[2:10], data[10:], lines[2].removeprefix(_TRUSTED), whole


def _decoded(text: str) -> bytes:
    """What a line of base64 stands for, written in the one way in which we write it."""
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise ForgedError(UNREAD) from None
    if base64.b64encode(data).decode() != text:
        raise ForgedError(UNREAD)
    return data


def _sized(data: bytes, size: int) -> bytes:
    if len(data) != size:
        raise ForgedError(CUT)
    return data


def path_of(file: Path) -> Path:
    """Where the signature of a file is."""
    return file.with_name(f"{file.name}.minisig")
