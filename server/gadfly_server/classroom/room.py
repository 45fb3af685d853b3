"""What holds for a program: the lab's policy, the classroom file if it may hold, and what the user chose, in one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timezone
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gadfly_server.classroom.finding import PROJECT, candidates, policy_file
from gadfly_server.classroom.keys import Keys
from gadfly_server.wording import later, say

if TYPE_CHECKING:
    from gadfly_server.classroom.policy import Policy
    from gadfly_server.classroom.precedence import Layer
    from gadfly_server.classroom.reading import Told
    from gadfly_server.tutor.rules import CourseQuestion

AROUND = ("tool", "gadfly")
Table = Mapping[str, Any]


class Standing(Enum):
    """What is in force."""

    NOTHING = "nothing"
    LAB = "lab"  # its policy, and no classroom file
    UNSIGNED = "unsigned"  # a classroom file that nobody wants signed
    SIGNED = "signed"
    REFUSED = "refused"  # a classroom file that the lab does not trust


@dataclass(frozen=True, slots=True)
class Classroom:
    """What holds for the programs of a folder.

    ``problems`` are for who wrote the files: which file, which line, what is wrong, what to do.
    ``since`` is the day from which on it holds, ``reason`` why a file is refused, ``questions`` those of the course.
    """

    file: Path | None = None
    keys: Keys = field(default_factory=Keys)
    problems: tuple[str, ...] = ()
    standing: Standing = Standing.NOTHING
    since: date | None = None
    reason: str = ""
    questions: tuple[CourseQuestion, ...] = ()
    hidden_keys: tuple[str, ...] = field(default=(), repr=False)

    @property
    def bundle(self) -> Path | None:
        """Where the hidden tests are."""
        return self.file.parent / self.keys.tests.hidden if self.file and self.keys.tests.hidden else None

    @property
    def goes_before_user(self) -> bool:
        """Whether the file goes before what the user chose: nobody but its owner can have written it."""
        return self.standing is Standing.SIGNED

    @property
    def disabled(self) -> frozenset[str]:
        """The patterns that are not asked about."""
        off = frozenset(self.keys.patterns.disabled)
        if not self.keys.patterns.enabled:
            return off
        from gadfly_analyzers.pages import NAMES  # noqa: PLC0415 - seldom needed

        return off | (frozenset(NAMES) - frozenset(self.keys.patterns.enabled))

    def language(self, around: str | None) -> str | None:
        """In which language to speak: the one laid down, else the one around, if it is allowed."""
        chosen, allowed = self.keys.language or around, self.keys.languages
        return allowed[0] if allowed and (chosen or "en").split("-")[0].split("_")[0] not in allowed else chosen


@dataclass(frozen=True, slots=True)
class Found:
    """What files say, before anybody asks the user."""

    layers: tuple[Layer, ...] = ()
    told: Classroom = field(default_factory=Classroom)


def classroom_of(program: Path, tops: Iterable[Path] = (), user: Table | None = None) -> Classroom:
    """What holds for a program; ``user`` is what the student chose, as the table of a classroom file.

    The nearest file counts: beside the program, or above it up to its repository or one of ``tops``.
    """
    return joined(found(program, tops), user)


def found(program: Path, tops: Iterable[Path] = ()) -> Found:
    """Read the lab's policy and the nearest classroom file; where there are none, next to nothing is done."""
    file = policy_file()
    policy = _policy(file) if file else None
    for candidate in candidates(program, tops):
        if (read := _read(candidate, policy)) is not None:
            return read
    return _lab(policy) if policy else Found()


def joined(files: Found, user: Table | None = None) -> Classroom:
    """Add what the user chose."""
    from dataclasses import replace  # noqa: PLC0415 - only with files

    if not files.layers:
        return files.told
    from gadfly_server.classroom.checking import keys_of  # noqa: PLC0415 - most programs have no classroom file
    from gadfly_server.classroom.course import questions_of  # noqa: PLC0415 - the same
    from gadfly_server.classroom.precedence import Layer, Voice, in_force  # noqa: PLC0415 - the same

    keys = keys_of(in_force([*files.layers, Layer(Voice.USER, user or {})]))
    questions, problems = questions_of(keys, files.told.file)
    return replace(files.told, keys=keys, questions=questions, problems=(*files.told.problems, *problems))


def standing(room: Classroom) -> str:
    """What is in force and since when, for the student; empty if nothing is."""
    since = room.since.isoformat() if room.since else "?"
    name = room.file.name if room.file else ""
    if room.standing is Standing.REFUSED:
        return say(
            "The rules of your lab hold since {since}. The file {file} does not hold: {reason}.",
            since=since,
            file=name,
            reason=say(room.reason),
        )
    if room.standing is Standing.SIGNED:
        return say("The rules of your teacher in {file} hold since {since}. They are signed.", file=name, since=since)
    if room.standing is Standing.UNSIGNED:
        return say("The rules of your teacher in {file} hold since {since}.", file=name, since=since)
    return say("The rules of your lab hold since {since}.", since=since) if room.standing is Standing.LAB else ""


