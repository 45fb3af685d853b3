"""How a teacher makes an assignment: begin it, lock the hidden part away, sign its file, print a policy."""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime, timezone
from pathlib import Path

from gadfly_server.classroom import bundle, safekeeping, signing
from gadfly_server.classroom.checking import checked, keys_of
from gadfly_server.classroom.finding import FILE, PROJECT
from gadfly_server.classroom.named import digest
from gadfly_server.classroom.reading import Told, UnreadableError, inside, read
from gadfly_server.classroom.room import AROUND
from gadfly_server.classroom.starting import start
from gadfly_server.terminal.programs import Unusable
from gadfly_server.terminal.testfile import is_test

HIDDEN = "hidden"  # the folder with hidden tests and the reference solution in clear
_USUAL = "hidden.gadfly"


def begin(folder: Path, template: str) -> int:
    """Write the files of a template."""
    if folder.exists() and not folder.is_dir():
        raise Unusable(f"{folder} is a file. Name a folder.")
    folder.mkdir(parents=True, exist_ok=True)
    started = start(folder, template)
    for path in started.written:
        _say(f"wrote  {path}")
    for path in started.left:
        _say(f"left   {path} as it is")
    return 0


def lock_away(folder: Path) -> int:
    """Encrypt the hidden tests and the reference solution."""
    told, _ = file_of(folder)
    hidden = folder / HIDDEN
    texts = {path.name: _text(path) for path in sorted(hidden.glob("*.py"))}
    tests = {name: text for name, text in texts.items() if is_test(name)}
    if not tests:
        raise Unusable(f"There are no tests in {hidden}. Write one there, such as {hidden / 'test_hidden.py'}.")
    keys = keys_of(checked(told, "")[0])
    if not keys.tests.hidden:
        raise Unusable(f'{told.file} names no bundle. Write hidden = "{_USUAL}" below [tests].')
    path = inside(folder, keys.tests.hidden)
    key = own_key()
    reference = {name: text for name, text in texts.items() if name not in tests}
    path.write_bytes(bundle.seal(bundle.Bundle(tests, reference), key))
    _say(f"locked in {path}: files with hidden tests {len(tests)}, of the reference solution {len(reference)}")
    _say(f"note   Give students {path.name}, and keep {hidden} to yourself.")
    if signing.path_of(told.file).exists():
        _say("note   The signature covers the bundle, too. Sign again: gadfly classroom sign")
    _say(f"note   The key {bundle.number_of(key)} is in {safekeeping.folder() / safekeeping.HIDDEN}.")
    return 0


def sign_file(folder: Path) -> int:
    """Sign the classroom file and the hashes of what it names."""
    told, around = file_of(folder)
    table, problems = checked(told, around)
    if problems:
        raise Unusable("\n".join((*problems, "Mend this first, please: what is signed should be right.")))
    secret = own_secret()
    signature = signing.path_of(told.file)
    text = signing.sign(told.data, secret, told.file.name, digest(told.file.parent, table), datetime.now(timezone.utc))
    signature.write_text(text, encoding="utf-8")
    _say(f"signed {told.file} in {signature}")
    _say(f"note   Your public key is {signing.public_of(secret)}")
    return 0


def print_policy(lab: str, *, opens: bool) -> int:
    """Print a policy for the computers of a lab."""
    lines = ["# What holds on this computer. Only its owner should be able to write this file."]
    lines += [f"lab = {json.dumps(lab)}"] if lab else []
    lines += [f"since = {datetime.now(timezone.utc).date().isoformat()}"]
    lines += [f"trusted = [{json.dumps(signing.public_of(own_secret()))}]"]
    lines += [f"hidden_keys = [{json.dumps(own_key())}]"] if opens else []
    lines += ["", "# What holds whatever a classroom file says.", "[always]", ""]
    lines += ["# What holds where there is no classroom file that you signed.", "[otherwise]"]
    _say("\n".join(lines))
    return 0


def file_of(folder: Path) -> tuple[Told, str]:
    """The classroom file in a folder, and around which table ours stands in it; raises ``UnreadableError``."""
    for name in (FILE, PROJECT):
        path = folder / name
        if os.path.lexists(path) and (told := read(path, AROUND if name == PROJECT else ())).table is not None:
            return told, "tool.gadfly." if name == PROJECT else ""
    raise UnreadableError(f"There is no {FILE} in {folder.absolute()}. `gadfly classroom init {folder}` writes one.")


def own_secret() -> str:
    """The teacher's key to sign with; made if there is none."""
    if not (secret := safekeeping.kept(safekeeping.SECRET)):
        secret, public = signing.new_key()
        _tell_of(safekeeping.keep(safekeeping.SECRET, secret))
        safekeeping.keep(safekeeping.PUBLIC, public)
    return secret


def own_key() -> str:
    """The key for hidden tests: that of the environment, else the teacher's own, which is made if there is none."""
    key = os.environ.get(bundle.VARIABLE) or safekeeping.kept(safekeeping.HIDDEN)
    if not key:
        key = bundle.new_key()
        _tell_of(safekeeping.keep(safekeeping.HIDDEN, key + chr(10)))
    return key


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise Unusable(f"{path} is not UTF-8 text. Save it as UTF-8, please.") from None


def _tell_of(key: Path) -> None:
    """Tell of a new key on the error output: a policy is often printed into a file."""
    print(f"made   {key}: keep it to yourself", file=sys.stderr)  # noqa: T201 - who typed the command reads it


def _say(text: str) -> None:
    print(text)  # noqa: T201 - this is what was asked for
