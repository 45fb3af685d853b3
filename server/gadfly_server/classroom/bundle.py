"""Hidden tests and the reference solution, encrypted: one file for students, which only a lab's key opens.

``GADFLY-HIDDEN 1``, a line with the number of the key, then the nonce and what AES-256-GCM makes of the compressed
JSON object ``{"tests": {name: text}, "reference": {name: text}}``; both lines are authenticated with it.
There are no paths in it, only names of Python files, and no more is unpacked than may be there.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from gadfly_server.classroom.reading import content
from gadfly_server.wording import say

MAGIC = b"GADFLY-HIDDEN 1\n"
LARGEST, LARGEST_OPENED = 4 * 1024 * 1024, 8 * 1024 * 1024  # bytes
MOST_FILES = 200
VARIABLE = "GADFLY_HIDDEN_KEY"
_NONCE, _KEY = 12, 32
_NUMBER = re.compile(rb"([0-9a-f]{16})\n")
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,80}\.py")


class ClosedError(ValueError):
    """A bundle that cannot be opened here; the message says why, and nothing of what is in it."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Names and texts of the hidden tests, and of the reference solution."""

    tests: Mapping[str, str] = field(repr=False)
    reference: Mapping[str, str] = field(default_factory=dict, repr=False)


def new_key() -> str:
    """A new key, as a policy names it."""
    return base64.b64encode(os.urandom(_KEY)).decode()


def number_of(key: str) -> str:
    """By which number a key is known, which says nothing of it."""
    return sha256(b"gadfly key\0" + _read_key(key)).hexdigest()[:16]


def seal(bundle: Bundle, key: str) -> bytes:
    """Encrypt a bundle."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - only with hidden tests

    _known({"tests": dict(bundle.tests), "reference": dict(bundle.reference)})
    packed = zlib.compress(json.dumps({"tests": {**bundle.tests}, "reference": {**bundle.reference}}).encode())
    head, nonce = MAGIC + number_of(key).encode() + b"\n", os.urandom(_NONCE)
    return head + nonce + AESGCM(_read_key(key)).encrypt(nonce, packed, head)


def unseal(data: bytes, keys: Iterable[str]) -> Bundle:
    """Open a bundle with one of the keys; raises ``ClosedError``."""
    from cryptography.exceptions import InvalidTag  # noqa: PLC0415 - the same
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415 - the same

    length = len(MAGIC) + 17
    head, nonce, sealed = data[:length], data[length : length + _NONCE], data[length + _NONCE :]
    found = _NUMBER.fullmatch(head[len(MAGIC) :])
    if not head.startswith(MAGIC) or not found or len(sealed) < 16:
        raise ClosedError(say("it is no bundle, or cut off"))
    key = _key_of(found[1].decode(), keys)
    try:
        packed = AESGCM(_read_key(key)).decrypt(nonce, sealed, head)
    except InvalidTag:
        raise ClosedError(say("it was changed after it was made")) from None
    return _unpacked(packed)


def _key_of(number: str, keys: Iterable[str]) -> str:
    """The key with this number; one that is cut off is in the way only where no other fits."""
    known = {_number_or_reason(key): key for key in keys}
    if number in known:
        return known[number]
    broken = next((each for each in known if isinstance(each, ClosedError)), None)
    raise broken or ClosedError(say("the key {number} is not on this computer", number=number))


def _number_or_reason(key: str) -> str | ClosedError:
    try:
        return number_of(key)
    except ClosedError as error:
        return error


def read(path: Path, keys: Iterable[str]) -> Bundle:
    """Open the bundle in a file; raises ``ClosedError`` or ``UnreadableError``."""
    return unseal(content(path, LARGEST), keys)


def _unpacked(packed: bytes) -> Bundle:
    try:
        unpacking = zlib.decompressobj()
        text = unpacking.decompress(packed, LARGEST_OPENED)
        if unpacking.unconsumed_tail:
            raise ClosedError(say("more than {number} MB are in it", number=LARGEST_OPENED // (1024 * 1024)))
        return _known(json.loads(text))
    except (zlib.error, ValueError, RecursionError) as error:
        raise error if isinstance(error, ClosedError) else ClosedError(say("what is in it cannot be read")) from None


def _known(told: object) -> Bundle:
    """Take nothing but names of Python files with their texts."""
    parts = [told.get(name) for name in ("tests", "reference")] if isinstance(told, dict) else []
    for part in parts or [None]:
        if not isinstance(part, dict) or not all(_is_text(text) for text in part.values()):
            raise ClosedError(say("what is in it cannot be read"))
        if len(part) > MOST_FILES:
            raise ClosedError(say("more than {number} files are in it", number=MOST_FILES))
        for name in part:
            if not _NAME.fullmatch(name):
                raise ClosedError(say("the name {name} in it is not that of a Python file", name=repr(name[:40])))
    tests, reference = parts
    return Bundle(tests or {}, reference or {})


def _is_text(told: object) -> bool:
    """Whether it can be written to a file: JSON can hold halves of letters."""
    return isinstance(told, str) and not any("\ud800" <= letter <= "\udfff" for letter in told)


def _read_key(text: str) -> bytes:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != _KEY:
        raise ClosedError(say("a key for hidden tests is cut off: it is one line of 44 letters"))
    return key