def _policy(file: Path) -> Policy:
    from gadfly_server.classroom.policy import read_policy  # noqa: PLC0415 - most machines have none

    return read_policy(file)


def _read(file: Path, policy: Policy | None) -> Found | None:
    """Read a candidate; ``None`` for a project that says nothing to us."""
    from gadfly_server.classroom.checking import checked  # noqa: PLC0415 - the same
    from gadfly_server.classroom.precedence import Layer, Voice  # noqa: PLC0415 - the same
    from gadfly_server.classroom.reading import UnreadableError, read  # noqa: PLC0415 - the same

    around = AROUND if file.name == PROJECT else ()
    try:
        told = read(file, around)
    except UnreadableError as error:
        return _refused(file, policy, (str(error),), UNREADABLE)
    if told.table is None:
        return None
    table, problems = checked(told, "".join(f"{name}." for name in around))
    if policy and policy.wants_signatures:
        return _signed(told, table, problems, policy)
    layers = (*_of(policy), Layer(Voice.UNSIGNED, table))
    told_of, since = _all(policy, problems), _changed(file)
    room = Classroom(file, Keys(), told_of, Standing.UNSIGNED, since, hidden_keys=_opening(policy))
    return Found(layers, room)


UNREADABLE = later("it cannot be read")


def _signed(told: Told, table: dict[str, Any], problems: tuple[str, ...], policy: Policy) -> Found:
    """Take a file that one of the lab's keys signed, with all that it names; refuse any other."""
    from gadfly_server.classroom.named import digest  # noqa: PLC0415 - only labs sign
    from gadfly_server.classroom.precedence import Layer, Voice  # noqa: PLC0415 - the same
    from gadfly_server.classroom.reading import UnreadableError, content  # noqa: PLC0415 - the same
    from gadfly_server.classroom.signing import LARGEST, UNREAD, ForgedError, path_of, verify  # noqa: PLC0415 - the same

    signature = path_of(told.file)
    if not signature.is_file():
        return _refused(told.file, policy, problems, NOT_SIGNED)
    try:
        signed = verify(told.data, content(signature, LARGEST).decode("utf-8"), policy.trusted)
        if signed.named != digest(told.file.parent, table):
            return _refused(told.file, policy, problems, NAMED)
    except (ForgedError, UnreadableError, UnicodeDecodeError) as error:
        reason = str(error) if isinstance(error, ForgedError) else UNREAD
        return _refused(told.file, policy, problems, reason)
    since = signed.since.date() if signed.since else _changed(signature)
    if policy.signed_since and (signed.since is None or signed.since.date() < policy.signed_since):
        return _refused(told.file, policy, problems, OLD)
    layers = (*_of(policy), Layer(Voice.SIGNED, table))
    room = Classroom(told.file, Keys(), _all(policy, problems), Standing.SIGNED, since, hidden_keys=policy.hidden_keys)
    return Found(layers, room)


NOT_SIGNED = later("nobody signed it")
OLD = later("its signature is older than this computer takes")
NAMED = later("a file that it names was changed after it was signed")


def _refused(file: Path, policy: Policy | None, problems: tuple[str, ...], reason: str) -> Found:
    if policy is None:
        return Found(told=Classroom(file, problems=problems))
    why = f"{file} does not hold: {reason}. The lab's defaults hold until its owner signs it again."
    told = Classroom(file, Keys(), (*_all(policy, problems), why), Standing.REFUSED, _since(policy), reason)
    return Found(_of(policy), told)


def _lab(policy: Policy) -> Found:
    return Found(_of(policy), Classroom(None, Keys(), policy.problems, Standing.LAB, _since(policy)))


def _of(policy: Policy | None) -> tuple[Layer, ...]:
    from gadfly_server.classroom.precedence import Layer, Voice  # noqa: PLC0415 - most machines have no policy

    return (Layer(Voice.POLICY, policy.always), Layer(Voice.LAB, policy.otherwise)) if policy else ()


def _all(policy: Policy | None, problems: tuple[str, ...]) -> tuple[str, ...]:
    return (*(policy.problems if policy else ()), *problems)


def _opening(policy: Policy | None) -> tuple[str, ...]:
    return policy.hidden_keys if policy else ()


def _since(policy: Policy) -> date | None:
    return policy.since or _changed(policy.file)


def _changed(file: Path) -> date | None:
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, timezone.utc).date()
    except OSError:
        return None
