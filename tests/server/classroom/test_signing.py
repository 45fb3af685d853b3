"""Signatures: what was signed holds, anything else does not, and minisign agrees on both."""

from __future__ import annotations

import shutil
import subprocess
from datetime import datetime, timezone
from pathlib import Path

import pytest

from gadfly_server.classroom import signing

NOW = datetime(2026, 9, 1, tzinfo=timezone.utc)
SECRET, PUBLIC = signing.new_key()
TEXT = b"[help]\nlevels = [1]\n"
MADE = signing.sign(TEXT, SECRET, "gadfly.toml", "0" * 64, NOW)


def test_what_was_signed_holds() -> None:
    signed = signing.verify(TEXT, MADE, [PUBLIC])
    assert (signed.since, signed.named) == (NOW, "0" * 64)
    assert signing.verify(TEXT, MADE, [signing.public_of(SECRET)]) == signed
    assert signing.verify(TEXT, MADE, ["j!nk", PUBLIC]) == signed


def test_no_letter_of_the_file_or_of_the_signature_can_be_another() -> None:
    for place in range(len(TEXT)):
        with pytest.raises(signing.ForgedError):
            signing.verify(TEXT[:place] + bytes([TEXT[place] ^ 1]) + TEXT[place + 1 :], MADE, [PUBLIC])
    body = MADE.index("\n") + 1  # the first line is a comment that nobody trusts
    for place in range(body, len(MADE) - 1):
        other = "A" if MADE[place] != "A" else "B"
        with pytest.raises(signing.ForgedError):
            signing.verify(TEXT, MADE[:place] + other + MADE[place + 1 :], [PUBLIC])


@pytest.mark.parametrize("length", range(0, len(MADE) - 1, 7))
def test_a_signature_that_is_cut_off_does_not_hold(length: int) -> None:
    with pytest.raises(signing.ForgedError):
        signing.verify(TEXT, MADE[:length], [PUBLIC])


@pytest.mark.parametrize("trusted", [[], [signing.new_key()[1]], ["nonsense"], [""]])
def test_of_an_unknown_key_does_not_hold(trusted: list[str]) -> None:
    with pytest.raises(signing.ForgedError):
        signing.verify(TEXT, MADE, trusted)


@pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed: apt-get install minisign")
def test_minisign_takes_our_signatures_and_we_take_its(tmp_path: Path) -> None:
    file, public, secret = tmp_path / "gadfly.toml", tmp_path / "key.pub", tmp_path / "key"
    file.write_bytes(TEXT)
    (tmp_path / "gadfly.toml.minisig").write_text(MADE)
    public.write_text(PUBLIC)
    secret.write_text(SECRET)
    verifying = ["minisign", "-V", "-q", "-m", str(file), "-p", str(public)]
    assert subprocess.run(verifying, check=False).returncode == 0
    file.write_bytes(TEXT + b"\n")
    assert subprocess.run(verifying, check=False, capture_output=True).returncode != 0
    subprocess.run(["minisign", "-S", "-m", str(file), "-s", str(secret)], check=True, capture_output=True)
    assert signing.verify(TEXT + b"\n", (tmp_path / "gadfly.toml.minisig").read_text(), [PUBLIC]).since is not None
